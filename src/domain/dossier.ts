import { type Day, parseDay } from "./day.js";

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

/** The first and the last of the days on which dossiers were last checked: what came after the first may be missing. */
export interface CheckedDays {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Of the dossiers that say when they were last checked; null where none does. */
export function checkedDays(dossiers: readonly Pick<Dossier, "lastChecked">[]): CheckedDays | null {
  const days = dossiers.flatMap(({ lastChecked }) => (lastChecked === null ? [] : [parseDay(lastChecked)]));
  return days.length === 0 ? null : { earliest: Math.min(...days), latest: Math.max(...days) };
}
