import type { EntityId } from "../domain/entity.js";
import { findExposed } from "../exposure/find-exposed.js";
import type { ExposureTotal, Finding } from "../exposure/finding.js";
import { totalsOf } from "../exposure/totals.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { requireSelection } from "./exposure.js";
import type { ExposedQuestion } from "./exposure-question.js";
import type { FindingDetails, SearchScope } from "./exposure-report.js";
import { exposureTerms } from "./exposure-terms.js";
import { entityOfKind } from "./look-up.js";
import { findingDetails } from "./make-report.js";
import { exposureScope } from "./search-scope.js";

/** A university with its findings to one target, in order. Totals are over distinct transactions. */
export interface ExposedUniversity {
  readonly university: EntityId;
  /** Distinct transactions of its findings. */
  readonly transactions: number;
  readonly findings: readonly Finding[];
  readonly totals: readonly ExposureTotal[];
  details(finding: Finding): FindingDetails;
}

export interface ExposedAnswer {
  readonly scope: SearchScope;
  /** Most transactions first, then by id; a system repeats the money of its campuses. */
  readonly exposed: readonly ExposedUniversity[];
}

/**
 * Which universities are exposed to a target. Null for an id that is not in the graph.
 * @throws BAD_USER_INPUT, WRONG_KIND for what the question names and the graph has not.
 */
export async function answerExposedUniversities(
  graph: ResidentGraph,
  question: ExposedQuestion,
): Promise<ExposedAnswer | null> {
  const projection = await graph.current();
  if (!entityOfKind(projection, question.to)) return null;
  requireSelection(projection, question);
  const terms = { ...exposureTerms(question), to: question.to };
  const view = graph.view(projection, terms);
  const found = findExposed(view, terms);
  return {
    scope: exposureScope(projection, { ...question, targets: [question.to] }, terms, found),
    exposed: found.universities.map((exposed) => ({
      university: exposed.university,
      transactions: exposed.transactions,
      get findings() {
        return exposed.findings;
      },
      get totals() {
        return totalsOf(
          exposed.findings.flatMap((finding) => finding.counterparties.flatMap((each) => each.transactions)),
        );
      },
      details: (finding) =>
        findingDetails(view, { ...terms, university: exposed.university, targets: [question.to] }, finding),
    })),
  };
}
