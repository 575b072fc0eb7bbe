/** Whether absence from a list means anything: a partial list proves nothing by silence. */
export type Coverage = "complete" | "partial";

/** A folder of claims about one story, with what it says about itself. */
export interface Dossier {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly description: string | null;
  readonly coverage: string | null;
  readonly licence: string | null;
  /** Day as text. */
  readonly lastChecked: string | null;
  readonly lists: Readonly<Record<string, Coverage>>;
}
