import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { type Migrated, type OpenOptions, openStore } from "../../src/store/open-store.js";
import { DatabaseSync } from "../../src/store/sqlite/driver.js";
import { expectSame, inPieces, restoreInto } from "../exchange/archives.js";
import { gather } from "./everything.js";
import { oldArchive, oldDossier, oldFile } from "./layout-1.js";
import { temporaryPath } from "./temporary-path.js";

const PROGRAM = join(import.meta.dirname, "../../dist");

const open = (path: string, options: OpenOptions = {}) => openStore({ engine: "sqlite", path }, options);
const memory = () => openStore({ engine: "memory" });

/** What the program of layout 1 held, as its own archive has it. */
async function asItWas(): Promise<GraphStore> {
  const store = await memory();
  await restoreInto(store, inPieces(oldArchive()));
  return store;
}

/** The layout, and the columns of every table and view, by name. */
function tablesOf(path: string) {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    const names = file
      .prepare("select name from sqlite_schema where type in ('table', 'view') order by name")
      .all()
      .map(({ name }) => String(name));
    const columns = (name: string) =>
      file
        .prepare(`select name, type, "notnull", pk from pragma_table_info('${name}') order by name`)
        .all()
        .map((row) => ({ ...row }));
    return {
      layout: file.prepare("pragma user_version").get()?.user_version,
      tables: Object.fromEntries(names.map((name) => [name, columns(name)])),
      integrity: file.prepare("pragma integrity_check").get()?.integrity_check,
    };
  } finally {
    file.close();
  }
}

/** Opens a file in a process of its own, which may be killed before its last step; what it tells. */
async function openElsewhere(path: string, ...killed: readonly "killed"[]) {
  if (!existsSync(PROGRAM)) throw new Error("the program is not built: npm run build comes before the tests");
  const script = join(import.meta.dirname, "fixtures/migration.mjs");
  const child = spawn(process.execPath, [script, PROGRAM, path, ...killed], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => (told += chunk));
  const [, signal] = await once(child, "close");
  return { signal, told };
}

/** What stands beside a file and is no part of it. */
const beside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => !name.replace(/-(wal|shm)$/, "").endsWith(basename(path)));

describe("an archive of format 1", () => {
  it("is restored with every revision; what it has not is empty, and money was paid", async () => {
    const store = await asItWas();
    expect(await store.version()).toEqual({ n: 4, changedAt: "2026-12-02T07:19:35.771Z" });
    const [first, second] = await store.claims(["claim:old-story/gift-2019"]);
    expect(first).toMatchObject({
      since: 1,
      until: 2,
      claim: {
        amount: { min: 500_000.5, max: 500_000.5 },
        amountQualifier: null,
        amountPer: null,
        payment: "paid",
      },
    });
    expect(second).toMatchObject({
      since: 2,
      until: null,
      claim: { revision: 1, amount: { min: 450_000 }, text: null, caveat: null, payment: "paid" },
    });
    expect((await store.claims(["claim:old-story/lab"]))[0]?.claim).toMatchObject({
      payment: null,
      text: null,
    });
  });
});

describe("a file of layout 1", () => {
  it("opens with all that it holds and held before, and a copy of it beside it", async () => {
    const path = oldFile();
    const told: Migrated[] = [];
    const store = await open(path, { onMigrated: (migrated) => told.push(migrated) });
    expect(told).toEqual([{ path, from: 1, to: 2, backup: `${path}.layout-1` }]);
    await expectSame(store, await asItWas());
    await store.close();
    expect(beside(path)).toEqual(["graph.db.layout-1"]);
    expect(tablesOf(`${path}.layout-1`)).toEqual(tablesOf(oldFile()));
    const again = await open(path, { onMigrated: (migrated) => told.push(migrated) });
    await again.close();
    expect(told).toHaveLength(1);
  });

  it("has the tables, columns and views of a new file then", async () => {
    const [path, fresh] = [oldFile(), temporaryPath()];
    for (const each of [path, fresh]) await (await open(each)).close();
    expect(tablesOf(path)).toEqual(tablesOf(fresh));
    expect(tablesOf(path)).toMatchObject({ layout: 2, integrity: "ok" });
  });

  it("keeps what was known on earlier days, and what an editor retracted", async () => {
    const store = await open(oldFile());
    const [first, second] = await store.claims(["claim:old-story/maker-2018-dismissed"]);
    expect([first?.claim.start, first?.claim.status, first?.until]).toEqual(["2022", "reported", 2]);
    expect([second?.claim.start, second?.claim.status, second?.until]).toEqual([
      "2022-12-02",
      "confirmed",
      null,
    ]);
    expect((await store.claims(["claim:old-story/linked"]))[0]).toMatchObject({ since: 1, until: 3 });
    expect((await store.claims(["claim:old-story/affiliate"]))[0]).toMatchObject({
      until: 4,
      byEditor: true,
    });
    await store.close();
  });

  it("finds nothing to do in the folder that was loaded last, and goes on from there", async () => {
    const store = await open(oldFile());
    const load = async () => loadDossiers(await oldDossier(), store, { day: parseDay("2026-12-03") });
    const report = await load();
    expect(report).toMatchObject({ created: 0, corrected: 0, retracted: 0, graphVersion: 4 });
    expect((await store.touch()).n).toBe(5);
    await store.close();
  });

  it("can be followed from its next load on, also where an earlier program took no notes", async () => {
    const store = await open(oldFile("drop table recent_changes", "drop table editor_retractions"));
    const before = await store.version();
    const { claims } = await gather(store.readRecords());
    const claim = claims.find((stored) => stored.claim.id.endsWith("/maker-listed"));
    if (!claim) throw new Error("the fixture has a listing");
    const { id, revision } = claim.claim;
    await store.write(
      [
        {
          change: "retract",
          record: "subject",
          id,
          revision,
          retracted: "2026-12-03",
          retractedDay: 20_790,
          byEditor: true,
        },
      ],
      { expectedVersion: 4 },
    );
    expect(await store.changesSince(before)).toEqual({ nouns: [], claims: [id] });
    expect((await store.claims([id]))[0]).toMatchObject({ byEditor: true });
    await store.close();
  });

  it("opened for reading only is left as it is, and one sentence says what to do", async () => {
    const path = oldFile();
    const bytes = readFileSync(path);
    await expect(open(path, { readOnly: true })).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: `${path} is of layout 1, which an earlier program made, and is opened for reading only: load or serve once, which bring it to layout 2 and keep a copy beside it`,
    });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it("is left as it was where a step fails, with the copy beside it, which is not made twice", async () => {
    const path = oldFile("alter table policies add column caveat text");
    const before = tablesOf(path);
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(open(path)).rejects.toMatchObject({
        code: "DATA_INVALID",
        message: expect.stringMatching(
          /graph\.db cannot be brought from layout 1 to 2 \(duplicate column name: caveat\): it is left as it was, and .*graph\.db\.layout-1 is a copy of it/,
        ),
      });
    expect(tablesOf(path)).toEqual(before);
    expect(beside(path)).toEqual(["graph.db.layout-1"]);
    expect(tablesOf(`${path}.layout-1`)).toEqual(before);
  });

  it("does not overwrite the copy of another file", async () => {
    const path = oldFile();
    writeFileSync(`${path}.layout-1`, "something else");
    const told: Migrated[] = [];
    const store = await open(path, { onMigrated: (migrated) => told.push(migrated) });
    await store.close();
    expect(told.map(({ backup }) => backup)).toEqual([`${path}.layout-1.2`]);
    expect(readFileSync(`${path}.layout-1`, "utf8")).toBe("something else");
  });

  it.skipIf(process.getuid?.() === 0)("is left as it was where no copy can be made", async () => {
    const path = oldFile();
    chmodSync(dirname(path), 0o500);
    try {
      await expect(open(path)).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringContaining("only after a copy, which cannot be made"),
      });
    } finally {
      chmodSync(dirname(path), 0o700);
    }
    expect(tablesOf(path).layout).toBe(1);
  });

  it("is left as it was where the process is killed before the last step, and opens after that", async () => {
    const path = oldFile();
    expect(await openElsewhere(path, "killed")).toEqual({ signal: "SIGKILL", told: "" });
    expect(beside(path)).toContain("graph.db.layout-1");
    expect(tablesOf(`${path}.layout-1`)).toEqual(tablesOf(oldFile()));
    expect(tablesOf(path)).toEqual(tablesOf(oldFile()));
    const store = await open(path);
    await expectSame(store, await asItWas());
    await store.close();
  });

  it("is brought over once where several processes open it at a time", async () => {
    const path = oldFile();
    const ends = await Promise.all([1, 2, 3].map(() => openElsewhere(path)));
    expect(ends.map(({ signal }) => signal)).toEqual([null, null, null]);
    expect(ends.filter(({ told }) => told !== "")).toHaveLength(1);
    const store = await open(path);
    await expectSame(store, await asItWas());
    await store.close();
    expect(tablesOf(`${path}.layout-1`)).toEqual(tablesOf(oldFile()));
  });
});

describe("a file of a later layout", () => {
  it("is refused", async () => {
    const path = temporaryPath();
    await (await open(path)).close();
    const file = new DatabaseSync(path);
    file.exec("pragma user_version = 99");
    file.close();
    await expect(open(path)).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: `${path} is of layout 99 and this program reads layouts 1 to 2: use the newer program that made it`,
    });
  });
});
