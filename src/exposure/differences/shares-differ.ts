import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import { economicShare } from "../shares/economic-share.js";
import type { Differences } from "./differs.js";

/**
 * Whether the economic share between target and counterparty differs for a counterparty that both findings have, each on
 * its own asOf. Shares are computed only where something between the two may differ.
 */
export function sharesDiffer(before: Finding, after: Finding, differences: Differences): boolean {
  return after.counterparties.some((later) => {
    const earlier = before.counterparties.find((each) => each.counterparty === later.counterparty);
    if (earlier === undefined) return false;
    const ends = [after.target, later.counterparty].map((id) => partyOf(differences.after, id));
    const [owner, company] = (after.channel === "PARENT" ? ends.reverse() : ends) as [number, number];
    if (earlier.asOf === later.asOf && !differences.holdingMayDiffer(owner, company)) return false;
    return shareText(differences.before, before, earlier) !== shareText(differences.after, after, later);
  });
}

function shareText(
  view: View,
  { channel, target }: Finding,
  { counterparty, asOf }: CounterpartyFinding,
): string {
  const ends = { channel, target: partyOf(view, target), counterparty: partyOf(view, counterparty) };
  const { share, closedLoop } = runToCompletion(economicShare(view, ends, asOf));
  return JSON.stringify([share, closedLoop]);
}

function partyOf(view: View, id: string): number {
  return view.partyOf(view.projection.entities.indexOf(id));
}
