import type { Day } from "../../domain/day.js";
import type { View } from "../../projection/view.js";
import type { Period } from "../days/period.js";
import type { PartyMarks } from "../party-marks.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { heldOtherwise } from "./held-alike.js";
import { heldCompany } from "./held-company.js";
import type { Bound } from "./held-together.js";
import { mayReach, PlainHolders, reaches } from "./plain-holders.js";

/** On which holders it hangs who controls companies (`HeldCompany`), remembered for the view. */
export function neededHolders(view: View): NeededHolders {
  const known = KNOWN.get(view) ?? new NeededHolders(view);
  KNOWN.set(view, known);
  return known;
}

const KNOWN = new WeakMap<View, NeededHolders>();

/** What is remembered of a company over some days, number after number; of each holder (`PARTY` on) follow as many. */
const FROM = 0;
const UNTIL = 1;
/** The place of what is remembered over other days; 0: nothing more. */
const NEXT = 2;
/** The one holder that is needed, or: */
const NEEDED = 3;
/** Stands for no holder: all together could not control the company. */
export const NOBODY = -1;
/** Stands for all holders: none of them is needed alone. */
export const SEVERAL = -2;
/** Whether it hangs on that one alone, for certain or possibly; on several together; or holders are not plain. */
const HANGS = 4;
const ON_ONE_MUST = 0;
const ON_ONE_MAY = 1;
const ON_SEVERAL = 2;
const NOT_PLAIN = 3;
/** What all hold for certain. */
const ALL = 5;
/** Where its holders end. */
const END = 6;
const HOLDERS = 7;

const LOWER = 1;
const UPPER = 2;
const EXCLUSIVE = 3;
const HOLDER_LENGTH = 4;

/** So many numbers are remembered for a view; when there are more all are forgotten. */
const MOST_NUMBERS = 1 << 22;

/**
 * On which of its holders it hangs who controls a company, in columns: one question looks at thousands of companies in
 * passing, nearly all of them held by plain shares. What is remembered of a company stands at a place, for the days on
 * which it stays the same; a place is good until another company is asked for.
 */
export class NeededHolders {
  private readonly view: View;
  private readonly plain: PlainHolders;
  /** For each company where the last that is remembered of it stands; 0: nothing is. */
  private readonly last: Int32Array;
  private numbers = new Int32Array(4096);
  private length = 1;

  constructor(view: View) {
    this.view = view;
    this.plain = new PlainHolders(view);
    const others = heldOtherwise(view);
    const base = others === null || view.base === null ? null : neededHolders(view.base);
    this.last = base?.last.slice() ?? new Int32Array(view.projection.entities.count);
    if (base === null) return;
    this.numbers = base.numbers.slice();
    this.length = base.length;
    for (const company of others ?? []) this.last[company] = 0;
  }

  /** The place of what is known of a company on a day. */
  on(company: number, day: Day): number {
    const { numbers } = this;
    for (let at = this.last[company] as number; at > 0; at = numbers[at + NEXT] as number)
      if ((numbers[at + FROM] as Day) <= day && day < (numbers[at + UNTIL] as Day)) return at;
    return this.find(company, day);
  }

  /** Has at hand what `on` reads of some parties of a list, which otherwise waits for memory at one after the other. */
  fetch(parties: readonly number[], begin: number, end: number): void {
    for (let at = begin; at < end; at += 1) {
      const party = parties[at] as number;
      if (this.last[party] === 0) this.plain.fetch(party);
    }
  }

  from(at: number): Day {
    return this.numbers[at + FROM] as Day;
  }

  until(at: number): Day {
    return this.numbers[at + UNTIL] as Day;
  }

  /** A holder without which all others could not control the company; `NOBODY` or `SEVERAL`. */
  needed(at: number): number {
    return this.numbers[at + NEEDED] as number;
  }

  /**
   * Marks one holder without which all others could not control the company, all where there is no such, and notes each
   * with the company behind the `pairs` that are there.
   */
  gather(company: number, at: number, parties: PartyMarks, pairs: number[]): void {
    const { numbers } = this;
    const needed = numbers[at + NEEDED] as number;
    if (needed >= 0) {
      parties.set(needed, 1);
      pairs.push(needed, company);
    }
    if (needed !== SEVERAL) return;
    for (let holder = at + HOLDERS; holder < (numbers[at + END] as number); holder += HOLDER_LENGTH) {
      parties.set(numbers[holder] as number, 1);
      pairs.push(numbers[holder] as number, company);
    }
  }

  /** Marks the holders on which it hangs who controls the company. False where they are not plain: then none is. */
  mark(at: number, parties: PartyMarks, mark: number): boolean {
    const { numbers } = this;
    if (numbers[at + HANGS] === NOT_PLAIN) return false;
    const only = this.onlyHolder(at);
    if (only >= 0 && parties.of[only] === 0) parties.set(only, mark);
    for (let holder = at + HOLDERS; holder < (numbers[at + END] as number); holder += HOLDER_LENGTH) {
      const party = numbers[holder] as number;
      if ((numbers[holder + UPPER] as number) > 0 && parties.of[party] === 0) parties.set(party, mark);
    }
    return true;
  }

  /** The plain holder on whom alone it hangs; -1: it does not hang on one. */
  onlyHolder(at: number): number {
    return (this.numbers[at + HANGS] as number) <= ON_ONE_MAY ? (this.numbers[at + NEEDED] as number) : -1;
  }

  /** Whether the only holder controls the company for certain or possibly. */
  boundOfOnly(at: number): Bound {
    return this.numbers[at + HANGS] === ON_ONE_MUST ? "must" : "may";
  }

  /** Whether the holders that bear a mark control the company together, for certain or possibly. They may if not plain. */
  together(at: number, marks: Uint8Array, mark: number, bound: Bound): boolean {
    const { numbers } = this;
    if (numbers[at + HANGS] === NOT_PLAIN) return true;
    const only = this.onlyHolder(at);
    if (only >= 0) return marks[only] === mark && (bound === "may" || this.boundOfOnly(at) === "must");
    let lower = 0;
    let upper = 0;
    let isExclusive = false;
    for (let holder = at + HOLDERS; holder < (numbers[at + END] as number); holder += HOLDER_LENGTH) {
      if (marks[numbers[holder] as number] !== mark) continue;
      lower += numbers[holder + LOWER] as number;
      upper += numbers[holder + UPPER] as number;
      isExclusive ||= numbers[holder + EXCLUSIVE] === 1;
    }
    return bound === "must"
      ? reaches(lower, isExclusive)
      : mayReach(lower, upper, numbers[at + ALL] as number, isExclusive);
  }

  private find(company: number, day: Day): number {
    if (this.length > MOST_NUMBERS) this.forget();
    const { plain } = this;
    if (!plain.read(company, day)) return this.rememberHeld(company, day);
    const { needed, alone } = plain.decisive();
    const only = needed === null ? NOBODY : needed < 0 ? SEVERAL : (plain.parties[needed] as number);
    const hangs = alone === null ? ON_SEVERAL : alone === "must" ? ON_ONE_MUST : ON_ONE_MAY;
    const at = this.begin(company, plain, only, hangs);
    this.numbers[at + ALL] = plain.known;
    if (needed === null || alone !== null) return at;
    for (let nth = 0; nth < plain.count; nth += 1) {
      const holder = this.addHolder(at, plain.parties[nth] as number);
      this.numbers[holder + LOWER] = plain.lower[nth] as number;
      this.numbers[holder + UPPER] = plain.upper[nth] as number;
      this.numbers[holder + EXCLUSIVE] = plain.isExclusive[nth] ? 1 : 0;
    }
    return at;
  }

  private rememberHeld(company: number, day: Day): number {
    const held = heldCompany(this.view, company, COMPANY_CONTROL, day);
    const [first = NOBODY, second] = held.needed;
    const at = this.begin(company, held, second === undefined ? first : SEVERAL, NOT_PLAIN);
    for (const party of held.needed) this.addHolder(at, party);
    return at;
  }

  private begin(company: number, { from, until }: Period, needed: number, hangs: number): number {
    this.makeRoom();
    const { numbers, length: at } = this;
    numbers[at + FROM] = from;
    numbers[at + UNTIL] = until;
    numbers[at + NEXT] = this.last[company] as number;
    numbers[at + NEEDED] = needed;
    numbers[at + HANGS] = hangs;
    this.length = at + HOLDERS;
    numbers[at + END] = this.length;
    this.last[company] = at;
    return at;
  }

  /** The place of a further holder of what was begun last. */
  private addHolder(at: number, party: number): number {
    this.makeRoom();
    const holder = this.length;
    this.numbers[holder] = party;
    this.length = holder + HOLDER_LENGTH;
    this.numbers[at + END] = this.length;
    return holder;
  }

  private makeRoom(): void {
    if (this.length + HOLDERS <= this.numbers.length) return;
    const larger = new Int32Array(2 * this.numbers.length);
    larger.set(this.numbers);
    this.numbers = larger;
  }

  private forget(): void {
    this.last.fill(0);
    // Another list, because somebody may be reading this one.
    this.numbers = new Int32Array(4096);
    this.length = 1;
  }
}
