import type { Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import {
  graphOf,
  mayHoldersOf,
  mayHoldingsOf,
  type ShareGraph,
  type Stake,
  shareGraph,
} from "./share-graph.js";

/**
 * The graph between an owner and a company: all that lies on some way from the one down to the other. Null where no
 * holding leads from one to the other.
 */
export function graphBetween(view: View, owner: number, company: number, day: Day): ShareGraph | null {
  const between = waysBetween(view, owner, company, day);
  if (between === null) return null;
  return "above" in between
    ? partOfGraph(between.above, owner)
    : shareGraph(view, owner, between.parties, day);
}

/** The parties of that graph. */
export function partiesBetween(
  view: View,
  owner: number,
  company: number,
  day: Day,
): ReadonlySet<number> | null {
  const graph = graphBetween(view, owner, company, day);
  return graph && new Set(graph.parties);
}

/** Of all that lies above a company the part below an owner, with the owner first. */
function partOfGraph({ graph, held }: Above, owner: number): ShareGraph | null {
  const start = graph.numbers.get(owner);
  if (start === undefined || held[start] === undefined) return null;
  const found = new Set([start]);
  for (const node of found) for (const next of held[node] ?? []) found.add(next);
  found.delete(start);
  const nodes = [start, ...[...found].sort((a, b) => a - b)];
  const places = new Int32Array(graph.parties.length).fill(-1);
  for (const [at, node] of nodes.entries()) places[node] = at;
  const stakes = nodes.map((node) => {
    const here: Stake[] = [];
    for (const { holder, lower, upper } of graph.stakes[node] ?? []) {
      const place = places[holder] as number;
      if (place >= 0) here.push({ holder: place, lower, upper });
    }
    return here;
  });
  const parties = nodes.map((node) => graph.parties[node] as number);
  return {
    parties,
    numbers: new Map(parties.map((party, at) => [party, at])),
    stakes,
    room: nodes.map((node) => graph.room[node] as number),
  };
}

/** Everything above a company as a graph, by id, and for each node those of it that it holds (undefined: none). */
interface Above {
  readonly graph: ShareGraph;
  readonly held: readonly (readonly number[] | undefined)[];
}

/**
 * Searches from both ends, the cheaper first, until one end has seen everything. What lies above a company is
 * remembered for the view: a report asks for many owners of one company.
 */
function waysBetween(
  view: View,
  owner: number,
  company: number,
  day: Day,
): { readonly above: Above } | { readonly parties: ReadonlySet<number> } | null {
  const remembered = rememberedFor(view, day);
  const known = remembered.get(company);
  if (known) return { above: known };
  const above = new Side(company, owner, (party) => mayHoldersOf(view, party, day));
  const below = new Side(owner, company, (party) => mayHoldingsOf(view, party, day));
  const { budget } = view;
  for (;;) {
    const side = above.work <= below.work ? above : below;
    budget.spend(2);
    if (side.expand()) continue;
    if (side === below) return side.isMet ? { parties: leadingUp(below.seen, company, above.next) } : null;
    const graph = graphOf(
      view,
      [...above.seen].sort((a, b) => a - b),
      day,
    );
    const found = { graph, held: heldIn(graph) };
    remembered.set(company, found);
    return { above: found };
  }
}

function heldIn({ stakes }: ShareGraph): readonly (readonly number[] | undefined)[] {
  const held: (number[] | undefined)[] = stakes.map(() => undefined);
  for (const [node, here] of stakes.entries()) {
    for (const { holder } of here) {
      const list = held[holder];
      if (list) list.push(node);
      else held[holder] = [node];
    }
  }
  return held;
}

const REMEMBERED = new WeakMap<View, Map<Day, Map<number, Above>>>();
const MOST_DAYS = 64;
const MOST_COMPANIES = 64;

function rememberedFor(view: View, day: Day): Map<number, Above> {
  const days = REMEMBERED.get(view) ?? new Map<Day, Map<number, Above>>();
  REMEMBERED.set(view, days);
  const companies = days.get(day) ?? new Map<number, Above>();
  if (companies.size >= MOST_COMPANIES) companies.clear();
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, companies);
  return companies;
}

/** Of what lies below an owner that which lies above a company. */
function leadingUp(
  below: ReadonlySet<number>,
  company: number,
  holdersOf: (party: number) => readonly number[],
): ReadonlySet<number> {
  const found = new Set([company]);
  for (const party of found) for (const next of holdersOf(party)) if (below.has(next)) found.add(next);
  return found;
}

/** A search from one end, party by party. */
class Side {
  readonly seen: Set<number>;
  work = 0;
  /** Whether a step led to the other end. */
  isMet = false;
  readonly next: (party: number) => readonly number[];
  private readonly queue: number[];
  private readonly end: number;

  constructor(start: number, end: number, next: (party: number) => readonly number[]) {
    this.seen = new Set([start]);
    this.queue = [start];
    this.end = end;
    this.next = next;
  }

  /** Looks one party further; false where everything is seen. */
  expand(): boolean {
    const party = this.queue.pop();
    if (party === undefined) return false;
    const found = this.next(party);
    this.work += 1 + found.length;
    for (const other of found) {
      if (other === this.end) this.isMet = true;
      if (this.seen.has(other)) continue;
      this.seen.add(other);
      this.queue.push(other);
    }
    return true;
  }
}
