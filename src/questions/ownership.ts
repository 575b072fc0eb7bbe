import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { OwnershipRight } from "../domain/relation-kinds.js";
import { BILLION, type Share } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import { overfullText } from "../explain/share-problem-text.js";
import { partyOfId } from "../exposure/transactions/search.js";
import type { Path, TruncationReason } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import {
  ECONOMIC,
  isContradictory,
  SHARES,
  type ShareReading,
  shareholdersOf,
  VOTES_TOO,
} from "../ownership/control/shareholders.js";
import { type PartyStake, type Stakes, stakesOf } from "../ownership/integrated-ownership/stakes.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import type { SearchScope } from "./report/exposure-report.js";
import { scopeOfView } from "./report/search-scope.js";
import { requireFraction } from "./require.js";
import { graphNames } from "./resident/graph-names.js";

export interface OwnershipQuestion {
  readonly of: EntityId;
  /** Default unspecified: economic and unspecified shares, votes where nothing else is given. */
  readonly right?: OwnershipRight | undefined;
  /** As of `IntegratedOwnershipQuestion`. */
  readonly precision?: number | undefined;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

export interface Stake {
  readonly party: EntityId;
  /** Null where nothing is held directly. */
  readonly direct: Share | null;
  /** Economic; null in a closed loop. */
  readonly integrated: Share | null;
  readonly control: Verdict;
  readonly closedLoop: boolean;
  readonly converged: boolean;
  /** From the entity asked about. */
  readonly path: Path;
}

export interface OwnershipAnswer {
  readonly scope: SearchScope;
  readonly company: EntityId;
  readonly right: OwnershipRight;
  /** Fractions: how much of its shares is attributed, and the rest. */
  readonly known: number;
  readonly unknown: number;
  /** All parties above, and all below, at any depth; the nearest first. */
  readonly holders: readonly Stake[];
  readonly holdings: readonly Stake[];
  /** Contradictions among its own shares, each as a clause. */
  readonly problems: readonly string[];
}

const READINGS: Readonly<Record<OwnershipRight, ShareReading>> = {
  economic: ECONOMIC,
  votes: VOTES_TOO,
  unspecified: SHARES,
};

/** Who owns an entity and what it owns, on validAt. @throws NOT_FOUND, WRONG_KIND for an id that is no entity. */
export async function answerOwnership(
  graph: ResidentGraph,
  question: OwnershipQuestion,
): Promise<OwnershipAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "of", question.of);
  requireFraction("precision", question.precision);
  const validAt = question.validAt ?? today();
  const knownAt = question.knownAt ?? today();
  const view = graph.view(projection, { validAt, knownAt, statuses: DEFAULT_STATUSES });
  const party = partyOfId(view, question.of, "of");
  const right = question.right ?? "unspecified";
  const asked = { day: validAt, reading: READINGS[right], precision: question.precision };
  const holders = await inTurns(stakesOf(view, party, "up", asked));
  const holdings = await inTurns(stakesOf(view, party, "down", asked));
  const shares = shareholdersOf(view, party, asked.reading, validAt);
  const company = projection.entities.id(party);
  return {
    scope: scopeOf(view, company, holders, holdings),
    company,
    right,
    known: shares.known / BILLION,
    unknown: Math.max(0, BILLION - shares.known) / BILLION,
    holders: holders.stakes.map((stake) => stakeOf(view, stake)),
    holdings: holdings.stakes.map((stake) => stakeOf(view, stake)),
    problems: isContradictory(shares)
      ? [overfullText(company, shares.known / BILLION, graphNames(projection, knownAt))]
      : [],
  };
}

function stakeOf(view: View, { party, direct, integrated, control, path }: PartyStake): Stake {
  const { share, closedLoop, converged } = integrated;
  return {
    party: view.projection.entities.id(party),
    direct,
    integrated: share,
    control,
    closedLoop,
    converged,
    path,
  };
}

function scopeOf(view: View, company: EntityId, holders: Stakes, holdings: Stakes): SearchScope {
  const reasons = [holders, holdings].flatMap(({ leftOut, isCut }): TruncationReason[] =>
    leftOut === 0 ? [] : [isCut ? "DEADLINE" : "ROW_BUDGET"],
  );
  const truncated = [...new Set(reasons)].map((reason) => ({ at: company, reason, skippedRelations: null }));
  return scopeOfView(view, {
    exploredEntities: 1 + holders.stakes.length + holdings.stakes.length,
    exploredRelations: holders.exploredRelations + holdings.exploredRelations,
    truncated,
  });
}
