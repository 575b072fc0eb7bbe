/** Money after the university's own decision. */
import { type Decision, PROMISING_DECISIONS } from "../../../src/domain/act.js";
import { DAWN, type Day } from "../../../src/domain/day.js";
import type { EntityId } from "../../../src/domain/entity.js";
import type { Verdict } from "../../../src/domain/verdict.js";
import type { DecisionCoverage } from "../../../src/exposure/finding.js";
import { control } from "./control.js";
import { commonDays, type Timed } from "./timing.js";
import type { Seen } from "./world.js";

const WEAKEST_FIRST: readonly Verdict[] = ["NO", "UNDETERMINED", "YES"];

/** "of several the strongest, then the earliest, then the smallest id; undated transactions never." */
export function afterDecision(
  seen: Seen,
  university: EntityId,
  counterparty: EntityId,
  of: Timed,
): DecisionCoverage | null {
  const lastDay = commonDays(seen, of).at(-1);
  if (of.transaction === null || of.transaction.clock.undated || lastDay === undefined) return null;
  const [best] = seen.decisions
    .filter((decision) => PROMISING_DECISIONS.includes(decision.kind))
    .filter((decision) => seen.partyOf(decision.by) === university)
    .map((decision) => ({
      decision,
      covers: weaker(inItsTime(seen, decision, of), coverage(seen, decision, counterparty, lastDay)),
    }))
    .filter(({ covers }) => covers !== "NO")
    .sort(
      (a, b) =>
        WEAKEST_FIRST.indexOf(b.covers) - WEAKEST_FIRST.indexOf(a.covers) ||
        a.decision.clock.startLatest - b.decision.clock.startLatest ||
        a.decision.clock.startEarliest - b.decision.clock.startEarliest ||
        (a.decision.id < b.decision.id ? -1 : 1),
    );
  return best === undefined ? null : { decision: best.decision.id, covers: best.covers };
}

/**
 * "it begins after the decision's start and before its end (YES for certain, UNDETERMINED possibly; a start open to the
 * left is read as its last day for the decision, and never counts as after for the transaction)."
 */
function inItsTime(seen: Seen, decision: Decision, { transaction }: Timed): Verdict {
  if (transaction === null || transaction.relation.clock.startEarliest <= DAWN) return "NO";
  const { startEarliest, startLatest, endEarliest, endLatest } = decision.clock;
  const begins = spanned(seen, transaction.clock.startEarliest, transaction.clock.startLatest).filter(
    (day) => day <= seen.terms.validAt && day < transaction.clock.endLatest,
  );
  const starts = spanned(seen, startEarliest <= DAWN ? startLatest : startEarliest, startLatest);
  const ends = spanned(seen, endEarliest, endLatest);
  const readings = begins.flatMap((begin) =>
    starts.flatMap((start) => ends.filter((end) => start < end).map((end) => start < begin && begin < end)),
  );
  if (readings.length > 0 && readings.every(Boolean)) return "YES";
  return readings.some(Boolean) ? "UNDETERMINED" : "NO";
}

/** The days of a span; beyond the days looked at it has one: its earliest. */
function spanned(seen: Seen, earliest: Day, latest: Day): readonly Day[] {
  const within = seen.days.filter((day) => earliest <= day && day <= latest);
  return within.length > 0 ? within : [earliest];
}

/**
 * "that names the counterparty, or covers subsidiaries and one named controls or may control it on that day." "An empty
 * `covers_subsidiaries` makes the coverage of a controlled counterparty UNDETERMINED, `false` makes it NO; one that is
 * named is always covered."
 */
function coverage(seen: Seen, decision: Decision, counterparty: EntityId, day: Day): Verdict {
  const named = decision.counterparties.map(seen.partyOf);
  if (named.includes(counterparty)) return "YES";
  if (decision.coversSubsidiaries === false) return "NO";
  const verdicts = named.map((one) => control(seen, one, counterparty, day));
  const strongest = WEAKEST_FIRST.findLast((verdict) => verdicts.includes(verdict)) ?? "NO";
  return decision.coversSubsidiaries === null ? weaker(strongest, "UNDETERMINED") : strongest;
}

function weaker(a: Verdict, b: Verdict): Verdict {
  return WEAKEST_FIRST.find((verdict) => verdict === a || verdict === b) ?? "NO";
}
