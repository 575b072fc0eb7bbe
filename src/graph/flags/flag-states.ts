import type { Day } from "../../domain/day.js";
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

const REOPENS = new Set(eventsMaking("open", "openUnlessSuspended"));
/** Events after which a flag may be open. */
export const OPENS: ReadonlySet<FlagEventKind> = new Set([...REOPENS, ...eventsMaking("openAtFirst")]);

function eventsMaking(...effects: readonly EventEffect[]): readonly FlagEventKind[] {
  return FLAG_EVENT_KINDS.filter((event) => effects.includes(FLAG_EVENTS[event].makes));
}

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
