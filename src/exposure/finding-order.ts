import { CHANNEL_IDS } from "./channels.js";
import { type Finding, TIMINGS } from "./finding.js";
import { VERDICT_ORDER } from "./verdict.js";

/**
 * Findings in their total order: control YES, UNDETERMINED, NO; timing strongest first, those that rest on an unstated
 * end after BEFORE; fewest hops; most transactions; the target's id; the order of the channels; the university's id.
 */
export function inOrder<Item extends Finding>(findings: readonly Item[]): Item[] {
  return [...findings].sort(
    (a, b) =>
      VERDICT_ORDER.indexOf(a.control) - VERDICT_ORDER.indexOf(b.control) ||
      timingRank(a) - timingRank(b) ||
      a.hops - b.hops ||
      b.transactionCount - a.transactionCount ||
      compare(a.target, b.target) ||
      CHANNEL_IDS.indexOf(a.channel) - CHANNEL_IDS.indexOf(b.channel) ||
      compare(a.university, b.university),
  );
}

/** Where a timing stands in the order. */
export function timingRank(finding: Finding): number {
  return finding.restsOnUnstatedEnd ? TIMINGS.indexOf("BEFORE") + 0.5 : TIMINGS.indexOf(finding.timing);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
