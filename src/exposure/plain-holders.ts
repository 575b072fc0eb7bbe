import { DAWN, type Day, NEVER } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import { MARK, OWNERSHIP, type RelationTable } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import type { Period } from "./period.js";

/**
 * The holders of one company where they are plain: each with one share, for certain, that gives votes, and no other claim
 * about who holds or controls it. So are nearly all, and then who is needed to control it (`HeldCompany.needed`) is told
 * from the columns. It is right because with such claims the sums are those of `heldCompany`: each share as it is given,
 * no upper bound above what the others leave for certain, the threshold of company control. A reader serves for one
 * company after another, so that nothing is built for those that are met in passing.
 */
export class PlainHolders implements Period {
  /** The days on which the claims stand as on the day that was read. */
  from: Day = DAWN;
  until: Day = NEVER;
  private readonly view: View;
  private readonly parties: number[] = [];
  private readonly claims: number[] = [];

  constructor(view: View) {
    this.view = view;
  }

  /** Reads who holds a company on a day. False where they are not plain. */
  read(company: number, day: Day): boolean {
    const { view } = this;
    const { relations } = view.projection;
    const { up } = relations;
    const places = up.relations as Int32Array;
    this.from = DAWN;
    this.until = NEVER;
    this.parties.length = 0;
    this.claims.length = 0;
    let member = company;
    do {
      const end = up.offsets[member + 1] as number;
      for (let place = up.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        this.turn(relations, relation, day);
        if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
        if (!this.add(company, relation, day)) return false;
      }
      member = view.parties.next[member] as number;
    } while (member !== company);
    return true;
  }

  /** As `periodOf`: none of a claim's days lies within the period but after its first. */
  private turn(relations: RelationTable, relation: number, day: Day): void {
    this.turnOn(relations.startEarliest(relation), day);
    this.turnOn(relations.startLatest(relation), day);
    this.turnOn(relations.endEarliest(relation), day);
    this.turnOn(relations.endLatest(relation), day);
  }

  private turnOn(at: Day, day: Day): void {
    if (at > day) this.until = at < this.until ? at : this.until;
    else this.from = at > this.from ? at : this.from;
  }

  /** False where the claim is not plain, or another says something of the same holder. */
  private add(company: number, relation: number, day: Day): boolean {
    const { relations } = this.view.projection;
    if (relations.kind[relation] !== OWNERSHIP || !holdsOn(relations, relation, day)) return false;
    const party = this.view.partyOf(relations.from[relation] as number);
    if (party === company || this.parties.length === MOST_HOLDERS || this.parties.includes(party))
      return false;
    if (relations.rightOf(relation) === "economic") return false;
    this.parties.push(party);
    this.claims.push(relation);
    return true;
  }

  /** One holder without which all others could not control the company read; all where there is no such. */
  needed(): readonly number[] {
    const { claims, parties } = this;
    const { shareMin } = this.view.projection.relations;
    let known = 0;
    for (const claim of claims) known += shareMin[claim] as number;
    let most = 0;
    for (const claim of claims) most += this.upper(claim, known);
    if (!mayReach(known, most, known, this.anyExclusive(-1))) return NOBODY;
    const isCertain = reaches(known, this.anyExclusive(-1));
    let needed = -1;
    for (let at = 0; at < claims.length; at += 1) {
      const claim = claims[at] as number;
      const lower = shareMin[claim] as number;
      const upper = this.upper(claim, known);
      if (mayReach(known - lower, most - upper, known, this.anyExclusive(claim))) continue;
      const isAlone = isCertain
        ? reaches(lower, this.isExclusive(claim))
        : mayReach(lower, upper, known, this.isExclusive(claim));
      if (isAlone) return [parties[at] as number];
      if (needed < 0) needed = at;
    }
    return needed < 0 ? parties : [parties[needed] as number];
  }

  /** The most that a claim may come to: never more than what the others leave for certain. */
  private upper(claim: number, known: number): number {
    const { shareMin, shareMax } = this.view.projection.relations;
    const lower = shareMin[claim] as number;
    return Math.min(shareMax[claim] as number, Math.max(lower, BILLION - (known - lower)));
  }

  private isExclusive(claim: number): boolean {
    return ((this.view.projection.relations.marks[claim] as number) & MARK.minExclusive) !== 0;
  }

  /** Whether any lower bound but that of one claim is exclusive. */
  private anyExclusive(but: number): boolean {
    for (const claim of this.claims) if (claim !== but && this.isExclusive(claim)) return true;
    return false;
  }
}

const NOBODY: readonly number[] = [];

/** With more holders than these the general way is no slower. */
const MOST_HOLDERS = 32;

/** Whether a sum of lower bounds is more than half. */
function reaches(lower: number, isExclusive: boolean): boolean {
  const { threshold } = COMPANY_CONTROL;
  return lower > threshold || (lower === threshold && isExclusive);
}

/** Whether some holders may have more than half together: never more than what the others leave for certain. */
function mayReach(lower: number, upper: number, known: number, isExclusive: boolean): boolean {
  const room = Math.max(lower, BILLION - (known - lower));
  return reaches(lower, isExclusive) || Math.min(upper, room) > COMPANY_CONTROL.threshold;
}
