import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { JSX } from "preact";
import type { Timing } from "../api/documents.generated.js";
import { type Amount, shortAmount, sumOf } from "./amount.js";
import { drawLegend } from "./legend.js";
import type { Palette } from "./palette.js";
import type { Drawn } from "./picture.js";
import { cutTo, text, widthOf } from "./svg-text.js";
import { TIMINGS, TimingPatterns, timingFill, timingSamples } from "./timing-fill.js";

/** A bar, divided by how its dealings stand in time. */
export interface Bar {
  readonly label: string;
  readonly parts: Readonly<Partial<Record<Timing, Amount>>>;
}

export interface Bars {
  /** Keeps the names of its patterns apart from those of other pictures. */
  readonly name: string;
  readonly bars: readonly Bar[];
  /** What the axis counts: "US dollars". */
  readonly unit: string;
  readonly words: Readonly<Record<Timing, string>>;
  /** What a click on a bar does, by its place. */
  readonly open?: ((bar: number) => void) | undefined;
}

const SIZE = 12;
const PLOT_HEIGHT = 240;
const ROW = 30;

/** All of a bar together. */
export function totalOf({ parts }: Bar): Amount {
  return sumOf(Object.values(parts));
}

function timingsOf(bars: readonly Bar[]): readonly Timing[] {
  return TIMINGS.filter((timing) => bars.some(({ parts }) => parts[timing] !== undefined));
}

interface Piece {
  readonly timing: Timing;
  readonly from: number;
  readonly to: number;
}

/** The least that is known of each part, one on the other. */
function piecesOf(bars: readonly Bar[]): readonly (readonly Piece[])[] {
  const timings = timingsOf(bars);
  const series = stack<Bar, Timing>()
    .keys(timings)
    .value(({ parts }, timing) => parts[timing]?.min ?? 0)(bars);
  return bars.map((_, at) =>
    series.flatMap((one) => {
      const [from = 0, to = 0] = one[at] ?? [];
      return to > from ? [{ timing: one.key, from, to }] : [];
    }),
  );
}

/** The most that a bar may come to: its whisker ends there; open where no upper bound is known. */
function most(bar: Bar): number {
  const { min, max } = totalOf(bar);
  return max ?? min;
}

/** Upright bars, one a year: what is known at least as a bar, what it may come to as a line on it. */
export function drawColumns(chart: Bars, width: number, palette: Palette): Drawn {
  const { name, bars, unit, words } = chart;
  const legend = drawLegend(timingSamples(timingsOf(bars), words, { prefix: name, palette }), width, palette);
  const top = legend.height + 34;
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(most))])
    .nice(4)
    .range([top + PLOT_HEIGHT, top]);
  const ticks = scale.ticks(4);
  const left = Math.max(...ticks.map((tick) => widthOf(shortAmount({ min: tick, max: tick }), SIZE))) + 12;
  const step = (width - left) / Math.max(1, bars.length);
  const thick = Math.min(64, step * 0.7);
  const pieces = piecesOf(bars);
  // Names of years have room for every second or third one on a phone.
  const every = Math.ceil((Math.max(...bars.map(({ label }) => widthOf(label, SIZE)), 0) + 8) / step);
  return {
    height: top + PLOT_HEIGHT + 26,
    body: [
      <TimingPatterns prefix={name} palette={palette} />,
      ...legend.body,
      text(unit, { x: 0, y: legend.height + 14, size: SIZE, fill: palette.soft }),
      ...ticks.flatMap((tick) => {
        const y = scale(tick);
        return [
          <line x1={left} x2={width} y1={y} y2={y} stroke={palette.line} stroke-width={1} />,
          text(shortAmount({ min: tick, max: tick }), {
            x: left - 8,
            y: y + 4,
            size: SIZE,
            fill: palette.soft,
            anchor: "end",
          }),
        ];
      }),
      ...bars.flatMap((bar, at): JSX.Element[] => {
        const middle = left + (at + 0.5) * step;
        const total = totalOf(bar);
        const hasRoom = step >= widthOf(shortAmount(total), 11) + 2;
        return [
          <Clickable chart={chart} at={at}>
            {(pieces[at] ?? []).map(({ timing, from, to }) => (
              <Piece
                x={middle - thick / 2}
                y={scale(to)}
                width={thick}
                height={scale(from) - scale(to)}
                timing={timing}
                prefix={name}
                palette={palette}
              />
            ))}
          </Clickable>,
          ...whisker({ x: middle, y: scale(total.min) }, { x: middle, y: scale(most(bar)) }, palette),
          ...(hasRoom && total.min > 0
            ? [
                text(shortAmount(total), {
                  x: middle,
                  y: scale(most(bar)) - 6,
                  size: 11,
                  fill: palette.ink,
                  anchor: "middle",
                }),
              ]
            : []),
          ...(at % every === 0
            ? [
                text(bar.label, {
                  x: middle,
                  y: top + PLOT_HEIGHT + 18,
                  size: SIZE,
                  fill: palette.ink,
                  anchor: "middle",
                }),
              ]
            : []),
        ];
      }),
    ],
  };
}

/** Lying bars, one a party, its name before it or, where there is little room, above it. */
export function drawRows(chart: Bars, width: number, palette: Palette): Drawn {
  const { name, bars, words, unit } = chart;
  const legend = drawLegend(timingSamples(timingsOf(bars), words, { prefix: name, palette }), width, palette);
  const isNarrow = width < 560;
  const left = isNarrow
    ? 0
    : Math.min(width * 0.36, Math.max(60, ...bars.map(({ label }) => widthOf(label, SIZE))) + 14);
  const right = Math.max(0, ...bars.map((bar) => widthOf(shortAmount(totalOf(bar)), SIZE))) + 14;
  const row = isNarrow ? ROW + 16 : ROW;
  const top = legend.height + 26;
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(most))])
    .range([left, width - right]);
  const pieces = piecesOf(bars);
  return {
    height: top + bars.length * row + 4,
    body: [
      <TimingPatterns prefix={name} palette={palette} />,
      ...legend.body,
      text(unit, { x: 0, y: legend.height + 12, size: SIZE, fill: palette.soft }),
      ...bars.flatMap((bar, at): JSX.Element[] => {
        const y = top + at * row + (isNarrow ? 18 : 4);
        const total = totalOf(bar);
        const end = scale(most(bar));
        return [
          text(cutTo(bar.label, isNarrow ? width : left - 12, SIZE), {
            x: isNarrow ? 0 : left - 10,
            y: isNarrow ? y - 5 : y + 15,
            size: SIZE,
            fill: palette.ink,
            anchor: isNarrow ? "start" : "end",
          }),
          <Clickable chart={chart} at={at}>
            {(pieces[at] ?? []).map(({ timing, from, to }) => (
              <Piece
                x={scale(from)}
                y={y}
                width={scale(to) - scale(from)}
                height={ROW - 8}
                timing={timing}
                prefix={name}
                palette={palette}
              />
            ))}
          </Clickable>,
          ...whisker({ x: scale(total.min), y: y + 11 }, { x: end, y: y + 11 }, palette),
          text(shortAmount(total), { x: end + 8, y: y + 15, size: SIZE, fill: palette.ink }),
        ];
      }),
    ],
  };
}

/** The pieces of a bar. The mouse opens it here; the keyboard does so in the table beside the picture. */
function Clickable({
  chart,
  at,
  children,
}: {
  readonly chart: Bars;
  readonly at: number;
  readonly children: JSX.Element[];
}): JSX.Element {
  const { open } = chart;
  const opens = open === undefined ? {} : { class: "bar", onClick: () => open(at) };
  return <g {...opens}>{children}</g>;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function Piece({
  x,
  y,
  width,
  height,
  timing,
  prefix,
  palette,
}: Rectangle & { readonly timing: Timing; readonly prefix: string; readonly palette: Palette }): JSX.Element {
  return (
    <rect
      x={round(x)}
      y={round(y)}
      width={round(Math.max(1, width))}
      height={round(Math.max(1, height))}
      fill={timingFill(timing, prefix)}
      stroke={palette.timing[timing]}
      stroke-width={1}
    />
  );
}

/** A line from what is known at least to what it may come to; nothing where both are the same. */
function whisker(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  palette: Palette,
): readonly JSX.Element[] {
  if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) < 1) return [];
  return [
    <line
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      stroke={palette.ink}
      stroke-width={1.5}
      stroke-dasharray="3 3"
    />,
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
