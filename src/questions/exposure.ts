import { exposuresInSteps } from "../exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { type ExposureOptions, type ExposureQuestion, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntities, requireEntity, requireFlags, requireLists } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import type { ExposureReport } from "./report/exposure-report.js";
import { exposureReport } from "./report/make-report.js";

/**
 * What a university is exposed to.
 * @throws NOT_FOUND for an id that is not in the graph, WRONG_KIND for one that is no university, BAD_USER_INPUT for what
 * the question names beside it and the graph has not.
 */
export async function answerExposure(
  graph: ResidentGraph,
  question: ExposureQuestion,
): Promise<ExposureReport> {
  const projection = await graph.current();
  requireEntity(projection, "university", question.university, ["University"]);
  requireSelection(projection, question);
  requireEntities(projection, "targets", question.targets);
  const terms: ExposureTermsOf = exposureTermsOf(question, {
    university: question.university,
    targets: question.targets ?? null,
  });
  const view = graph.view(projection, terms);
  return exposureReport(view, question, terms, await inTurns(exposuresInSteps(view, terms)));
}

/** @throws BAD_USER_INPUT, WRONG_KIND for flags, authorities and lists that the graph has not. */
export function requireSelection(projection: Projection, { flags }: ExposureOptions): void {
  requireFlags(projection, "flags.ids", flags?.ids);
  requireEntities(projection, "flags.authorities", flags?.authorities, ["PublicBody"]);
  requireLists("flags.lists", flags?.lists);
}
