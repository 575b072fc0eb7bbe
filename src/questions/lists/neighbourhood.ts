import type { EntityId, EntityKind } from "../../domain/entity.js";
import { outOfRange } from "../../domain/errors.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import type { Truncation } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { type List, listed } from "../pagination.js";
import { byId } from "./entity-list.js";
import type { ListScope } from "./list-scope.js";

export const MOST_NEIGHBOUR_HOPS = 4;
/** So many relations make a neighbourhood at most. */
const ROW_BUDGET = 200_000;

export interface Neighbourhood {
  /** Numbers, the entity's own among them. */
  readonly entities: ReadonlySet<number>;
  readonly relations: ReadonlySet<number>;
  readonly explored: {
    readonly exploredEntities: number;
    readonly exploredRelations: number;
    readonly truncated: readonly Truncation[];
  };
}

/**
 * What lies around an entity: every relation of the view that joins it, or one within `hops`, to another. What has more
 * relations than `hubLimit` is shown and not passed through, unless it is the entity itself.
 * @throws BAD_USER_INPUT for hops out of range.
 */
export function neighbourhood(
  view: View,
  entity: EntityId,
  { hops, hubLimit }: { readonly hops: number; readonly hubLimit: number },
): Neighbourhood {
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_NEIGHBOUR_HOPS)
    throw outOfRange("hops", hops, `give a whole number from 1 to ${MOST_NEIGHBOUR_HOPS}`);
  const { entities: table } = view.projection;
  const start = table.indexOf(entity);
  const found = new Set([start]);
  const relations = new Set<number>();
  const truncated: Truncation[] = [];
  let frontier = [start];
  for (let hop = 0; hop < hops && frontier.length > 0; hop += 1) {
    const next: number[] = [];
    for (const from of frontier) {
      const around = [...relationsOf(view, from)];
      if (around.length > hubLimit && from !== start) {
        truncated.push({ at: table.id(from), reason: "HUB_LIMIT", skippedRelations: around.length });
        continue;
      }
      for (const [relation, other] of around) {
        if (relations.size >= ROW_BUDGET) break;
        relations.add(relation);
        if (found.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    }
    frontier = next;
  }
  if (relations.size >= ROW_BUDGET)
    truncated.push({ at: null, reason: "ROW_BUDGET", skippedRelations: null });
  return {
    entities: found,
    relations,
    explored: { exploredEntities: found.size, exploredRelations: relations.size, truncated },
  };
}

/** The visible relations of an entity's party, each with its other end. */
function* relationsOf(view: View, entity: number): Iterable<readonly [relation: number, other: number]> {
  const { relations } = view.projection;
  for (const member of view.members(entity)) {
    for (const relation of relations.outgoing.of(member))
      if (view.has(relation)) yield [relation, relations.to[relation] as number];
    for (const relation of relations.incoming.of(member))
      if (view.has(relation)) yield [relation, relations.from[relation] as number];
  }
}

/** Which neighbours: at the other end of claims of these kinds, in this direction, of this kind of entity. */
export interface Neighbours {
  readonly kinds: readonly RelationKind[];
  readonly direction: "outgoing" | "incoming";
  /** Null: any. */
  readonly of: readonly EntityKind[] | null;
  /** Whether validAt is the day on which the claim may hold; otherwise it cuts off the future and history stays. */
  readonly onTheDay: boolean;
}

/** The entities next to an entity (or its party) by confirmed and reported claims, each once, by id. Entity numbers. */
export function neighboursOf(scope: ListScope, entity: EntityId, asked: Neighbours): List<number> {
  const { relations, entities } = scope.projection;
  const outgoing = asked.direction === "outgoing";
  const found = new Set<number>();
  for (const member of scope.membersOf(entity)) {
    for (const relation of (outgoing ? relations.outgoing : relations.incoming).of(member)) {
      if (!asked.kinds.includes(relations.kindOf(relation))) continue;
      if (!(asked.onTheDay ? scope.mayHold(relation) : scope.view.has(relation))) continue;
      const other = (outgoing ? relations.to : relations.from)[relation] as number;
      if (asked.of === null || asked.of.includes(entities.kindOf(other))) found.add(other);
    }
  }
  return listed([...found], byId(scope.projection));
}
