import type { Day } from "../domain/day.js";
import type { Share } from "../domain/share.js";
import type { View } from "../projection/view.js";
import { greatestIn, splitValue } from "./best-split.js";
import { isInClosedLoop } from "./closed-loop.js";
import { componentsOf } from "./components.js";
import { graphBetween } from "./graph-between.js";
import { leastIn, leastSum } from "./meeting-chance.js";
import { everythingBelow, type ShareGraph, shareGraph } from "./share-graph.js";

/** What a party owns of a company, directly and through everything between. */
export interface IntegratedShare {
  /** Null in a closed loop. Bounds are never exclusive. */
  readonly share: Share | null;
  /** The owner lies in a loop of companies that own each other wholly, and the company is below it. */
  readonly closedLoop: boolean;
  /** False only where a component above DENSE_LIMIT companies was iterated and did not settle. */
  readonly converged: boolean;
}

/** Bounds nearer to each other than this differ by rounding only. */
const ROUNDING = 1e-12;

export const WHOLLY: IntegratedShare = integrated(1, 1, true);
const NOTHING: IntegratedShare = integrated(0, 0, true);
const CLOSED: IntegratedShare = { share: null, closedLoop: true, converged: true };

/**
 * Integrated (economic) ownership of a company by a party on a day.
 *
 * With W[i][j] = share of j held directly by i and N = (I − W)⁻¹: Y_ij = N_ij / N_ii for i ≠ j, Y_ii = 1 − 1/N_ii, that
 * is without returning to the holder. It is computed as what it means: the chance that a walk upwards from j (to each
 * holder with its share, otherwise out) meets i. Lower bound: on the lower bounds. Upper bound: the greatest over all
 * share matrices within the intervals whose columns sum to at most 1; inverting the matrix of upper bounds is wrong.
 *
 * Sources: Brioschi, Buzzacchi and Colombo (1989), Risk capital financing and the separation of ownership and control in
 * business groups; Baldone, Brioschi and Paleari (1998); Romei, Ruggieri and Turini (2015), The layered structure of
 * company share networks. Choices: Control and Affiliation claims are an unknown share, PartOf is the whole (see
 * `ShareReading`); a company whose known shares are above 100 per cent counts as wholly unknown.
 */
export function integratedOwnership(view: View, owner: number, company: number, day: Day): IntegratedShare {
  const known = REMEMBERED.get(view) ?? new Map<string, IntegratedShare>();
  REMEMBERED.set(view, known);
  const key = `${owner}/${company}/${day}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const share = findShare(view, owner, company, day);
  known.set(key, share);
  return share;
}

const REMEMBERED = new WeakMap<View, Map<string, IntegratedShare>>();
const MOST_REMEMBERED = 8192;

function findShare(view: View, owner: number, company: number, day: Day): IntegratedShare {
  const graph = graphBetween(view, owner, company, day);
  if (graph === null || !graph.numbers.has(company)) return NOTHING;
  if (isInClosedLoop(view, owner, day)) return CLOSED;
  return sharesIn(graph)(company);
}

/** What a party owns of everything below it, at any depth: one solve for all. Itself only where it is below itself. */
export function integratedHoldings(
  view: View,
  owner: number,
  day: Day,
): ReadonlyMap<number, IntegratedShare> {
  const below = everythingBelow(view, owner, day);
  if (isInClosedLoop(view, owner, day)) return new Map([...below].map((company) => [company, CLOSED]));
  const share = sharesIn(shareGraph(view, owner, below, day));
  return new Map([...below].map((company) => [company, share(company)]));
}

/**
 * The owner's shares of the parties of a graph: component by component (strongly connected), each after those above it.
 */
function sharesIn(graph: ShareGraph): (company: number) => IntegratedShare {
  const size = graph.parties.length;
  const [least, greatest] = [new Float64Array(size), new Float64Array(size)];
  least[0] = 1;
  greatest[0] = 1;
  const above = graph.stakes.map((stakes, node) => (node === 0 ? [] : stakes.map(({ holder }) => holder)));
  let converged = true;
  for (const component of componentsOf(size, (node) => above[node] ?? [])) {
    if (component[0] === 0) continue;
    const isLeast = leastIn(graph, component, least);
    converged = greatestIn(graph, component, greatest) && isLeast && converged;
  }
  return (company) => {
    const node = graph.numbers.get(company) ?? -1;
    if (node !== 0) return integrated(least[node] ?? 0, greatest[node] ?? 0, converged);
    return integrated(leastSum(graph.stakes[0] ?? [], least), splitValue(graph, 0, greatest), converged);
  };
}

function integrated(lower: number, upper: number, converged: boolean): IntegratedShare {
  const min = withoutNoise(lower);
  const max = withoutNoise(upper) - min < ROUNDING ? min : withoutNoise(upper);
  return {
    share: { min, max, minExclusive: false, maxExclusive: false },
    closedLoop: false,
    converged,
  };
}

/** In [0, 1], to thirteen digits: the last ones depend on the order in which sums were made. */
function withoutNoise(chance: number): number {
  return Math.min(1, Math.max(0, Number(chance.toPrecision(13))));
}
