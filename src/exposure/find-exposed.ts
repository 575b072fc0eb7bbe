import { BACKING, COLLABORATION, FUNDING, PART_OF, PARTICIPATION } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { assembleFinding } from "./assemble-finding.js";
import { untilDay } from "./clock.js";
import { isProgram, programSteps } from "./contacts.js";
import { type CountedFlags, flagsFor } from "./counted-flags.js";
import { type DaySet, join, within } from "./day-set.js";
import { type ChainsBehind, draftsTo } from "./find-exposures.js";
import { findHoldings } from "./find-holdings.js";
import type { Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import { hubClaims, stepsOf, type WalkDirection } from "./hubs.js";
import type { Layers } from "./layers.js";
import { once } from "./once.js";
import { chainsTo } from "./own-chains.js";
import type { ExposedTermsOf } from "./question.js";
import { partyOfId, type Search, searchFrom } from "./search.js";

/** A university with findings to the target, worked out when they are asked for. */
export interface ExposedParty {
  readonly university: string;
  /** Distinct transactions of its findings. */
  readonly transactions: number;
  readonly findings: readonly Finding[];
}

/** The universities exposed to a target: most transactions first, then by id. */
export interface Exposed {
  readonly target: string;
  readonly universities: readonly ExposedParty[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * Which universities are exposed to a target: the grammar walked backwards from it, once. Finding by finding the same
 * as asking each university with the target named; a system repeats the money of its campuses.
 *
 * Where a university stands alone (no parts, no programs, no holdings, on no chain) one look at each transaction tells
 * whether it is exposed; the others are asked in full.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposed(view: View, terms: ExposedTermsOf): Exposed {
  const target = partyOfId(view, terms.to, "to");
  const flags = flagsFor(view, terms.flags);
  const chains = chainsBehind(view, target, terms, new Set());
  const backwards = { terms, flags, chains };
  const counts = transactionsByRecipient(view, target, chains, terms);
  const asked = universitiesToAsk(view, target, chains, { terms, recipients: counts });
  const universities: (ExposedParty & { party: number })[] = [];
  for (const [party, transactions] of counts) {
    if (asked.has(party) || party === target || view.projection.entities.kindOf(party) !== "University")
      continue;
    const findings = once(() => inOrder(findingsOf(view, party, target, backwards)));
    universities.push(exposedParty(view, party, transactions, findings));
  }
  for (const party of asked) {
    const findings = inOrder(findingsOf(view, party, target, backwards));
    if (findings.length > 0)
      universities.push(exposedParty(view, party, distinctOf(findings), () => findings));
  }
  const parties = new Set([target, ...chains.up.keys(), ...chains.down.keys()]);
  let exploredRelations = 0;
  for (const party of parties) exploredRelations += claimsOf(view, party);
  return {
    target: view.projection.entities.id(target),
    universities: universities.sort((a, b) => b.transactions - a.transactions || a.party - b.party),
    exploredEntities: parties.size,
    exploredRelations,
    truncated: [...hubsAmong(view, chains.up, "up", terms), ...hubsAmong(view, chains.down, "down", terms)],
  };
}

function exposedParty(view: View, party: number, transactions: number, findings: () => readonly Finding[]) {
  return {
    party,
    university: view.projection.entities.id(party),
    transactions,
    get findings() {
      return findings();
    },
  };
}

function distinctOf(findings: readonly Finding[]): number {
  const transactions = findings.flatMap((finding) =>
    finding.counterparties.flatMap((each) => each.transactions),
  );
  return new Set(transactions.map((transaction) => transaction.relation)).size;
}

/** How many transactions some chain lets in, by the party that receives them: money and research alone. */
function transactionsByRecipient(
  view: View,
  target: number,
  chains: ChainsBehind,
  { channels }: ExposedTermsOf,
): Map<number, number> {
  const { relations } = view.projection;
  const counts = new Map<number, number>();
  /** By relation and end: a Collaboration may be reached from both. */
  const counted = new Set<number>();
  const count = (party: number, may: DaySet) => {
    for (const [kind, relation, other] of tiesOfParty(view, party)) {
      if (kind !== FUNDING && kind !== COLLABORATION) continue;
      const from = relations.startEarliest[relation] as number;
      const key = relation * 2 + (other === view.partyOf(relations.to[relation] as number) ? 1 : 0);
      if (within(may, from, relations.endLatest[relation] as number).length === 0 || counted.has(key))
        continue;
      counted.add(key);
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  };
  if (channels.includes("DIRECT")) count(target, untilDay(view.terms.validAt).may);
  const money = [
    ...(channels.includes("SUBSIDIARY") ? [chains.up] : []),
    ...(channels.includes("PARENT") ? [chains.down] : []),
  ];
  for (const layersOf of money) {
    for (const [party, layers] of layersOf)
      count(party, layers.map((layer) => layer.holding.may).reduce(join));
  }
  return counts;
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

/**
 * The universities that must be asked in full: with parts or a whole, on a chain themselves, tied to a program, or
 * holding something.
 */
function universitiesToAsk(
  view: View,
  target: number,
  chains: ChainsBehind,
  { terms, recipients }: { terms: ExposedTermsOf; recipients: ReadonlyMap<number, number> },
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const party of recipients.keys()) if (!standsAlone(view, party, chains)) met.add(party);
  if (terms.channels.includes("PROGRAM")) {
    for (const program of programsBehind(view, [target, ...chains.up.keys()])) {
      for (const [, , other] of tiesOfParty(view, program)) met.add(other);
    }
  }
  if (terms.channels.includes("HOLDING")) for (const party of universitiesWithHoldings(view)) met.add(party);
  return universitiesAbove(view, met);
}

function standsAlone(view: View, party: number, chains: ChainsBehind): boolean {
  const { relations } = view.projection;
  if (view.parties.next[party] !== party || chains.up.has(party) || chains.down.has(party)) return false;
  return relations.up.degree(party) === 0 && relations.down.degree(party) === 0;
}

/** The programs that some parties are or are tied to, with all that these belong to and their sub-programs. */
function programsBehind(view: View, parties: readonly number[]): ReadonlySet<number> {
  const programs = new Set<number>();
  for (const party of parties) {
    if (isProgram(view, party)) programs.add(party);
    for (const [kind, , other] of tiesOfParty(view, party)) {
      if (kind === PARTICIPATION || kind === BACKING) programs.add(other);
    }
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
