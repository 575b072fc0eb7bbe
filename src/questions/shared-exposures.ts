import type { EntityId } from "../domain/entity.js";
import { badInput } from "../domain/errors.js";
import { exposuresOfEach, findingsOfMany } from "../exposure/comparisons/findings-of-many.js";
import { type SharedExposure, sharedExposures } from "../exposure/comparisons/shared-exposures.js";
import type { Finding } from "../exposure/finding.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { ExposureOptions } from "./arguments/exposure-question.js";
import { exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntities } from "./arguments/known-ids.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import type { FindingDetails, SearchScope } from "./report/exposure-report.js";
import { findingDetails } from "./report/make-report.js";
import { exposureScope } from "./report/search-scope.js";

export interface SharedQuestion extends ExposureOptions {
  /** Two or more. */
  readonly universities: readonly EntityId[];
  readonly targets?: readonly EntityId[] | undefined;
}

export interface SharedAnswer {
  readonly scope: SearchScope;
  readonly shared: readonly SharedExposure[];
  details(finding: Finding): FindingDetails;
}

export const MOST_COMPARED = 100;

/**
 * The targets on which at least two of some universities have findings. A system repeats the money of its campuses.
 * @throws BAD_USER_INPUT for fewer than two or more than 100 universities and for what the question names and the graph
 * has not, WRONG_KIND for an id that is no university.
 */
export async function answerSharedExposures(
  graph: ResidentGraph,
  question: SharedQuestion,
): Promise<SharedAnswer> {
  const projection = await graph.current();
  const count = new Set(question.universities).size;
  if (count < 2 || count > MOST_COMPARED)
    throw badInput("cannot be compared", {
      argument: "universities",
      value: count,
      remedy: `name 2 to ${MOST_COMPARED} different ones`,
    });
  requireSelection(projection, question);
  requireEntities(projection, "universities", question.universities, ["University"]);
  requireEntities(projection, "targets", question.targets);
  const terms = exposureTermsOf(question, { targets: question.targets ?? null });
  const view = graph.view(projection, terms);
  const answers = await inTurns(exposuresOfEach(view, terms, question.universities));
  const found = findingsOfMany(answers);
  return {
    scope: exposureScope(projection, question, terms, found),
    shared: sharedExposures(view, found.findings),
    details: (finding) => findingDetails(view, { ...terms, university: finding.university }, finding),
  };
}
