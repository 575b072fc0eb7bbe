import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { importFiles } from "../../../src/exchange/import/import-files.js";
import { fileOf, readBack, temporaryFolder } from "./imported.js";
import { workbookOf, zipOf } from "./zip-of.js";

const HEADER =
  "ID,OPEID,Institution Name,City,State,Foreign Gift Received Date,Foreign Gift Amount,Gift Type,Country of Giftor,Giftor Name";
const ROW = "1,00990100,North University,Northtown,AL,41640,250000,Monetary Gift,CHINA,Maker";

/** Imports one file; the folder that it was to write stands beside the answer. */
function importInto(out: string, path: string) {
  return importFiles("section-117", [path], { out });
}

describe("a file that is not of the format is named, and nothing is written", () => {
  const workbook = workbookOf([HEADER.split(","), ROW.split(",")]);
  const cases: readonly [what: string, name: string, content: string | Buffer, fault: RegExp][] = [
    ["empty", "a.csv", "", /a\.csv:1: is no file of Section 117: no row of it can be read as a header$/],
    [
      "cut short after its header",
      "a.csv",
      `${HEADER}\n`,
      /a\.csv: has a header and no record: fetch it again$/,
    ],
    [
      "of another format",
      "a.csv",
      "name,list\nMaker,SDN\n",
      /a\.csv:1: is no file of Section 117: no header with OPEID, /,
    ],
    [
      "binary",
      "a.csv",
      Buffer.from([0, 1, 2, 255, 254, 10, 200]),
      /a\.csv:\d: holds bytes that are not UTF-8/,
    ],
    ["UTF-16", "a.csv", Buffer.from(`\ufeff${HEADER}\n`, "utf16le"), /a\.csv:1: is UTF-16, not UTF-8/],
    [
      "in a Latin encoding",
      "a.csv",
      Buffer.from(`${HEADER}\n${ROW}\n2,3,École\n`, "latin1"),
      /a\.csv:3: holds bytes that are not UTF-8/,
    ],
    [
      "cut short as gzip",
      "a.csv.gz",
      gzipSync(`${HEADER}\n${ROW}\n`).subarray(0, 60),
      /a\.csv\.gz: is cut short or damaged/,
    ],
    [
      "cut short as a workbook",
      "a.xlsx",
      workbook.subarray(0, workbook.length - 30),
      /a\.xlsx: is cut short or damaged/,
    ],
    [
      "a ZIP of several files",
      "a.zip",
      zipOf({ a: HEADER, b: ROW }),
      /a\.zip: holds several files: give a ZIP of one file/,
    ],
    [
      "a ZIP under a workbook's name",
      "a.xlsx",
      zipOf({ a: HEADER }),
      /a\.xlsx: is no workbook: it lacks xl\/workbook\.xml/,
    ],
    [
      "a gzip bomb",
      "a.csv.gz",
      gzipSync(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(120_000_000, "\n")])),
      /unpacks to more than 250 times its size/,
    ],
    [
      "a ZIP bomb",
      "a.zip",
      zipOf({ "a.csv": Buffer.alloc(120_000_000, "a,b\n") }),
      /unpacks to more than 250 times its size/,
    ],
    [
      "one row of a billion columns",
      "a.csv",
      `${",".repeat(3_000_000)}\n`,
      /no row of it can be read as a header/,
    ],
  ];
  test.each(cases)("%s", async (_, name, content, fault) => {
    const out = join(temporaryFolder(), "filings");
    await expect(importInto(out, fileOf(name, content))).rejects.toThrow(fault);
    expect(readdirSync(join(out, ".."))).toEqual([]);
  });
});

describe("a record that cannot be read is skipped and told of with its line, and the others are taken", () => {
  const cases: readonly [what: string, row: string, reason: RegExp][] = [
    ["too few cells", "2,00990100,North", /^has 3 cells where the header has 10$/],
    [
      "a cell of 100 million letters",
      `2,${"x".repeat(100_000_000)}`,
      /^a row of more than a million letters begins here/,
    ],
    [
      "a quote that does not close",
      `2,"00990100,North`,
      /^a quoted cell opens in this row and does not close/,
    ],
    [
      "a control character",
      ROW.replace("00990100", "0099\u00070100"),
      /^a cell holds the character U\+0007, which no text has$/,
    ],
    [
      "no number where the amount stands",
      ROW.replace("250000", "about a million"),
      /^the amount is no number$/,
    ],
    ["a sum beyond all money", ROW.replace("250000", "9e30"), /^the amount is no number$/],
    ["no day where the date stands", ROW.replace("41640", "13/40/2019"), /^a date is no day$/],
    ["no institution", ROW.replace("North University", ""), /^names no institution$/],
  ];
  test.each(cases)("%s", async (_, row, reason) => {
    const path = fileOf("a.csv", `${HEADER}\n${ROW}\n${row}\n${ROW}\n`);
    const out = join(temporaryFolder(), "filings");
    const report = await importInto(out, path);
    expect(report.rows.relations).toBe(2);
    expect(report.skipped).toBe(1);
    expect(report.reasons[0]?.what).toMatch(reason);
    expect(report.reasons[0]?.places).toEqual([`${path}:3`]);
    expect((await readBack(out)).problems).toEqual([]);
  });

  test("a cell of 2 million letters in a workbook", async () => {
    const rows = [HEADER.split(","), ROW.split(","), [...ROW.split(",").slice(0, 9), "x".repeat(2_000_000)]];
    const report = await importInto(join(temporaryFolder(), "filings"), fileOf("a.xlsx", workbookOf(rows)));
    expect(report).toMatchObject({ records: 2, skipped: 1, rows: { relations: 1 } });
  });

  test("a name that a spreadsheet would run as a formula gets an apostrophe before it", async () => {
    const out = join(temporaryFolder(), "filings");
    await importInto(out, fileOf("a.csv", `${HEADER}\n${ROW.replace("Maker", "=cmd|' /C calc'!A0")}\n`));
    const { dossier, problems } = await readBack(out);
    expect(problems).toEqual([]);
    expect(dossier.entities.records[0]?.name).toBe("'=cmd|' /C calc'!A0");
  });

  test("a hundred thousand givers of one name are one party a country, and as many claims", async () => {
    const rows = Array.from({ length: 100_000 }, () => ROW).join("\n");
    const report = await importFiles("section-117", [fileOf("a.csv", `${HEADER}\n${rows}\n`)], { out: null });
    expect(report).toMatchObject({ rows: { relations: 100_000, entities: 2 } });
  });
});

describe("an import that was killed", () => {
  const path = () => fileOf("a.csv", `${HEADER}\n${ROW}\n`);

  test("while it wrote is begun anew by the same command", async () => {
    const out = join(temporaryFolder(), "filings");
    mkdirSync(`${out}.partial`);
    writeFileSync(join(`${out}.partial`, "relations.csv"), "id,kind\nhalf");
    await importInto(out, path());
    expect(readdirSync(join(out, ".."))).toEqual(["filings"]);
    expect((await readBack(out)).dossier.relations.length).toBe(1);
  });

  test("while the new folder took the old one's place is completed by the same command", async () => {
    const out = join(temporaryFolder(), "filings");
    await importInto(out, path());
    const before = readFileSync(join(out, "sources.csv"), "utf8");
    renameSync(out, `${out}.before`);
    await importInto(out, path());
    expect(existsSync(`${out}.before`)).toBe(false);
    expect(readFileSync(join(out, "sources.csv"), "utf8")).toBe(before);
  });
});
