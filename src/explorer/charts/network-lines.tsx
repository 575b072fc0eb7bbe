import type { JSX } from "preact";
import { DASH_OF, lineColour, type NetworkEntity, type NetworkLine } from "./network-terms.js";
import type { Palette } from "./palette.js";
import { text } from "./svg-text.js";

const LINE_NAME = 11;
/** How far lines between the same two lie apart. */
const SPREAD = 34;

/** A line with its ends and its bend, in pixels of the picture. */
export interface Curve {
  readonly line: NetworkLine;
  readonly from: NetworkEntity;
  readonly to: NetworkEntity;
  /** The point that bends it. */
  readonly bend: { readonly x: number; readonly y: number };
}

/** Lines between the same two are spread side by side. */
export function curvesOf(
  lines: readonly NetworkLine[],
  placed: ReadonlyMap<string, NetworkEntity>,
): readonly Curve[] {
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

/** A line with its arrow. */
export function NetworkLineShape({
  curve: { line, from, to, bend },
  palette,
}: {
  readonly curve: Curve;
  readonly palette: Palette;
}): JSX.Element {
  const colour = lineColour(line, palette);
  const start = towards(from, bend, from.radius + 2);
  const end = towards(to, bend, to.radius + (line.hasDirection ? 10 : 2));
  const path = `M${point(start)} Q${point(bend)} ${point(end)}`;
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={colour}
        stroke-width={line.width}
        stroke-dasharray={DASH_OF[line.mark] ?? undefined}
      />
      {line.hasDirection && <Arrow bend={bend} to={to} colour={colour} />}
    </g>
  );
}

function Arrow({
  bend,
  to,
  colour,
}: {
  readonly bend: { x: number; y: number };
  readonly to: NetworkEntity;
  readonly colour: string;
}): JSX.Element {
  const tip = towards(to, bend, to.radius + 2);
  const back = towards(to, bend, to.radius + 11);
  const [dx, dy] = [(tip.x - back.x) / 9, (tip.y - back.y) / 9];
  const corners = [
    tip,
    { x: back.x - dy * 4.5, y: back.y + dx * 4.5 },
    { x: back.x + dy * 4.5, y: back.y - dx * 4.5 },
  ];
  return <polygon points={corners.map(point).join(" ")} fill={colour} />;
}

/** The word on a line. */
export function LineName({
  curve: { line, from, to, bend },
  palette,
}: {
  readonly curve: Curve;
  readonly palette: Palette;
}): JSX.Element {
  // The middle of a quadratic curve lies half-way between its chord and its bend.
  const x = (from.x + to.x) / 4 + bend.x / 2;
  const y = (from.y + to.y) / 4 + bend.y / 2;
  return text(line.label, {
    x,
    y: y + 4,
    size: LINE_NAME,
    fill: palette.soft,
    anchor: "middle",
    rim: palette.paper,
  });
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
