import { NO_CURRENCY } from "../../domain/money.js";
import type { View } from "../../graph/view.js";
import { partyCountry } from "../review/party-country.js";
import { fundingMoney } from "../transactions/funding-money.js";
import { type AxisValue, axisOrder } from "./axis-value.js";
import { type SummedFundings, sumFundings } from "./sum-fundings.js";
import { transactionYear, UNCLEAR } from "./transaction-year.js";

/** By what Fundings can be grouped. COUNTRY is the payer's. */
export const FUNDING_DIMENSIONS = [
  "RECIPIENT",
  "PAYER",
  "PAYER_GROUP",
  "YEAR",
  "COUNTRY",
  "FORM",
  "DOSSIER",
] as const;
export type FundingDimension = (typeof FUNDING_DIMENSIONS)[number];

/** Fundings that agree in every key, summed. The last key is always the currency. */
export interface FundingSum extends SummedFundings {
  readonly keys: readonly AxisValue[];
  readonly fundings: readonly number[];
}

export interface FundingGrouping {
  readonly groupBy: readonly FundingDimension[];
  /** A relation's form, which is not resident; asked only where FORM is a key. */
  readonly formOf: (funding: number) => string;
  /** The group of a party (a number); asked only where PAYER_GROUP is a key. */
  readonly groupOf: (party: number) => number;
}

/**
 * Sums Fundings (relation numbers) by some keys and always by currency, in the order of the keys: minima and maxima
 * added, unknown amounts counted and never guessed, nothing converted, each Funding once. Payers and recipients are
 * parties: what is decided to be one counts as one.
 */
export function fundingTotals(
  view: View,
  fundings: readonly number[],
  { groupBy, ...asked }: FundingGrouping,
): readonly FundingSum[] {
  const groups = new Map<string, { readonly keys: readonly AxisValue[]; readonly fundings: number[] }>();
  for (const funding of fundings) {
    const keys = [
      ...groupBy.map((dimension) => keyOf(view, dimension, funding, asked)),
      { dimension: "CURRENCY", key: currencyOf(view, funding), entity: null } as const,
    ];
    const id = JSON.stringify(keys.map(({ key }) => key));
    const group = groups.get(id);
    if (group) group.fundings.push(funding);
    else groups.set(id, { keys, fundings: [funding] });
  }
  return [...groups.values()]
    .sort((a, b) => axisOrder(a.keys, b.keys))
    .map((group) => ({ ...group, ...sumOf(view, group.fundings) }));
}

function keyOf(
  view: View,
  dimension: FundingDimension,
  funding: number,
  { formOf, groupOf }: Omit<FundingGrouping, "groupBy">,
): AxisValue {
  const { relations, entities } = view.projection;
  const party = (entity: number): AxisValue => {
    const id = entities.id(view.partyOf(entity));
    return { dimension, key: id, entity: id };
  };
  const plain = (key: string): AxisValue => ({ dimension, key, entity: null });
  const payer = relations.from[funding] as number;
  if (dimension === "RECIPIENT") return party(relations.to[funding] as number);
  if (dimension === "PAYER") return party(payer);
  if (dimension === "FORM") return plain(formOf(funding));
  if (dimension === "DOSSIER") return plain(relations.slug(funding));
  if (dimension === "COUNTRY") return plain(countryOf(view, payer));
  if (dimension === "PAYER_GROUP") return party(groupOf(payer));
  return plain(yearOf(view, funding));
}

function yearOf(view: View, funding: number): string {
  const { relations } = view.projection;
  if (relations.isUndated(funding) || relations.hasOpenStart(funding)) return UNCLEAR;
  return transactionYear({
    startEarliest: relations.startEarliest(funding),
    startLatest: relations.startLatest(funding),
  });
}

/** The country of the party of a payer; "unknown" where no source gives it. */
export function countryOf(view: View, payer: number): string {
  return partyCountry(view, view.partyOf(payer)) ?? UNKNOWN;
}

/** The key of a country that no source gives. */
export const UNKNOWN = "unknown";

function currencyOf(view: View, funding: number): string {
  return view.projection.relations.currency(funding) || NO_CURRENCY;
}

function sumOf(view: View, fundings: readonly number[]): SummedFundings {
  const { relations } = view.projection;
  const money = fundings.map((funding) => fundingMoney(relations, funding));
  return sumFundings(money, currencyOf(view, fundings[0] as number));
}
