import { texts } from "../texts/english.js";
import { BadPlace } from "./bad-place.js";

/** Where a reader is: a view and everything that it shows. The address holds all of it, so that a link gives it again. */
export interface Place {
  /** For example "/company". */
  readonly path: string;
  /** What the view reads, by name; a name without a value is left out. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads an address. Of a name that stands twice the first counts. */
export function placeOf(address: URL): Place {
  const values: Record<string, string> = {};
  for (const [name, value] of address.searchParams) {
    if (values[name] === undefined && value.trim() !== "") values[name] = value.trim();
  }
  return { path: address.pathname, values };
}

/** Bytes that are no text are read as this sign. */
const UNREADABLE = "\uFFFD";

/** @throws BadPlace where a part of an address is no text, with a way on without it. */
export function refuseDamaged({ values }: Place): void {
  const damaged = Object.entries(values).filter((entry) => entry.join("").includes(UNREADABLE));
  const [name] = damaged[0] ?? [];
  if (name === undefined) return;
  const remedy = Object.fromEntries(damaged.map(([one]) => [one, null]));
  throw new BadPlace(texts.trouble.damaged(name), remedy);
}

/** Writes an address, without the host; ids stay readable. */
export function hrefOf(
  path: string,
  values: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const parts = Object.entries(values)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `${name}=${readable(encodeURIComponent(value))}`);
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** Signs that an address may hold as they are, and that ids are full of. */
function readable(encoded: string): string {
  return encoded.replace(/%(3A|2C|2F|40)/g, (sign) => decodeURIComponent(sign));
}

/** The same place with some values otherwise; null takes one away. */
export function changed(place: Place, values: Readonly<Record<string, string | null>>): Place {
  const all = { ...place.values, ...values };
  const kept = Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { path: place.path, values: Object.fromEntries(kept) };
}

/**
 * What a link is that changes some values of the place on which it stands. `data-from` says from where it changes them:
 * the reader may have gone on when it is followed (see `carriedOver`).
 */
export function linkTo(
  place: Place,
  values: Readonly<Record<string, string | null>>,
): { readonly href: string; readonly "data-from": string } {
  const there = changed(place, values);
  return { href: hrefOf(there.path, there.values), "data-from": hrefOf(place.path, place.values) };
}

/** Values that list ids: of two that were taken away one after the other both are gone. */
const LISTS: ReadonlySet<string> = new Set(["university", "target"]);

/** What leads from one place to another, done to where the reader is now. */
export function carriedOver({ from, to, now }: Record<"from" | "to" | "now", Place>): Place {
  const names = new Set([...Object.keys(from.values), ...Object.keys(to.values)]);
  const otherwise = [...names].filter((name) => from.values[name] !== to.values[name]);
  const value = (name: string) => {
    const [before, after, here] = [from, to, now].map(({ values }) => values[name]);
    if (!LISTS.has(name) || here === before) return after ?? null;
    const [was, is] = [idsOf(before), idsOf(after)];
    const kept = idsOf(here).filter((id) => is.includes(id) || !was.includes(id));
    return [...new Set([...kept, ...is.filter((id) => !was.includes(id))])].join(",") || null;
  };
  return changed(now, Object.fromEntries(otherwise.map((name) => [name, value(name)])));
}

/** The ids of a value that lists them with commas, each once. */
export function idsOf(value: string | undefined): readonly string[] {
  return [...new Set((value ?? "").split(",").map((id) => id.trim()))].filter((id) => id !== "");
}
