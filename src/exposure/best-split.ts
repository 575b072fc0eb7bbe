import { componentsOf } from "./components.js";
import { type Chances, DENSE_LIMIT, iterate, solveComponent, sumOf, type Weights } from "./meeting-chance.js";
import type { ShareGraph, Stake } from "./share-graph.js";

const MOST_ROUNDS = 1000;
/** A split is changed only for a gain that rounding cannot feign. */
const SMALLEST_GAIN = 1e-13;

/**
 * The greatest chances over all share matrices within the intervals whose columns sum to at most 1: the least fixpoint
 * from 0 of "the best split of a node's shares over its holders" (fill the lower bounds, give the room that is left to
 * the holders with the greatest chance).
 *
 * Component by component, each by policy iteration (R. A. Howard 1960, Dynamic Programming and Markov Processes): solve
 * for a split, improve the split where that gains, until nothing does. The first split leads every node towards the
 * owner, and only gains change it, so that no round is singular and the last one is the least fixpoint. Components
 * above DENSE_LIMIT are swept from 0; where that does not settle the bound is 1.
 */
export function greatestChances(graph: ShareGraph): Chances {
  const { stakes } = graph;
  const of = new Float64Array(stakes.length);
  of[0] = 1;
  let converged = true;
  const above = stakes.map((each, node) => (node === 0 ? [] : each.map(({ holder }) => holder)));
  for (const component of componentsOf(stakes.length, (node) => above[node] ?? [])) {
    if (component[0] === 0) continue;
    if (isAlone(component, stakes)) {
      const node = component[0] as number;
      of[node] = Math.min(1, splitValue(graph, node, of));
    } else if (component.length <= DENSE_LIMIT) improve(graph, component, of);
    else if (!iterate(component, of, (node) => splitValue(graph, node, of))) {
      converged = false;
      for (const node of component) of[node] = 1;
    }
  }
  return { of, converged };
}

/** The value of the best split of a node's shares. */
export function splitValue(graph: ShareGraph, node: number, of: Float64Array): number {
  return sumOf(
    splitBy(graph, node, (holder) => of[holder] as number),
    of,
  );
}

function isAlone(component: readonly number[], stakes: ShareGraph["stakes"]): boolean {
  const [node] = component;
  return component.length === 1 && !stakes[node as number]?.some(({ holder }) => holder === node);
}

function improve(graph: ShareGraph, component: readonly number[], of: Float64Array): void {
  const ranks = ranksToOwner(graph, component, of);
  if (ranks === null) return;
  const split = new Map(
    component.map((node) => [node, splitBy(graph, node, (holder) => ranks(holder))] as const),
  );
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    solveComponent(component, (node) => split.get(node) ?? [], of);
    let isBetter = false;
    for (const node of component) {
      const better = splitBy(graph, node, (holder) => of[holder] as number);
      if (sumOf(better, of) <= sumOf(split.get(node) ?? [], of) + SMALLEST_GAIN) continue;
      split.set(node, better);
      isBetter = true;
    }
    if (!isBetter) return;
  }
}

/** Lower bounds filled, the room given to the holders that rank highest, as far as their upper bounds let them. */
function splitBy({ stakes, room }: ShareGraph, node: number, rank: (holder: number) => number): Weights {
  let left = room[node] ?? 0;
  const ranked = [...(stakes[node] ?? [])].sort((a, b) => rank(b.holder) - rank(a.holder));
  return ranked.map(({ holder, lower, upper }: Stake) => {
    const more = rank(holder) > 0 ? Math.min(left, upper - lower) : 0;
    left -= more;
    return { holder, weight: lower + more };
  });
}

/**
 * Ranks that lead towards the owner: holders outside the component by their chance, those inside by how few steps they
 * are from such a holder. Null where nothing outside has a chance: the whole component then has none.
 */
function ranksToOwner(
  { stakes }: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): ((holder: number) => number) | null {
  const inside = new Set(component);
  const held = new Map<number, number[]>();
  const steps = new Map<number, number>();
  for (const node of component) {
    for (const { holder } of stakes[node] ?? []) {
      if (inside.has(holder)) held.set(holder, [...(held.get(holder) ?? []), node]);
      else if ((of[holder] as number) > 0) steps.set(node, 1);
    }
  }
  if (steps.size === 0) return null;
  for (const [node, step] of steps) {
    for (const next of held.get(node) ?? []) if (!steps.has(next)) steps.set(next, step + 1);
  }
  return (holder) => {
    if (!inside.has(holder)) return (of[holder] as number) > 0 ? 1 + (of[holder] as number) : 0;
    const step = steps.get(holder);
    return step === undefined ? 0 : 1 / (1 + step);
  };
}
