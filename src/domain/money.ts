import { badInput } from "./errors.js";

/** An amount in one currency (ISO 4217; XXX where the source names none). `max` null: no upper bound is known. */
export interface MoneyRange {
  readonly min: number;
  readonly max: number | null;
  readonly currency: string;
}

/** How near a stated amount is. Only "about" changes how it is told: the others are ranges. */
export const AMOUNT_QUALIFIERS = ["about", "at_least", "up_to"] as const;
export type AmountQualifier = (typeof AMOUNT_QUALIFIERS)[number];

export const NO_CURRENCY = "XXX";

/** At most four decimals, and not above LARGEST: within these a sum of amounts is exact to the cent. */
const AMOUNT_PATTERN = /^-?\d+(?:\.\d{1,4})?$/;
const LARGEST = 1e15;
const CURRENCY_PATTERN = /^[A-Z]{3}$/;

/**
 * Reads the cells `amount`, `amount_max`, `currency`, `amount_qualifier`. `amount` alone is a point, or a lower bound
 * ("at_least"), or an upper one ("up_to"); `amount_max` alone is [0, max], an `amount_max` of `..` has no upper bound;
 * with neither the amount is unknown (null).
 * @throws BAD_USER_INPUT with the cell and the remedy.
 */
export function parseMoney(
  amount: string,
  amountMax: string,
  currency: string,
  qualifier: AmountQualifier | "" = "",
): MoneyRange | null {
  if (currency !== "") parseCurrency(currency);
  if (amount === "" && amountMax === "") {
    if (qualifier === "") return null;
    throw badInput(
      `amount_qualifier "${qualifier}" stands beside no amount: give the amount, or leave it empty`,
    );
  }
  const [least, most] = boundsOf(amount, amountMax, qualifier);
  const min = least === "" ? 0 : parseAmount(least);
  const max = most === "" ? min : most === ".." ? null : parseAmount(most);
  if (max !== null && max < min) {
    throw badInput(`amount_max "${most}" is below amount "${least}": turn them round`);
  }
  return { min, max, currency: currency === "" ? NO_CURRENCY : currency };
}

/** Reads `USD`. @throws BAD_USER_INPUT that names the text and what to write. */
export function parseCurrency(text: string): string {
  if (CURRENCY_PATTERN.test(text)) return text;
  throw badInput("is not a currency", {
    value: text,
    remedy: "write three capital letters of ISO 4217, for example USD",
  });
}

/** The cells `amount` and `amount_max` as they would stand without the qualifier. */
function boundsOf(
  amount: string,
  amountMax: string,
  qualifier: AmountQualifier | "",
): readonly [string, string] {
  const contradiction = (meaning: string) =>
    badInput(
      `amount_max "${amountMax}" contradicts amount_qualifier "${qualifier}", which ${meaning}: leave one of them empty`,
    );
  switch (qualifier) {
    case "at_least":
      if (amount === "" || (amountMax !== "" && amountMax !== ".."))
        throw contradiction("gives no upper end");
      return [amount, ".."];
    case "up_to":
      if (amountMax === "..") throw contradiction("gives an upper end");
      if (amount !== "" && amountMax !== "") throw contradiction("makes the amount the upper end");
      return ["", amount === "" ? amountMax : amount];
    case "about":
      if (amountMax === "..") throw contradiction("gives both ends");
      return [amount, amountMax];
    default:
      return [amount, amountMax];
  }
}

function parseAmount(text: string): number {
  if (!AMOUNT_PATTERN.test(text)) {
    throw badInput("is not an amount", {
      value: text,
      remedy: "write digits with a point before at most four decimals, for example 500000",
    });
  }
  const amount = Number(text);
  if (Math.abs(amount) > LARGEST)
    throw badInput(`is not an amount: it is above ${LARGEST}`, { value: text, remedy: "correct it" });
  return amount === 0 ? 0 : amount;
}

/**
 * The sum of two amounts to the fourth decimal, the last that an amount has: neither binary fractions nor the order of
 * adding show in it. Where a double has no room for four decimals it is as near as a double gets.
 */
export function plusAmount(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < ROOM_FOR_DECIMALS ? Math.round(sum * 10_000) / 10_000 : sum;
}

const ROOM_FOR_DECIMALS = 1e11;

/** Writes the first three cells that `parseMoney` reads; none of them needs a qualifier. */
export function printMoney(money: MoneyRange | null): {
  amount: string;
  amountMax: string;
  currency: string;
} {
  if (money === null) return { amount: "", amountMax: "", currency: "" };
  const currency = money.currency === NO_CURRENCY ? "" : money.currency;
  if (money.max === money.min) return { amount: String(money.min), amountMax: "", currency };
  const amount = money.min === 0 && money.max !== null ? "" : String(money.min);
  return { amount, amountMax: money.max === null ? ".." : String(money.max), currency };
}
