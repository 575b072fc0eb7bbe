import type { Day } from "../../domain/day.js";
import { COLLABORATION, isTransaction } from "../../graph/relation-table.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { ExposedTermsOf } from "../question.js";
import type { DaysReached } from "./days-reached.js";
import type { Reached } from "./reached-target.js";

/** How many transactions some chain lets in, by the party that receives them: money and research alone. */
export interface Counts {
  readonly recipients: readonly number[];
  readonly of: Int32Array;
  /** Transactions looked at. */
  readonly looked: number;
}

/**
 * The transactions of the target itself (DIRECT) and of every party from which ownership chains lead to it, on the days
 * on which a chain may hold; recipients in the order in which they are met. Each counts once for the party that receives
 * it.
 */
export function* countTransactions(
  view: View,
  target: number,
  { up, down }: Reached,
  { channels }: ExposedTermsOf,
): Generator<void, Counts> {
  const walks = [channels.includes("SUBSIDIARY") ? up : null, down].flatMap((walk) => walk?.possible ?? []);
  const counting = new Counting(view, channels.includes("DIRECT") ? target : null, walks);
  yield* counting.run();
  return counting;
}

/** So many claims are looked at, at least, between two steps. */
const TRANSACTIONS_A_STEP = 4096;

class Counting implements Counts {
  readonly recipients: number[] = [];
  readonly of: Int32Array;
  looked = 0;
  private readonly view: View;
  /** The party whose transactions all belong; null: none. */
  private readonly direct: number | null;
  private readonly walks: readonly DaysReached[];

  constructor(view: View, direct: number | null, walks: readonly DaysReached[]) {
    this.view = view;
    this.direct = direct;
    this.walks = walks;
    this.of = new Int32Array(view.projection.entities.count);
  }

  /** The transactions that the parties reached pay or take part in. */
  *run(): Generator<void, void> {
    const { view } = this;
    const pace = new Pace(TRANSACTIONS_A_STEP);
    const { relations } = view.projection;
    const { outgoing, from, to } = relations;
    const collaborations = collaborationsBy(view);
    const [first, second] = this.walks;
    const others = [...(second?.parties() ?? [])].filter((party) => first?.days.has(party) !== true);
    for (const party of [
      ...(this.direct === null ? [] : [this.direct]),
      ...(first?.parties() ?? []),
      ...others,
    ]) {
      if (pace.isStep(1 + outgoing.degree(party))) yield;
      for (const member of view.members(party)) {
        view.budget.spend(outgoing.degree(member));
        for (const relation of outgoing.of(member)) {
          const kind = relations.kind[relation];
          if (isTransaction(kind as number)) this.count(relation, from, to);
        }
        for (const relation of collaborations.get(member) ?? []) this.count(relation, to, from);
      }
    }
  }

  /** Counts a transaction for its receiver, if a chain from its payer lets it in. */
  private count(relation: number, payers: Int32Array, receivers: Int32Array): void {
    const { view } = this;
    const { relations } = view.projection;
    const payer = view.partyOf(payers[relation] as number);
    const isIn = this.letsIn(payer, relations.startEarliest(relation), relations.endLatest(relation));
    if (!isIn || !view.has(relation)) return;
    const receiver = view.partyOf(receivers[relation] as number);
    const known = this.of[receiver] as number;
    if (known === 0) this.recipients.push(receiver);
    this.of[receiver] = known + 1;
  }

  private letsIn(payer: number, from: Day, until: Day): boolean {
    if (payer === this.direct) return true;
    for (const { days } of this.walks) {
      if (!days.has(payer)) continue;
      this.looked += 1;
      if (days.overlaps(payer, from, until)) return true;
    }
    return false;
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
