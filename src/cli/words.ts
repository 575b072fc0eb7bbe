import { DAWN, type Day, NEVER, printDay } from "../domain/day.js";
import { type MoneyRange, NO_CURRENCY } from "../domain/money.js";
import { isKnown, printShare, type Share } from "../domain/share.js";
import type { ExposureTotal } from "../exposure/finding.js";
import type { Projection } from "../graph/projection.js";
import { grouped } from "./table.js";

/** A day as text; null where the side is open. */
export function dayText(day: Day): string | null {
  return day <= DAWN || day >= NEVER ? null : printDay(day);
}

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
}: Pick<ExposureTotal, "currency" | "transactions" | "unknownAmounts">): string {
  const code = currency === NO_CURRENCY ? "" : currency;
  if (transactions === unknownAmounts)
    return `${code} unknown amount${unknownAmounts === 1 ? "" : ` (${unknownAmounts})`}`.trim();
  return code === "" ? "no currency named" : code;
}

/** `1 university`, `2,100 universities`. */
export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A share in per cent, as dossiers write it: `51`, `[0,49]`; in words where nothing is known or held. */
export function shareCell(share: Share | null): string {
  if (share === null) return "";
  return isKnown(share) ? printShare(share) : "not known";
}

/** A name with its id. */
export function named(projection: Projection, id: string): { readonly id: string; readonly name: string } {
  return { id, name: nameOf(projection, id) };
}

/** An entity's name; its id where the graph has it not. */
export function nameOf({ entities }: Projection, id: string): string {
  const index = entities.indexOf(id);
  return index < 0 ? id : entities.name(index);
}

/** `POSSIBLY_CONCURRENT` as `possibly concurrent`. */
export function lowerWords(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}

/** The columns in which money stands by its timing, with the words for each. */
export const TIMING_COLUMNS = [
  ["concurrent", "concurrent"],
  ["possiblyConcurrent", "possibly"],
  ["after", "after"],
  ["before", "before"],
  ["undated", "undated"],
  ["withoutFlag", "no listing or probe on record"],
  ["committed", "promised, payment not shown"],
  ["afterDecision", "after own decision"],
] as const satisfies readonly (readonly [keyof ExposureTotal, string])[];

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
