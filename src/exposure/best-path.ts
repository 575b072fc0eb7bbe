import { join, NO_DAYS } from "./day-set.js";
import type { Path } from "./finding.js";
import { pathOf } from "./path-steps.js";
import { type ChainEnd, type Proof, proofsOf } from "./proofs.js";
import type { Search } from "./search.js";
import type { TimedTransaction } from "./transaction-timing.js";

/**
 * The path to show: fewest hops among those that may hold on a day of some transaction, then the sequence of claim ids.
 */
export function bestPath(search: Search, end: ChainEnd, transactions: readonly TimedTransaction[]): Path {
  const hops = Math.min(...transactions.map((transaction) => transaction.hops));
  const shortest = transactions.filter((transaction) => transaction.hops === hops);
  const days = shortest.map((transaction) => transaction.common).reduce(join, NO_DAYS);
  const options = { ...search.terms, hops, days };
  let best: { proof: Proof; ids: readonly string[] } | null = null;
  for (const transaction of shortest) {
    for (const proof of proofsOf(search.view, search.institution, transaction.contact, end, options)) {
      const ids = proof.relations.map((relation) => search.view.projection.relations.id(relation));
      if (best === null || compareSequences(ids, best.ids) < 0) best = { proof, ids };
    }
  }
  return pathOf(search.view, search.institution.university, best?.proof.relations ?? [], end.target);
}

/** By the first id that differs; a sequence that goes on comes after the one that ends. */
export function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a[at] !== b[at]) return (a[at] as string) < (b[at] as string) ? -1 : 1;
  }
  return a.length - b.length;
}
