import type { ClaimId } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import type { RelationKind } from "../domain/relation-kinds.js";
import { mayBeStartless, relationDateOrder } from "./date-order.js";
import { type List, listed } from "./keyset.js";
import type { ListScope } from "./list-scope.js";

export type Direction = "outgoing" | "incoming" | "both";

export interface RelationFilter {
  /** Null: all kinds. */
  readonly kinds: readonly RelationKind[] | null;
  readonly direction: Direction;
}

/** Tells which of some claims were written without a start; the store knows. Asked once for a list, if at all. */
export type FindStartless = (ids: readonly ClaimId[]) => Promise<ReadonlySet<ClaimId>>;

/** The relations of an entity (or its party), in no order. */
export function relationsOf(scope: ListScope, entity: EntityId, filter: RelationFilter): readonly number[] {
  const { relations } = scope.projection;
  const found = new Set<number>();
  for (const member of scope.membersOf(entity)) {
    const lists = [
      ...(filter.direction === "incoming" ? [] : [relations.outgoing]),
      ...(filter.direction === "outgoing" ? [] : [relations.incoming]),
    ];
    for (const list of lists) {
      for (const relation of list.of(member)) {
        if (filter.kinds && !filter.kinds.includes(relations.kindOf(relation))) continue;
        if (scope.listsRelation(relation)) found.add(relation);
      }
    }
  }
  return [...found];
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
