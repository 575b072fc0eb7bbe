import { describe, expect, it } from "vitest";
import { chooseNeighbours, countsByKind } from "../../../../src/explorer/views/explore/neighbours.js";
import { party, relation } from "./drawn-relation.js";

const HUB = "company:hub";
let next = 0;
const tie = (kind: "FUNDING" | "CONTROL" | "LINK", other: string, more: object = {}) =>
  relation({ id: String(next++), kind, from: party(HUB), to: party(other), ...more });

describe("the neighbours of an entity", () => {
  const relations = [
    tie("FUNDING", "university:a", { start: "2012" }),
    tie("FUNDING", "university:b", { start: "2018" }),
    tie("FUNDING", "university:c", { start: "2010" }),
    tie("FUNDING", "university:c", { start: "2011" }),
    tie("CONTROL", "company:x"),
    tie("LINK", "company:denied", { status: "DENIED" }),
  ];
  const nobody = () => false;

  it("are counted by kind before anything is drawn, without what a source denies", () => {
    expect(countsByKind(HUB, relations, (id) => id === "university:a")).toEqual([
      { kind: "FUNDING", relations: 4, others: 3, absent: 2 },
      { kind: "CONTROL", relations: 1, others: 1, absent: 1 },
    ]);
  });

  it("come in turn from each kind, those with the most relations first, then the latest", () => {
    const terms = { kinds: [], limit: 10, isShown: nobody };
    expect(chooseNeighbours(HUB, relations, terms)).toEqual({
      chosen: ["university:c", "company:x", "university:b", "university:a"],
      left: 0,
    });
  });

  it("come within a limit, and the rest is counted", () => {
    const terms = { kinds: ["FUNDING"] as const, limit: 1, isShown: (id: string) => id === "university:c" };
    expect(chooseNeighbours(HUB, relations, terms)).toEqual({ chosen: ["university:b"], left: 1 });
  });

  it("are the same whatever the order of the relations", () => {
    const terms = { kinds: [], limit: 3, isShown: nobody };
    expect(chooseNeighbours(HUB, relations.toReversed(), terms)).toEqual(
      chooseNeighbours(HUB, relations, terms),
    );
  });
});
