/** The life of a flag for one target, told over every reading of its dates. */
import { DAWN, type Day, NEVER } from "../../../src/domain/day.js";
import type { EntityId } from "../../../src/domain/entity.js";
import {
  FLAG_EVENT_KINDS,
  type Flag,
  type FlagEventKind,
  type FlagState,
  type FlagSubject,
  OPENING_EVENTS,
  SUBJECT_ROLES,
  type SubjectRole,
} from "../../../src/domain/flag.js";
import { LISTS, UNCOUNTED_CLASSES } from "../../../src/domain/lists.js";
import type { Seen, SeenEvent } from "./world.js";

/** Null: no state yet. */
export type StateOnDay = FlagState | null;

export interface FlagLife {
  readonly flag: Flag;
  readonly role: SubjectRole;
  /** "possibly if some reading does." */
  readonly possible: (day: Day) => ReadonlySet<StateOnDay>;
  /** "for certain on a day if every reading of the dates makes it so." */
  readonly certainlyOpen: (day: Day) => boolean;
  readonly possiblyOpen: (day: Day) => boolean;
  /** "where one state must be named, opening events are read at their earliest, all others at their latest possible day." */
  readonly named: (day: Day) => StateOnDay;
}

interface EventOnDay {
  readonly kind: FlagEventKind;
  readonly day: Day;
}

/** [start, end) of a subject row in one reading. */
interface RowReading {
  readonly start: Day;
  readonly end: Day;
  /** The day on which a flag without any opening event opens; null: it has one. */
  readonly opens: Day | null;
}

/** Null where no visible row makes the party flagged by it. */
export function flagLife(seen: Seen, flag: Flag, target: EntityId): FlagLife | null {
  const opensBySubject = !seen.flagsWithOpening.has(flag.id);
  const rows = seen.subjects.filter((row) => row.flag === flag.id && seen.partyOf(row.entity) === target);
  if (rows.length === 0) return null;
  const rowReadings = rows.map((row) => readingsOfRow(seen, row, opensBySubject));
  const events = seen.events.filter(({ event }) => event.flag === flag.id);

  const states = new Map<Day, Set<StateOnDay>>(seen.days.map((day) => [day, new Set()]));
  for (const read of product(events.map((event) => readingsOfEvent(seen, event)))) {
    for (const rowsRead of product(rowReadings)) {
      const life = lifeOf(seen.days, read, rowsRead);
      for (const [day, state] of life) states.get(day)?.add(state);
    }
  }
  const named = lifeOf(
    seen.days,
    events.map(namedReading),
    rows.map((row) => namedRow(row, opensBySubject)),
  );
  const possible = (day: Day) => states.get(day) ?? new Set();
  return {
    flag,
    role: SUBJECT_ROLES.find((role) => rows.some((row) => row.role === role)) ?? "mentioned",
    possible,
    certainlyOpen: (day) => possible(day).has("open") && possible(day).size === 1,
    possiblyOpen: (day) => possible(day).has("open"),
    named: (day) => named.get(day) ?? null,
  };
}

/** Each day of its span; an open side is clipped to the days that are looked at. */
function readingsOfEvent(seen: Seen, { event, earliest, latest }: SeenEvent): readonly EventOnDay[] {
  return clipped(seen, earliest, latest).map((day) => ({ kind: event.event, day }));
}

/** A start or end that lies wholly beyond the days looked at (or at NEVER) has one reading: itself. */
function clipped(seen: Seen, earliest: Day, latest: Day): readonly Day[] {
  const within = seen.days.filter((day) => earliest <= day && day <= latest);
  return within.length > 0 ? within : [earliest];
}

/**
 * "For a subject, the flag's life is cut to the subject row's interval"; "an empty start leaves the beginning to the
 * flag's events"; "A flag with no opening event at all opens on its subject row's start (an empty one: on P)."
 */
function readingsOfRow(seen: Seen, row: FlagSubject, opensBySubject: boolean): readonly RowReading[] {
  const { startEarliest, startLatest, endEarliest, endLatest } = row.clock;
  const empty = startEarliest <= DAWN;
  const starts = empty ? [DAWN] : clipped(seen, startEarliest, startLatest);
  const ends = clipped(seen, endEarliest, endLatest);
  const opens = (start: Day): readonly (Day | null)[] => {
    if (!opensBySubject) return [null];
    if (!empty) return [start];
    return startLatest === NEVER ? [DAWN, ...seen.days, NEVER] : [startLatest];
  };
  return starts.flatMap((start) =>
    ends.flatMap((end) => opens(start).map((day) => ({ start, end, opens: day }))),
  );
}

function namedReading({ event, earliest, latest }: SeenEvent): EventOnDay {
  return { kind: event.event, day: OPENING_EVENTS.includes(event.event) ? earliest : latest };
}

function namedRow({ clock }: FlagSubject, opensBySubject: boolean): RowReading {
  const empty = clock.startEarliest <= DAWN;
  return {
    start: clock.startEarliest,
    end: clock.endLatest,
    opens: opensBySubject
      ? empty && clock.startLatest < NEVER
        ? clock.startLatest
        : clock.startEarliest
      : null,
  };
}

const STRONGEST: readonly StateOnDay[] = ["open", "suspended", "established", "ended"];

/** "before it the flag has no state for that subject, after it ENDED": of several rows the strongest state. */
function lifeOf(
  days: readonly Day[],
  events: readonly EventOnDay[],
  rows: readonly RowReading[],
): ReadonlyMap<Day, StateOnDay> {
  const lives = rows.map((row) => statesOfFlag(days, events, row.opens));
  const stateOfRow = (row: RowReading, at: number, day: Day): StateOnDay => {
    if (day < row.start) return null;
    return day < row.end ? (lives[at]?.get(day) ?? null) : "ended";
  };
  return new Map(
    days.map((day) => {
      const states = rows.map((row, at) => stateOfRow(row, at, day));
      return [day, STRONGEST.find((one) => states.includes(one)) ?? null];
    }),
  );
}

interface Standing {
  readonly state: StateOnDay;
  readonly wasEstablished: boolean;
  /** Whether the event just applied opened the flag. */
  readonly opened: boolean;
}

/** "Events of one day apply in the order of the list." "A day on which an event opens the flag is an open day." */
function statesOfFlag(
  days: readonly Day[],
  events: readonly EventOnDay[],
  opens: Day | null,
): ReadonlyMap<Day, StateOnDay> {
  const all: readonly EventOnDay[] = opens === null ? events : [{ kind: "opened", day: opens }, ...events];
  const ordered = [...all].sort(
    (a, b) => a.day - b.day || FLAG_EVENT_KINDS.indexOf(a.kind) - FLAG_EVENT_KINDS.indexOf(b.kind),
  );
  const result = new Map<Day, StateOnDay>();
  let standing: Standing = { state: null, wasEstablished: false, opened: false };
  for (const day of days) {
    let openDay = false;
    while (ordered[0] !== undefined && ordered[0].day <= day) {
      standing = after(standing, ordered[0].kind);
      openDay ||= standing.opened && ordered[0].day === day;
      ordered.shift();
    }
    result.set(day, openDay ? "open" : standing.state);
  }
  return result;
}

/** What each event makes of a flag, row by row. */
function after({ state, wasEstablished }: Standing, event: FlagEventKind): Standing {
  const open = { state: "open", wasEstablished, opened: true } as const;
  const unchanged = { state, wasEstablished, opened: false };
  switch (event) {
    case "opened":
    case "listed":
      return open;
    case "charged":
      return state === "suspended" ? unchanged : open;
    case "alleged":
    case "amended":
      return state === null ? open : unchanged;
    case "settled":
    case "pleaded_guilty":
    case "convicted":
    case "judgment":
      return { state: "established", wasEstablished: true, opened: false };
    case "closed":
    case "expired":
      return { state: wasEstablished ? "established" : "ended", wasEstablished, opened: false };
    case "dismissed":
    case "acquitted":
    case "delisted":
      return { state: "ended", wasEstablished: false, opened: false };
    case "suspended":
      return { state: "suspended", wasEstablished, opened: false };
  }
}

/** Every way to take one of each. */
function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (taken, choice) => taken.flatMap((before) => choice.map((one) => [...before, one])),
    [[]],
  );
}

/** "flags: which flags count; default those possibly OPEN, ESTABLISHED or SUSPENDED on validAt, without lists of the classes procurement_ban and network_ban." */
export function counts(seen: Seen, life: FlagLife): boolean {
  const { flags, validAt } = seen.terms;
  const { flag } = life;
  const states = flags.states ?? ["open", "established", "suspended"];
  const named = flags.lists !== undefined || flags.ids !== undefined;
  const listClass = flag.list === null ? undefined : LISTS[flag.list]?.class;
  const barsOtherThings = listClass !== undefined && UNCOUNTED_CLASSES.includes(listClass);
  const authorities = flags.authorities?.map(seen.partyOf);
  return (
    states.some((state) => life.possible(validAt).has(state)) &&
    (named || !barsOtherThings) &&
    (flags.ids?.includes(flag.id) ?? true) &&
    (flags.kinds?.includes(flag.kind) ?? true) &&
    (flags.lists?.some((list) => list === flag.list) ?? true) &&
    (authorities?.some((one) => flag.authorities.map(seen.partyOf).includes(one)) ?? true) &&
    (flags.topics?.some((topic) => flag.topics.includes(topic)) ?? true)
  );
}

/** On validAt, for this target. */
export function stateNow(seen: Seen, life: FlagLife): FlagState {
  const possible = life.possible(seen.terms.validAt);
  return life.named(seen.terms.validAt) ?? STRONGEST.find((one) => possible.has(one)) ?? "ended";
}

/** The days on which it may be open: "validAt cuts off the future." */
export function openDays(seen: Seen, life: FlagLife): readonly Day[] {
  return seen.days.filter((day) => day <= seen.terms.validAt && life.possiblyOpen(day));
}

/** The starts of the runs of days on which it may be open. */
export function openings(seen: Seen, life: FlagLife): readonly Day[] {
  return openDays(seen, life).filter((day) => !life.possiblyOpen(day - 1));
}
