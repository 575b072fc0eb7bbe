import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import {
  integratedHoldings,
  integratedOwnership,
} from "../../../src/ownership/integrated-ownership/integrated-ownership.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";

const DAY = parseDay(ASKED_ON);

async function shares(edges: readonly Edge[]) {
  const view = await viewOfEdges(edges);
  return (owner: string, company: string) =>
    integratedOwnership(view, party(view, owner), party(view, company), DAY);
}

const point = (share: number) => ({
  closedLoop: false,
  converged: true,
  share: {
    min: expect.closeTo(share, 12),
    max: expect.closeTo(share, 12),
    minExclusive: false,
    maxExclusive: false,
  },
});

const CLOSED = { closedLoop: true, converged: true, share: null };

describe("the worked table of integrated ownership", () => {
  it("multiplies along a chain: .6 of .5 is .3", async () => {
    const of = await shares([
      ["P", "A", "60"],
      ["A", "B", "50"],
    ]);
    expect(of("P", "B")).toEqual(point(0.3));
    expect(of("B", "P")).toEqual(point(0));
  });

  it("adds the ways of a diamond: .5 of .4 and .5 of .6 are .5", async () => {
    const of = await shares([
      ["P", "A", "50"],
      ["P", "B", "50"],
      ["A", "D", "40"],
      ["B", "D", "60"],
    ]);
    expect(of("P", "D")).toEqual(point(0.5));
  });

  it("gives the IRS's example of Form 1065 Schedule B-1: .15 + .5 of .7 are .5", async () => {
    const of = await shares([
      ["A", "B", "50"],
      ["A", "C", "15"],
      ["B", "C", "70"],
    ]);
    expect(of("A", "C")).toEqual(point(0.5));
  });

  it("gives treasury shares to the holders: .9 of .9", async () => {
    const of = await shares([
      ["P", "A", "90"],
      ["A", "A", "10"],
    ]);
    expect(of("P", "A")).toEqual(point(1));
    expect(of("A", "A")).toEqual(point(0.1));
  });

  it("is exact to the last digit that is given where a ring holds nearly all of itself", async () => {
    for (const inside of ["85", "97", "99.94", "99.9997"]) {
      const left = (100 - Number(inside)).toFixed(4);
      const of = await shares([
        ["P", "A", (Number(left) * 0.3).toFixed(6)],
        ["Q", "A", (Number(left) * 0.7).toFixed(6)],
        ["B", "A", inside],
        ["A", "B", "100"],
      ]);
      expect(of("P", "B").share).toMatchObject({ min: 0.3, max: 0.3 });
    }
  });

  it("goes round a ring without returning to the holder", async () => {
    const of = await shares([
      ["P", "A", "50"],
      ["A", "B", "100"],
      ["B", "C", "100"],
      ["C", "A", "50"],
    ]);
    for (const company of ["A", "B", "C"]) expect(of("P", company)).toEqual(point(1));
    expect(of("A", "C")).toEqual(point(1));
    expect(of("C", "A")).toEqual(point(0.5));
  });

  it("has no number in a closed loop, and one for whoever stands outside", async () => {
    const of = await shares([
      ["A", "B", "100"],
      ["B", "A", "100"],
      ["P", "C", "50"],
      ["A", "C", "50"],
    ]);
    for (const pair of ["AB", "BA", "AA", "AC", "BC"]) {
      expect(of(pair[0] as string, pair[1] as string)).toEqual(CLOSED);
    }
    expect(of("P", "C")).toEqual(point(0.5));
    expect(of("P", "A")).toEqual(point(0));
    expect(of("A", "P")).toEqual(point(0));
  });

  it("calls a company that owns itself wholly a closed loop, not one that a closed loop owns", async () => {
    const of = await shares([
      ["A", "A", "100"],
      ["A", "B", "100"],
      ["B", "C", "100"],
    ]);
    expect(of("A", "A")).toEqual(CLOSED);
    expect(of("A", "C")).toEqual(CLOSED);
    expect(of("B", "C")).toEqual(point(1));
  });

  it("bounds two unknown shares in a cycle by 1", async () => {
    const of = await shares([
      ["P", "A", ""],
      ["Q", "A", "[0,30]"],
      ["A", "B", "[0,80]"],
      ["B", "A", "[0,70]"],
      ["P", "B", "20"],
    ]);
    expect(of("P", "A").share).toMatchObject({ min: 0, max: 1 });
    expect(of("P", "B").share?.max).toBeLessThanOrEqual(1);
  });

  it("reads PartOf and shares of a state that controls a ministry (Gasgrid)", async () => {
    const of = await shares([
      ["State", "Ministry", "controls"],
      ["Ministry", "K", "100"],
      ["K", "G", "76.5"],
      ["Ministry", "G", "23.5"],
    ]);
    expect(of("Ministry", "G")).toEqual(point(1));
    expect(of("State", "G").share).toMatchObject({ min: 0, max: 1 });
  });
});

describe("intervals and bad data", () => {
  it("takes the best split, not the sum of the upper bounds", async () => {
    // P holds up to 60 of A and of B; together they hold up to 100 of C.
    const of = await shares([
      ["P", "A", "[50,60]"],
      ["P", "B", "[10,20]"],
      ["A", "C", "[20,70]"],
      ["B", "C", "[20,70]"],
    ]);
    // Lower: .2 of .5 and .2 of .1. Upper: .7 of .6 and the .3 left of .2.
    expect(of("P", "C").share?.min).toBeCloseTo(0.12, 12);
    expect(of("P", "C").share?.max).toBeCloseTo(0.48, 12);
  });

  it("lets two unknown companies that may hold each other own nothing of themselves", async () => {
    const of = await shares([
      ["P", "A", "[0,10]"],
      ["A", "B", ""],
      ["B", "A", ""],
    ]);
    expect(of("P", "B").share).toMatchObject({ min: 0, max: 1 });
    expect(of("Q", "B")).toEqual(point(0));
  });

  it("counts known shares above 100 as unknown", async () => {
    const of = await shares([
      ["P", "A", "80"],
      ["Q", "A", "80"],
    ]);
    expect(of("P", "A").share).toMatchObject({ min: 0, max: 1 });
  });

  it("keeps its precision where all but a billionth goes round in a circle", async () => {
    const of = await shares([
      ["P", "A", "0.0000001"],
      ["B", "A", "99.9999999"],
      ["A", "B", "100"],
    ]);
    expect(of("P", "A")).toEqual(point(1));
    expect(of("P", "B")).toEqual(point(1));
  });

  it("gives the same for all holdings at once", async () => {
    const view = await viewOfEdges([
      ["P", "A", "60"],
      ["A", "B", "[10,50]"],
      ["B", "A", "30"],
      ["P", "C", ""],
    ]);
    const holdings = runToCompletion(integratedHoldings(view, party(view, "P"), DAY));
    expect(holdings.size).toBe(3);
    for (const [company, share] of holdings)
      expect(share).toEqual(integratedOwnership(view, party(view, "P"), company, DAY));
  });
});
