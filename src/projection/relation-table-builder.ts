import { CLAIM_STATUSES, type ClaimStatus } from "../domain/claim.js";
import { DAWN, NEVER } from "../domain/day.js";
import { NO_CURRENCY } from "../domain/money.js";
import { OWNERSHIP_RIGHTS, type OwnershipRight } from "../domain/relation.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../domain/relation-kinds.js";
import { BILLION } from "../domain/share.js";
import type { RelationColumns } from "../store/graph-store.js";
import { Adjacency, adjacencyBy, countOffsets, placed } from "./adjacency.js";
import type { EntityTable } from "./entity-table.js";
import { numberTexts } from "./number-texts.js";
import { Numbered, ranksOf } from "./numbered.js";
import { lowerEnd, upperEnd } from "./own-ends.js";
import { permuted, permutedClocks } from "./permuted.js";
import { FUNDING, MARK, type RelationArrays, RelationTable } from "./relation-table.js";
import { StringTableBuilder } from "./string-table.js";

const INT32_COLUMNS = ["from", "to", "recorded", "retracted", "shareMin", "shareMax"] as const;
type Int32Column = (typeof INT32_COLUMNS)[number];

/** Takes pages of relations as they come from a store and makes the table of them. */
export class RelationTableBuilder {
  private capacity = 1024;
  private count = 0;
  private readonly int32: Record<Int32Column, Int32Array>;
  private clocks = new Int32Array(4 * this.capacity);
  private kind = new Uint8Array(this.capacity);
  private marks = new Uint16Array(this.capacity);
  private dossier = new Uint16Array(this.capacity);
  private readonly rows = new StringTableBuilder();
  private prefix = "/";
  private slug = 0;
  private lastId = "";
  private isSorted = true;
  private leftOut = 0;
  /** Only for putting the revisions of a claim in their order. */
  private revision = new Int32Array(this.capacity);
  private readonly slugs = new Numbered();
  private readonly currencies = new Numbered();
  private readonly amounts: { min: number; max: number; currency: number }[] = [];
  private readonly entities: EntityTable;
  private readonly indexOf: (id: string) => number;
  /** The list of entities that pages point into, and their numbers. */
  private ends: readonly string[] = [];
  private numbers: readonly number[] = [];

  /** `indexOf` gives the number of an entity, or -1; the default is quick for many rows, and takes a while to make. */
  constructor(entities: EntityTable, indexOf = allNumbers(entities)) {
    this.entities = entities;
    this.indexOf = indexOf;
    this.int32 = Object.fromEntries(
      INT32_COLUMNS.map((column) => [column, new Int32Array(this.capacity)]),
    ) as Record<Int32Column, Int32Array>;
  }

  /** Adds a page. A relation whose entity is not in the graph is left out. */
  add(page: RelationColumns): void {
    const length = page.id.length;
    this.grow(this.count + length);
    if (page.ends !== this.ends) {
      this.ends = page.ends;
      // All at once: the memory that one look-up waits for does not hold up the next.
      this.numbers = page.ends.map(this.indexOf);
    }
    for (let row = 0; row < length; row += 1) this.addRow(page, row);
  }

  private addRow(page: RelationColumns, row: number): void {
    const from = this.numbers[page.from[row] as number] as number;
    const to = this.numbers[page.to[row] as number] as number;
    if (from < 0 || to < 0) {
      this.leftOut += 1;
      return;
    }
    const at = this.count;
    const { int32 } = this;
    this.count += 1;
    const kind = KIND_NUMBERS[page.kind[row] as RelationKind];
    int32.from[at] = from;
    int32.to[at] = to;
    this.kind[at] = kind;
    this.marks[at] = marksOf(page, row);
    this.revision[at] = page.revision[row] as number;
    int32.recorded[at] = page.recorded[row] as number;
    int32.retracted[at] = page.retracted[row] as number;
    this.setClock(page, row, at);
    const share = kind === FUNDING ? this.addAmount(page, row) : (page.shareMin[row] ?? 0);
    int32.shareMin[at] = share;
    int32.shareMax[at] = page.shareMax[row] ?? BILLION;
    this.addId(page.id[row] as string, at);
  }

  /** Ids are kept as dossier and row. Most stores give them in order, and most neighbours share their dossier. */
  private addId(id: string, at: number): void {
    if (!id.startsWith(this.prefix)) {
      this.prefix = id.slice(0, id.indexOf("/") + 1);
      this.slug = this.slugs.of(this.prefix.slice("claim:".length, -1));
    }
    this.isSorted &&= this.lastId <= id;
    this.lastId = id;
    this.dossier[at] = this.slug;
    this.rows.add(id.slice(this.prefix.length));
  }

  /** Cuts the clock to the founding and the end of both entities; what has no start is not cut on the left. */
  private setClock(page: RelationColumns, row: number, at: number): void {
    const { int32, entities } = this;
    let startEarliest = page.startEarliest[row] as number;
    let startLatest = page.startLatest[row] as number;
    let endEarliest = page.endEarliest[row] as number;
    let endLatest = page.endLatest[row] as number;
    const startless = (startEarliest <= DAWN && startLatest >= NEVER) || page.undated[row] === 1;
    for (const end of [int32.from[at] as number, int32.to[at] as number]) {
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
    this.clocks[4 * at] = startEarliest;
    this.clocks[4 * at + 1] = startLatest;
    this.clocks[4 * at + 2] = endEarliest;
    this.clocks[4 * at + 3] = endLatest;
  }

  private addAmount(page: RelationColumns, row: number): number {
    const min = page.amountMin[row] ?? Number.NaN;
    const max = page.amountMax[row] ?? Number.NaN;
    const currency = this.currencies.of(page.currency[row] ?? NO_CURRENCY);
    return this.amounts.push({ min, max, currency }) - 1;
  }

  private grow(needed: number): void {
    if (needed <= this.capacity) return;
    this.capacity = Math.max(needed, Math.ceil(this.capacity * 1.6));
    for (const column of INT32_COLUMNS)
      this.int32[column] = enlarged(this.int32[column], new Int32Array(this.capacity));
    this.clocks = enlarged(this.clocks, new Int32Array(4 * this.capacity));
    this.kind = enlarged(this.kind, new Uint8Array(this.capacity));
    this.marks = enlarged(this.marks, new Uint16Array(this.capacity));
    this.dossier = enlarged(this.dossier, new Uint16Array(this.capacity));
    this.revision = enlarged(this.revision, new Int32Array(this.capacity));
  }

  /** The table of what was added, with its neighbour lists. */
  build(): RelationTable {
    const entities = this.entities.count;
    const arrays = this.columns();
    const { count, from, to } = arrays;
    const lower = (relation: number) => lowerEnd(arrays, relation);
    const upper = (relation: number) => upperEnd(arrays, relation);
    return new RelationTable(arrays, {
      outgoing: new Adjacency(
        countOffsets(entities, count, (relation) => from[relation] as number),
        null,
      ),
      incoming: adjacencyBy(entities, count, (relation) => to[relation] as number),
      up: adjacencyBy(entities, count, lower).withEnds(upper),
      down: adjacencyBy(entities, count, upper),
    });
  }

  /** What was added, sorted by (from, dossier, row, revision) whatever the order of the pages was. */
  columns(): RelationArrays {
    const entityCount = this.entities.count;
    const outgoing = countOffsets(entityCount, this.count, (relation) => this.int32.from[relation] as number);
    const order = placed(outgoing, this.count, (relation) => this.int32.from[relation] as number);
    if (!this.isSorted) this.sortWithin(outgoing, order);
    const sorted = Object.fromEntries(
      INT32_COLUMNS.map((column) => [
        column,
        permuted(this.int32[column], order, new Int32Array(this.count)),
      ]),
    ) as Record<Int32Column, Int32Array>;
    return {
      ...sorted,
      count: this.count,
      leftOut: this.leftOut,
      kind: permuted(this.kind, order, new Uint8Array(this.count)),
      clocks: permutedClocks(this.clocks, order),
      marks: permuted(this.marks, order, new Uint16Array(this.count)),
      dossier: permuted(this.dossier, order, new Uint16Array(this.count)),
      amountMin: Float64Array.from(this.amounts, (amount) => amount.min),
      amountMax: Float64Array.from(this.amounts, (amount) => amount.max),
      amountCurrency: Uint16Array.from(this.amounts, (amount) => amount.currency),
      currencies: this.currencies.texts,
      slugs: this.slugs.texts,
      rows: this.rows.build(order),
    };
  }

  private sortWithin(offsets: Int32Array, order: Int32Array): void {
    const rows = this.rows.build();
    const ranks = ranksOf(this.slugs.texts.map((slug) => `${slug}/`));
    const rank = (relation: number) => ranks[this.dossier[relation] as number] as number;
    const compare = (a: number, b: number) =>
      rank(a) - rank(b) || rows.compare(a, b) || (this.revision[a] as number) - (this.revision[b] as number);
    for (let entity = 0; entity + 1 < offsets.length; entity += 1) {
      const bucket = order.subarray(offsets[entity], offsets[entity + 1]);
      if (bucket.length > 1 && !isSorted(bucket, compare)) bucket.sort(compare);
    }
  }
}

const KIND_NUMBERS = Object.fromEntries(RELATION_KIND_NAMES.map((kind, at) => [kind, at])) as Record<
  RelationKind,
  number
>;

function allNumbers(entities: EntityTable): (id: string) => number {
  return numberTexts(Array.from({ length: entities.count }, (_, index) => entities.id(index)));
}

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

function enlarged<Column extends Int32Array | Uint8Array | Uint16Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}

function isSorted(bucket: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let at = 1; at < bucket.length; at += 1) {
    if (compare(bucket[at - 1] as number, bucket[at] as number) > 0) return false;
  }
  return true;
}
