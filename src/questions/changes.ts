import type { Day } from "../domain/day.js";
import { changes } from "../exposure/differences/changes.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { type ExposureQuestion, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntities, requireEntity } from "./arguments/known-ids.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import { type ExposureDifference, exposureDifference } from "./report/exposure-difference.js";
import { exposureReport } from "./report/make-report.js";
import { requireOrder } from "./require.js";

export interface ChangesQuestion extends ExposureQuestion {
  readonly sinceKnownAt: Day;
  /** Default: the later moment's validAt. */
  readonly sinceValidAt?: Day | undefined;
}

/**
 * What changed for a university between two moments, each change with the claims that caused it.
 * @throws NOT_FOUND for an id that is not in the graph, WRONG_KIND for one that is no university, BAD_USER_INPUT for what
 * the question names beside it and the graph has not, and for an earlier moment that is later.
 */
export async function answerChanges(
  graph: ResidentGraph,
  question: ChangesQuestion,
): Promise<ExposureDifference> {
  const projection = await graph.current();
  requireEntity(projection, "university", question.university, ["University"]);
  requireSelection(projection, question);
  requireEntities(projection, "targets", question.targets);
  const terms: ExposureTermsOf = exposureTermsOf(question, {
    university: question.university,
    targets: question.targets ?? null,
  });
  const since = {
    ...terms,
    knownAt: question.sinceKnownAt,
    validAt: question.sinceValidAt ?? terms.validAt,
  };
  for (const [earlier, later] of [
    ["sinceKnownAt", "knownAt"],
    ["sinceValidAt", "validAt"],
  ] as const)
    requireOrder(
      { argument: earlier, day: since[later] },
      { argument: later, day: terms[later] },
      "give the earlier day here",
    );
  const [earlier, later] = [graph.view(projection, since), graph.view(projection, terms)];
  const difference = await inTurns(changes({ view: earlier, terms: since }, { view: later, terms }));
  return exposureDifference(
    exposureReport(earlier, question, since, difference.before),
    exposureReport(later, question, terms, difference.after),
    difference,
  );
}
