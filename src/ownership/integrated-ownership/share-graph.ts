import { currentBudget } from "../../graph/budget.js";

/**
 * A part of the ownership graph on a day, as columns. Nodes are parties, each after its holders but where they hold each
 * other in a circle. What the holders of a node hold of it stands from `starts[node]` up to `starts[node + 1]`, in
 * billionths.
 */
export interface ShareGraph {
  readonly parties: Int32Array;
  readonly starts: Int32Array;
  /** Nodes. */
  readonly holders: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** For each node what its holders, those outside the graph included, do not hold for certain. */
  readonly room: Int32Array;
  /** Nodes that hold much of each other stand together: for the first of them how many they are; 1 for other nodes. */
  readonly knots: Int32Array;
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

/** The nodes that something leads down to from an owner, in order; itself only where something leads back. */
export function nodesBelow({ parties, held }: ShareGraph, owner: number): Int32Array {
  const isBelow = new Uint8Array(parties.length);
  const found = [owner];
  for (const at of found) {
    for (let place = held.starts[at] as number; place < (held.starts[at + 1] as number); place += 1) {
      const node = held.nodes[place] as number;
      if (isBelow[node] === 1) continue;
      isBelow[node] = 1;
      if (node !== owner) found.push(node);
    }
  }
  currentBudget().spend(found.length);
  return parties.map((_, node) => node).filter((node) => isBelow[node] === 1);
}
