import type { Place } from "./place.js";

/** What the address of each view is read for, beside both clocks: whatever else it names was misspelt, or is damaged. */
const READS: Readonly<Record<string, readonly string[]>> = {
  "/": ["university", "target", "channels", "flag", "groups", "open"],
  "/explore": ["steps", "without", "ended", "select", "look", "sort"],
  "/dashboard": [
    ...["country", "payer", "list", "from", "to", "currency", "columns", "measure", "rows"],
    ...["cell", "bar", "flags", "all", "sort"],
  ],
  "/company": ["id", "exposed", "dealings"],
  "/review": ["university", "counterparty"],
  "/what-if": ["university", "strike", "distrust", "shares", "list", "delist"],
  "/screen": ["names"],
  "/about": [],
};

const CLOCKS = ["at", "known"];

/** Whether a view stands at a path. */
export function isView(path: string): boolean {
  return path in READS;
}

/** The names that a view's address is read for; none where there is no such view. */
export function readsOf(path: string): readonly string[] {
  return [...(READS[path] ?? []), ...CLOCKS];
}

/** What other sites write behind an address that is shared there. */
const OF_OTHERS = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref)$/;

/** The names of an address that nothing reads, in its order. */
export function unknownNames(values: Place["values"], reads: readonly string[]): readonly string[] {
  return Object.keys(values).filter((name) => !reads.includes(name) && !OF_OTHERS.test(name));
}

/** The name that a misspelt one may mean: the first that begins alike. Null: none does. */
export function likelyName(name: string, reads: readonly string[]): string | null {
  return reads.find((one) => one.slice(0, 2) === name.slice(0, 2).toLowerCase()) ?? null;
}
