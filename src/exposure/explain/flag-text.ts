import { type Day, NEVER } from "../../domain/day.js";
import {
  type FlagEvent,
  type FlagEventKind,
  type FlagState,
  type FlagSubject,
  firstDayOf,
  type Response,
} from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { FlagRecord } from "../../projection/projection.js";
import { type Citations, type Cited, cited } from "./citations.js";
import { eventWords, responseToItWords } from "./claim-text.js";
import { laterDate, onDate, sinceDate, untilDate } from "./date-words.js";
import type { Names } from "./names.js";
import { allegedly } from "./on-whose-word.js";
import { listWords, opening } from "./sentence.js";

/** A flag as it stands for a target on validAt, with what the text may add: what is known on knownAt. */
export interface FlagToTell {
  readonly record: FlagRecord;
  readonly target: string;
  readonly isCoveredOnly: boolean;
  readonly state: FlagState;
  readonly validAt: Day;
  /** All known on knownAt, in order of date, also those after validAt and those whose status does not count. */
  readonly events: readonly FlagEvent[];
  /** Those of them whose status counts: they make the state. */
  readonly counted: readonly FlagEvent[];
  readonly responses: readonly Response[];
  /** The claim that ties the target to the flag. */
  readonly subject: Pick<FlagSubject, "status" | "sources" | "quote" | "locator" | "start" | "end">;
}

const ALLEGATIONS = "is the subject of allegations in";

/** What the last telling event made of a party, in the state that the flag is in. */
const STANDS: Record<FlagState, Partial<Record<FlagEventKind, string>> & { readonly else: string }> = {
  open: {
    charged: "is charged in",
    alleged: ALLEGATIONS,
    else: "is under inquiry in",
  },
  established: {
    settled: "settled",
    pleaded_guilty: "pleaded guilty in",
    convicted: "was convicted in",
    judgment: "was the subject of a final decision in",
    else: "was found to be concerned by",
  },
  suspended: { else: "is a party to" },
  ended: { else: "was a party to" },
};

const ENDING: readonly FlagEventKind[] = ["dismissed", "acquitted", "closed", "delisted", "expired"];
/** The gravest first. */
const ESTABLISHING: readonly FlagEventKind[] = ["convicted", "pleaded_guilty", "judgment", "settled"];
const OUTCOMES = [...ENDING, ...ESTABLISHING];
/**
 * What tells how a flag stands, by what tells most: charges and inquiries are not hidden by what was alleged beside them,
 * nor a guilty plea by a settlement.
 */
const TELLING: Record<FlagState, readonly (readonly FlagEventKind[])[]> = {
  open: [["charged"], ["opened", "listed"], ["alleged"]],
  established: ESTABLISHING.map((kind) => [kind]),
  suspended: [["suspended"]],
  ended: [ENDING, ...ESTABLISHING.map((kind) => [kind])],
};

/** A flag with its outcome and its responses, in sentences that can stand by themselves; without citations unmarked. */
export function flagText(flag: FlagToTell, names: Names, citations: Citations | null): string {
  const past = flag.counted.filter((event) => firstDayOf(event) <= flag.validAt);
  const later = flag.events.filter((event) => firstDayOf(event) > flag.validAt);
  const telling = tellingEvent(past, flag.state);
  const outcomes = outcomesOf(past, telling, flag);
  const rests = [flag.subject, ...new Set([...(telling ? [telling] : []), ...outcomes])];
  const marked = (words: string, ...claims: readonly Cited[]) => cited(words, citations?.of(...claims) ?? "");
  const sentences = [
    marked(standingSaid(standingWords(flag, telling, outcomes, names), rests), ...rests),
    ...alike(earlierOutcomes(past, rests), (event) => `Earlier it ${eventWords(event)}`).map(
      ([words, events]) => marked(words, ...events),
    ),
    ...alike(later, laterWords).map(([words, events]) => marked(words, ...events)),
    ...flag.responses.map((response) =>
      marked(
        opening(responseToItWords(response, names, earlierThan(response, flag, telling, names))),
        response,
      ),
    ),
    ...(flag.record.flag.kind === "Probe" && flag.responses.length === 0 ? [NO_REPLY] : []),
  ];
  return sentences.join(" ");
}

/** What is only alleged is not told as if it were so; of an allegation that a flag consists of, the words say it. */
function standingSaid(words: string, claims: readonly Pick<FlagSubject | FlagEvent, "status">[]): string {
  const isAlleged = claims.some(({ status }) => status === "alleged");
  return isAlleged && !words.includes(ALLEGATIONS) ? opening(allegedly(words)) : words;
}

function laterWords(event: FlagEvent): string {
  const words = eventWords(event);
  const isAlleged = event.status === "alleged" && event.event !== "alleged";
  return isAlleged ? opening(allegedly(`later it ${words}`)) : `Later it ${words}`;
}

/** An inquiry or an accusation does not stand alone: where nothing was answered, that is said. */
const NO_REPLY = "No reply to it is on record.";

/** The last of the events that tell most of how a flag stands. */
function tellingEvent(past: readonly FlagEvent[], state: FlagState): FlagEvent | undefined {
  for (const kinds of TELLING[state]) {
    const last = past.findLast(({ event }) => kinds.includes(event));
    if (last) return last;
  }
  return undefined;
}

/** What the title of a flag is followed by: how it ended, or what else established it. */
function outcomesOf(
  past: readonly FlagEvent[],
  telling: FlagEvent | undefined,
  { state, record }: FlagToTell,
): readonly FlagEvent[] {
  if (!telling || state === "open") return [];
  if (state !== "established") return [telling];
  const verb = record.flag.kind === "Probe" ? telling : null;
  return past.filter((event) => event !== verb && ESTABLISHING.includes(event.event));
}

/** How it had come out before: overturned on appeal, dismissed and then charged anew, lifted and listed again. */
function earlierOutcomes(past: readonly FlagEvent[], told: readonly unknown[]): readonly FlagEvent[] {
  return past.filter((event) => OUTCOMES.includes(event.event) && !told.includes(event));
}

/**
 * Since when an open flag concerns its target so: the day of its telling event, or the target's own where that is later
 * or no event opened the flag.
 */
function openSince(flag: FlagToTell, telling: FlagEvent | undefined): string | null {
  const { start } = flag.subject;
  if (flag.state !== "open") return null;
  if (!telling?.start) return start;
  return start !== null && isLater(start, telling.start) ? start : telling.start;
}

/** Whether a date may begin no earlier than another and may last longer. */
function isLater(date: string, than: string): boolean {
  const [one, other] = [parseUncertainDate(date), parseUncertainDate(than)];
  return one.earliest >= other.earliest && one.latest > other.latest;
}

/** The target, where a flag came to concern it only after it had begun: it opened for the target then. */
export function cameLater(flag: FlagToTell): boolean {
  const { start } = flag.subject;
  const first = flag.events.find((event) => event.start !== null)?.start ?? null;
  return (
    start !== null && first !== null && parseUncertainDate(start).earliest > parseUncertainDate(first).latest
  );
}

/** What a reply came before that was given to a flag which concerned its target only later; null: it came after. */
function earlierThan(
  response: Response,
  flag: FlagToTell,
  telling: FlagEvent | undefined,
  names: Names,
): string | null {
  const since = openSince(flag, telling);
  if (since === null || !cameLater(flag)) return null;
  if (response.clock.startLatest >= parseUncertainDate(since).earliest) return null;
  const name = names.entity(flag.target) ?? flag.target;
  if (telling?.event === "charged") return `${name} was charged`;
  return telling?.event === "alleged" ? "this was alleged" : `it concerned ${name}`;
}

/** Claims that a text tells in the same words, told once. */
function alike<Item>(items: readonly Item[], words: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(words(item), [...(groups.get(words(item)) ?? []), item]);
  return [...groups];
}

function standingWords(
  flag: FlagToTell,
  telling: FlagEvent | undefined,
  outcomes: readonly FlagEvent[],
  names: Names,
): string {
  const { flag: noun } = flag.record;
  const title = `"${noun.title}"`;
  const name = names.entity(flag.target) ?? flag.target;
  const outcome = outcomes.length === 0 ? "" : `, which ${listWords(outcomes.map(eventWords))}`;
  const ended = endedForTarget(flag, telling);
  const until = ended === null ? "" : `${outcome === "" ? "" : ","} ${ended}`;
  if (noun.kind === "Listing") {
    const list = LISTS[noun.list ?? ""]?.name ?? noun.list ?? "a list";
    const is = flag.state === "open" ? "is" : "was";
    const how = flag.isCoveredOnly ? `${is} covered, without an entry of its own, by` : `${is} listed in`;
    return `${name} ${how} ${title} (${list})${sinceWords(flag, telling)}${outcome}${until}${lastReported(flag, names)}`;
  }
  const words = STANDS[flag.state];
  const verb = (telling && words[telling.event]) ?? words.else;
  const when =
    flag.state === "established" && telling?.start ? ` ${onDate(telling.start)}` : sinceWords(flag, telling);
  return `${name} ${verb} ${title}${when}${outcome}${until}${lastReported(flag, names)}`;
}

function sinceWords(flag: FlagToTell, telling: FlagEvent | undefined): string {
  const since = openSince(flag, telling);
  const words = since === null ? null : sinceDate(since, "since");
  return words === null ? "" : ` ${words}`;
}

/** Until when a flag that has ended concerned its target, where that is not told by how the flag itself ended. */
function endedForTarget(flag: FlagToTell, telling: FlagEvent | undefined): string | null {
  const { end } = flag.subject;
  if (flag.state !== "ended" || end === null) return null;
  const itself = telling && ENDING.includes(telling.event) ? telling.clock.startLatest : NEVER;
  return parseUncertainDate(end).earliest >= itself ? null : untilDate(end);
}

/** A flag whose fate the sources do not tell is told as of the last of them. */
function lastReported(flag: FlagToTell, names: Names): string {
  if (flag.state !== "open") return "";
  const sources = [...flag.subject.sources, ...flag.events.flatMap((event) => event.sources)];
  const last = sources.reduce<string | null>(
    (latest, source) => laterDate(latest, names.source(source)?.published ?? null),
    null,
  );
  return last === null ? "" : `, as last reported ${onDate(last)}`;
}
