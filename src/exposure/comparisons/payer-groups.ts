import { DAWN, type Day, NEVER } from "../../domain/day.js";
import type { InSteps } from "../../graph/lazy.js";
import { type PathStep, pathOf } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { controlProof } from "../../ownership/rules/control-proof.js";
import { mayBeOf, stepsToGroup, targetGroupInSteps } from "../findings/target-group.js";

/** By what a payer belongs to a group: it is the group's topmost company itself, or a chain of these leads up to it. */
export const GROUP_RULES = ["ITSELF", "CONTROL", "AFFILIATION", "CONTROL_AND_AFFILIATION"] as const;
export type GroupRule = (typeof GROUP_RULES)[number];

/**
 * Why a Funding of the same family stands outside a group: its payer belonged to the group on the day of the payment, and
 * does not on the day asked about; or whether it belongs on that day is open.
 */
export const OUTSIDE_REASONS = ["ON_PAYMENT_DAY", "POSSIBLY"] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** Of a group who paid, and who of the same family paid and is not counted. Parties and Fundings are numbers. */
export interface PayerGroup {
  readonly group: number;
  /** By id. */
  readonly payers: readonly FundingsOfPayer[];
  /** By reason, then by id; a Funding has one reason, the first. */
  readonly outside: readonly (FundingsOfPayer & { readonly reason: OutsideReason })[];
}

export interface FundingsOfPayer {
  readonly payer: number;
  readonly fundings: readonly number[];
}

/**
 * The groups of some payers: what of the Fundings is each group's, and what of the others stands outside though its payer
 * is of the same family. `view` is that of the day. In steps, a payer each.
 */
export function* payerGroups(
  view: View,
  { fundings, groups, day }: { fundings: readonly number[]; groups: readonly number[]; day: Day },
): Generator<void, readonly PayerGroup[]> {
  const payers: (FundingsOfPayer & { readonly group: number })[] = [];
  /** The payers that something stood above at some time, by it: no others can be of the family of what is below it. */
  const below = new Map<number, number[]>();
  for (const [payer, own] of byPayer(view, fundings)) {
    for (const at of everAbove(view, payer)) {
      const known = below.get(at);
      if (known) known.push(payers.length);
      else below.set(at, [payers.length]);
    }
    payers.push({ payer, fundings: own, group: yield* targetGroupInSteps(view, payer, day) });
    yield;
  }
  const found: PayerGroup[] = [];
  for (const group of groups) {
    const near = new Set([...everAbove(view, group)].flatMap((at) => below.get(at) ?? []));
    const relatives = [...near].sort((a, b) => a - b).map((at) => payers[at] as (typeof payers)[number]);
    const family = yield* mayBeOf(view, group, day);
    const outside: PayerGroup["outside"][number][] = [];
    for (const { payer, fundings: own } of relatives.filter((each) => each.group !== group)) {
      const before = new Set<number>();
      for (const funding of own) if (yield* belongedWhenPaid(view, group, funding)) before.add(funding);
      if (before.size > 0) outside.push({ reason: "ON_PAYMENT_DAY", payer, fundings: [...before] });
      const rest = own.filter((funding) => !before.has(funding));
      if (rest.length > 0 && [...(yield* mayBeOf(view, payer, day))].some((at) => family.has(at)))
        outside.push({ reason: "POSSIBLY", payer, fundings: rest });
      yield;
    }
    found.push({
      group,
      payers: relatives.filter((each) => each.group === group),
      outside: OUTSIDE_REASONS.flatMap((reason) => outside.filter((each) => each.reason === reason)),
    });
    yield;
  }
  return found;
}

/** A party and whatever a counted claim ever placed above it, at any depth. */
function everAbove(view: View, party: number): ReadonlySet<number> {
  const { relations } = view.projection;
  const found = new Set([party]);
  for (const at of found) {
    for (const member of view.members(at)) {
      for (const relation of relations.up.of(member))
        if (view.has(relation)) found.add(view.partyOf(relations.upper(relation)));
    }
  }
  return found;
}

/** Which rule makes a payer part of its group on a day, and the claims that show it, from the group down. */
export function* groupGrounds(
  view: View,
  { payer, group, day }: { readonly payer: number; readonly group: number; readonly day: Day },
): Generator<void, { readonly rule: GroupRule; readonly proof: InSteps<readonly PathStep[]> }> {
  const steps = (yield* stepsToGroup(view, payer, group, day)).toReversed();
  return {
    rule: ruleOf(steps.map(({ affiliation }) => (affiliation === null ? "CONTROL" : "AFFILIATION"))),
    *proof() {
      const shown: PathStep[] = [];
      for (const { lower, upper, affiliation } of steps) {
        if (affiliation === null) shown.push(...(yield* controlProof(view, upper, lower, day)));
        else shown.push(...pathOf(view, upper, [affiliation], lower).steps);
      }
      return shown;
    },
  };
}

/** What some rules are together. */
export function ruleOf(rules: readonly GroupRule[]): GroupRule {
  const kinds = new Set(rules.filter((rule) => rule !== "ITSELF"));
  if (kinds.size > 1) return "CONTROL_AND_AFFILIATION";
  return [...kinds][0] ?? "ITSELF";
}

/** Payers with their Fundings, by id. */
function byPayer(view: View, fundings: readonly number[]): readonly (readonly [number, readonly number[]])[] {
  const { relations } = view.projection;
  const found = new Map<number, number[]>();
  for (const funding of fundings) {
    const payer = view.partyOf(relations.from[funding] as number);
    const own = found.get(payer);
    if (own) own.push(funding);
    else found.set(payer, [funding]);
  }
  return [...found].sort(([a], [b]) => a - b);
}

/** Whether a Funding's payer and a company were of one group on each day on which it may have been paid. */
function* belongedWhenPaid(view: View, group: number, funding: number): Generator<void, boolean> {
  const payer = view.partyOf(view.projection.relations.from[funding] as number);
  const days = paymentDays(view, funding);
  for (const day of days) {
    const paying = yield* targetGroupInSteps(view, payer, day);
    if (paying !== (yield* targetGroupInSteps(view, group, day))) return false;
  }
  return days.length > 0;
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
