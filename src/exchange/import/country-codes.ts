import { isCountry } from "../../domain/countries.js";

/** Names by which public files call countries, beside the standard English ones. A part of a country is its whole. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "american samoa": "AS",
  antigua: "AG",
  "bosnia hercegovina": "BA",
  "bosnia and herzegovina": "BA",
  brunei: "BN",
  burma: "MM",
  "cape verde": "CV",
  ceylon: "LK",
  "congo democratic republic of the": "CD",
  "cote d ivoire": "CI",
  "czech republic": "CZ",
  england: "GB",
  "great britain": "GB",
  "hong kong": "HK",
  "ivory coast": "CI",
  "korea north": "KP",
  "korea south": "KR",
  macau: "MO",
  macedonia: "MK",
  "marshal islands": "MH",
  micronesia: "FM",
  "northern ireland": "GB",
  "northern mariana isl": "MP",
  palestine: "PS",
  "palestine state of": "PS",
  "peoples republic of china": "CN",
  "republic of korea": "KR",
  "russian federation": "RU",
  scotland: "GB",
  "slovak republic": "SK",
  "st kitts nevis": "KN",
  swaziland: "SZ",
  "syrian arab republic": "SY",
  trinidad: "TT",
  turkey: "TR",
  uk: "GB",
  "united states of america": "US",
  usa: "US",
  "viet nam": "VN",
  "virgin islands british": "VG",
  wales: "GB",
};

const CODES = standardNames();

function standardNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  const map = new Map(codes.map((code) => [plain(names.of(code) ?? code), code]));
  for (const [name, code] of Object.entries(OTHERWISE)) map.set(name, code);
  return map;
}

/**
 * The code of a country that a file names, in whatever letters; null where the name is that of none, or of more than
 * one: "KOREA" may be either.
 */
export function countryCode(name: string): string | null {
  return CODES.get(plain(name)) ?? null;
}

/** Small letters without accents, points or articles: "CAYMAN ISLANDS (THE)" and "The Cayman Islands" are one. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .replace(/^ ?the | the ?$| (?:sar china) ?$/g, " ")
    .trim();
}
