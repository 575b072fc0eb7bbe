import { currentBudget } from "../projection/budget.js";
import { greatestIn } from "./best-split.js";
import { componentsOf } from "./components.js";
import { leastIn } from "./meeting-chance.js";
import { nodesBelow, type ShareGraph, stakesIn } from "./share-graph.js";
import { greatestValue, leastValue, type ShareValue } from "./share-values.js";

/** For each node of a graph the chances that a walk upwards from it meets the owner: 0 where it is not below the owner. */
export interface OwnersChances {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** False where a component above DENSE_LIMIT companies did not settle. */
  readonly converged: boolean;
}

/**
 * By sweeps over what lies below the owner. Where circles pass on so much that sweeps do not settle them, component by
 * component (strongly connected), each after those above it. The owner's own chance is that of coming back to it.
 */
export function ownersChances(graph: ShareGraph, owner: number): OwnersChances {
  const below = nodesBelow(graph, owner).filter((node) => node !== owner);
  let converged = true;
  const chances = (of: Float64Array, value: ShareValue, solve: typeof leastIn) => {
    of[owner] = 1;
    if (!settles(graph, below, of, value))
      for (const component of componentsAmong(graph, below))
        converged = solve(graph, component, of) && converged;
    return of;
  };
  const least = chances(new Float64Array(graph.parties.length), leastValue, leastIn);
  const greatest = chances(least.slice(), greatestValue, greatestIn);
  least[owner] = leastValue(graph, owner, least);
  greatest[owner] = greatestValue(graph, owner, greatest);
  return { least, greatest, converged };
}

/** A circle that passes on more than seven eighths of what it is given takes more. */
const MOST_SWEEPS = 255;

/**
 * Sweeps from a lower bound upwards, holders first, until nothing rises: what is held without circles stands after the
 * first. Knots are swept by themselves before the sweep goes on, so that wider circles, which pass on little, are all
 * that takes further ones. False where it does not settle.
 *
 * Every chance rises to its own last digit, so small ones are as exact as great ones, and what has settled within so few
 * sweeps can have no more to come than some units in the last place. As the sums do not depend on any order, neither
 * does what they settle at: the least fixpoint in double precision.
 */
function settles(graph: ShareGraph, nodes: Int32Array, of: Float64Array, value: ShareValue): boolean {
  const { knots } = graph;
  const budget = currentBudget();
  const rises = (node: number) => {
    const next = value(graph, node, of);
    if (next <= (of[node] as number)) return false;
    of[node] = next;
    return true;
  };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    budget.look();
    let isStill = true;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] as number;
      if (rises(node)) isStill = false;
      if (knots[node] === 1) continue;
      const knot = knotFrom(nodes, at, knots);
      for (let turn = 0; turn < MOST_SWEEPS && knot.filter(rises).length > 0; turn += 1) isStill = false;
      at += knot.length - 1;
    }
    if (isStill) return true;
  }
  return false;
}

/** Those of a knot that lie below the owner, beginning with the node at a place. */
function knotFrom(nodes: Int32Array, at: number, knots: Int32Array): Int32Array {
  let end = at + 1;
  while (end < nodes.length && knots[nodes[end] as number] === 0) end += 1;
  return nodes.subarray(at, end);
}

/** Nodes in their components, by stakes in each other. */
function componentsAmong(graph: ShareGraph, nodes: Int32Array): readonly (readonly number[])[] {
  const place = new Map(Array.from(nodes, (node, at) => [node, at]));
  const above = Array.from(nodes, (node) =>
    stakesIn(graph, node).flatMap(({ holder }) => place.get(holder) ?? []),
  );
  const components = componentsOf(nodes.length, (at) => above[at] ?? []);
  return components.map((component) => component.map((at) => nodes[at] as number));
}
