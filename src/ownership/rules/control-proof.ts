import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { Verdict } from "../../domain/verdict.js";
import type { PathStep } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { controlInSteps, controlledWithin, controllersInSteps, votesOf } from "../control/control.js";
import { shareOf } from "../control/share-of.js";
import { type HeldPair, stepsOf, supportOf } from "./rule-proof.js";

/** What a verdict on control rests on. */
export interface ControlGrounds {
  readonly verdict: Verdict;
  /** Held by the controller alone and through what it controls. */
  readonly votes: Share;
  /** Of the controller and what it controls (or may control), the parties that a claim says control the company. */
  readonly stated: readonly number[];
  /** The same, those with votes in the company, the greatest first. */
  readonly voters: readonly { readonly party: number; readonly votes: Share }[];
}

/** The last step of control: who of the controller's own holds votes in the company, or is stated to control it. */
export function* controlGrounds(
  view: View,
  controller: number,
  company: number,
  day: Day,
): Generator<void, ControlGrounds> {
  const { field } = yield* controllersInSteps(view, company, day);
  const verdict = yield* controlInSteps(view, controller, company, day);
  const bound = verdict === "YES" ? "must" : "may";
  const controlled = yield* controlledWithin(field, controller, bound);
  const held = field.heldCompany(company);
  const stated = [...((bound === "must" ? held?.statedMust : held?.statedMay) ?? [])];
  const voters = (held?.limbs[0]?.holders ?? [])
    .filter((holder) => controlled.has(holder.party) && holder.party !== company && holder.upper > 0)
    .sort((a, b) => b.lower - a.lower || b.upper - a.upper || a.party - b.party);
  return {
    verdict,
    votes: yield* votesOf(view, controller, company, day),
    stated: stated.filter((party) => controlled.has(party)).sort((a, b) => a - b),
    voters: voters.map((holder) => ({ party: holder.party, votes: shareOf(holder) })),
  };
}

/**
 * The claims that a verdict on control rests on, from the controller down to the company: for YES as few as suffice,
 * for UNDETERMINED the same on upper bounds, for NO what was counted and does not suffice. Of a holder that counts by its
 * votes the claim of its share is given. Empty for a party itself.
 */
export function* controlProof(
  view: View,
  controller: number,
  company: number,
  day: Day,
): Generator<void, readonly PathStep[]> {
  if (controller === company) return [];
  const { field } = yield* controllersInSteps(view, company, day);
  const bound = (yield* controlInSteps(view, controller, company, day)) === "YES" ? "must" : "may";
  const support = yield* supportOf({
    field,
    caught: yield* controlledWithin(field, controller, bound),
    bound,
    seeds: (party) => party === controller,
  });
  const isStated = ([holder, held]: HeldPair) => {
    const { statedMust, statedMay } = field.heldCompany(held) ?? {};
    return (bound === "must" ? statedMust : statedMay)?.has(holder) ?? false;
  };
  return yield* stepsOf(view, support, { day, purpose: (pair) => (isStated(pair) ? "control" : "holding") });
}
