import { type MoneyRange, NO_CURRENCY } from "../domain/money.js";
import { grouped } from "./table.js";

/** `500,000`, `1,000–2,000`, `up to 2,000`, `4,800,000 or more`, `not known`; nothing for nothing. */
export function amountText({ min, max }: Pick<MoneyRange, "min" | "max">): string {
  if (max === null) return min === 0 ? "not known" : `${grouped(min)} or more`;
  if (max === min) return min === 0 ? "" : grouped(min);
  if (min === 0) return `up to ${grouped(max)}`;
  return `${grouped(min)}–${grouped(max)}`;
}

/** What a total is counted in: its currency, or in words that no amount of it is known or no source names the currency. */
export function currencyText({
  currency,
  transactions,
  unknownAmounts,
}: {
  readonly currency: string;
  readonly transactions: number;
  readonly unknownAmounts: number;
}): string {
  const code = currency === NO_CURRENCY ? "" : currency;
  if (transactions === unknownAmounts)
    return `${code} unknown amount${unknownAmounts === 1 ? "" : ` (${unknownAmounts})`}`.trim();
  return code === "" ? "no currency named" : code;
}

/** `1 university`, `2,100 universities`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `POSSIBLY_CONCURRENT` as `possibly concurrent`. */
export function lowerWords(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}

/** A paragraph in lines no longer than the terminal, the later ones indented. */
export function wrapped(text: string, indent = "", columns = process.stdout.columns ?? 100): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + word.length + 1 + indent.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each, at) => (at === 0 ? each : `${indent}${each}`)).join("\n");
}
