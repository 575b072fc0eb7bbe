/** A publication that claims rest on. `published` is an UncertainDate, `retrieved` a day; grade: Admiralty code. */
export interface Source {
  /** `source:SLUG/ROW`. */
  readonly id: string;
  readonly dossier: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly grade: string | null;
}
