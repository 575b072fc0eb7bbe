import { DAWN, type Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import { eitherHolds, type Holding, hasUnstatedEnd } from "./clock.js";
import { type Contact, transactionDays } from "./contacts.js";
import type { CountedFlag } from "./counted-flags.js";
import { type DaySet, join, lastDay, meet, overlaps, span } from "./day-set.js";
import { type FlagTiming, TIMINGS, type Timing } from "./finding.js";
import { fewestHops, joined, type Layer } from "./layers.js";
import type { Institution } from "./parts.js";
import { type ChainEnd, type Proof, type ProofOptions, proofsOf } from "./proofs.js";
import {
  type FlagStanding,
  openedBy,
  opensAfter,
  shownState,
  statedEnd,
  type TransactionDays,
  timingAgainst,
  timingAgainstChain,
} from "./timing.js";

/** A contact that belongs to a finding: on some day a chain behind it may hold together with the transaction. */
export interface Admitted {
  readonly contact: Contact;
  readonly days: TransactionDays;
  /** When everything of the paths to this counterparty but the transaction holds. */
  readonly holding: Holding;
  /** Days, not after validAt, on which the transaction and a chain may hold together. Never empty. */
  readonly common: DaySet;
  readonly hops: number;
}

/** An admitted contact, measured against every counted flag of the target. */
export interface TimedTransaction extends Admitted {
  readonly standings: readonly FlagStanding[];
  /** The standing that gives the timing; null where no flag counts. */
  readonly strongest: FlagStanding | null;
  readonly timing: Timing;
  readonly restsOnUnstatedEnd: boolean;
}

/** Null where on no day of the transaction, not after validAt, every claim of one chain may hold together. */
export function admitted(
  view: View,
  contact: Contact,
  chain: readonly Layer[],
  maxHops: number,
): Admitted | null {
  const days = transactionDays(view.projection.relations, contact.transaction);
  const holding = joined(contact.layers, chain, maxHops);
  const common = meet(span(days.startEarliest, days.endLatest), holding.may);
  if (common.length === 0) return null;
  const hops = fewestHops(contact.layers, chain, common) ?? maxHops;
  return { contact, days, holding, common, hops };
}

/**
 * Measures transactions against the flags of their target. A transaction has one timing, over all chains of the
 * finding together, also where several counterparties share it.
 */
export function timedTransactions(
  view: View,
  contacts: readonly Admitted[],
  flags: readonly CountedFlag[],
): readonly TimedTransaction[] {
  const together = new Map<number, Admitted>();
  for (const each of contacts) {
    const { transaction } = each.contact;
    const other = together.get(transaction);
    together.set(transaction, other ? sharedBy(other, each) : each);
  }
  const timings = new Map(
    [...together].map(([transaction, each]) => [transaction, timingOf(view, each, flags)]),
  );
  return contacts.map((each) => ({ ...each, ...(timings.get(each.contact.transaction) as TimingOf) }));
}

function sharedBy(a: Admitted, b: Admitted): Admitted {
  return { ...a, holding: eitherHolds(a.holding, b.holding), common: join(a.common, b.common) };
}

type TimingOf = Omit<TimedTransaction, keyof Admitted>;

function timingOf(view: View, { days, holding, common }: Admitted, flags: readonly CountedFlag[]): TimingOf {
  const { validAt } = view.terms;
  const standings = flags.map((flag) => timingAgainst(flag, days, holding, validAt));
  const strongest = strongestOf(standings, common[0] as Day);
  if (strongest === null) return { standings, strongest, ...timingAgainstChain(days, holding, validAt) };
  const possible = standings.filter((standing) => standing.timing === "POSSIBLY_CONCURRENT");
  return {
    standings,
    strongest,
    timing: strongest.timing,
    restsOnUnstatedEnd:
      strongest.timing === "POSSIBLY_CONCURRENT" && possible.every((standing) => standing.restsOnUnstatedEnd),
  };
}

/**
 * The standing that gives a transaction its timing. Among flags that give it equally: when concurrent a Listing before
 * a Probe, then the one that opened last on or before the first common day, else the first that opened after it;
 * otherwise the smallest `days`; then the flag id (the order in which they come).
 */
export function strongestOf(standings: readonly FlagStanding[], firstCommon: Day): FlagStanding | null {
  return standings.reduce<FlagStanding | null>(
    (best, standing) => (best === null || precedes(standing, best, firstCommon) ? standing : best),
    null,
  );
}

function precedes(a: FlagStanding, b: FlagStanding, firstCommon: Day): boolean {
  if (a.timing !== b.timing) return TIMINGS.indexOf(a.timing) < TIMINGS.indexOf(b.timing);
  if (a.timing === "AFTER" || a.timing === "BEFORE")
    return (a.days ?? Number.POSITIVE_INFINITY) < (b.days ?? Number.POSITIVE_INFINITY);
  if (a.timing === "UNDATED") return false;
  const aLists = a.flag.record.flag.kind === "Listing";
  const bLists = b.flag.record.flag.kind === "Listing";
  if (aLists !== bLists) return aLists;
  return openingRank(a, firstCommon) < openingRank(b, firstCommon);
}

/** Openings on or before the day come first, the latest of them first; then those after it, the earliest first. */
function openingRank(standing: FlagStanding, day: Day): number {
  const opened = openedBy(standing.flag, day);
  return opened === null ? day - DAWN + (opensAfter(standing.flag, day) ?? 0) : day - opened;
}

/** A standing as an answer gives it. `state` is for this target on validAt. */
export function flagTiming(standing: FlagStanding, validAt: Day): FlagTiming {
  return {
    flag: standing.flag.record.flag.id,
    role: standing.role,
    state: shownState(standing.flag, validAt),
    timing: standing.timing,
    flagState: standing.flagState,
    days: standing.days,
  };
}

/**
 * L of a transaction whose timing rests on an unstated end: the earliest L of a path on which it may be concurrent, of
 * several paths the latest; null where nobody says until when it held at all. `shared`: the transaction with each of
 * its counterparties.
 */
export function lastStated(
  view: View,
  institution: Institution,
  shared: readonly TimedTransaction[],
  end: ChainEnd,
  options: ProofOptions,
): Day | null {
  const open = (shared[0]?.standings ?? []).filter((standing) => standing.timing === "POSSIBLY_CONCURRENT");
  const stated = (proof: Proof) => earliestUnstated(view, proof.relations);
  const proofs = shared.flatMap((each) => [...proofsOf(view, institution, each.contact, end, options)]);
  const concurrent = proofs.filter(
    (proof) =>
      shared[0]?.strongest === null || open.some((standing) => overlaps(proof.may, standing.flag.openMay)),
  );
  const last = Math.max(DAWN, ...concurrent.map(stated));
  return last <= DAWN ? null : last;
}

function earliestUnstated(view: View, relations: readonly number[]): Day {
  const table = view.projection.relations;
  const ends = relations
    .filter((relation) => hasUnstatedEnd(table, relation))
    .map((relation) => table.endEarliest(relation));
  return Math.min(...ends);
}

/** The last day on which transactions and chains hold together for certain, else as stated, else possibly. */
export function lastDayTogether(
  transactions: readonly {
    readonly days: TransactionDays;
    readonly holding: Holding;
    readonly common: DaySet;
  }[],
): Day {
  const last = (sets: readonly DaySet[]) =>
    sets.reduce<Day | null>((latest, days) => {
      const day = lastDay(days);
      return day === null ? latest : Math.max(latest ?? DAWN, day);
    }, null);
  const certain = transactions.map(({ days, holding }) =>
    meet(span(days.startLatest, days.endEarliest), holding.certain),
  );
  const stated = transactions.map(({ days, holding }) =>
    meet(span(days.startEarliest, statedEnd(days)), holding.stated),
  );
  return last(certain) ?? last(stated) ?? last(transactions.map(({ common }) => common)) ?? DAWN;
}
