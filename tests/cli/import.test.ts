import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "./run.js";

const FIXTURE = join(import.meta.dirname, "../fixtures/section-117/with-givers.csv");

describe("import section-117", () => {
  test("writes a dossier, says what it took, and loads it where a store is named", async () => {
    const folder = temporaryFolder();
    const store = `sqlite:${join(folder, "graph.db")}`;
    const { code, out } = await run(
      ["import", "section-117", FIXTURE, "--out", "filings", "--published", "2020-10", "--store", store],
      { folder },
    );
    expect(code).toBe(0);
    expect(out.replaceAll(FIXTURE, "gifts.csv")).toBe(
      [
        "records: 6 read, 6 taken, 0 left out, 0 skipped",
        "claims: 6 relations",
        "entities: 2 UnknownParty, 2 Company, 1 Organization, 3 University",
        'taken, but: the country "KOREA" has no code: its name is kept: 1 record (gifts.csv:5)',
        "wrote filings",
        "claims: 6 created, 0 corrected, 0 unchanged, 0 retracted; the graph is at version 1",
        "",
      ].join("\n"),
    );
    expect(readdirSync(join(folder, "filings"))).toEqual([
      ...["dossier.yml", "entities.csv", "relations.csv", "sources.csv"],
    ]);
  });

  test("retracts from the store what a newer release no longer has", async () => {
    const folder = temporaryFolder();
    const store = `sqlite:${join(folder, "graph.db")}`;
    const release = join(folder, "release.csv");
    const import_ = () =>
      run(["import", "section-117", release, "--out", "filings", "--store", store], { folder });
    writeFileSync(release, readFileSync(FIXTURE));
    await import_();
    writeFileSync(release, readFileSync(FIXTURE, "utf8").replace(/^5,.*\n/m, ""));
    const { out } = await import_();
    expect(out).toMatch(/5 of the claims as before/);
    expect(out).toMatch(/0 created, 0 corrected, 5 unchanged, 1 retracted/);
  });

  test("ends with 3 where a record is skipped, and names it; the others are written", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "gifts.csv"), readFileSync(FIXTURE, "utf8").replace("250000", "much"));
    const { code, out } = await run(["import", "section-117", "gifts.csv", "--out", "filings"], { folder });
    expect(code).toBe(3);
    expect(out).toMatch(/^skipped: the amount is no number: 1 record \(gifts\.csv:2\)$/m);
    expect(existsSync(join(folder, "filings", "relations.csv"))).toBe(true);
  });

  test("ends with 3 and writes nothing where the file is not of the format", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.csv"), "name\nMaker\n");
    const { code, out, err } = await run(["import", "section-117", "a.csv", "--out", "filings"], { folder });
    expect(code).toBe(3);
    expect(out).toMatch(/^a\.csv:1: is no file of Section 117: /);
    expect(err).toBe("1 error: nothing was written\n");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });

  test("counts with --dry-run; without it and without a folder it is used wrongly", async () => {
    const folder = temporaryFolder();
    const dry = await run(["import", "section-117", FIXTURE, "--dry-run"], { folder });
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(dry.out).toMatch(/6 taken[\s\S]*dry run: nothing was written\n$/);
    expect(readdirSync(folder)).toEqual([]);
    expect((await run(["import", "section-117", FIXTURE])).code).toBe(2);
    expect((await run(["import", "section-117", FIXTURE, "--dry-run", "--countries", "UK"])).code).toBe(2);
  });

  test("killed at any moment leaves the folder as it was, and the same command completes it", async () => {
    const folder = temporaryFolder();
    const [header = "", ...rows] = readFileSync(FIXTURE, "utf8").trimEnd().split("\n");
    const large = Array.from({ length: 5_000 }, () => rows).flat();
    writeFileSync(join(folder, "gifts.csv"), `${[header, ...large].join("\n")}\n`);
    const command = ["import", "section-117", "gifts.csv", "--out", "filings"];
    await run(["import", "section-117", FIXTURE, "--out", "filings"], { folder });
    const before = readFileSync(join(folder, "filings", "relations.csv"), "utf8");
    for (const moment of [200, 500, 800, 1_100]) {
      const child = start(command, { folder });
      const ending = ended(child);
      setTimeout(() => child.kill("SIGKILL"), moment);
      if ((await ending).code === 0) break;
      const place = existsSync(join(folder, "filings")) ? "filings" : "filings.before";
      expect(readFileSync(join(folder, place, "relations.csv"), "utf8")).toBe(before);
    }
    expect((await run(command, { folder })).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["filings", "gifts.csv"]);
    expect(readFileSync(join(folder, "filings", "relations.csv"), "utf8").split("\n")).toHaveLength(30_002);
  });
});
