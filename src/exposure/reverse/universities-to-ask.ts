import { BACKING, FUNDING, isTie, PARTICIPATION } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { ExposedTermsOf } from "../question.js";
import { isProgram, programSteps } from "../transactions/contacts.js";
import { withWholes } from "../transactions/parts.js";
import { isReached, type Reached } from "./reached-target.js";

/**
 * The universities that must be asked in full: with parts or a whole, on a chain themselves, tied to a program, or
 * holding something; all where small shares leave counterparties out.
 */
export function universitiesToAsk(
  view: View,
  target: number,
  reached: Reached,
  { terms, recipients }: { terms: ExposedTermsOf; recipients: readonly number[] },
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const party of recipients)
    if (terms.minShare !== undefined || !standsAlone(view, party, reached)) met.add(party);
  if (terms.channels.includes("PROGRAM")) {
    for (const program of programsBehind(view, target, reached)) {
      for (const [, , other] of tiesOfParty(view, program)) met.add(other);
    }
  }
  if (terms.channels.includes("HOLDING")) {
    const { down } = view.projection.relations;
    for (const university of view.projection.entities.ofKind("University"))
      if (down.degree(university) > 0) met.add(view.partyOf(university));
  }
  return universitiesAbove(view, met);
}

function standsAlone(view: View, party: number, reached: Reached): boolean {
  const { relations } = view.projection;
  if (view.parties.next[party] !== party || isReached(reached, party)) return false;
  return relations.up.degree(party) === 0 && relations.down.degree(party) === 0;
}

/** The programs that the target and the parties on chains to it are or are tied to, with all above and below these. */
function programsBehind(view: View, target: number, reached: Reached): ReadonlySet<number> {
  const { entities, relations } = view.projection;
  const isMet = (party: number) => party === target || (reached.up?.leadsFrom(party) ?? false);
  const programs = new Set<number>();
  for (const program of entities.ofKind("Program")) {
    const party = view.partyOf(program);
    if (isMet(party) && isProgram(view, party)) programs.add(party);
  }
  for (const relation of [...relations.ofKind(PARTICIPATION), ...relations.ofKind(BACKING)]) {
    const ends = [relations.from, relations.to].map((end) => view.partyOf(end[relation] as number));
    const [from, to] = ends as [number, number];
    if (!view.has(relation)) continue;
    if (isMet(from)) programs.add(to);
    if (isMet(to)) programs.add(from);
  }
  for (const program of programs) {
    for (const down of [true, false])
      for (const [, next] of programSteps(view, program, down)) programs.add(next);
  }
  return programs;
}

/** The claims of money, research and programs at a party: kind, relation, other end. */
function* tiesOfParty(view: View, party: number): Iterable<[kind: number, relation: number, other: number]> {
  const { relations } = view.projection;
  for (const member of view.members(party)) {
    for (const relation of relations.outgoing.of(member)) {
      const kind = relations.kind[relation] as number;
      if (!isTie(kind) || !view.has(relation)) continue;
      yield [kind, relation, view.partyOf(relations.to[relation] as number)];
    }
    for (const relation of relations.incoming.of(member)) {
      const kind = relations.kind[relation] as number;
      if (kind === FUNDING || !isTie(kind) || !view.has(relation)) continue;
      yield [kind, relation, view.partyOf(relations.from[relation] as number)];
    }
  }
}

/** Universities among parties and all that these may be a part of. */
function universitiesAbove(view: View, parties: ReadonlySet<number>): ReadonlySet<number> {
  const { entities } = view.projection;
  return new Set([...withWholes(view, parties)].filter((party) => entities.kindOf(party) === "University"));
}
