import { DAWN, type Day, NEVER } from "../../domain/day.js";
import {
  type FlagEvent,
  type FlagState,
  type FlagSubject,
  firstDayOf,
  OPENING_EVENTS,
} from "../../domain/flag.js";
import { type DaySet, meet, NO_DAYS, span } from "../days/day-set.js";
import type { FlagRecord } from "../projection.js";
import type { View } from "../view.js";
import { type DatedEvent, type LifeDay, namedDay, namedState, possibleLives } from "./flag-readings.js";

/**
 * A flag's life for one of its subjects, on the days up to validAt, under every reading of the uncertain dates.
 * The subject row's interval cuts it: no state before, ENDED after.
 */
export interface FlagLife {
  readonly subject: FlagSubject;
  /** Days on which it is OPEN in every reading, and in some reading. */
  readonly openCertain: DaySet;
  readonly openMay: DaySet;
  /** The first day on which `stateOn` names one; null where there is none up to validAt. */
  readonly firstDay: Day | null;
  /** The states that it has on a day in some reading; null among them: none yet. */
  possibleStates(day: Day): ReadonlySet<FlagState | null>;
  /** The one state to name: opening events at their earliest, all others at their latest possible day. */
  stateOn(day: Day): FlagState | null;
}

/** The life of a flag for a subject. Only events that are known and of a counted status make it. */
export function flagLife(record: FlagRecord, subject: FlagSubject, view: View): FlagLife {
  const { validAt } = view.terms;
  const known = record.events.filter((event) => view.knows(event));
  const last = LAST.get(subject);
  if (last?.validAt === validAt && areSame(last.known, known)) return last.life;
  const opens = known.some((event) => OPENING_EVENTS.includes(event.event));
  const events = opens ? known.map(dated) : [...known.map(dated), openingBySubject(subject)];
  const happened = events.filter((event) => event.earliest <= validAt);
  const life = livedBy(subject, happened, validAt);
  LAST.set(subject, { validAt, known, life });
  return life;
}

/** Of each subject the life that was made last: views on other days of knowledge mostly know the same of a flag. */
const LAST = new WeakMap<FlagSubject, { validAt: Day; known: readonly FlagEvent[]; life: FlagLife }>();

function areSame(a: readonly FlagEvent[], b: readonly FlagEvent[]): boolean {
  return a.length === b.length && a.every((event, at) => event === b[at]);
}

/** The state to name for a subject, or (null) for the flag as a whole, on validAt. */
export function flagState(record: FlagRecord, subject: FlagSubject | null, view: View): FlagState | null {
  if (subject) return flagLife(record, subject, view).stateOn(view.terms.validAt);
  const subjects = record.subjects.filter((row) => view.holds(row));
  const uncut = record.events.some((event) => view.knows(event) && OPENING_EVENTS.includes(event.event));
  if (uncut || subjects.length === 0) {
    const events = record.events.filter((event) => view.holds(event)).map(dated);
    return namedState(events, view.terms.validAt);
  }
  const states = subjects.map((row) => flagLife(record, row, view).stateOn(view.terms.validAt));
  return STATE_ORDER.find((state) => states.includes(state)) ?? null;
}

/** Of several states the one to show. */
export const STATE_ORDER: readonly FlagState[] = ["open", "suspended", "established", "ended"];

function dated(event: FlagEvent): DatedEvent {
  return { kind: event.event, isBirth: false, earliest: firstDayOf(event), latest: event.clock.startLatest };
}

/**
 * A flag without any opening event opens on its subject row's start; an empty one keeps P as its latest day. Where no
 * source gives a P it may have opened on any day, and has on none for certain: what is not known is no NO.
 */
function openingBySubject(subject: FlagSubject): DatedEvent {
  const { startEarliest, startLatest } = subject.clock;
  if (startEarliest <= DAWN) {
    const earliest = startLatest < NEVER ? startLatest : DAWN;
    return { kind: "opened", isBirth: false, earliest, latest: startLatest };
  }
  return { kind: "opened", isBirth: true, earliest: startEarliest, latest: startLatest };
}

function livedBy(subject: FlagSubject, events: readonly DatedEvent[], validAt: Day): FlagLife {
  const days = possibleLives(events);
  const { endEarliest, endLatest } = subject.clock;
  const emptyStart = subject.clock.startEarliest <= DAWN;
  const startEarliest = emptyStart ? DAWN : subject.clock.startEarliest;
  const startLatest = emptyStart ? DAWN : subject.clock.startLatest;
  const upTo = span(DAWN, validAt + 1);
  const cutMay = meet(upTo, span(startEarliest, endLatest));
  const cutCertain = meet(upTo, span(startLatest, endEarliest));
  const stateOn = (day: Day) => {
    if (day < startEarliest) return null;
    return day >= endLatest ? "ended" : namedState(events, day);
  };
  return {
    subject,
    openMay: meet(
      cutMay,
      daysWhere(days, (day) => day.openMay),
    ),
    openCertain: meet(
      cutCertain,
      daysWhere(days, (day) => day.openCertain),
    ),
    firstDay: firstDayWith(stateOn, [startEarliest, endLatest, ...events.map(namedDay)], validAt),
    possibleStates: (day) => {
      const states = new Set<FlagState | null>();
      if (day < startLatest) states.add(null);
      if (day >= endEarliest) states.add("ended");
      if (startEarliest <= day && day < endLatest) {
        const on = days.find((life) => life.from <= day && day < life.until);
        for (const state of on?.states ?? []) states.add(state);
        if (on?.openMay) states.add("open");
      }
      return states;
    },
    stateOn,
  };
}

function firstDayWith(
  stateOn: (day: Day) => FlagState | null,
  turns: readonly Day[],
  validAt: Day,
): Day | null {
  const days = turns.filter((day) => day <= validAt && stateOn(day) !== null);
  return days.length === 0 ? null : Math.min(...days);
}

function daysWhere(days: readonly LifeDay[], holds: (day: LifeDay) => boolean): DaySet {
  const found: Day[] = [];
  for (const day of days) {
    if (!holds(day)) continue;
    if (found.at(-1) === day.from) found[found.length - 1] = day.until;
    else found.push(day.from, day.until);
  }
  return found.length === 0 ? NO_DAYS : found;
}
