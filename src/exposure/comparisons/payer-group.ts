import { DAWN, type Day, NEVER } from "../../domain/day.js";
import type { View } from "../../projection/view.js";
import { controllersOf, topmostCompany } from "../control/topmost-company.js";

/**
 * The group of a Funding's payer: the topmost Company that controls it (verdict YES, affiliations apart) on the day of
 * the payment; the payer itself where there is none. Null where the day is not known well enough to say: the group on
 * the first possible day is another than on the last by validAt, or no day is known at all. Of a span of payments its
 * start counts.
 */
export function payerGroup(view: View, funding: number): number | null {
  const { relations } = view.projection;
  const payer = view.partyOf(relations.from[funding] as number);
  const days = paymentDays(view, funding);
  const groups = new Set(days.map((day) => groupOn(view, payer, day)));
  return groups.size === 1 ? ([...groups][0] as number) : null;
}

/** The first and the last possible day of the start, while it may hold and by validAt; of an open side the other one. */
function paymentDays(view: View, funding: number): readonly Day[] {
  const { relations } = view.projection;
  if (relations.isUndated(funding)) return [];
  const end = relations.endLatest(funding);
  const last = Math.min(relations.startLatest(funding), end < NEVER ? end - 1 : NEVER, view.terms.validAt);
  const days = [relations.startEarliest(funding), last];
  const known = relations.hasOpenStart(funding) ? days.slice(1) : days;
  return known.filter((day) => day > DAWN && day < NEVER);
}

function groupOn(view: View, payer: number, day: Day): number {
  const known = REMEMBERED.get(view) ?? new Map<string, number>();
  REMEMBERED.set(view, known);
  const key = `${payer}/${day}`;
  const group = known.get(key) ?? topmostCompany(view, payer, (at) => controllersOf(view, at, day));
  known.set(key, group);
  return group;
}

const REMEMBERED = new WeakMap<View, Map<string, number>>();
