import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { badInput, type ExposureError, outOfRange } from "../domain/errors.js";
import type { RelationKind } from "../domain/relation-kinds.js";
import { partyOfId } from "../exposure/transactions/search.js";
import { findPaths } from "../graph/paths/find-paths.js";
import type { Path } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { exposureTerms } from "./arguments/exposure-terms.js";
import { requireEntities, requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import type { SearchScope } from "./report/exposure-report.js";
import { scopeOfView } from "./report/search-scope.js";
import { requireSome } from "./require.js";

export interface PathsQuestion {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Default 3. */
  readonly limit?: number | undefined;
  /** Default 8. */
  readonly maxHops?: number | undefined;
  /** Default: all kinds but undecided Identity. */
  readonly kinds?: readonly RelationKind[] | undefined;
  readonly avoid?: readonly EntityId[] | undefined;
  /** Default false: claims are followed both ways. */
  readonly directed?: boolean | undefined;
  /** Default 5000. */
  readonly hubLimit?: number | undefined;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

export interface PathsAnswer {
  readonly scope: SearchScope;
  readonly paths: readonly Path[];
}

export const MOST_PATHS = 50;

/** What is said of a number of paths that is out of range. */
export function badLimit(limit: number): ExposureError {
  return outOfRange("limit", limit, `give a whole number from 1 to ${MOST_PATHS}`);
}

/**
 * How two entities are connected: the shortest paths first.
 * @throws NOT_FOUND for ends that are not in the graph, BAD_USER_INPUT, WRONG_KIND for numbers out of range and for what the question names and the graph has not.
 */
export async function answerPaths(graph: ResidentGraph, question: PathsQuestion): Promise<PathsAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "from", question.from);
  requireEntity(projection, "to", question.to);
  if (question.from === question.to) {
    throw badInput("is where the paths begin", {
      argument: "to",
      value: question.to,
      remedy: "give two different entities",
    });
  }
  requireSome("kinds", question.kinds);
  // Without entities to avoid nothing is narrowed.
  if (question.avoid && question.avoid.length > 0) requireEntities(projection, "avoid", question.avoid);
  const limit = question.limit ?? 3;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) {
    throw badLimit(limit);
  }
  const { validAt, knownAt, maxHops, hubLimit } = exposureTerms(question, today());
  const view = graph.view(projection, { validAt, knownAt, statuses: DEFAULT_STATUSES });
  const { paths, ...explored } = await inTurns(
    findPaths(view, {
      from: partyOfId(view, question.from, "from"),
      to: partyOfId(view, question.to, "to"),
      limit,
      maxHops,
      kinds: question.kinds ?? null,
      avoid: new Set((question.avoid ?? []).map((id) => partyOfId(view, id, "avoid"))),
      directed: question.directed ?? false,
      hubLimit,
    }),
  );
  return { scope: { ...scopeOfView(view, explored), maxHops, hubLimit }, paths };
}
