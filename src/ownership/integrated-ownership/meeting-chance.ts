import { BILLION } from "../../domain/share.js";
import { currentBudget } from "../../graph/budget.js";
import { componentsOf } from "./components.js";
import { type ShareGraph, type Stake, stakesIn } from "./share-graph.js";
import { shareValues } from "./share-values.js";
import { chancesOfMeeting } from "./walk-elimination.js";

/** Components up to this size are solved by elimination, larger ones by iteration. */
export const DENSE_LIMIT = 500;
const MOST_SWEEPS = 10_000;
/** So many nodes are looked at between two steps; each has some holders, at most as many as the component. */
export const NODES_A_STEP = 64;
const SETTLED = 1e-13;

/** Weights of the holders of a node, in billionths: what of it a walk passes on to each. */
export type Weights = readonly { readonly holder: number; readonly weight: number }[];

/**
 * The least solution of x(j) = sum of lower bound (j, k) · x(k) over the holders k of j, for the nodes of one component
 * by holdings that may be more than nothing; chances of nodes outside it are read. Within it strongly connected by
 * certain holdings, part by part, each by one solve. False where a part was too large and the iteration did not settle.
 */
export function* leastIn(
  graph: ShareGraph,
  component: readonly number[],
  of: Float64Array,
): Generator<void, boolean> {
  const [only] = component;
  const value = shareValues(graph, "least", of);
  if (component.length === 1 && isAlone(graph, only as number)) {
    of[only as number] = value(only as number)[0] as number;
    return true;
  }
  const place = new Map(component.map((node, at) => [node, at]));
  const above = component.map((node) =>
    stakesIn(graph, node).flatMap(({ holder, lower }) => (lower > 0 ? (place.get(holder) ?? []) : [])),
  );
  let converged = true;
  for (const part of componentsOf(component.length, (at) => above[at] ?? [])) {
    const nodes = part.map((at) => component[at] as number);
    if (nodes.length <= DENSE_LIMIT)
      yield* solveComponent(nodes, (node) => leastWeights(stakesIn(graph, node)), of);
    else converged = (yield* iterate(nodes, of, (node) => value(node)[0] as number)) && converged;
  }
  return converged;
}

/** Whether a node that is a component by itself does not hold itself. */
export function isAlone(graph: ShareGraph, node: number): boolean {
  return !stakesIn(graph, node).some(({ holder }) => holder === node);
}

function leastWeights(stakes: readonly Stake[]): Weights {
  return stakes.map(({ holder, lower }) => ({ holder, weight: lower }));
}

export function sumOf(weights: Weights, of: Float64Array): number {
  let sum = 0;
  for (const { holder, weight } of weights) sum += weight * (of[holder] as number);
  return sum / BILLION;
}

/** Solves one component for given weights; chances of nodes outside it are read, those inside written. */
export function* solveComponent(
  nodes: readonly number[],
  weightsOf: (node: number) => Weights,
  of: Float64Array,
): Generator<void, void> {
  const component = fewestLast(nodes, weightsOf);
  const size = component.length;
  const place = new Map(component.map((node, at) => [node, at]));
  const walk = {
    steps: new Float64Array(size * size),
    meets: new Float64Array(size),
    leaves: new Float64Array(size),
  };
  for (const [row, node] of component.entries()) {
    let left = BILLION;
    let [meets, leaves] = [0, 0];
    for (const { holder, weight } of weightsOf(node)) {
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
    if (row % NODES_A_STEP === 0) yield;
  }
  for (const [row, chance] of (yield* chancesOfMeeting(walk)).entries())
    of[component[row] as number] = chance;
}

/** The nodes with the fewest ways in and out last: they are taken out first, and make the least work. */
function fewestLast(nodes: readonly number[], weightsOf: (node: number) => Weights): readonly number[] {
  if (nodes.length < 3) return nodes;
  const ways = new Map(nodes.map((node) => [node, [0, 0]] as [number, [number, number]]));
  for (const node of nodes) {
    for (const { holder, weight } of weightsOf(node)) {
      const into = ways.get(holder);
      if (weight <= 0 || !into) continue;
      into[0] += 1;
      (ways.get(node) as [number, number])[1] += 1;
    }
  }
  const work = (node: number) => {
    const [into, out] = ways.get(node) as [number, number];
    return into * out;
  };
  return [...nodes].sort((a, b) => work(b) - work(a) || a - b);
}

/**
 * Sweeps over a component from 0 upwards until nothing moves (Gauss and Seidel). The rest still to come is estimated
 * from how fast the steps shrink. False where it did not settle: what is reached is then a lower bound.
 */
export function* iterate(
  component: readonly number[],
  of: Float64Array,
  nextOf: (node: number) => number,
): Generator<void, boolean> {
  let before = Number.POSITIVE_INFINITY;
  const budget = currentBudget();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    budget.look();
    let step = 0;
    for (const [at, node] of component.entries()) {
      if (at % NODES_A_STEP === 0) yield;
      const value = nextOf(node);
      step = Math.max(step, value - (of[node] as number));
      of[node] = value;
    }
    const ratio = Math.min(step / before, 1 - Number.EPSILON);
    if (step === 0 || (step < SETTLED && (step * ratio) / (1 - ratio) < SETTLED)) return true;
    before = step;
  }
  return false;
}
