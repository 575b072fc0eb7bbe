import type { Day } from "../../domain/day.js";
import type { FlagEvent, FlagEventKind, FlagState, Response } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { FlagRecord } from "../../projection/projection.js";
import { type Citations, cited } from "./citations.js";
import { eventWords, responseToItWords } from "./claim-text.js";
import { laterDate, onDate, sinceDate } from "./date-words.js";
import type { Names } from "./names.js";

/** A flag as it stands for a target on validAt, with what the text may add: what is known on knownAt. */
export interface FlagToTell {
  readonly record: FlagRecord;
  readonly target: string;
  readonly isCoveredOnly: boolean;
  readonly state: FlagState;
  readonly validAt: Day;
  /** All known on knownAt, in order of date, also those after validAt. */
  readonly events: readonly FlagEvent[];
  readonly responses: readonly Response[];
  /** The claim that ties the target to the flag. */
  readonly subject: {
    readonly sources: readonly string[];
    readonly quote: string | null;
    readonly locator: string | null;
    readonly start: string | null;
  };
}

/** What the last telling event made of a party, in the state that the flag is in. */
const STANDS: Record<FlagState, Partial<Record<FlagEventKind, string>> & { readonly else: string }> = {
  open: {
    charged: "is charged in",
    alleged: "is alleged to have done what is the matter of",
    else: "is under inquiry in",
  },
  established: {
    settled: "settled",
    pleaded_guilty: "pleaded guilty in",
    convicted: "was convicted in",
    judgment: "was judged in",
    else: "was found to be concerned by",
  },
  suspended: { else: "is a party to" },
  ended: { else: "was a party to" },
};

const ENDING: readonly FlagEventKind[] = ["dismissed", "acquitted", "closed", "delisted", "expired"];
const ESTABLISHING: readonly FlagEventKind[] = ["settled", "pleaded_guilty", "convicted", "judgment"];
const TELLING: Record<FlagState, readonly FlagEventKind[]> = {
  open: ["charged", "alleged", "opened", "listed"],
  established: ESTABLISHING,
  suspended: ["suspended"],
  ended: ENDING,
};

/** A flag with its outcome and its responses, in sentences that can stand by themselves. */
export function flagText(flag: FlagToTell, names: Names, citations: Citations): string {
  const past = flag.events.filter((event) => event.clock.startEarliest <= flag.validAt);
  const later = flag.events.filter((event) => event.clock.startEarliest > flag.validAt);
  const telling = tellingEvent(past, flag.state);
  const marks = citations.of(flag.subject, ...(telling ? [telling] : []));
  const sentences = [
    cited(`${standingWords(flag, telling, names)}.`, marks),
    ...alike(later, (event) => `Later it ${eventWords(event)}.`).map(([words, events]) =>
      cited(words, citations.of(...events)),
    ),
    ...flag.responses.map((response) =>
      cited(
        `${responseToItWords(response, names, earlierThan(response, flag, telling, names))}.`,
        citations.of(response),
      ),
    ),
  ];
  return sentences.join(" ");
}

/** The last event that tells how a flag stands; once there are charges, what was alleged beside them does not hide them. */
function tellingEvent(past: readonly FlagEvent[], state: FlagState): FlagEvent | undefined {
  const latestFirst = [...past].reverse();
  return (
    (state === "open" ? latestFirst.find(({ event }) => event === "charged") : undefined) ??
    latestFirst.find(({ event }) => TELLING[state].includes(event))
  );
}

/** Since when an open flag concerns its target so: the day of its telling event, or the target's own where that is later. */
function openSince(flag: FlagToTell, telling: FlagEvent | undefined): string | null {
  const { start } = flag.subject;
  if (flag.state !== "open" || !telling?.start) return null;
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

/** What a reply that was given before an open flag concerned its target came before; null: it came after. */
function earlierThan(
  response: Response,
  flag: FlagToTell,
  telling: FlagEvent | undefined,
  names: Names,
): string | null {
  const since = openSince(flag, telling);
  if (since === null || response.clock.startLatest >= parseUncertainDate(since).earliest) return null;
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

function standingWords(flag: FlagToTell, telling: FlagEvent | undefined, names: Names): string {
  const { flag: noun } = flag.record;
  const title = `"${noun.title}"`;
  const name = names.entity(flag.target) ?? flag.target;
  const outcome =
    telling && flag.state !== "open" && flag.state !== "established" ? `, which ${eventWords(telling)}` : "";
  if (noun.kind === "Listing") {
    const list = LISTS[noun.list ?? ""]?.name ?? noun.list ?? "a list";
    const is = flag.state === "open" ? "is" : "was";
    const how = flag.isCoveredOnly ? `${is} covered, without an entry of its own, by` : `${is} listed in`;
    return `${name} ${how} ${title} (${list})${sinceWords(flag, telling)}${outcome}${lastReported(flag, names)}`;
  }
  const words = STANDS[flag.state];
  const verb = (telling && words[telling.event]) ?? words.else;
  const when =
    flag.state === "established" && telling?.start ? ` ${onDate(telling.start)}` : sinceWords(flag, telling);
  return `${name} ${verb} ${title}${when}${outcome}${lastReported(flag, names)}`;
}

function sinceWords(flag: FlagToTell, telling: FlagEvent | undefined): string {
  const since = openSince(flag, telling);
  const words = since === null ? null : sinceDate(since, "since");
  return words === null ? "" : ` ${words}`;
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
