import { DAWN, NEVER } from "../domain/day.js";
import { printUncertainDate } from "../domain/uncertain-date.js";
import {
  type FundingDimension,
  type FundingSum,
  fundingTotals,
} from "../exposure/comparisons/funding-totals.js";
import type { SummedFundings } from "../exposure/comparisons/sum-fundings.js";
import { axisLabel } from "../exposure/explain/axis-label.js";
import type { Names } from "../exposure/explain/names.js";
import type { List } from "./keyset.js";
import { mayBeStartless } from "./lists/date-order.js";
import { type FundingFilter, selectedFundings } from "./lists/funding-filter.js";
import { formsOf } from "./lists/funding-forms.js";
import type { ListScope } from "./lists/list-scope.js";
import type { MatrixLabel } from "./report/matrix-label.js";
import { graphNames } from "./resident/graph-names.js";

/** Fundings that agree in some keys, summed; the currency is always one of them. */
export interface FundingTotal extends SummedFundings {
  readonly keys: readonly MatrixLabel[];
  /** UncertainDate texts of the first and the last start; null where none is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface FundingTotalsQuestion {
  readonly groupBy: readonly FundingDimension[];
  readonly filter?: FundingFilter | null | undefined;
}

/**
 * Sums of confirmed and reported Fundings by some keys and the currency, in the order of the keys. The clocks are the
 * scope's: validAt cuts off the future, without it everything known counts.
 * @throws BAD_USER_INPUT for what the filter names and the graph has not, and for a dimension that is given twice.
 */
export async function listFundingTotals(
  scope: ListScope,
  { groupBy, filter }: FundingTotalsQuestion,
): Promise<List<FundingTotal>> {
  const fundings = await selectedFundings(scope, groupBy, filter ?? {});
  const forms = groupBy.includes("FORM") ? await formsOf(scope, fundings) : null;
  const formOf = (funding: number) => forms?.get(funding) ?? "unspecified";
  const names = graphNames(scope.projection, scope.knownAt);
  return {
    items: fundingTotals(scope.view, fundings, { groupBy, formOf }).map((sum) => told(scope, sum, names)),
    order: {
      name: `fundingTotals:${groupBy.join()}`,
      key: ({ keys }) => keys.map(({ key }) => key),
    },
  };
}

/** Sums confirmed and reported Fundings per currency, in the order of the currencies' codes. */
export function totalsByCurrency(scope: ListScope, fundings: readonly number[]): readonly FundingTotal[] {
  const counted = fundings.filter((funding) => scope.view.has(funding));
  const names = graphNames(scope.projection, scope.knownAt);
  const grouping = { groupBy: [], formOf: () => "" };
  return fundingTotals(scope.view, counted, grouping).map((sum) => told(scope, sum, names));
}

function told(scope: ListScope, { keys, fundings, ...sums }: FundingSum, names: Names): FundingTotal {
  const dated = fundings.filter((funding) => isDated(scope, funding)).sort((a, b) => byStart(scope, a, b));
  return {
    keys: keys.map((value) => ({ ...value, label: axisLabel(value, names) })),
    ...sums,
    earliest: startText(scope, dated[0]),
    latest: startText(scope, dated.at(-1)),
  };
}

function isDated({ projection }: ListScope, funding: number): boolean {
  const { relations } = projection;
  const first = relations.startEarliest(funding);
  const last = relations.startLatest(funding);
  return !relations.isUndated(funding) && (first > DAWN || last < NEVER);
}

function byStart({ projection }: ListScope, a: number, b: number): number {
  const { relations } = projection;
  return (
    relations.startLatest(a) - relations.startLatest(b) ||
    relations.startEarliest(a) - relations.startEarliest(b)
  );
}

/** A start that is open to the left is cut to a founding; it is told as its source gives it. */
function startText({ projection }: ListScope, funding: number | undefined): string | null {
  if (funding === undefined) return null;
  const { relations } = projection;
  const earliest = mayBeStartless(projection, funding) ? DAWN : relations.startEarliest(funding);
  return printUncertainDate(earliest, relations.startLatest(funding));
}
