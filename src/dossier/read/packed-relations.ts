import { type MoneyRange, NO_CURRENCY } from "../../domain/money.js";
import type { Relation } from "../../domain/relation.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import type { Share } from "../../domain/share.js";
import { claimId } from "./citations.js";
import { PackedTexts } from "./packed-texts.js";

/** Cells of which a file has few different ones: each is kept once, and a relation has its number. */
const SHARED = [
  "kind",
  "from",
  "to",
  "status",
  "sources",
  "start",
  "end",
  "recorded",
  "retracted",
  "right",
  "basis",
  "currency",
  "amountQualifier",
  "amountPer",
  "payment",
  "form",
  "role",
  "probability",
  "decidedBy",
] as const;
type SharedCell = (typeof SHARED)[number];
const PLACES = Object.fromEntries(SHARED.map((cell, place) => [cell, place])) as Record<SharedCell, number>;

/** Texts of a relation's own: its row's id, quote, locator, note, text and caveat. */
const TEXTS = 6;
/** The line of its row, the six days of its clock, and its marks. */
const NUMBERS = 8;
const MARK = { undated: 1, share: 2, minExclusive: 4, maxExclusive: 8, amount: 16 };

/** A row of a table as the step of a load that brings it; what it says is made each time it is asked for. */
export interface FreshRow<T> {
  readonly change: "add";
  readonly id: string;
  readonly claim: T;
}

/**
 * The relations of one file while it is checked, compared and written. They are the mass of every dossier: packed into
 * columns they take some 160 bytes and their quotes each, as objects six times as much. Reading one makes it anew, in
 * about a microsecond; the cells that checks look at can be read alone.
 */
export class PackedRelations {
  readonly file: string;
  readonly #slug: string;
  readonly #share: (text: string) => string;
  #length = 0;
  #cells = new Uint32Array(SHARED.length << 6);
  #numbers = new Int32Array(NUMBERS << 6);
  /** Least and most of the share or the amount; not a number where an amount has no upper bound. */
  #bounds = new Float64Array(2 << 6);
  readonly #texts = new PackedTexts();
  readonly #values: unknown[] = [];
  #places: Map<unknown, number> | null = new Map();

  /** `share` gives the one text that stands for all equal ones. */
  constructor(file: string, slug: string, share: (text: string) => string) {
    this.file = file;
    this.#slug = slug;
    this.#share = share;
  }

  get length(): number {
    return this.#length;
  }

  /** Takes a relation of this dossier as its row has it, with the line on which that begins. */
  add(relation: Relation, line: number): void {
    const at = this.#length;
    if (SHARED.length * at === this.#cells.length) this.#grow();
    this.#length += 1;
    for (let place = 0; place < SHARED.length; place += 1)
      this.#cells[SHARED.length * at + place] = this.#placeOf(relation[SHARED[place] as SharedCell]);
    const { startEarliest, startLatest, endEarliest, endLatest, recorded, retracted } = relation.clock;
    this.#numbers.set(
      [line, startEarliest, startLatest, endEarliest, endLatest, recorded, retracted, marksOf(relation)],
      NUMBERS * at,
    );
    const range = relation.share ?? relation.amount;
    this.#bounds[2 * at] = range?.min ?? Number.NaN;
    this.#bounds[2 * at + 1] = range?.max ?? Number.NaN;
    this.#texts.add(relation.id.slice(claimId(this.#slug, "").length));
    this.#texts.add(relation.quote);
    this.#texts.add(relation.locator);
    this.#texts.add(relation.note);
    this.#texts.add(relation.text);
    this.#texts.add(relation.caveat);
  }

  /** Nothing is added any more. */
  seal(): void {
    this.#places = null;
  }

  line(at: number): number {
    return this.#numbers[NUMBERS * at] as number;
  }

  kind(at: number): RelationKind {
    return this.cell(at, "kind");
  }

  /** One cell of a relation, of those that are kept once. */
  cell<Cell extends SharedCell>(at: number, cell: Cell): Relation[Cell] {
    return this.#values[this.#cells[SHARED.length * at + PLACES[cell]] as number] as Relation[Cell];
  }

  id(at: number): string {
    return claimId(this.#slug, this.#texts.at(TEXTS * at) ?? "");
  }

  /** Whether an editor wrote something for it. */
  isWritten(at: number): boolean {
    return this.#texts.at(TEXTS * at + 4) !== null || this.#texts.at(TEXTS * at + 5) !== null;
  }

  share(at: number): Share | null {
    const marks = this.#marks(at);
    if ((marks & MARK.share) === 0) return null;
    return {
      min: this.#bounds[2 * at] as number,
      max: this.#bounds[2 * at + 1] as number,
      minExclusive: (marks & MARK.minExclusive) !== 0,
      maxExclusive: (marks & MARK.maxExclusive) !== 0,
    };
  }

  at(at: number): Relation {
    const number = (place: number) => this.#numbers[NUMBERS * at + place] as number;
    return {
      id: this.id(at),
      revision: 0,
      dossier: this.#slug,
      status: this.cell(at, "status"),
      sources: this.cell(at, "sources"),
      quote: this.#texts.at(TEXTS * at + 1),
      locator: this.#texts.at(TEXTS * at + 2),
      note: this.#texts.at(TEXTS * at + 3),
      text: this.#texts.at(TEXTS * at + 4),
      caveat: this.#texts.at(TEXTS * at + 5),
      start: this.cell(at, "start"),
      end: this.cell(at, "end"),
      recorded: this.cell(at, "recorded"),
      retracted: this.cell(at, "retracted"),
      clock: {
        startEarliest: number(1),
        startLatest: number(2),
        endEarliest: number(3),
        endLatest: number(4),
        recorded: number(5),
        retracted: number(6),
        undated: (this.#marks(at) & MARK.undated) !== 0,
      },
      record: "relation",
      kind: this.kind(at),
      from: this.cell(at, "from"),
      to: this.cell(at, "to"),
      share: this.share(at),
      right: this.cell(at, "right"),
      basis: this.cell(at, "basis"),
      amount: this.#amount(at),
      currency: this.cell(at, "currency"),
      amountQualifier: this.cell(at, "amountQualifier"),
      amountPer: this.cell(at, "amountPer"),
      payment: this.cell(at, "payment"),
      form: this.cell(at, "form"),
      role: this.cell(at, "role"),
      probability: this.cell(at, "probability"),
      decidedBy: this.cell(at, "decidedBy"),
    };
  }

  /** The relations of one kind. */
  *ofKind(kind: RelationKind): Generator<Relation> {
    for (let at = 0; at < this.#length; at += 1) if (this.kind(at) === kind) yield this.at(at);
  }

  *[Symbol.iterator](): Generator<Relation> {
    for (let at = 0; at < this.#length; at += 1) yield this.at(at);
  }

  /** The same as steps of a load, each of a few bytes until it is asked what it brings. */
  *rows(): Generator<FreshRow<Relation>> {
    for (let at = 0; at < this.#length; at += 1) yield new PackedRow(this, at);
  }

  #marks(at: number): number {
    return this.#numbers[NUMBERS * at + 7] as number;
  }

  #amount(at: number): MoneyRange | null {
    if ((this.#marks(at) & MARK.amount) === 0) return null;
    const max = this.#bounds[2 * at + 1] as number;
    return {
      min: this.#bounds[2 * at] as number,
      max: Number.isNaN(max) ? null : max,
      currency: this.cell(at, "currency") ?? NO_CURRENCY,
    };
  }

  #placeOf(value: unknown): number {
    const places = this.#places;
    if (places === null) throw new Error("relations are sealed");
    const met = places.get(value);
    if (met !== undefined) return met;
    const kept = typeof value === "string" ? this.#share(value) : value;
    places.set(kept, this.#values.length);
    return this.#values.push(kept) - 1;
  }

  #grow(): void {
    this.#cells = doubled(this.#cells, new Uint32Array(2 * this.#cells.length));
    this.#numbers = doubled(this.#numbers, new Int32Array(2 * this.#numbers.length));
    this.#bounds = doubled(this.#bounds, new Float64Array(2 * this.#bounds.length));
  }
}

function marksOf({ clock, share, amount }: Relation): number {
  return (
    (clock.undated ? MARK.undated : 0) |
    (share ? MARK.share : 0) |
    (share?.minExclusive ? MARK.minExclusive : 0) |
    (share?.maxExclusive ? MARK.maxExclusive : 0) |
    (amount ? MARK.amount : 0)
  );
}

class PackedRow implements FreshRow<Relation> {
  readonly change = "add";
  readonly #relations: PackedRelations;
  readonly #at: number;

  constructor(relations: PackedRelations, at: number) {
    this.#relations = relations;
    this.#at = at;
  }

  get id(): string {
    return this.#relations.id(this.#at);
  }

  get claim(): Relation {
    return this.#relations.at(this.#at);
  }
}

/** What lies beyond the old end takes no memory until it is filled. */
function doubled<Column extends Uint32Array | Int32Array | Float64Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}
