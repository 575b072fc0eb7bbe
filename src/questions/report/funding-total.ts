import { DAWN, NEVER } from "../../domain/day.js";
import { printUncertainDate } from "../../domain/uncertain-date.js";
import { axisLabel } from "../../explain/axis-label.js";
import type { Names } from "../../explain/names.js";
import { type FundingSum, fundingTotals } from "../../exposure/comparisons/funding-totals.js";
import type { SummedFundings } from "../../exposure/comparisons/sum-fundings.js";
import { mayBeStartless } from "../lists/date-order.js";
import type { ListScope } from "../lists/list-scope.js";
import { graphNames } from "../resident/graph-names.js";
import type { MatrixLabel } from "./matrix-label.js";

/** Fundings that agree in some keys, summed; the currency is always one of them. */
export interface FundingTotal extends SummedFundings {
  readonly keys: readonly MatrixLabel[];
  /** UncertainDate texts of the first and the last start; null where none is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Sums confirmed and reported Fundings per currency, in the order of the currencies' codes. */
export function totalsByCurrency(scope: ListScope, fundings: readonly number[]): readonly FundingTotal[] {
  const counted = fundings.filter((funding) => scope.view.has(funding));
  const names = graphNames(scope.projection, scope.knownAt);
  const grouping = { groupBy: [], formOf: () => "", groupOf: (party: number) => party };
  return fundingTotals(scope.view, counted, grouping).map((sum) => toldSum(scope, sum, names));
}

/** A sum with its keys in words and its first and last day. */
export function toldSum(
  scope: ListScope,
  { keys, fundings, ...sums }: FundingSum,
  names: Names,
): FundingTotal {
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
