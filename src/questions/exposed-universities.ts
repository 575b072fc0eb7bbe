import type { EntityId } from "../domain/entity.js";
import { UniversityRows } from "../exposure/comparisons/university-rows.js";
import type { ExposureTotal, Finding, TransactionTiming } from "../exposure/finding.js";
import type { ExposedTermsOf } from "../exposure/question.js";
import { type Exposed, type ExposedParty, findExposed } from "../exposure/reverse/find-exposed.js";
import { addTotals, totalsOf } from "../exposure/transactions/totals.js";
import { lazy } from "../graph/lazy.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import { type ExposedQuestion, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntity } from "./arguments/known-ids.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import type { FindingDetails, SearchScope } from "./report/exposure-report.js";
import { findingDetails } from "./report/make-report.js";
import { exposureScope } from "./report/search-scope.js";

/** What the rows of an answer share: made when it is first asked for. */
type SharedRows = () => UniversityRows<TransactionTiming>;

/** A university with its findings to one target, in order, worked out when they are asked for. */
export class ExposedUniversity {
  private readonly exposed: ExposedParty;
  private readonly rows: SharedRows;
  private readonly detailsOf: (exposed: ExposedParty, finding: Finding) => FindingDetails;
  private found: readonly Finding[] | null = null;

  constructor(
    exposed: ExposedParty,
    rows: SharedRows,
    detailsOf: (exposed: ExposedParty, finding: Finding) => FindingDetails,
  ) {
    this.exposed = exposed;
    this.rows = rows;
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
    const [only, ...others] = this.findings;
    return only !== undefined && others.length === 0 ? only.totals : totalsOf(transactionsOf(this.findings));
  }

  /** The other universities of the whole answer whose rows count some transaction of this one's, by id. */
  get countedIn(): readonly EntityId[] {
    return this.exposed.standsAlone ? [] : this.rows().countedIn(this.university);
  }

  /** Over the transactions that stand in no row of a part of it: the own totals of all rows count each gift once. */
  get ownTotals(): readonly ExposureTotal[] {
    return this.exposed.standsAlone ? this.totals : this.rows().ownTotals(this.university);
  }
}

export interface ExposedAnswer {
  readonly scope: SearchScope;
  /** Most transactions first, then by id; a system repeats the money of its campuses. */
  readonly exposed: readonly ExposedUniversity[];
  /** Over the transactions of all universities, each once: what their own totals add up to. */
  totals(): Promise<readonly ExposureTotal[]>;
}

/**
 * Which universities are exposed to a target.
 * @throws NOT_FOUND for a target that is not in the graph, BAD_USER_INPUT, WRONG_KIND for what the question names and the graph has not.
 */
export async function answerExposedUniversities(
  graph: ResidentGraph,
  question: ExposedQuestion,
): Promise<ExposedAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "to", question.to);
  requireSelection(projection, question);
  const terms = exposureTermsOf(question, { to: question.to });
  const view = graph.view(projection, terms);
  const found = await foundIn(view, terms);
  const details = ({ university }: ExposedParty, finding: Finding) =>
    findingDetails(view, { ...terms, university, targets: [question.to] }, finding);
  const rows = lazy(() => sharedRows(view, found));
  const exposed = found.universities.map((party) => new ExposedUniversity(party, rows, details));
  return {
    scope: exposureScope(projection, { ...question, targets: [question.to] }, terms, found),
    exposed,
    totals: () => inTurns(totalsOfAll(exposed)),
  };
}

/** Of the universities that may share transactions: all but those that stand alone. */
function sharedRows(view: View, { universities }: Exposed): UniversityRows<TransactionTiming> {
  const rows = universities
    .filter(({ standsAlone }) => !standsAlone)
    .map((party) => ({ university: party.university, transactions: transactionsOf(party.findings()) }));
  return new UniversityRows(view, rows);
}

/** A step for each university: the transactions of one that stands alone are timed when they are read. */
function* totalsOfAll(exposed: readonly ExposedUniversity[]): Generator<void, readonly ExposureTotal[]> {
  const all: (readonly ExposureTotal[])[] = [];
  for (const each of exposed) {
    all.push(each.ownTotals);
    yield;
  }
  return addTotals(all);
}

function transactionsOf(findings: readonly Finding[]): readonly TransactionTiming[] {
  return findings.flatMap((finding) => finding.counterparties.flatMap((each) => each.transactions));
}

/** Most of a page's work is the walk back, which is the same for each page of a list: the last one of a graph is kept. */
async function foundIn(view: View, terms: ExposedTermsOf): Promise<Exposed> {
  const asked = JSON.stringify(terms);
  const last = LAST.get(view.projection);
  if (last?.view === view && last.asked === asked) return last.found;
  const found = await inTurns(findExposed(view, terms));
  LAST.set(view.projection, { view, asked, found });
  return found;
}

const LAST = new WeakMap<
  Projection,
  { readonly view: View; readonly asked: string; readonly found: Exposed }
>();
