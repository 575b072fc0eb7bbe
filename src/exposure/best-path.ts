import type { RelationTable } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { join, NO_DAYS } from "./day-set.js";
import type { Path } from "./finding.js";
import { firstChain } from "./first-chain.js";
import { pathOf } from "./path-steps.js";
import { proofStarts } from "./proof-starts.js";
import { type ChainEnd, proofsOf } from "./proofs.js";
import type { Search } from "./search.js";
import type { TimedTransaction } from "./transaction-timing.js";

/**
 * The path to show: fewest hops among those that may hold on a day of some transaction, then the sequence of claim ids.
 */
export function bestPath(search: Search, end: ChainEnd, transactions: readonly TimedTransaction[]): Path {
  const hops = Math.min(...transactions.map((transaction) => transaction.hops));
  const shortest = transactions.filter((transaction) => transaction.hops === hops);
  const ways = shortest.flatMap((transaction) => [
    ...(notedWays(search, end, transaction) ?? walkedWays(search, end, transaction, shortest)),
  ]);
  return pathOf(search.view, search.institution.university, firstOf(search.view, ways), end.target);
}

/** The first path of a transaction for each way to its counterparty, as the walks have noted it; null where none has. */
function notedWays(
  { view, institution }: Search,
  { target, direction, noted }: ChainEnd,
  { contact, hops }: TimedTransaction,
): (readonly number[])[] | null {
  if (noted === null || direction === null || contact.counterparty === target) return null;
  const layers = noted.layers.get(contact.counterparty) ?? [];
  const ways: (readonly number[])[] = [];
  for (const start of proofStarts(view, institution, contact, hops)) {
    const layer = layers.find((each) => each.hops === hops - start.relations.length);
    const chain = layer?.place && firstChain(view, noted.notes, layer.place, start.may);
    if (chain) ways.push([...start.relations, ...chain]);
  }
  return ways;
}

/** The same found by walking. */
function walkedWays(
  { view, institution, terms }: Search,
  end: ChainEnd,
  { contact, hops }: TimedTransaction,
  shortest: readonly TimedTransaction[],
): (readonly number[])[] {
  const days = shortest.map((transaction) => transaction.common).reduce(join, NO_DAYS);
  const proofs = proofsOf(view, institution, contact, end, { ...terms, hops, days });
  return Array.from(proofs, (proof) => proof.relations);
}

/** The first by the sequence of claim ids. */
function firstOf(
  { projection: { relations } }: View,
  ways: readonly (readonly number[])[],
): readonly number[] {
  const [only = [], ...others] = ways;
  return others.reduce((best, way) => (isBefore(relations, way, best) ? way : best), only);
}

/** By the first claims that differ: ids are texts, and read only there. */
function isBefore(relations: RelationTable, a: readonly number[], b: readonly number[]): boolean {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    if (a[at] === b[at]) continue;
    const ids = [relations.id(a[at] as number), relations.id(b[at] as number)] as const;
    if (ids[0] !== ids[1]) return ids[0] < ids[1];
  }
  return a.length < b.length;
}
