/** How a transaction stands in time to a flag, day by day and reading by reading. */
import type { Day } from "../../../src/domain/day.js";
import {
  type FlagTiming,
  TIMINGS,
  type Timing,
  type TransactionTiming,
} from "../../../src/exposure/finding.js";
import { certainOn, hasUnstatedEnd, lastVouched, possibleOn, vouchedOn } from "./days.js";
import { type FlagLife, openDays, openings, stateNow } from "./flag-life.js";
import type { Proof } from "./grammar.js";
import type { Seen, SeenRelation } from "./world.js";

/** [start, end) in one reading. */
interface Reading {
  readonly start: Day;
  readonly end: Day;
}

/**
 * A transaction of a finding with the proofs that carry it, or the one day validAt of a HOLDING. `links`: the claims of
 * each proof beside the transaction; "over all chains together".
 */
export interface Timed {
  readonly transaction: SeenRelation | null;
  readonly links: readonly (readonly SeenRelation[])[];
}

export function timed(transaction: SeenRelation | null, proofs: readonly Proof[]): Timed {
  return {
    transaction,
    links: proofs.map((proof) =>
      proof.steps.map((step) => step.claim).filter((claim) => claim !== transaction),
    ),
  };
}

/** "some day of it, not after validAt, [on which] every claim of one chain … may hold together." */
export function commonDays(seen: Seen, of: Timed): readonly Day[] {
  return seen.days.filter(
    (day) =>
      transactionOn(seen, of, day, possibleOn) && of.links.some((links) => allOn(links, day, possibleOn)),
  );
}

type Holds = typeof possibleOn;

/** "A HOLDING is timed like a transaction of the one day validAt." */
function transactionOn(seen: Seen, { transaction }: Timed, day: Day, holds: Holds): boolean {
  if (transaction === null) return day === seen.terms.validAt;
  return day <= seen.terms.validAt && holds(transaction.clock, day);
}

function allOn(links: readonly SeenRelation[], day: Day, holds: Holds): boolean {
  return links.every((claim) => holds(claim.clock, day));
}

/** "for certain, else may with every unstated end (`L/..`) read as L, else may": the last such day of one proof. */
export function asOf(seen: Seen, timedOnes: readonly Timed[]): Day {
  for (const holds of [certainOn, vouchedOn, possibleOn]) {
    const day = seen.days.findLast((one) =>
      timedOnes.some(
        (of) =>
          (of.transaction === null ? one <= seen.terms.validAt : transactionOn(seen, of, one, holds)) &&
          of.links.some((links) => allOn(links, one, holds)),
      ),
    );
    if (day !== undefined) return day;
  }
  throw new Error("a finding holds on some day");
}

/** Every reading of the transaction's own dates that begins by validAt, clipped to the days up to it. */
function readings(seen: Seen, { transaction }: Timed): readonly Reading[] {
  const { days, terms } = seen;
  if (transaction === null) return [{ start: terms.validAt, end: terms.validAt + 1 }];
  const { clock, relation } = transaction;
  const isOneDay = relation.kind === "Funding" && relation.end === null;
  const starts = days.filter(
    (day) => clock.startEarliest <= day && day <= clock.startLatest && day <= terms.validAt,
  );
  return starts.flatMap((start) => {
    if (isOneDay) return possibleOn(clock, start) ? [{ start, end: start + 1 }] : [];
    return days
      .filter((end) => clock.endEarliest <= end && end <= clock.endLatest && start < end)
      .concat(clock.endEarliest > (days.at(-1) ?? 0) ? [clock.endEarliest] : [])
      .map((end) => ({ start, end: Math.min(end, terms.validAt + 1) }));
  });
}

/**
 * "CONCURRENT needs a day (for an uncertain transaction, in every reading of its own dates) on which flag and chain hold
 * for certain."
 */
function isConcurrent(seen: Seen, of: Timed, open: (day: Day) => boolean): boolean {
  const certain = new Set(
    seen.days.filter((day) => open(day) && of.links.some((links) => allOn(links, day, certainOn))),
  );
  const all = readings(seen, of);
  return (
    all.length > 0 &&
    all.every(({ start, end }) => seen.days.some((d) => start <= d && d < end && certain.has(d)))
  );
}

/** "POSSIBLY_CONCURRENT if in some reading": on some day all of it may hold. */
function mayMeet(seen: Seen, of: Timed, open: (day: Day) => boolean, holds: Holds): boolean {
  return seen.days.some(
    (day) =>
      open(day) && transactionOn(seen, of, day, holds) && of.links.some((links) => allOn(links, day, holds)),
  );
}

/** Against one counted flag. */
export function against(seen: Seen, of: Timed, life: FlagLife): FlagTiming {
  const common = { flag: life.flag.id, role: life.role, state: stateNow(seen, life) };
  if (of.transaction?.clock.undated) return { ...common, timing: "UNDATED", flagState: null, days: null };
  if (isConcurrent(seen, of, life.certainlyOpen)) {
    return { ...common, timing: "CONCURRENT", flagState: "open", days: null };
  }
  if (mayMeet(seen, of, life.possiblyOpen, possibleOn)) {
    return { ...common, timing: "POSSIBLY_CONCURRENT", flagState: "open", days: null };
  }
  return { ...common, ...apart(seen, commonDays(seen, of), life) };
}

type Apart = Pick<FlagTiming, "timing" | "flagState" | "days">;

/**
 * "AFTER if an open interval began before it (`days` since the last open day …), BEFORE if all begin later (`days` until
 * the first); days are counted from the last (for AFTER the first) day on which transaction and chain may hold together."
 * "if no open day precedes the first common day but some lie between two of them, AFTER, counted to the next common day."
 */
function apart(seen: Seen, common: readonly Day[], life: FlagLife): Apart {
  const open = openDays(seen, life);
  if (open.length === 0) return neverOpen(seen, common, life);
  const firstAfter = common.find((day) => open.some((one) => one < day));
  if (firstAfter !== undefined) {
    const lastOpen = open.findLast((one) => one < firstAfter) ?? firstAfter;
    return { timing: "AFTER", flagState: life.named(firstAfter), days: firstAfter - lastOpen };
  }
  return { timing: "BEFORE", flagState: null, days: (open[0] ?? 0) - (common.at(-1) ?? 0) };
}

/**
 * "a flag never open for T is measured from its first day with a state for T (AFTER from that day on, else BEFORE)." A flag
 * that only may have had a state by validAt has no such day.
 */
function neverOpen(seen: Seen, common: readonly Day[], life: FlagLife): Apart {
  const first = seen.days.find((day) => day <= seen.terms.validAt && life.named(day) !== null);
  if (first === undefined) return { timing: "BEFORE", flagState: null, days: null };
  const onOrAfter = common.find((day) => first <= day);
  return onOrAfter === undefined
    ? { timing: "BEFORE", flagState: null, days: first - (common.at(-1) ?? 0) }
    : { timing: "AFTER", flagState: life.named(onOrAfter), days: onOrAfter - first };
}

type Chosen = Pick<TransactionTiming, "flag" | "timing" | "flagState" | "days" | "lastStated">;

/**
 * "A transaction takes its strongest timing over the counted flags and stands in exactly one column." "A named target
 * without any counted flag: NO_FLAG."
 */
export function strongest(seen: Seen, of: Timed, lives: readonly FlagLife[]): Chosen {
  if (lives.length === 0) return { flag: null, timing: "NO_FLAG", flagState: null, days: null };
  if (of.transaction?.clock.undated) return { flag: null, timing: "UNDATED", flagState: null, days: null };
  const first = commonDays(seen, of)[0] ?? 0;
  const measured = lives.map((life) => ({ life, ...against(seen, of, life) }));
  const [best] = measured.sort((a, b) => byStrength(a, b) || tieBreak(seen, first, a, b));
  if (best === undefined) throw new Error("a flag counts");
  const { flag, timing, flagState, days } = best;
  if (timing !== "POSSIBLY_CONCURRENT") return { flag, timing, flagState, days };
  const openForSome = (day: Day) => lives.some((life) => life.possiblyOpen(day));
  return { flag, timing, flagState, days, ...lastStated(seen, of, openForSome) };
}

export function byStrength(a: { readonly timing: Timing }, b: { readonly timing: Timing }): number {
  return TIMINGS.indexOf(a.timing) - TIMINGS.indexOf(b.timing);
}

function isMeeting({ timing }: Rival): boolean {
  return timing === "CONCURRENT" || timing === "POSSIBLY_CONCURRENT";
}

function daysOf({ days }: Rival): number {
  return days ?? Number.MAX_SAFE_INTEGER;
}

interface Rival extends FlagTiming {
  readonly life: FlagLife;
}

/**
 * "among flags that give it equally: when concurrent a Listing before a Probe, then the one that opened last on or before
 * the first day on which transaction and chain may hold together, else the first that opened after it; otherwise the
 * smallest `days`; then the flag id."
 */
function tieBreak(seen: Seen, first: Day, a: Rival, b: Rival): number {
  const byId = a.flag < b.flag ? -1 : 1;
  if (!isMeeting(a)) return daysOf(a) - daysOf(b) || byId;
  const isProbe = ({ life }: Rival) => (life.flag.kind === "Probe" ? 1 : 0);
  const opened = ({ life }: Rival) => openings(seen, life).findLast((day) => day <= first);
  const opensLater = ({ life }: Rival) =>
    openings(seen, life).find((day) => day > first) ?? Number.MAX_SAFE_INTEGER;
  const [left, right] = [opened(a), opened(b)];
  const bySide = Number(left === undefined) - Number(right === undefined);
  const byOpening = left !== undefined && right !== undefined ? right - left : opensLater(a) - opensLater(b);
  return isProbe(a) - isProbe(b) || bySide || byOpening || byId;
}

/**
 * "A POSSIBLY_CONCURRENT that only an unstated end … makes possible carries `lastStated` (the earliest L of a chain, the
 * latest of several chains; null for `../..`)": nothing where it is possible with every unstated end read as L.
 */
function lastStated(
  seen: Seen,
  of: Timed,
  open: (day: Day) => boolean,
): Pick<TransactionTiming, "lastStated"> {
  if (mayMeet(seen, of, open, vouchedOn)) return {};
  const own = of.transaction === null ? [] : [of.transaction];
  const earliest = of.links
    .map((links) => ({ transaction: of.transaction, links: [links] }))
    .filter((one) => mayMeet(seen, one, open, possibleOn))
    .map(({ links }) =>
      Math.min(
        ...[...own, ...links.flat()]
          .filter((claim) => hasUnstatedEnd(claim.clock))
          .map((claim) => claim.clock.endEarliest),
      ),
    );
  return { lastStated: lastVouched(Math.max(...earliest)) };
}

interface Together {
  readonly timing: Timing;
  readonly rests: boolean;
  /** The transactions that the timing of the finding and of its flags is taken from. */
  readonly among: readonly Timed[];
}

/** "the timing of a finding, and of each of its flags, is the strongest of its other dated transactions where there are any." */
export function together(seen: Seen, all: readonly Timed[], lives: readonly FlagLife[]): Together {
  const chosen = all.map((of) => {
    const { timing, lastStated: until } = strongest(seen, of, lives);
    return { of, timing, rests: until !== undefined };
  });
  const others = chosen.filter((one) => !one.rests && one.timing !== "UNDATED");
  const taken = others.length > 0 ? others : chosen;
  const [best] = [...taken].sort(byStrength);
  if (best === undefined) throw new Error("a finding is timed");
  return { timing: best.timing, rests: best.rests, among: taken.map(({ of }) => of) };
}
