import { compareText } from "../../dossier/read/problem.js";

/** How often something was met, and where first. */
export interface Met {
  readonly what: string;
  readonly count: number;
  /** The first places, as `file:line`. */
  readonly places: readonly string[];
}

const LISTED_PLACES = 5;

/** Counts what was met in a file's records, and keeps the first places of each. */
export class Meetings {
  readonly #met = new Map<string, { count: number; readonly places: string[] }>();
  #total = 0;

  add(what: string, place: string): void {
    this.#total += 1;
    let met = this.#met.get(what);
    // A hostile file has a reason of its own for every record.
    if (met === undefined && this.#met.size >= MOST_KINDS) met = this.#met.get(OTHERS);
    if (met === undefined) {
      met = { count: 0, places: [] };
      this.#met.set(this.#met.size >= MOST_KINDS - 1 ? OTHERS : what, met);
    }
    met.count += 1;
    if (met.places.length < LISTED_PLACES) met.places.push(place);
  }

  get total(): number {
    return this.#total;
  }

  /** The most frequent first. */
  list(): readonly Met[] {
    return [...this.#met]
      .map(([what, { count, places }]) => ({ what, count, places }))
      .sort((a, b) => b.count - a.count || compareText(a.what, b.what));
  }
}

const MOST_KINDS = 200;
const OTHERS = "other reasons";

/** What an import read, took and left. */
export interface ImportReport {
  /** Records of the files: taken, left out by an option, or skipped. */
  readonly records: number;
  readonly leftOut: number;
  readonly skipped: number;
  /** Why records were skipped. */
  readonly reasons: readonly Met[];
  /** Records that were taken, of which something is worth a look. */
  readonly noted: readonly Met[];
  /** Columns or fields of the files that the model does not take. */
  readonly notTaken: readonly string[];
  /** Rows written, by table; entities also by kind. */
  readonly rows: Readonly<Record<string, number>>;
  readonly entities: Readonly<Record<string, number>>;
  /** Of the claims, those that stood alike in the folder before: they keep their source. */
  readonly unchanged: number;
}
