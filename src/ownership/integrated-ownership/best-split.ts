import {
  DENSE_LIMIT,
  isAlone,
  iterate,
  NODES_A_STEP,
  solveComponent,
  sumOf,
  type Weights,
} from "./meeting-chance.js";
import { type ShareGraph, type Stake, stakesIn } from "./share-graph.js";
import { shareValues } from "./share-values.js";

const MOST_ROUNDS = 1000;
/** A split is changed only for a gain that rounding cannot feign. */
const SMALLEST_GAIN = 1e-13;

/**
 * For the nodes of one component, by holdings that may be more than nothing, the greatest chances over all share
 * matrices within the intervals whose columns sum to at most 1; chances of nodes outside it are read: the least fixpoint
 * from 0 of "the best split of a node's shares over its holders" (fill the lower bounds, give the room that is left to
 * the holders with the greatest chance).
 *
 * By policy iteration (R. A. Howard 1960, Dynamic Programming and Markov Processes): solve
 * for a split, improve the split where that gains, until nothing does. The first split leads every node towards the
 * owner, and only gains change it, so that no round is singular and the last one is the least fixpoint. Components
 * above DENSE_LIMIT are swept from 0; where that does not settle the bound is 1, and false is returned.
 */
export function* greatestIn(
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): Generator<void, boolean> {
  const [only] = component;
  const value = shareValues(graph, "greatest", of);
  if (component.length === 1 && isAlone(graph, only as number)) {
    of[only as number] = value(only as number)[0] as number;
    return true;
  }
  if (component.length <= DENSE_LIMIT) {
    yield* improve(graph, component, of);
    return true;
  }
  if (yield* iterate(component, of, (node) => value(node)[0] as number)) return true;
  for (const node of component) of[node] = 1;
  return false;
}

function* improve(graph: ShareGraph, component: readonly number[], of: Float64Array): Generator<void, void> {
  const ranks = ranksToOwner(graph, component, of);
  if (ranks === null) return;
  const split = new Map(
    component.map((node) => [node, splitBy(graph, node, (holder) => ranks(holder))] as const),
  );
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    yield* solveComponent(component, (node) => split.get(node) ?? [], of);
    let isBetter = false;
    for (const [at, node] of component.entries()) {
      if (at % NODES_A_STEP === 0) yield;
      const better = splitBy(graph, node, (holder) => of[holder] as number);
      if (sumOf(better, of) <= sumOf(split.get(node) ?? [], of) + SMALLEST_GAIN) continue;
      split.set(node, better);
      isBetter = true;
    }
    if (!isBetter) return;
  }
}

/** Lower bounds filled, the room given to the holders that rank highest, as far as their upper bounds let them. */
function splitBy(graph: ShareGraph, node: number, rank: (holder: number) => number): Weights {
  let left = graph.room[node] as number;
  const ranked = [...stakesIn(graph, node)].sort((a, b) => rank(b.holder) - rank(a.holder));
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
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): ((holder: number) => number) | null {
  const inside = new Set(component);
  const held = new Map<number, number[]>();
  const steps = new Map<number, number>();
  for (const node of component) {
    for (const { holder } of stakesIn(graph, node)) {
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
