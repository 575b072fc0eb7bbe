import type { EntityKind } from "../api/documents.generated.js";
import { h, type Markup } from "../looks/markup.js";
import { namesShown } from "./names.js";
import type { Palette, RelationFamily } from "./palette.js";
import type { Drawn } from "./picture.js";
import { shapeOf } from "./shape.js";
import { cutTo, text, widthOf } from "./svg-text.js";

/** How a line is drawn: full; in dashes where a day or a share is uncertain; in dots where it is alleged; pale where over. */
export type LineMark = "certain" | "uncertain" | "alleged" | "ended";

export interface NetworkEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Pixels at natural size. */
  readonly radius: number;
}

export interface NetworkLine {
  readonly from: string;
  readonly to: string;
  readonly family: RelationFamily;
  readonly mark: LineMark;
  readonly hasDirection: boolean;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
}

export interface Network {
  readonly entities: readonly NetworkEntity[];
  readonly lines: readonly NetworkLine[];
  /** Words beside each sample of the legend. */
  readonly words: {
    readonly families: Readonly<Record<RelationFamily, string>>;
    readonly marks: Readonly<Record<LineMark, string>>;
    readonly kinds: Readonly<Record<EntityKind, string>>;
    readonly arrow: string;
  };
}

/** Pixels of dash and of gap; null: a full line. */
export const DASH_OF: Readonly<Record<LineMark, string | null>> = {
  certain: null,
  ended: null,
  uncertain: "9 6",
  alleged: "2.5 5",
};

const MARGIN = 80;
const NAME = 12;
const LINE_NAME = 11;
const MOST_LINE_NAMES = 40;
/** How far lines between the same two lie apart. */
const SPREAD = 34;

/** The colour of a line; what is over is grey. */
export function lineColour({ family, mark }: Pick<NetworkLine, "family" | "mark">, palette: Palette): string {
  return mark === "ended" ? palette.soft : palette.family[family];
}

/** Entities and lines as the canvas shows them, whole, with the legend under them. */
export function drawNetwork(network: Network, width: number, palette: Palette): Drawn {
  const { entities, lines } = network;
  const frame = frameOf(entities, width);
  const placed = new Map(entities.map((entity) => [entity.id, { ...entity, ...frame.place(entity) }]));
  const curves = curvesOf(lines, placed);
  const legend = legendOf(network, width, palette);
  const names = namesOf([...placed.values()], frame.symbols, palette);
  return {
    height: frame.height + legend.height,
    body: [
      ...curves.map((curve) => lineMarkup(curve, palette)),
      ...[...placed.values()].map(({ kind, x, y, radius }) =>
        shapeOf(kind, { x, y, radius: radius * frame.symbols, fill: palette.kind[kind] }),
      ),
      ...(lines.length <= MOST_LINE_NAMES ? curves.map((curve) => lineName(curve, palette)) : []),
      ...names,
      h("g", { transform: `translate(0 ${frame.height})` }, legend.body),
    ],
  };
}

interface Frame {
  readonly height: number;
  /** How much smaller symbols are drawn than their natural size. */
  readonly symbols: number;
  place(at: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number };
}

function frameOf(entities: readonly NetworkEntity[], width: number): Frame {
  const [xs, ys] = [entities.map(({ x }) => x), entities.map(({ y }) => y)];
  const [left, right, top, bottom] = [
    Math.min(0, ...xs),
    Math.max(0, ...xs),
    Math.min(0, ...ys),
    Math.max(0, ...ys),
  ];
  const scale = Math.min(1.2, (width - 2 * MARGIN) / Math.max(1, right - left));
  const aside = (width - (right - left) * scale) / 2;
  return {
    height: Math.round((bottom - top) * scale) + MARGIN,
    symbols: Math.min(1, Math.max(0.35, scale ** 0.4)),
    place: ({ x, y }) => ({ x: aside + (x - left) * scale, y: MARGIN / 2 + (y - top) * scale }),
  };
}

type Placed = NetworkEntity;

interface Curve {
  readonly line: NetworkLine;
  readonly from: Placed;
  readonly to: Placed;
  /** The point that bends it. */
  readonly bend: { readonly x: number; readonly y: number };
}

/** Lines between the same two are spread side by side. */
function curvesOf(lines: readonly NetworkLine[], placed: ReadonlyMap<string, Placed>): readonly Curve[] {
  const parallel = new Map<string, NetworkLine[]>();
  for (const line of lines) {
    const key = [line.from, line.to].sort().join(" ");
    parallel.set(key, [...(parallel.get(key) ?? []), line]);
  }
  return [...parallel.values()].flatMap((group) =>
    group.flatMap((line, at): Curve[] => {
      const [from, to] = [placed.get(line.from), placed.get(line.to)];
      if (from === undefined || to === undefined || from === to) return [];
      const offset = (at - (group.length - 1) / 2) * SPREAD * 2 * (line.from < line.to ? 1 : -1);
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      const bend = {
        x: (from.x + to.x) / 2 - (dy / length) * offset,
        y: (from.y + to.y) / 2 + (dx / length) * offset,
      };
      return [{ line, from, to, bend }];
    }),
  );
}

function lineMarkup({ line, from, to, bend }: Curve, palette: Palette): Markup {
  const colour = lineColour(line, palette);
  const start = towards(from, bend, from.radius + 2);
  const end = towards(to, bend, to.radius + (line.hasDirection ? 10 : 2));
  const path = `M${point(start)} Q${point(bend)} ${point(end)}`;
  return h(
    "g",
    {},
    h("path", {
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": line.width,
      "stroke-dasharray": DASH_OF[line.mark],
    }),
    line.hasDirection && arrow(bend, to, colour),
  );
}

function arrow(bend: { x: number; y: number }, to: Placed, colour: string): Markup {
  const tip = towards(to, bend, to.radius + 2);
  const back = towards(to, bend, to.radius + 11);
  const [dx, dy] = [(tip.x - back.x) / 9, (tip.y - back.y) / 9];
  const corners = [
    tip,
    { x: back.x - dy * 4.5, y: back.y + dx * 4.5 },
    { x: back.x + dy * 4.5, y: back.y - dx * 4.5 },
  ];
  return h("polygon", { points: corners.map(point).join(" "), fill: colour });
}

function lineName({ line, from, to, bend }: Curve, palette: Palette): Markup {
  // The middle of a quadratic curve lies half-way between its chord and its bend.
  const x = (from.x + to.x) / 4 + bend.x / 2;
  const y = (from.y + to.y) / 4 + bend.y / 2;
  return onPaper(line.label, { x, y: y + 4, size: LINE_NAME, fill: palette.soft }, palette);
}

/** Names under their symbols, larger ones first; one that would lie on another is left out, and the table has it. */
function namesOf(entities: readonly Placed[], symbols: number, palette: Palette): readonly Markup[] {
  const named = entities
    .map(({ id, name, x, y, radius }) => {
      const words = cutTo(name, 170, NAME);
      return { id, words, x, y, radius: radius * symbols, width: widthOf(words, NAME) };
    })
    .sort((a, b) => b.radius - a.radius);
  const shown = namesShown(named);
  return named
    .filter(({ id }) => shown.has(id))
    .map(({ words, x, y, radius }) =>
      onPaper(words, { x, y: y + radius + 14, size: NAME, fill: palette.ink }, palette),
    );
}

/** Words with a rim of paper, so that lines behind them do not cross them out. */
function onPaper(
  words: string,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly fill: string },
  palette: Palette,
): Markup {
  const { attributes, children, tag } = text(words, { ...place, anchor: "middle" });
  return h(
    tag,
    {
      ...attributes,
      stroke: palette.paper,
      "stroke-width": 3.5,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    },
    ...children,
  );
}

function legendOf({ entities, lines, words }: Network, width: number, palette: Palette): Drawn {
  const kinds = unique(entities.map(({ kind }) => kind));
  const families = unique(lines.filter(({ mark }) => mark !== "ended").map(({ family }) => family));
  const marks = unique(lines.map(({ mark }) => mark));
  const samples = [
    ...kinds.map((kind) => ({
      sign: shapeOf(kind, { x: 9, y: -4, radius: 7, fill: palette.kind[kind] }),
      words: words.kinds[kind],
    })),
    ...families.map((family) => ({
      sign: sample(palette.family[family], null, 2.5),
      words: words.families[family],
    })),
    ...marks.map((mark) => ({
      sign: sample(palette.soft, DASH_OF[mark], mark === "ended" ? 1 : 2.5),
      words: words.marks[mark],
    })),
  ];
  let [x, y] = [0, 24];
  const body = samples.map(({ sign, words: label }) => {
    const room = 36 + widthOf(label, NAME) + 22;
    if (x > 0 && x + room > width) [x, y] = [0, y + 22];
    const group = h(
      "g",
      { transform: `translate(${Math.round(x)} ${y})` },
      sign,
      text(label, { x: 34, y: 0, size: NAME, fill: palette.ink }),
    );
    x += room;
    return group;
  });
  const hasArrow = lines.some(({ hasDirection }) => hasDirection);
  return {
    height: y + (hasArrow ? 30 : 8),
    body: [
      ...body,
      ...(hasArrow ? [text(words.arrow, { x: 0, y: y + 24, size: NAME, fill: palette.soft })] : []),
    ],
  };
}

function sample(stroke: string, dashes: string | null, width: number): Markup {
  return h("line", {
    x1: 0,
    y1: -4,
    x2: 28,
    y2: -4,
    stroke,
    "stroke-width": width,
    "stroke-dasharray": dashes,
  });
}

function unique<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort();
}

/** A point at a distance from one place on the way to another. */
function towards(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  distance: number,
): { readonly x: number; readonly y: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: from.x + (dx / length) * distance, y: from.y + (dy / length) * distance };
}

function point({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
