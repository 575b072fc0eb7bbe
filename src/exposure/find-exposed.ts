import { BACKING, COLLABORATION, FUNDING, PART_OF, PARTICIPATION } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { assembleFinding } from "./assemble-finding.js";
import { isProgram, programSteps } from "./contacts.js";
import { type CountedFlags, flagsFor } from "./counted-flags.js";
import { type ChainsBehind, draftsTo } from "./find-exposures.js";
import { findHoldings } from "./find-holdings.js";
import type { Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import { hubClaims, stepsOf, type WalkDirection } from "./hubs.js";
import type { Layers } from "./layers.js";
import { chainsTo } from "./own-chains.js";
import type { ExposedTermsOf } from "./question.js";
import { partyOfId, type Search, searchFrom } from "./search.js";

/** The universities exposed to a target, the most exposed first: by their first finding in the order of findings. */
export interface Exposed {
  readonly target: string;
  readonly universities: readonly { readonly university: string; readonly findings: readonly Finding[] }[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * Which universities are exposed to a target: the grammar walked backwards from it, once. Finding by finding the same
 * as asking each university with the target named; a system repeats the money of its campuses.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposed(view: View, terms: ExposedTermsOf): Exposed {
  const target = partyOfId(view, terms.to, "to");
  const flags = flagsFor(view, terms.flags);
  const chains = chainsBehind(view, target, terms, new Set());
  const findings: Finding[] = [];
  for (const university of universitiesBehind(view, target, chains, terms)) {
    findings.push(...findingsOf(view, university, target, { terms, flags, chains }));
  }
  const parties = new Set([target, ...chains.up.keys(), ...chains.down.keys()]);
  return {
    target: view.projection.entities.id(target),
    universities: byUniversity(inOrder(findings)),
    exploredEntities: parties.size,
    exploredRelations: [...parties].reduce((sum, party) => sum + claimsOf(view, party), 0),
    truncated: [...hubsAmong(view, chains.up, "up", terms), ...hubsAmong(view, chains.down, "down", terms)],
  };
}

interface Backwards {
  readonly terms: ExposedTermsOf;
  readonly flags: CountedFlags;
  readonly chains: ChainsBehind;
}

/** The findings of one university; chains that lead through its own parts are walked anew without them. */
function findingsOf(
  view: View,
  university: number,
  target: number,
  { terms, flags, chains }: Backwards,
): Finding[] {
  const matters = (party: number) => party === target || chains.up.has(party) || chains.down.has(party);
  const search = searchFrom(view, university, terms, flags, matters);
  const { own } = search.institution;
  if (own.has(target)) return [];
  const crossed = [...own].some((party) => chains.up.has(party) || chains.down.has(party));
  const allowed = crossed ? chainsBehind(view, target, terms, own) : chains;
  const found = draftsTo(search, target, allowed, { up: () => allowed.up, down: () => allowed.down }).map(
    (draft) => assembleFinding(search, draft),
  );
  return terms.channels.includes("HOLDING") && holdsAnything(search)
    ? [...found, ...findHoldings(search, [target]).findings]
    : found;
}

function chainsBehind(
  view: View,
  target: number,
  terms: ExposedTermsOf,
  barred: ReadonlySet<number>,
): ChainsBehind {
  const { channels, maxHops, hubLimit } = terms;
  const walk = (direction: WalkDirection) =>
    chainsTo(view, target, {
      direction,
      maxHops: maxHops - 1,
      hubLimit,
      mayStand: (party) => !barred.has(party),
    });
  const up = channels.includes("SUBSIDIARY") || channels.includes("PROGRAM");
  return { up: up ? walk("up") : new Map(), down: channels.includes("PARENT") ? walk("down") : new Map() };
}

/** Every university that may have a finding: a superset, each by id. */
function universitiesBehind(
  view: View,
  target: number,
  chains: ChainsBehind,
  terms: ExposedTermsOf,
): number[] {
  const parties = new Set([target, ...chains.up.keys(), ...chains.down.keys()]);
  const met = new Set<number>();
  const programs = new Set<number>();
  for (const party of parties) {
    if (isProgram(view, party)) programs.add(party);
    for (const [kind, , other] of tiesOfParty(view, party)) {
      if (kind === FUNDING || kind === COLLABORATION) met.add(other);
      else programs.add(other);
    }
  }
  for (const program of programs) {
    for (const down of [true, false])
      for (const [, next] of programSteps(view, program, down)) programs.add(next);
    for (const [, , other] of tiesOfParty(view, program)) met.add(other);
  }
  if (terms.channels.includes("HOLDING")) for (const party of universitiesWithHoldings(view)) met.add(party);
  return [...universitiesAbove(view, met)].sort((a, b) => a - b);
}

/** The claims of money, research and programs at a party: kind, relation, other end. */
function* tiesOfParty(view: View, party: number): Iterable<[kind: number, relation: number, other: number]> {
  const { relations } = view.projection;
  for (const member of view.members(party)) {
    for (const relation of relations.outgoing.of(member)) {
      const kind = relations.kind[relation] as number;
      if (kind < FUNDING || kind > BACKING || !view.has(relation)) continue;
      yield [kind, relation, view.partyOf(relations.to[relation] as number)];
    }
    for (const relation of relations.incoming.of(member)) {
      const kind = relations.kind[relation] as number;
      if ((kind !== COLLABORATION && kind !== PARTICIPATION && kind !== BACKING) || !view.has(relation))
        continue;
      yield [kind, relation, view.partyOf(relations.from[relation] as number)];
    }
  }
}

/** Universities among parties and all that these may be a part of. */
function universitiesAbove(view: View, parties: ReadonlySet<number>): ReadonlySet<number> {
  const { relations, entities } = view.projection;
  const wholes = new Set(parties);
  for (const party of wholes) {
    for (const member of view.members(party)) {
      for (const relation of relations.up.of(member)) {
        if (relations.kind[relation] === PART_OF && view.has(relation))
          wholes.add(view.partyOf(relations.upper(relation)));
      }
    }
  }
  return new Set([...wholes].filter((party) => entities.kindOf(party) === "University"));
}

/** Universities and their parts from which own+ leads anywhere: few, and the same for every target. */
function universitiesWithHoldings(view: View): number[] {
  const { entities, relations } = view.projection;
  const found: number[] = [];
  for (let entity = 0; entity < entities.count; entity += 1) {
    if (relations.down.degree(entity) > 0 && entities.kindOf(entity) === "University")
      found.push(view.partyOf(entity));
  }
  return found;
}

function holdsAnything(search: Search): boolean {
  const { own } = search.institution;
  const { relations } = search.view.projection;
  return [...own].some((party) =>
    [...search.view.members(party)].some((member) =>
      [...relations.down.of(member)].some(
        (relation) => !own.has(search.view.partyOf(relations.lower(relation))),
      ),
    ),
  );
}

function byUniversity(findings: readonly Finding[]): Exposed["universities"] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.university);
    if (group) group.push(finding);
    else groups.set(finding.university, [finding]);
  }
  return [...groups].map(([university, found]) => ({ university, findings: found }));
}

function claimsOf(view: View, party: number): number {
  return stepsOf(view, "down").degree(party) + stepsOf(view, "up").degree(party);
}

/** Hubs that end a chain and were not passed through. */
function hubsAmong(
  view: View,
  chains: Layers,
  direction: WalkDirection,
  terms: ExposedTermsOf,
): Truncation[] {
  return [...chains.keys()].flatMap((party) => {
    const claims = hubClaims(view, party, direction, terms.hubLimit);
    if (claims === null) return [];
    return { at: view.projection.entities.id(party), reason: "HUB_LIMIT" as const, skippedRelations: claims };
  });
}
