import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importFiles } from "../../../src/exchange/import/import-files.js";
import { fileOf, readBack, temporaryFolder } from "../import/imported.js";

const TEXT = readFileSync("tests/fixtures/csl/with-ids.csv", "utf8");

/** Imports files into a folder of the name `screening`, and reads it back. */
async function imported(paths: readonly string[], options: object = {}) {
  const out = join(temporaryFolder(), "screening");
  const report = await importFiles("csl", paths, { out, ...options });
  const { dossier, problems } = await readBack(out);
  const { entities, flags, subjects, events } = dossier;
  const parties = entities.records.filter(({ kind }) => kind !== "PublicBody");
  return { out, report, dossier, problems, parties, ...records({ entities, flags, subjects, events }) };
}

function records<Tables extends Record<string, { readonly records: readonly unknown[] }>>(tables: Tables) {
  return Object.fromEntries(Object.entries(tables).map(([name, { records }]) => [name, records])) as {
    readonly [Name in keyof Tables]: Tables[Name]["records"];
  };
}

const screening = () => imported([fileOf("csl.csv", TEXT)], { published: "2026-11" });

describe("the Consolidated Screening List", () => {
  test("is a dossier in which nothing is wrong, of a party, an entry and its events for each record", async () => {
    const { report, problems } = await screening();
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ records: 17, skipped: 5, leftOut: 0 });
    expect(report.rows).toMatchObject({ entities: 12 + 3, flags: 12, subjects: 12, events: 12 + 1 });
    expect(report.entities).toEqual({ Company: 2, Person: 1, Organization: 9, PublicBody: 3 });
  });

  test("counts what it skips, what is worth a look and what the model does not take", async () => {
    const { report } = await screening();
    const counted = (met: typeof report.reasons) => met.map(({ what, count }) => [what, count]);
    expect(counted(report.reasons)).toEqual([
      ["is an earlier record again", 2],
      ["a date is no day", 1],
      ['is of a list that is not known: "Moon List (MOON) - Lunar Department"', 1],
      ["names no party", 1],
    ]);
    expect(counted(report.noted)).toEqual([
      ["ends before it begins: the end is left to the note", 1],
      ["has signs by their numbers in Windows-1252: read as those signs", 1],
      ["has the identifier of an earlier record, which keeps it", 1],
      ["the name seems to hold an address: kept as filed", 1],
      ['the type "Vessel" has no kind: kept as an Organization', 1],
    ]);
    expect(report.notTaken).toContain('the column "dates_of_birth"');
    expect(report.notTaken).toContain('"ids" other than USCC, LEI, ISIN and a website');
  });

  test("gives a party its names, its country, its identifiers and what it is on", async () => {
    const { parties } = await screening();
    expect(parties[0]).toMatchObject({
      id: "company:screening-us-sdn-101",
      name: "NORTHERN MAKERS CO., LTD.",
      aliases: ["NORTHERN MAKERS", "NM TRADING CO."],
      country: "IR",
      identifiers: [{ scheme: "uscc", value: "91440300192203821X" }],
      website: "http://www.northern.example",
    });
    expect(parties[1]).toMatchObject({ kind: "Person", name: "DOE, Jan", country: null });
    expect(parties[1]?.summary).toBe(
      "Named on the Specially Designated Nationals and Blocked Persons List, as Individual. Title: Minister of Examples. Addresses in IR, DE.",
    );
  });

  test("takes no state of the United States for a country", async () => {
    const { parties } = await screening();
    expect(parties.find(({ name }) => name === "WINGS’ AIRLINES")?.country).toBeNull();
  });

  test("tells a name from what stands around it, and an alias from another party", async () => {
    const { parties, subjects } = await screening();
    const at = parties.findIndex(({ name }) => name === "Eastern Institute");
    expect(parties[at]?.aliases).toEqual(["Institute of the East", "EI"]);
    expect(subjects[at]?.quote).toBe("Eastern Institute, and any successor, sub-unit, or subsidiary thereof");
    expect(subjects[at]?.note).toMatch(
      /^Filed as: "Eastern Institute, .* thereof"\. Named with it: Affiliated Entity: Eastern Devices\. /,
    );
    expect(parties[at + 1]?.name).toBe("Eastern Laboratory");
  });

  test("cites each notice of a cell once, and leaves a cell that cites otherwise as it is", async () => {
    const { flags } = await screening();
    expect(flags.flatMap(({ reference }) => reference ?? [])).toEqual([
      ...["66 FR 24266; 77 FR 58006", "84 FR 22961", "75 FR 36516", "75 FR 36516", "75 FR 36516"],
      ...["67 FR 56530; 71 FR 38843", "Vol. 83, No. 91, 05/10/2018"],
    ]);
  });

  test("names the list and its keeper, and leaves a day empty that the file does not give", async () => {
    const { flags, subjects, events } = await screening();
    expect(flags[0]).toMatchObject({
      list: "us-sdn",
      authorities: ["public-body:screening-treasury-department"],
      topics: ["sanctions"],
    });
    expect(subjects[0]).toMatchObject({ start: null, end: null, locator: "entity_number 101" });
    expect(subjects.find(({ id }) => id.includes("us-bis-denied-persons"))).toMatchObject({
      start: "2002-03-04",
      end: "2056-06-29",
      locator: "_id a7",
    });
    expect(events.filter(({ event }) => event === "expired").map(({ start }) => start)).toEqual([
      "2056-06-29",
    ]);
  });

  test("keeps records of one name apart, and has a record once that stands in the file twice", async () => {
    const { parties } = await screening();
    const same = parties.filter(({ name }) => name === "Sam Examplar");
    expect(same.map(({ country }) => country)).toEqual(["ZA", "NO", "NO"]);
    expect(same[2]?.id).toBe(`${same[1]?.id}-2`);
  });

  test("gives the same ids with and without _id, and after an address or a notice changed", async () => {
    const older = TEXT.split("\n")
      .map((line) => line.slice(line.indexOf(",") + 1))
      .join("\n")
      .replace("1 River Street", "7 Lake Street")
      .replace("84 FR 22961", "84 FR 22961 and 85 FR 51596");
    const ids = ({ flags, parties }: Awaited<ReturnType<typeof imported>>) =>
      [...flags, ...parties].map(({ id }) => id);
    expect(ids(await imported([fileOf("older.csv", older)]))).toEqual(ids(await screening()));
  });

  test("can be narrowed by day, country and name", async () => {
    const { parties } = await imported([fileOf("csl.csv", TEXT)], { countries: ["NO"], only: ["examplar"] });
    expect(parties.map(({ country }) => country)).toEqual(["NO", "NO"]);
    const { report } = await imported([fileOf("csl.csv", TEXT)], { since: "2010-06-29" });
    expect(report.leftOut).toBe(4);
  });

  test("is refused where the file has other columns", async () => {
    await expect(imported([fileOf("other.csv", "name,address\nA,B\n")])).rejects.toThrow(
      /other\.csv:1: is no Consolidated Screening List: no header with source, entity_number, type,/,
    );
  });

  test("leaves a record of a newer release that says the same with the source that it had", async () => {
    const out = join(temporaryFolder(), "screening");
    await importFiles("csl", [fileOf("csl.csv", TEXT, "2026-10-01")], { out });
    const newer = fileOf("csl.csv", TEXT.replace("2019-05-21", "2019-05-16"), "2026-11-01");
    // 12 subjects and 13 events, but the subject and the event of the record that was changed.
    expect((await importFiles("csl", [newer], { out })).unchanged).toBe(25 - 2);
  });
});

const REAL = "../shared/data/csl/consolidated-screening-list.csv";

describe.skipIf(!existsSync(REAL))("a published file of 115 records", () => {
  test("has every record, its lists, days, notices and aliases as counted in the file", async () => {
    const { report, problems, parties, flags, subjects } = await imported([REAL]);
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ records: 115, skipped: 0 });
    expect(report.rows).toMatchObject({ entities: 115 + 3, flags: 115, subjects: 115, events: 115 + 7 });
    expect(report.entities).toMatchObject({ Person: 20, PublicBody: 3 });
    const lists = new Map<string | null, number>();
    for (const { list } of flags) lists.set(list, (lists.get(list) ?? 0) + 1);
    expect(Object.fromEntries(lists)).toEqual({
      ...{ "us-sdn": 28, "us-ssi": 26, "us-plc": 13, "us-capta": 1 },
      ...{ "us-entity-list": 22, "us-bis-denied-persons": 8, "us-uvl": 4 },
      ...{ "us-itar-debarred": 10, "us-isn": 3 },
    });
    expect(subjects.filter(({ start }) => start !== null)).toHaveLength(33);
    expect(subjects.filter(({ end }) => end !== null)).toHaveLength(7);
    expect(flags.filter(({ reference }) => reference !== null)).toHaveLength(43);
    expect(parties.flatMap(({ aliases }) => aliases)).toHaveLength(161);
    expect(parties.filter(({ country }) => country !== null)).toHaveLength(85);
  });
});
