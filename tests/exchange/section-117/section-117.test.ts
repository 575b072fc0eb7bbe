import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Relation } from "../../../src/domain/relation.js";
import { importFiles } from "../../../src/exchange/import/import-files.js";
import { fileOf, readBack, temporaryFolder } from "../import/imported.js";
import { workbookOf, zipOf } from "../import/zip-of.js";

const FIXTURE = "tests/fixtures/section-117/with-givers.csv";
const TEXT = readFileSync(FIXTURE, "utf8");

/** Imports files into a folder of the name `filings`, and reads it back. */
async function imported(paths: readonly string[], options: object = {}) {
  const out = join(temporaryFolder(), "filings");
  const report = await importFiles("section-117", paths, { out, ...options });
  const { dossier, problems } = await readBack(out);
  return { out, report, dossier, problems, relations: [...dossier.relations] };
}

describe("the file of 2014 to 2020, with givers", () => {
  test("is a dossier in which nothing is wrong", async () => {
    const { report, problems, dossier } = await imported([fileOf("gifts.csv", TEXT)], {
      published: "2020-10",
    });
    expect(report).toMatchObject({ records: 6, leftOut: 0, skipped: 0, rows: { relations: 6, entities: 8 } });
    expect(report.entities).toEqual({ UnknownParty: 2, Company: 2, Organization: 1, University: 3 });
    expect(problems).toEqual([]);
    expect(dossier.sources.records).toMatchObject([
      { publisher: "U.S. Department of Education", published: "2020-10", retrieved: "2026-11-24" },
    ]);
    expect(dossier.sources.records[0]?.title).toMatch(/, file gifts\.csv, SHA-256 [0-9a-f]{64}$/);
  });

  test("gives each row its day, sum, form, words and number", async () => {
    const { relations } = await imported([fileOf("gifts.csv", TEXT)]);
    const shown = relations.map(({ start, amount, form, locator }) => [start, amount?.min, form, locator]);
    expect(shown).toEqual([
      ["2014-01-01", 250000, "gift", "row 1"],
      ["2019-05-07", 463657.25, "contract", "row 2"],
      ["2019-05-07", 463657.25, "contract", "row 3"],
      ["2019-09-30", -24000, "contract", "row 4"],
      ["2019-09-30", 100, "unspecified", "row 5"],
      ["2019-01-01", 1000, "gift", "row 6"],
    ]);
    expect(relations[3]?.quote).toBe(
      '00990200,"South University, The",Southport,FL,43738,-24000,Contract,KOREA,Institute of Examples',
    );
    expect(relations[4]?.note).toBe('Filed as "Real Estate".');
  });

  test("keeps equal rows apart by their ordinal", async () => {
    const { relations } = await imported([fileOf("gifts.csv", TEXT)]);
    expect(relations[2]?.id).toBe(`${relations[1]?.id}-2`);
  });

  test("makes of each giver without a name a party of its own, and says what the file says", async () => {
    const { dossier } = await imported([fileOf("gifts.csv", TEXT)]);
    const unknown = dossier.entities.records.filter(({ kind }) => kind === "UnknownParty");
    expect(unknown.map(({ name, country, summary }) => [name, country, summary])).toEqual([
      ["Unnamed giver (CHINA)", "CN", "The file names no giver and gives the country as CHINA."],
      [
        "Unnamed giver (ENGLAND)",
        "GB",
        'The file calls the giver "Anonymous #3" and gives the country as ENGLAND.',
      ],
    ]);
  });

  test("takes a giver for the same where name and country are the same, and for no other", async () => {
    const { relations, dossier, report } = await imported([fileOf("gifts.csv", TEXT)]);
    expect(relations[1]?.from).toBe(relations[2]?.from);
    const makers = dossier.entities.records.filter(({ name }) => name === "Maker Technologies Co., Ltd.");
    expect(makers.map(({ country }) => country)).toEqual(["CN", "KY"]);
    expect(report.noted.map(({ what, count }) => [what, count])).toEqual([
      ['the country "KOREA" has no code: its name is kept', 1],
    ]);
  });

  test("holds two institutions of one name apart by their OPEID", async () => {
    const { dossier } = await imported([fileOf("gifts.csv", TEXT)]);
    const universities = dossier.entities.records.filter(({ kind }) => kind === "University");
    expect(universities.map(({ id, name, region }) => [id, name, region])).toEqual([
      ["university:filings-opeid-00990100", "North University", "Northtown, AL"],
      ["university:filings-opeid-00990200", "South University, The", "Southport, FL"],
      ["university:filings-opeid-00990300", "North University", "Northtown, AL"],
    ]);
  });

  test("is the same from a workbook, from gzip and from a ZIP of one file", async () => {
    const cells = [...(await imported([fileOf("gifts.csv", TEXT)])).relations].map(withoutSource);
    const rows = TEXT.trimEnd()
      .split("\n")
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
      )
      .map((row, at) =>
        row.map((cell, column) =>
          cell === "" ? null : at > 0 && (column === 0 || column === 5 || column === 6) ? Number(cell) : cell,
        ),
      );
    const packed: readonly [string, Buffer][] = [
      ["gifts.xlsx", workbookOf(rows)],
      ["gifts.csv.gz", gzipSync(TEXT)],
      ["gifts.zip", zipOf({ "gifts.csv": TEXT })],
    ];
    for (const [name, bytes] of packed) {
      const { relations } = await imported([fileOf(name, bytes)]);
      expect(relations.map(withoutSource).map((row) => ({ ...row, id: "" }))).toEqual(
        cells.map((row) => ({ ...row, id: "" })),
      );
    }
  });

  test("can be narrowed, and a row keeps the id that it has in the whole", async () => {
    const whole = await imported([fileOf("gifts.csv", TEXT)]);
    const since = await imported([fileOf("gifts.csv", TEXT)], { since: "2019-05-07" });
    expect(since.report.leftOut).toBe(2);
    expect(since.relations.map(({ id }) => id)).toEqual(whole.relations.slice(1, 5).map(({ id }) => id));
    const china = await imported([fileOf("gifts.csv", TEXT)], { countries: ["CN"], only: ["maker"] });
    expect(china.relations.map(({ id }) => id)).toEqual(whole.relations.slice(1, 3).map(({ id }) => id));
    expect(china.dossier.dossier.coverage).toMatch(
      /Only records about CN are here\. Only records in which a name holds "maker" are here\.$/,
    );
  });

  test("counts without a folder and writes nothing", async () => {
    const path = fileOf("gifts.csv", TEXT);
    const report = await importFiles("section-117", [path], { out: null });
    expect(report).toMatchObject({ records: 6, rows: { relations: 6, entities: 8 } });
    expect(readdirSync(join(path, ".."))).toEqual(["gifts.csv"]);
  });
});

function withoutSource({ start, end, amount, form, quote, note, locator }: Relation) {
  return { id: "", start, end, amount, form, quote, note, locator };
}

describe("the file of 2025, with terms", () => {
  const HEADER = [
    ...[
      "OPEID",
      "School Name",
      "State",
      "Transaction Type",
      "Foreign Government Source",
      "Attribution Country",
    ],
    ...[
      "Amount",
      "Receipt Date",
      "Contract Start Date",
      "Contract End Date",
      "Foreign Government Legal Name",
    ],
    ...["Foreign Source Name", "Foreign Source Description", "Owned by a Foreign Source", "Legacy"],
  ];
  const row = (...cells: readonly (string | number | null)[]) => cells;
  const ROWS = [
    ["Section 117 public records"],
    HEADER,
    row(990100, "North University", "AL", "Contract", "No", "China", 500000, null, 43466, 43830),
    row("00990100", "North Univ.", "AL", "Gift", "No", "China", 1200.5, 54789),
    row("00990100", "North University", "AL", "Gift", "No", "China", 1200.5, 54789),
    row("00990100", "North University", "AL", "Gift", "No", "China", 1200.5, 54789),
    row(
      990200,
      "South University",
      "FL",
      "Restricted Contract",
      "Yes",
      "Oman",
      7,
      null,
      43830,
      43466,
      "State of Oman",
      null,
      "A ministry",
    ),
  ];

  test("has its header in the second row, and a contract the days of its term", async () => {
    const { relations, problems, report } = await imported([fileOf("2025.xlsx", workbookOf(ROWS))]);
    expect(problems).toEqual([]);
    expect(relations.map(({ start, end, amount, form }) => [start, end, amount?.min, form])).toEqual([
      ["2019-01-01", "2020-01-01", 500000, "contract"],
      ["2050-01-01", null, 1200.5, "gift"],
      ["2050-01-01", null, 1200.5, "gift"],
      ["2050-01-01", null, 1200.5, "gift"],
      ["2019-12-31", null, 7, "contract"],
    ]);
    expect(report.noted.map(({ what, count }) => [what, count])).toEqual([
      ["is dated after the file itself: kept as filed", 3],
      ["a contract ends before it begins: the end is left to the quote", 1],
    ]);
    expect(report.notTaken).toEqual(['the column "Owned by a Foreign Source"', 'the column "Legacy"']);
  });

  test("keeps what a restricted contract says of its source", async () => {
    const { relations, dossier } = await imported([fileOf("2025.xlsx", workbookOf(ROWS))]);
    const giver = dossier.entities.records.find(({ id }) => id === relations[4]?.from);
    expect(giver).toMatchObject({ kind: "Organization", name: "State of Oman", country: "OM" });
    expect(relations[4]?.note).toBe(
      'Filed as "Restricted Contract". Foreign government source: Yes. Description of the source: A ministry',
    );
  });

  test("gives eight digits to a number that a spreadsheet has shortened, and one institution its other names", async () => {
    const { dossier } = await imported([fileOf("2025.xlsx", workbookOf(ROWS))]);
    const universities = dossier.entities.records.filter(({ kind }) => kind === "University");
    expect(
      universities.map(({ name, aliases, identifiers }) => [name, aliases, identifiers[0]?.value]),
    ).toEqual([
      ["North University", ["North Univ."], "00990100"],
      ["South University", [], "00990200"],
    ]);
  });

  test("does not stand in one dossier with the other generation, which tells of the same gifts", async () => {
    const files = [fileOf("2025.xlsx", workbookOf(ROWS)), fileOf("gifts.csv", TEXT)];
    await expect(imported(files)).rejects.toThrow(/gifts\.csv:1: is of another generation/);
  });
});

describe("a newer release into the same folder", () => {
  test("leaves unchanged rows with the source that they had, and cites itself for the others", async () => {
    const out = join(temporaryFolder(), "filings");
    const first = fileOf("gifts.csv", TEXT, "2020-10-01");
    await importFiles("section-117", [first], { out, published: "2020-10" });
    const lines = TEXT.trimEnd().split("\n");
    const changed = lines
      .map((line) => line.replace("250000", "260000"))
      .filter((line) => !line.startsWith("5,"));
    const second = fileOf("gifts.csv", `${changed.join("\n")}\n`, "2021-10-01");
    const report = await importFiles("section-117", [second], { out, published: "2021-10" });
    expect(report).toMatchObject({ records: 5, unchanged: 4 });
    const { dossier } = await readBack(out);
    expect([...dossier.relations].map(({ sources }) => sources.length)).toEqual([1, 1, 1, 1, 1]);
    const published = new Map(dossier.sources.records.map(({ id, published }) => [id, published]));
    expect([...dossier.relations].map(({ sources }) => published.get(sources[0] ?? ""))).toEqual([
      ...["2021-10", "2020-10", "2020-10", "2020-10", "2020-10"],
    ]);
  });

  test("is nothing new where it is the same file", async () => {
    const out = join(temporaryFolder(), "filings");
    const read = () => readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]);
    await importFiles("section-117", [fileOf("gifts.csv", TEXT)], { out });
    const before = read();
    await importFiles("section-117", [fileOf("gifts.csv", TEXT)], { out });
    expect(read()).toEqual(before);
  });

  test("is refused where the folder holds what no import wrote", async () => {
    await expect(
      importFiles("section-117", [fileOf("gifts.csv", TEXT)], { out: "seed/entities" }),
    ).rejects.toThrow(/holds what an import of section-117 did not write/);
  });
});

const REAL = "../shared/data/section117/ForeignGifts_edu.csv";

describe.skipIf(!existsSync(REAL))("the department's whole file", () => {
  test("has every row, each giver without a name apart, and the sums that were counted by hand", async () => {
    const { report, relations, dossier, problems } = await imported([REAL], { published: "2020-10" });
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ records: 28_221, skipped: 0, rows: { relations: 28_221 } });
    const sum = (some: readonly Relation[]) =>
      some.reduce((total, { amount }) => total + (amount?.min ?? 0), 0);
    expect(sum(relations)).toBe(16_600_515_514);
    expect(relations.filter(({ amount }) => (amount?.min ?? 0) < 0)).toHaveLength(24);
    const named = new Map(dossier.entities.records.map((entity) => [entity.id, entity]));
    expect(
      dossier.entities.records.filter(({ summary }) => summary?.startsWith("The file names no giver")),
    ).toHaveLength(3_751);
    const huawei = relations.filter(({ from }) => named.get(from)?.name.toLowerCase().includes("huawei"));
    expect([huawei.length, new Set(huawei.map(({ to }) => to)).size, sum(huawei)]).toEqual([
      74, 16, 21_837_451,
    ]);
    expect(
      dossier.entities.records.filter(({ name, kind }) => kind !== "University" && /zte/i.test(name)),
    ).toHaveLength(1);
    expect(report.entities.University).toBe(319);
    expect(report.noted.reduce((total, { count }) => total + count, 0)).toBe(452 + 141 + 3);
  }, 60_000);
});
