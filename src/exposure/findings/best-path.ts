import { join, NO_DAYS } from "../../graph/days/day-set.js";
import { type Path, pathOf } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { firstChain } from "../proof/first-chain.js";
import { proofStarts } from "../proof/proof-starts.js";
import { type ChainEnd, type FoundChains, proofsOf } from "../proof/proofs.js";
import type { Contact } from "../transactions/contacts.js";
import type { FindingContext } from "../transactions/search.js";
import type { Admitted } from "./transaction-timing.js";

/**
 * The path to show: fewest hops among those that may hold on a day of some transaction, then the sequence of claim ids.
 */
export function bestPath(search: FindingContext, end: ChainEnd, transactions: readonly Admitted[]): Path {
  const { view, institution } = search;
  let hops = Number.POSITIVE_INFINITY;
  for (const transaction of transactions) hops = Math.min(hops, transaction.hops);
  const shortest = transactions.filter((transaction) => transaction.hops === hops);
  const isOne = institution.parts.size === 1;
  let best: Way = [];
  for (const transaction of shortest) {
    // Money for the university itself is the first claim of its paths, and mostly that of others comes before it.
    if (isOne && transaction.contact.kind === "money" && isBehind(view, transaction.contact, best)) continue;
    const found = foundBehind(end, transaction);
    best = found
      ? firstFound(search, found, transaction, best)
      : firstWalked(search, end, { transaction, shortest, best });
  }
  return pathOf(view, institution.university, best, end.target);
}

/** The claims of a path from the university on; none as long as no path is known. */
type Way = readonly number[];

/** The chains behind a transaction as the walks have found them; null where none did, or there is no chain behind it. */
function foundBehind({ target, direction, found }: ChainEnd, { contact }: Admitted): FoundChains | null {
  return direction === null || contact.counterparty === target ? null : found;
}

/** The first of a way and those of a transaction, read off from what the walks have found. */
function firstFound(
  { view, institution }: FindingContext,
  { layers, ways }: FoundChains,
  { contact, hops }: Admitted,
  best: Way,
): Way {
  const behind = layers.get(contact.counterparty) ?? [];
  let first = best;
  for (const start of proofStarts(view, institution, contact, hops)) {
    // Mostly the transactions tell which is first, and no chain need be read off.
    if (compare(view, start.relations, first) > 0) continue;
    const layer = behind.find((each) => each.hops === hops - start.relations.length);
    const chain = layer === undefined ? null : firstChain(view, ways, layer, start.may);
    if (chain !== null) first = firstOf(view, first, [...start.relations, ...chain]);
  }
  return first;
}

/** The same found by walking. */
function firstWalked(
  { view, institution, terms }: FindingContext,
  end: ChainEnd,
  {
    transaction: { contact, hops },
    shortest,
    best,
  }: {
    readonly transaction: Admitted;
    readonly shortest: readonly Admitted[];
    readonly best: Way;
  },
): Way {
  const days = shortest.map((transaction) => transaction.common).reduce(join, NO_DAYS);
  let first = best;
  // Mostly the transactions tell which is first, and no chain need be walked.
  const isWanted = (start: Way) => compare(view, start, first) <= 0;
  for (const { relations } of proofsOf(view, institution, contact, end, { hops, days, isWanted, ...terms }))
    first = firstOf(view, first, relations);
  return first;
}

function isBehind({ projection: { relations } }: View, { transaction }: Contact, [first]: Way): boolean {
  return first !== undefined && first !== transaction && relations.compareIds(transaction, first) > 0;
}

function firstOf(view: View, a: Way, b: Way): Way {
  return a.length === 0 || compare(view, b, a) < 0 ? b : a;
}

/** By the ids of the first claims that differ; 0 where one way begins with the other: all are of one length. */
function compare({ projection: { relations } }: View, a: Way, b: Way): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const order = a[at] === b[at] ? 0 : relations.compareIds(a[at] as number, b[at] as number);
    if (order !== 0) return order;
  }
  return 0;
}
