import { BILLION } from "../../domain/share.js";
import { Pace } from "../../graph/run-to-completion.js";
import { componentsOf } from "../../graph/strongly-connected-components.js";
import type { ShareGraph } from "./share-graph.js";
import { chancesOfMeeting } from "./walk-elimination.js";

/**
 * Gives the nodes of one component (strongly connected by holdings that may be more than nothing) their chances; those of
 * nodes outside it are read. Exact but for rounding; the work is cubic in the size of the component.
 */
export type SolveComponent = (
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
) => Generator<void, void>;

const MOST_ROUNDS = 1000;
/** A split is changed only for a gain that rounding cannot feign. */
const SMALLEST_GAIN = 1e-13;
/** So many stakes are looked at, at least, between two steps. */
const STAKES_A_STEP = 512;

/** What of each node a walk passes on to each of its holders, in billionths, in the order of its stakes. */
type Weights = (node: number) => ArrayLike<number>;

/**
 * The least solution of x(j) = sum of lower bound (j, k) · x(k) over the holders k of j. Within the component strongly
 * connected by certain holdings, part by part, each by one elimination.
 */
export function* solveLeast(
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): Generator<void, void> {
  const { starts, holders, lower } = graph;
  const place = new Map(component.map((node, at) => [node, at]));
  const certain = (at: number) => {
    const [stakes, end] = stakesOf(graph, component[at] as number);
    const found: number[] = [];
    for (let stake = stakes; stake < end; stake += 1) {
      const holder = (lower[stake] as number) > 0 ? place.get(holders[stake] as number) : undefined;
      if (holder !== undefined) found.push(holder);
    }
    return found;
  };
  const weights = (node: number) => lower.subarray(starts[node], starts[node + 1]);
  for (const part of yield* componentsOf(component.length, certain)) {
    const nodes = part.map((at) => component[at] as number);
    for (const [node, chance] of yield* eliminate(graph, nodes, weights, of)) of[node] = chance;
  }
}

/**
 * The greatest chances over all share matrices within the intervals whose columns sum to at most 1: the least fixpoint
 * from 0 of "the best split of a node's shares over its holders" (fill the lower bounds, give the room that is left to
 * the holders with the greatest chance).
 *
 * By policy iteration (R. A. Howard 1960, Dynamic Programming and Markov Processes): solve for a split, improve the split
 * where that gains, until nothing does. The first split leads every node towards the owner, and only gains change it, so
 * that no round is singular and the last one is the least fixpoint.
 */
export function* solveGreatest(
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): Generator<void, void> {
  const ranks = yield* ranksToOwner(graph, component, of);
  const inside = new Map(component.map((node) => [node, 0]));
  const chances = (node: number) => inside.get(node) ?? (of[node] as number);
  const pace = new Pace(STAKES_A_STEP);
  const split = new Map<number, ArrayLike<number>>();
  let isBetter = ranks !== null;
  for (const node of ranks === null ? [] : component) {
    const weights = splitBy(graph, node, ranks as (holder: number) => number);
    split.set(node, weights);
    if (pace.isStep(weights.length)) yield;
  }
  for (let round = 0; round < MOST_ROUNDS && isBetter; round += 1) {
    const weightsOf: Weights = (node) => split.get(node) as ArrayLike<number>;
    for (const [node, chance] of yield* eliminate(graph, component, weightsOf, of)) inside.set(node, chance);
    isBetter = false;
    for (const node of component) {
      const before = weightsOf(node);
      if (pace.isStep(before.length)) yield;
      const better = splitBy(graph, node, chances);
      if (sumOf(graph, node, better, chances) <= sumOf(graph, node, before, chances) + SMALLEST_GAIN)
        continue;
      split.set(node, better);
      isBetter = true;
    }
  }
  for (const [node, chance] of inside) of[node] = chance;
}

/** Where the stakes in a node begin and end. */
function stakesOf({ starts }: ShareGraph, node: number): readonly [start: number, end: number] {
  return [starts[node] as number, starts[node + 1] as number];
}

function sumOf(
  graph: ShareGraph,
  node: number,
  weights: ArrayLike<number>,
  chanceOf: (node: number) => number,
): number {
  const [start] = stakesOf(graph, node);
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1)
    sum += (weights[at] as number) * chanceOf(graph.holders[start + at] as number);
  return sum / BILLION;
}

/** Lower bounds filled, the room given to the holders that rank highest, as far as their upper bounds let them. */
function splitBy(graph: ShareGraph, node: number, rank: (holder: number) => number): Float64Array {
  const [start, end] = stakesOf(graph, node);
  const weights = Float64Array.from(graph.lower.subarray(start, end));
  const ranks = Float64Array.from(graph.holders.subarray(start, end), rank);
  const ranked = Array.from(ranks.keys()).sort((a, b) => (ranks[b] as number) - (ranks[a] as number));
  let left = graph.room[node] as number;
  for (const at of ranked) {
    if (left <= 0 || (ranks[at] as number) <= 0) break;
    const more = Math.min(left, (graph.upper[start + at] as number) - (weights[at] as number));
    weights[at] = (weights[at] as number) + more;
    left -= more;
  }
  return weights;
}

/**
 * Ranks that lead towards the owner: holders outside the component by their chance, those inside by how few steps they
 * are from such a holder. Null where nothing outside has a chance: the whole component then has none.
 */
function* ranksToOwner(
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): Generator<void, ((holder: number) => number) | null> {
  const held = new Map<number, number[]>(component.map((node) => [node, []]));
  const steps = new Map<number, number>();
  const pace = new Pace(STAKES_A_STEP);
  for (const node of component) {
    const [start, end] = stakesOf(graph, node);
    for (let stake = start; stake < end; stake += 1) {
      const holder = graph.holders[stake] as number;
      const its = held.get(holder);
      if (its !== undefined) its.push(node);
      else if ((of[holder] as number) > 0) steps.set(node, 1);
    }
    if (pace.isStep(end - start)) yield;
  }
  if (steps.size === 0) return null;
  for (const [node, step] of steps) {
    const nodes = held.get(node) ?? [];
    for (const next of nodes) if (!steps.has(next)) steps.set(next, step + 1);
    if (pace.isStep(nodes.length)) yield;
  }
  return (holder) => {
    if (!held.has(holder)) return (of[holder] as number) > 0 ? 1 + (of[holder] as number) : 0;
    const step = steps.get(holder);
    return step === undefined ? 0 : 1 / (1 + step);
  };
}

/** The chances of some nodes whose weights are given, by one elimination; those of other nodes are read. */
function* eliminate(
  graph: ShareGraph,
  nodes: readonly number[],
  weightsOf: Weights,
  of: Float64Array,
): Generator<void, readonly (readonly [node: number, chance: number])[]> {
  const ordered = yield* fewestLast(graph, nodes, weightsOf);
  const size = ordered.length;
  const place = new Map(ordered.map((node, at) => [node, at]));
  const walk = {
    steps: new Float64Array(size * size),
    meets: new Float64Array(size),
    leaves: new Float64Array(size),
  };
  const pace = new Pace(STAKES_A_STEP);
  for (const [row, node] of ordered.entries()) {
    const weights = weightsOf(node);
    const [start] = stakesOf(graph, node);
    let left = BILLION;
    let [meets, leaves] = [0, 0];
    for (let at = 0; at < weights.length; at += 1) {
      const holder = graph.holders[start + at] as number;
      const weight = weights[at] as number;
      left -= weight;
      const column = place.get(holder);
      if (column !== undefined) walk.steps[row * size + column] = weight / BILLION;
      else {
        meets += weight * (of[holder] as number);
        leaves += weight * (1 - (of[holder] as number));
      }
    }
    walk.meets[row] = meets / BILLION;
    walk.leaves[row] = (leaves + Math.max(0, left)) / BILLION;
    if (pace.isStep(weights.length)) yield;
  }
  const chances = yield* chancesOfMeeting(walk);
  return ordered.map((node, at) => [node, chances[at] as number] as const);
}

/** The nodes with the fewest ways in and out last: they are taken out first, and make the least work. */
function* fewestLast(
  graph: ShareGraph,
  nodes: readonly number[],
  weightsOf: Weights,
): Generator<void, readonly number[]> {
  if (nodes.length < 3) return nodes;
  const ways = new Map(nodes.map((node) => [node, { into: 0, out: 0 }]));
  const pace = new Pace(STAKES_A_STEP);
  for (const [node, its] of ways) {
    const weights = weightsOf(node);
    const [start] = stakesOf(graph, node);
    for (let at = 0; at < weights.length; at += 1) {
      const above = (weights[at] as number) > 0 ? ways.get(graph.holders[start + at] as number) : undefined;
      if (above === undefined) continue;
      above.into += 1;
      its.out += 1;
    }
    if (pace.isStep(weights.length)) yield;
  }
  const work = (node: number) => {
    const { into, out } = ways.get(node) as { into: number; out: number };
    return into * out;
  };
  return [...nodes].sort((a, b) => work(b) - work(a) || a - b);
}
