import { NO_CURRENCY } from "../../domain/money.js";

/** The currencies of ISO 4217 that the JavaScript engine knows, historic ones included; XXX for none named. */
const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), NO_CURRENCY]);

/** Whether a text is the code of a currency. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}
