import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { type Database, DatabaseSync } from "../../src/store/sqlite/driver.js";
import { randomFrom } from "../bench/random.js";
import { gather, relationRows } from "./everything.js";
import { killLoad } from "./killed-load.js";
import { add, entity, gift, ownership, put, retract, story, write } from "./small-records.js";
import { temporaryPath } from "./temporary-path.js";

const open = (path: string, options = {}) => openStore({ engine: "sqlite", path }, options);

/** A store with a story in it, and the same file as other programs see it. */
async function withStory(work: (store: GraphStore, path: string, file: Database) => Promise<void>) {
  const path = temporaryPath();
  const store = await open(path);
  await write(store, story());
  const file = new DatabaseSync(path);
  try {
    await work(store, path, file);
  } finally {
    file.close();
    await store.close();
  }
}

/** The one sentence that a person reads, and its code. */
async function refusal(opening: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await opening.then(
    () => null,
    (reason) => reason,
  );
  expect(String(error?.message)).not.toContain("\n");
  return { code: error?.code, message: error?.message };
}

describe("the file of a store", () => {
  it("is created with the folders above it", async () => {
    const path = join(dirname(temporaryPath()), "a", "b", "graph.db");
    const store = await open(path);
    await write(store, story());
    await store.close();
    const again = await open(path);
    expect((await again.version()).n).toBe(1);
    await again.close();
  });

  it("can be told from other databases, and is written ahead", () =>
    withStory(async (_store, _path, file) => {
      expect({ ...file.prepare("pragma application_id").get() }).toEqual({ application_id: 0x58475241 });
      expect({ ...file.prepare("pragma user_version").get() }).toEqual({ user_version: 2 });
      expect({ ...file.prepare("pragma journal_mode").get() }).toEqual({ journal_mode: "wal" });
    }));

  it("is refused, and left as it is, where it is another program's database", async () => {
    const path = temporaryPath();
    const file = new DatabaseSync(path);
    file.exec("create table notes (text)");
    file.close();
    const before = readFileSync(path);
    expect(await refusal(open(path))).toEqual({
      code: "DATA_INVALID",
      message: `${path} is a SQLite database of another program: give the path of a store or of a new file`,
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it("is refused where it is no database", async () => {
    const path = temporaryPath();
    writeFileSync(path, "id,kind,name\n".repeat(500));
    expect(await refusal(open(path))).toEqual({
      code: "DATA_INVALID",
      message: `${path} is not a SQLite database: give the path of a store or of a new file`,
    });
  });

  it("is refused where it is a folder", async () => {
    const path = temporaryPath();
    mkdirSync(path);
    expect(await refusal(open(path))).toEqual({
      code: "STORE_UNAVAILABLE",
      message: `${path} is a folder: give the path of a store or of a new file`,
    });
  });

  it("is refused where its folder cannot be created", async () => {
    const path = temporaryPath();
    writeFileSync(path, "");
    expect(await refusal(open(join(path, "graph.db")))).toEqual({
      code: "STORE_UNAVAILABLE",
      message: `the folder ${path} cannot be created: give a path in a folder that you may write`,
    });
  });

  it("is refused for reading where it is damaged", async () => {
    const path = temporaryPath();
    const store = await open(path);
    await write(store, [...story(), ...Array.from({ length: 2_000 }, (_, n) => add(gift(`gift-${n}`, n)))]);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 20, 4096 * 60);
    writeFileSync(path, bytes);
    const damaged = await open(path);
    expect(await refusal(relationRows(damaged))).toEqual({
      code: "STORE_DAMAGED",
      message: `${path} is damaged: restore a backup into a new store ("exposure-graph restore"), or load the dossiers into one, and use that`,
    });
    await damaged.close();
  });

  it("says that it is damaged, or answers, whatever is read of it while pages of it are overwritten", async () => {
    const path = temporaryPath();
    const store = await open(path);
    const rows = Array.from({ length: 1_500 }, (_, n) => [
      put(entity(`company:${n}`, `Company ${n} with a name of some length`)),
      add(gift(`gift-${n}`, n)),
    ]);
    await write(store, [...story(), ...rows.flat()]);
    await write(store, [retract(gift("gift-1", 1)), add(gift("one-more", 1))]);
    await store.close();
    const sound = readFileSync(path);
    const random = randomFrom(19);
    const outcomes = new Map<string, number>();
    for (let time = 0; time < 60; time += 1) {
      writeFileSync(path, sound);
      const damaged = await open(path);
      const bytes = Buffer.from(sound);
      // A few pages, in their whole length or in some letters.
      for (let page = 0; page < 1 + (time % 8); page += 1) {
        const from = Math.floor(random.fraction() * sound.length);
        const length = time % 2 === 0 ? 4096 : 1 + Math.floor(random.fraction() * 64);
        bytes.fill(time % 4 < 2 ? 0x5a : 0, from, from + length);
      }
      writeFileSync(path, bytes);
      const reads: readonly (() => Promise<unknown>)[] = [
        () => damaged.version(),
        () => gather(damaged.readRecords()),
        () => relationRows(damaged),
        () => gather(damaged.readDossier("story")),
        () => damaged.changesSince({ n: 1, changedAt: null }),
        () => damaged.nouns([{ record: "entity", id: "company:700" }]),
        () => damaged.entities(["company:3", "company:800"]),
        () => damaged.claims(["claim:story/gift-1", "claim:story/gift-900"]),
      ];
      for (const read of reads) {
        const outcome = await read().then(
          () => "answered",
          (fault) => fault.code ?? String(fault),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      await damaged.close();
    }
    expect([...outcomes.keys()].sort()).toEqual(["STORE_DAMAGED", "answered"]);
    expect(outcomes.get("STORE_DAMAGED")).toBeGreaterThan(60);
  });

  it("is not created for reading only", async () => {
    const path = temporaryPath();
    expect(await refusal(open(path, { readOnly: true }))).toEqual({
      code: "STORE_UNAVAILABLE",
      message: `there is no store at ${path}: load a dossier into it first`,
    });
  });

  it("is read but not written where it is opened for reading only", () =>
    withStory(async (store, path) => {
      const reader = await open(path, { readOnly: true });
      expect(await gather(reader.readRecords())).toEqual(await gather(store.readRecords()));
      expect(await refusal(write(reader, story()))).toMatchObject({ code: "FORBIDDEN" });
      expect(await refusal(reader.touch())).toMatchObject({ code: "FORBIDDEN" });
      await reader.close();
    }));
});

describe("the views for people", () => {
  const names = ["readable_funding", "readable_ownership", "readable_flags", "readable_decisions"];

  it("carry names, dates, source address and quote", () =>
    withStory(async (_store, _path, file) => {
      for (const name of names) {
        const rows = file.prepare(`select * from ${name}`).all();
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({
          start_date: "2016-07-18/2016-07-19",
          source_url: "https://example.org/page",
          quote: "the words",
        });
      }
    }));

  it("name both ends, the outcome and the responses", () =>
    withStory(async (store, _path, file) => {
      await write(store, [put(entity("company:a", "A Company"))]);
      const first = (name: string) => file.prepare(`select * from ${name}`).get();
      expect(first("readable_funding")).toMatchObject({ payer: "A Company", recipient: "university:u" });
      expect(first("readable_ownership")).toMatchObject({ holder: "A Company", tie: "share not known" });
      expect(first("readable_flags")).toMatchObject({
        entity: "A Company",
        authorities: "company:b",
        events: "2016-07-18/2016-07-19 charged",
      });
      expect(first("readable_decisions")).toMatchObject({
        counterparties: "A Company; company:b",
        covers_subsidiaries: "yes",
        responses: '2016-07-18/2016-07-19 A Company: denied "the words"',
      });
    }));

  it("leave out what a correction replaced", () =>
    withStory(async (store, _path, file) => {
      const corrected = { ...ownership("owns", { right: "votes" }), revision: 1 };
      await write(store, [retract(ownership("owns")), add(corrected)]);
      const rows = file.prepare("select share_right from readable_ownership").all();
      expect(rows.map((row) => ({ ...row }))).toEqual([{ share_right: "votes" }]);
    }));
});

describe("several processes on one file", () => {
  it("let readers see a load once it is finished", () =>
    withStory(async (writer, path) => {
      const reader = await open(path);
      await write(writer, [add(gift("another", 1))]);
      expect((await reader.version()).n).toBe(2);
      expect(await relationRows(reader)).toHaveLength(3);
      await reader.close();
    }));

  it("let a second writer wait for the first", () =>
    withStory(async (store, _path, file) => {
      file.exec("begin immediate");
      const waiting = write(store, [add(gift("another", 1))]);
      await wait(300);
      file.exec("commit");
      expect((await waiting).n).toBe(2);
    }));

  it("tell a second writer after five seconds, without holding up its process", () =>
    withStory(async (store, path, file) => {
      file.exec("begin immediate");
      const began = performance.now();
      let turns = 0;
      const turning = setInterval(() => turns++, 50);
      expect(await refusal(write(store, [add(gift("another", 1))]))).toEqual({
        code: "CONFLICT",
        message: `another process is writing to ${path}: try again when it has finished`,
      });
      clearInterval(turning);
      expect(performance.now() - began).toBeGreaterThan(4_900);
      expect(turns).toBeGreaterThan(20);
      file.exec("rollback");
      expect((await write(store, [add(gift("another", 1))])).n).toBe(2);
    }));

  it("find the old version whole after a load was killed, and can load again", () =>
    withStory(async (store, path, file) => {
      const before = await relationRows(store);
      for (const after of [1_000, 40_000]) {
        await killLoad(`sqlite:${path}`, [], after);
        expect((await store.version()).n).toBe(1);
        expect(await relationRows(store)).toEqual(before);
        expect(await store.unfinishedLoad()).toBe(0);
        expect({ ...file.prepare("pragma integrity_check").get() }).toEqual({ integrity_check: "ok" });
      }
      expect((await write(store, [add(gift("another", 1))])).n).toBe(2);
    }));
});
