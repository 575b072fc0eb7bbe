import { DAWN, NEVER } from "../domain/day.js";
import type { MoneyRange } from "../domain/money.js";
import { NO_CURRENCY } from "../domain/money.js";
import { printUncertainDate } from "../domain/uncertain-date.js";
import { mayBeStartless } from "./date-order.js";
import type { ListScope } from "./list-scope.js";

/** Fundings of one currency, summed. */
export interface FundingTotal {
  readonly currency: string;
  readonly total: MoneyRange;
  readonly transactions: number;
  readonly unknownAmounts: number;
  /** UncertainDate texts of the first and the last start; null where none is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Sums confirmed and reported Fundings per currency, in the order of the currencies' codes. */
export function totalsByCurrency(scope: ListScope, fundings: readonly number[]): readonly FundingTotal[] {
  const { relations } = scope.projection;
  const groups = new Map<string, number[]>();
  for (const funding of fundings) {
    if (!scope.view.has(funding)) continue;
    const currency = relations.currency(funding) ?? NO_CURRENCY;
    const group = groups.get(currency);
    if (group) group.push(funding);
    else groups.set(currency, [funding]);
  }
  return [...groups.keys()].sort().map((currency) => totalOf(scope, currency, groups.get(currency) ?? []));
}

function totalOf(scope: ListScope, currency: string, fundings: readonly number[]): FundingTotal {
  const { relations } = scope.projection;
  const amounts = fundings.flatMap((funding) => relations.amount(funding) ?? []);
  const dated = fundings.filter((funding) => isDated(scope, funding)).sort((a, b) => byStart(scope, a, b));
  return {
    currency,
    total: {
      min: amounts.reduce((sum, amount) => sum + amount.min, 0),
      max: amounts.reduce<number | null>(
        (sum, { max }) => (sum === null || max === null ? null : sum + max),
        0,
      ),
      currency,
    },
    transactions: fundings.length,
    unknownAmounts: fundings.length - amounts.length,
    earliest: startText(scope, dated[0]),
    latest: startText(scope, dated.at(-1)),
  };
}

function isDated({ projection }: ListScope, funding: number): boolean {
  const { relations } = projection;
  const first = relations.startEarliest[funding] as number;
  const last = relations.startLatest[funding] as number;
  return !relations.isUndated(funding) && (first > DAWN || last < NEVER);
}

function byStart({ projection }: ListScope, a: number, b: number): number {
  const { startLatest, startEarliest } = projection.relations;
  return (
    (startLatest[a] as number) - (startLatest[b] as number) ||
    (startEarliest[a] as number) - (startEarliest[b] as number)
  );
}

/** A start that is open to the left is cut to a founding; it is told as its source gives it. */
function startText({ projection }: ListScope, funding: number | undefined): string | null {
  if (funding === undefined) return null;
  const { startEarliest, startLatest } = projection.relations;
  const earliest = mayBeStartless(projection, funding) ? DAWN : (startEarliest[funding] as number);
  return printUncertainDate(earliest, startLatest[funding] as number);
}
