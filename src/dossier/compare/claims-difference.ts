import type { CitedDates } from "../../domain/claim-clock.js";
import { claimClock, clockCells } from "../../domain/claim-clock.js";
import { type Day, NEVER, parseDay, printDay } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import type { Change, StoredClaim } from "../../store/graph-store.js";
import type { FreshRow } from "../read/packed-relations.js";
import { firstDifference, sameValue } from "./same-value.js";

/** The claims that a store holds of one dossier. */
export interface StoredClaims {
  /** Ids of those that it holds exactly as the folder has them: nothing more is asked of these. */
  readonly settled: ReadonlySet<string>;
  /** All revisions of all others. */
  readonly others: readonly StoredClaim[];
}

export const NO_CLAIMS: StoredClaims = { settled: new Set(), others: [] };

/** What a load does with the claims of one dossier. */
export interface ClaimsDifference {
  readonly changes: readonly Change[];
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly retracted: number;
  /** Ids of claims that the store holds and the folder no longer has, left as they are. */
  readonly missing: readonly string[];
  /** Claims that an editor retracted and whose row is as it was, left retracted. Counted as unchanged. */
  readonly leftRetracted: readonly Claim[];
  /** Whether a step carries the day of loading. */
  readonly isDated: boolean;
}

type Retraction = Extract<Change, { change: "retract" }>;

/** How a load reads the difference. */
export interface DifferenceOptions {
  /** The day of loading: a correction is known from it, a retracted claim until it. */
  readonly day: Day;
  /** Retract what is gone from the folder. */
  readonly prune: boolean;
  /**
   * What a store has recorded or retracted after this day was loaded with a clock that ran ahead: it is corrected. Absent:
   * nothing is.
   */
  readonly lastDay?: Day | undefined;
}

/** Keys that say nothing of what the row says. */
const NOT_CELLS = ["clock", "revision", "dossier"];
const NOT_CELLS_OF_A_CORRECTION = [...NOT_CELLS, "recorded"];

/**
 * What must change for the store to hold what the folder has.
 *
 * Cells are compared, not clocks. A changed row is a correction: its older revisions end on the day of loading (on
 * the day that the row gives as its own `recorded`, if that is earlier) and a new one begins there, so that on no
 * day two are known. The new revision keeps the day as its `recorded`; where the row leaves that empty it is not
 * compared again (so emptying a `recorded` that a corrected row once gave is not seen). A row that comes back after
 * a prune is a new revision; so is one that changes after an editor has retracted its claim, and until then the claim
 * stays retracted. Where cells are equal and only days differ (a cited source changed its dates), the
 * claim is reclocked. A correction or a retraction that a clock dated ahead is made again, on the day of loading.
 */
export function claimsDifference(
  old: StoredClaims,
  fresh: Iterable<FreshRow<Claim>>,
  cited: (source: string) => CitedDates | null,
  options: DifferenceOptions,
): ClaimsDifference {
  const stored = groupById(old.others);
  const met = new Set<string>();
  const changes: Change[] = [];
  const leftRetracted: Claim[] = [];
  const counts = { created: 0, corrected: 0, unchanged: 0 };
  let isDated = false;
  for (const row of fresh) {
    const { id } = row;
    if (old.settled.has(id)) {
      counts.unchanged++;
      continue;
    }
    const revisions = stored.get(id) ?? [];
    const latest = revisions.at(-1);
    if (latest === undefined) {
      counts.created++;
      changes.push(row);
      continue;
    }
    met.add(id);
    const { claim } = row;
    if (latest.until === null && sameCells(latest.claim, claim) && !isAhead(latest.claim, claim, options)) {
      counts.unchanged++;
      reclock(latest.claim, keepingKnowledge(latest.claim, claim), changes);
      reclockOlder(revisions.slice(0, -1), cited, changes);
    } else if (standsRetracted(latest, claim)) {
      counts.unchanged++;
      leftRetracted.push(latest.claim);
      reclockOlder(revisions, cited, changes);
    } else {
      counts[latest.until === null ? "corrected" : "created"]++;
      changes.push(...correction(revisions, claim, options.day));
      isDated = true;
    }
  }
  const gone = goneRows(stored, met, cited, options, changes);
  return { changes, ...counts, leftRetracted, ...gone, isDated: isDated || gone.retracted > 0 };
}

/** Whether a load recorded a correction on a day that is still to come; a row that gives the day itself means it. */
function isAhead(stored: Claim, fresh: Claim, { lastDay = NEVER }: DifferenceOptions): boolean {
  return stored.revision > 0 && fresh.recorded === null && stored.clock.recorded > lastDay;
}

/** Whether a store holds a row as it stands: as first loaded, with equal cells and days. */
export function holdsExactly({ claim, until }: StoredClaim, fresh: Claim): boolean {
  return (
    until === null && claim.revision === 0 && sameCells(claim, fresh) && sameValue(claim.clock, fresh.clock)
  );
}

function groupById(claims: readonly StoredClaim[]): ReadonlyMap<string, readonly StoredClaim[]> {
  const groups = new Map<string, StoredClaim[]>();
  for (const stored of claims) {
    const group = groups.get(stored.claim.id);
    if (group) group.push(stored);
    else groups.set(stored.claim.id, [stored]);
  }
  for (const group of groups.values()) {
    if (group.length > 1) group.sort((a, b) => a.claim.revision - b.claim.revision);
  }
  return groups;
}

function sameCells(stored: Claim, fresh: Claim): boolean {
  const ownDay = stored.revision === 0 || fresh.recorded !== null;
  return firstDifference(stored, fresh, ownDay ? NOT_CELLS : NOT_CELLS_OF_A_CORRECTION) === null;
}

/** Whether an editor retracted a claim whose row has not changed since: at most it gives that day, or a later one, as its end. */
function standsRetracted({ claim, byEditor }: StoredClaim, fresh: Claim): boolean {
  const endsNoSooner = fresh.clock.retracted >= claim.clock.retracted;
  return byEditor === true && endsNoSooner && sameCells({ ...claim, retracted: fresh.retracted }, fresh);
}

/** The row's claim as the stored revision: since when it is known does not change. */
function keepingKnowledge(stored: Claim, fresh: Claim): Claim {
  if (stored.revision === 0) return fresh;
  const { revision, recorded } = stored;
  return { ...fresh, revision, recorded, clock: { ...fresh.clock, recorded: stored.clock.recorded } };
}

function reclock(stored: Claim, now: Claim, changes: Change[]): void {
  if (!sameValue(stored.clock, now.clock)) changes.push({ change: "reclock", claim: now });
}

/** Claims that no row holds any more keep their cells; their days follow their sources. */
function reclockOlder(
  revisions: readonly StoredClaim[],
  cited: (source: string) => CitedDates | null,
  changes: Change[],
): void {
  for (const { claim } of revisions) {
    const dates = claim.sources.flatMap((source) => cited(source) ?? []);
    reclock(claim, { ...claim, clock: claimClock(clockCells(claim), dates) }, changes);
  }
}

/** Ends what was known before and adds the row as the next revision. */
function correction(revisions: readonly StoredClaim[], fresh: Claim, day: Day): Change[] {
  const recorded = fresh.recorded ?? printDay(day);
  const recordedDay = parseDay(recorded);
  const claim: Claim = {
    ...fresh,
    revision: Math.max(...revisions.map((stored) => stored.claim.revision)) + 1,
    recorded,
    clock: { ...fresh.clock, recorded: recordedDay },
  };
  const ended = revisions.flatMap((stored) => endBy(stored, Math.min(day, recordedDay)));
  return [...ended, { change: "add", claim }];
}

/** Retracts a revision on a day, unless it was retracted before that; never before it was known. */
export function endBy({ claim, until }: StoredClaim, day: Day): Retraction[] {
  if (until !== null && claim.clock.retracted <= day) return [];
  const retractedDay = Math.max(claim.clock.recorded, Math.min(claim.clock.retracted, day));
  return [
    {
      change: "retract",
      record: claim.record,
      id: claim.id,
      revision: claim.revision,
      retracted: printDay(retractedDay),
      retractedDay,
    },
  ];
}

/** Whether a load ended a revision on a day after this one, so that it would be known until then. */
export function endsAhead({ claim: { clock }, until }: StoredClaim, lastDay: Day): boolean {
  return until !== null && clock.retracted > Math.max(lastDay, clock.recorded);
}

function goneRows(
  stored: ReadonlyMap<string, readonly StoredClaim[]>,
  met: ReadonlySet<string>,
  cited: (source: string) => CitedDates | null,
  { day, prune, lastDay = NEVER }: DifferenceOptions,
  changes: Change[],
): { retracted: number; missing: readonly string[] } {
  const missing: string[] = [];
  let retracted = 0;
  for (const [id, revisions] of stored) {
    if (met.has(id)) continue;
    const live = revisions.filter(({ until }) => until === null);
    const ending = [...(prune ? live : []), ...revisions.filter((stored) => endsAhead(stored, lastDay))];
    reclockOlder(prune ? revisions.filter(({ until }) => until !== null) : revisions, cited, changes);
    if (ending.length > 0) retracted++;
    for (const revision of ending) changes.push(...endBy(revision, day));
    if (live.length > 0 && !prune) missing.push(id);
  }
  return { retracted, missing: missing.sort() };
}
