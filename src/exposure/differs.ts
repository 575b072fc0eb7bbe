import type { View } from "../projection/view.js";

/** Whether a relation exists in one of two views only, has another share, or begins or ends between their days. */
export function relationDiffers(before: View, after: View, relation: number): boolean {
  if (before.has(relation) !== after.has(relation)) return true;
  if (!after.has(relation)) return false;
  const [a, b] = [before.projection.relations, after.projection.relations];
  if (a.shareMin[relation] !== b.shareMin[relation] || a.shareMax[relation] !== b.shareMax[relation])
    return true;
  if (a.marks[relation] !== b.marks[relation]) return true;
  const { startEarliest, startLatest, endEarliest, endLatest } = a;
  return [startEarliest, startLatest, endEarliest, endLatest].some((days) =>
    isBetween(before, after, days[relation] as number),
  );
}

/** Whether a day is later than the earlier validAt and not later than the other. */
export function isBetween(before: View, after: View, day: number): boolean {
  const [a, b] = [before.terms.validAt, after.terms.validAt];
  return Math.min(a, b) < day && day <= Math.max(a, b);
}

/** Whether any claim of own+ on a party, or on what stands above it, differs between two views. */
export function holdingsDiffer(before: View, after: View, party: number): boolean {
  const { relations } = after.projection;
  const above = new Set([party]);
  for (const at of above) {
    for (const view of [before, after]) {
      for (const member of view.members(at)) {
        for (const relation of relations.up.of(member)) {
          if (relationDiffers(before, after, relation)) return true;
          if (view.has(relation)) above.add(view.partyOf(relations.upper(relation)));
        }
      }
    }
  }
  return before.parties !== after.parties && [...above].some((at) => partiesDiffer(before, after, at));
}

function partiesDiffer(before: View, after: View, party: number): boolean {
  return [...before.members(party)].join() !== [...after.members(party)].join();
}
