import type { Budget } from "../projection/budget.js";
import { COLLABORATION, FUNDING } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { untilDay } from "./clock.js";
import type { DaysReached } from "./days-reached.js";
import type { PartyDays } from "./party-days.js";
import type { ExposedTermsOf } from "./question.js";
import type { Reached } from "./reached-target.js";

/** How many transactions some chain lets in, by the party that receives them: money and research alone. */
export interface Counts {
  readonly recipients: readonly number[];
  readonly of: Int32Array;
  /** Transactions looked at. */
  readonly looked: number;
}

/**
 * The transactions of the target itself (DIRECT) and of everybody that own+ leads to it from, on the days on which a chain
 * may hold; recipients in the order in which they are met. Each counts once for whoever receives it.
 */
export function countTransactions(
  view: View,
  target: number,
  reached: Reached,
  { channels }: ExposedTermsOf,
): Counts {
  const counting = new Counting(view);
  if (channels.includes("DIRECT")) {
    const [from, until] = untilDay(view.terms.validAt).may as [number, number];
    counting.add(target, { overlaps: (_, first, end) => first < until && from < end });
  }
  if (reached.up && channels.includes("SUBSIDIARY")) counting.addAll(reached.up);
  if (reached.down) counting.addAll(reached.down);
  return counting;
}

/** Counts each transaction once at each of its ends, however many chains lead to it. */
class Counting implements Counts {
  readonly recipients: number[] = [];
  readonly of: Int32Array;
  looked = 0;
  private readonly view: View;
  private readonly budget: Budget;
  private readonly collaborations: ReadonlyMap<number, readonly number[]>;
  /** By relation: 1 counted at its `to`, 2 at its `from`. */
  private readonly counted: Uint8Array;

  constructor(view: View) {
    const { entities, relations } = view.projection;
    this.view = view;
    this.budget = view.budget;
    this.of = new Int32Array(entities.count);
    this.counted = new Uint8Array(relations.count);
    this.collaborations = collaborationsBy(view);
  }

  /**
   * The transactions of all parties reached. Where these are many, the transactions are gone through instead, in the
   * order of the table.
   */
  addAll({ parties, days }: DaysReached): void {
    const { relations } = this.view.projection;
    const fundings = relations.ofKind(FUNDING);
    if (parties.length < fundings.length / 8) {
      for (const party of parties) this.add(party, days);
      return;
    }
    for (const relation of fundings) this.countAt(days, relation, 1);
    for (const relation of relations.ofKind(COLLABORATION)) {
      this.countAt(days, relation, 1);
      this.countAt(days, relation, 2);
    }
  }

  private countAt(days: PartyDays, relation: number, end: 1 | 2): void {
    const { view } = this;
    const { relations } = view.projection;
    this.budget.spend();
    const party = view.partyOf((end === 1 ? relations.from : relations.to)[relation] as number);
    if (days.has(party)) this.count(party, days, relation, end);
  }

  /** The transactions that a party pays or takes part in, on its days. */
  add(party: number, days: Pick<PartyDays, "overlaps">): void {
    const { view } = this;
    const { relations } = view.projection;
    const { offsets } = relations.outgoing;
    let member = party;
    do {
      const end = offsets[member + 1] as number;
      this.budget.spend(end - (offsets[member] as number));
      for (let relation = offsets[member] as number; relation < end; relation += 1) {
        const kind = relations.kind[relation];
        if (kind === FUNDING || kind === COLLABORATION) this.count(party, days, relation, 1);
      }
      for (const relation of this.collaborations.get(member) ?? []) this.count(party, days, relation, 2);
      member = view.parties.next[member] as number;
    } while (member !== party);
  }

  private count(party: number, days: Pick<PartyDays, "overlaps">, relation: number, end: 1 | 2): void {
    const { view, counted } = this;
    const { relations } = view.projection;
    this.looked += 1;
    if (((counted[relation] as number) & end) !== 0 || !view.has(relation)) return;
    const start = relations.startEarliest(relation);
    if (!days.overlaps(party, start, relations.endLatest(relation))) return;
    counted[relation] = (counted[relation] as number) | end;
    const recipient = view.partyOf((end === 1 ? relations.to : relations.from)[relation] as number);
    if (this.of[recipient] === 0) this.recipients.push(recipient);
    this.of[recipient] = (this.of[recipient] as number) + 1;
  }
}

/** The Collaborations that lead to an entity: research has two ends. */
function collaborationsBy(view: View): ReadonlyMap<number, readonly number[]> {
  const { relations } = view.projection;
  const found = new Map<number, number[]>();
  for (const relation of relations.ofKind(COLLABORATION)) {
    const to = relations.to[relation] as number;
    const others = found.get(to);
    if (others) others.push(relation);
    else found.set(to, [relation]);
  }
  return found;
}
