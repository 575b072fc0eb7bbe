import type { ComponentChildren, JSX } from "preact";
import { DAWN, type Day, parseDay, printDay } from "../../domain/day.js";
import { enumName } from "../../domain/enum-name.js";
import { FLAG_EVENT_KINDS, FLAG_EVENTS } from "../../domain/flag.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { WholeFlagFragment } from "../api/documents.generated.js";
import { company as companyTexts } from "../texts/company.js";
import { texts } from "../texts/english.js";
import { Details } from "./details.js";
import { FlagsAndReplies, kindOf } from "./flags-and-replies.js";

const ENDING: ReadonlySet<string> = new Set(
  FLAG_EVENT_KINDS.filter((event) => ["ended", "over"].includes(FLAG_EVENTS[event].makes)).map(enumName),
);

interface Lane {
  readonly flag: WholeFlagFragment;
  readonly from: Day;
  /** The day on which it ended; null: it had not by the day asked about. */
  readonly to: Day | null;
  readonly events: readonly Day[];
}

/**
 * Probes and listings on a line of years, in order of date: a bar from its first event on, to its end or to the day
 * asked about. Each opens to what is said, beside what was answered; the list itself says what the picture shows.
 */
export function FlagTimeline({
  flags,
  validAt,
}: {
  readonly flags: readonly WholeFlagFragment[];
  readonly validAt: string;
}): JSX.Element {
  const until = parseDay(validAt);
  const lanes = flags.map((flag) => laneOf(flag, until)).sort((a, b) => a.from - b.from);
  const first = Math.min(...lanes.map(({ from }) => from), until - 365);
  const at = (day: Day) =>
    `${Math.round(((clamp(day, first, until) - first) / (until - first)) * 10_000) / 100}%`;
  return (
    <div class="flag-timeline">
      <Axis first={first} until={until} at={at} />
      <ol class="plain">
        {lanes.map((lane) => (
          <li>
            <Row lane={lane} until={until} validAt={validAt} at={at} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function laneOf(flag: WholeFlagFragment, until: Day): Lane {
  const dated = flag.events
    .map(({ event, date }) => ({ event, day: earliest(date) }))
    .filter(({ day }) => day <= until);
  const ended = dated.findLast(({ event }) => ENDING.has(event));
  const days = dated.map(({ day }) => day);
  return {
    flag,
    from: days.length === 0 ? until : Math.min(...days),
    to: flag.state === "ENDED" && ended !== undefined ? ended.day : null,
    events: days,
  };
}

function earliest(date: string): Day {
  const { earliest: first, latest } = parseUncertainDate(date);
  return first > DAWN ? first : latest;
}

function clamp(day: Day, first: Day, last: Day): Day {
  return Math.min(Math.max(day, first), last);
}

function Row({
  lane: { flag, from, to, events },
  until,
  validAt,
  at,
}: {
  readonly lane: Lane;
  readonly until: Day;
  readonly validAt: string;
  readonly at: (day: Day) => string;
}): JSX.Element {
  const words = spanOf(flag, from, to);
  const known = events.length > 0;
  return (
    <Details>
      <summary>
        <span class="name">{flag.title}</span>
        <span class="small soft">
          {kindOf(flag)}
          {known && `, ${words}`}
          {flag.state !== null && `, ${texts.flagState[flag.state]}`}
          {`; ${companyTexts.replies(flag.whole.length)}`}
        </span>
        {known && (
          <svg class="lane" aria-hidden="true">
            <rect
              class={`bar ${flag.state === null ? "none" : flag.state.toLowerCase()}`}
              x={at(from)}
              y={3}
              width={`${Number.parseFloat(at(to ?? until)) - Number.parseFloat(at(from))}%`}
              height={6}
            />
            {events.map((day) => (
              <circle cx={at(day)} cy={6} r={4} />
            ))}
          </svg>
        )}
      </summary>
      <FlagsAndReplies flags={[{ flag, state: flag.state, phrases: [] }]} options={{ validAt, level: 3 }} />
    </Details>
  );
}

/** From when to when, as exactly as its events say. */
function spanOf(flag: WholeFlagFragment, from: Day, to: Day | null): string {
  const date = (day: Day) => flag.events.find((event) => earliest(event.date) === day)?.date ?? printDay(day);
  const since = texts.from(date(from)) ?? "";
  return to === null ? since : `${since} ${companyTexts.to(texts.published(date(to)))}`;
}

/** Years under the lanes: every one, or fewer where they would overlap. */
function Axis({
  first,
  until,
  at,
}: {
  readonly first: Day;
  readonly until: Day;
  readonly at: (day: Day) => string;
}): ComponentChildren {
  const [from, to] = [Number(printDay(first).slice(0, 4)) + 1, Number(printDay(until).slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from) / 6));
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n).filter(
    (year) => (to - year) % step === 0,
  );
  return (
    <svg class="axis" aria-hidden="true">
      {years.map((year) => {
        const x = at(parseDay(`${year}-01-01`));
        return [
          <line x1={x} x2={x} y1={14} y2={20} />,
          <text x={x} y={11} text-anchor={Number.parseFloat(x) > 95 ? "end" : "middle"}>
            {String(year)}
          </text>,
        ];
      })}
    </svg>
  );
}
