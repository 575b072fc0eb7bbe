import { type MoneyRange, NO_CURRENCY } from "../domain/money.js";
import { isKnown, percent, type Share } from "../domain/share.js";

/** Numbers as a newspaper prints them: counts, money, shares. */

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/** "two", "12", "1,053": in words below ten, with commas from a thousand. */
export function numeral(count: number): string {
  return SMALL[count] ?? PLAIN.format(count);
}

/** "one gift", "12 gifts", "1,053 claims". */
export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${numeral(count)} ${count === 1 ? noun : several}`;
}

// ---- money

/** What a row says of its amount beside the bounds. */
export interface AmountWords {
  /** "about": the source gives a round figure. Bounds that the source leaves open show in the amount itself. */
  readonly amountQualifier?: "about" | "at_least" | "up_to" | null;
  /** "year": the amount is paid each year, and no sum is made of it. */
  readonly amountPer?: "year" | null;
  /** Every digit, also where "$3.85 million" would lose none: beside other amounts that have no shorter form. */
  readonly inFull?: boolean;
}

export const UNDISCLOSED = "an undisclosed sum";

/**
 * An amount in words: "$500,000", "$3.85 million" (only where no digit is lost), "between £2 million and £3 million",
 * "at least $4.8 million", "up to €9", "about 150,000 Swiss francs a year". Of nothing known: "an undisclosed sum".
 */
export function moneyWords(money: MoneyRange | null, said: AmountWords = {}): string {
  if (money === null || (money.max === null && money.min === 0)) return UNDISCLOSED;
  return `${said.amountQualifier === "about" ? "about " : ""}${boundsWords(money, said)}${said.amountPer === "year" ? " a year" : ""}`;
}

function boundsWords({ min, max, currency }: MoneyRange, said: AmountWords): string {
  const words = (amount: number) => amountWords(amount, currency, said.inFull);
  if (max === null) return `at least ${words(min)}`;
  if (min === max) return words(min);
  if (min === 0) return `up to ${words(max)}`;
  // "between 2.5 million and 3 million Canadian dollars": a currency that is a word is said once.
  const isWord = SYMBOLS[currency] === undefined && currency !== NO_CURRENCY;
  const unit = isWord ? ` ${currencyName(currency, min)}` : "";
  return `between ${words(min).slice(0, unit.length === 0 ? undefined : -unit.length)} and ${words(max)}`;
}

/** Whether an amount has a shorter form than all its digits: one beside which others need not be in full. */
export function isShort(amount: number): boolean {
  return amount < MILLION || scaled(amount) !== null;
}

/**
 * An amount as a headline gives it: from a million the fewest digits that are off by less than 0.4 per cent
 * ("$9.5 million" for 9,534,986).
 */
export function roundedWords(amount: number, currency: string): string {
  return amountWords(rounded(amount), currency);
}

/** What `roundedWords` prints, as a number. */
export function rounded(amount: number): number {
  if (amount < MILLION) return amount;
  for (let digits = 1; digits <= 6; digits += 1) {
    const near = Number(amount.toPrecision(digits));
    // 1,095,000 for 1,095,175 would look exact.
    if (Math.abs(near - amount) < amount * 0.004 && scaled(near) !== null) return near;
  }
  return amount;
}

const MILLION = 1_000_000;
const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", GBP: "£", EUR: "€" };
const PLAIN = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const CENTS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function amountWords(amount: number, currency: string, inFull = false): string {
  if (amount < 0) return `minus ${amountWords(-amount, currency, inFull)}`;
  const figure = (inFull ? null : scaled(amount)) ?? digits(amount);
  const symbol = SYMBOLS[currency];
  if (symbol !== undefined) return `${symbol}${figure}`;
  if (currency === NO_CURRENCY) return `${figure} in a currency that the source does not name`;
  return `${figure} ${currencyName(currency, amount)}`;
}

function digits(amount: number): string {
  return Number.isInteger(amount) ? PLAIN.format(amount) : CENTS.format(amount);
}

/** "3.85 million", "1.192 billion"; null where that would lose a digit. */
function scaled(amount: number): string | null {
  const [unit, name, places] =
    amount < 1_000 * MILLION ? [MILLION, "million", 2] : [1_000 * MILLION, "billion", 3];
  if (amount < MILLION) return null;
  const figure = (amount / unit).toFixed(places);
  if (Math.abs(Number(figure) * unit - amount) >= 0.005) return null;
  return `${figure.replace(/\.?0+$/, "")} ${name}`;
}

/** Made once for each currency: making one takes twenty times as long as writing an amount. */
const NAMES = new Map<string, Intl.NumberFormat>();

function currencyName(currency: string, amount: number): string {
  let format = NAMES.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-US", {
      style: "currency",
      currency,
      currencyDisplay: "name",
      minimumFractionDigits: 0,
    });
    NAMES.set(currency, format);
  }
  // The noun goes by the figure as it is printed: "1 Swiss franc", "1 million Swiss francs".
  const name = format.formatToParts(amount).find(({ type }) => type === "currency");
  return name?.value ?? currency;
}

// ---- shares

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
