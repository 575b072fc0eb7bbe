import type { JSX } from "preact";

export const FONT =
  "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif";

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: number;
  /** A rim of this colour, so that lines behind the words do not cross them out. */
  readonly rim?: string;
}

/** A line of text in a picture. */
export function text(words: string, { x, y, size, fill, anchor, weight, rim }: TextPlace): JSX.Element {
  return (
    <text
      x={Math.round(x * 10) / 10}
      y={Math.round(y * 10) / 10}
      fill={fill}
      font-family={FONT}
      font-size={size}
      font-weight={weight}
      text-anchor={anchor === "start" ? undefined : anchor}
      {...(rim === undefined
        ? {}
        : { stroke: rim, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" })}
    >
      {words}
    </text>
  );
}

/**
 * Widths of letters in parts of the size: narrow, wide, capital, Chinese, and all others. For the widest of the common sans
 * serifs (DejaVu, Verdana), so that nothing runs out of a picture whatever font is there.
 */
const NARROW = /[ijl.,:;'’|!()[\]/ftr ]/;
const WIDE = /[mwMW@%&—]/;
const CAPITAL = /[A-Z0-9$€£#?_=+]/;
const FULL = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** About how wide a text is in pixels: pictures are also drawn where there is no browser to measure it. */
export function widthOf(words: string, size: number): number {
  let width = 0;
  for (const letter of words) {
    if (FULL.test(letter)) width += 1;
    else if (NARROW.test(letter)) width += 0.38;
    else if (WIDE.test(letter)) width += 0.95;
    else if (CAPITAL.test(letter)) width += 0.69;
    else width += 0.61;
  }
  return width * size;
}

/** A text in lines no wider than `width`; a word that is wider stands alone. */
export function linesOf(words: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`, size) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cutTo(words: string, width: number, size: number): string {
  if (widthOf(words, size) <= width) return words;
  let cut = words;
  while (cut.length > 1 && widthOf(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
