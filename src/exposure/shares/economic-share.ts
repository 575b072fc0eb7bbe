import type { Day } from "../../domain/day.js";
import type { View } from "../../graph/view.js";
import {
  type IntegratedShare,
  integratedOwnershipInSteps,
  WHOLLY,
} from "../../ownership/integrated-ownership/integrated-ownership.js";
import type { ChannelId } from "../channels.js";

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
export function* economicShare(
  view: View,
  ends: FindingEnds,
  day: Day,
  precision?: number,
): Generator<void, IntegratedShare> {
  if (ends.target === ends.counterparty) return WHOLLY;
  const { owner, company } = ownerIn(ends);
  return yield* integratedOwnershipInSteps(view, owner, company, day, precision);
}

/** Who owns and what is owned. */
function ownerIn({ channel, target, counterparty }: FindingEnds): {
  readonly owner: number;
  readonly company: number;
} {
  return channel === "PARENT"
    ? { owner: counterparty, company: target }
    : { owner: target, company: counterparty };
}

/** Whether the share is certainly below a bound. A closed loop has no number and is never certainly below. */
export function isCertainlyBelow({ share }: IntegratedShare, minShare: number): boolean {
  return share !== null && share.max < minShare;
}
