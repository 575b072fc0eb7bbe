import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { type Day, parseDay, printDay } from "../../domain/day.js";
import { sentence } from "../components/sentence.js";
import { drawLegend, type Sample } from "./legend.js";
import type { Palette } from "./palette.js";
import type { Drawn } from "./picture.js";
import { linesOf, text } from "./svg-text.js";

/** A probe or a listing in time, never without what came of it and what was answered. */
export interface FlagLane {
  readonly title: string;
  /** What it is and how it stands, in a few words. */
  readonly about: string;
  /** What came of it, in a few words. */
  readonly outcome: string;
  /** What was answered, in a few words. */
  readonly answered: string;
  readonly from: Day;
  /** The last day that is drawn: that of its end, or the one asked about. */
  readonly to: Day;
  readonly isOpen: boolean;
  readonly events: readonly Day[];
  readonly replies: readonly Day[];
}

export interface FlagLanes {
  readonly lanes: readonly FlagLane[];
  readonly words: {
    readonly event: string;
    readonly reply: string;
    readonly open: string;
    readonly over: string;
  };
}

const TITLE = 13;
const SMALL = 11.5;
const LINE = 16;
const BAR = 9;
const BETWEEN = 14;

/** Lanes under each other on one line of years: title, the bar with its events and replies, then outcome and answers. */
export function drawFlagLanes({ lanes, words }: FlagLanes, width: number, palette: Palette): Drawn {
  const legend = drawLegend(legendOf(words, palette), width, palette);
  if (lanes.length === 0) return legend;
  const first = Math.min(...lanes.map(({ from }) => from), ...lanes.flatMap(({ replies }) => replies));
  const last = Math.max(...lanes.map(({ to }) => to), first + 365);
  const scale = scaleLinear()
    .domain([first, last])
    .range([8, width - 8]);
  const top = legend.height + 46;
  let y = top;
  const bodies = lanes.map((lane) => {
    const drawn = laneMarkup(lane, { y, width, scale }, palette);
    y += drawn.height + BETWEEN;
    return drawn.body;
  });
  return {
    height: y,
    body: [
      ...legend.body,
      ...axis({ first, last, scale, top: legend.height + 22, bottom: y - BETWEEN }, palette),
      ...bodies.flat(),
    ],
  };
}

type Scale = (day: Day) => number;

function laneMarkup(
  lane: FlagLane,
  { y, width, scale }: { readonly y: number; readonly width: number; readonly scale: Scale },
  palette: Palette,
): Drawn {
  const titles = linesOf(lane.title, width, TITLE);
  const barTop = y + titles.length * 17 + 3;
  const words = linesOf([lane.about, lane.outcome, lane.answered].map(sentence).join(" "), width, SMALL);
  const [from, to] = [scale(lane.from), scale(lane.to)];
  const middle = barTop + BAR / 2;
  return {
    height: titles.length * 17 + BAR + 12 + words.length * LINE,
    body: [
      <rect x={0} y={y - 12} width={width} height={1} fill={palette.line} />,
      ...titles.map((line, at) =>
        text(line, { x: 0, y: y + 10 + at * 17, size: TITLE, fill: palette.ink, weight: 600 }),
      ),
      <rect
        x={round(from)}
        y={barTop}
        width={round(Math.max(2, to - from))}
        height={BAR}
        fill={lane.isOpen ? palette.accent : palette.wash}
        stroke={palette.accent}
        stroke-width={1}
      />,
      ...lane.events.map((day) => (
        <circle
          cx={round(scale(day))}
          cy={middle}
          r={6}
          fill={palette.ink}
          stroke={palette.paper}
          stroke-width={1.5}
        />
      )),
      ...lane.replies.map((day) => <ReplyMark x={scale(day)} y={middle} palette={palette} />),
      ...words.map((line, at) =>
        text(line, { x: 0, y: barTop + BAR + 17 + at * LINE, size: SMALL, fill: palette.soft }),
      ),
    ],
  };
}

/** A reply is a square on its corner, as large as an event: it weighs as much. */
function ReplyMark({
  x,
  y,
  palette,
}: {
  readonly x: number;
  readonly y: number;
  readonly palette: Palette;
}): JSX.Element {
  const points = [
    [x, y - 8],
    [x + 8, y],
    [x, y + 8],
    [x - 8, y],
  ].map(([px = 0, py = 0]) => `${round(px)},${round(py)}`);
  return (
    <polygon
      points={points.join(" ")}
      fill={palette.timing.POSSIBLY_CONCURRENT}
      stroke={palette.paper}
      stroke-width={1.5}
    />
  );
}

function legendOf(words: FlagLanes["words"], palette: Palette): readonly Sample[] {
  const bar = (fill: string) => (
    <rect x={4} y={-9} width={24} height={BAR} fill={fill} stroke={palette.accent} />
  );
  return [
    { sign: bar(palette.accent), words: words.open },
    { sign: bar(palette.wash), words: words.over },
    { sign: <circle cx={16} cy={-4} r={6} fill={palette.ink} />, words: words.event },
    { sign: <ReplyMark x={16} y={-4} palette={palette} />, words: words.reply },
  ];
}

interface Axis {
  readonly first: Day;
  readonly last: Day;
  readonly scale: Scale;
  readonly top: number;
  readonly bottom: number;
}

/** Years on top, as many as have room, with a line through all lanes. */
function axis({ first, last, scale, top, bottom }: Axis, palette: Palette): readonly JSX.Element[] {
  const [from, to] = [Number(printDay(first).slice(0, 4)) + 1, Number(printDay(last).slice(0, 4))];
  const room = (scale(last) - scale(first)) / Math.max(1, to - from + 1);
  const step = Math.max(1, Math.ceil(44 / room));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
    .filter((year) => (to - year) % step === 0)
    .flatMap((year) => {
      const x = round(scale(parseDay(`${year}-01-01`)));
      return [
        <line x1={x} x2={x} y1={top + 6} y2={bottom} stroke={palette.line} stroke-width={1} />,
        text(String(year), { x, y: top, size: 12, fill: palette.soft, anchor: "middle" }),
      ];
    });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
