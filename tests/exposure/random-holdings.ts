/** Small random ownership graphs with cycles, treasury shares, intervals and unknown shares. */
import fc from "fast-check";
import type { Holding } from "./naive/ownership.js";
import type { Edge } from "./ownership-graph.js";

export const COMPANIES = ["a", "b", "c", "d"] as const;
export const HOLDERS = [...COMPANIES, "x", "y"] as const;

/** Holdings of one company; known shares stay within 100 per cent. */
function holdingsOf(company: string, widths: fc.Arbitrary<number>): fc.Arbitrary<Holding[]> {
  const holding = fc.record({
    holder: fc.constantFrom(...HOLDERS),
    part: fc.integer({ min: 0, max: 100 }),
    width: widths,
  });
  return fc.uniqueArray(holding, { selector: ({ holder }) => holder, maxLength: 4 }).map((drawn) => {
    let left = 100;
    return drawn.map(({ holder, part, width }) => {
      const min = Math.floor((left * part) / 100);
      left -= min;
      return { holder, company, min, max: Math.min(100, min + width) };
    });
  });
}

function graph(widths: fc.Arbitrary<number>): fc.Arbitrary<readonly Holding[]> {
  return fc.tuple(...COMPANIES.map((company) => holdingsOf(company, widths))).map((each) => each.flat());
}

export const exactHoldings = graph(fc.constant(0));
export const uncertainHoldings = graph(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }), fc.constant(100)),
);

export function edgesOf(holdings: readonly Holding[]): readonly Edge[] {
  return holdings.map(({ holder, company, min, max }) => [
    holder,
    company,
    min === max ? `${min}` : `[${min},${max}]`,
  ]);
}
