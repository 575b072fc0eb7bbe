import { DAWN, type Day, NEVER } from "../../domain/day.js";
import {
  type EventEffect,
  FLAG_EVENT_KINDS,
  FLAG_EVENTS,
  type FlagEventKind,
  type FlagState,
  OPENING_EVENTS,
} from "../../domain/flag.js";

/** One event with its days. An opening event that is open to the left is read as its last day ("by D"). */
export interface DatedEvent {
  readonly kind: FlagEventKind;
  /** The flag's life for the subject begins with it: what happened before gives no state. */
  readonly isBirth: boolean;
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * What each event makes of a flag, one event after another. `wasEstablished`: closed or expired lead back to ESTABLISHED,
 * until a dismissal, acquittal or delisting wipes it out.
 */
export interface Standing {
  readonly state: FlagState | null;
  readonly wasEstablished: boolean;
}

export const UNBORN: Standing = { state: null, wasEstablished: false };

/** The state after an event of a flag's life. */
export function after(standing: Standing, kind: FlagEventKind): Standing {
  const { state, wasEstablished } = standing;
  switch (FLAG_EVENTS[kind].makes) {
    case "open":
      return { state: "open", wasEstablished };
    case "openUnlessSuspended":
      return state === "suspended" ? standing : { state: "open", wasEstablished };
    case "openAtFirst":
      return state === null ? { state: "open", wasEstablished } : standing;
    case "established":
      return { state: "established", wasEstablished: true };
    case "over":
      return { state: wasEstablished ? "established" : "ended", wasEstablished };
    case "ended":
      return { state: "ended", wasEstablished: false };
    case "suspended":
      return { state: "suspended", wasEstablished };
  }
}

/** Whether an event opens the flag, so that its day is an open day whatever else happens on it. */
export function opensBy(before: Standing, kind: FlagEventKind): boolean {
  return (
    OPENS.has(kind) && after(before, kind).state === "open" && (before.state !== "open" || REOPENS.has(kind))
  );
}

function eventsMaking(...effects: readonly EventEffect[]): readonly FlagEventKind[] {
  return FLAG_EVENT_KINDS.filter((event) => effects.includes(FLAG_EVENTS[event].makes));
}

const REOPENS = new Set(eventsMaking("open", "openUnlessSuspended"));

/** Events after which a flag may be open. */
export const OPENS: ReadonlySet<FlagEventKind> = new Set([...REOPENS, ...eventsMaking("openAtFirst")]);

/** Events of one day apply in the order of the table. */
export function byTableOrder(a: DatedEvent, b: DatedEvent): number {
  return FLAG_EVENT_KINDS.indexOf(a.kind) - FLAG_EVENT_KINDS.indexOf(b.kind);
}

/** The day at which a text reads an event: opening ones at their earliest, all others at their latest. */
export function namedDay(event: DatedEvent): Day {
  return OPENING_EVENTS.includes(event.kind) ? event.earliest : event.latest;
}

/** The one state to name on a day: opening events at their earliest, all others at their latest possible day. */
export function namedState(events: readonly DatedEvent[], day: Day): FlagState | null {
  const named = events
    .filter((event) => namedDay(event) <= day)
    .sort((a, b) => namedDay(a) - namedDay(b) || byTableOrder(a, b));
  let born = !events.some((event) => event.isBirth);
  let standing = UNBORN;
  let openedOnDay = false;
  for (const event of named) {
    born ||= event.isBirth;
    openedOnDay ||= born && namedDay(event) === day && opensBy(standing, event.kind);
    standing = after(standing, event.kind);
  }
  if (!born) return null;
  return openedOnDay ? "open" : standing.state;
}

/** A run of days on which the possible readings say the same. */
export interface LifeDay {
  readonly from: Day;
  readonly until: Day;
  /** States at the end of the day in some reading; null: none yet. */
  readonly states: ReadonlySet<FlagState | null>;
  readonly openMay: boolean;
  readonly openCertain: boolean;
}

/** Beyond so many events of uncertain date the weakest of them are read at the day that a text would name. */
const MOST_UNCERTAIN = 8;

/**
 * Every reading of the events' dates at once: which states a flag may be in on each day.
 *
 * Between two days on which an event becomes possible or must have happened, any of the pending events may happen, in
 * any order, several on one day in the order of the table. So it is enough to follow, day by day, the set of pairs
 * (standing, events that have happened) until it no longer grows, and then to skip to the last day before the next
 * boundary. Exact; exponential only in the number of events that are uncertain at the same time.
 */
export function possibleLives(given: readonly DatedEvent[]): readonly LifeDay[] {
  const events = numbered(given);
  const edges = new Set<Day>([DAWN, NEVER]);
  for (const event of events) {
    edges.add(Math.max(DAWN, event.earliest));
    edges.add(Math.min(NEVER, event.latest + 1));
  }
  const boundaries = [...edges].sort((a, b) => a - b);
  const lives: LifeDay[] = [];
  let readings: readonly Reading[] = [
    { standing: UNBORN, happened: 0, born: !events.some((event) => event.isBirth) },
  ];
  for (let at = 0; at + 1 < boundaries.length; at += 1) {
    readings = liveThrough(boundaries[at] as Day, boundaries[at + 1] as Day, events, readings, lives);
  }
  return lives;
}

interface Reading {
  /** Whether the life has begun; only a flag whose opening is its subject row's start begins later. */
  readonly born: boolean;
  readonly standing: Standing;
  /** Bits of the events of uncertain date that have happened. */
  readonly happened: number;
}

interface Outcome {
  readonly reading: Reading;
  readonly open: boolean;
}

/** An event of exact date needs no bit: it happens on its day, in every reading. */
interface PendingEvent extends DatedEvent {
  readonly bit: number;
}

/** In the order in which events of one day apply. */
function numbered(events: readonly DatedEvent[]): readonly PendingEvent[] {
  let uncertain = 0;
  return [...events].sort(byTableOrder).map((event) => {
    if (event.earliest >= event.latest) return pending(event, event, 0);
    uncertain += 1;
    return uncertain > MOST_UNCERTAIN
      ? pending(event, onNamedDay(event), 0)
      : pending(event, event, 1 << uncertain);
  });
}

function onNamedDay(event: DatedEvent): Pick<DatedEvent, "earliest" | "latest"> {
  return { earliest: namedDay(event), latest: namedDay(event) };
}

function pending(
  { kind, isBirth }: DatedEvent,
  { earliest, latest }: Pick<DatedEvent, "earliest" | "latest">,
  bit: number,
): PendingEvent {
  return { kind, isBirth, earliest, latest, bit };
}

/** Follows the readings through the days [from, until), between which no event begins or ceases to be possible. */
function liveThrough(
  from: Day,
  until: Day,
  events: readonly PendingEvent[],
  start: readonly Reading[],
  lives: LifeDay[],
): readonly Reading[] {
  const pending = events.filter((event) => event.earliest <= from && event.latest >= until - 1);
  const settling = Math.min(until - 1, from + pending.length + 1);
  let readings = start;
  for (let day = from; day < until; ) {
    const outcomes = liveOneDay(day, pending, readings);
    const end = day === settling && settling < until - 1 ? until - 1 : day + 1;
    lives.push(lifeDay(day, end, outcomes));
    readings = distinct(outcomes.map((outcome) => outcome.reading));
    day = end;
  }
  return readings;
}

function liveOneDay(day: Day, pending: readonly PendingEvent[], readings: readonly Reading[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const reading of readings) {
    const left = pending.filter((event) => (reading.happened & event.bit) === 0);
    const optional = left.filter((event) => event.latest !== day);
    for (let chosen = 0; chosen < 1 << optional.length; chosen += 1) {
      const today = left.filter((event) => {
        const at = optional.indexOf(event);
        return at < 0 || (chosen & (1 << at)) !== 0;
      });
      outcomes.push(outcomeOf(reading, today));
    }
  }
  return outcomes;
}

function outcomeOf(reading: Reading, today: readonly PendingEvent[]): Outcome {
  let { standing, happened, born } = reading;
  let opened = false;
  for (const event of today) {
    born ||= event.isBirth;
    happened |= event.bit;
    opened ||= born && opensBy(standing, event.kind);
    standing = after(standing, event.kind);
  }
  return { reading: { standing, happened, born }, open: opened || (born && standing.state === "open") };
}

function lifeDay(from: Day, until: Day, outcomes: readonly Outcome[]): LifeDay {
  return {
    from,
    until,
    states: new Set(outcomes.map(({ reading }) => (reading.born ? reading.standing.state : null))),
    openMay: outcomes.some((outcome) => outcome.open),
    openCertain: outcomes.every((outcome) => outcome.open),
  };
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  const byKey = new Map(
    readings.map((reading) => [
      `${reading.happened}/${reading.born}/${reading.standing.state}/${reading.standing.wasEstablished}`,
      reading,
    ]),
  );
  return [...byKey.values()];
}
