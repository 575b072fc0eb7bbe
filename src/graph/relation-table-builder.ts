import { CLAIM_STATUSES, type ClaimStatus } from "../domain/claim.js";
import { DAWN, NEVER } from "../domain/day.js";
import { AMOUNT_QUALIFIERS, type AmountQualifier, NO_CURRENCY } from "../domain/money.js";
import { isDecidedIdentity, type Relation } from "../domain/relation.js";
import {
  OWNERSHIP_RIGHTS,
  type OwnershipRight,
  RELATION_KIND_NAMES,
  type RelationKind,
} from "../domain/relation-kinds.js";
import { BILLION } from "../domain/share.js";
import type { RelationColumns } from "../store/graph-store.js";
import { Adjacency, adjacencyBy, countOffsets, placed } from "./adjacency.js";
import type { EntityTable } from "./entity-table.js";
import {
  FUNDING,
  lowerEnd,
  MARK,
  QUALIFIER_SHIFT,
  type RelationArrays,
  RelationTable,
  upperEnd,
} from "./relation-table.js";
import { ranksOf, StringInterner } from "./string-interner.js";
import { StringTableBuilder } from "./string-table.js";

/** Relations as the page of columns that a store would give of them, in the order in which they come. */
export function relationColumns(relations: readonly Relation[]): RelationColumns {
  const column = <T>(cell: (relation: Relation) => T): readonly T[] => relations.map(cell);
  const clock = (cell: keyof Relation["clock"]) => column((relation) => Number(relation.clock[cell]));
  return {
    id: column(({ id }) => id),
    revision: column(({ revision }) => revision),
    kind: column(({ kind }) => kind),
    ends: relations.flatMap(({ from, to }) => [from, to]),
    from: relations.map((_, at) => 2 * at),
    to: relations.map((_, at) => 2 * at + 1),
    status: column(({ status }) => status),
    shareMin: column(({ share }) => share && Math.round(share.min * BILLION)),
    shareMax: column(({ share }) => share && Math.round(share.max * BILLION)),
    exclusive: column(({ share }) => (share?.minExclusive ? 1 : 0) + (share?.maxExclusive ? 2 : 0)),
    right: column(({ right }) => right),
    amountMin: column(({ amount }) => amount?.min ?? null),
    amountMax: column(({ amount }) => amount?.max ?? null),
    currency: column(({ currency }) => currency),
    amountQualifier: column(({ amountQualifier }) => amountQualifier),
    amountPer: column(({ amountPer }) => amountPer),
    payment: column(({ payment }) => payment),
    decided: column((relation) => (isDecidedIdentity(relation) ? 1 : 0)),
    startEarliest: clock("startEarliest"),
    startLatest: clock("startLatest"),
    endEarliest: clock("endEarliest"),
    endLatest: clock("endLatest"),
    recorded: clock("recorded"),
    retracted: clock("retracted"),
    undated: clock("undated"),
  };
}

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

/** Takes pages of relations as they come from a store and makes the table of them. */
export class RelationTableBuilder {
  private readonly records = new RelationRecords();
  private readonly rows = new StringTableBuilder();
  private prefix = "/";
  private slug = 0;
  private lastId = "";
  private isSorted = true;
  private leftOut = 0;
  private readonly slugs = new StringInterner();
  private readonly currencies = new StringInterner();
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
    this.records.makeRoom(length);
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
    const at = this.records.next();
    const { cells } = this.records;
    const kind = KIND_NUMBERS[page.kind[row] as RelationKind];
    cells[at + FROM] = from;
    cells[at + TO] = to;
    cells[at + KIND] = kind;
    cells[at + MARKS] = marksOf(page, row);
    cells[at + REVISION] = page.revision[row] as number;
    cells[at + RECORDED] = page.recorded[row] as number;
    cells[at + RETRACTED] = page.retracted[row] as number;
    cells[at + SHARE_MIN] = kind === FUNDING ? this.addAmount(page, row) : (page.shareMin[row] ?? 0);
    cells[at + SHARE_MAX] = page.shareMax[row] ?? BILLION;
    cells[at + CLOCK] = page.startEarliest[row] as number;
    cells[at + CLOCK + 1] = page.startLatest[row] as number;
    cells[at + CLOCK + 2] = page.endEarliest[row] as number;
    cells[at + CLOCK + 3] = page.endLatest[row] as number;
    if (this.cuts[page.from[row] as number] || this.cuts[page.to[row] as number])
      this.records.cutClock(at, this.entities, page.undated[row] === 1);
    cells[at + DOSSIER] = this.addId(page.id[row] as string);
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

  private addAmount(page: RelationColumns, row: number): number {
    const min = page.amountMin[row] ?? Number.NaN;
    const max = page.amountMax[row] ?? Number.NaN;
    const currency = this.currencies.of(page.currency[row] ?? NO_CURRENCY);
    this.amountMin.push(min);
    this.amountMax.push(max);
    return this.amountCurrency.push(currency) - 1;
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
    const order = this.inOrder();
    return {
      ...this.records.columns(order),
      count: this.records.count,
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
    const from = this.records.column(FROM);
    const offsets = countOffsets(this.entities.count, from);
    const order = placed(offsets, from);
    if (!this.isSorted) this.sortWithin(offsets, order);
    return order;
  }

  private sortWithin(offsets: Int32Array, order: Int32Array): void {
    const rows = this.rows.build();
    const ranks = ranksOf(this.slugs.texts.map((slug) => `${slug}/`));
    const dossier = this.records.column(DOSSIER);
    const revision = this.records.column(REVISION);
    const rank = (relation: number) => ranks[dossier[relation] as number] as number;
    const compare = (a: number, b: number) =>
      rank(a) - rank(b) || rows.compare(a, b) || (revision[a] as number) - (revision[b] as number);
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
    ((AMOUNT_QUALIFIERS.indexOf(page.amountQualifier[row] as AmountQualifier) + 1) << QUALIFIER_SHIFT) |
    (page.amountPer[row] === "year" ? MARK.amountPerYear : 0) |
    (page.payment[row] === "committed" ? MARK.committed : 0) |
    ((page.startEarliest[row] as number) <= DAWN ? MARK.openStart : 0)
  );
}

function isSorted(bucket: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let at = 1; at < bucket.length; at += 1) {
    if (compare(bucket[at - 1] as number, bucket[at] as number) > 0) return false;
  }
  return true;
}
