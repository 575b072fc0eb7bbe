import { BILLION } from "../../domain/share.js";
import { closure } from "../../graph/closure.js";
import { Pace } from "../../graph/run-to-completion.js";

/** So many nodes are looked at in one step, some tens of microseconds. */
const NODES_A_STEP = 64;

/**
 * A part of the ownership graph on a day, as columns. Nodes are parties, the nearest to those asked about first. What the
 * holders of a node hold of it stands from `starts[node]` up to `starts[node + 1]`, in billionths.
 */
export interface ShareGraph {
  readonly parties: Int32Array;
  /** So many of the nodes, the first ones, were read. Of the others it is not known who holds them. */
  readonly read: number;
  readonly starts: Int32Array;
  /** Nodes. */
  readonly holders: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** For each node what its holders, those outside the graph included, do not hold for certain. */
  readonly room: Int32Array;
  /** The nodes that each node holds. */
  readonly held: { readonly starts: Int32Array; readonly nodes: Int32Array };
}

/** What one holder of a node holds of it: bounds in billionths. */
export interface Stake {
  readonly holder: number;
  readonly lower: number;
  readonly upper: number;
}

/** The stakes in a node, for readers that are not in a hurry. */
export function stakesIn({ starts, holders, lower, upper }: ShareGraph, node: number): readonly Stake[] {
  const stakes: Stake[] = [];
  for (let at = starts[node] as number; at < (starts[node + 1] as number); at += 1)
    stakes.push({ holder: holders[at] as number, lower: lower[at] as number, upper: upper[at] as number });
  return stakes;
}

/** One for each node that something leads down to from some nodes; of these only where something leads back. */
export function markBelow({ parties, held }: ShareGraph, from: readonly number[]): Uint8Array {
  const isBelow = new Uint8Array(parties.length);
  const isFrom = new Uint8Array(parties.length);
  for (const node of from) isFrom[node] = 1;
  const found = [...from];
  for (const at of found) {
    for (let place = held.starts[at] as number; place < (held.starts[at + 1] as number); place += 1) {
      const node = held.nodes[place] as number;
      if (isBelow[node] === 1) continue;
      isBelow[node] = 1;
      if (isFrom[node] === 0) found.push(node);
    }
  }
  return isBelow;
}

/**
 * Whether an owner lies in a component (strongly connected) that is held 100 per cent from inside, on lower bounds: then
 * no outside party owns any of it, and its own integrated shares have no number. The graph has all that holds the owner for
 * certain, or all that is below it. In steps.
 */
export function* isInClosedLoop(graph: ShareGraph, owner: number): Generator<void, boolean> {
  const above = new Set([owner]);
  const held = new Map<number, number[]>();
  const pace = new Pace(NODES_A_STEP);
  for (const node of above) {
    if (pace.isStep()) yield;
    let known = 0;
    for (const { holder, lower } of stakesIn(graph, node)) {
      if (lower <= 0) continue;
      known += lower;
      above.add(holder);
      const its = held.get(holder);
      if (its === undefined) held.set(holder, [node]);
      else its.push(node);
    }
    if (known !== BILLION) return false;
  }
  const below = yield* closure(held.get(owner) ?? [], (node) => held.get(node) ?? []);
  return [...above].every((each) => below.has(each));
}
