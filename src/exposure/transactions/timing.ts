import { type Day, NEVER } from "../../domain/day.js";
import { type FlagState, SUBJECT_ROLES, type SubjectRole } from "../../domain/flag.js";
import type { Holding } from "../../graph/days/clock.js";
import {
  covers,
  type DaySet,
  firstFrom,
  includesDay,
  lastBefore,
  lastDay,
  meet,
  overlapWithin,
  within,
} from "../../graph/days/day-set.js";
import { type CountedFlag, possibleStates } from "../../graph/flags/counted-flags.js";
import { STATE_ORDER } from "../../graph/flags/flag-life.js";
import type { Timing } from "../finding.js";

/** The days of a transaction: it begins on one of [startEarliest, startLatest] and ends before one of the end's days. */
export interface TransactionDays {
  readonly startEarliest: Day;
  readonly startLatest: Day;
  readonly endEarliest: Day;
  readonly endLatest: Day;
  readonly undated: boolean;
  /** No source says since when; the founding of an end may cut the days all the same. */
  readonly openStart: boolean;
}

/** How a transaction stands to one flag: its timing and, for AFTER and BEFORE, what `days` counts. */
export interface FlagStanding {
  readonly flag: CountedFlag;
  readonly role: SubjectRole;
  readonly timing: Timing;
  readonly days: number | null;
  readonly flagState: FlagState | null;
  /** POSSIBLY_CONCURRENT only because no source says until when. */
  readonly restsOnUnstatedEnd: boolean;
}

/**
 * The timing of a transaction against a flag, and how it comes about. The chain has let the
 * transaction in; timing speaks of the flag. `chain` says when the chain holds, up to and including validAt.
 */
export function timingAgainst(
  flag: CountedFlag,
  days: TransactionDays,
  chain: Holding,
  validAt: Day,
): FlagStanding {
  const timing = flagTimingOf(flag, days, chain, validAt);
  const standing = {
    flag,
    role: roleOf(flag),
    timing,
    days: null,
    flagState: null,
    restsOnUnstatedEnd: false,
  };
  if (timing === "UNDATED") return standing;
  if (timing === "CONCURRENT") return { ...standing, flagState: "open" };
  if (timing === "POSSIBLY_CONCURRENT") {
    return { ...standing, flagState: "open", restsOnUnstatedEnd: restsOnUnstatedEnd(flag, days, chain) };
  }
  const { since, day, days: between } = apart(flag, commonDays(days, chain));
  return { ...standing, days: between, flagState: since === null ? null : stateOf(flag, day as Day) };
}

/** The timing of a transaction against a flag, alone. */
export function flagTimingOf(flag: CountedFlag, days: TransactionDays, chain: Holding, validAt: Day): Timing {
  if (days.undated) return "UNDATED";
  if (inEveryReading(days, flag.openCertain, chain.certain, validAt)) return "CONCURRENT";
  if (overlapWithin(flag.openMay, chain.may, days.startEarliest, days.endLatest))
    return "POSSIBLY_CONCURRENT";
  return isAfter(flag, commonDays(days, chain)) ? "AFTER" : "BEFORE";
}

/** Whether a transaction is POSSIBLY_CONCURRENT with a flag only because no source says until when. */
export function restsOnUnstatedEnd(flag: CountedFlag, days: TransactionDays, chain: Holding): boolean {
  return !overlapWithin(flag.openMay, chain.stated, days.startEarliest, statedEnd(days));
}

/** Days on which a transaction and a chain may hold together. */
function commonDays(days: TransactionDays, chain: Holding): DaySet {
  return within(chain.may, days.startEarliest, days.endLatest);
}

/** Whether in every reading of its own dates the transaction has a day on which flag and chain hold for certain. */
function inEveryReading(days: TransactionDays, flag: DaySet, chain: DaySet, validAt: Day): boolean {
  const startLatest = Math.min(days.startLatest, validAt);
  const endEarliest = Math.min(days.endEarliest, validAt + 1);
  if (startLatest < endEarliest) return overlapWithin(flag, chain, startLatest, endEarliest);
  // The shortest readings are single days, any of these:
  const first = Math.max(days.startEarliest, endEarliest - 1);
  const last = Math.min(startLatest, Math.min(days.endLatest, validAt + 1) - 1);
  return first <= last && covers(meet(flag, chain), first, last + 1);
}

/** The end with an unstated one read as its L; one day that no source dates has none. */
export function statedEnd(days: TransactionDays): Day {
  const isUnstated = !days.undated && days.endLatest >= NEVER && days.endEarliest < NEVER;
  return isUnstated ? days.endEarliest : days.endLatest;
}

/** How a transaction lies to a flag with which it shares no open day. */
interface Apart {
  /** AFTER: the day since which `days` is counted; null: it is BEFORE. */
  readonly since: Day | null;
  /** AFTER: the common day up to which it is counted. */
  readonly day: Day | null;
  /** Null where the flag has no day at all. */
  readonly days: number | null;
}

/** AFTER if an open day precedes the first common one, or lies between two of them; else BEFORE. */
function apart(flag: CountedFlag, common: DaySet): Apart {
  const first = common[0] as Day;
  const opened = openedBefore(flag, first);
  if (opened !== null) return { since: opened, day: first, days: first - opened };
  const opens = opensFrom(flag, first);
  if (opens === null) return { since: null, day: null, days: null };
  const day = firstFrom(common, opens);
  if (day === null) return { since: null, day, days: opens - (lastDay(common) as Day) };
  const since = openedBefore(flag, day) as Day;
  return { since, day, days: day - since };
}

/** Whether it is AFTER, without the days: nothing is built for it. */
function isAfter(flag: CountedFlag, common: DaySet): boolean {
  const first = common[0] as Day;
  if (openedBefore(flag, first) !== null) return true;
  const opens = opensFrom(flag, first);
  return opens !== null && firstFrom(common, opens) !== null;
}

function openedBefore(flag: CountedFlag, day: Day): Day | null {
  return flag.openMay.length > 0 ? lastBefore(flag.openMay, day) : firstStateBy(flag, day);
}

function opensFrom(flag: CountedFlag, day: Day): Day | null {
  return flag.openMay.length > 0 ? firstFrom(flag.openMay, day) : flag.firstDay;
}

/** A flag that was never open is measured from its first day with a state, that day included. */
function firstStateBy({ firstDay }: CountedFlag, day: Day): Day | null {
  return firstDay !== null && firstDay <= day ? firstDay : null;
}

/** The state to name for the target: of several subject rows the strongest. */
export function stateOf(flag: CountedFlag, day: Day): FlagState | null {
  const states = flag.lives.map((life) => life.stateOn(day));
  return STATE_ORDER.find((state) => states.includes(state)) ?? null;
}

/** The state to show for the target on a day: the named one, else the first that is possible. */
export function shownState(flag: CountedFlag, day: Day): FlagState {
  const possible = possibleStates(flag.lives, day);
  return stateOf(flag, day) ?? STATE_ORDER.find((state) => possible.has(state)) ?? "open";
}

/** The target's role: of several the first in the table of roles. */
export function roleOf(flag: CountedFlag): SubjectRole {
  const roles = flag.lives.map((life) => life.subject.role);
  return SUBJECT_ROLES.find((role) => roles.includes(role)) ?? "respondent";
}

/** The day on which the open interval around or before a day began; null where there is none. */
export function openedBy(flag: CountedFlag, day: Day): Day | null {
  const may = flag.openMay;
  for (let at = may.length - 2; at >= 0; at -= 2) if ((may[at] as Day) <= day) return may[at] as Day;
  return null;
}

/** The first day after `day` on which an open interval begins; null where there is none. */
export function opensAfter(flag: CountedFlag, day: Day): Day | null {
  const may = flag.openMay;
  for (let at = 0; at < may.length; at += 2) if ((may[at] as Day) > day) return may[at] as Day;
  return null;
}

/** Whether the flag may be open on a day, for any of its subject rows. */
export function mayBeOpenOn(flag: CountedFlag, day: Day): boolean {
  return includesDay(flag.openMay, day);
}
