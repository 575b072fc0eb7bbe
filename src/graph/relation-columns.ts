import { isDecidedIdentity, type Relation } from "../domain/relation.js";
import { BILLION } from "../domain/share.js";
import type { RelationColumns } from "../store/graph-store.js";

/** Relations as the page of columns that a store would give of them, in the order in which they come. */
export function relationColumns(relations: readonly Relation[]): RelationColumns {
  const column = <T>(cell: (relation: Relation) => T): readonly T[] => relations.map(cell);
  const clock = (cell: keyof Relation["clock"]) => column((relation) => Number(relation.clock[cell]));
  return {
    id: column(({ id }) => id),
    revision: column(({ revision }) => revision),
    kind: column(({ kind }) => kind),
    ends: relations.flatMap(({ from, to }) => [from, to]),
    from: relations.map((_, at) => 2 * at),
    to: relations.map((_, at) => 2 * at + 1),
    status: column(({ status }) => status),
    shareMin: column(({ share }) => share && Math.round(share.min * BILLION)),
    shareMax: column(({ share }) => share && Math.round(share.max * BILLION)),
    exclusive: column(({ share }) => (share?.minExclusive ? 1 : 0) + (share?.maxExclusive ? 2 : 0)),
    right: column(({ right }) => right),
    amountMin: column(({ amount }) => amount?.min ?? null),
    amountMax: column(({ amount }) => amount?.max ?? null),
    currency: column(({ currency }) => currency),
    amountQualifier: column(({ amountQualifier }) => amountQualifier),
    amountPer: column(({ amountPer }) => amountPer),
    payment: column(({ payment }) => payment),
    decided: column((relation) => (isDecidedIdentity(relation) ? 1 : 0)),
    startEarliest: clock("startEarliest"),
    startLatest: clock("startLatest"),
    endEarliest: clock("endEarliest"),
    endLatest: clock("endLatest"),
    recorded: clock("recorded"),
    retracted: clock("retracted"),
    undated: clock("undated"),
  };
}
