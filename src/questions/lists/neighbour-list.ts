import type { EntityId, EntityKind } from "../../domain/entity.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import { type List, listed } from "../pagination.js";
import { byId } from "./entity-list.js";
import type { ListScope } from "./list-scope.js";

/** Which neighbours: at the other end of claims of these kinds, in this direction, of this kind of entity. */
export interface Neighbourhood {
  readonly kinds: readonly RelationKind[];
  readonly direction: "outgoing" | "incoming";
  /** Null: any. */
  readonly of: readonly EntityKind[] | null;
  /** Whether validAt is the day on which the claim may hold; otherwise it cuts off the future and history stays. */
  readonly onTheDay: boolean;
}

/** The entities next to an entity (or its party) by confirmed and reported claims, each once, by id. Entity numbers. */
export function neighboursOf(scope: ListScope, entity: EntityId, asked: Neighbourhood): List<number> {
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
