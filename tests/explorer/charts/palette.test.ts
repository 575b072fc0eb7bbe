import { describe, expect, it } from "vitest";
import { DARK, LIGHT, type Palette, paletteRule, STYLED } from "../../../src/explorer/charts/palette.js";

/** Contrast of two colours as WCAG 2.2 defines it: (lighter + 0.05) / (darker + 0.05) of their relative luminance. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The grounds of the page on which a picture may stand: the card of pictures and the paper around it (components/base.css). */
const GROUNDS = { light: ["#ffffff", "#fcfbf8", "#f3f1eb"], dark: ["#1c1f23", "#15171a", "#101214"] };

describe.each([
  ["light", LIGHT, GROUNDS.light],
  ["dark", DARK, GROUNDS.dark],
] as const)("the colours of pictures on %s ground", (_, palette: Palette, grounds) => {
  it("measures black on white as 21", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });

  it.each(grounds)("keep 3:1 for every node, line and bar on %s", (ground) => {
    const faint = [palette.kind, palette.family, palette.timing]
      .flatMap((colours) => Object.entries(colours))
      .filter(([, colour]) => contrast(colour, ground) < 3)
      .map(([name, colour]) => `${name} ${colour}: ${contrast(colour, ground).toFixed(2)}`);
    expect(faint).toEqual([]);
  });

  it.each(grounds)("keep 4.5:1 for words on %s", (ground) => {
    for (const ink of [palette.ink, palette.soft, palette.accent]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("keep 4.5:1 for the number in every cell of a heat map, and grow from step to step", () => {
    const onPaper = palette.heat.map((step, at) => {
      expect(contrast(step, palette.onHeat[at] as string), step).toBeGreaterThanOrEqual(4.5);
      return contrast(step, palette.paper);
    });
    expect(onPaper).toEqual([...onPaper].sort((a, b) => a - b));
  });
});

it("gives every colour of a page by the variable that the rule declares", () => {
  const rule = paletteRule();
  const used = JSON.stringify(STYLED).match(/--[\w-]+/g) ?? [];
  expect(used.length).toBeGreaterThan(30);
  for (const name of used) expect(rule).toContain(`${name}:light-dark(#`);
});
