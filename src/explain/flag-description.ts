import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import {
  type FlagEvent,
  type FlagEventKind,
  type FlagState,
  type FlagSubject,
  firstDayOf,
  OPENING_EVENTS,
  OUTCOME_EVENTS,
  type Response,
  type SubjectRole,
} from "../domain/flag.js";
import { LISTS } from "../domain/lists.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import type { FlagRecord } from "../graph/projection.js";
import { authorityOf } from "./attribution.js";
import type { Cited } from "./citations.js";
import { onDate } from "./date-words.js";
import { inProse, type Names } from "./names.js";
import { datedPredicate, joined } from "./sentence.js";
import { anyVerbOf, listWordsOf } from "./verbs.js";

/** A flag as it stands for a target on validAt, with what the text may add: what is known on knownAt. */
export interface FlagToTell {
  readonly record: FlagRecord;
  readonly target: EntityId;
  /** The entities that are one party with the target, itself among them. */
  readonly party: readonly EntityId[];
  readonly role: SubjectRole;
  readonly state: FlagState;
  readonly validAt: Day;
  /** All known on knownAt, in order of date, also those after validAt and those whose status does not count. */
  readonly events: readonly FlagEvent[];
  /** Those of them whose status counts: they make the state. */
  readonly counted: readonly FlagEvent[];
  readonly responses: readonly Response[];
  /** The claim that ties the target to the flag; of several that from which the state comes. */
  readonly subject: FlagSubject;
  /** All of them. */
  readonly rows: readonly FlagSubject[];
}

/** What brought a flag upon its target: a clause without its subject, with its date, and the days that it may mean. */
export interface Opening {
  /** "was charged with bank fraud on 24 January 2019". */
  readonly words: string;
  /** The same in the words of the table: "was charged by U.S. prosecutors on 24 January 2019". */
  readonly brief: string;
  /** Both without the date, for headlines. */
  readonly undated: readonly [words: string, brief: string];
  readonly earliest: Day;
  readonly latest: Day;
  readonly claims: readonly Cited[];
}

/** A case or an inquiry is told by what came last of these; a listing by its own. */
const OPENINGS: readonly FlagEventKind[] = ["listed", "charged", "opened", "alleged"];

/** What is told as how a flag came out: a suspension too. */
export const OUTCOMES: readonly FlagEventKind[] = [...OUTCOME_EVENTS, "suspended"];

/**
 * The openings of a flag for its target up to validAt, in order of date: of an indictment first charged, then charged anew;
 * of a listing of several rows each.
 */
export function openingsOf(flag: FlagToTell, names: Names): readonly Opening[] {
  const openings = flag.rows.flatMap((row) => openingsBy(flag, row, names));
  const distinct = new Map(openings.map((each) => [`${each.words} ${each.latest}`, each]));
  return [...distinct.values()].sort((a, b) => a.latest - b.latest || a.earliest - b.earliest);
}

function openingsBy(flag: FlagToTell, row: FlagSubject, names: Names): readonly Opening[] {
  const past = flag.counted.filter((event) => firstDayOf(event) <= flag.validAt);
  const kind = OPENINGS.find((each) => past.some(({ event }) => event === each));
  const events = past.filter(({ event }) => event === kind);
  const since = row.start === null ? null : parseUncertainDate(row.start);
  // Who came to a flag later, or may have, was brought to it on a day of its own.
  const own = events.filter(
    (event) =>
      since === null || (firstDayOf(event) >= since.earliest && event.clock.startLatest >= since.latest),
  );
  if (own.length > 0) return own.map((event) => openingOf(flag, { event, row }, names));
  const [outcome] = kind === undefined ? past.filter(({ event }) => OUTCOMES.includes(event)) : [];
  if (outcome !== undefined) return [openingOf(flag, { event: outcome, row }, names)];
  const verb = withRole(flag, kind ?? (flag.record.flag.kind === "Listing" ? "listed" : "opened"), names);
  const when = row.start === null ? null : onDate(row.start);
  const { startEarliest: earliest, startLatest: latest } = row.clock;
  const claims = [row, ...events.slice(-1)];
  return [
    {
      words: datedPredicate(row.text ?? verb, when),
      brief: joined(verb, when),
      undated: [row.text ?? verb, verb],
      earliest,
      latest,
      claims,
    },
  ];
}

function openingOf(
  flag: FlagToTell,
  { event, row }: { readonly event: FlagEvent; readonly row: FlagSubject },
  names: Names,
): Opening {
  const verb = withRole(flag, event.event, names);
  const when = event.start === null ? null : onDate(event.start);
  const isPlain = event.event !== "alleged" && flag.role !== "covered_affiliate";
  const words = (isPlain ? ownText(event, row) : null) ?? verb;
  return {
    words: datedPredicate(words, when),
    brief: joined(verb, when),
    undated: [words, verb],
    earliest: firstDayOf(event),
    latest: event.clock.startLatest,
    // That a party is listed says its own row; that it was charged the charge.
    claims: flag.record.flag.kind === "Listing" ? [row] : [event],
  };
}

/** What an editor wrote of an event: of the party itself where its own row is of the same day, else of all. */
function ownText(event: FlagEvent, row: FlagSubject): string | null {
  return row.text !== null && row.start === event.start ? row.text : event.text;
}

/** The verb of an event, as it stands for the role that the target has. */
function withRole(flag: FlagToTell, event: FlagEventKind, names: Names): string {
  const noun = flag.record.flag;
  if (flag.role === "covered_affiliate")
    return `came under ${listWordsOf(noun.list)} as an unlisted affiliate`;
  return anyVerbOf(noun, event).words({ authority: authorityOf(noun, names) });
}

/** How much a flag weighs for a reader: sanctions and export bars first, then charges, then other lists, then inquiries. */
export function relevance({ record: { flag }, counted }: FlagToTell): number {
  const listClass = flag.list === null ? null : (LISTS[flag.list]?.class ?? null);
  if (listClass === "sanctions") return 0;
  if (listClass === "export_control") return 1;
  if (flag.kind === "Probe" && counted.some(({ event }) => SERIOUS.includes(event))) return 2;
  if (listClass === "military_company") return 3;
  if (listClass !== null || flag.kind === "Listing") return 4;
  return 5;
}

const SERIOUS: readonly FlagEventKind[] = ["charged", "pleaded_guilty", "convicted", "settled"];

/** Whether an event brings a flag upon a party. */
export function isOpening({ event }: FlagEvent): boolean {
  return OPENING_EVENTS.includes(event);
}

/** Whether a flag consists of what is alleged and nothing else. */
export function isOnlyAlleged({ subject, events }: FlagToTell): boolean {
  const opened = events.filter(isOpening);
  return (
    subject.status === "alleged" || (opened.length > 0 && opened.every(({ event }) => event === "alleged"))
  );
}

/** A party as it stands within a sentence, by its short name. */
export function called(id: EntityId, names: Names): string {
  return inProse(names.short(id) ?? names.entity(id) ?? id);
}
