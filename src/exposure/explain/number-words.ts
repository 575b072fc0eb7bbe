import { type MoneyRange, NO_CURRENCY } from "../../domain/money.js";
import { isKnown, percent, type Share } from "../../domain/share.js";

/**
 * An amount in words: "500,000 US dollars", "between 1 and 2 euros", "at least 4,800,000 US dollars", "up to 9 euros",
 * "an unknown amount of euros".
 */
export function moneyWords(money: MoneyRange): string {
  const { min, max, currency } = money;
  if (max === null && min === 0) return `an unknown amount ${ofCurrency(currency)}`;
  if (max === null) return `at least ${amountWords(min, currency)}`;
  if (min === max) return amountWords(min, currency);
  if (min === 0) return `up to ${amountWords(max, currency)}`;
  return `between ${NUMBER.format(min)} and ${amountWords(max, currency)}`;
}

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

const UNNAMED = "in a currency that the source does not name";

function ofCurrency(currency: string): string {
  if (currency === NO_CURRENCY) return UNNAMED;
  const name = formatOf(currency)
    .formatToParts(0)
    .find(({ type }) => type === "currency");
  return `of ${name?.value ?? currency}`;
}

function amountWords(amount: number, currency: string): string {
  if (currency === NO_CURRENCY) return `${NUMBER.format(amount)} ${UNNAMED}`;
  return formatOf(currency).format(amount);
}

/** Made once for each currency: making one takes twenty times as long as writing an amount. Currencies are three letters. */
function formatOf(currency: string): Intl.NumberFormat {
  const known = FORMATS.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "name",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  FORMATS.set(currency, format);
  return format;
}

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A share in words: "60 per cent", "between 25 and 50 per cent", "more than 50 per cent", "a share of unknown size". */
export function shareWords(share: Share): string {
  const { min, max, minExclusive, maxExclusive } = share;
  if (!isKnown(share)) return "a share of unknown size";
  if (min === max) return `${percent(min)} per cent`;
  if (min === 0 && !minExclusive) return `${maxExclusive ? "less than" : "at most"} ${percent(max)} per cent`;
  if (max === 1 && !maxExclusive)
    return `${minExclusive ? "more than" : "at least"} ${percent(min)} per cent`;
  if (!minExclusive && !maxExclusive) return `between ${percent(min)} and ${percent(max)} per cent`;
  const lower = minExclusive ? "more than" : "at least";
  const upper = maxExclusive ? "less than" : "at most";
  return `${lower} ${percent(min)} and ${upper} ${percent(max)} per cent`;
}
