import { type Decision, PROMISING_DECISIONS } from "../../domain/act.js";
import { byStart } from "../../domain/claim-order.js";
import { DAWN, type Day } from "../../domain/day.js";
import type { Verdict } from "../../domain/verdict.js";
import type { View } from "../../graph/view.js";
import { control } from "../../ownership/control/control.js";
import { stronger, VERDICT_ORDER, verdict, weaker } from "../../ownership/control/verdict.js";
import type { DecisionCoverage } from "../finding.js";
import type { TransactionDays } from "./timing.js";

/** A university's own decisions that exist for a question, in order of date. Those of its parts or its whole do not count. */
export function decisionsOf(view: View, university: number): readonly Decision[] {
  const { decisions, entities } = view.projection;
  return decisions
    .filter((decision) => view.holds(decision) && view.partyOf(entities.indexOf(decision.by)) === university)
    .sort(byStart);
}

/**
 * Whether a decision covers a counterparty on a day: one that is named always; another if it is controlled by one that
 * is named, as far as the decision covers subsidiaries (empty: undetermined).
 */
export function coverage(view: View, decision: Decision, counterparty: number, day: Day): Verdict {
  const named = decision.counterparties.map((id) => view.partyOf(view.projection.entities.indexOf(id)));
  if (named.includes(counterparty)) return "YES";
  if (decision.coversSubsidiaries === false) return "NO";
  const controlled = named
    .filter((party) => party !== undefined)
    .map((party) => control(view, party, counterparty, day))
    .reduce(stronger, "NO");
  return decision.coversSubsidiaries ? controlled : weaker(controlled, "UNDETERMINED");
}

/**
 * The decision after which a transaction is dated, if any: the strongest, then the earliest, then the smallest id.
 * `day` is the last on which the transaction and its chain may hold together. It may have been promised before.
 */
export function afterDecision(
  view: View,
  decisions: readonly Decision[],
  transaction: { readonly counterparty: number; readonly days: TransactionDays; readonly day: Day },
): DecisionCoverage | null {
  let best: DecisionCoverage | null = null;
  for (const decision of decisions) {
    if (!PROMISING_DECISIONS.includes(decision.kind)) continue;
    const dated = datedWithin(decision, transaction.days, view.terms.validAt);
    if (dated === "NO") continue;
    const covers = weaker(dated, coverage(view, decision, transaction.counterparty, transaction.day));
    if (covers === "NO") continue;
    if (best === null || VERDICT_ORDER.indexOf(covers) < VERDICT_ORDER.indexOf(best.covers)) {
      best = { decision: decision.id, covers };
    }
  }
  return best;
}

/**
 * Whether a transaction begins after a decision's start and before its end. A start open to the left is read as its
 * last day for the decision, and never counts as after for the transaction: its source says only that it existed by then.
 * Nothing begins after the last day on which it may hold.
 */
function datedWithin(decision: Decision, days: TransactionDays, validAt: Day): Verdict {
  if (days.undated || days.openStart) return "NO";
  const { startLatest, endEarliest, endLatest } = decision.clock;
  const startEarliest = decision.clock.startEarliest <= DAWN ? startLatest : decision.clock.startEarliest;
  const begins = {
    earliest: days.startEarliest,
    latest: Math.min(days.startLatest, days.endLatest - 1, validAt),
  };
  const must = begins.earliest > startLatest && begins.latest < endEarliest;
  // On one day, after the start and before the end.
  const may = Math.max(begins.earliest, startEarliest + 1) <= Math.min(begins.latest, endLatest - 1);
  return verdict(must, may);
}
