import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { badInput, ExposureError, outOfRange } from "../domain/errors.js";
import { axisLabel } from "../explain/payer-group-text.js";
import type { AxisValue } from "../exposure/comparisons/axis-value.js";
import { exposureMatrix, type MatrixCell, type MatrixLine } from "../exposure/comparisons/exposure-matrix.js";
import { exposuresOfEach, findingsOfMany } from "../exposure/comparisons/findings-of-many.js";
import { countryOf } from "../exposure/comparisons/funding-totals.js";
import { type MatrixAxis, type MatrixEntry, matrixEntries } from "../exposure/comparisons/matrix-entries.js";
import type { MatrixMeasure } from "../exposure/comparisons/matrix-measure.js";
import { type SharedExposure, sharedExposures } from "../exposure/comparisons/shared-exposures.js";
import { mayHaveBegunWithin } from "../exposure/comparisons/transaction-year.js";
import type { ExposureTotal, Finding, TransactionTiming } from "../exposure/finding.js";
import type { Projection } from "../graph/projection.js";
import { FUNDING } from "../graph/relation-table.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import type { IntegratedShare } from "../ownership/integrated-ownership/integrated-ownership.js";
import { type ExposureOptions, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntities } from "./arguments/known-ids.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import type { FindingDetails, SearchScope } from "./report/exposure-report.js";
import { transactionShare } from "./report/finding-shares.js";
import { findingDetails } from "./report/make-report.js";
import { exposureScope } from "./report/search-scope.js";
import { requireOrder, requireSome } from "./require.js";
import { graphNames } from "./resident/graph-names.js";
import { RelationIndex } from "./resident/relation-index.js";

export interface MatrixQuestion extends ExposureOptions {
  readonly rows: MatrixAxis;
  readonly columns: MatrixAxis;
  readonly measure: MatrixMeasure;
  /** Of GROSS and GROSS_CONCURRENT; default USD. */
  readonly currency?: string | undefined;
  /** The most rows and the most columns; default 50. */
  readonly limit?: number | undefined;
  /** Default: every university of the graph. */
  readonly universities?: readonly EntityId[] | undefined;
  readonly targets?: readonly EntityId[] | undefined;
  /** The payer's country. */
  readonly countries?: readonly string[] | undefined;
  /** Transactions that may have begun on a day from `from` to `to`, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export interface MatrixAnswer {
  readonly scope: SearchScope;
  readonly rows: readonly MatrixLabel[];
  readonly columns: readonly MatrixLabel[];
  readonly cells: readonly MatrixCell[];
  /** Over everything that is measured, each transaction once, also what lies beyond the limit. */
  readonly totals: readonly ExposureTotal[];
  /** Null where the cells hold no money. */
  readonly currency: string | null;
  details(finding: Finding): FindingDetails;
  /** The share that a transaction's economicShare tells. */
  transactionShare(transaction: TransactionTiming): Promise<IntegratedShare>;
}

export const MOST_LABELS = 200;
export const MOST_UNIVERSITIES = 2000;

/**
 * Findings of many universities laid out in rows and columns.
 * @throws BAD_USER_INPUT for equal axes, for values out of range and for what the question names and the graph has not,
 * WRONG_KIND for an id that is no university, COST_LIMIT_EXCEEDED where more than 2000 universities would be asked.
 */
export async function answerExposureMatrix(
  graph: ResidentGraph,
  question: MatrixQuestion,
): Promise<MatrixAnswer> {
  const projection = await graph.current();
  check(projection, question);
  const { measure, rows, columns, currency = "USD", limit = 50 } = question;
  const terms = exposureTermsOf(question, { targets: question.targets ?? null });
  const view = graph.view(projection, terms);
  const answers = await inTurns(exposuresOfEach(view, terms, universitiesOf(projection, question)));
  const found = findingsOfMany(answers);
  const entries = await inTurns(
    matrixEntries(found.findings, (transaction) => payerOf(projection, transaction, terms.knownAt)),
  );
  const asked = entries.filter((entry) => isWithin(view, question, entry));
  const matrix = await inTurns(exposureMatrix(view, asked, { rows, columns, measure, currency, limit }));
  const names = graphNames(projection, terms.knownAt);
  const label = (value: (typeof matrix.rows)[number]) => ({ ...value, label: axisLabel(value, names) });
  return {
    scope: exposureScope(projection, question, terms, found),
    rows: matrix.rows.map(label),
    columns: matrix.columns.map(label),
    cells: matrix.cells,
    totals: matrix.totals,
    currency: measure === "GROSS" || measure === "GROSS_CONCURRENT" ? currency : null,
    details: (finding) => findingDetails(view, { ...terms, university: finding.university }, finding),
    transactionShare: (transaction) => transactionShare(view, transaction),
  };
}

function check(projection: Projection, question: MatrixQuestion): void {
  const { rows, columns, limit = 50, from, to } = question;
  if (rows === columns)
    throw badInput("is the rows' axis too", {
      argument: "columns",
      value: columns,
      remedy: "give two different axes",
    });
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LABELS)
    throw outOfRange("limit", limit, `give a whole number from 1 to ${MOST_LABELS}`);
  requireOrder({ argument: "from", day: from }, { argument: "to", day: to });
  requireSelection(projection, question);
  requireEntities(projection, "universities", question.universities, ["University"]);
  requireEntities(projection, "targets", question.targets);
  requireSome("countries", question.countries);
}

function universitiesOf(projection: Projection, { universities }: MatrixQuestion): readonly EntityId[] {
  if (universities && universities.length <= MOST_UNIVERSITIES) return universities;
  const { entities } = projection;
  const all: EntityId[] = [];
  for (let entity = 0; entity < entities.count; entity += 1)
    if (entities.kindOf(entity) === "University") all.push(entities.id(entity));
  if (universities || all.length > MOST_UNIVERSITIES) {
    throw new ExposureError("COST_LIMIT_EXCEEDED", "are too many", {
      argument: "universities",
      value: (universities ?? all).length,
      remedy: `name at most ${MOST_UNIVERSITIES}`,
    });
  }
  return all;
}

/** Who paid a Funding; null for what is no money. */
function payerOf(
  projection: Projection,
  { relation, currency }: TransactionTiming,
  knownAt: Day,
): EntityId | null {
  if (currency === null) return null;
  const { relations, entities } = projection;
  const number = RelationIndex.of(projection).knownOn(relation, knownAt);
  return number < 0 || relations.kind[number] !== FUNDING
    ? null
    : entities.id(relations.from[number] as number);
}

function isWithin(view: View, { countries, from, to }: MatrixQuestion, entry: MatrixEntry): boolean {
  const { transaction, payer } = entry;
  if (countries && !countries.includes(countryOf(view, view.projection.entities.indexOf(payer))))
    return false;
  if (from === undefined && to === undefined) return true;
  const { validAt } = view.terms;
  if (transaction?.undated) return false;
  const start = transaction ?? { startEarliest: validAt, startLatest: validAt };
  return mayHaveBegunWithin(start, from ?? null, to ?? null);
}

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

/** A value of a dimension with its name for readers; in a matrix also its total and, of a university, what its line repeats. */
export interface MatrixLabel extends AxisValue, Partial<Omit<MatrixLine, keyof AxisValue>> {
  readonly label: string;
}
