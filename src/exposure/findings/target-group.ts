import type { Day } from "../../domain/day.js";
import { AFFILIATION } from "../../projection/relation-table.js";
import type { View } from "../../projection/view.js";
import { controllersOf, topmostCompany } from "../control/topmost-company.js";
import { holdsOn } from "../days/clock.js";

/**
 * What a reader calls the group of a party on a day: the topmost Company that controls it (verdict YES) or to which it
 * is affiliated, by chains of both; the party itself if there is none. The word group does not say control.
 */
export function targetGroup(view: View, party: number, day: Day): number {
  return topmostCompany(view, party, (at) => groupsOf(view, at, day));
}

/** The parties directly above one: its groups by Affiliation, and whoever controls it for certain. */
function groupsOf(view: View, party: number, day: Day): readonly number[] {
  const known = REMEMBERED.get(view) ?? new Map<string, readonly number[]>();
  REMEMBERED.set(view, known);
  const key = `${party}/${day}`;
  const groups = known.get(key) ?? findGroups(view, party, day);
  known.set(key, groups);
  return groups;
}

const REMEMBERED = new WeakMap<View, Map<string, readonly number[]>>();

function findGroups(view: View, party: number, day: Day): readonly number[] {
  const { relations } = view.projection;
  const groups = new Set<number>();
  for (const member of view.members(party)) {
    for (const relation of relations.up.of(member)) {
      if (
        relations.kind[relation] !== AFFILIATION ||
        !view.has(relation) ||
        !holdsOn(relations, relation, day)
      )
        continue;
      groups.add(view.partyOf(relations.upper(relation)));
    }
  }
  for (const holder of controllersOf(view, party, day)) groups.add(holder);
  groups.delete(party);
  return [...groups];
}
