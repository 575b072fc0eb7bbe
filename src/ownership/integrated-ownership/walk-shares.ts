import type { Day } from "../../domain/day.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { type ReadStakes, readStakes } from "./read-stakes.js";
import type { ShareGraph } from "./share-graph.js";

/** So many stakes are read, at least, between two steps: some hundred microseconds. */
const STAKES_A_STEP = 512;

/** Everything above a company on a day by holdings that may be more than nothing; as far as there is time for it. */
export function sharesAbove(
  view: View,
  company: number,
  day: Day,
  pace = STAKES_A_STEP,
): Generator<void, ShareGraph> {
  return shares(view, [company], day, { meetsHolders: true, pace });
}

/** The shares that some parties hold of each other on a day; holders outside are left out. */
export function sharesAmong(view: View, parties: Iterable<number>, day: Day): Generator<void, ShareGraph> {
  return shares(view, parties, day, { meetsHolders: false, pace: STAKES_A_STEP });
}

/** Breadth first from some parties, up to their holders where these are to be met. */
function* shares(
  view: View,
  from: Iterable<number>,
  day: Day,
  { meetsHolders, pace: each }: { readonly meetsHolders: boolean; readonly pace: number },
): Generator<void, ShareGraph> {
  const { budget } = view;
  const parties: number[] = [];
  /** For each party its node plus one, 0 where it was not met. */
  const met = new Int32Array(view.projection.entities.count);
  const meet = (party: number) => {
    parties.push(party);
    met[party] = parties.length;
  };
  for (const party of from) meet(party);
  const stakes: ReadStakes = { holders: [], lower: [], upper: [] };
  const { holders, lower, upper } = stakes;
  const starts = [0];
  const room: number[] = [];
  const pace = new Pace(each);
  let isEnding = budget.isEnding;
  for (let node = 0; node < parties.length && !isEnding; node += 1) {
    budget.spend();
    let kept = holders.length;
    room.push(readStakes(view, parties[node] as number, day, stakes));
    const work = 1 + holders.length - kept;
    for (let at = kept; at < holders.length; at += 1) {
      const holder = holders[at] as number;
      if (met[holder] === 0) {
        if (!meetsHolders) continue;
        meet(holder);
      }
      holders[kept] = (met[holder] as number) - 1;
      lower[kept] = lower[at] as number;
      upper[kept] = upper[at] as number;
      kept += 1;
    }
    for (const column of [holders, lower, upper]) column.length = kept;
    starts.push(kept);
    if (!pace.isStep(work)) continue;
    yield;
    isEnding = budget.isEnding;
  }
  const read = room.length;
  for (let node = read; node < parties.length; node += 1) {
    room.push(0);
    starts.push(holders.length);
  }
  const columns = { starts: Int32Array.from(starts), holders: Int32Array.from(holders) };
  return {
    ...columns,
    parties: Int32Array.from(parties),
    read,
    lower: Int32Array.from(lower),
    upper: Int32Array.from(upper),
    room: Int32Array.from(room),
    held: heldBy(columns.starts, columns.holders),
  };
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
