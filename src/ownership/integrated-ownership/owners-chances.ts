import { greatestIn } from "./best-split.js";
import { componentsOf } from "./components.js";
import { leastIn } from "./meeting-chance.js";
import { nodesBelow, type ShareGraph, stakesIn } from "./share-graph.js";
import { type Bound, shareValues } from "./share-values.js";
import { sweptChances } from "./swept-chances.js";

/** For each node of a graph the chances that a walk upwards from it meets the owner: 0 where it is not below the owner. */
export interface OwnersChances {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** False where a component above DENSE_LIMIT companies did not settle. */
  readonly converged: boolean;
}

/**
 * Of each of some owners, by sweeps over what lies below them. Where circles pass on so much that sweeps do not settle
 * them, component by component (strongly connected), each after those above it. The owner's own chance is that of coming
 * back to it.
 */
export function* ownersChances(
  graph: ShareGraph,
  owners: readonly number[],
): Generator<void, readonly OwnersChances[]> {
  const leasts = yield* chancesOf(graph, owners, "least");
  const greatests = yield* chancesOf(graph, owners, "greatest");
  return leasts.map((least, at) => {
    const greatest = greatests[at] as Chances;
    return { least: least.of, greatest: greatest.of, converged: least.converged && greatest.converged };
  });
}

interface Chances {
  readonly of: Float64Array;
  readonly converged: boolean;
}

function* chancesOf(
  graph: ShareGraph,
  owners: readonly number[],
  bound: Bound,
): Generator<void, readonly Chances[]> {
  const chances: Chances[] = [];
  for (const [at, { of, isSettled }] of (yield* sweptChances(graph, owners, bound)).entries()) {
    const owner = owners[at] as number;
    let converged = true;
    if (!isSettled)
      for (const component of componentsBelow(graph, owner))
        converged = (yield* (bound === "least" ? leastIn : greatestIn)(graph, component, of)) && converged;
    of[owner] = shareValues(graph, bound, of)(owner)[0] as number;
    chances.push({ of, converged });
  }
  return chances;
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
