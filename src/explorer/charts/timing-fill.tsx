import type { JSX } from "preact";
import type { Timing } from "../api/documents.generated.js";
import type { Sample } from "./legend.js";
import type { Palette } from "./palette.js";

/** From the strongest to none: the order in which they are stacked and listed. */
export const TIMINGS: readonly Timing[] = [
  "CONCURRENT",
  "POSSIBLY_CONCURRENT",
  "AFTER",
  "BEFORE",
  "UNDATED",
  "NO_FLAG",
];

/** How a part of a bar is filled, by its place in time; hatched differently, so that it is told without colour too. */
export function timingFill(timing: Timing, prefix: string): string {
  return `url(#${prefix}-${timing.toLowerCase()})`;
}

/** Strokes on each ground; none: a plain fill. */
const STROKES: Readonly<Record<Timing, string | null>> = {
  CONCURRENT: null,
  POSSIBLY_CONCURRENT: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
  AFTER: "M2 0V8M6 0V8",
  BEFORE: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  UNDATED: "M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z",
  NO_FLAG: "M0 4H3M5 4H8M4 0V3M4 5V8",
};

/** The fills as patterns, under names that begin with `prefix`: several pictures may be on a page. */
export function TimingPatterns({
  prefix,
  palette,
}: {
  readonly prefix: string;
  readonly palette: Palette;
}): JSX.Element {
  return (
    <defs>
      {TIMINGS.map((timing) => {
        const strokes = STROKES[timing];
        return (
          <pattern
            id={`${prefix}-${timing.toLowerCase()}`}
            patternUnits="userSpaceOnUse"
            width={8}
            height={8}
          >
            <rect width={8} height={8} fill={palette.timing[timing]} />
            {strokes !== null && (
              <path
                d={strokes}
                stroke={palette.paper}
                stroke-width={timing === "UNDATED" ? 1 : 1.2}
                fill="none"
              />
            )}
          </pattern>
        );
      })}
    </defs>
  );
}

/** A sample of each fill that is used, with its words. */
export function timingSamples(
  timings: readonly Timing[],
  words: Readonly<Record<Timing, string>>,
  { prefix, palette }: { readonly prefix: string; readonly palette: Palette },
): readonly Sample[] {
  return timings.map((timing) => ({
    sign: (
      <rect
        x={6}
        y={-11}
        width={20}
        height={14}
        fill={timingFill(timing, prefix)}
        stroke={palette.timing[timing]}
      />
    ),
    words: words[timing],
  }));
}
