import type { Budget } from "../projection/budget.js";
import { BACKING, COLLABORATION, FUNDING, PART_OF, PARTICIPATION } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { assembleFinding } from "./assemble-finding.js";
import { ChainsTo } from "./chains-to.js";
import { untilDay } from "./clock.js";
import { isProgram, programSteps } from "./contacts.js";
import { flagsFor } from "./counted-flags.js";
import { type DaysReached, daysReached } from "./days-reached.js";
import { draftsTo, EVERY_PARENT, findExposures } from "./find-exposures.js";
import type { Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import type { WalkDirection } from "./hubs.js";
import type { Layers } from "./layers.js";
import { once } from "./once.js";
import type { PartyDays } from "./party-days.js";
import type { ExposedTermsOf } from "./question.js";
import { partyOfId, searchFrom } from "./search.js";

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
 * Which universities are exposed to a target: the grammar walked backwards from it, once. Their findings are those of
 * asking each university with the target named; a system repeats the money of its campuses.
 *
 * Where a university stands alone (no parts, no programs, no holdings, on no chain) one look at each transaction tells
 * whether it is exposed, and by how many; the others are asked in full.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposed(view: View, terms: ExposedTermsOf): Exposed {
  const { entities } = view.projection;
  const target = partyOfId(view, terms.to, "to");
  const reached = reachedFrom(view, target, terms);
  const counts = countTransactions(view, target, reached, terms);
  const asked = universitiesToAsk(view, target, reached, { terms, recipients: counts.recipients });
  const chains = chainsTo(view, target, terms);
  const universities: (ExposedParty & { party: number })[] = [];
  for (const party of counts.recipients) {
    if (asked.has(party) || party === target || entities.kindOf(party) !== "University") continue;
    const findings = once(() => findingsAlone(view, party, { target, terms, chains, reached }));
    universities.push(exposedParty(view, party, counts.of[party] as number, findings));
  }
  for (const party of asked) {
    const asking = { ...terms, university: entities.id(party), targets: [terms.to] };
    const { findings } = findExposures(view, asking);
    if (findings.length > 0)
      universities.push(exposedParty(view, party, distinctOf(findings), () => findings));
  }
  const walks = [reached.up, reached.down].flatMap((walk) => walk ?? []);
  return {
    target: entities.id(target),
    universities: universities.sort((a, b) => b.transactions - a.transactions || a.party - b.party),
    exploredEntities: 1 + walks.reduce((sum, walk) => sum + walk.parties.length, 0),
    exploredRelations: counts.looked + walks.reduce((sum, walk) => sum + walk.exploredRelations, 0),
    truncated: walks.flatMap(({ hubs }) => hubsMet(view, hubs)),
  };
}

function exposedParty(view: View, party: number, transactions: number, findings: () => readonly Finding[]) {
  return {
    party,
    transactions,
    get university() {
      return view.projection.entities.id(party);
    },
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

/** Chains to the target, worked out as universities ask for them. */
interface ChainsToTarget {
  readonly up: ChainsTo;
  readonly down: ChainsTo;
}

function chainsTo(view: View, target: number, { hubLimit }: ExposedTermsOf): ChainsToTarget {
  const options = { days: untilDay(view.terms.validAt).may, hubLimit, barred: new Set<number>() };
  return {
    up: new ChainsTo(view, target, { ...options, direction: "up" }),
    down: new ChainsTo(view, target, { ...options, direction: "down" }),
  };
}

/** The findings of a university that stands alone, from chains that all such universities share. */
function findingsAlone(
  view: View,
  university: number,
  {
    target,
    terms,
    chains,
    reached,
  }: { target: number; terms: ExposedTermsOf; chains: ChainsToTarget; reached: Reached },
): Finding[] {
  const matters = (party: number) => party === target || isReached(reached, party);
  const search = searchFrom(view, university, terms, flagsFor(view, terms.flags), matters);
  const behind: Record<WalkDirection, Layers> = { up: new Map(), down: new Map() };
  for (const direction of ["up", "down"] as const) {
    const walk = reached[direction];
    for (const { counterparty } of [...search.contacts.money.values()].flat()) {
      if (!walk?.days.has(counterparty) || behind[direction].has(counterparty)) continue;
      behind[direction].set(counterparty, chains[direction].from(counterparty, terms.maxHops - 1));
    }
  }
  return inOrder(
    draftsTo(
      search,
      target,
      { up: { layers: behind.up, notes: null }, down: { layers: behind.down, notes: null } },
      EVERY_PARENT,
    ).map((draft) => assembleFinding(search, draft)),
  );
}

/** From whom chains lead to the target: as SUBSIDIARY and PROGRAM read them, and as PARENT does. */
interface Reached {
  readonly up: DaysReached | null;
  readonly down: DaysReached | null;
}

function reachedFrom(view: View, target: number, { channels, maxHops, hubLimit }: ExposedTermsOf): Reached {
  const walk = (direction: "up" | "down") =>
    daysReached(view, target, { direction, maxHops: maxHops - 1, hubLimit });
  return {
    up: channels.includes("SUBSIDIARY") || channels.includes("PROGRAM") ? walk("up") : null,
    down: channels.includes("PARENT") ? walk("down") : null,
  };
}

function isReached({ up, down }: Reached, party: number): boolean {
  return (up?.days.has(party) ?? false) || (down?.days.has(party) ?? false);
}

/** How many transactions some chain lets in, by the party that receives them: money and research alone. */
interface Counts {
  readonly recipients: readonly number[];
  readonly of: Int32Array;
  /** Transactions looked at. */
  readonly looked: number;
}

function countTransactions(
  view: View,
  target: number,
  reached: Reached,
  { channels }: ExposedTermsOf,
): Counts {
  const counting = new Counting(view);
  if (channels.includes("DIRECT")) {
    const [from, until] = untilDay(view.terms.validAt).may as [number, number];
    counting.add(target, { overlaps: (_, first, end) => first < until && from < end });
  }
  if (reached.up && channels.includes("SUBSIDIARY"))
    for (const party of reached.up.parties) counting.add(party, reached.up.days);
  if (reached.down) for (const party of reached.down.parties) counting.add(party, reached.down.days);
  return counting;
}

/** Counts each transaction once at each of its ends, however many chains lead to it. */
class Counting implements Counts {
  readonly recipients: number[] = [];
  readonly of: Int32Array;
  looked = 0;
  private readonly view: View;
  private readonly budget: Budget;
  private readonly collaborations: ReadonlyMap<number, readonly number[]>;
  /** By relation: 1 counted at its `to`, 2 at its `from`. */
  private readonly counted: Uint8Array;

  constructor(view: View) {
    const { entities, relations } = view.projection;
    this.view = view;
    this.budget = view.budget;
    this.of = new Int32Array(entities.count);
    this.counted = new Uint8Array(relations.count);
    this.collaborations = collaborationsBy(view);
  }

  /** The transactions that a party pays or takes part in, on its days. */
  add(party: number, days: Pick<PartyDays, "overlaps">): void {
    const { view } = this;
    const { relations } = view.projection;
    const { offsets } = relations.outgoing;
    let member = party;
    do {
      const end = offsets[member + 1] as number;
      this.budget.spend(end - (offsets[member] as number));
      for (let relation = offsets[member] as number; relation < end; relation += 1) {
        const kind = relations.kind[relation];
        if (kind === FUNDING || kind === COLLABORATION) this.count(party, days, relation, 1);
      }
      for (const relation of this.collaborations.get(member) ?? []) this.count(party, days, relation, 2);
      member = view.parties.next[member] as number;
    } while (member !== party);
  }

  private count(party: number, days: Pick<PartyDays, "overlaps">, relation: number, end: 1 | 2): void {
    const { view, counted } = this;
    const { relations } = view.projection;
    this.looked += 1;
    if (((counted[relation] as number) & end) !== 0 || !view.has(relation)) return;
    const start = relations.startEarliest(relation);
    if (!days.overlaps(party, start, relations.endLatest(relation))) return;
    counted[relation] = (counted[relation] as number) | end;
    const recipient = view.partyOf((end === 1 ? relations.to : relations.from)[relation] as number);
    if (this.of[recipient] === 0) this.recipients.push(recipient);
    this.of[recipient] = (this.of[recipient] as number) + 1;
  }
}

/** The Collaborations that lead to an entity: research has two ends. */
function collaborationsBy(view: View): ReadonlyMap<number, readonly number[]> {
  const { relations } = view.projection;
  const found = new Map<number, number[]>();
  for (const relation of relations.ofKind(COLLABORATION)) {
    const to = relations.to[relation] as number;
    const others = found.get(to);
    if (others) others.push(relation);
    else found.set(to, [relation]);
  }
  return found;
}

/**
 * The universities that must be asked in full: with parts or a whole, on a chain themselves, tied to a program, or
 * holding something; all where small shares leave counterparties out.
 */
function universitiesToAsk(
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
  const isMet = (party: number) => party === target || (reached.up?.days.has(party) ?? false);
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

function hubsMet(view: View, hubs: ReadonlyMap<number, number>): Truncation[] {
  return [...hubs]
    .sort(([a], [b]) => a - b)
    .map(([party, claims]) => ({
      at: view.projection.entities.id(party),
      reason: "HUB_LIMIT" as const,
      skippedRelations: claims,
    }));
}
