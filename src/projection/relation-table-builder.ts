import { CLAIM_STATUSES, type ClaimStatus } from "../domain/claim.js";
import { DAWN, NEVER } from "../domain/day.js";
import { NO_CURRENCY } from "../domain/money.js";
import { OWNERSHIP_RIGHTS, type OwnershipRight } from "../domain/relation.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../domain/relation-kinds.js";
import { BILLION } from "../domain/share.js";
import type { RelationColumns } from "../store/graph-store.js";
import { Adjacency, adjacencyBy, countOffsets, placed } from "./adjacency.js";
import type { EntityTable } from "./entity-table.js";
import { Numbered, ranksOf } from "./numbered.js";
import { lowerEnd, upperEnd } from "./own-ends.js";
import { FUNDING, MARK, type RelationArrays, RelationTable } from "./relation-table.js";
import { StringTableBuilder } from "./string-table.js";

/**
 * What is kept of a relation while they come, side by side in one array: they are put in another order at the end, and each
 * is fetched once for it.
 */
const FROM = 0;
const TO = 1;
const KIND = 2;
const MARKS = 3;
const DOSSIER = 4;
/** Only for putting the revisions of a claim in their order. */
const REVISION = 5;
const RECORDED = 6;
const RETRACTED = 7;
const SHARE_MIN = 8;
const SHARE_MAX = 9;
const CLOCK = 10;
const WIDTH = 14;

/** Takes pages of relations as they come from a store and makes the table of them. */
export class RelationTableBuilder {
  private records = new Int32Array(WIDTH << 10);
  private count = 0;
  private readonly rows = new StringTableBuilder();
  private prefix = "/";
  private slug = 0;
  private lastId = "";
  private isSorted = true;
  private leftOut = 0;
  private readonly slugs = new Numbered();
  private readonly currencies = new Numbered();
  private readonly amountMin: number[] = [];
  private readonly amountMax: number[] = [];
  private readonly amountCurrency: number[] = [];
  private readonly entities: EntityTable;
  private readonly numbersOf: NumbersOf;
  /** The list of entities that pages point into, their numbers, and which of them cut the clocks of their relations. */
  private ends: readonly string[] = [];
  private numbers: ArrayLike<number> = [];
  private cuts = new Uint8Array();

  /** `numbersOf` gives the numbers of entities; the default is quick for many, and takes a while to make. */
  constructor(entities: EntityTable, numbersOf: NumbersOf = entities.numbering()) {
    this.entities = entities;
    this.numbersOf = numbersOf;
  }

  /** Adds a page. A relation whose entity is not in the graph is left out. */
  add(page: RelationColumns): void {
    const length = page.id.length;
    this.grow(WIDTH * (this.count + length));
    if (page.ends !== this.ends) this.lookUp(page.ends);
    for (let row = 0; row < length; row += 1) this.addRow(page, row);
  }

  /** All at once: the memory that one look-up waits for does not hold up the next. */
  private lookUp(ends: readonly string[]): void {
    const { foundedLatest, dissolvedEarliest } = this.entities;
    this.ends = ends;
    this.numbers = this.numbersOf(ends);
    this.cuts = new Uint8Array(ends.length);
    for (let end = 0; end < ends.length; end += 1) {
      const entity = this.numbers[end] as number;
      if (entity < 0) continue;
      if ((foundedLatest[entity] as number) > DAWN || (dissolvedEarliest[entity] as number) < NEVER)
        this.cuts[end] = 1;
    }
  }

  private addRow(page: RelationColumns, row: number): void {
    const from = this.numbers[page.from[row] as number] as number;
    const to = this.numbers[page.to[row] as number] as number;
    if (from < 0 || to < 0) {
      this.leftOut += 1;
      return;
    }
    const { records } = this;
    const at = WIDTH * this.count;
    this.count += 1;
    const kind = KIND_NUMBERS[page.kind[row] as RelationKind];
    records[at + FROM] = from;
    records[at + TO] = to;
    records[at + KIND] = kind;
    records[at + MARKS] = marksOf(page, row);
    records[at + REVISION] = page.revision[row] as number;
    records[at + RECORDED] = page.recorded[row] as number;
    records[at + RETRACTED] = page.retracted[row] as number;
    records[at + SHARE_MIN] = kind === FUNDING ? this.addAmount(page, row) : (page.shareMin[row] ?? 0);
    records[at + SHARE_MAX] = page.shareMax[row] ?? BILLION;
    records[at + CLOCK] = page.startEarliest[row] as number;
    records[at + CLOCK + 1] = page.startLatest[row] as number;
    records[at + CLOCK + 2] = page.endEarliest[row] as number;
    records[at + CLOCK + 3] = page.endLatest[row] as number;
    if (this.cuts[page.from[row] as number] || this.cuts[page.to[row] as number])
      this.cutClock(at, page.undated[row] === 1);
    records[at + DOSSIER] = this.addId(page.id[row] as string);
  }

  /** Ids are kept as dossier (the answer) and row. Most stores give them in order, and most neighbours share their dossier. */
  private addId(id: string): number {
    if (!id.startsWith(this.prefix)) {
      this.prefix = id.slice(0, id.indexOf("/") + 1);
      this.slug = this.slugs.of(this.prefix.slice("claim:".length, -1));
    }
    this.isSorted &&= this.lastId <= id;
    this.lastId = id;
    this.rows.add(id, this.prefix.length);
    return this.slug;
  }

  /** Cuts the clock to the founding and the end of both entities; what has no start is not cut on the left. */
  private cutClock(at: number, undated: boolean): void {
    const { records, entities } = this;
    const clock = at + CLOCK;
    let startEarliest = records[clock] as number;
    let startLatest = records[clock + 1] as number;
    let endEarliest = records[clock + 2] as number;
    let endLatest = records[clock + 3] as number;
    const startless = (startEarliest <= DAWN && startLatest >= NEVER) || undated;
    for (const end of [records[at + FROM] as number, records[at + TO] as number]) {
      const foundedLatest = entities.foundedLatest[end] as number;
      if (!startless && foundedLatest > DAWN) {
        startEarliest = Math.max(startEarliest, entities.foundedEarliest[end] as number);
        startLatest = Math.max(startLatest, foundedLatest);
      }
      const dissolvedEarliest = entities.dissolvedEarliest[end] as number;
      if (dissolvedEarliest < NEVER) {
        endEarliest = Math.min(endEarliest, dayAfter(dissolvedEarliest));
        endLatest = Math.min(endLatest, dayAfter(entities.dissolvedLatest[end] as number));
      }
    }
    records[clock] = startEarliest;
    records[clock + 1] = startLatest;
    records[clock + 2] = endEarliest;
    records[clock + 3] = endLatest;
  }

  private addAmount(page: RelationColumns, row: number): number {
    const min = page.amountMin[row] ?? Number.NaN;
    const max = page.amountMax[row] ?? Number.NaN;
    const currency = this.currencies.of(page.currency[row] ?? NO_CURRENCY);
    this.amountMin.push(min);
    this.amountMax.push(max);
    return this.amountCurrency.push(currency) - 1;
  }

  private grow(needed: number): void {
    if (needed <= this.records.length) return;
    // What lies beyond the old end takes no memory until it is filled.
    const larger = new Int32Array(Math.max(needed, 2 * this.records.length));
    larger.set(this.records.subarray(0, WIDTH * this.count));
    this.records = larger;
  }

  /** The table of what was added, with its neighbour lists. */
  build(): RelationTable {
    const entities = this.entities.count;
    const arrays = this.columns();
    const ends = (endOf: typeof lowerEnd) => {
      const column = new Int32Array(arrays.count);
      for (let relation = 0; relation < arrays.count; relation += 1)
        column[relation] = endOf(arrays, relation);
      return column;
    };
    const lower = ends(lowerEnd);
    const upper = ends(upperEnd);
    return new RelationTable(arrays, {
      outgoing: new Adjacency(countOffsets(entities, arrays.from), null),
      incoming: adjacencyBy(entities, arrays.to),
      up: adjacencyBy(entities, lower, upper),
      down: adjacencyBy(entities, upper),
    });
  }

  /** What was added, sorted by (from, dossier, row, revision) whatever the order of the pages was. */
  columns(): RelationArrays {
    const { records, count } = this;
    const order = this.inOrder();
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
    };
    const { from, to, kind, marks, dossier, recorded, retracted, shareMin, shareMax, clocks } = columns;
    for (let relation = 0; relation < count; relation += 1) {
      const at = WIDTH * (order[relation] as number);
      from[relation] = records[at + FROM] as number;
      to[relation] = records[at + TO] as number;
      kind[relation] = records[at + KIND] as number;
      marks[relation] = records[at + MARKS] as number;
      dossier[relation] = records[at + DOSSIER] as number;
      recorded[relation] = records[at + RECORDED] as number;
      retracted[relation] = records[at + RETRACTED] as number;
      shareMin[relation] = records[at + SHARE_MIN] as number;
      shareMax[relation] = records[at + SHARE_MAX] as number;
      for (let part = 0; part < 4; part += 1)
        clocks[4 * relation + part] = records[at + CLOCK + part] as number;
    }
    return {
      ...columns,
      count,
      leftOut: this.leftOut,
      amountMin: new Float64Array(this.amountMin),
      amountMax: new Float64Array(this.amountMax),
      amountCurrency: new Uint16Array(this.amountCurrency),
      currencies: this.currencies.texts,
      slugs: this.slugs.texts,
      rows: this.rows.build(order),
    };
  }

  private inOrder(): Int32Array {
    const { records, count } = this;
    const from = new Int32Array(count);
    for (let relation = 0; relation < count; relation += 1)
      from[relation] = records[WIDTH * relation + FROM] as number;
    const offsets = countOffsets(this.entities.count, from);
    const order = placed(offsets, from);
    if (!this.isSorted) this.sortWithin(offsets, order);
    return order;
  }

  private sortWithin(offsets: Int32Array, order: Int32Array): void {
    const { records } = this;
    const rows = this.rows.build();
    const ranks = ranksOf(this.slugs.texts.map((slug) => `${slug}/`));
    const rank = (relation: number) => ranks[records[WIDTH * relation + DOSSIER] as number] as number;
    const revision = (relation: number) => records[WIDTH * relation + REVISION] as number;
    const compare = (a: number, b: number) =>
      rank(a) - rank(b) || rows.compare(a, b) || revision(a) - revision(b);
    for (let entity = 0; entity + 1 < offsets.length; entity += 1) {
      const bucket = order.subarray(offsets[entity], offsets[entity + 1]);
      if (bucket.length > 1 && !isSorted(bucket, compare)) bucket.sort(compare);
    }
  }
}

/** The numbers of entities by their ids, -1 for one that is not there. */
type NumbersOf = (ids: readonly string[]) => ArrayLike<number>;

const KIND_NUMBERS = Object.fromEntries(RELATION_KIND_NAMES.map((kind, at) => [kind, at])) as Record<
  RelationKind,
  number
>;

function marksOf(page: RelationColumns, row: number): number {
  const exclusive = page.exclusive[row] as number;
  return (
    CLAIM_STATUSES.indexOf(page.status[row] as ClaimStatus) |
    (Math.max(0, OWNERSHIP_RIGHTS.indexOf((page.right[row] ?? "unspecified") as OwnershipRight)) << 2) |
    (exclusive & 1 ? MARK.minExclusive : 0) |
    (exclusive & 2 ? MARK.maxExclusive : 0) |
    (page.undated[row] === 1 ? MARK.undated : 0) |
    (page.decided[row] === 1 ? MARK.decided : 0) |
    ((page.startEarliest[row] as number) <= DAWN ? MARK.openStart : 0)
  );
}

function dayAfter(day: number): number {
  return day >= NEVER ? NEVER : day + 1;
}

function isSorted(bucket: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let at = 1; at < bucket.length; at += 1) {
    if (compare(bucket[at - 1] as number, bucket[at] as number) > 0) return false;
  }
  return true;
}
