import type { View } from "../projection/view.js";
import { holdingsDiffer } from "./differs.js";
import { economicShare } from "./economic-share.js";
import type { CounterpartyFinding, Finding } from "./finding.js";

/**
 * Whether the economic share between target and counterparty differs for a counterparty that both findings have, each on
 * its own asOf. Shares are computed only where something above the lower of the two differs.
 */
export function sharesDiffer(
  before: Finding,
  after: Finding,
  views: { readonly before: View; readonly after: View },
): boolean {
  return after.counterparties.some((later) => {
    const earlier = before.counterparties.find((each) => each.counterparty === later.counterparty);
    if (earlier === undefined) return false;
    const lower = after.channel === "PARENT" ? after.target : later.counterparty;
    const readsSame =
      earlier.asOf === later.asOf && !holdingsDiffer(views.before, views.after, partyOf(views.after, lower));
    return !readsSame && shareText(views.before, before, earlier) !== shareText(views.after, after, later);
  });
}

function shareText(
  view: View,
  { channel, target }: Finding,
  { counterparty, asOf }: CounterpartyFinding,
): string {
  const ends = { channel, target: partyOf(view, target), counterparty: partyOf(view, counterparty) };
  const { share, closedLoop } = economicShare(view, ends, asOf);
  return JSON.stringify([share, closedLoop]);
}

function partyOf(view: View, id: string): number {
  return view.partyOf(view.projection.entities.indexOf(id));
}
