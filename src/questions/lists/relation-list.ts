import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import { badInput } from "../../domain/errors.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import { requireEntities } from "../arguments/known-ids.js";
import { type List, listed, MAX_PAGE_SIZE } from "../pagination.js";
import { requireSome } from "../require.js";
import { mayBeStartless, relationDateOrder } from "./date-order.js";
import type { ListScope } from "./list-scope.js";

export type Direction = "outgoing" | "incoming" | "both";

export interface RelationFilter {
  /** Null: all kinds. */
  readonly kinds: readonly RelationKind[] | null;
  readonly direction: Direction;
  /** Only those that have one of these, or one party with it, at the other end. Absent or null: all. */
  readonly others?: readonly EntityId[] | null | undefined;
}

/** Tells which of some claims were written without a start; the store knows. Asked once for a list, if at all. */
export type FindStartless = (ids: readonly ClaimId[]) => Promise<ReadonlySet<ClaimId>>;

/**
 * The relations of an entity (or its party), in no order.
 * @throws BAD_USER_INPUT for one of `others` that is not in the graph, for more than a page of them, and for a list that
 * names nothing.
 */
export function relationsOf(scope: ListScope, entity: EntityId, filter: RelationFilter): readonly number[] {
  requireSome("kinds", filter.kinds);
  const { relations } = scope.projection;
  const others = othersOf(scope, filter.others);
  const found = new Set<number>();
  for (const member of scope.membersOf(entity)) {
    const lists = [
      ...(filter.direction === "incoming" ? [] : [{ list: relations.outgoing, ends: relations.to }]),
      ...(filter.direction === "outgoing" ? [] : [{ list: relations.incoming, ends: relations.from }]),
    ];
    for (const { list, ends } of lists) {
      for (const relation of list.of(member)) {
        if (filter.kinds && !filter.kinds.includes(relations.kindOf(relation))) continue;
        if (others !== null && !others.has(ends[relation] as number)) continue;
        if (scope.listsRelation(relation)) found.add(relation);
      }
    }
  }
  return [...found];
}

/** The numbers of the other ends that are wanted; null: all are. */
function othersOf(scope: ListScope, ids: RelationFilter["others"]): ReadonlySet<number> | null {
  if (!ids) return null;
  if (ids.length > MAX_PAGE_SIZE)
    throw badInput("were given", {
      argument: "others",
      value: ids.length,
      remedy: `name ${MAX_PAGE_SIZE} at a time`,
    });
  requireEntities(scope.projection, "others", ids);
  return new Set(ids.flatMap((id) => scope.membersOf(id)));
}

/** Which of some relations were written without a start. */
export async function startlessAmong(
  { projection }: ListScope,
  found: readonly number[],
  findStartless: FindStartless,
): Promise<ReadonlySet<number>> {
  const doubtful = found.filter((relation) => mayBeStartless(projection, relation));
  if (doubtful.length === 0) return new Set();
  const ids = doubtful.map((relation) => projection.relations.id(relation));
  const startless = await findStartless(ids);
  return new Set(doubtful.filter((_, at) => startless.has(ids[at] as ClaimId)));
}

/** Relations in order of date. */
export async function relationsByDate(
  scope: ListScope,
  found: readonly number[],
  findStartless: FindStartless,
): Promise<List<number>> {
  const startless = await startlessAmong(scope, found, findStartless);
  return listed(found, relationDateOrder(scope.projection, startless));
}
