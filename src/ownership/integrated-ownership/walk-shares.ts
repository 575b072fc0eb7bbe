import type { Day } from "../../domain/day.js";
import type { View } from "../../graph/view.js";
import { inKnots, isMuch } from "./knots.js";
import { type ReadStakes, readStakes } from "./read-stakes.js";
import type { ShareGraph } from "./share-graph.js";

/** Everything above a company on a day by holdings that may be more than nothing. */
export function sharesAbove(view: View, company: number, day: Day): Generator<void, ShareGraph> {
  return shares(view, [company], day, null);
}

/** The shares that some parties hold of each other on a day; holders outside are left out. */
export function sharesAmong(view: View, parties: ReadonlySet<number>, day: Day): Generator<void, ShareGraph> {
  return shares(view, parties, day, parties);
}

function* shares(
  view: View,
  starts: Iterable<number>,
  day: Day,
  within: ReadonlySet<number> | null,
): Generator<void, ShareGraph> {
  const walk = new UpwardWalk(view, day, within);
  for (const start of starts) yield* walk.from(start);
  return walk.graph();
}

/** So many parties are met between two steps. */
const PARTIES_A_STEP = 256;

/** Depth first from companies up to their holders, without recursion: a party is left when all above it are. */
class UpwardWalk {
  private readonly view: View;
  private readonly day: Day;
  private readonly within: ReadonlySet<number> | null;
  /** For each party its number in the order of meeting plus one, 0 where it was not met. */
  private readonly met: Int32Array;
  private readonly parties: number[] = [];
  private readonly starts: number[] = [0];
  private readonly stakes: ReadStakes = { holders: [], lower: [], upper: [] };
  private readonly room: number[] = [];
  /** Those that were left, by number: holders first. */
  private readonly left: number[] = [];

  constructor(view: View, day: Day, within: ReadonlySet<number> | null) {
    this.view = view;
    this.day = day;
    this.within = within;
    this.met = new Int32Array(view.projection.entities.count);
  }

  *from(start: number): Generator<void, void> {
    const { met, starts, stakes } = this;
    if (met[start] !== 0) return;
    const open = [this.meet(start)];
    const next = [starts[open[0] as number] as number];
    while (open.length > 0) {
      const top = open.length - 1;
      const number = open[top] as number;
      const stake = next[top] as number;
      if (stake === starts[number + 1]) {
        this.left.push(number);
        open.pop();
        next.pop();
        continue;
      }
      next[top] = stake + 1;
      const holder = stakes.holders[stake] as number;
      if (met[holder] !== 0 || this.within?.has(holder) === false) continue;
      const above = this.meet(holder);
      if (above % PARTIES_A_STEP === 0) yield;
      open.push(above);
      next.push(starts[above] as number);
    }
  }

  private meet(party: number): number {
    const number = this.parties.length;
    this.view.budget.spend();
    this.parties.push(party);
    this.met[party] = number + 1;
    this.room.push(readStakes(this.view, party, this.day, this.stakes));
    this.starts.push(this.stakes.holders.length);
    return number;
  }

  /** What was walked, holders first, with the stakes of those that were met. */
  graph(): ShareGraph {
    const { parties, stakes, met } = this;
    const ofMuch = parties.map((_, number) => this.holdersOfMuch(number));
    const { order, knots } = inKnots(this.left, (number) => ofMuch[number] ?? []);
    const places = new Int32Array(parties.length);
    for (const [place, number] of order.entries()) places[number] = place;
    const starts = new Int32Array(parties.length + 1);
    const columns = {
      holders: new Int32Array(stakes.holders.length),
      lower: new Int32Array(stakes.holders.length),
      upper: new Int32Array(stakes.holders.length),
    };
    let kept = 0;
    for (const [place, number] of order.entries()) {
      for (let at = this.starts[number] as number; at < (this.starts[number + 1] as number); at += 1) {
        const holder = met[stakes.holders[at] as number] as number;
        if (holder === 0) continue;
        columns.holders[kept] = places[holder - 1] as number;
        columns.lower[kept] = stakes.lower[at] as number;
        columns.upper[kept] = stakes.upper[at] as number;
        kept += 1;
      }
      starts[place + 1] = kept;
    }
    const holders = columns.holders.subarray(0, kept);
    return {
      parties: order.map((number) => parties[number] as number),
      starts,
      holders,
      lower: columns.lower.subarray(0, kept),
      upper: columns.upper.subarray(0, kept),
      room: order.map((number) => this.room[number] as number),
      held: heldBy(starts, holders),
      knots,
    };
  }

  private holdersOfMuch(number: number): readonly number[] {
    const { stakes, starts, met } = this;
    const found: number[] = [];
    for (let at = starts[number] as number; at < (starts[number + 1] as number); at += 1) {
      const holder = met[stakes.holders[at] as number] as number;
      if (holder > 0 && isMuch(stakes.upper[at] as number)) found.push(holder - 1);
    }
    return found;
  }
}

/** The other way round: a counting sort. */
function heldBy(starts: Int32Array, holders: Int32Array): ShareGraph["held"] {
  const held = { starts: new Int32Array(starts.length), nodes: new Int32Array(holders.length) };
  for (const holder of holders) held.starts[holder + 1] = (held.starts[holder + 1] as number) + 1;
  for (let node = 1; node < starts.length; node += 1)
    held.starts[node] = (held.starts[node] as number) + (held.starts[node - 1] as number);
  const next = held.starts.slice();
  for (let node = 0; node < starts.length - 1; node += 1) {
    for (let stake = starts[node] as number; stake < (starts[node + 1] as number); stake += 1) {
      const holder = holders[stake] as number;
      held.nodes[next[holder] as number] = node;
      next[holder] = (next[holder] as number) + 1;
    }
  }
  return held;
}
