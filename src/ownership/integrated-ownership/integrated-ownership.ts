import type { Day } from "../../domain/day.js";
import type { Share } from "../../domain/share.js";
import type { Projection } from "../../graph/projection.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { isInClosedLoop } from "./closed-loop.js";
import { everythingBelow } from "./everything-below.js";
import { type OwnersChances, ownersChances } from "./owners-chances.js";
import type { ShareGraph } from "./share-graph.js";
import { SIDE_BY_SIDE } from "./swept-chances.js";
import { sharesAbove, sharesAmong } from "./walk-shares.js";

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
export function* integratedOwnershipInSteps(
  view: View,
  owner: number,
  company: number,
  day: Day,
  likely: LikelyOwners = noOwners,
): Generator<void, IntegratedShare> {
  const known = REMEMBERED.get(view) ?? new Map<string, IntegratedShare>();
  REMEMBERED.set(view, known);
  const keyOf = (each: number) => `${each}/${company}/${day}`;
  const before = known.get(keyOf(owner));
  if (before) return before;
  const beside = [...new Set(likely(company, day))].filter(
    (each) => each !== owner && !known.has(keyOf(each)),
  );
  const owners = [owner, ...beside.slice(0, SIDE_BY_SIDE - 1)];
  const shares = yield* findShares(view, owners, company, day);
  if (known.size >= MOST_REMEMBERED) known.clear();
  for (const [at, each] of owners.entries()) known.set(keyOf(each), shares[at] as IntegratedShare);
  return shares[0] as IntegratedShare;
}

/** The same, its steps taken one after the other. */
export function integratedOwnership(
  view: View,
  owner: number,
  company: number,
  day: Day,
  likely?: LikelyOwners,
): IntegratedShare {
  return runToCompletion(integratedOwnershipInSteps(view, owner, company, day, likely));
}

/**
 * Owners of whom the share of a company on a day will probably be asked for next, the first first. Some are worked out
 * side by side with the one that is asked for, which for each takes half as long as alone.
 */
export type LikelyOwners = (company: number, day: Day) => readonly number[];

const noOwners: LikelyOwners = () => [];

const REMEMBERED = new WeakMap<View, Map<string, IntegratedShare>>();
const MOST_REMEMBERED = 8192;

function* findShares(
  view: View,
  owners: readonly number[],
  company: number,
  day: Day,
): Generator<void, readonly IntegratedShare[]> {
  const graph = yield* rememberedAbove(view, company, day);
  const node = graph.parties.indexOf(company);
  const nodes = owners.map((owner) => graph.parties.indexOf(owner));
  const isAbove = (at: number) => at >= 0 && (at !== node || graph.holders.includes(at));
  const isClosed = owners.map(
    (owner, at) => isAbove(nodes[at] as number) && isInClosedLoop(view, owner, day),
  );
  const asked = nodes.filter((at, nth) => isAbove(at) && !isClosed[nth]);
  const chances = new Map((yield* ownersChances(graph, asked)).map((each, nth) => [asked[nth], each]));
  return nodes.map((at, nth) => {
    const its = chances.get(at);
    return its ? shareOf(its, node) : isClosed[nth] ? CLOSED : NOTHING;
  });
}

/** What a party owns of everything below it, at any depth: one solve for all. Itself only where it is below itself. */
export function* integratedHoldings(
  view: View,
  owner: number,
  day: Day,
): Generator<void, ReadonlyMap<number, IntegratedShare>> {
  const below = everythingBelow(view, owner, day);
  if (isInClosedLoop(view, owner, day)) return new Map([...below].map((company) => [company, CLOSED]));
  const graph = yield* sharesAmong(view, new Set([owner, ...below]), day);
  const [chances] = yield* ownersChances(graph, [graph.parties.indexOf(owner)]);
  const shares = new Map<number, IntegratedShare>();
  for (const [node, party] of graph.parties.entries())
    if (below.has(party)) shares.set(party, shareOf(chances as OwnersChances, node));
  return shares;
}

function shareOf({ least, greatest, converged }: OwnersChances, node: number): IntegratedShare {
  return integrated(least[node] as number, greatest[node] as number, converged);
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
  if (known.graphs.has(key)) return graph;
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
