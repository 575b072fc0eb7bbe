import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import { mayHoldOn } from "../../graph/days/clock.js";
import { BACKING, PARTICIPATION } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import type { ExposureTermsOf } from "../question.js";
import { institution } from "../transactions/parts.js";
import { partyOfId } from "../transactions/search.js";

/**
 * The relations, by number, on which the conditions of a finding may rest: that control is not NO (HOLDING, on validAt;
 * PARENT where no target is named, on asOf, the topmost only), that a share is not below minShare (on asOf). These are
 * the claims on everything between the two ends, other holders' included: what one holds bounds what another may. And
 * where asOf is the day, whatever makes it that day: a later gift can be all that control of that day is measured for.
 * No more than what may matter, and all of it; in no order.
 */
export function claimsOfConditions(view: View, terms: ExposureTermsOf, finding: Finding): readonly number[] {
  const found: number[] = [];
  const onAsOf = terms.minShare !== undefined || (finding.channel === "PARENT" && !terms.targets);
  for (const entry of finding.counterparties) {
    if (finding.channel === "HOLDING") found.push(...claimsAmongEnds(view, finding, entry, terms.validAt));
    if (!onAsOf) continue;
    found.push(...claimsAmongEnds(view, finding, entry, entry.asOf));
    found.push(...claimsThatSetTheDay(view, terms, finding, entry));
  }
  return found;
}

/** The ownership claims on the parties that stand between a target and a counterparty on a day. */
function claimsAmongEnds(view: View, finding: Finding, entry: CounterpartyFinding, day: Day): number[] {
  const target = partyOfId(view, finding.target, "target");
  const counterparty = partyOfId(view, entry.counterparty, "counterparty");
  return finding.channel === "PARENT"
    ? claimsBetween(view, counterparty, target, day)
    : claimsBetween(view, target, counterparty, day);
}

/** The transactions whose own day is asOf, and the claims between the university and what they came from. */
function claimsThatSetTheDay(
  view: View,
  terms: ExposureTermsOf,
  finding: Finding,
  entry: CounterpartyFinding,
): number[] {
  const { relations } = view.projection;
  const university = partyOfId(view, terms.university, "university");
  const counterparty = partyOfId(view, entry.counterparty, "counterparty");
  if (finding.channel === "HOLDING") return claimsBetween(view, university, counterparty, entry.asOf);
  const found: number[] = [];
  const last: ReadonlySet<ClaimId> = new Set(
    entry.transactions.filter(({ asOf }) => asOf === entry.asOf).map(({ relation }) => relation),
  );
  const programs = new Set<number>();
  const { own } = institution(view, university, terms);
  for (const part of own) {
    found.push(
      ...claimsOn(view, part).filter((relation) => own.has(view.partyOf(relations.upper(relation)))),
    );
    for (const member of view.members(part)) {
      for (const relation of [...relations.outgoing.of(member), ...relations.incoming.of(member)]) {
        if (!view.has(relation) || !last.has(relations.id(relation))) continue;
        found.push(relation);
        for (const end of [relations.from[relation], relations.to[relation]] as const)
          if (end !== undefined && isProgram(view, end)) programs.add(view.partyOf(end));
      }
    }
  }
  if (finding.channel === "PROGRAM") found.push(...claimsOnPrograms(view, programs, counterparty));
  return found;
}

/** How programs belong together, and what a counterparty has to do with them. */
function claimsOnPrograms(view: View, some: ReadonlySet<number>, counterparty: number): number[] {
  const { relations } = view.projection;
  const found: number[] = [];
  const programs = new Set(some);
  for (const program of programs) {
    for (const member of view.members(program)) {
      for (const relation of [...relations.up.of(member), ...relations.down.of(member)]) {
        if (!view.has(relation)) continue;
        found.push(relation);
        programs.add(view.partyOf(relations.upper(relation))).add(view.partyOf(relations.lower(relation)));
      }
      for (const relation of relations.incoming.of(member)) {
        const kind = relations.kind[relation];
        const from = view.partyOf(relations.from[relation] as number);
        if ((kind === BACKING || kind === PARTICIPATION) && view.has(relation) && from === counterparty)
          found.push(relation);
      }
    }
  }
  return found;
}

function isProgram(view: View, entity: number): boolean {
  return view.projection.entities.kindOf(entity) === "Program";
}

/** The ownership claims on every party that stands on a chain between two on a day. */
function claimsBetween(view: View, above: number, below: number, day: Day): number[] {
  const leads = ledTo(view, below, "up", day, () => true);
  const between = ledTo(view, above, "down", day, (party) => leads.has(party));
  return [...between].flatMap((party) => claimsOn(view, party));
}

/** Where ownership chains may lead from a party on a day, itself included, over what is admitted. */
function ledTo(
  view: View,
  start: number,
  side: "up" | "down",
  day: Day,
  admits: (party: number) => boolean,
): ReadonlySet<number> {
  const { relations } = view.projection;
  const found = new Set([start]);
  for (const party of found) {
    view.budget.spend();
    for (const member of view.members(party)) {
      for (const relation of relations[side].of(member)) {
        if (!view.has(relation) || !mayHoldOn(relations, relation, day)) continue;
        const next = view.partyOf(side === "up" ? relations.upper(relation) : relations.lower(relation));
        if (admits(next)) found.add(next);
      }
    }
  }
  return found;
}

/** The ownership claims that say who holds, controls or contains a party. */
function claimsOn(view: View, party: number): number[] {
  const { relations } = view.projection;
  const found: number[] = [];
  for (const member of view.members(party))
    for (const relation of relations.up.of(member)) if (view.has(relation)) found.push(relation);
  return found;
}
