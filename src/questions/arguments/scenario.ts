import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { FlagId } from "../../domain/flag.js";
import type { Share } from "../../domain/share.js";
import type { Regime } from "../../ownership/rules/regimes.js";

/** What would be otherwise. Absent lists change nothing. */
export interface Scenario {
  /** Claims of any sort that do not exist, in every version. */
  readonly rejectClaims?: readonly ClaimId[] | null | undefined;
  /** Sources taken as not believed: a claim falls with the last of its sources. */
  readonly rejectSources?: readonly string[] | null | undefined;
  /** Shares of Ownerships. */
  readonly shares?: readonly ScenarioShare[] | null | undefined;
  /** Entities that are listed from validAt on. */
  readonly list?: readonly EntityId[] | null | undefined;
  /** Entities of which no listing counts, or listings that count for no entity. */
  readonly delist?: readonly (EntityId | FlagId)[] | null | undefined;
  /** Groups of entities that are one party each. */
  readonly same?: readonly (readonly EntityId[])[] | null | undefined;
  readonly thresholds?: readonly ScenarioThreshold[] | null | undefined;
}

export interface ScenarioShare extends Share {
  readonly claim: ClaimId;
}

/** `threshold` is a fraction; `inclusive`: the threshold itself suffices. */
export interface ScenarioThreshold {
  readonly regime: Regime;
  readonly threshold: number;
  readonly inclusive: boolean;
}

/** More items than this in one scenario are refused. */
export const MOST_SUPPOSITIONS = 200;

/** How many items a scenario has; of a group each member. */
export function sizeOfScenario(scenario: Scenario): number {
  const { rejectClaims, rejectSources, shares, list, delist, same, thresholds } = scenario;
  const lists = [rejectClaims, rejectSources, shares, list, delist, thresholds, ...(same ?? [])];
  return lists.reduce((sum, items) => sum + (items?.length ?? 0), 0);
}
