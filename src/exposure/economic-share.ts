import type { Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import type { ChannelId } from "./channels.js";
import { type IntegratedShare, integratedOwnership, WHOLLY } from "./integrated-ownership.js";

/** Between whom a finding runs. */
export interface FindingEnds {
  readonly channel: ChannelId;
  readonly target: number;
  readonly counterparty: number;
}

/**
 * The target's economic share of a counterparty on a day; in PARENT the counterparty's of the target. Where the two are
 * the same it is the whole.
 */
export function economicShare(
  view: View,
  { channel, target, counterparty }: FindingEnds,
  day: Day,
): IntegratedShare {
  if (target === counterparty) return WHOLLY;
  const [owner, company] = channel === "PARENT" ? [counterparty, target] : [target, counterparty];
  return integratedOwnership(view, owner, company, day);
}

/** Whether the share is certainly below a bound. A closed loop has no number and is never certainly below. */
export function isCertainlyBelow({ share }: IntegratedShare, minShare: number): boolean {
  return share !== null && share.max < minShare;
}
