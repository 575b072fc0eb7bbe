import type { Day } from "../domain/day.js";
import { today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { changesInSteps } from "../exposure/differences/changes.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import { currentBudget } from "../graph/budget.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { rewind } from "../graph/rewind.js";
import { View } from "../graph/view.js";
import { exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { exposureReport } from "./report/make-report.js";
import type { ExposureDifference } from "./what-if.js";

/** What one version of the graph made of a university's exposure. */
export interface ExposureChange extends ExposureDifference {
  /** The graph as it was, in the numbers of the graph as it is. */
  readonly earlier: Projection;
  /** The graph as it is. */
  readonly later: Projection;
}

/**
 * Watches a university's exposure, with every default of the question: yields once for each move of the graph that
 * adds, removes or changes a finding, and nothing for other moves. A slow subscriber gets several moves as one. Ends with
 * the signal.
 * @throws NOT_FOUND, WRONG_KIND for an id that is no university of the graph, at once or when it is gone.
 */
export async function* watchExposure(
  graph: ResidentGraph,
  university: EntityId,
  signal: AbortSignal,
): AsyncGenerator<ExposureChange, void> {
  let seen = await graph.current();
  requireEntity(seen, "university", university, ["University"]);
  for (;;) {
    const moved = await graph.moved(seen, signal);
    if (moved === null) return;
    currentBudget().renew();
    const change = await exposureChange(graph, university, { from: seen, to: moved });
    seen = moved;
    if (change !== null) yield change;
  }
}

/** What differs for a university between two versions; null where nothing does. */
export async function exposureChange(
  graph: ResidentGraph,
  university: EntityId,
  { from, to }: { readonly from: Projection; readonly to: Projection },
  now: Day = today(),
): Promise<ExposureChange | null> {
  requireEntity(to, "university", university, ["University"]);
  const terms: ExposureTermsOf = exposureTermsOf({}, { university, targets: null }, now);
  const earlier = await rewound(from, to);
  const [before, after] = [View.of(earlier, terms), graph.view(to, terms)];
  const difference = await inTurns(changesInSteps({ view: before, terms }, { view: after, terms }));
  const { added, removed, changed } = difference;
  if (added.length + removed.length + changed.length === 0) return null;
  return {
    earlier,
    later: to,
    before: exposureReport(before, { university }, terms, difference.before),
    after: exposureReport(after, { university }, terms, difference.after),
    added,
    removed,
    changed,
  };
}

/** Those who watch the same move share the earlier version. */
function rewound(from: Projection, to: Projection): Promise<Projection> {
  const known = REWOUND.get(to) ?? new WeakMap<Projection, Promise<Projection>>();
  REWOUND.set(to, known);
  const earlier = known.get(from) ?? rewind(from, to);
  known.set(from, earlier);
  return earlier;
}

const REWOUND = new WeakMap<Projection, WeakMap<Projection, Promise<Projection>>>();
