import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { controlAnswer } from "../../../src/questions/control.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";

async function ask(edges: readonly Edge[], controller: string, company: string) {
  const view = await viewOfEdges(edges, { also: [controller, company] });
  const answer = await controlAnswer(view, party(view, controller), party(view, company), parseDay(ASKED_ON));
  const proof = (await answer.proof()).map(({ from, to, forward }) => {
    const [a, b] = [from, to].map((id) => id.replace("company:", ""));
    return forward ? `${a}→${b}` : `${b}←${a}`;
  });
  return { ...answer, proof, text: await answer.explanation() };
}

describe("control with its reasons", () => {
  it("adds up votes held alone and through controlled companies", async () => {
    const edges: Edge[] = [
      ["a", "b", "51"],
      ["a", "c", "30"],
      ["b", "c", "25"],
      ["o", "c", "45"],
    ];
    const answer = await ask(edges, "a", "c");
    expect(answer).toMatchObject({ verdict: "YES", votes: { min: 0.55, max: 0.55 } });
    expect(answer.proof).toEqual(["a→c", "a→b", "b→c"]);
    expect(answer.text).toBe(
      "As of 1 October 2025 the claims in this collection show that company:a controls company:c. Votes in company:c lie with company:a with 30 per cent and company:b, which it controls, with 25 per cent. Together they come to 55 per cent, and control takes more than 50 per cent.",
    );
  });

  it("shows of a holder that counts by its votes the share, not that it belongs to the same group", async () => {
    const view = await viewOfEdges([
      ["a", "b", "60"],
      ["b", "a", "affiliated"],
    ]);
    const answer = await controlAnswer(view, party(view, "a"), party(view, "b"), parseDay(ASKED_ON));
    const { relations } = view.projection;
    const kinds = (await answer.proof()).map(({ relation }) => {
      const number = [...Array(relations.count).keys()].find((each) => relations.id(each) === relation);
      return relations.kindOf(number as number);
    });
    expect([answer.verdict, kinds]).toEqual(["YES", ["Ownership"]]);
  });

  it("shows of a pair the votes, not the greater economic share", async () => {
    const view = await viewOfEdges([
      ["a", "b", "90", { right: "economic" }],
      ["a", "b", "51", { right: "votes" }],
    ]);
    const answer = await controlAnswer(view, party(view, "a"), party(view, "b"), parseDay(ASKED_ON));
    expect((await answer.proof()).map(({ relation }) => relation.split("/e")[1])).toEqual(["1"]);
  });

  it("takes a statement at its word, and says that an affiliation leaves it open", async () => {
    const stated = await ask([["a", "b", "controls"]], "a", "b");
    expect(stated).toMatchObject({ verdict: "YES", proof: ["a→b"] });
    expect(stated.text).toContain("A source says that company:b is controlled by, or is part of, company:a.");
    const affiliated = await ask([["b", "a", "affiliated"]], "a", "b");
    expect(affiliated).toMatchObject({ verdict: "UNDETERMINED", proof: ["b←a"] });
    expect(affiliated.text).toContain("leaves it open");
    const part = await ask([["b", "a", "part of"]], "a", "b");
    expect(part.verdict).toBe("YES");
  });

  it("says of a NO what was counted, or that nothing was", async () => {
    const half = await ask([["a", "b", "50"]], "a", "b");
    expect(half).toMatchObject({ verdict: "NO", proof: ["a→b"] });
    expect(half.text).toContain(
      "Together they come to 50 per cent, and control takes more than 50 per cent.",
    );
    const nothing = await ask([["o", "b", "50"]], "a", "b");
    expect(nothing).toMatchObject({ verdict: "NO", proof: [] });
    expect(nothing.text).toContain("No votes");
  });

  it("reports votes above 100 and reads them as they are", async () => {
    const edges: Edge[] = [
      ["a", "b", "70"],
      ["o", "b", "70"],
    ];
    const answer = await ask(edges, "a", "b");
    expect(answer.verdict).toBe("YES");
    expect(answer.text).toContain("add up to 140 per cent");
  });
});
