import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { Projection } from "../../graph/projection.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { type ChanceBounds, chanceBounds, PRECISION } from "./chance-bounds.js";
import { everythingBelow } from "./everything-below.js";
import { isInClosedLoop, type ShareGraph } from "./share-graph.js";
import { sharesAbove, sharesAmong } from "./walk-shares.js";

/** What a party owns of a company, directly and through everything between. */
export interface IntegratedShare {
  /** Null in a closed loop. Bounds are never exclusive. */
  readonly share: Share | null;
  /** The owner lies in a loop of companies that own each other wholly, and the company is below it. */
  readonly closedLoop: boolean;
  /** False where it would have taken too long until the bounds had come as near to the interval as asked. */
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
 * Where the time ends first each bound is as near as it has come, and true.
 *
 * Sources: Brioschi, Buzzacchi and Colombo (1989), Risk capital financing and the separation of ownership and control in
 * business groups; Baldone, Brioschi and Paleari (1998); Romei, Ruggieri and Turini (2015), The layered structure of
 * company share networks. Choices: Control and Affiliation claims are an unknown share, PartOf is the whole (see
 * `ShareReading`); a company whose known shares are above 100 per cent counts as wholly unknown.
 */
export function* integratedOwnershipInSteps(
  view: View,
  owner: number,
  company: number,
  day: Day,
  precision = PRECISION,
): Generator<void, IntegratedShare> {
  const known = REMEMBERED.get(view) ?? new Map<string, IntegratedShare>();
  REMEMBERED.set(view, known);
  const key = [owner, company, day, precision].join("/");
  const before = known.get(key);
  if (before) return before;
  const graph = yield* rememberedAbove(view, company, day);
  const node = graph.parties.indexOf(owner);
  const share = yield* shareIn(graph, node, precision);
  if (known.size >= MOST_REMEMBERED) known.clear();
  if (share.converged) known.set(key, share);
  return share;
}

/** Of the company that a graph begins with. `owner` is -1 where the graph does not have it. */
function* shareIn(graph: ShareGraph, owner: number, precision: number): Generator<void, IntegratedShare> {
  if (owner < 0 && graph.read === graph.parties.length) return NOTHING;
  if (owner >= 0 && (yield* isInClosedLoop(graph, owner))) return CLOSED;
  return shareOf(yield* chanceBounds(graph, owner, precision), 0);
}

/** The same, its steps taken one after the other. */
export function integratedOwnership(
  view: View,
  owner: number,
  company: number,
  day: Day,
  precision?: number,
): IntegratedShare {
  return runToCompletion(integratedOwnershipInSteps(view, owner, company, day, precision));
}

const REMEMBERED = new WeakMap<View, Map<string, IntegratedShare>>();
const MOST_REMEMBERED = 8192;

/** What a party owns of everything below it, at any depth: one search for all. Itself only where it is below itself. */
export function* integratedHoldings(
  view: View,
  owner: number,
  day: Day,
  precision = PRECISION,
): Generator<void, ReadonlyMap<number, IntegratedShare>> {
  const below = yield* everythingBelow(view, owner, day);
  const graph = yield* sharesAmong(view, new Set([owner, ...below]), day);
  if (yield* isInClosedLoop(graph, 0)) return new Map([...below].map((company) => [company, CLOSED]));
  const bounds = yield* chanceBounds(graph, 0, precision);
  const shares = new Map<number, IntegratedShare>();
  for (const [node, party] of graph.parties.entries())
    if (below.has(party)) shares.set(party, shareOf(bounds, node));
  return shares;
}

function shareOf({ lower, upper, isPrecise }: ChanceBounds, node: number): IntegratedShare {
  return integrated(lower[node] as number, upper[node] as number, isPrecise);
}

/**
 * What lies above a company, remembered for the view that was asked last: a report asks for many owners of the same
 * companies, and of a large graph it is much.
 */
function* rememberedAbove(view: View, company: number, day: Day): Generator<void, ShareGraph> {
  const before = ABOVE.get(view.projection);
  const known = before?.view === view ? before : { view, graphs: new Map<string, ShareGraph>(), size: 0 };
  ABOVE.set(view.projection, known);
  const key = `${company}/${day}`;
  const found = known.graphs.get(key);
  if (found) return found;
  const graph = yield* sharesAbove(view, company, day);
  // What was cut short is good for this answer alone; another search may have remembered the whole meanwhile.
  if (graph.read < graph.parties.length || known.graphs.has(key)) return graph;
  const size = 5 * graph.parties.length + 4 * graph.holders.length;
  if (known.size + size > MOST_ABOVE) {
    known.graphs.clear();
    known.size = 0;
  }
  known.graphs.set(key, graph);
  known.size += size;
  return graph;
}

interface Above {
  readonly view: View;
  readonly graphs: Map<string, ShareGraph>;
  size: number;
}

const ABOVE = new WeakMap<Projection, Above>();
/** Numbers of four bytes: 64 megabytes. */
const MOST_ABOVE = 16_000_000;

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
