import type { StringTable } from "./string-table.js";

/** So many are kept; a power of two. */
const KEPT = 1024;

/**
 * The texts of a table that were read last, each in the place that its index gives it: a few hundred are read again and
 * again, and reading one takes longer than seeing that it is there.
 */
export class RecentTexts {
  private readonly table: StringTable;
  private readonly indices = new Int32Array(KEPT).fill(-1);
  private readonly texts: string[] = new Array<string>(KEPT).fill("");

  constructor(table: StringTable) {
    this.table = table;
  }

  /** The text at an index. */
  at(index: number): string {
    const place = index & (KEPT - 1);
    if (this.indices[place] !== index) {
      this.texts[place] = this.table.at(index);
      this.indices[place] = index;
    }
    return this.texts[place] as string;
  }

  /** Has a text at hand that is about to be read. */
  fetch(index: number): void {
    if (this.indices[index & (KEPT - 1)] !== index) this.table.fetch(index);
  }
}
