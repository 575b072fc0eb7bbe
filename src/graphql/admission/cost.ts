import { type GraphQLSchema, getNullableType, isListType } from "graphql";
import type { Limits } from "../../domain/limits.js";
import { DEFAULT_PAGE_SIZE } from "../../questions/pagination.js";
import { type AskedField, foldFields } from "./asked-fields.js";
import type { ReadOperation } from "./documents.js";
import { refusal } from "./limits.js";

/** How long a list is taken to be that has neither pages nor a limit: those of an answer are short. */
const SHORT_LIST = 5;

/** What a part of an operation costs; `perItem`: once for each item of the page that it stands in. */
interface Cost {
  readonly cost: number;
  readonly perItem: boolean;
}

/**
 * What an operation costs: how many fields its answer may hold, and what its searches weigh. Worked out after variables
 * are coerced: a page counts what `first` or `last` asks for, whether they stand in the document or in a variable.
 */
export function operationCost(
  schema: GraphQLSchema,
  operation: ReadOperation,
  variables: Readonly<Record<string, unknown>>,
): number {
  return sum(foldFields(schema, operation, variables, costOf));
}

function costOf(field: AskedField, inner: readonly Cost[]): Cost {
  const { parent, definition } = field;
  const weight = 1 + (FIELD_WEIGHTS[`${parent.name}.${definition.name}`] ?? 0);
  const perItem = inner.filter((each) => each.perItem);
  if (perItem.length > 0) {
    const once = inner.filter((each) => !each.perItem);
    return { cost: weight + sum(once) + pageSize(field) * sum(perItem), perItem: false };
  }
  if (isPage(field)) return { cost: weight + sum(inner), perItem: true };
  return { cost: weight + listLength(field) * sum(inner), perItem: false };
}

/** The items of a connection, under either name. */
function isPage({ parent, definition: { name } }: AskedField): boolean {
  return parent.name.endsWith("Connection") && (name === "nodes" || name === "edges");
}

function pageSize({ args }: AskedField): number {
  return count(args.first) ?? count(args.last) ?? DEFAULT_PAGE_SIZE;
}

/** How often what is asked of a field's items is answered; once where it is no list. */
function listLength({ definition: { type }, args }: AskedField): number {
  const limit = count(args.limit);
  if (!isListType(getNullableType(type))) return Math.max(1, listed(args.universities), limit ?? 1);
  return limit ?? (Array.isArray(args.ids) ? args.ids.length : SHORT_LIST);
}

function listed(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

function count(value: unknown): number | null {
  return typeof value === "number" ? Math.max(0, value) : null;
}

function sum(costs: readonly Cost[]): number {
  return costs.reduce((total, { cost }) => total + cost, 0);
}

/** @throws COST_LIMIT_EXCEEDED with the value and what is allowed. */
export function checkCost(cost: number, { maxCost }: Limits): void {
  if (cost <= maxCost) return;
  throw refusal("COST_LIMIT_EXCEEDED", {
    limit: "maxCost",
    value: cost,
    allowed: maxCost,
    unit: "fields of an answer",
    remedy: "ask for smaller pages (first), for fewer fields of each item, or page by page with after",
  });
}

/**
 * What a field counts beside itself, because it searches before it answers. One is the work of answering a plain field;
 * a search of a graph of 200,000 companies takes as long as some thousands of these. Rough on purpose: the cost refuses
 * what is out of all proportion, the deadline ends what is slow.
 */
const FIELD_WEIGHTS: Readonly<Record<string, number>> = {
  "Query.exposure": 2_000,
  "University.exposure": 2_000,
  "Query.exposedUniversities": 3_000,
  "ExposedUniversityConnection.totals": 3_000,
  "Query.whatIf": 5_000,
  "Query.changes": 5_000,
  "Query.whyNot": 10_000,
  "Query.elevatedRiskReview": 5_000,
  "Query.sharedExposures": 10_000,
  "Query.exposureMatrix": 50_000,
  "Query.fundingTotals": 2_000,
  "FundingTotalConnection.payerGroups": 10_000,
  "Query.paths": 1_000,
  "Query.ownership": 1_000,
  "Query.integratedOwnership": 1_000,
  "Query.control": 500,
  "Query.ownershipRule": 1_000,
  "Query.search": 1_000,
  "Query.universities": 200,
  "Query.companies": 200,
  "Query.programs": 200,
  "Query.flags": 200,
  "Query.probes": 200,
  "Query.listings": 200,
  "Query.decisions": 200,
  "Company.subsidiaries": 500,
  "Company.ultimateParents": 100,
  "Finding.rule": 200,
  "Finding.paths": 200,
  "Finding.criticalClaims": 100,
  "ExposureReport.headline": 100,
  "ExposureReport.summary": 100,
  "ExposureReport.citation": 200,
  "ExposureGroup.citation": 100,
  "ExposureGroup.proof": 400,
  "ExposureGroup.explanation": 100,
  "ExposureGroup.headline": 100,
  "Finding.explanation": 50,
  "CounterpartyFinding.rule": 200,
  "CounterpartyFinding.economicShare": 50,
  "Mutation.loadDossier": 10_000,
  "Mutation.retractClaim": 1_000,
  "Subscription.exposureChanged": 5_000,
};
