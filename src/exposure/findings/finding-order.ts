import { VERDICT_ORDER } from "../../ownership/control/verdict.js";
import { CHANNEL_IDS } from "../channels.js";
import { type Finding, TIMINGS } from "../finding.js";

/**
 * Findings in their total order: control YES, UNDETERMINED, NO; timing strongest first, those that rest on an unstated
 * end after BEFORE; fewest hops; most transactions; the target's id; the order of the channels; the university's id.
 */
export function inOrder<Item extends Finding>(findings: readonly Item[]): Item[] {
  // One stands where it stands, and need not be judged.
  if (findings.length < 2) return [...findings];
  const ranked = findings.map((finding) => ({
    finding,
    control: VERDICT_ORDER.indexOf(finding.control),
    timing: timingRank(finding),
    channel: CHANNEL_IDS.indexOf(finding.channel),
  }));
  ranked.sort(
    (a, b) =>
      a.control - b.control ||
      a.timing - b.timing ||
      a.finding.hops - b.finding.hops ||
      b.finding.transactionCount - a.finding.transactionCount ||
      compare(a.finding.target, b.finding.target) ||
      a.channel - b.channel ||
      compare(a.finding.university, b.finding.university),
  );
  return ranked.map(({ finding }) => finding);
}

/** Where a timing stands in the order. */
export function timingRank(finding: Finding): number {
  return finding.restsOnUnstatedEnd ? TIMINGS.indexOf("BEFORE") + 0.5 : TIMINGS.indexOf(finding.timing);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
