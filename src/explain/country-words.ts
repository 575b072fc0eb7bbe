const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

/** What newspapers call otherwise than the register of names. */
const OTHERWISE: Readonly<Record<string, string>> = { HK: "Hong Kong", MO: "Macau" };

/** A country by its code, as a sentence names it: "China", "Hong Kong". */
export function countryWords(code: string): string {
  return OTHERWISE[code] ?? REGIONS.of(code) ?? code;
}
