import { type FundingDimension, fundingTotals } from "../exposure/comparisons/funding-totals.js";
import { type FundingFilter, selectedFundings } from "./lists/funding-filter.js";
import { formsOf } from "./lists/funding-forms.js";
import type { ListScope } from "./lists/list-scope.js";
import type { List } from "./pagination.js";
import { groupsOn, type ToldPayerGroup, tellPayerGroups } from "./payer-groups.js";
import { type FundingTotal, toldSum } from "./report/funding-total.js";
import { graphNames } from "./resident/graph-names.js";

export interface FundingTotalsQuestion {
  readonly groupBy: readonly FundingDimension[];
  readonly filter?: FundingFilter | null | undefined;
}

/** The sums, and the groups to which the payers of what is summed belong. */
export interface FundingTotals extends List<FundingTotal> {
  /** In the order of ids; the one of the filter alone where it names one. */
  payerGroups(): Promise<readonly ToldPayerGroup[]>;
}

/**
 * Sums of confirmed and reported Fundings by some keys and the currency, in the order of the keys. The clocks are the
 * scope's: validAt cuts off the future, without it everything known counts. A payer's group is that on the day on which
 * states are read.
 * @throws BAD_USER_INPUT for what the filter names and the graph has not, and for a dimension that is given twice.
 */
export async function listFundingTotals(
  scope: ListScope,
  { groupBy, filter }: FundingTotalsQuestion,
): Promise<FundingTotals> {
  const { entities, relations } = scope.projection;
  const ofAll = await selectedFundings(scope, groupBy, filter ?? {});
  const groupOf = groupsOn(scope);
  const payerOf = (funding: number) => relations.from[funding] as number;
  const only = filter?.payerGroup ? groupOf(entities.indexOf(filter.payerGroup)) : null;
  const fundings = only === null ? ofAll : ofAll.filter((funding) => groupOf(payerOf(funding)) === only);
  const forms = groupBy.includes("FORM") ? await formsOf(scope, fundings) : null;
  const formOf = (funding: number) => forms?.get(funding) ?? "unspecified";
  const names = graphNames(scope.projection, scope.knownAt);
  const sums = fundingTotals(scope.view, fundings, { groupBy, formOf, groupOf });
  return {
    items: sums.map((sum) => toldSum(scope, sum, names)),
    payerGroups: () =>
      tellPayerGroups(scope, {
        fundings: ofAll,
        groups: only === null ? [...new Set(ofAll.map((funding) => groupOf(payerOf(funding))))] : [only],
      }),
    order: {
      name: `fundingTotals:${groupBy.join()}`,
      key: ({ keys }) => keys.map(({ key }) => key),
    },
  };
}
