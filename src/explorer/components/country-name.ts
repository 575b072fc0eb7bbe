const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

/** A country by its name in English. */
export function countryName(code: string): string {
  return REGIONS.of(code) ?? code;
}
