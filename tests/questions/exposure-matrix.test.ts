import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import {
  answerExposureMatrix,
  answerSharedExposures,
  type MatrixQuestion,
} from "../../src/questions/exposure-matrix.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
} from "../exposure/naive/rows.js";
import { graphOf } from "./graph-of.js";

const [S, U, CAMPUS] = ["university:s", "university:u", "university:campus"];
const relation = (id: string, kind: RelationCells["kind"], from: string, to: string, cells = {}) =>
  relationRow({ id: `claim:rows/${id}`, kind, from, to, ...cells });
const gift = (id: string, from: string, to: string, amount: string, start: string, cells = {}) =>
  relation(id, "Funding", from, to, { amount, start, currency: "USD", ...cells });
const listing = (id: string, entity: string, day: string) => [
  subjectRow({ id: `claim:rows/s-${id}`, flag: `listing:${id}`, entity, role: "listed" }),
  eventRow({ id: `claim:rows/e-${id}`, flag: `listing:${id}`, event: "listed", start: day }),
];

// T owns X; T is listed in 2018, X in 2020: one gift of X of 2019 is concurrent for T and before for X.
const claims = [
  relation("own", "Ownership", "company:t", "company:x", { share: "60", start: "2010-01-01" }),
  relation("part", "PartOf", CAMPUS, S, { start: "2010-01-01" }),
  ...listing("t", "company:t", "2018-01-01"),
  ...listing("x", "company:x", "2020-01-01"),
  gift("g1", "company:x", S, "100", "2019-05-01"),
  gift("g2", "company:x", CAMPUS, "10", "2018-12/2019-01"),
  gift("g3", "company:t", U, "1", "2017-05-01"),
  gift("g4", "company:t", U, "5", "2019-05-01", { currency: "EUR" }),
  gift("g5", "company:t", U, "", "2019-05-01"),
];
const ids = [S, U, CAMPUS, "company:t", "company:x"];
const world = {
  entities: ids.map((id) => ({ ...entityRow(id), country: id === "company:t" ? "CN" : null })),
  flags: [flagRow("listing:t"), flagRow("listing:x")],
  claims,
};
const clocks = { validAt: parseDay("2021-01-01"), knownAt: parseDay("2024-01-01") };

async function matrix(question: Omit<MatrixQuestion, "validAt" | "knownAt">) {
  const { rows, columns, cells, currency } = await answerExposureMatrix(await graphOf(world), {
    ...question,
    ...clocks,
  });
  return {
    rows: rows.map(({ key }) => key),
    columns: columns.map(({ key }) => key),
    cells: cells.map(({ row, column, min, max, findings }) => [row, column, min, max, findings.length]),
    currency,
  };
}

describe("an exposure matrix", () => {
  it("counts each transaction once in a cell, whatever number of findings and universities it reaches", async () => {
    // g1 and g2 reach T (SUBSIDIARY) and X (DIRECT), g2 the campus and the system that it is part of.
    expect(await matrix({ rows: "COUNTERPARTY", columns: "YEAR", measure: "GROSS" })).toEqual({
      rows: ["company:x", "company:t"],
      columns: ["2017", "2019", "unclear"],
      cells: [
        [0, 1, 100, 100, 2],
        [0, 2, 10, 10, 4],
        [1, 0, 1, 1, 1],
        // g5: its amount is not known and changes no sum.
        [1, 1, 0, 0, 1],
      ],
      currency: "USD",
    });
  });

  it("gives the dealings that a cell counts, each once, in order of date", async () => {
    const question = { columns: "YEAR", measure: "GROSS", ...clocks } as const;
    const { rows, columns, cells } = await answerExposureMatrix(await graphOf(world), {
      rows: "COUNTERPARTY",
      ...question,
    });
    const given = cells.map(({ row, column, transactions }) => [
      rows[row]?.key,
      columns[column]?.key,
      transactions.map(({ relation }) => relation),
    ]);
    // g4 is in euros.
    expect(given).toEqual([
      ["company:x", "2019", ["claim:rows/g1"]],
      ["company:x", "unclear", ["claim:rows/g2"]],
      ["company:t", "2017", ["claim:rows/g3"]],
      ["company:t", "2019", ["claim:rows/g5"]],
    ]);
    const byFinding = await answerExposureMatrix(await graphOf(world), {
      rows: "CHANNEL",
      columns: "UNIVERSITY",
      measure: "FINDINGS",
      ...clocks,
    });
    const direct = byFinding.cells.find(
      ({ row, column }) => row === 0 && byFinding.columns[column]?.key === U,
    );
    expect(direct?.transactions.map(({ relation }) => relation)).toEqual([
      "claim:rows/g3",
      "claim:rows/g4",
      "claim:rows/g5",
    ]);
  });

  it("names of a group the target that most of its findings are on", async () => {
    const { columns } = await answerExposureMatrix(await graphOf(world), {
      rows: "UNIVERSITY",
      columns: "TARGET_GROUP",
      measure: "FINDINGS",
      ...clocks,
    });
    // T controls X. Findings on T: of S and of the campus through X, and of U. On X: of S and of the campus.
    expect(columns.map(({ key, mainTarget }) => [key, mainTarget])).toEqual([["company:t", "company:t"]]);
  });

  it("says of each university what its row repeats, and sums all rows with each gift once", async () => {
    const question = { rows: "UNIVERSITY", columns: "YEAR", measure: "GROSS", limit: 2, ...clocks } as const;
    const { rows, columns: years, totals } = await answerExposureMatrix(await graphOf(world), question);
    // g1 went to the system itself, g2 to its campus; g3 and g5, which the limit leaves out, to another.
    expect(
      rows.map(({ key, countedIn, ownTotals }) => [key, countedIn, ownTotals?.[0]?.concurrent.min]),
    ).toEqual([
      [S, [CAMPUS], 100],
      [CAMPUS, [S], 10],
    ]);
    expect(totals).toMatchObject([
      { currency: "USD", concurrent: { min: 110 }, before: { min: 1 }, transactions: 4, unknownAmounts: 1 },
    ]);
    // g1 stands in one row, g2 in two, g5 of an amount that is not known beyond the limit.
    expect(years.map(({ key, total }) => [key, total?.min, total?.max, total?.unknownAmounts])).toEqual([
      ["2019", 100, 100, 1],
      ["unclear", 10, 10, 0],
    ]);
    const columns = { ...question, rows: "TARGET", columns: "UNIVERSITY" } as const;
    const turned = await answerExposureMatrix(await graphOf(world), columns);
    expect(turned.columns.map(({ key, countedIn }) => [key, countedIn])).toEqual([
      [S, [CAMPUS]],
      [CAMPUS, [S]],
    ]);
    expect(turned.rows.map(({ countedIn, ownTotals }) => [countedIn, ownTotals])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(turned.totals).toEqual(totals);
  });

  it("puts a transaction into one timing of its row, the strongest", async () => {
    const { columns, cells } = await matrix({
      rows: "UNIVERSITY",
      columns: "TIMING",
      measure: "GROSS",
      universities: [S],
    });
    expect([columns, cells]).toEqual([["CONCURRENT"], [[0, 0, 110, 110, 2]]]);
    const byTarget = await matrix({ rows: "TARGET", columns: "TIMING", measure: "GROSS", universities: [S] });
    expect([byTarget.rows, byTarget.columns, byTarget.cells]).toEqual([
      ["company:t", "company:x"],
      ["CONCURRENT", "BEFORE"],
      [
        [0, 0, 110, 110, 1],
        [1, 1, 110, 110, 1],
      ],
    ]);
  });

  it("sums what is concurrent apart, and only one currency", async () => {
    const question = { rows: "TARGET", columns: "CHANNEL", measure: "GROSS_CONCURRENT" } as const;
    expect((await matrix(question)).cells).toEqual([
      // U: g5, whose amount is not known; S and the campus: g1 and g2.
      [0, 0, 0, 0, 1],
      [0, 1, 110, 110, 2],
    ]);
    expect((await matrix({ ...question, currency: "EUR" })).cells).toEqual([[0, 0, 5, 5, 1]]);
  });

  it("keeps what was promised beside the sum, out of every column of timing, and counts what is about or a year", async () => {
    const promised = {
      ...world,
      claims: [
        ...claims,
        gift("p1", "company:t", U, "3000", "2019-05-01", { payment: "committed", amountQualifier: "about" }),
        gift("p2", "company:t", U, "150", "2019-06-01", { amountPer: "year" }),
      ],
    };
    const ask = async (question: Omit<MatrixQuestion, "validAt" | "knownAt" | "universities">) => {
      const graph = await graphOf(promised);
      const answer = await answerExposureMatrix(graph, { ...question, ...clocks, universities: [U] });
      return answer.cells.map(({ column, min, max, committed, unknownAmounts, approximate }) => [
        answer.columns[column]?.key,
        ...[min, max, committed?.min ?? null, unknownAmounts, approximate],
      ]);
    };
    const years = { rows: "UNIVERSITY", columns: "YEAR" } as const;
    // g3 of 2017; of 2019 the unknown g5, p1 and p2.
    expect(await ask({ ...years, measure: "GROSS" })).toEqual([
      ["2017", 1, 1, 0, 0, 0],
      ["2019", 0, 0, 3000, 2, 1],
    ]);
    expect(await ask({ ...years, measure: "GROSS_CONCURRENT" })).toEqual([["2019", 0, 0, null, 2, 0]]);
    const timings = { rows: "UNIVERSITY", columns: "TIMING" } as const;
    expect(await ask({ ...timings, measure: "GROSS" })).toEqual([
      ["CONCURRENT", 0, 0, 0, 2, 0],
      ["BEFORE", 1, 1, 0, 0, 0],
    ]);
    expect(await ask({ ...timings, measure: "TRANSACTIONS" })).toEqual([
      ["CONCURRENT", 4, 4, null, 0, 0],
      ["BEFORE", 1, 1, null, 0, 0],
    ]);
  });

  it("counts findings and transactions", async () => {
    const findings = await matrix({ rows: "UNIVERSITY", columns: "TARGET", measure: "FINDINGS" });
    expect(findings.currency).toBeNull();
    expect(findings.cells.map(([, , min]) => min)).toEqual([1, 1, 1, 1, 1]);
    const { cells } = await matrix({ rows: "COUNTRY", columns: "CHANNEL", measure: "TRANSACTIONS" });
    // Unknown country (X): g1, g2 in both channels; CN (T): g3, g4, g5.
    expect(cells).toEqual([
      [0, 0, 3, 3, 1],
      [1, 0, 2, 2, 2],
      [1, 1, 2, 2, 2],
    ]);
  });

  it("keeps the transactions of the asked payers' countries and days", async () => {
    const question = { rows: "UNIVERSITY", columns: "YEAR", measure: "TRANSACTIONS" } as const;
    expect((await matrix({ ...question, countries: ["CN"], to: parseDay("2018-01-01") })).cells).toEqual([
      [0, 0, 1, 1, 1],
    ]);
  });

  it("refuses equal axes and numbers out of range", async () => {
    const bad = (message: string) => ({ code: "BAD_USER_INPUT", message: expect.stringContaining(message) });
    await expect(matrix({ rows: "YEAR", columns: "YEAR", measure: "GROSS" })).rejects.toMatchObject(
      bad(`columns: "YEAR" is`),
    );
    await expect(
      matrix({ rows: "YEAR", columns: "TARGET", measure: "GROSS", limit: 0 }),
    ).rejects.toMatchObject(bad("limit: 0"));
    await expect(
      matrix({ rows: "YEAR", columns: "TARGET", measure: "GROSS", universities: ["company:t"] }),
    ).rejects.toMatchObject({ code: "WRONG_KIND" });
  });
});

describe("shared exposures", () => {
  it("name the targets that at least two universities share, those of most universities first", async () => {
    const graph = await graphOf(world);
    const { shared } = await answerSharedExposures(graph, { universities: [S, U, CAMPUS], ...clocks });
    expect(
      shared.map(({ target, universities, findings }) => [target, universities, findings.length]),
    ).toEqual([
      ["company:t", [CAMPUS, S, U], 3],
      ["company:x", [CAMPUS, S], 2],
    ]);
    const [, x] = shared;
    // Before X was listed: 100 to the system, 10 to its campus, 110 in all.
    expect(
      x?.entries.map(({ university, countedIn, totals, ownTotals }) => [
        ...[university, countedIn],
        ...[totals, ownTotals].map((sums) => sums[0]?.before.min),
      ]),
    ).toEqual([
      [CAMPUS, [S], 10, 10],
      [S, [CAMPUS], 110, 100],
    ]);
    expect(x?.totals).toMatchObject([{ before: { min: 110 }, transactions: 2 }]);
  });

  it("refuse a single university", async () => {
    const graph = await graphOf(world);
    await expect(answerSharedExposures(graph, { universities: [S, S], ...clocks })).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
    });
  });
});
