import { describe, expect, it } from "vitest";
import { STORY } from "../dossier/folder-of.js";
import { money, sources, toldStory } from "./told-story.js";

const SOURCES = sources("letter-2019,College,A letter,https://example.net/a,2019-06-01,2026-01-05,A1");
const gift = (id: string, start: string, status: string, source: string) =>
  `${id},Funding,company:maker,university:north,500000,USD,gift,${start},,${status},${source},,,,,`;
const laboratory = (id: string, start: string, status: string, source: string) =>
  `${id},Collaboration,university:north,company:maker,,,joint_laboratory,${start},,${status},${source},,,,,`;
const told = (...lines: readonly string[]) => toldStory({ ...SOURCES, ...money(...lines) });

describe("the proofs of a finding, of which the group's is the first, come", () => {
  it("confirmed before reported, whatever they tell and when", async () => {
    const { proofs, proof } = await told(
      gift("a", "2020-05-20", "reported", "letter-2019"),
      laboratory("b", "2012-01-01", "confirmed", "gazette-2019"),
    );
    expect(proofs).toEqual(["b", "a"]);
    expect(proof).toBe("b");
  });

  it("then with money before other dealings", async () => {
    const { proofs, proof } = await told(
      laboratory("a", "2020-01-01", "confirmed", "letter-2019"),
      gift("b", "2012-05-20", "confirmed", "gazette-2019"),
    );
    expect(proofs).toEqual(["b", "a"]);
    expect(proof).toBe("b");
  });

  it("with the money of a part of the university before other dealings of it", async () => {
    const entities = `${STORY.entities}\norganization:lab,Organization,The Lab,,US,,`;
    const toldOfLab = (line: string) => line.replace("university:north", "organization:lab");
    const { proofs, proof } = await toldStory({
      ...SOURCES,
      entities,
      ...money(
        "p,PartOf,organization:lab,university:north,,,,,,confirmed,letter-2019,,,,,",
        toldOfLab(laboratory("a", "2020-01-01", "reported", "letter-2019")),
        toldOfLab(gift("b", "2012-05-20", "reported", "gazette-2019")),
      ),
    });
    expect(proofs).toEqual(["b", "a"]);
    expect(proof).toBe("b");
  });

  it("then by the higher grade of their best source", async () => {
    const { proofs, proof } = await told(
      gift("a", "2020-05-20", "confirmed", "gazette-2019"),
      gift("b", "2012-05-20", "confirmed", "gazette-2019;letter-2019"),
    );
    expect(proofs).toEqual(["b", "a"]);
    expect(proof).toBe("b");
  });

  it("then the newest first, and then by their ids", async () => {
    const { proofs, proof } = await told(
      gift("b", "2012-05-20", "confirmed", "letter-2019"),
      gift("a", "2012-05-20", "confirmed", "letter-2019"),
      gift("c", "2020-05-20", "confirmed", "letter-2019"),
    );
    expect(proofs).toEqual(["c", "a", "b"]);
    expect(proof).toBe("c");
  });

  it("in the order in which the group's paragraph cites them", async () => {
    const { citations } = await told(
      laboratory("a", "2020-01-01", "reported", "gazette-2019"),
      gift("b", "2012-05-20", "confirmed", "letter-2019"),
    );
    expect(citations.map(({ source }) => source).slice(0, 2)).toEqual([
      "source:story/letter-2019",
      "source:story/gazette-2019",
    ]);
  });
});
