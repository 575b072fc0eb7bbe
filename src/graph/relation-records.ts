import { DAWN, NEVER } from "../domain/day.js";
import type { EntityTable } from "./entity-table.js";
import type { RelationArrays } from "./relation-table.js";

/** Where each cell of a record stands. */
export const FROM = 0;
export const TO = 1;
export const KIND = 2;
export const MARKS = 3;
export const DOSSIER = 4;
/** Only for putting the revisions of a claim in their order. */
export const REVISION = 5;
export const RECORDED = 6;
export const RETRACTED = 7;
export const SHARE_MIN = 8;
export const SHARE_MAX = 9;
/** The first of four. */
export const CLOCK = 10;
const WIDTH = 14;

/**
 * Relations as numbers while they come, the cells of each side by side: they are put in another order at the end, and each
 * is fetched once for it.
 */
export class RelationRecords {
  cells = new Int32Array(WIDTH << 10);
  count = 0;

  /** Before so many more are added. What lies beyond the old end takes no memory until it is filled. */
  makeRoom(more: number): void {
    const needed = WIDTH * (this.count + more);
    if (needed <= this.cells.length) return;
    const larger = new Int32Array(Math.max(needed, 2 * this.cells.length));
    larger.set(this.cells);
    this.cells = larger;
  }

  /** Adds a record; the answer is where its cells begin. */
  next(): number {
    this.count += 1;
    return WIDTH * (this.count - 1);
  }

  /**
   * Cuts the clock of a record to the founding and the end of both entities; what has no start is not cut on the left.
   * A founding whose day is not known makes no claim begin after the last day on which it may hold: a gift of 3 May
   * stays one of 3 May where the payer was founded "in that year".
   */
  cutClock(at: number, entities: EntityTable, undated: boolean): void {
    const { cells } = this;
    const clock = at + CLOCK;
    let startEarliest = cells[clock] as number;
    let startLatest = cells[clock + 1] as number;
    let endEarliest = cells[clock + 2] as number;
    let endLatest = cells[clock + 3] as number;
    const startless = (startEarliest <= DAWN && startLatest >= NEVER) || undated;
    let foundedLatest = DAWN;
    for (const end of [cells[at + FROM] as number, cells[at + TO] as number]) {
      if (!startless) {
        startEarliest = Math.max(startEarliest, entities.foundedEarliest[end] as number);
        foundedLatest = Math.max(foundedLatest, entities.foundedLatest[end] as number);
      }
      const dissolvedEarliest = entities.dissolvedEarliest[end] as number;
      if (dissolvedEarliest < NEVER) {
        endEarliest = Math.min(endEarliest, dayAfter(dissolvedEarliest));
        endLatest = Math.min(endLatest, dayAfter(entities.dissolvedLatest[end] as number));
      }
    }
    if (foundedLatest > startLatest)
      startLatest = Math.max(startEarliest, startLatest, Math.min(foundedLatest, endLatest - 1));
    cells[clock] = startEarliest;
    cells[clock + 1] = startLatest;
    cells[clock + 2] = endEarliest;
    cells[clock + 3] = endLatest;
  }

  /** One cell of each record. */
  column(cell: number): Int32Array {
    const column = new Int32Array(this.count);
    for (let record = 0; record < this.count; record += 1)
      column[record] = this.cells[WIDTH * record + cell] as number;
    return column;
  }

  /** The columns of a table in which the records stand in an order. */
  columns(order: Int32Array) {
    const { cells, count } = this;
    const columns = {
      from: new Int32Array(count),
      to: new Int32Array(count),
      kind: new Uint8Array(count),
      marks: new Uint16Array(count),
      dossier: new Uint16Array(count),
      recorded: new Int32Array(count),
      retracted: new Int32Array(count),
      shareMin: new Int32Array(count),
      shareMax: new Int32Array(count),
      clocks: new Int32Array(4 * count),
    } satisfies Partial<RelationArrays>;
    const { from, to, kind, marks, dossier, recorded, retracted, shareMin, shareMax, clocks } = columns;
    for (let relation = 0; relation < count; relation += 1) {
      const at = WIDTH * (order[relation] as number);
      from[relation] = cells[at + FROM] as number;
      to[relation] = cells[at + TO] as number;
      kind[relation] = cells[at + KIND] as number;
      marks[relation] = cells[at + MARKS] as number;
      dossier[relation] = cells[at + DOSSIER] as number;
      recorded[relation] = cells[at + RECORDED] as number;
      retracted[relation] = cells[at + RETRACTED] as number;
      shareMin[relation] = cells[at + SHARE_MIN] as number;
      shareMax[relation] = cells[at + SHARE_MAX] as number;
      for (let part = 0; part < 4; part += 1)
        clocks[4 * relation + part] = cells[at + CLOCK + part] as number;
    }
    return columns;
  }
}

function dayAfter(day: number): number {
  return day >= NEVER ? NEVER : day + 1;
}
