import { request } from "node:http";
import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ExposureError } from "../../src/domain/errors.js";
import type { GraphStore, ReadOptions } from "../../src/store/graph-store.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
} from "../exposure/naive/rows.js";
import { worldOf } from "../graphql/row-counts.js";
import { storeOf } from "../graphql/serving.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

const TEXT = `{ graph { version } node(id: "claim:rows/gift") { id ... on Claim { text } } }`;

/** A store that is never done looking claims up; it keeps the signals that it was given. */
function neverDone(store: GraphStore): readonly AbortSignal[] {
  const signals: AbortSignal[] = [];
  Object.assign(store, {
    claims: (_: unknown, { signal }: ReadOptions) => {
      if (signal) signals.push(signal);
      return new Promise(() => {});
    },
  });
  return signals;
}

describe("the deadline", () => {
  it("ends a wait for the store, cancels the statement and keeps what was answered", async () => {
    const store = await smallStore();
    const signals = neverDone(store);
    const { url } = await serve(store, { limits: { deadlineMs: 1_000 } });
    const began = performance.now();
    const { body } = await post(url, TEXT);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(body.data.graph).toEqual({ version: "1" });
    expect(body.errors).toEqual([
      {
        message:
          "deadlineMs: the answer took longer than 1000 milliseconds and was cut short: ask for less at a time",
        locations: expect.anything(),
        path: ["node", "text"],
        extensions: { code: "DEADLINE_EXCEEDED", limit: "deadlineMs", allowed: 1_000 },
      },
    ]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(signals[0]?.reason).toBeInstanceOf(ExposureError);
  });

  it("ends work in memory between two fields, and is told once for each root field", async () => {
    const store = await storeOf(worldOf(100), ["2020-05-01"]);
    const { url } = await serve(store, { limits: { deadlineMs: 200, maxCost: 10_000_000 } });
    const item =
      "target { name aliases relationCounts { kind count } } flags { flag { title state } } counterparties { transactions { timing } }";
    const field = (at: number) =>
      `q${at}: exposure(university: "university:u") { findings(first: 500) { nodes { ${item} } } }`;
    const asked = `{ graph { version } ${Array.from({ length: 29 }, (_, at) => field(at)).join(" ")} }`;
    // The first time much of it goes by while the document is read.
    await post(url, asked);
    const { body } = await post(url, asked);
    // All of them together would take several times as long.
    const [first] = body.errors;
    expect(first.extensions).toEqual({ code: "DEADLINE_EXCEEDED", limit: "deadlineMs", allowed: 200 });
    const codes = new Set(
      body.errors.map((error: { extensions: { code: string } }) => error.extensions.code),
    );
    expect(codes).toEqual(new Set(["DEADLINE_EXCEEDED"]));
    const roots = body.errors.map((error: { path: string[] }) => error.path[0]);
    expect(new Set(roots).size).toBe(roots.length);
  });
});

/** Everybody may own a part of everybody and pays: 60 companies have more chains than anybody could walk. */
function tangle() {
  const companies = Array.from({ length: 60 }, (_, at) => `company:c${at}`);
  let rows = 0;
  const row = (cells: Omit<RelationCells, "id">) => relationRow({ id: `claim:rows/r${rows++}`, ...cells });
  return storeOf({
    entities: ["university:u", "university:v", ...companies].map((id) => entityRow(id)),
    flags: [flagRow("listing:l")],
    claims: [
      ...companies.flatMap((from) =>
        companies
          .filter((to) => to !== from)
          .map((to) => row({ kind: "Ownership", from, to, share: "[0,1]", start: "2000-01-01" })),
      ),
      row({ kind: "Ownership", from: "university:u", to: "company:c0", share: "1", start: "2000-01-01" }),
      ...companies.map((from) =>
        row({
          kind: "Funding",
          from,
          to: "university:u",
          start: "2015-03-01",
          amount: "1000",
          currency: "USD",
        }),
      ),
      ...companies.slice(0, 10).map((entity, at) =>
        subjectRow({
          id: `claim:rows/s${at}`,
          flag: "listing:l",
          entity,
          role: "listed",
          start: "2012-01-01",
        }),
      ),
      eventRow({ id: "claim:rows/listed", flag: "listing:l", event: "listed", start: "2012-01-01" }),
    ],
  });
}

const HELD = "channels: [DIRECT, SUBSIDIARY, PARENT, PROGRAM]";
const SCENARIO = 'scenario: { delist: ["company:c0"] }';
const QUESTIONS: readonly string[] = [
  'exposure(university: "university:u") { summary }',
  `exposure(university: "university:u", ${HELD}) { findings(first: 20) { nodes { paths(limit: 50) { text } criticalClaims { id } rule(regime: OFAC_50) lookThrough { min } } } }`,
  `exposure(university: "university:u", ${HELD}, minShare: 0.1) { summary }`,
  'exposedUniversities(to: "company:c0") { nodes { findings { key } } }',
  'paths(from: "university:u", to: "company:c9", limit: 50, maxHops: 16) { paths { hops } }',
  'ownership(of: "company:c3") { holders { integrated { min } control } holdings { integrated { min } control } }',
  'control(controller: "company:c1", company: "company:c5") { explanation proof { relation { id } } }',
  'ownershipRule(company: "company:c50", regime: EU_50) { unsettled { settles } explanation }',
  'whyNot(university: "university:u", target: "company:c50") { explanation }',
  `whatIf(university: "university:u", ${SCENARIO}) { removed { because { id } } changed { what } }`,
  'changes(university: "university:u", sinceKnownAt: "2010-01-01") { added { because { id } } }',
  'elevatedRiskReview(university: "university:u", counterparty: "company:c0") { summary criteria { explanation } }',
  'sharedExposures(universities: ["university:u", "university:v"]) { shared { target { id } } }',
  "exposureMatrix(rows: UNIVERSITY, columns: TARGET, measure: GROSS) { cells { min } }",
  "fundingTotals(groupBy: [PAYER_GROUP]) { totalCount }",
];

describe("a search that would not end", () => {
  it("is cut by the deadline, whatever is asked", { timeout: 60_000 }, async () => {
    const { url } = await serve(await tangle(), { limits: { deadlineMs: 200 } });
    const cut: string[] = [];
    for (const question of QUESTIONS) {
      // Of the processor: the machine may be busy with other things.
      const before = process.cpuUsage();
      const { body } = await post(url, `{ ${question} }`);
      const { user, system } = process.cpuUsage(before);
      expect([question, (user + system) / 1_000_000 < 3]).toEqual([question, true]);
      const code = body.errors?.[0].extensions.code ?? null;
      expect([null, "DEADLINE_EXCEEDED"]).toContain(code);
      if (code !== null) cut.push(question.split("(")[0] as string);
    }
    const exported = await fetch(`${url}/export/json?university=university:u`);
    expect([exported.status, await exported.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: "DEADLINE_EXCEEDED" } }] },
    ]);
    expect(cut).toEqual(expect.arrayContaining(["exposure", "whatIf", "sharedExposures", "exposureMatrix"]));
  });
});

describe("a search that looks at too much", () => {
  it("is refused when its claims are used up, whatever is asked", { timeout: 60_000 }, async () => {
    const { url } = await serve(await tangle(), { limits: { rowBudget: 5_000, deadlineMs: 60_000 } });
    const refused: string[] = [];
    for (const question of QUESTIONS) {
      const { body } = await post(url, `{ graph { limits { rowBudget } } ${question} }`);
      expect(body.data.graph.limits).toEqual({ rowBudget: 5_000 });
      const codes = (body.errors ?? []).map(({ extensions }: { extensions: object }) => extensions);
      for (const extensions of codes)
        expect(extensions).toEqual({ code: "COST_LIMIT_EXCEEDED", limit: "rowBudget", allowed: 5_000 });
      if (codes.length > 0) refused.push(question.split("(")[0] as string);
    }
    const exported = await fetch(`${url}/export/json?university=university:u`);
    expect([exported.status, await exported.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: "COST_LIMIT_EXCEEDED", limit: "rowBudget" } }] },
    ]);
    // A rule, and control, read each holder of each company once: 60 times 59 shares, fewer than the budget.
    const names = QUESTIONS.map((question) => question.split("(")[0]);
    expect(new Set(refused)).toEqual(
      new Set(names.filter((name) => !["ownershipRule", "control"].includes(name as string))),
    );
  });

  it("ends a list of paths early when its own claims are used up, and says so", async () => {
    const question = `{ graph { limits { pathBudget } }
      paths(from: "university:u", to: "company:c9", limit: 50, maxHops: 16) { paths { hops } scope { truncated { reason } } } }`;
    const few = await serve(await tangle(), { limits: { pathBudget: 2_000 } });
    const all = await serve(await tangle());
    const [cut, whole] = await Promise.all([few, all].map(({ url }) => post(url, question)));
    expect(cut?.body.data.graph.limits.pathBudget).toBe(2_000);
    expect(cut?.body.data.paths.scope.truncated).toEqual([{ reason: "ROW_BUDGET" }]);
    const { paths } = cut?.body.data.paths ?? {};
    expect(paths.length).toBeGreaterThan(0);
    expect(paths).toEqual(whole?.body.data.paths.paths.slice(0, paths.length));
    expect([whole?.body.data.paths.paths.length, whole?.body.data.paths.scope.truncated]).toEqual([50, []]);
  });
});

describe("a connection that is closed", () => {
  it("ends the work for it", async () => {
    const store = await smallStore();
    const signals = neverDone(store);
    const { url } = await serve(store);
    const asked = request(`${url}/graphql?query=${encodeURIComponent(TEXT)}`);
    asked.on("error", () => {});
    asked.end();
    await expect.poll(() => signals.length, { interval: 10 }).toBe(1);
    expect(signals[0]?.aborted).toBe(false);
    asked.destroy();
    await expect.poll(() => signals[0]?.aborted, { interval: 10 }).toBe(true);
  });

  it("ends the work for it when it is a WebSocket, too", async () => {
    const store = await smallStore();
    const signals = neverDone(store);
    const { url } = await serve(store);
    const client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    client
      .iterate({ query: TEXT })
      .next()
      .catch(() => {});
    await expect.poll(() => signals.length, { interval: 10 }).toBe(1);
    client.terminate();
    await expect.poll(() => signals[0]?.aborted, { interval: 10 }).toBe(true);
  });
});

describe("a long answer", () => {
  it("lets short ones pass meanwhile", async () => {
    const store = await storeOf(worldOf(300), ["2020-05-01"]);
    const { url } = await serve(store, { limits: { maxCost: 10_000_000, deadlineMs: 60_000 } });
    const companies = `{ companies(first: 500) { nodes { name relationCounts { kind count } relations(first: 500) { nodes { kind from { name } to { name } } } timeline(first: 500) { totalCount } } } }`;
    let longIsDone = false;
    const long = post(url, companies).then((answer) => {
      longIsDone = true;
      return answer;
    });
    let passed = 0;
    while (!longIsDone) {
      await post(url, "{ graph { version } }");
      if (!longIsDone) passed += 1;
    }
    expect((await long).body.errors).toBeUndefined();
    expect(passed).toBeGreaterThan(3);
  });
});
