import type { View } from "./view.js";

/** Relations in the order of their claim ids. */
export function byClaimId(view: View, relations: readonly number[]): number[] {
  const { relations: table } = view.projection;
  return [...relations].sort((a, b) => table.compareIds(a, b));
}

/** By the first id that differs; a sequence that goes on comes after the one that ends. */
export function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a[at] !== b[at]) return (a[at] as string) < (b[at] as string) ? -1 : 1;
  }
  return a.length - b.length;
}
