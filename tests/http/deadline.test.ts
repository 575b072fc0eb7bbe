import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { ExposureError } from "../../src/domain/errors.js";
import type { GraphStore, ReadOptions } from "../../src/store/graph-store.js";
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
    const { url } = await serve(store, { limits: { deadlineMs: 200 } });
    const began = performance.now();
    const { body } = await post(url, TEXT);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(body.data.graph).toEqual({ version: "1" });
    expect(body.errors).toEqual([
      {
        message:
          "deadlineMs: the answer took longer than 200 milliseconds and was cut short: ask for less at a time",
        locations: expect.anything(),
        path: ["node", "text"],
        extensions: { code: "DEADLINE_EXCEEDED", limit: "deadlineMs", allowed: 200 },
      },
    ]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(signals[0]?.reason).toBeInstanceOf(ExposureError);
  });

  it("ends work in memory between two fields, and is told once for each root field", async () => {
    const store = await storeOf(worldOf(100), ["2020-05-01"]);
    const { url } = await serve(store, { limits: { deadlineMs: 30, maxCost: 10_000_000 } });
    const item =
      "target { name aliases relationCounts { kind count } } flags { flag { title state } } counterparties { transactions { timing } }";
    const field = (at: number) =>
      `q${at}: exposure(university: "university:u") { findings(first: 500) { nodes { ${item} } } }`;
    const { body } = await post(
      url,
      `{ graph { version } ${Array.from({ length: 20 }, (_, at) => field(at)).join(" ")} }`,
    );
    // Each of the twenty would take longer than that.
    const [first] = body.errors;
    expect(first.extensions).toEqual({ code: "DEADLINE_EXCEEDED", limit: "deadlineMs", allowed: 30 });
    const codes = new Set(
      body.errors.map((error: { extensions: { code: string } }) => error.extensions.code),
    );
    expect(codes).toEqual(new Set(["DEADLINE_EXCEEDED"]));
    const roots = body.errors.map((error: { path: string[] }) => error.path[0]);
    expect(new Set(roots).size).toBe(roots.length);
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
