import { DAWN, type Day, NEVER } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import { leastVotes, MORE_THAN, OwnSteps, STEP, STEP_LENGTH } from "../../projection/own-steps.js";
import type { RelationTable } from "../../projection/relation-table.js";
import type { View } from "../../projection/view.js";
import type { Period } from "../days/period.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import type { Bound } from "./held-together.js";

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
  /** So many holders, and what each holds, in billionths: the first of lists that are written over. */
  count = 0;
  readonly parties: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly isExclusive: boolean[] = [];
  /** What they hold for certain. */
  known = 0;
  private readonly view: View;
  private readonly steps: OwnSteps;
  /** Where shares stand of which some are supposed; null: all are as stated, and stand beside the steps. */
  private readonly supposed: RelationTable | null;

  constructor(view: View) {
    const { relations } = view.projection;
    this.view = view;
    this.steps = OwnSteps.of(relations, "up");
    this.supposed = relations === relations.stated ? null : relations;
  }

  /** Has the claims of a company at hand. */
  fetch(company: number): void {
    this.steps.fetch(company);
  }

  /** Reads who holds a company on a day. False where they are not plain. */
  read(company: number, day: Day): boolean {
    this.from = DAWN;
    this.until = NEVER;
    this.count = 0;
    this.known = 0;
    const { next, isJoined } = this.view.parties;
    let member = company;
    do {
      if (!this.readMember(company, member, day)) return false;
      member = isJoined[member] === 0 ? member : (next[member] as number);
    } while (member !== company);
    this.cap();
    return true;
  }

  private readMember(company: number, member: number, day: Day): boolean {
    const { view, steps } = this;
    const { numbers } = steps;
    const { isJoined } = view.parties;
    const degree = view.projection.relations.up.degree(member);
    if (degree === 0) return true;
    let step = steps.from(member);
    for (const end = step + STEP_LENGTH * degree; step < end; step += STEP_LENGTH) {
      const claim = numbers[step + STEP.claim] as number;
      if (!view.has(claim)) continue;
      const startLatest = numbers[step + STEP.startLatest] as number;
      const endEarliest = numbers[step + STEP.endEarliest] as number;
      const isCertain = startLatest <= day && day < endEarliest;
      // As `periodOf`: none of a claim's days lies within the period but after its first.
      for (let turn = STEP.startEarliest; turn <= STEP.endLatest; turn += 1) {
        const at = numbers[step + turn] as number;
        if (at > day) this.until = Math.min(at, this.until);
        else this.from = Math.max(at, this.from);
      }
      if (isCertain) {
        const entity = numbers[step + STEP.end] as number;
        const party = isJoined[entity] === 0 ? entity : view.partyOf(entity);
        if (!this.add(company, party, step)) return false;
      } else if (
        (numbers[step + STEP.startEarliest] as number) <= day &&
        day < (numbers[step + STEP.endLatest] as number)
      )
        return false;
    }
    return true;
  }

  /** False where the claim at a step is not plain, or another says something of the same holder. */
  private add(company: number, party: number, step: number): boolean {
    const { supposed } = this;
    const { numbers } = this.steps;
    const claim = numbers[step + STEP.claim] as number;
    const votes = supposed === null ? (numbers[step + STEP.least] as number) : leastVotes(supposed, claim);
    if (votes < 0 || party === company || this.count === MOST_HOLDERS || this.holds(party)) return false;
    const at = this.count;
    const isExclusive = votes >= MORE_THAN;
    const lower = isExclusive ? votes - MORE_THAN : votes;
    const upper = supposed === null ? numbers[step + STEP.most] : supposed.shareMax[claim];
    this.parties[at] = party;
    this.lower[at] = lower;
    this.upper[at] = upper as number;
    this.isExclusive[at] = isExclusive;
    this.known += lower;
    this.count = at + 1;
    return true;
  }

  private holds(party: number): boolean {
    for (let at = 0; at < this.count; at += 1) if (this.parties[at] === party) return true;
    return false;
  }

  /** None may hold more than what the others leave for certain. */
  private cap(): void {
    const { known, lower, upper } = this;
    for (let at = 0; at < this.count; at += 1) {
      const least = lower[at] as number;
      upper[at] = Math.min(upper[at] as number, Math.max(least, BILLION - (known - least)));
    }
  }

  /**
   * On whom it hangs whether the company read is controlled. `needed`: one holder without which all others could not
   * control it, by its place; -1 where there is no such, null where all together could not. `alone`: whether that one
   * suffices, for certain or possibly; null where it does not.
   */
  decisive(): { readonly needed: number | null; readonly alone: Bound | null } {
    const { lower, upper, known, isExclusive } = this;
    let most = 0;
    let exclusive = 0;
    for (let at = 0; at < this.count; at += 1) {
      most += upper[at] as number;
      if (isExclusive[at]) exclusive += 1;
    }
    if (!mayReach(known, most, known, exclusive > 0)) return { needed: null, alone: null };
    const isCertain = reaches(known, exclusive > 0);
    let needed = -1;
    for (let at = 0; at < this.count; at += 1) {
      const own = lower[at] as number;
      const ownMost = upper[at] as number;
      const isOwnExclusive = isExclusive[at] as boolean;
      const others = exclusive > (isOwnExclusive ? 1 : 0);
      if (mayReach(known - own, most - ownMost, known, others)) continue;
      const suffices = isCertain
        ? reaches(own, isOwnExclusive)
        : mayReach(own, ownMost, known, isOwnExclusive);
      if (suffices) return { needed: at, alone: isCertain ? "must" : "may" };
      if (needed < 0) needed = at;
    }
    return { needed, alone: null };
  }
}

/** With more holders than these the general way is no slower. */
const MOST_HOLDERS = 32;

/** Whether a sum of lower bounds is more than half. */
export function reaches(lower: number, isExclusive: boolean): boolean {
  const { threshold } = COMPANY_CONTROL;
  return lower > threshold || (lower === threshold && isExclusive);
}

/** Whether some holders may have more than half together: never more than what the others leave for certain. */
export function mayReach(lower: number, upper: number, known: number, isExclusive: boolean): boolean {
  const room = Math.max(lower, BILLION - (known - lower));
  return reaches(lower, isExclusive) || Math.min(upper, room) > COMPANY_CONTROL.threshold;
}
