import type { View } from "../view.js";
import { ClaimGraph, type ClaimGraphTerms } from "./claim-graph.js";
import type { Path, Truncation, TruncationReason } from "./path.js";
import { ShortestWalks } from "./shortest-walks.js";

/** Between two parties, at most `limit` paths of at most `maxHops` claims. */
export interface PathTerms extends ClaimGraphTerms {
  readonly limit: number;
  readonly maxHops: number;
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * The k shortest loopless paths between two parties (Yen 1971, without searching again where a path's own parent was left:
 * Lawler 1972) over claims that may hold on validAt; a Funding holds from its day on. Paths are distinct by their parties:
 * parallel claims stand within a step. Of equally short ones the first by the sequence of ids. Hubs are not passed
 * through; they are named. Once the budget for a list of paths or the time is used up no further path is looked for, and
 * that is named too. In steps.
 */
export function* findPaths(view: View, terms: PathTerms): Generator<void, FoundPaths> {
  const graph = new ClaimGraph(view, terms);
  const { paths, cutBy } = yield* shortestPaths(view, graph, terms);
  const cut = cutBy === null ? [] : [{ at: null, reason: cutBy, skippedRelations: null }];
  return {
    paths: paths.filter(({ nodes }) => nodes.length > 1).map(({ nodes }) => graph.path(nodes)),
    exploredEntities: graph.exploredEntities,
    exploredRelations: graph.explored,
    truncated: [...cut, ...graph.truncations()],
  };
}

/** The parties of a path, and where it leaves the one that it was found from. */
interface Found {
  readonly nodes: readonly number[];
  readonly leaves: number;
}

function* shortestPaths(
  view: View,
  graph: ClaimGraph,
  { from, to, limit, maxHops }: PathTerms,
): Generator<void, { readonly paths: readonly Found[]; readonly cutBy: TruncationReason | null }> {
  const walks = new ShortestWalks(graph, view.projection.entities.count, to);
  const paths: Found[] = [];
  const first = yield* walks.first(from, maxHops);
  let candidates: Found[] = first === null ? [] : [{ nodes: first, leaves: 0 }];
  const usedUp = () => {
    if (graph.explored > view.budget.pathSteps) return "ROW_BUDGET";
    return view.budget.isEnding ? "DEADLINE" : null;
  };
  for (let next = candidates.shift(); next !== undefined; next = candidates.shift()) {
    paths.push(next);
    const wanted = limit - paths.length;
    if (wanted === 0) break;
    for (let at = next.leaves; at + 1 < next.nodes.length; at += 1) {
      // Of some candidates only the shorter one might be missing: none is given that may not be the next.
      const cutBy = usedUp();
      if (cutBy !== null) return { paths, cutBy };
      yield;
      // Nothing longer than the candidates at hand is ever wanted, where these are enough.
      const enough = candidates[wanted - 1];
      const longest = enough ? enough.nodes.length - 1 : maxHops;
      const root = next.nodes.slice(0, at);
      const detour = yield* walks.detour({
        at: next.nodes[at] as number,
        passed: new Set(root),
        taken: takenAt(paths, next.nodes, at),
        maxHops: longest - at,
      });
      if (detour)
        candidates = [...candidates, { nodes: [...root, ...detour], leaves: at }].sort(shorterFirst);
    }
  }
  return { paths, cutBy: null };
}

/** The steps that paths with the same beginning take from there. */
function takenAt(paths: readonly Found[], nodes: readonly number[], at: number): ReadonlySet<number> {
  const same = paths.filter((path) => nodes.every((node, place) => place > at || path.nodes[place] === node));
  return new Set(same.map((path) => path.nodes[at + 1] as number));
}

function shorterFirst({ nodes: a }: Found, { nodes: b }: Found): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((node, place) => node !== b[place]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
