import type { Day } from "../domain/day.js";
import { AFFILIATION } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { holdsOn } from "./clock.js";
import { controlField, controlledWithin } from "./control.js";

/**
 * What a reader calls the group of a party on a day: the topmost Company that controls it (verdict YES) or to which it
 * is affiliated, by chains of both: above it no Company that is not also below it; of several the smallest id; the
 * party itself if there is none. The word group does not say control.
 */
export function targetGroup(view: View, party: number, day: Day): number {
  const above = closure(party, (at) => groupsOf(view, at, day));
  const inRing = groupsAbove(view, above, day).has(party);
  const companies = [...above].filter((at) => isCompany(view, at) && (at !== party || inRing));
  const topmost = companies.filter((company) => {
    const higher = closure(company, (at) => groupsOf(view, at, day));
    return [...higher].every(
      (other) => !isCompany(view, other) || closure(other, (at) => groupsOf(view, at, day)).has(company),
    );
  });
  return topmost.length === 0 ? party : Math.min(...topmost);
}

function isCompany(view: View, party: number): boolean {
  return view.projection.entities.kindOf(party) === "Company";
}

/** Everything that stands directly above some party of a set. */
function groupsAbove(view: View, parties: ReadonlySet<number>, day: Day): ReadonlySet<number> {
  return new Set([...parties].flatMap((party) => groupsOf(view, party, day)));
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
  const field = controlField(view, party, day);
  for (const holder of field.holdings.keys()) {
    if (controlledWithin(field, holder, "must").has(party)) groups.add(holder);
  }
  groups.delete(party);
  return [...groups];
}

/** A start and everything that steps lead to from it. */
function closure(start: number, next: (party: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set([start]);
  for (const party of found) for (const other of next(party)) found.add(other);
  return found;
}
