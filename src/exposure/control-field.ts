import type { Day } from "../domain/day.js";
import { BILLION } from "../domain/share.js";
import { AFFILIATION, CONTROL, OWNERSHIP, PART_OF } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { holdsOn, mayHoldOn } from "./clock.js";
import { type Bound, hasOtherHolder } from "./fixpoint.js";
import { type Holder, holdersOf } from "./holders.js";

/**
 * Everything that can matter for who controls a company on a day: the parties above it, and what each of them is held
 * by. Who controls the company is the same inside this field as in the whole graph, and the field is small.
 */
export interface ControlField {
  /** For each party of the field, the parties that its claims are on, within the field. */
  readonly holdings: ReadonlyMap<number, readonly number[]>;
  readonly held: ReadonlyMap<number, HeldCompany>;
}

interface HeldCompany {
  readonly holders: readonly Holder[];
  /** What all holders hold for certain, in billionths. */
  readonly known: number;
  /** Parties of which a claim says that they control it: for certain, and possibly. */
  readonly statedMust: ReadonlySet<number>;
  readonly statedMay: ReadonlySet<number>;
}

/** The field of a company on a day; remembered for the view. */
export function controlField(view: View, company: number, day: Day): ControlField {
  const known = REMEMBERED.get(view) ?? new Map<string, ControlField>();
  REMEMBERED.set(view, known);
  const key = `${company}/${day}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const field = buildField(view, company, day);
  known.set(key, field);
  return field;
}

const REMEMBERED = new WeakMap<View, Map<string, ControlField>>();
const MOST_REMEMBERED = 2048;

function buildField(view: View, company: number, day: Day): ControlField {
  const held = new Map<number, HeldCompany>();
  const holdings = new Map<number, number[]>();
  const above = new Set([company]);
  for (const party of above) {
    const here = heldCompany(view, party, day);
    held.set(party, here);
    if (!mayBeControlled(here)) continue;
    const holders = new Set([
      ...here.statedMay,
      ...here.holders.filter((each) => each.upper > 0).map((each) => each.party),
    ]);
    for (const holder of holders) {
      if (holder === party) continue;
      above.add(holder);
      const list = holdings.get(holder);
      if (list) list.push(party);
      else holdings.set(holder, [party]);
    }
  }
  return { holdings, held };
}

/** Whether anybody at all may control it: otherwise nothing above it matters. */
function mayBeControlled(held: HeldCompany): boolean {
  return held.statedMay.size > 0 || held.holders.reduce((sum, holder) => sum + holder.upper, 0) > BILLION / 2;
}

function heldCompany(view: View, company: number, day: Day): HeldCompany {
  const { relations } = view.projection;
  const statedMust = new Set<number>();
  const statedMay = new Set<number>();
  let isOwned = false;
  for (const member of view.members(company)) {
    for (const relation of relations.up.of(member)) {
      const kind = relations.kind[relation];
      if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
      if (kind === OWNERSHIP) isOwned = true;
      if (kind !== CONTROL && kind !== PART_OF && kind !== AFFILIATION) continue;
      const party = view.partyOf(relations.upper(relation));
      statedMay.add(party);
      const certain = kind !== AFFILIATION && holdsOn(relations, relation, day);
      if (certain && (kind === CONTROL || !hasOtherHolder(view, relation, day))) statedMust.add(party);
    }
  }
  const holders = isOwned ? holdersOf(view, company, "votes", day) : [];
  const known = holders.reduce((sum, holder) => sum + holder.lower, 0);
  return { holders, known, statedMust, statedMay };
}

/**
 * Whether a party controls the company of a field: the least fixpoint of company control inside the field, by worklist
 * (see `COMPANY_CONTROL`). `base`: parties that count as controlled from the start.
 */
export function controlledWithin(
  field: ControlField,
  controller: number,
  bound: Bound,
  base: Iterable<number> = [],
): ReadonlySet<number> {
  const caught = new Set([controller, ...base]);
  for (const holder of caught) {
    for (const company of field.holdings.get(holder) ?? []) {
      if (
        !caught.has(company) &&
        isControlled(field.held.get(company) as HeldCompany, company, caught, bound)
      )
        caught.add(company);
    }
  }
  return caught;
}

function isControlled(
  held: HeldCompany,
  company: number,
  caught: ReadonlySet<number>,
  bound: Bound,
): boolean {
  for (const party of bound === "must" ? held.statedMust : held.statedMay) if (caught.has(party)) return true;
  let lower = 0;
  let upper = 0;
  let isMore = false;
  for (const holder of held.holders) {
    if (holder.party === company || !caught.has(holder.party)) continue;
    lower += holder.lower;
    upper += holder.upper;
    isMore ||= holder.lowerExclusive;
  }
  const half = BILLION / 2;
  if (bound === "must") return lower > half || (lower === half && isMore);
  return Math.max(lower, Math.min(upper, BILLION - (held.known - lower))) > half;
}
