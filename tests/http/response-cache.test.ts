import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import type { Projection } from "../../src/graph/projection.js";
import { Admission } from "../../src/graphql/admission/admission.js";
import { ANY_DOCUMENT } from "../../src/graphql/admission/documents.js";
import { graphSchema } from "../../src/graphql/schema.js";
import { keyOf, ResponseCache } from "../../src/http/response-cache.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { entityRow } from "../exposure/naive/rows.js";
import { counting } from "../graphql/serving.js";
import { KEYS, keysFile, sha256, threeKeys, withKey } from "./access-settings.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

const GIFT = `{ node(id: "claim:rows/gift") { ... on Claim { text } } }`;

describe("an answer that was given", () => {
  it("is given again without work, byte for byte, until the graph changes", async () => {
    const store = await smallStore();
    const counted = counting(store);
    const server = await serve(Object.assign(Object.create(store), counted) as GraphStore);
    const bytes = async () => {
      const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(GIFT)}`);
      return [response.headers.get("content-type"), response.headers.get("etag"), await response.text()];
    };
    const first = await bytes();
    const again = [await bytes(), await bytes()];
    expect(again).toEqual([first, first]);
    await store.write([{ change: "put", noun: { record: "entity", value: entityRow("company:new") } }], {
      expectedVersion: 1,
    });
    await server.refresh();
    const later = await bytes();
    expect([later[2], later[1] === first[1]]).toEqual([first[2], false]);
  });

  it("is not given to another question, form, caller's limit or operation", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    const ask = async (query: string, variables: object, headers: Record<string, string> = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...withKey(KEYS.viewer), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { type: response.headers.get("content-type"), body: await response.json() };
    };
    const query = "query ($id: ID!) { entity(id: $id) { id } }";
    for (const id of ["university:u", "company:c", "university:u"])
      expect((await ask(query, { id })).body).toEqual({ data: { entity: { id } } });
    expect((await ask(query, { id: "company:x" })).body).toMatchObject({ data: { entity: null } });
    const other = { accept: "application/graphql-response+json" };
    expect((await ask(query, { id: "company:c" }, other)).type).toMatch("graphql-response");
    expect((await ask(query, { id: "company:c" })).type).toMatch("application/json");
    // Who may not read is refused, whatever was answered to others.
    const refused = await fetch(`${url}/graphql?query={graph{version}}`);
    expect(refused.status).toBe(401);
  });

  it("is not kept where anything failed", async () => {
    const store = await smallStore();
    const { url } = await serve(store);
    const claims = store.claims.bind(store);
    Object.assign(store, { claims: () => Promise.reject(new TypeError("once")) });
    expect((await post(url, GIFT)).body.errors[0].extensions.code).toBe("INTERNAL");
    Object.assign(store, { claims });
    expect((await post(url, GIFT)).body).toEqual({ data: { node: { text: expect.any(String) } } });
  });

  it("is not kept where the deadline cut it short", async () => {
    const store = await smallStore();
    const { url } = await serve(store, { limits: { deadlineMs: 300 } });
    const claims = store.claims.bind(store);
    Object.assign(store, { claims: () => new Promise(() => {}) });
    expect((await post(url, GIFT)).body.errors[0].extensions.code).toBe("DEADLINE_EXCEEDED");
    Object.assign(store, { claims });
    await expect
      .poll(async () => (await post(url, GIFT)).body)
      .toEqual({ data: { node: { text: expect.any(String) } } });
  });

  it("is not given to one whose limit is another, nor to one who may not ask", async () => {
    const keys = keysFile([
      `slow viewer ${sha256("key-of-the-slow")} 50`,
      `the-viewer viewer ${sha256(KEYS.viewer)}`,
      `the-admin admin ${sha256(KEYS.admin)} off`,
    ]);
    const { url } = await serve(await smallStore(), { access: threeKeys({ keysFile: keys }) });
    const limitOf = async (key: string) =>
      (await post(url, "{ graph { limits { requestsPerMinute } } }", withKey(key))).body.data.graph.limits;
    const told = async () => Promise.all(["key-of-the-slow", KEYS.viewer, KEYS.admin].map(limitOf));
    const expected = [50, 600, null].map((requestsPerMinute) => ({ requestsPerMinute }));
    expect([await told(), await told()]).toEqual([expected, expected]);
    for (const key of ["not-a-key", KEYS.editor])
      expect((await post(url, "{ graph { limits { requestsPerMinute } } }", withKey(key))).status).toBe(401);
  });

  it("is counted like any other", async () => {
    const { url } = await serve(await smallStore());
    for (let asked = 0; asked < 3; asked += 1) await post(url, "{ graph { version } }");
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch('exposure_operations_total{field="graph",code="OK"} 3');
  });
});

describe("kept answers", () => {
  const version = () => ({}) as Projection;
  const answer = (length: number) => ({ headers: {}, body: "x".repeat(length), field: "graph" });

  it("make room for new ones, those first that were asked for longest ago", () => {
    const answers = new ResponseCache();
    const at = version();
    answers.find(at, "");
    for (let n = 0; n < 16; n += 1) answers.keep(at, `q${n}`, answer(1_999_990));
    expect(answers.find(at, "q0")).not.toBeNull();
    answers.keep(at, "q16", answer(1_999_990));
    expect(["q0", "q1", "q2", "q16"].map((key) => answers.find(at, key) !== null)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it("never hold one that is very long, and nothing of an older version", () => {
    const answers = new ResponseCache();
    const [older, newer] = [version(), version()];
    answers.find(older, "");
    answers.keep(older, "long", answer(2_000_000));
    expect(answers.find(older, "long")).toBeNull();
    answers.keep(older, "q", answer(1));
    expect(answers.find(older, "q")?.body.length).toBe(1);
    expect(answers.find(newer, "q")).toBeNull();
    // Worked out from the older version while the newer one was asked for.
    answers.keep(older, "q", answer(1));
    expect(answers.find(newer, "q")).toBeNull();
    answers.keep(newer, "q", answer(2));
    expect(answers.find(newer, "q")?.body.length).toBe(2);
  });

  it("belong to a question, its form, the caller's limit and a day; what is no question has none", () => {
    const admission = new Admission(graphSchema(), {
      limits: DEFAULT_LIMITS,
      documents: ANY_DOCUMENT,
      introspection: true,
    });
    const query = `query A($id: ID!) { entity(id: $id) { id } } query B { graph { version } } mutation C { retractClaim(input: { id: "x", reason: "y" }) { retracted { id } } }`;
    const admit = (operationName: string, variables: object) =>
      admission.admit({ query, operationName, variables });
    const how = { today: 20_000, accept: "", requestsPerMinute: null };
    const keys = [
      keyOf(admit("A", { id: "a" }), how),
      keyOf(admit("A", { id: "b" }), how),
      keyOf(admit("B", {}), how),
      keyOf(admit("B", {}), { ...how, today: 20_001 }),
      keyOf(admit("B", {}), { ...how, accept: "text/html" }),
      keyOf(admit("B", {}), { ...how, requestsPerMinute: 60 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(null);
    expect([keyOf(admit("C", {}), how), keyOf(null, how)]).toEqual([null, null]);
  });
});
