import { createClient } from "graphql-ws";
import { expect, it } from "vitest";
import WebSocket from "ws";
import { ExposureError } from "../../src/domain/errors.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

async function metricsOf(url: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const space = line.lastIndexOf(" ");
        return [line.slice(0, space), Number(line.slice(space + 1))];
      }),
  );
}

const REFUSED_DEPTH = 'exposure_operations_total{field="none",code="DEPTH_LIMIT_EXCEEDED"}';

it("counts operations by root field and code, whichever door they came through", async () => {
  const { url } = await serve(await smallStore(), { limits: { maxDepth: 3 } });
  await post(url, "query First { graph { version } }");
  await post(url, "query Second { graph { version } again: graph { version } }");
  await post(url, '{ graph { version } search(text: "c") { totalCount } }');
  await post(url, '{ ...Both } fragment Both on Query { ... { university(id: "company:c") { id } } }');
  await post(url, "{ nothing }");
  await post(url, '{ node(id: "university:u") { ... on University { parts { parts { id } } } } }');
  const client = createClient({ url: `${url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
  await client.iterate({ query: "{ graph { version } }" }).next();
  await client.dispose();
  // What was refused before it was worked on is counted when its answer has gone out, a moment after it came in here.
  await expect.poll(async () => (await metricsOf(url)).get(REFUSED_DEPTH)).toBe(1);
  const counted = await metricsOf(url);
  const operations = (field: string, code: string) =>
    counted.get(`exposure_operations_total{field="${field}",code="${code}"}`);
  expect(operations("graph", "OK")).toBe(3);
  expect(operations("several", "OK")).toBe(1);
  expect(operations("university", "WRONG_KIND")).toBe(1);
  expect(operations("none", "BAD_USER_INPUT")).toBe(1);
  expect(counted.get('exposure_operation_seconds_count{field="graph"}')).toBe(3);
  // graph and version: two fields, twice of them under two names, once over WebSocket.
  expect(counted.get('exposure_operation_cost_sum{field="graph"}')).toBe(2 + 4 + 2);
});

it("tells the size, version and age of the resident graph, and the store's time", async () => {
  const store = await smallStore();
  const { url } = await serve(store);
  await post(url, `{ node(id: "claim:rows/gift") { ... on Claim { text } } }`);
  const before = await metricsOf(url);
  expect(before.get("exposure_projection_version")).toBe(1);
  expect(before.get("exposure_projection_entities")).toBe(2);
  expect(before.get("exposure_projection_relations")).toBe(1);
  expect(before.get("exposure_projection_bytes")).toBeGreaterThan(100);
  await expect
    .poll(async () => (await metricsOf(url)).get("exposure_projection_age_seconds"))
    .toBeLessThan(3);
  expect(before.get('exposure_store_seconds_count{verb="claims",outcome="done"}')).toBe(1);
  expect(before.get('exposure_operation_rows_total{field="node"}')).toBe(1);
  const gone = () => Promise.reject(new ExposureError("STORE_UNAVAILABLE", "the store is gone"));
  Object.assign(store, { claims: gone, version: gone });
  await post(url, `{ node(id: "claim:rows/gift") { ... on Claim { note } } }`);
  await expect
    .poll(async () => (await metricsOf(url)).get("exposure_projection_age_seconds"))
    .toBeGreaterThan(1.2);
  const after = await metricsOf(url);
  expect(after.get('exposure_store_seconds_count{verb="claims",outcome="failed"}')).toBe(1);
  expect(after.get('exposure_operations_total{field="node",code="STORE_UNAVAILABLE"}')).toBe(1);
});

it("counts requests by route, never by what was asked", async () => {
  const { url } = await serve(await smallStore());
  for (const path of [
    "export/json?university=university:u",
    "export/pdf?university=university:secret",
    "nowhere/secret",
  ])
    await (await fetch(`${url}/${path}`)).text();
  const requests = async (route: string, status: number) =>
    (await metricsOf(url)).get(
      `exposure_http_requests_total{method="GET",route="${route}",status="${status}"}`,
    );
  for (const [route, status] of [
    ["/export/:format", 200],
    ["/export/:format", 404],
    ["none", 404],
  ] as const)
    await expect.poll(() => requests(route, status)).toBe(1);
  expect([...(await metricsOf(url)).keys()].join()).not.toMatch("secret");
});

it("belongs to admins as soon as keys are known", async () => {
  const { url } = await serve(await smallStore(), { access: threeKeys() });
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  expect((await fetch(`${url}/metrics`, { headers: withKey(KEYS.editor) })).status).toBe(403);
  expect((await fetch(`${url}/metrics`, { headers: withKey(KEYS.admin) })).status).toBe(200);
});
