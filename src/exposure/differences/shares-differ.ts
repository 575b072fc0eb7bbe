import type { View } from "../../graph/view.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import { economicShare } from "../shares/economic-share.js";
import type { Differences } from "./differs.js";

/**
 * Whether the economic share between target and counterparty differs for a counterparty that both findings have, each on
 * its own asOf; in steps. Shares are computed only where something between the two may differ.
 */
export function* sharesDiffer(
  before: Finding,
  after: Finding,
  differences: Differences,
): Generator<void, boolean> {
  for (const later of after.counterparties) {
    const earlier = before.counterparties.find((each) => each.counterparty === later.counterparty);
    if (earlier === undefined) continue;
    const ends = [after.target, later.counterparty].map((id) => partyOf(differences.after, id));
    const [owner, company] = (after.channel === "PARENT" ? ends.reverse() : ends) as [number, number];
    if (earlier.asOf === later.asOf && !(yield* differences.holdingMayDiffer(owner, company))) continue;
    const was = yield* shareText(differences.before, before, earlier);
    if (was !== (yield* shareText(differences.after, after, later))) return true;
  }
  return false;
}

function* shareText(
  view: View,
  { channel, target }: Finding,
  { counterparty, asOf }: CounterpartyFinding,
): Generator<void, string> {
  const ends = { channel, target: partyOf(view, target), counterparty: partyOf(view, counterparty) };
  const { share, closedLoop } = yield* economicShare(view, ends, asOf);
  return JSON.stringify([share, closedLoop]);
}

function partyOf(view: View, id: string): number {
  return view.partyOf(view.projection.entities.indexOf(id));
}
