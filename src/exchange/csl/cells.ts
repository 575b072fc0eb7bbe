import { isCountry } from "../../domain/countries.js";
import { LISTS, type ListRow } from "../../domain/lists.js";

/** Where a record stands. */
export interface ListedOn {
  /** A key of LISTS. */
  readonly list: string;
  readonly row: ListRow;
  /** Who keeps the list, as the file names it. */
  readonly keeper: string;
}

const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(LISTS).flatMap(([list, { letters = [] }]) => letters.map((each) => [each, list] as const)),
);

/** A record's list and its keeper, of "Entity List (EL) - Bureau of Industry and Security"; null where it is not known. */
export function readSource(source: string): ListedOn | null {
  const letters = /\(([^()]+?)(?: list)?\)/i.exec(source)?.[1]?.toUpperCase() ?? "";
  const keeper = / - (.+)$/.exec(source)?.[1] ?? "";
  const list = BY_LETTERS.get(letters);
  const row = LISTS[list ?? ""];
  return list === undefined || row === undefined || keeper === "" ? null : { list, row, keeper };
}

/** Items of a cell that holds several. */
export function itemsOf(cell: string): readonly string[] {
  return cell
    .split(/;\s+|;$/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A name, and what stood around it that is no part of it. */
export interface ListedName {
  readonly name: string;
  /** Whether it is that of another party, which the entry names with its own. */
  readonly isUnit: boolean;
}

const UNIT = /^(?:affiliated entit(?:y|ies)\s*:|subordinate (?:institution|entity)s?\s*[-–—:])\s*/i;
const THEREOF = /,?\s+(?:and|or|including) any (?:successor|sub-?unit|subsidiar)[^;]*\bthereof\.?$/i;

/** Reads a name without "Affiliated Entity:" before it and "and any successor, sub-unit, or subsidiary thereof" after it. */
export function readName(cell: string): ListedName {
  const bare = cell.replace(THEREOF, "").replace(UNIT, "").trim();
  return { name: bare === "" ? cell : bare, isUnit: UNIT.test(cell) };
}

const PLACES = /\b(?:avenue|building|county|district|floor|p\.?o\.? box|province|road|room|street|suite)\b/i;

/** Whether a name holds what seems to be an address. */
export function holdsAddress(name: string): boolean {
  return PLACES.test(name) && /\d/.test(name) && name.includes(",");
}

/** The codes of the countries in which the addresses are, each once: what an address ends with. */
export function countriesOf(addresses: readonly string[]): readonly string[] {
  const codes = addresses.map((address) => address.slice(address.lastIndexOf(",") + 1).trim());
  return [...new Set(codes.filter(isCountry))];
}

const NOTICE = /(\d+)\s*F\.?\s?R\.?\s*(\d[\d,]*\d|\d)/g;

/** The notices of a cell as they are cited, "84 FR 22961; 85 FR 51596"; a cell without any as it is. */
export function readNotices(cell: string): string {
  const notices = [...cell.matchAll(NOTICE)].map(([, volume, page]) => `${volume} FR ${page}`);
  return notices.length === 0 ? cell : [...new Set(notices)].join("; ");
}

/** Identifiers that the model has, by how the file calls them, with the form that they have. */
const SCHEMES: readonly (readonly [called: RegExp, scheme: string, form: RegExp])[] = [
  [/^unified social credit code/i, "uscc", /^[0-9A-Z]{18}$/],
  [/^legal entity (number|identifier)/i, "lei", /^[0-9A-Z]{18}\d\d$/],
  [/^isin/i, "isin", /^[A-Z]{2}[0-9A-Z]{9}\d$/],
];

export interface ReadIds {
  /** As `scheme=value`. */
  readonly identifiers: readonly string[];
  readonly website: string;
  /** Whether there are others. */
  readonly hasMore: boolean;
}

/** Reads "CN, 91440300192203821X, Unified Social Credit Code (USCC); www.example.org, Website". */
export function readIds(cell: string): ReadIds {
  const identifiers: string[] = [];
  let website = "";
  let hasMore = false;
  for (const item of itemsOf(cell)) {
    const parts = item.split(", ");
    const called = parts.at(-1) ?? "";
    const value = parts.at(-2) ?? "";
    const scheme = SCHEMES.find(([name, , form]) => name.test(called) && form.test(value))?.[1];
    if (scheme !== undefined) identifiers.push(`${scheme}=${value}`);
    else if (called === "Website" && website === "" && ADDRESS.test(value))
      website = /^https?:/i.test(value) ? value : `http://${value}`;
    else hasMore = true;
  }
  return { identifiers, website, hasMore };
}

const ADDRESS = /^(?:https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(?:\/\S*)?$/;

const ONE_OF_WINDOWS = /[\u0080-\u009f]/;
const OF_WINDOWS = new RegExp(ONE_OF_WINDOWS, "g");
/** What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing. */
const SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Whether signs of Windows-1252 are kept in a text by their numbers. */
export function hasSigns(text: string): boolean {
  return ONE_OF_WINDOWS.test(text);
}

/** A text in which signs of Windows-1252 were kept by their numbers, with those signs. */
export function withSigns(text: string): string {
  return text.replace(OF_WINDOWS, (sign) => {
    const meant = SIGNS[sign.charCodeAt(0) - 0x80] ?? " ";
    return meant === " " ? sign : meant;
  });
}
