import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AccessSettings } from "../../src/domain/access.js";
import { printDay, today } from "../../src/domain/day.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { edited, type Files, STORY } from "../dossier/folder-of.js";
import { withinOneDay } from "../within-one-day.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { serve } from "./running.js";

/* Long because a mutation is followed from the request to the store, the log of writes and whoever else writes. */

const LOAD = `mutation ($input: LoadDossierInput!) { loadDossier(input: $input) { report {
  graphVersion created corrected unchanged problems { file line severity message } } } }`;
const RETRACT = `mutation ($input: RetractClaimInput!) { retractClaim(input: $input) { graphVersion
  claim { id text retracted ... on Funding { from { name } } } } }`;

function files(changed: Files = {}) {
  return Object.entries({ ...STORY, ...changed }).map(([name, content]) => ({
    name: name === "settings" ? "dossier.yml" : `${name}.csv`,
    content,
  }));
}

async function emptyServer(store?: GraphStore) {
  const access = threeKeys();
  const opened = store ?? (await openStore({ engine: "memory" }));
  const server = await serve(opened, { access });
  const send = async (query: string, variables: object = {}, key = KEYS.editor) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...withKey(key) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as {
      // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
      data?: any;
      errors?: { message: string; extensions: { code: string } }[];
    };
  };
  const load = async (changed: Files = {}, dryRun = false) =>
    send(LOAD, { input: { files: files(changed), dryRun } });
  return { server, store: opened, access, send, load };
}

function logOf({ auditLog }: AccessSettings): Record<string, unknown>[] {
  return readFileSync(auditLog ?? "", "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

const GIFT = "claim:story/gift-2019";

describe("loadDossier", () => {
  it("brings the graph to hold the dossier, and tells so to the next question", async () => {
    const { send, load } = await emptyServer();
    // 2 relations, a subject, an event, 2 responses, a decision, a policy.
    const report = { created: 8, corrected: 0, unchanged: 0, problems: [] };
    expect(await load()).toEqual({ data: { loadDossier: { report: { ...report, graphVersion: "1" } } } });
    expect((await send(`{ graph { version } node(id: "${GIFT}") { ... on Claim { text } } }`)).data).toEqual({
      graph: { version: "1" },
      node: { text: expect.stringContaining("500,000") },
    });
    expect((await load()).data.loadDossier.report).toEqual({
      graphVersion: "1",
      ...report,
      created: 0,
      unchanged: 8,
    });
  });

  it("says on a dry run what it would do, and does nothing", async () => {
    const { send, load, access } = await emptyServer();
    expect((await load({}, true)).data.loadDossier.report).toMatchObject({ graphVersion: "0", created: 8 });
    expect((await send("{ graph { version flags } }")).data.graph).toEqual({ version: "0", flags: 0 });
    expect(logOf(access)).toEqual([]);
  });

  it("writes nothing where anything is wrong, and names it by file and line", async () => {
    const { send, load, access } = await emptyServer();
    const { data } = await load(
      edited("relations", "company:maker,university:north", "company:mker,university:north"),
    );
    expect(data.loadDossier.report).toEqual({
      graphVersion: "0",
      created: 0,
      corrected: 0,
      unchanged: 0,
      problems: [
        {
          file: "relations.csv",
          line: 2,
          severity: "ERROR",
          message: expect.stringContaining("company:mker"),
        },
      ],
    });
    expect((await send("{ graph { version } }")).data.graph.version).toBe("0");
    expect(logOf(access)).toEqual([]);
  });

  it.each([
    [[{ name: "../../etc/passwd", content: "" }], '"../../etc/passwd" is no file of a dossier'],
    [[{ name: "relations.csv", content: "" }], "dossier.yml is missing"],
    [
      [
        { name: "dossier.yml", content: "" },
        { name: "dossier.yml", content: "" },
      ],
      '"dossier.yml" was sent twice',
    ],
  ])("refuses files that are none of a dossier's: %j", async (given, message) => {
    const { send } = await emptyServer();
    const { data, errors } = await send(LOAD, { input: { files: given } });
    expect(data).toEqual({ loadDossier: null });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
      message: expect.stringContaining(message),
    });
  });
});

describe("retractClaim", () => {
  it("ends a claim today, so that it stays readable as known before", () =>
    withinOneDay(async () => {
      const { send, load } = await emptyServer();
      await load();
      const { data } = await send(RETRACT, { input: { id: GIFT, reason: "The paper took it back." } });
      expect(data.retractClaim).toEqual({
        graphVersion: "2",
        claim: {
          id: GIFT,
          text: expect.stringContaining("500,000"),
          retracted: printDay(today()),
          from: { name: "Maker Limited" },
        },
      });
      const money = `{ before: university(id: "university:north") { funding(knownAt: "2025-01-01") { totalCount } }
        now: university(id: "university:north") { funding { totalCount } } }`;
      expect((await send(money)).data).toEqual({
        before: { funding: { totalCount: 1 } },
        now: { funding: { totalCount: 0 } },
      });
    }));

  it("holds when the same dossier is loaded again, until its row changes", async () => {
    const { send, load } = await emptyServer();
    await load();
    await send(RETRACT, { input: { id: GIFT, reason: "The paper took it back." } });
    const again = `mutation ($input: LoadDossierInput!) { loadDossier(input: $input) { report {
      graphVersion created unchanged leftRetracted } } }`;
    const reload = async (changed: Files = {}) =>
      (await send(again, { input: { files: files(changed) } })).data.loadDossier.report;
    expect(await reload()).toEqual({ graphVersion: "2", created: 0, unchanged: 8, leftRetracted: [GIFT] });
    expect(await reload(edited("relations", "500000", "510000"))).toEqual({
      graphVersion: "3",
      created: 1,
      unchanged: 7,
      leftRetracted: [],
    });
  });

  it("refuses what it cannot retract", async () => {
    const { send, load } = await emptyServer();
    await load();
    const codeOf = async (id: string, reason = "wrong") => {
      const { data, errors } = await send(RETRACT, { input: { id, reason } });
      expect(data).toEqual(errors ? { retractClaim: null } : expect.anything());
      return errors?.[0]?.extensions.code ?? null;
    };
    expect(await codeOf("claim:story/nothing")).toBe("NOT_FOUND");
    expect(await codeOf("company:maker")).toBe("WRONG_KIND");
    expect(await codeOf(GIFT, " ")).toBe("BAD_USER_INPUT");
    expect(await codeOf(GIFT, "x".repeat(2001))).toBe("BAD_USER_INPUT");
    expect(await codeOf(GIFT)).toBeNull();
    expect(await codeOf(GIFT)).toBe("CONFLICT");
  });
});

describe("the log of writes", () => {
  it("tells who wrote what and when, with each record before and after, and is only appended to", () =>
    withinOneDay(async () => {
      const { send, load, access } = await emptyServer();
      await load();
      await load(edited("relations", "500000", "600000"));
      await send(RETRACT, { input: { id: "claim:story/holding-2018", reason: "A slip." } }, KEYS.admin);
      const lines = logOf(access);
      const written = (graphVersion: number) => ({ outcome: "written", graphVersion });
      expect(lines).toMatchObject([
        { who: { name: "the-editor", role: "editor" }, what: { loadDossier: "story" }, graphVersion: 0 },
        written(1),
        { who: { name: "the-editor" }, what: { loadDossier: "story" }, graphVersion: 1 },
        written(2),
        {
          who: { name: "the-admin", role: "admin" },
          what: { retractClaim: "claim:story/holding-2018", reason: "A slip." },
        },
        written(3),
      ]);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
      for (const { at } of lines) expect(Math.abs(Date.parse(String(at)) - Date.now())).toBeLessThan(60_000);
      expect(lines[0]?.changes).toContainEqual({
        change: "add",
        record: "relation",
        id: GIFT,
        before: null,
        after: expect.objectContaining({
          from: "company:maker",
          amount: expect.objectContaining({ min: 500_000 }),
        }),
      });
      const before = expect.objectContaining({
        amount: expect.objectContaining({ min: 500_000 }),
        retracted: null,
      });
      expect(lines[2]?.changes).toEqual([
        {
          change: "retract",
          record: "relation",
          id: GIFT,
          before,
          after: expect.objectContaining({ retracted: printDay(today()) }),
        },
        {
          change: "add",
          record: "relation",
          id: GIFT,
          before,
          after: expect.objectContaining({ revision: 1, amount: expect.objectContaining({ min: 600_000 }) }),
        },
      ]);
      expect(JSON.stringify(lines)).not.toMatch(/key-of-the/);
      const first = readFileSync(access.auditLog ?? "", "utf8").split("\n")[0];
      await load();
      expect(readFileSync(access.auditLog ?? "", "utf8").split("\n")[0]).toBe(first);
    }));

  it("must be there before anything is written", async () => {
    const { load, access, send } = await emptyServer();
    rmSync(access.auditLog ?? "");
    mkdirSync(access.auditLog ?? "");
    const { data, errors } = await load();
    expect(data).toEqual({ loadDossier: null });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: "STORE_UNAVAILABLE" },
      message: expect.stringMatching(/^the log of writes cannot be written: /),
    });
    expect((await send("{ graph { version } }")).data.graph.version).toBe("0");
  });

  it("is asked for at the start", async () => {
    const access = threeKeys();
    writeFileSync(access.auditLog ?? "", "");
    const store = await openStore({ engine: "memory" });
    await expect(serve(store, { access: { ...access, auditLog: `${access.auditLog}/log` } })).rejects.toThrow(
      /the log of writes .* cannot be written \((ENOTDIR|EEXIST)\): .*EXPOSURE_AUDIT_LOG/,
    );
  });
});

describe("several writers", () => {
  it("one wins, the others get CONFLICT and may try again; the version rises once a write", async () => {
    const { send, load, access } = await emptyServer();
    await load();
    const amounts = ["510000", "520000", "530000", "540000"];
    const answers = await Promise.all(amounts.map((amount) => load(edited("relations", "500000", amount))));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "written");
    const wins = codes.filter((code) => code === "written").length;
    expect(codes.filter((code) => code !== "written")).toEqual(Array(4 - wins).fill("CONFLICT"));
    expect(wins).toBeGreaterThanOrEqual(1);
    expect(wins).toBeLessThan(4);
    expect((await send("{ graph { version } }")).data.graph.version).toBe(String(1 + wins));
    const outcomes = logOf(access).filter((line) => "outcome" in line);
    expect(outcomes.filter(({ outcome }) => outcome === "written")).toHaveLength(1 + wins);
    for (const line of outcomes.filter(({ outcome }) => outcome === "refused")) {
      expect(line.code).toBe("CONFLICT");
    }
    expect((await load(edited("relations", "500000", "550000"))).errors).toBeUndefined();
  });
});
