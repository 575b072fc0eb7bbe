import type { EntityId } from "../domain/entity.js";
import { type Exposed, type ExposedParty, findExposed } from "../exposure/backwards/find-exposed.js";
import type { ExposureTotal, Finding } from "../exposure/finding.js";
import type { ExposedTermsOf } from "../exposure/question.js";
import { totalsOf } from "../exposure/transactions/totals.js";
import type { Projection } from "../projection/projection.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import type { View } from "../projection/view.js";
import type { ExposedQuestion } from "./asked/exposure-question.js";
import { exposureTermsOf } from "./asked/exposure-terms.js";
import { requireSelection } from "./exposure.js";
import type { FindingDetails, SearchScope } from "./report/exposure-report.js";
import { findingDetails } from "./report/make-report.js";
import { exposureScope } from "./report/search-scope.js";
import { entityOfKind } from "./resident/look-up.js";

/** A university with its findings to one target, in order, worked out when they are asked for. */
export class ExposedUniversity {
  private readonly exposed: ExposedParty;
  private readonly detailsOf: (exposed: ExposedParty, finding: Finding) => FindingDetails;
  private found: readonly Finding[] | null = null;

  constructor(exposed: ExposedParty, detailsOf: (exposed: ExposedParty, finding: Finding) => FindingDetails) {
    this.exposed = exposed;
    this.detailsOf = detailsOf;
  }

  /** What is asked of one of its findings beside its core. */
  details(finding: Finding): FindingDetails {
    return this.detailsOf(this.exposed, finding);
  }

  get university(): EntityId {
    return this.exposed.university;
  }

  /** Distinct transactions of its findings. */
  get transactions(): number {
    return this.exposed.transactions;
  }

  get findings(): readonly Finding[] {
    this.found ??= this.exposed.findings();
    return this.found;
  }

  /** Over distinct transactions. */
  get totals(): readonly ExposureTotal[] {
    return totalsOf(
      this.findings.flatMap((finding) => finding.counterparties.flatMap((each) => each.transactions)),
    );
  }
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
  const terms = exposureTermsOf(question, { to: question.to });
  const view = graph.view(projection, terms);
  const found = foundIn(view, terms);
  const details = ({ university }: ExposedParty, finding: Finding) =>
    findingDetails(view, { ...terms, university, targets: [question.to] }, finding);
  return {
    scope: exposureScope(projection, { ...question, targets: [question.to] }, terms, found),
    exposed: found.universities.map((exposed) => new ExposedUniversity(exposed, details)),
  };
}

/** Most of a page's work is the walk back, which is the same for each page of a list: the last one of a graph is kept. */
function foundIn(view: View, terms: ExposedTermsOf): Exposed {
  const asked = JSON.stringify(terms);
  const last = LAST.get(view.projection);
  if (last?.view === view && last.asked === asked) return last.found;
  const found = findExposed(view, terms);
  LAST.set(view.projection, { view, asked, found });
  return found;
}

const LAST = new WeakMap<
  Projection,
  { readonly view: View; readonly asked: string; readonly found: Exposed }
>();
