import { type Day, NEVER } from "../../domain/day.js";
import type { RelationTable } from "../relation-table.js";
import { type DaySet, includesAll, join, meet, NO_DAYS, span, within } from "./day-set.js";

/**
 * On which days something holds, three ways: for certain; possibly, with every unstated end (`L/..`) read as its L;
 * and possibly. Each lies within the next.
 */
export interface Holding {
  readonly certain: DaySet;
  readonly stated: DaySet;
  readonly may: DaySet;
}

/** Holds on every day up to and including `validAt`: the future does not exist. */
export function untilDay(validAt: Day): Holding {
  const days = span(-0x7fffffff, validAt + 1);
  return { certain: days, stated: days, may: days };
}

export const HOLDS_NEVER: Holding = { certain: NO_DAYS, stated: NO_DAYS, may: NO_DAYS };

/** When a relation holds. */
export function holdingOf(relations: RelationTable, relation: number): Holding {
  const startEarliest = relations.startEarliest(relation);
  const endLatest = relations.endLatest(relation);
  const endEarliest = relations.endEarliest(relation);
  const may = span(startEarliest, endLatest);
  return {
    certain: span(relations.startLatest(relation), endEarliest),
    stated: hasUnstatedEnd(relations, relation) ? span(startEarliest, endEarliest) : may,
    may,
  };
}

/** When a chain still holds with one claim more; null where it never may. The same object where nothing falls away. */
export function narrowed(holding: Holding, relations: RelationTable, relation: number): Holding | null {
  const first = holding.may[0] as Day;
  const end = holding.may[holding.may.length - 1] as Day;
  const startLatest = relations.startLatest(relation);
  const endEarliest = relations.endEarliest(relation);
  if (startLatest <= first && end <= endEarliest) return holding;
  const startEarliest = relations.startEarliest(relation);
  const endLatest = relations.endLatest(relation);
  if (end <= startEarliest || endLatest <= first) return null;
  const may = within(holding.may, startEarliest, endLatest);
  if (may.length === 0) return null;
  const certain = within(holding.certain, startLatest, endEarliest);
  const isUnstated = endLatest >= NEVER && endEarliest < NEVER;
  const stated = within(holding.stated, startEarliest, isUnstated ? endEarliest : endLatest);
  const isSame = may === holding.may && certain === holding.certain && stated === holding.stated;
  return isSame ? holding : { certain, stated, may };
}

/** Whether one holds on no day on which the other does not, in all three ways. */
export function addsNothing(holding: Holding, known: Holding): boolean {
  return (
    holding === known ||
    (includesAll(known.may, holding.may) &&
      includesAll(known.certain, holding.certain) &&
      includesAll(known.stated, holding.stated))
  );
}

/** Whether a relation's end is open to the right, written or read so: no source says until when it held. */
export function hasUnstatedEnd(relations: RelationTable, relation: number): boolean {
  return relations.endLatest(relation) >= NEVER && relations.endEarliest(relation) < NEVER;
}

/** Whether a relation may hold on a day. */
export function mayHoldOn(relations: RelationTable, relation: number, day: Day): boolean {
  return relations.startEarliest(relation) <= day && day < relations.endLatest(relation);
}

/** Whether a relation holds on a day for certain. */
export function holdsOn(relations: RelationTable, relation: number, day: Day): boolean {
  return relations.startLatest(relation) <= day && day < relations.endEarliest(relation);
}

/** When both hold: a chain and its next claim. The same object where one holds only while the other does. */
export function bothHold(a: Holding, b: Holding): Holding {
  const certain = meet(a.certain, b.certain);
  const stated = meet(a.stated, b.stated);
  const may = meet(a.may, b.may);
  if (certain === b.certain && stated === b.stated && may === b.may) return b;
  return certain === a.certain && stated === a.stated && may === a.may ? a : { certain, stated, may };
}

/** When one or the other holds: two chains to the same place. */
export function eitherHolds(a: Holding, b: Holding): Holding {
  if (a === b || b.may.length === 0) return a;
  if (a.may.length === 0) return b;
  return { certain: join(a.certain, b.certain), stated: join(a.stated, b.stated), may: join(a.may, b.may) };
}
