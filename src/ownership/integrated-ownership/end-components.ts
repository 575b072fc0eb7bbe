import { BILLION } from "../../domain/share.js";
import { componentsOf } from "../../graph/strongly-connected-components.js";
import { type ShareGraph, stakesIn } from "./share-graph.js";

/**
 * The sets of nodes of a component that may hold each other wholly, as far as intervals tell: the maximal end components of
 * the graph as a Markov decision process. What one of them may have at best they may all have: a split that keeps nearly
 * all inside and gives the rest to the best holder outside. Sweeps from 1 downwards would never leave them, and need to
 * be told.
 *
 * Source: S. Haddad and B. Monmege (2018), Interval iteration algorithm for MDPs and IMDPs, Theoretical Computer Science 735.
 */
export function* endComponents(
  graph: ShareGraph,
  component: readonly number[],
): Generator<void, readonly ReadonlySet<number>[]> {
  const found: ReadonlySet<number>[] = [];
  const left = [component];
  for (let some = left.pop(); some !== undefined; some = left.pop()) {
    const nodes = some;
    const place = new Map(nodes.map((node, at) => [node, at]));
    const holders = (at: number) =>
      stakesIn(graph, nodes[at] as number).flatMap(({ holder }) => place.get(holder) ?? []);
    for (const part of yield* componentsOf(nodes.length, holders)) {
      const inside = new Set(part.map((at) => nodes[at] as number));
      const stay = [...inside].filter((node) => mayBeHeldBy(graph, node, inside));
      yield;
      if (stay.length === inside.size) found.push(inside);
      else if (stay.length > 0) left.push(stay);
    }
  }
  return found;
}

/** Whether some parties may hold a node wholly: no other party holds any of it for certain. */
function mayBeHeldBy(graph: ShareGraph, node: number, parties: ReadonlySet<number>): boolean {
  let lower = 0;
  let upper = 0;
  for (const stake of stakesIn(graph, node)) {
    if (!parties.has(stake.holder)) continue;
    lower += stake.lower;
    upper += stake.upper;
  }
  return upper >= BILLION && lower === BILLION - (graph.room[node] as number);
}

/** The most that a holder outside of a set has, of those that may hold any of it. */
export function greatestOutside(graph: ShareGraph, inside: ReadonlySet<number>, of: Float64Array): number {
  let greatest = 0;
  for (const node of inside)
    for (const { holder } of stakesIn(graph, node))
      if (!inside.has(holder)) greatest = Math.max(greatest, of[holder] as number);
  return greatest;
}
