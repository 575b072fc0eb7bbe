import { NEVER } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { isCertainlyBelow } from "../../exposure/shares/economic-share.js";
import { closure } from "../../graph/closure.js";
import { isFromAbove } from "../../graph/relation-table.js";
import { componentsOf } from "../../graph/strongly-connected-components.js";
import { stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import { integratedHoldings } from "../../ownership/integrated-ownership/integrated-ownership.js";
import { inTurns } from "../in-turns.js";
import { type List, listed } from "../pagination.js";
import { requireFraction } from "../require.js";
import { byId } from "./entity-list.js";
import type { ListScope } from "./list-scope.js";
import { type FindStartless, relationsByDate, relationsOf } from "./relation-list.js";

/**
 * Who owns or controls a company by a claim of its own, one step up, by id. A share of any size makes a parent, for a
 * subsidiary is what some claim says is owned or controlled; an affiliate or a part of a whole is neither. Entity
 * numbers.
 */
export function parentsOf(scope: ListScope, company: EntityId): List<number> {
  const start = partyOf(scope, company);
  const parents = start === null ? [] : [...nextOf(scope, start, "up")];
  return listed(parents, byId(scope.projection));
}

/**
 * The other parties above a company that have no party above them which is not also below them, by id. Entity numbers.
 */
export async function ultimateParentsOf(scope: ListScope, company: EntityId): Promise<List<number>> {
  const start = partyOf(scope, company);
  const parties = start === null ? [] : await inTurns(topsAbove(scope, start));
  return listed(
    parties.filter((party) => party !== start),
    byId(scope.projection),
  );
}

function* topsAbove(scope: ListScope, start: number): Generator<void, readonly number[]> {
  const above = [...(yield* allBeyond(scope, start, "up"))];
  const places = new Map(above.map((party, at) => [party, at]));
  const parents = above.map((party) =>
    [...nextOf(scope, party, "up")].map((parent) => places.get(parent) as number),
  );
  const components = yield* componentsOf(above.length, (place) => parents[place] ?? []);
  const tops = components.filter((component) => {
    const members = new Set(component);
    return component.every((place) => parents[place]?.every((parent) => members.has(parent)));
  });
  return tops.flat().map((place) => above[place] as number);
}

/**
 * The companies that a company owns or controls, at any depth, by id. `minShare` drops those of which its integrated
 * share is certainly below it, on validAt or else on the day of asking. Entity numbers.
 * @throws BAD_USER_INPUT for a minShare out of range.
 */
export async function subsidiariesOf(
  scope: ListScope,
  company: EntityId,
  minShare: number | null,
): Promise<List<number>> {
  requireFraction("minShare", minShare);
  const start = partyOf(scope, company);
  const { entities } = scope.projection;
  const below = start === null ? [] : [...(await inTurns(allBeyond(scope, start, "down")))];
  const companies = below.filter((party) => entities.kindOf(party) === "Company" && party !== start);
  if (minShare === null || start === null) return listed(companies, byId(scope.projection));
  const shares = await inTurns(integratedHoldings(scope.stateView(), start, scope.stateDay));
  const kept = companies.filter((party) => {
    const share = shares.get(party);
    return share ? !isCertainlyBelow(share, minShare) : minShare === 0;
  });
  return listed(kept, byId(scope.projection));
}

/** The Ownership claims on a company (`incoming`) or by it (`outgoing`), whatever their status, in order of date. */
export function ownershipsOf(
  scope: ListScope,
  company: EntityId,
  direction: "incoming" | "outgoing",
  findStartless: FindStartless,
): Promise<List<number>> {
  const { relations } = scope.projection;
  const found = relationsOf(scope, company, { kinds: ["Ownership"], direction }).filter(
    (relation) => scope.validAt >= NEVER || scope.validAt < relations.endLatest(relation),
  );
  return relationsByDate(scope, found, findStartless);
}

function partyOf(scope: ListScope, id: EntityId): number | null {
  const entity = scope.projection.entities.indexOf(id);
  return entity < 0 ? null : scope.view.partyOf(entity);
}

/** The parties one step up or down, by Ownership and Control that may hold; never the party itself. */
function nextOf(scope: ListScope, party: number, direction: WalkDirection): ReadonlySet<number> {
  const { view, projection } = scope;
  const next = new Set<number>();
  for (const member of view.members(party)) {
    for (const relation of stepsOf(view, direction).of(member)) {
      if (!isFromAbove(projection.relations.kind[relation] as number) || !scope.mayHold(relation)) continue;
      next.add(stepEnd(view, relation, direction));
    }
  }
  next.delete(party);
  return next;
}

/** Everything that steps lead to, the start only where they lead back to it. */
function allBeyond(
  scope: ListScope,
  start: number,
  direction: WalkDirection,
): Generator<void, ReadonlySet<number>> {
  const next = (party: number) => nextOf(scope, party, direction);
  return closure(next(start), next);
}
