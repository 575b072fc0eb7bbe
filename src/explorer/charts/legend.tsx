import type { JSX } from "preact";
import type { Palette } from "./palette.js";
import type { Drawn } from "./picture.js";
import { text, widthOf } from "./svg-text.js";

/** A sample with words beside it; the sign stands left of x = 28, its middle at y = -4. */
export interface Sample {
  readonly sign: JSX.Element;
  readonly words: string;
}

const SIZE = 12;
const SIGN = 34;
const BETWEEN = 20;
const LINE = 22;

/** Samples beside each other, in as many lines as they need; no height where there are none. */
export function drawLegend(samples: readonly Sample[], width: number, palette: Palette): Drawn {
  let [x, y] = [0, 14];
  const body = samples.map(({ sign, words }) => {
    const room = SIGN + widthOf(words, SIZE);
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE];
    const group = (
      <g transform={`translate(${Math.round(x)} ${y})`}>
        {sign}
        {text(words, { x: SIGN, y: 0, size: SIZE, fill: palette.ink })}
      </g>
    );
    x += room + BETWEEN;
    return group;
  });
  return { height: samples.length === 0 ? 0 : y + 8, body };
}
