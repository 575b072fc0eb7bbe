import { NEVER } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import type { Projection } from "../../graph/projection.js";
import type { ListOrder, SortKey } from "../pagination.js";

/** By the last possible day of the start, then the first, then the id; claims without a start come last. */
export function dateKey(claim: Pick<Claim, "id" | "start" | "clock">): SortKey {
  if (claim.start === null) return [NEVER, NEVER, claim.id];
  return [claim.clock.startLatest, claim.clock.startEarliest, claim.id];
}

/** Claims that are resident as a whole, in order of date. */
export function dateOrder<Kind extends Claim>(): ListOrder<Kind> {
  return { name: "date", key: dateKey };
}

/** Relations (numbers) in order of date; `startless` tells which of them give no start. */
export function relationDateOrder(projection: Projection, startless: ReadonlySet<number>): ListOrder<number> {
  const { relations } = projection;
  return {
    name: "date",
    key: (relation) =>
      startless.has(relation)
        ? [NEVER, NEVER, relations.id(relation)]
        : [relations.startLatest(relation), relations.startEarliest(relation), relations.id(relation)],
  };
}

/**
 * Relations whose columns do not tell whether a start was written: an empty one reads as "by then", as does a written
 * `../D`, and both are cut to the founding of the ends. Only the store knows.
 */
export function mayBeStartless(projection: Projection, relation: number): boolean {
  const { relations, entities } = projection;
  if (relations.isUndated(relation)) return true;
  const from = relations.from[relation] as number;
  const to = relations.to[relation] as number;
  const founded = Math.max(entities.foundedEarliest[from] as number, entities.foundedEarliest[to] as number);
  return relations.startEarliest(relation) <= founded;
}
