import { CLAIM_STATUSES, type ClaimId, type ClaimStatus } from "../domain/claim.js";
import { DAWN, type Day, NEVER } from "../domain/day.js";
import { AMOUNT_QUALIFIERS, type AmountQualifier, type MoneyRange } from "../domain/money.js";
import {
  type AmountPeriod,
  OWNERSHIP_RIGHTS,
  type OwnershipRight,
  type Payment,
  RELATION_KIND_NAMES,
  RELATION_KINDS,
  type RelationKind,
  type RelationKindRow,
} from "../domain/relation-kinds.js";
import type { Adjacency } from "./adjacency.js";
import type { StringTable } from "./string-table.js";

/** Kinds by number: their places in the table of kinds. */
export const OWNERSHIP = RELATION_KIND_NAMES.indexOf("Ownership");

export const CONTROL = RELATION_KIND_NAMES.indexOf("Control");

export const AFFILIATION = RELATION_KIND_NAMES.indexOf("Affiliation");

export const PART_OF = RELATION_KIND_NAMES.indexOf("PartOf");

export const FUNDING = RELATION_KIND_NAMES.indexOf("Funding");

export const COLLABORATION = RELATION_KIND_NAMES.indexOf("Collaboration");

export const PARTICIPATION = RELATION_KIND_NAMES.indexOf("Participation");

export const BACKING = RELATION_KIND_NAMES.indexOf("Backing");

export const SUCCESSION = RELATION_KIND_NAMES.indexOf("Succession");

export const IDENTITY = RELATION_KIND_NAMES.indexOf("Identity");

export const LINK = RELATION_KIND_NAMES.indexOf("Link");

/** What the table says of kinds, by number, so that no walk looks up a name: 1 where it is so. */
function marked(is: (row: RelationKindRow) => boolean): Uint8Array {
  return Uint8Array.from(RELATION_KIND_NAMES, (kind) => Number(is(RELATION_KINDS[kind])));
}

const OWN_STEPS = marked(({ transmits }) => transmits !== "none");

const FROM_ABOVE = marked(({ transmits }) => transmits === "down");

const TIES = marked((row) => row.isTie);

const TRANSACTIONS = marked(({ inProof }) => inProof === "transaction");

/** Whether a kind (by number) is an ownership step. */
export function isOwnStep(kind: number): boolean {
  return OWN_STEPS[kind] === 1;
}

/** Whether a kind (by number) is an ownership step that is claimed from its upper end: a holding or a control. */
export function isFromAbove(kind: number): boolean {
  return FROM_ABOVE[kind] === 1;
}

/** Whether a kind (by number) is money or work together. */
export function isTransaction(kind: number): boolean {
  return TRANSACTIONS[kind] === 1;
}

/** Whether a kind (by number) ties a university to others: money, work together, a side of a program. */
export function isTie(kind: number): boolean {
  return TIES[kind] === 1;
}

export const TIE_KINDS: readonly number[] = [...TIES.keys()].filter(isTie);

/** What stands in `marks`, two bytes a relation. */
export const MARK = {
  status: 0b11,
  right: 0b1100,
  minExclusive: 0b1_0000,
  maxExclusive: 0b10_0000,
  undated: 0b100_0000,
  decided: 0b1000_0000,
  /** The start is open to the left, as written or read, before the founding of an end cuts it. */
  openStart: 0b1_0000_0000,
  /** Funding: 0 is none, else one more than the index into AMOUNT_QUALIFIERS. */
  amountQualifier: 0b110_0000_0000,
  amountPerYear: 0b1000_0000_0000,
  committed: 0b1_0000_0000_0000,
};

const RIGHT_SHIFT = 2;

export const QUALIFIER_SHIFT = 9;

/** Bounds of a share in billionths. */
export interface ShareBounds {
  readonly min: number;
  readonly max: number;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
}

export interface RelationArrays {
  readonly count: number;
  /** How many relations of the store are not here, because an entity of theirs is not there. */
  readonly leftOut: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly marks: Uint16Array;
  /** Of each relation its startEarliest, startLatest, endEarliest and endLatest, in turn. */
  readonly clocks: Int32Array;
  readonly recorded: Int32Array;
  readonly retracted: Int32Array;
  /** Ownership: bounds of the share in billionths. Funding: `shareMin` is an index into the amounts (-1: none). */
  readonly shareMin: Int32Array;
  readonly shareMax: Int32Array;
  readonly dossier: Uint16Array;
  readonly amountMin: Float64Array;
  /** NaN: no upper bound is known. */
  readonly amountMax: Float64Array;
  /** Index into `currencies`; an amount whose minimum is NaN is unknown. */
  readonly amountCurrency: Uint16Array;
  readonly currencies: readonly string[];
  readonly slugs: readonly string[];
  readonly rows: StringTable;
}

/**
 * Every revision of every relation as columns, about 70 bytes each: sorted by the entity that it starts from, then by
 * dossier and row. Clocks are days (see ClaimClock), cut to the founding and the end of both entities. A relation is
 * a number everywhere in the core; no object per relation exists. Longer than usual: the columns and what is read from
 * one of them belong together, each in a line or two.
 */
export class RelationTable {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly marks: Uint16Array;
  private readonly clocks: Int32Array;
  readonly recorded: Int32Array;
  readonly retracted: Int32Array;
  readonly shareMin: Int32Array;
  readonly shareMax: Int32Array;
  /** All claims by the entity that they start from, and by the one that they lead to. */
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** Ownership steps from an affiliate or unit up to its group, and from a group down. */
  readonly up: Adjacency;
  readonly down: Adjacency;
  private readonly byKind = new Map<number, readonly number[]>();
  /** By dossier, of those that were asked for: what the ids of its claims begin with. */
  private readonly prefixes: string[] = [];
  /** All columns, for those that make a table from a table. */
  readonly arrays: RelationArrays;
  /** Of a table with other shares the one with those that are stated, else the table itself. */
  readonly stated: RelationTable;

  constructor(
    arrays: RelationArrays,
    adjacency: Record<"outgoing" | "incoming" | "up" | "down", Adjacency>,
    stated?: RelationTable,
  ) {
    this.arrays = arrays;
    this.stated = stated ?? this;
    this.count = arrays.count;
    this.from = arrays.from;
    this.to = arrays.to;
    this.kind = arrays.kind;
    this.marks = arrays.marks;
    this.clocks = arrays.clocks;
    this.recorded = arrays.recorded;
    this.retracted = arrays.retracted;
    this.shareMin = arrays.shareMin;
    this.shareMax = arrays.shareMax;
    this.outgoing = adjacency.outgoing;
    this.incoming = adjacency.incoming;
    this.up = adjacency.up;
    this.down = adjacency.down;
  }

  /** The same table with other shares (of Ownerships, by number). Ids, order and neighbour lists are shared. */
  withShares(shares: ReadonlyMap<number, ShareBounds>): RelationTable {
    const shareMin = this.shareMin.slice();
    const shareMax = this.shareMax.slice();
    const marks = this.marks.slice();
    for (const [relation, { min, max, minExclusive, maxExclusive }] of shares) {
      shareMin[relation] = min;
      shareMax[relation] = max;
      const mark = (marks[relation] as number) & ~(MARK.minExclusive | MARK.maxExclusive);
      marks[relation] =
        mark | (minExclusive ? MARK.minExclusive : 0) | (maxExclusive ? MARK.maxExclusive : 0);
    }
    return new RelationTable({ ...this.arrays, shareMin, shareMax, marks }, this, this.stated);
  }

  /** The same table in which everything holds on every day: for asking whether only days keep two claims apart. */
  onEveryDay(): RelationTable {
    const clocks = new Int32Array(4 * this.count);
    for (let relation = 0; relation < this.count; relation += 1)
      clocks.set([DAWN, DAWN, NEVER, NEVER], 4 * relation);
    return new RelationTable({ ...this.arrays, clocks }, this);
  }

  /**
   * The same table as an earlier version of the graph had it: `numbers` says for each relation which it was there, or -1.
   * What was not there is known on no day. Ids, order and neighbour lists are shared.
   */
  asIn(earlier: RelationTable, numbers: Int32Array): RelationTable {
    const column = <Column extends Int32Array | Uint16Array>(from: Column, absent: number): Column => {
      const then = new (from.constructor as new (length: number) => Column)(numbers.length);
      for (let relation = 0; relation < numbers.length; relation += 1)
        then[relation] = from[numbers[relation] as number] ?? absent;
      return then;
    };
    const { amountMin, amountMax, amountCurrency, currencies } = earlier.arrays;
    return new RelationTable(
      {
        ...this.arrays,
        marks: column(earlier.marks, 0),
        clocks: clocksIn(earlier.clocks, numbers),
        recorded: column(earlier.recorded, NEVER),
        retracted: column(earlier.retracted, NEVER),
        shareMin: column(earlier.shareMin, -1),
        shareMax: column(earlier.shareMax, -1),
        amountMin,
        amountMax,
        amountCurrency,
        currencies,
      },
      this,
    );
  }

  /** The first day on which a relation may begin to hold. */
  startEarliest(relation: number): Day {
    return this.clocks[4 * relation] as Day;
  }

  /** The last day on which it may begin. */
  startLatest(relation: number): Day {
    return this.clocks[4 * relation + 1] as Day;
  }

  /** The first day on which it may hold no longer. */
  endEarliest(relation: number): Day {
    return this.clocks[4 * relation + 2] as Day;
  }

  /** The first day on which it holds no longer for certain. */
  endLatest(relation: number): Day {
    return this.clocks[4 * relation + 3] as Day;
  }

  id(relation: number): ClaimId {
    const dossier = this.arrays.dossier[relation] ?? 0;
    this.prefixes[dossier] ??= `claim:${this.slug(relation)}/`;
    return this.prefixes[dossier] + this.arrays.rows.at(relation);
  }

  /** Has an id at hand, for who is about to read several. */
  fetchId(relation: number): void {
    this.arrays.rows.fetch(relation);
  }

  /**
   * The order of the claim ids of two relations: negative, 0 or positive. Reads no text where both are of one dossier.
   */
  compareIds(a: number, b: number): number {
    const { dossier, rows } = this.arrays;
    if (dossier[a] === dossier[b]) return rows.compare(a, b);
    return `${this.slug(a)}/` < `${this.slug(b)}/` ? -1 : 1;
  }

  slug(relation: number): string {
    return this.arrays.slugs[this.arrays.dossier[relation] ?? 0] ?? "";
  }

  /** The relations of a kind (by number), in order; worked out once, for kinds of which there are few. */
  ofKind(kind: number): readonly number[] {
    const known = this.byKind.get(kind);
    if (known) return known;
    const found: number[] = [];
    for (let relation = 0; relation < this.count; relation += 1)
      if (this.kind[relation] === kind) found.push(relation);
    this.byKind.set(kind, found);
    return found;
  }

  kindOf(relation: number): RelationKind {
    return RELATION_KIND_NAMES[this.kind[relation] ?? 0] as RelationKind;
  }

  statusOf(relation: number): ClaimStatus {
    return CLAIM_STATUSES[(this.marks[relation] ?? 0) & MARK.status] as ClaimStatus;
  }

  rightOf(relation: number): OwnershipRight {
    return OWNERSHIP_RIGHTS[((this.marks[relation] ?? 0) & MARK.right) >> RIGHT_SHIFT] as OwnershipRight;
  }

  isUndated(relation: number): boolean {
    return ((this.marks[relation] ?? 0) & MARK.undated) !== 0;
  }

  isDecided(relation: number): boolean {
    return ((this.marks[relation] ?? 0) & MARK.decided) !== 0;
  }

  /** Whether no source says since when: the start is open to the left, whatever cuts it. */
  hasOpenStart(relation: number): boolean {
    return ((this.marks[relation] ?? 0) & MARK.openStart) !== 0;
  }

  /** The upper end of an ownership step: the holder, controller, group or whole. */
  upper(relation: number): number {
    const at = isFromAbove(this.kind[relation] ?? 0) ? this.from : this.to;
    return at[relation] ?? -1;
  }

  /** The lower end of an ownership step: the held, controlled, affiliate or unit. */
  lower(relation: number): number {
    const at = isFromAbove(this.kind[relation] ?? 0) ? this.to : this.from;
    return at[relation] ?? -1;
  }

  /** Of a Funding: its amount, or null where none is known. */
  amount(relation: number): MoneyRange | null {
    const min = this.leastAmount(relation);
    if (Number.isNaN(min)) return null;
    const max = this.mostAmount(relation);
    return { min, max: Number.isNaN(max) ? null : max, currency: this.currency(relation) ?? "" };
  }

  /** Of a Funding: the least that it may come to; NaN where its amount is not known, and for other kinds. */
  leastAmount(relation: number): number {
    return this.arrays.amountMin[this.amountIndex(relation)] ?? Number.NaN;
  }

  /** The most; NaN where no upper bound is known. */
  mostAmount(relation: number): number {
    return this.arrays.amountMax[this.amountIndex(relation)] ?? Number.NaN;
  }

  /** Of a Funding: its currency, also where the amount is unknown; null for other kinds. */
  currency(relation: number): string | null {
    const at = this.arrays.amountCurrency[this.amountIndex(relation)];
    return at === undefined ? null : (this.arrays.currencies[at] ?? null);
  }

  /** Of a Funding: how near its amount is; null where it is as exact as it is written, and for other kinds. */
  amountQualifier(relation: number): AmountQualifier | null {
    const mark = ((this.marks[relation] ?? 0) & MARK.amountQualifier) >> QUALIFIER_SHIFT;
    return AMOUNT_QUALIFIERS[mark - 1] ?? null;
  }

  /** Of a Funding: for what time its amount is given; null where it is the whole, and for other kinds. */
  amountPer(relation: number): AmountPeriod | null {
    return ((this.marks[relation] ?? 0) & MARK.amountPerYear) === 0 ? null : "year";
  }

  /** Of a Funding: whether it was paid or only promised; null for other kinds. */
  payment(relation: number): Payment | null {
    if (this.kind[relation] !== FUNDING) return null;
    return ((this.marks[relation] ?? 0) & MARK.committed) === 0 ? "paid" : "committed";
  }

  private amountIndex(relation: number): number {
    return this.kind[relation] === FUNDING ? (this.shareMin[relation] ?? -1) : -1;
  }

  /** Resident size in bytes, neighbour lists included. */
  get byteLength(): number {
    const columns = Object.values(this.arrays).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    const lists = [this.outgoing, this.incoming, this.up, this.down];
    return columns + this.arrays.rows.byteLength + lists.reduce((sum, list) => sum + list.byteLength, 0);
  }
}

/** The clocks of an earlier table in the numbers of a later one; what was not there begins never. */
function clocksIn(earlier: Int32Array, numbers: Int32Array): Int32Array {
  const clocks = new Int32Array(4 * numbers.length).fill(NEVER);
  for (let relation = 0; relation < numbers.length; relation += 1) {
    const number = numbers[relation] as number;
    if (number < 0) continue;
    for (let part = 0; part < 4; part += 1)
      clocks[4 * relation + part] = earlier[4 * number + part] as number;
  }
  return clocks;
}

type Ends = Pick<RelationArrays, "kind" | "from" | "to">;

/** Of an ownership step the held, controlled, affiliate or unit; -1: it is none. */
export function lowerEnd({ kind, from, to }: Ends, relation: number): number {
  const number = kind[relation] as number;
  return isOwnStep(number) ? ((isFromAbove(number) ? to : from)[relation] as number) : -1;
}

/** Of an ownership step the holder, controller, group or whole; -1: it is none. */
export function upperEnd({ kind, from, to }: Ends, relation: number): number {
  const number = kind[relation] as number;
  return isOwnStep(number) ? ((isFromAbove(number) ? from : to)[relation] as number) : -1;
}
