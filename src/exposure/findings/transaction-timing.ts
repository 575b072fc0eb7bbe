import { DAWN, type Day } from "../../domain/day.js";
import { eitherHolds, type Holding, hasUnstatedEnd } from "../../graph/days/clock.js";
import { type DaySet, join, lastDay, lastWithin, overlaps, within } from "../../graph/days/day-set.js";
import type { CountedFlag } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import { fewestHops, joined, type Layer } from "../../graph/walk/bfs-layers.js";
import { type FlagTiming, TIMINGS, type Timing } from "../finding.js";
import type { Proof } from "../proof/proof-starts.js";
import { type ChainEnd, type ProofOptions, proofsOf } from "../proof/proofs.js";
import type { Contact } from "../transactions/contacts.js";
import type { Institution } from "../transactions/parts.js";
import {
  type FlagStanding,
  flagTimingOf,
  openedBy,
  opensAfter,
  restsOnUnstatedEnd,
  shownState,
  statedEnd,
  type TransactionDays,
  timingAgainst,
} from "../transactions/timing.js";

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

/** Null where on no day of the transaction, not after validAt, every claim of one chain may hold together. */
export function admitted(contact: Contact, chain: readonly Layer[], maxHops: number): Admitted | null {
  const { days } = contact;
  const holding = joined(contact.layers, chain, maxHops);
  const common = within(holding.may, days.startEarliest, days.endLatest);
  if (common.length === 0) return null;
  const hops = fewestHops(contact.layers, chain, common) ?? maxHops;
  return { contact, days, holding, common, hops };
}

/** An admitted contact, measured against every counted flag of the target: its timing at once, the rest when it is asked for. */
export class TimedTransaction implements Admitted {
  readonly contact: Contact;
  readonly days: TransactionDays;
  readonly holding: Holding;
  readonly common: DaySet;
  readonly hops: number;
  readonly timing: Timing;
  readonly restsOnUnstatedEnd: boolean;
  private readonly flags: readonly CountedFlag[];
  private readonly validAt: Day;
  /** Over all chains of the finding together, also where several counterparties share the transaction. */
  private readonly whole: Pick<Admitted, "holding" | "common">;

  constructor(
    each: Admitted,
    whole: Pick<Admitted, "holding" | "common">,
    { flags, validAt }: { readonly flags: readonly CountedFlag[]; readonly validAt: Day },
  ) {
    this.contact = each.contact;
    this.days = each.days;
    this.holding = each.holding;
    this.common = each.common;
    this.hops = each.hops;
    this.flags = flags;
    this.validAt = validAt;
    this.whole = whole;
    const { timing, restsOnUnstatedEnd } = overallTiming(each.days, whole.holding, { flags, validAt });
    this.timing = timing;
    this.restsOnUnstatedEnd = restsOnUnstatedEnd;
  }

  /** How it stands to each flag. */
  get standings(): readonly FlagStanding[] {
    return this.flags.map((flag) => timingAgainst(flag, this.days, this.whole.holding, this.validAt));
  }

  /** Of its standings the one that gives the timing; null where no flag counts. */
  strongestAmong(standings: readonly FlagStanding[]): FlagStanding | null {
    return strongestOf(standings, this.whole.common[0] as Day);
  }
}

/** The strongest timing over the flags, and whether it rests on an unstated end only; NO_FLAG where none counts. */
export function overallTiming(
  days: TransactionDays,
  holding: Holding,
  { flags, validAt }: { readonly flags: readonly CountedFlag[]; readonly validAt: Day },
): Pick<FlagStanding, "timing" | "restsOnUnstatedEnd"> {
  let strongest: number = TIMINGS.length;
  let rests = true;
  for (const flag of flags) {
    const timing = TIMINGS.indexOf(flagTimingOf(flag, days, holding, validAt));
    if (timing === POSSIBLY) rests &&= restsOnUnstatedEnd(flag, days, holding);
    strongest = Math.min(strongest, timing);
  }
  return { timing: TIMINGS[strongest] ?? "NO_FLAG", restsOnUnstatedEnd: strongest === POSSIBLY && rests };
}

const POSSIBLY = TIMINGS.indexOf("POSSIBLY_CONCURRENT");

/**
 * Measures transactions against the flags of their target. A transaction has one timing, over all chains of the
 * finding together, also where several counterparties share it.
 */
export function timedTransactions(
  { terms }: View,
  contacts: readonly Admitted[],
  flags: readonly CountedFlag[],
): readonly TimedTransaction[] {
  const measure = { flags, validAt: terms.validAt };
  const shared = sharedTransactions(contacts);
  return contacts.map(
    (each) => new TimedTransaction(each, shared?.get(each.contact.transaction) ?? each, measure),
  );
}

/** Each transaction over all its counterparties; null where none has several: money has one counterparty. */
function sharedTransactions(contacts: readonly Admitted[]): ReadonlyMap<number, Admitted> | null {
  if (contacts.every(({ contact }) => contact.kind === "money")) return null;
  const together = new Map<number, Admitted>();
  for (const each of contacts) {
    const { transaction } = each.contact;
    const other = together.get(transaction);
    together.set(transaction, other ? sharedBy(other, each) : each);
  }
  return together;
}

function sharedBy(a: Admitted, b: Admitted): Admitted {
  return { ...a, holding: eitherHolds(a.holding, b.holding), common: join(a.common, b.common) };
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
 * several paths the latest; null where no source says until when it held at all. `shared`: the transaction with each of
 * its counterparties.
 */
export function lastStated(
  view: View,
  institution: Institution,
  shared: readonly TimedTransaction[],
  end: ChainEnd,
  options: ProofOptions,
): Day | null {
  const standings = shared[0]?.standings ?? [];
  const open = standings.filter((standing) => standing.timing === "POSSIBLY_CONCURRENT");
  const stated = (proof: Proof) => earliestUnstated(view, proof.relations);
  const proofs = shared.flatMap((each) => [...proofsOf(view, institution, each.contact, end, options)]);
  const concurrent = proofs.filter((proof) =>
    open.some((standing) => overlaps(proof.may, standing.flag.openMay)),
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
  let certain: Day | null = null;
  let stated: Day | null = null;
  let possible: Day = DAWN;
  for (const { days, holding, common } of transactions) {
    certain = later(certain, lastWithin(holding.certain, days.startLatest, days.endEarliest));
    if (certain !== null) continue;
    stated = later(stated, lastWithin(holding.stated, days.startEarliest, statedEnd(days)));
    possible = Math.max(possible, lastDay(common) ?? DAWN);
  }
  return certain ?? stated ?? possible;
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
