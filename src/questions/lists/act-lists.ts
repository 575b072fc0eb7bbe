import type { Decision, DecisionKind, ReviewPolicy } from "../../domain/act.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import type { Response } from "../../domain/flag.js";
import type { Projection } from "../../graph/projection.js";
import { isKnownOn } from "../../graph/view.js";
import { requireEntities } from "../arguments/known-ids.js";
import { type List, listed } from "../pagination.js";
import { requireSome } from "../require.js";
import { dateOrder } from "./date-order.js";
import type { ListScope } from "./list-scope.js";

/** Which decisions; absent fields select all. */
export interface DecisionFilter {
  readonly by?: readonly EntityId[] | null | undefined;
  /** Decisions that name one of these. */
  readonly counterparties?: readonly EntityId[] | null | undefined;
  readonly kinds?: readonly DecisionKind[] | null | undefined;
}

/**
 * Who decided what about whom, in order of date.
 * @throws BAD_USER_INPUT for an entity that the graph has not.
 */
export function listDecisions(scope: ListScope, filter: DecisionFilter): List<Decision> {
  requireEntities(scope.projection, "filter.by", filter.by);
  requireEntities(scope.projection, "filter.counterparties", filter.counterparties);
  requireSome("filter.kinds", filter.kinds);
  const by = filter.by && partyNumbers(scope, filter.by);
  const named = filter.counterparties && partyNumbers(scope, filter.counterparties);
  return inOrder(scope, (decision, numberOf) => {
    if (by && !by.has(numberOf(decision.by))) return false;
    if (named && !decision.counterparties.some((id) => named.has(numberOf(id)))) return false;
    return !filter.kinds || filter.kinds.includes(decision.kind);
  });
}

/** The decisions that an entity (or its party) took, and those that name it. */
export function decisionsAbout(scope: ListScope, entity: EntityId): List<Decision> {
  const members = partyNumbers(scope, [entity]);
  return inOrder(scope, (decision, numberOf) =>
    [decision.by, ...decision.counterparties].some((id) => members.has(numberOf(id))),
  );
}

/** A university's standing rules of review, in order of date. */
export function policiesOf(scope: ListScope, university: EntityId): readonly ReviewPolicy[] {
  const members = partyNumbers(scope, [university]);
  const { entities, policies } = scope.projection;
  return listed(
    policies.filter((policy) => scope.lists(policy) && members.has(entities.indexOf(policy.university))),
    dateOrder<ReviewPolicy>(),
  ).items;
}

/** What was answered to a flag or a decision, as known on a day, in order of date. */
export function responsesTo(projection: Projection, id: string, knownAt: Day): readonly Response[] {
  const responses = responsesByMatter(projection).get(id) ?? [];
  return listed(
    responses.filter((response) => isKnownOn(response, knownAt)),
    dateOrder<Response>(),
  ).items;
}

function responsesByMatter(projection: Projection): ReadonlyMap<string, readonly Response[]> {
  const known = RESPONSES.get(projection);
  if (known) return known;
  const found = new Map<string, Response[]>();
  for (const response of projection.responses) {
    const others = found.get(response.to);
    if (others) others.push(response);
    else found.set(response.to, [response]);
  }
  RESPONSES.set(projection, found);
  return found;
}

const RESPONSES = new WeakMap<Projection, ReadonlyMap<string, readonly Response[]>>();

function partyNumbers(scope: ListScope, ids: readonly EntityId[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id) => scope.membersOf(id)));
}

function inOrder(
  scope: ListScope,
  passes: (decision: Decision, numberOf: (id: EntityId) => number) => boolean,
): List<Decision> {
  const { entities, decisions } = scope.projection;
  const numberOf = (id: EntityId) => entities.indexOf(id);
  return listed(
    decisions.filter((decision) => scope.lists(decision) && passes(decision, numberOf)),
    dateOrder<Decision>(),
  );
}
