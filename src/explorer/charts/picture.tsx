import type { JSX } from "preact";
import type { Palette } from "./palette.js";
import { linesOf, text } from "./svg-text.js";

/** What a picture shows, as rows for a file. */
export interface PictureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The columns, by their places, that a page has room for; all where absent. A file has all. */
  readonly inPage?: readonly number[];
  /** How a page words a cell that a file has as data; absent: as it is. */
  readonly inWords?: (cell: string | number | null, column: number) => string | number | null;
}

/** A picture's drawing at a width, with its own height. */
export interface Drawn {
  readonly height: number;
  readonly body: readonly JSX.Element[];
}

/** A picture: drawn at any width, in any colours, with what must stand beside it wherever it goes. */
export interface Picture {
  /** The beginning of its files' names. */
  readonly name: string;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  draw(width: number, palette: Palette): Drawn;
  /** What belongs under it: what was answered to what is alleged, what is not in it. */
  readonly notes: readonly string[];
  /** Sources, clocks and the graph's version. */
  readonly caption: readonly string[];
  readonly data: PictureData;
}

const MARGIN = 24;

/** The picture as one SVG that stands alone: title, drawing, notes and caption; all colours are attributes. */
export function StandalonePicture({
  picture,
  width,
  palette,
}: {
  readonly picture: Picture;
  readonly width: number;
  readonly palette: Palette;
}): JSX.Element {
  const inner = width - 2 * MARGIN;
  const { height, body } = picture.draw(inner, palette);
  const title = linesOf(picture.title, inner, 20);
  const notes = picture.notes.flatMap((note) => linesOf(note, inner, 13));
  const caption = picture.caption.flatMap((line) => linesOf(line, inner, 12));
  const bodyTop = MARGIN + title.length * 26 + 10;
  const notesTop = bodyTop + height + 24;
  const captionTop = notesTop + notes.length * 18 + (notes.length > 0 ? 12 : 0);
  const whole = captionTop + caption.length * 17 + MARGIN - 8;
  const words = (lines: readonly string[], top: number, step: number, size: number, fill: string) =>
    lines.map((line, at) => text(line, { x: MARGIN, y: top + at * step, size, fill }));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
      role="img"
      aria-labelledby={`${picture.name}-title ${picture.name}-desc`}
    >
      <title id={`${picture.name}-title`}>{picture.title}</title>
      <desc id={`${picture.name}-desc`}>{picture.description}</desc>
      <rect x={0} y={0} width={width} height={whole} fill={palette.paper} />
      {words(title, MARGIN + 18, 26, 20, palette.ink)}
      <g transform={`translate(${MARGIN} ${bodyTop})`}>{body}</g>
      {words(notes, notesTop, 18, 13, palette.ink)}
      {words(caption, captionTop, 17, 12, palette.soft)}
    </svg>
  );
}
