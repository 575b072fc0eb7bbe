import { DAWN, type Day, NEVER, parseDay, printDay, today } from "../../../domain/day.js";
import { LISTS } from "../../../domain/lists.js";
import { parseUncertainDate } from "../../../domain/uncertain-date.js";
import { captionOf } from "../../charts/caption.js";
import { drawFlagLanes, type FlagLane } from "../../charts/flag-lanes.js";
import type { Picture } from "../../charts/picture.js";
import { texts } from "../../texts/english.js";
import type { DashboardPlace } from "./dashboard-place.js";
import type { DashboardFlag, Flags } from "./questions.js";

const say = texts.dashboard.flags;
const FEW = 12;

/** The flags that the time line shows, the one with the latest event first. */
export function shownFlags(asked: DashboardPlace, { flags }: Flags): readonly DashboardFlag[] {
  const until = untilOf(asked);
  const within = flags.filter((flag) => {
    const days = daysOf(flag, until);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const end = flag.state === "ENDED" ? last : until;
    return (
      days.length > 0 &&
      (asked.to === null || first <= parseDay(asked.to)) &&
      (asked.from === null || end >= parseDay(asked.from))
    );
  });
  const ordered = within.toSorted(
    (a, b) => Math.max(...daysOf(b, until)) - Math.max(...daysOf(a, until)) || (a.id < b.id ? -1 : 1),
  );
  return asked.allFlags ? ordered : ordered.slice(0, FEW);
}

/** Probes and listings on one line of years, each with what came of it and what was answered. */
export function flagsPicture(asked: DashboardPlace, answer: Flags): Picture {
  const flags = shownFlags(asked, answer);
  const until = untilOf(asked);
  return {
    name: say.name,
    title: say.title,
    description: say.describe(flags.length),
    draw: (width, palette) =>
      drawFlagLanes({ lanes: flags.map((flag) => laneOf(flag, until)), words: say.words }, width, palette),
    notes: [],
    caption: captionOf({
      dossiers: answer.dossiers,
      validAt: asked.validAt ?? printDay(today()),
      knownAt: asked.knownAt ?? printDay(today()),
      graphVersion: answer.graphVersion,
    }),
    data: {
      columns: say.columns,
      inPage: [0, 2, 3, 4, 5, 6, 7, 9],
      rows: flags.map((flag) => [
        flag.title,
        flag.id,
        kindWords(flag),
        concernsWords(flag),
        roleWords(flag),
        eventWords(flag),
        stateWords(flag, until),
        outcomeWords(flag, until),
        answeredWords(flag),
        flag.responses.map(({ text }) => text).join(" ") || say.noAnswer,
      ]),
    },
  };
}

function laneOf(flag: DashboardFlag, until: Day): FlagLane {
  const events = daysOf(flag, until);
  const last = Math.max(...events);
  return {
    title: flag.title,
    about: say.about(kindWords(flag), concernsWords(flag), stateWords(flag, until)),
    outcome: say.outcomeIs(outcomeWords(flag, until)),
    answered: say.answeredBy(answeredWords(flag)),
    from: Math.min(...events),
    to: flag.state === "ENDED" ? last : until,
    isOpen: flag.state === "OPEN" || flag.state === "ESTABLISHED",
    events,
    replies: flag.responses.flatMap(({ date }) => {
      const day = date === null ? null : dayOf(date);
      return day === null || day > until ? [] : [day];
    }),
  };
}

/** "Probe" or "Listing, Entity List". */
export function kindWords(flag: DashboardFlag): string {
  const kind = texts.flagKind[flag.kind];
  return "list" in flag ? `${kind}, ${LISTS[flag.list]?.name ?? flag.list}` : kind;
}

/** Whom it concerns: the first by name, and how many others. */
export function concernsWords({ subjects }: DashboardFlag): string {
  const [first] = subjects.nodes;
  return first === undefined ? say.noSubject : say.others(first.entity.shortName, subjects.totalCount - 1);
}

/** What those whom it concerns are in it, in the order in which they are first so. */
function roleWords({ subjects }: DashboardFlag): string {
  return [...new Set(subjects.nodes.map(({ role }) => texts.role[role]))].join("; ");
}

/** How it stands on the day asked about; what is alleged only gives it no state. */
export function stateWords(flag: Pick<DashboardFlag, "state" | "events">, until: Day): string {
  if (flag.state !== null) return texts.flagState[flag.state];
  return daysOf(flag, until).length > 0 ? say.onlyAlleged(isPast(until)) : say.noState(isPast(until));
}

/** Its events in order: "charged on 24 January 2019; alleged on 13 February 2020 4 times". */
function eventWords({ events }: DashboardFlag): string {
  return counted(events.map(({ event, date }) => `${say.event[event]} ${texts.on(date)}`));
}

/** Equal words once, with how often. */
function counted(all: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const words of all) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].map(([words, n]) => say.times(words, n)).join("; ");
}

/** What came of it by the day asked about: "settled on 7 March 2017". */
export function outcomeWords({ outcome }: Pick<DashboardFlag, "outcome">, until: Day): string {
  return outcome === null
    ? say.noOutcome(isPast(until))
    : `${say.event[outcome.event]} ${texts.on(outcome.date)}`;
}

/** Who answered how: "Huawei Technologies denied it 4 times; ZTE denied it". Replies count whatever day is looked at. */
export function answeredWords({ responses }: DashboardFlag): string {
  return counted(responses.map(({ by, kind }) => `${by.shortName} ${say.reply[kind]}`)) || say.noAnswer;
}

/** The days of its events until the one asked about; of an uncertain date the first, where it has one. */
export function daysOf({ events }: Pick<DashboardFlag, "events">, until: Day): readonly Day[] {
  return events.flatMap(({ date }) => {
    const day = dayOf(date);
    return day === null || day > until ? [] : [day];
  });
}

function dayOf(date: string): Day | null {
  const { earliest, latest } = parseUncertainDate(date);
  if (earliest > DAWN) return earliest;
  return latest < NEVER ? latest : null;
}

/** Of today it need not be said by which day nothing is on record. */
function isPast(until: Day): boolean {
  return until < today();
}

/** The day asked about, or today. */
export function untilOf({ validAt }: DashboardPlace): Day {
  return validAt === null ? today() : parseDay(validAt);
}
