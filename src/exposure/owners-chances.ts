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
  let converged = true;
  const chances = (value: ShareValue, solve: typeof leastIn) => {
    const of = new Float64Array(graph.parties.length);
    of[owner] = 1;
    if (!settles(graph, owner, of, value))
      for (const component of componentsBelow(graph, owner))
        converged = solve(graph, component, of) && converged;
    of[owner] = value(graph, owner, of);
    return of;
  };
  const least = chances(leastValue, leastIn);
  const greatest = chances(greatestValue, greatestIn);
  return { least, greatest, converged };
}

/** A circle that passes on more than seven eighths of what it is given takes more. */
const MOST_SWEEPS = 255;

/**
 * Sweeps, holders first, over whatever has a holder whose chance has risen, until nothing rises: what is held without
 * circles stands after the first. Knots are swept by themselves before the sweep goes on, so that wider circles, which
 * pass on little, are all that takes further ones. False where it does not settle.
 *
 * Every chance rises to its own last digit, so small ones are as exact as great ones, and what has settled within so few
 * sweeps can have no more to come than some units in the last place. As the sums do not depend on any order, neither
 * does what they settle at: the least fixpoint in double precision.
 */
function settles(graph: ShareGraph, owner: number, of: Float64Array, value: ShareValue): boolean {
  const { knots, held, parties } = graph;
  const isDue = new Uint8Array(parties.length);
  const budget = currentBudget();
  const tell = (node: number) => {
    const end = held.starts[node + 1] as number;
    for (let at = held.starts[node] as number; at < end; at += 1) isDue[held.nodes[at] as number] = 1;
  };
  /** Whether a chance rises between two places. */
  const rises = (from: number, to: number) => {
    let isRisen = false;
    for (let node = from; node < to; node += 1) {
      if (isDue[node] === 0) continue;
      isDue[node] = 0;
      const next = value(graph, node, of);
      if (next <= (of[node] as number) || node === owner) continue;
      of[node] = next;
      tell(node);
      isRisen = true;
    }
    return isRisen;
  };
  tell(owner);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    budget.look();
    let isStill = true;
    for (let node = 0; node < parties.length; ) {
      const end = node + (knots[node] as number);
      for (let turn = 0; rises(node, end); turn += 1) {
        if (turn === MOST_SWEEPS) return false;
        isStill = false;
      }
      node = end;
    }
    if (isStill) return true;
  }
  return false;
}

/** The nodes below an owner in their components, by stakes in each other. */
function componentsBelow(graph: ShareGraph, owner: number): readonly (readonly number[])[] {
  const nodes = nodesBelow(graph, owner).filter((node) => node !== owner);
  const place = new Map(Array.from(nodes, (node, at) => [node, at]));
  const above = Array.from(nodes, (node) =>
    stakesIn(graph, node).flatMap(({ holder }) => place.get(holder) ?? []),
  );
  const components = componentsOf(nodes.length, (at) => above[at] ?? []);
  return components.map((component) => component.map((at) => nodes[at] as number));
}
