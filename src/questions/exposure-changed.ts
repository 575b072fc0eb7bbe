import type { Day } from "../domain/day.js";
import { today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { type ErrorCode, ExposureError } from "../domain/errors.js";
import { changes } from "../exposure/differences/changes.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { rewind } from "../graph/rewind.js";
import { View } from "../graph/view.js";
import { exposureTerms, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { type ExposureDifference, exposureDifference } from "./report/exposure-difference.js";
import { exposureReport } from "./report/make-report.js";

/** What one version of the graph made of a university's exposure. */
export interface ExposureChange extends ExposureDifference {
  /** The graph as it was, in the numbers of the graph as it is. */
  readonly earlier: Projection;
  /** The graph as it is. */
  readonly later: Projection;
}

/** How work is done that several listeners share: when its turn comes, and within a budget of its own. */
export type WorkOut = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Why one event could not be worked out; the listener is told, and of what it missed with the next. */
export interface ExposureMissed {
  readonly missed: ExposureError;
}

const PASSING: readonly ErrorCode[] = ["DEADLINE_EXCEEDED", "COST_LIMIT_EXCEEDED", "STORE_UNAVAILABLE"];

/**
 * Watches a university's exposure, with every default of the question: yields once for each move of the graph that
 * adds, removes or changes a finding, and nothing for other moves. A slow subscriber gets several moves as one. Ends with
 * the signal, and never because one change took too long.
 * @throws NOT_FOUND, WRONG_KIND for an id that is no university of the graph, at once or when it is gone.
 */
export async function* watchExposure(
  graph: ResidentGraph,
  university: EntityId,
  { signal, workOut }: { readonly signal: AbortSignal; readonly workOut: WorkOut },
): AsyncGenerator<ExposureChange | ExposureMissed, void> {
  let looked = await graph.current();
  let told = looked;
  requireEntity(told, "university", university, ["University"]);
  for (;;) {
    const moved = await graph.moved(looked, signal);
    if (moved === null) return;
    looked = moved;
    try {
      const change = await sharedChange(graph, university, { from: told, to: moved, workOut });
      told = moved;
      if (change !== null) yield change;
    } catch (fault) {
      if (!(fault instanceof ExposureError && PASSING.includes(fault.code))) throw fault;
      yield { missed: fault };
    }
  }
}

/** A move of the graph, as all who watch it share it. */
interface Move {
  /** The graph as it was, in the numbers of the graph as it is. */
  readonly before: Promise<View>;
  /** What it changed for each university that is watched. */
  readonly changes: Map<EntityId, Promise<ExposureChange | null>>;
}

/** By where a move leads, where it comes from, and the day on which it is looked at. */
const MOVES = new WeakMap<Projection, WeakMap<Projection, Map<Day, Move>>>();

function sharedChange(
  graph: ResidentGraph,
  university: EntityId,
  { from, to, workOut }: { readonly from: Projection; readonly to: Projection; readonly workOut: WorkOut },
): Promise<ExposureChange | null> {
  const now = today();
  const moves = MOVES.get(to) ?? new WeakMap<Projection, Map<Day, Move>>();
  MOVES.set(to, moves);
  const onDays = moves.get(from) ?? new Map<Day, Move>();
  moves.set(from, onDays);
  const move = onDays.get(now) ?? { before: viewBefore(from, to, now), changes: new Map() };
  onDays.set(now, move);
  const known = move.changes.get(university);
  if (known !== undefined) return known;
  const change = workOut(async () =>
    exposureChange(graph, university, { before: await move.before, to, now }),
  );
  move.changes.set(university, change);
  // Who looks again later tries again.
  change.catch(() => move.changes.delete(university));
  return change;
}

async function viewBefore(from: Projection, to: Projection, now: Day): Promise<View> {
  return View.of(await rewind(from, to), exposureTerms({}, now));
}

/** What differs for a university between two versions; null where nothing does. */
async function exposureChange(
  graph: ResidentGraph,
  university: EntityId,
  { before, to, now }: { readonly before: View; readonly to: Projection; readonly now: Day },
): Promise<ExposureChange | null> {
  requireEntity(to, "university", university, ["University"]);
  const terms: ExposureTermsOf = exposureTermsOf({}, { university, targets: null }, now);
  const after = graph.view(to, terms);
  const found = await inTurns(changes({ view: before, terms }, { view: after, terms }));
  const difference = exposureDifference(
    exposureReport(before, { university }, terms, found.before),
    exposureReport(after, { university }, terms, found.after),
    found,
  );
  const differing = found.added.length + found.removed.length + (await difference.changed()).length;
  return differing === 0 ? null : { ...difference, earlier: before.projection, later: to };
}
