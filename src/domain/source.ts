import type { Day } from "./day.js";
import { parseUncertainDate } from "./uncertain-date.js";

/** A publication that claims rest on. `published` is an UncertainDate, `retrieved` a day; grade: Admiralty code. */
export interface Source {
  /** `source:SLUG/ROW`. */
  readonly id: string;
  readonly dossier: string;
  /** Who put the page at its address. */
  readonly publisher: string;
  /** Who published the original, where the page is a copy. */
  readonly copyOf: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly grade: string | null;
}

/** Whether a source may have been published by a day; one without a date may. */
export function mayBePublishedBy({ published }: Pick<Source, "published">, day: Day): boolean {
  return published === null || parseUncertainDate(published).earliest <= day;
}
