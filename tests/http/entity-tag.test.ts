import { isInterfaceType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { printDay, today } from "../../src/domain/day.js";
import { graphSchema } from "../../src/graphql/schema.js";
import { entityRow } from "../exposure/naive/rows.js";
import { withinOneDay } from "../within-one-day.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

const QUESTION = `query ($day: Date, $first: Int = 2) {
  exposure(university: "university:u", validAt: $day) { summary }
  universities(first: $first) { nodes { id } }
}`;

async function get(
  url: string,
  variables: object = {},
  {
    query = QUESTION,
    headers = {},
  }: { readonly query?: string; readonly headers?: Record<string, string> } = {},
) {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response = await fetch(`${url}/graphql?${search}`, { headers });
  return {
    status: response.status,
    tag: response.headers.get("etag"),
    text: await response.text(),
    response,
  };
}

describe("an answer to GET", () => {
  it("is not sent again to who has it, until the graph changes", async () => {
    const store = await smallStore();
    const server = await serve(store);
    const { tag, status, response } = await get(server.url);
    expect([status, tag, response.headers.get("cache-control")]).toEqual([
      200,
      expect.stringMatching(/^W\/"[\w-]{43}"$/),
      "no-cache",
    ]);
    const held = { headers: { "if-none-match": `"other", ${tag}` } };
    expect(await get(server.url, {}, held)).toMatchObject({ status: 304, text: "", tag });
    await store.write([{ change: "put", noun: { record: "entity", value: entityRow("company:new") } }], {
      expectedVersion: 1,
    });
    await server.refresh();
    const after = await get(server.url, {}, held);
    expect(after.status).toBe(200);
    expect(after.tag).not.toBe(tag);
  });

  it("has the tag of its question after defaults, clocks resolved to days", () =>
    withinOneDay(async () => {
      const { url } = await serve(await smallStore());
      const { tag } = await get(url);
      expect((await get(url, { first: 2 })).tag).toBe(tag);
      expect((await get(url, { day: printDay(today()) })).tag).toBe(tag);
      expect((await get(url, { day: "2019-05-01" })).tag).not.toBe(tag);
      expect((await get(url, { first: 1 })).tag).not.toBe(tag);
      expect((await get(url, {}, { query: `${QUESTION} # again` })).tag).not.toBe(tag);
    }));

  it("has another tag in another form, and the same on another server over the store", async () => {
    const store = await smallStore();
    const [one, two] = [await serve(store), await serve(store)];
    const { tag } = await get(one.url);
    expect((await get(two.url)).tag).toBe(tag);
    const accept = "application/graphql-response+json";
    expect((await get(one.url, {}, { headers: { accept } })).tag).not.toBe(tag);
  });

  it("tells two readings of one version apart where other tools edit the graph", async () => {
    const { url } = await serve(await smallStore(), { refreshEveryMs: 50 });
    const { tag } = await get(url);
    await expect.poll(async () => (await get(url)).tag, { interval: 20 }).not.toBe(tag);
  });

  it("is not kept by others than the key that asked", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    const { response } = await get(url, {}, { headers: withKey(KEYS.viewer) });
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(response.headers.get("vary")).toMatch("Authorization");
    const tag = response.headers.get("etag") ?? "";
    expect((await get(url, {}, { headers: { "if-none-match": tag } })).status).toBe(401);
  });

  it("carries no tag when something went wrong, nor to POST", async () => {
    const { url } = await serve(await smallStore());
    expect((await get(url, {}, { query: "{ nothing }" })).tag).toBeNull();
    expect((await get(url, {}, { query: '{ flags(after: "x") { totalCount } }' })).tag).toBeNull();
    expect((await get(url, { first: "x" })).tag).toBeNull();
    expect((await get(url, {}, { query: "mutation { nothing }" })).tag).toBeNull();
    expect((await post(url, "{ graph { version } }")).status).toBe(200);
  });

  it("is compressed for who accepts that", async () => {
    const { url } = await serve(await smallStore());
    const query = `{ graph { ${Array.from({ length: 50 }, (_, at) => `the_number_of_the_version_${at}: version`).join(" ")} } }`;
    for (const encoding of ["br", "gzip"]) {
      const { response, text } = await get(url, {}, { query, headers: { "accept-encoding": encoding } });
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(JSON.parse(text).data.graph.the_number_of_the_version_49).toBe("1");
    }
    const plain = await get(url, {}, { query, headers: { "accept-encoding": "identity" } });
    expect(plain.response.headers.get("content-encoding")).toBeNull();
  });
});

it("a clock's description says what it is when it is left open", () => {
  const types = Object.values(graphSchema().getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const clocks = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) =>
      args
        .filter((arg) => arg.name === "validAt" || arg.name === "knownAt")
        .map((arg) => [`${type.name}.${name}(${arg.name})`, arg.description] as const),
    ),
  );
  expect(clocks.length).toBeGreaterThan(100);
  const unclear = clocks.filter(
    ([, text]) => !/Null: (today|everything known|whenever it held)\.$/.test(text ?? ""),
  );
  expect(unclear).toEqual([]);
  const notToday = clocks.filter(
    ([place, text]) => /knownAt/.test(place) && !/Null: today\.$/.test(text ?? ""),
  );
  expect(notToday).toEqual([]);
});
