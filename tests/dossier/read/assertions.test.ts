import { describe, expect, test } from "vitest";
import { problemsOf, story } from "../folder-of.js";

/** What a dossier with this assertion, on line 5, says of it. */
async function saying(assertion: string): Promise<readonly string[]> {
  const problems = await problemsOf(
    story({
      settings: `slug: story\ntitle: A story\n\nassertions:\n  - ${assertion}\n`,
      relations: RELATIONS,
    }),
  );
  return problems.map((problem) => problem.replace("dossier.yml:5: assertions: ", ""));
}

const RELATIONS = [
  "id,kind,from,to,amount,currency,start,status,sources",
  "a,Funding,company:maker,university:north,1000.25,USD,2019,,gazette-2019;register-2018",
  "b,Funding,company:holding,university:north,2000,USD,2019,reported,gazette-2019",
  "c,Funding,company:maker,university:north,500,GBP,2020,,register-2018",
  "d,Link,company:maker,university:north,,,,,gazette-2019",
].join("\n");

describe("an assertion of dossier.yml", () => {
  test.each([
    "{count: rows, of: relations, is: 4}",
    "{count: rows, of: relations.csv, where: {kind: Funding, currency: USD}, is: 2}",
    "{sum: amount, of: relations, where: {kind: Funding, currency: USD}, is: 3000.25}",
    "{distinct: from, of: relations, where: {kind: Funding}, is: 2}",
    // A list of values means any of them.
    '{count: rows, of: relations, where: {from: ["company:maker", "company:holding"], kind: [Funding]}, is: 3}',
    // A cell that is a list matches if it contains the value.
    "{count: rows, of: relations, where: {sources: register-2018}, is: 2}",
    "{distinct: sources, of: relations, is: 2}",
    // An empty status means confirmed; null is an empty cell; a number is compared as it is written.
    "{count: rows, of: relations, where: {status: confirmed}, is: 3}",
    "{count: rows, of: relations, where: {amount: null}, is: 1}",
    "{count: rows, of: relations, where: {start: 2019}, is: 2}",
    "{count: rows, of: policies, where: {countries: CN, criteria: human_rights}, is: 1}",
    // A column that the file leaves out is empty everywhere.
    "{count: rows, of: relations, where: {note: null}, is: 4}",
  ])("holds: %s", async (assertion) => {
    expect(await saying(assertion)).toEqual([]);
  });

  test.each([
    [
      "{sum: amount, of: relations, where: {currency: USD}, is: 3000}",
      "the sum of amount in relations.csv where currency USD is 3000.25, not 3000: correct the rows, or the number if it is the rows that are right",
    ],
    [
      "{count: rows, of: relations, where: {from: [x, y]}, is: 1}",
      "the count of rows in relations.csv where from x or y is 0, not 1: correct the rows, or the number if it is the rows that are right",
    ],
    ["{count: rows, of: relatons, is: 1}", /^"of" names no table: write one of sources, entities/],
    [
      "{count: rows, of: relations, where: {knd: Funding}, is: 1}",
      'relations.csv has no column "knd"; did you mean "kind"?',
    ],
    ["{sum: amount, of: flags, is: 1}", /^flags.csv has no column "amount": it has id, kind/],
    ["{count: rows, of: relations, is: many}", /^"is" is no number/],
    ["{count: claims, of: relations, is: 1}", '"count" counts rows: write count: rows'],
    ["{count: rows, sum: amount, of: relations, is: 1}", /^one needs exactly one of count, sum, distinct/],
    ["{count: rows, of: relations, were: {}, is: 1}", /^one has an unknown key "were"/],
    ["{count: rows, of: relations, where: all, is: 1}", /^"where" is no table of columns and values/],
    ["all is well", /^one is no table/],
  ])("is named where it does not hold or cannot be read: %s", async (assertion, message) => {
    const [found, ...others] = await saying(assertion);
    expect(others).toEqual([]);
    if (typeof message === "string") expect(found).toBe(message);
    else expect(found).toMatch(message);
  });

  test("is not counted over a file with a faulty row, which is named already", async () => {
    const problems = await problemsOf(
      story({
        settings:
          "slug: story\ntitle: x\nassertions: [{count: rows, of: relations, where: {kind: Link}, is: 1}]\n",
        relations: RELATIONS.replace("Link", "Lnk"),
      }),
    );
    expect(problems).toEqual(['relations.csv:5: kind: "Lnk" is not known; did you mean "Link"?']);
  });
});
