import { NO_CURRENCY } from "../../../domain/money.js";
import { texts } from "../../texts/english.js";

/** A currency by its name in English, as many of it: "US dollars". */
export function currencyName(code: string): string {
  if (code === NO_CURRENCY) return texts.dashboard.noCurrency;
  try {
    const parts = new Intl.NumberFormat("en-US", {
      style: "currency",
      currency: code,
      currencyDisplay: "name",
    }).formatToParts(2);
    return parts.find(({ type }) => type === "currency")?.value ?? code;
  } catch {
    return code;
  }
}

/** A currency as data name it: its code, or in words that no source names it. */
export function currencyCode(code: string): string {
  return code === NO_CURRENCY ? texts.dashboard.noCurrency : code;
}
