import type { ClaimClock } from "./claim.js";
import { DAWN, type Day, NEVER, parseDay } from "./day.js";
import type { Claim, ClaimRecordKind } from "./record.js";
import type { Relation } from "./relation.js";
import { RELATION_KINDS, type RelationKind } from "./relation-kinds.js";
import { parseUncertainDate, type UncertainDate } from "./uncertain-date.js";

/** What a cited source says about its own dates. */
export interface CitedDates {
  readonly published: string | null;
  readonly retrieved: string | null;
}

/** The cells of a claim that its clock is made of. `kind` is the relation's kind, null for other records. */
export interface ClockCells {
  readonly record: ClaimRecordKind;
  readonly kind: RelationKind | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly recorded: string | null;
  readonly retracted: string | null;
}

/**
 * Resolves every default of the model's clocks into days.
 *
 * Empty start: reads `../P`, P the last day of the earliest publication among the citations (first day where that
 * is open to the right; retrievals only where no source has a publication); beside an earlier end, P is the day
 * before that end's last possible day. PartOf reads every day: the projection cuts it to the unit's `founded`.
 * A subject's empty start keeps P as its latest day: a flag without any opening event opens then.
 * Empty end: still holds, or is certain until a source last said so, or is one day (see RELATION_KINDS).
 * Choice: an end that names only a month or a year may be as late as the first day after it.
 */
export function claimClock(cells: ClockCells, cited: readonly CitedDates[]): ClaimClock {
  const { known, lastSaid } = knowledgeOf(cited);
  const written = cells.end === null ? null : endOf(parseUncertainDate(cells.end));
  const start = startOf(cells, written?.latest ?? NEVER, known);
  const end = written ?? emptyEnd(cells, start, lastSaid);
  return {
    startEarliest: start.earliest,
    startLatest: start.latest,
    endEarliest: end.earliest,
    endLatest: end.latest,
    recorded: cells.recorded === null ? defaultRecorded(cells, known) : parseDay(cells.recorded),
    retracted: cells.retracted === null ? NEVER : parseDay(cells.retracted),
    undated: cells.kind === "Funding" && cells.start === null && cells.end === null,
  };
}

interface Bounds {
  readonly earliest: Day;
  readonly latest: Day;
}

/** What citations say about time: P, and the first day of the latest publication. */
interface Knowledge {
  /** The day by which the public could read it: P. NEVER where no citation has a date. */
  readonly known: Day;
  /** DAWN where no citation has a publication. */
  readonly lastSaid: Day;
}

/** Most claims of a dossier share few lists of citations. */
const KNOWLEDGE = new WeakMap<readonly CitedDates[], Knowledge>();

function knowledgeOf(cited: readonly CitedDates[]): Knowledge {
  const met = KNOWLEDGE.get(cited);
  if (met !== undefined) return met;
  const publications = cited.flatMap(({ published }) => (published ? [parseUncertainDate(published)] : []));
  const retrievals = cited.flatMap(({ retrieved }) => (retrieved ? [parseDay(retrieved)] : []));
  const knowledge = {
    known: Math.min(NEVER, ...(publications.length > 0 ? publications.map(lastDay) : retrievals)),
    lastSaid: Math.max(DAWN, ...publications.map((date) => date.earliest)),
  };
  KNOWLEDGE.set(cited, knowledge);
  return knowledge;
}

/** The last day, or the first where the date is open to the right. */
function lastDay(date: UncertainDate): Day {
  return date.latest >= NEVER ? date.earliest : date.latest;
}

function endOf(date: UncertainDate): Bounds {
  return { earliest: date.earliest, latest: date.endsOnDay ? date.latest : date.latest + 1 };
}

function startOf(cells: ClockCells, endLatest: Day, known: Day): Bounds {
  if (cells.start !== null) return opening(cells, parseUncertainDate(cells.start));
  if (cells.kind === "PartOf") return { earliest: DAWN, latest: DAWN };
  return { earliest: DAWN, latest: endLatest <= known && endLatest < NEVER ? endLatest - 1 : known };
}

/** A subject's start that is open to the left is read as its last day: texts say "by D". */
function opening(cells: ClockCells, date: UncertainDate): Bounds {
  return cells.record === "subject" && date.earliest <= DAWN
    ? { earliest: date.latest, latest: date.latest }
    : date;
}

function emptyEnd(cells: ClockCells, start: Bounds, lastSaid: Day): Bounds {
  const rule =
    cells.kind === null
      ? cells.record === "event" || cells.record === "response"
        ? "oneDay"
        : "holds"
      : RELATION_KINDS[cells.kind].emptyEnd;
  if (rule === "oneDay") return { earliest: start.earliest + 1, latest: Math.min(NEVER, start.latest + 1) };
  if (rule === "holds") return { earliest: NEVER, latest: NEVER };
  return { earliest: lastSaid <= DAWN ? DAWN : lastSaid + 1, latest: NEVER };
}

function defaultRecorded(cells: ClockCells, known: Day): Day {
  const ownDate = cells.record === "event" || cells.record === "subject";
  if (ownDate && cells.start !== null) return lastDay(parseUncertainDate(cells.start));
  return known >= NEVER ? DAWN : known;
}

/** The cells of a claim, as `claimClock` takes them. */
export function clockCells(claim: Omit<Claim, "clock">): ClockCells {
  const { record, start, end, recorded, retracted } = claim;
  const kind = record === "relation" ? (claim as Omit<Relation, "clock">).kind : null;
  return { record, kind, start, end, recorded, retracted };
}
