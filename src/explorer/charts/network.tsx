import type { JSX } from "preact";
import type { EntityKind } from "../api/documents.generated.js";
import type { RelationFamily } from "../api/relation-kinds.js";
import { drawLegend } from "./legend.js";
import { namesShown } from "./names.js";
import { curvesOf, LineName, NetworkLineShape } from "./network-lines.js";
import { DASH_OF, type LineMark, type NetworkEntity, type NetworkLine } from "./network-terms.js";
import type { Palette } from "./palette.js";
import type { Drawn } from "./picture.js";
import { EntityShape } from "./shape.js";
import { cutTo, linesOf, text, widthOf } from "./svg-text.js";

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

const MARGIN = 80;
const NAME = 12;
const MOST_LINE_NAMES = 40;

/** Entities and lines as the canvas shows them, whole, with the legend under them. */
export function drawNetwork(network: Network, width: number, palette: Palette): Drawn {
  const { entities, lines } = network;
  const frame = frameOf(entities, width);
  const placed = new Map(entities.map((entity) => [entity.id, { ...entity, ...frame.place(entity) }]));
  const curves = curvesOf(lines, placed);
  const legend = legendOf(network, width, palette);
  return {
    height: frame.height + legend.height,
    body: [
      ...curves.map((curve) => <NetworkLineShape curve={curve} palette={palette} />),
      ...[...placed.values()].map(({ kind, x, y, radius }) => (
        <EntityShape kind={kind} x={x} y={y} radius={radius * frame.symbols} fill={palette.kind[kind]} />
      )),
      ...(lines.length <= MOST_LINE_NAMES
        ? curves.map((curve) => <LineName curve={curve} palette={palette} />)
        : []),
      <Names entities={[...placed.values()]} symbols={frame.symbols} palette={palette} />,
      <g transform={`translate(0 ${frame.height})`}>{legend.body}</g>,
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

/** Names under their symbols, larger ones first; one that would lie on another is left out, and the table has it. */
function Names({
  entities,
  symbols,
  palette,
}: {
  readonly entities: readonly NetworkEntity[];
  readonly symbols: number;
  readonly palette: Palette;
}): JSX.Element {
  const named = entities
    .map(({ id, name, x, y, radius }) => {
      const words = cutTo(name, 210, NAME);
      return { id, words, x, y, radius: radius * symbols, width: widthOf(words, NAME) };
    })
    .sort((a, b) => b.radius - a.radius);
  const shown = namesShown(named);
  return (
    <>
      {named
        .filter(({ id }) => shown.has(id))
        .map(({ words, x, y, radius }) =>
          text(words, {
            x,
            y: y + radius + 14,
            size: NAME,
            fill: palette.ink,
            anchor: "middle",
            rim: palette.paper,
          }),
        )}
    </>
  );
}

function legendOf({ entities, lines, words }: Network, width: number, palette: Palette): Drawn {
  const kinds = unique(entities.map(({ kind }) => kind));
  const families = unique(lines.filter(({ mark }) => mark !== "ended").map(({ family }) => family));
  const marks = unique(lines.map(({ mark }) => mark));
  const { height, body } = drawLegend(
    [
      ...kinds.map((kind) => ({
        sign: <EntityShape kind={kind} x={18} y={-4} radius={7} fill={palette.kind[kind]} />,
        words: words.kinds[kind],
      })),
      ...families.map((family) => ({
        sign: <Sample stroke={palette.family[family]} dashes={null} width={2.5} />,
        words: words.families[family],
      })),
      ...marks.map((mark) => ({
        sign: <Sample stroke={palette.soft} dashes={DASH_OF[mark]} width={mark === "ended" ? 1 : 2.5} />,
        words: words.marks[mark],
      })),
    ],
    width,
    palette,
  );
  if (!lines.some(({ hasDirection }) => hasDirection)) return { height, body };
  const arrows = linesOf(words.arrow, width, NAME);
  return {
    height: height + arrows.length * 17 + 4,
    body: [
      ...body,
      ...arrows.map((line, at) =>
        text(line, { x: 0, y: height + 13 + at * 17, size: NAME, fill: palette.soft }),
      ),
    ],
  };
}

function Sample({
  stroke,
  dashes,
  width,
}: {
  readonly stroke: string;
  readonly dashes: string | null;
  readonly width: number;
}): JSX.Element {
  return (
    <line
      x1={0}
      y1={-4}
      x2={28}
      y2={-4}
      stroke={stroke}
      stroke-width={width}
      stroke-dasharray={dashes ?? undefined}
    />
  );
}

function unique<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort();
}
