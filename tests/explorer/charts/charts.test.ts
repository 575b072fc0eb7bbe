import fc from "fast-check";
import { type ComponentChildren, Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Timing } from "../../../src/explorer/api/documents.generated.js";
import { fullAmount, shortAmount, sumOf } from "../../../src/explorer/charts/amount.js";
import { drawFlagLanes, type FlagLane } from "../../../src/explorer/charts/flag-lanes.js";
import { drawHeatMap, heatMapWidth } from "../../../src/explorer/charts/heat-map.js";
import { drawNetwork } from "../../../src/explorer/charts/network.js";
import type { LineMark } from "../../../src/explorer/charts/network-terms.js";
import { LIGHT } from "../../../src/explorer/charts/palette.js";
import { type Picture, StandalonePicture } from "../../../src/explorer/charts/picture.js";
import { type Bar, drawColumns, drawRows } from "../../../src/explorer/charts/stacked-bars.js";
import { linesOf, widthOf } from "../../../src/explorer/charts/svg-text.js";
import { texts } from "../../../src/explorer/texts/english.js";
import { explore as exploreTexts } from "../../../src/explorer/texts/explore.js";

const toHtml = (children: ComponentChildren) => renderToString(h(Fragment, null, children));

interface Element {
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a name, as they are written. */
function all(children: ComponentChildren, tag: string): readonly Element[] {
  return [...toHtml(children).matchAll(new RegExp(`<${tag}\\b([^>]*)>`, "g"))].map(([, written = ""]) => ({
    attributes: Object.fromEntries(
      [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    ),
  }));
}

const { legend } = exploreTexts;
const WORDS = { families: legend.families, marks: legend, kinds: texts.kinds, arrow: legend.arrow };

const number = (markup: Element, name: string) => Number(markup.attributes[name] ?? 0);

describe("amounts", () => {
  it("are told shortly in a picture and in full in a table, bounds included", () => {
    const open = { min: 4_800_000, max: null };
    const between = { min: 1_000_000, max: 2_000_000 };
    expect([open, between, { min: 500_000, max: 500_000 }].map(shortAmount)).toEqual([
      "4.8M+",
      "1M–2M",
      "500K",
    ]);
    expect(
      [
        { min: 0, max: 5_000 },
        { min: 0, max: null },
      ].map(fullAmount),
    ).toEqual(["up to 5,000", "not known"]);
    expect([open, between, { min: 500_000, max: 500_000 }].map(fullAmount)).toEqual([
      "4,800,000 or more",
      "1,000,000 to 2,000,000",
      "500,000",
    ]);
    expect(sumOf([open, between])).toEqual({ min: 5_800_000, max: null });
    expect(sumOf([between, between])).toEqual({ min: 2_000_000, max: 4_000_000 });
  });
});

describe("bars", () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 1e7 }), fc.option(fc.integer({ min: 0, max: 1e7 })))
    .map(([min, more]) => ({ min, max: more === null ? null : min + more }));
  const bar: fc.Arbitrary<Bar> = fc.record({
    label: fc.string({ minLength: 1, maxLength: 40 }),
    parts: fc.dictionary(
      fc.constantFrom<Timing>("CONCURRENT", "POSSIBLY_CONCURRENT", "AFTER", "BEFORE", "UNDATED"),
      amount,
    ),
  });
  const chart = (bars: readonly Bar[]) => ({ name: "test", bars, unit: "US dollars", words: texts.timing });

  it.each([
    ["columns", drawColumns],
    ["rows", drawRows],
  ] as const)("as %s stay within their width and height, at any width", (_, draw) => {
    fc.assert(
      fc.property(
        fc.array(bar, { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 280, max: 1600 }),
        (bars, width) => {
          const { height, body } = draw(chart(bars), width, LIGHT);
          for (const rect of all(body, "rect").filter(
            ({ attributes }) => attributes.stroke !== undefined && attributes.x !== "6",
          )) {
            expect(number(rect, "x")).toBeGreaterThanOrEqual(0);
            expect(number(rect, "x") + number(rect, "width")).toBeLessThanOrEqual(width + 1);
            expect(number(rect, "y") + number(rect, "height")).toBeLessThanOrEqual(height + 1);
          }
        },
      ),
    );
  });

  it("are as long as their parts are large, in the order of their timing", () => {
    const parts = { BEFORE: { min: 100, max: 100 }, CONCURRENT: { min: 300, max: 300 } };
    const { body } = drawRows(chart([{ label: "a", parts }]), 800, LIGHT);
    const [first, second] = all(body, "rect").filter(({ attributes }) => attributes.height === "22");
    expect(first?.attributes.fill).toBe("url(#test-concurrent)");
    expect(number(first as Element, "width") / number(second as Element, "width")).toBeCloseTo(3, 1);
    expect(number(second as Element, "x")).toBeCloseTo(
      number(first as Element, "x") + number(first as Element, "width"),
      0,
    );
  });

  it("carry a dashed line to what an amount may come to", () => {
    const dashed = (max: number) =>
      all(
        drawColumns(chart([{ label: "2019", parts: { BEFORE: { min: 100, max } } }]), 600, LIGHT).body,
        "line",
      ).filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined).length;
    expect(dashed(100)).toBe(0);
    expect(dashed(200)).toBe(1);
  });
});

describe("a heat map", () => {
  const map = {
    rows: ["MIT", "Berkeley"],
    columns: ["Huawei", "ZTE"],
    cells: [
      { row: 0, column: 0, min: 1, max: 1 },
      { row: 1, column: 1, min: 1000, max: 2000 },
    ],
  };

  it("writes the number into every cell, the darkest for the most, and a dot where there is nothing", () => {
    const { body } = drawHeatMap(map, heatMapWidth(map), LIGHT);
    const cells = all(body, "rect");
    const [least, most] = [LIGHT.heat[0], LIGHT.heat[4]];
    // The cells, then what the shades stand for.
    expect(cells.map(({ attributes }) => attributes.fill)).toEqual([least, most, least, most]);
    expect(all(body, "circle")).toHaveLength(2);
    expect(toHtml(body)).toContain(">1K–2K<");
  });

  it("gives a page's cells what the page wants, and a file's nothing", () => {
    const cellAttributes = () => ({ role: "button" }) as const;
    expect(toHtml(drawHeatMap({ ...map, cellAttributes }, 600, LIGHT).body)).toContain('role="button"');
    expect(toHtml(drawHeatMap(map, 600, LIGHT).body)).not.toContain("role");
  });
});

describe("lanes of probes and listings", () => {
  const lane: FlagLane = {
    title: "United States v. Someone",
    about: "Probe, on Someone: open",
    outcome: "Outcome: none on record by that day",
    answered: "Answered: Someone denied it 3 times",
    from: 18_000,
    to: 19_000,
    isOpen: true,
    events: [18_000, 18_500],
    replies: [18_100],
  };

  it("tell what came of each and what was answered beside its title, and mark every event and reply", () => {
    const { body } = drawFlagLanes({ lanes: [lane, lane], words: texts.dashboard.flags.words }, 900, LIGHT);
    const html = toHtml(body);
    expect(
      html.match(/Outcome: none on record by that day\. Answered: Someone denied it 3 times\./g),
    ).toHaveLength(2);
    // One sample of each in the legend.
    expect(all(body, "circle")).toHaveLength(2 * 2 + 1);
    expect(all(body, "polygon")).toHaveLength(2 * 1 + 1);
  });
});

it("draws nothing of nothing, at a height of its own", () => {
  const empty = { name: "test", bars: [], unit: "euros", words: texts.timing };
  for (const { height } of [
    drawColumns(empty, 600, LIGHT),
    drawRows(empty, 600, LIGHT),
    drawHeatMap({ rows: [], columns: [], cells: [] }, 600, LIGHT),
    drawFlagLanes({ lanes: [], words: texts.dashboard.flags.words }, 600, LIGHT),
    drawNetwork({ entities: [], lines: [], words: WORDS }, 600, LIGHT),
  ])
    expect(Number.isFinite(height) && height >= 0).toBe(true);
});

describe("a canvas as a picture", () => {
  const entity = (id: string, x: number, kind: "UNIVERSITY" | "COMPANY") => ({
    id,
    kind,
    name: id,
    x,
    y: 0,
    radius: 8,
  });
  const line = { from: "a", to: "b", family: "money", hasDirection: true, label: "money", width: 2 } as const;
  const network = (mark: LineMark) => ({
    entities: [entity("a", 0, "COMPANY"), entity("b", 200, "UNIVERSITY")],
    lines: [{ ...line, mark }],
    words: WORDS,
  });

  it.each([
    ["certain", undefined],
    ["uncertain", "9 6"],
    ["alleged", "2.5 5"],
  ] as const)("draws what is %s with dashes of %s and says so in its legend", (mark, dashes) => {
    const { body } = drawNetwork(network(mark), 600, LIGHT);
    expect(all(body, "path").map(({ attributes }) => attributes["stroke-dasharray"])).toEqual([dashes]);
    expect(toHtml(body)).toContain(WORDS.marks[mark]);
  });

  it("spreads lines between the same two, and draws what has ended in grey", () => {
    const two = {
      ...network("ended"),
      lines: [
        { ...line, mark: "ended" },
        { ...line, mark: "certain" },
      ] as const,
    };
    const paths = all(drawNetwork(two, 600, LIGHT).body, "path");
    expect(new Set(paths.map(({ attributes }) => attributes.d)).size).toBe(2);
    expect(paths[0]?.attributes.stroke).toBe(LIGHT.soft);
  });
});

describe("a picture that stands alone", () => {
  const picture: Picture = {
    name: "test",
    title: "Who <b>gave</b> & took",
    description: "d",
    draw: () => ({ height: 10, body: [] }),
    notes: ["Someone denied it."],
    caption: [
      "From the dossier D.",
      "As of 4 April 2019, as known on 24 November 2026. Exposure graph, graph version 7.",
    ],
    data: { columns: [], rows: [] },
  };

  it("carries title, notes, sources, clocks and version, every text as text and every colour as an attribute", () => {
    const svg = toHtml(h(StandalonePicture, { picture, width: 500, palette: LIGHT }));
    for (const words of [
      "Who &lt;b>gave&lt;/b> &amp; took",
      "Someone denied it.",
      "From the dossier D.",
      "graph version 7.",
    ])
      expect(svg).toContain(words);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/style=|var\(/);
  });

  it("breaks lines where they would run out", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 120, max: 800 }), (words, width) => {
        const lines = linesOf(words, width, 13);
        expect(lines.join(" ")).toBe(words);
        for (const line of lines)
          if (line.includes(" ")) expect(widthOf(line, 13)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
