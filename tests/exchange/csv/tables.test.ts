import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS, type ExportFormat } from "../../../src/exchange/export-formats.js";
import type { Exported } from "../../../src/exchange/exported.js";
import { namesOfCsv } from "../../../src/explorer/views/screen/names-of-csv.js";
import type { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { entityRow, flagRow, relationRow, subjectRow } from "../../exposure/naive/rows.js";
import { graphOf } from "../../graphql/serving.js";
import { partOfGraph, readTable, textOf } from "../read-exports.js";

/** A listed company gives to a campus and to the system that the campus is part of; a probe asks the campus for records. */
let graph: ResidentGraph;
let part: Exported;
beforeAll(async () => {
  const gift = { kind: "Funding", from: "company:c", currency: "USD" } as const;
  graph = await graphOf({
    entities: ["company:c", "university:campus", "university:system"].map((id) => entityRow(id)),
    flags: [flagRow("listing:l"), flagRow("probe:p")],
    claims: [
      relationRow({
        id: "claim:rows/part",
        kind: "PartOf",
        from: "university:campus",
        to: "university:system",
      }),
      {
        ...relationRow({
          ...gift,
          id: "claim:rows/a",
          to: "university:campus",
          start: "2019-03-01",
          amount: "500",
          amountQualifier: "about",
          amountPer: "year",
        }),
        caveat: "the campus says that it was less",
      },
      relationRow({
        ...gift,
        id: "claim:rows/b",
        to: "university:system",
        start: "2018-12-22",
        amount: "70",
        payment: "committed",
      }),
      subjectRow({
        id: "claim:rows/s",
        flag: "listing:l",
        entity: "company:c",
        role: "listed",
        start: "2019-01-01",
      }),
      subjectRow({
        id: "claim:rows/n",
        flag: "probe:p",
        entity: "university:campus",
        role: "records_requested",
        start: "2020-01-01",
      }),
    ],
  });
  part = await partOfGraph(graph, { exposedTo: "company:c" });
});

const columnsOf = (rows: readonly Record<string, string>[], names: readonly string[]) =>
  rows.map((row) => names.map((name) => row[name])).sort();

describe("the table of transactions", () => {
  it("has each gift once: with the campus to which it went, and with all whose rows count it", async () => {
    const rows = await readTable(part, "transactions");
    expect(columnsOf(rows, ["claim", "university", "universities", "counted_in"])).toEqual([
      ["claim:rows/a", "university:campus", "university:campus; university:system", "university:system"],
      ["claim:rows/b", "university:system", "university:system", ""],
    ]);
  });

  it("says how an amount is meant, whether it was paid, and what limits the claim", async () => {
    const names = ["claim", "amount_min", "amount_qualifier", "amount_per", "payment", "caveat"];
    expect(columnsOf(await readTable(part, "transactions"), names)).toEqual([
      ["claim:rows/a", "500", "about", "year", "paid", "the campus says that it was less"],
      ["claim:rows/b", "70", "", "", "committed", ""],
    ]);
  });

  it("has beside the flag that gives the timing what the subject is in it, and how far off it is", async () => {
    const names = ["claim", "timing", "days", "flag", "flag_role"];
    // From 22 December 2018 to 1 January 2019: ten days.
    expect(columnsOf(await readTable(part, "transactions"), names)).toEqual([
      ["claim:rows/a", "CONCURRENT", "", "listing:l", "listed"],
      ["claim:rows/b", "BEFORE", "10", "listing:l", "listed"],
    ]);
  });

  it("names the one university that is asked for: there is no other row", async () => {
    const rows = await readTable(
      await partOfGraph(graph, { university: "university:system" }),
      "transactions",
    );
    expect(columnsOf(rows, ["claim", "university", "universities", "counted_in"])).toEqual([
      ["claim:rows/a", "university:system", "university:system", ""],
      ["claim:rows/b", "university:system", "university:system", ""],
    ]);
  });
});

describe("the table of findings", () => {
  it("says which other rows count gifts of a finding, and the roles in its flags", async () => {
    const rows = await readTable(part, "findings");
    expect(columnsOf(rows, ["university", "counted_in", "flags", "flag_roles"])).toEqual([
      ["university:campus", "university:system", "listing:l", "listed"],
      ["university:system", "university:campus", "listing:l", "listed"],
    ]);
  });

  it("keeps what was promised, and what is an amount a year, out of what was paid", async () => {
    const names = ["university", "concurrent_min", "before_min", "committed_min", "unknown_amounts"];
    expect(columnsOf(await readTable(part, "findings"), names)).toEqual([
      ["university:campus", "0", "0", "0", "1"],
      ["university:system", "0", "0", "70", "1"],
    ]);
  });
});

describe("the table of relations", () => {
  it("says of which end a flag is, and what that end is in it", async () => {
    const rows = await readTable(part, "relations");
    expect(columnsOf(rows, ["claim", "flags", "flag_roles", "amount_qualifier", "payment"])).toEqual([
      ["claim:rows/a", "listing:l; probe:p", "from: listed; to: records_requested", "about", "paid"],
      ["claim:rows/b", "listing:l", "from: listed", "", "committed"],
    ]);
  });
});

describe("a CSV as it is handed out", () => {
  const { lines }: ExportFormat = EXPORT_FORMATS.csv;

  it("begins with a byte-order mark, or does not where it is not wanted", async () => {
    const marked = await textOf(lines(part));
    const bare = await textOf(lines(part, { bom: false }));
    expect([marked, bare.startsWith("graph_version,")]).toEqual([`\ufeff${bare}`, true]);
  });

  it("is read again by readers of CSV and by the page that screens names: no column begins with the mark", async () => {
    const text = await textOf(lines(part));
    expect(Object.keys(parse(text, { bom: true, columns: true })[0] as object)[0]).toBe("graph_version");
    const { columns, column, rows } = namesOfCsv(text);
    expect([columns[0], columns[column], rows.map((row) => row[column]).sort()]).toEqual([
      "graph_version",
      "university",
      ["university:campus", "university:system"],
    ]);
  });
});
