import type { Claim } from "../domain/record.js";
import { calledIn } from "../explain/claim-text.js";
import type { AnswerToCite } from "../explain/copy-citation.js";
import { type ScenarioToTell, scenarioText, supposedHeadline } from "../explain/difference-text.js";
import { whatIf } from "../exposure/differences/what-if.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import { lazy } from "../graph/lazy.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { type ExposureQuestion, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntities, requireEntity } from "./arguments/known-ids.js";
import { lookUpScenario, type Scenario } from "./arguments/scenario.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import { type ExposureDifference, exposureDifference } from "./report/exposure-difference.js";
import type { ExposureReport, FindingDetails } from "./report/exposure-report.js";
import { exposureReport } from "./report/make-report.js";
import { graphNames } from "./resident/graph-names.js";
import { claimsAsKnown } from "./resident/resident-records.js";

export interface WhatIfQuestion extends ExposureQuestion {
  readonly scenario: Scenario;
}

/**
 * What a university would be exposed to if something were otherwise, against the answer as it is. Nothing is written.
 * @throws NOT_FOUND for an id that is not in the graph, WRONG_KIND for one that is no university, BAD_USER_INPUT naming
 * what is unknown or cannot be supposed,
 * COST_LIMIT_EXCEEDED for a scenario of more than 200 items.
 */
export async function answerWhatIf(
  graph: ResidentGraph,
  question: WhatIfQuestion,
): Promise<ExposureDifference> {
  const projection = await graph.current();
  requireEntity(projection, "university", question.university, ["University"]);
  requireSelection(projection, question);
  requireEntities(projection, "targets", question.targets);
  const { scenario } = question;
  const terms: ExposureTermsOf = exposureTermsOf(question, {
    university: question.university,
    targets: question.targets ?? null,
  });
  const view = graph.view(projection, terms);
  const lookedUp = await lookUpScenario(graph.store, view, scenario);
  const difference = await inTurns(whatIf(view, terms, lookedUp));
  const supposedTerms = { ...terms, scenario };
  const preface = lazy(() => scenarioWords(graph, projection, scenario, terms.knownAt));
  const after = exposureReport(difference.view, question, supposedTerms, difference.after);
  return exposureDifference(
    exposureReport(view, question, terms, difference.before),
    prefaced(after, preface),
    difference,
  );
}

/** A report of which every text says first what it supposes. */
function prefaced(report: ExposureReport, preface: () => Promise<string>): ExposureReport {
  const after = async (text: string) => [await preface(), text].filter((part) => part !== "").join(" ");
  const details = (finding: Parameters<ExposureReport["details"]>[0]): FindingDetails => {
    const plain = report.details(finding);
    const explanation: FindingDetails["explanation"] = async (loadClaims) => {
      const explained = await plain.explanation(loadClaims);
      return { ...explained, text: await after(explained.text) };
    };
    return { ...plain, explanation };
  };
  const brief = async (headline: string) =>
    (await preface()) === "" ? headline : supposedHeadline(headline);
  const cited = async (told: AnswerToCite): Promise<AnswerToCite> => ({
    ...told,
    headline: await brief(told.headline),
    paragraph: await after(told.paragraph),
  });
  const groupTexts: ExposureReport["groupTexts"] = (group) => {
    const plain = report.groupTexts(group);
    return {
      ...plain,
      headline: async (loadClaims) => brief(await plain.headline(loadClaims)),
      explanation: async (loadClaims) => {
        const explained = await plain.explanation(loadClaims);
        return { ...explained, text: await after(explained.text) };
      },
      citation: async (loadClaims) => cited(await plain.citation(loadClaims)),
    };
  };
  const texts: Pick<ExposureReport, "headline" | "summary" | "citation" | "groupTexts" | "details"> = {
    headline: async (loadClaims) => brief(await report.headline(loadClaims)),
    summary: async (loadClaims) => after(await report.summary(loadClaims)),
    citation: async (loadClaims) => cited(await report.citation(loadClaims)),
    groupTexts,
    details,
  };
  const values = Object.entries(texts).map(([name, value]) => [name, { value }]);
  return Object.create(report, Object.fromEntries(values)) as ExposureReport;
}

async function scenarioWords(
  graph: ResidentGraph,
  projection: Projection,
  scenario: Scenario,
  knownAt: number,
): Promise<string> {
  const names = graphNames(projection, knownAt);
  const rejected = scenario.rejectClaims ?? [];
  const shares = scenario.shares ?? [];
  const claims = await claimsAsKnown(
    graph.store,
    [...rejected, ...shares.map(({ claim }) => claim)],
    knownAt,
  );
  const those = (ids: readonly string[]): Claim[] => ids.flatMap((id) => claims.get(id) ?? []);
  const called = (id: string) => {
    const flag = names.flag(id);
    return flag === null ? calledIn(names)(id) : `"${flag.title}"`;
  };
  const told: ScenarioToTell = {
    rejected: those(rejected),
    sources: (scenario.rejectSources ?? []).map((id) => projection.sources.get(id)?.title ?? id),
    shares: shares.flatMap((share) => those([share.claim]).map((claim) => ({ claim, share }))),
    listed: (scenario.list ?? []).map(called),
    delisted: (scenario.delist ?? []).map(called),
    same: (scenario.same ?? []).map((group) => group.map(called)),
    thresholds: scenario.thresholds ?? [],
    names,
  };
  return scenarioText(told);
}
