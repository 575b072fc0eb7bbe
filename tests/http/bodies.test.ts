import { request as ask } from "node:http";
import { describe, expect, it } from "vitest";
import { checkJson } from "../../src/http/request.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

const QUERY = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const bodyWith = (ids: string) => `{"query":${JSON.stringify(QUERY)},"variables":{"ids":${ids}}}`;

async function send(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const { errors } = (await response.json()) as { errors?: { message: string; extensions: object }[] };
  return { status: response.status, error: errors?.[0] };
}

describe("a body", () => {
  it("of 5,000 brackets is refused by its depth, by POST, by GET and as a stream, and is no fault", async () => {
    const faults: unknown[] = [];
    const { url } = await serve(await smallStore(), { onFault: (_, fault) => faults.push(fault) });
    const refused = {
      status: 400,
      error: {
        message:
          "maxNested: the request's JSON has more than 32 arrays and objects in one another: nest less deeply",
        extensions: { code: "DEPTH_LIMIT_EXCEEDED", limit: "maxNested", allowed: 32 },
      },
    };
    expect(await send(url, bodyWith(nested(5_000)))).toEqual(refused);
    const search = `query=${encodeURIComponent(QUERY)}&variables={"ids":${nested(3_000)}}`;
    for (const [path, accept] of [
      ["/graphql", "application/json"],
      ["/graphql/stream", "text/event-stream"],
    ]) {
      const response = await fetch(`${url}${path}?${search}`, { headers: { accept: accept ?? "" } });
      const { errors } = (await response.json()) as { errors: unknown[] };
      expect([response.status, errors[0]]).toEqual([400, refused.error]);
    }
    expect(faults).toEqual([]);
  });

  it("may nest 32 deep, list 5,000 items and hold 20,000 values, and no more", () => {
    const list = (items: number) => `[${Array(items).fill("1").join(",")}]`;
    checkJson(nested(32));
    expect(() => checkJson(nested(33))).toThrow("maxNested");
    checkJson(list(5_000));
    expect(() => checkJson(list(5_001))).toThrow("maxItems");
    // The outer list, the four in it, and what these hold.
    const four = (last: number) => `[${[4_999, 4_999, 4_999, last].map(list).join(",")}]`;
    checkJson(four(20_000 - 1 - 4 - 3 * 4_999));
    expect(() => checkJson(four(20_001 - 1 - 4 - 3 * 4_999))).toThrow("maxValues");
  });

  it("is measured without what stands in its strings", () => {
    checkJson(
      JSON.stringify({ query: nested(100), other: `\\"${nested(100)}\\\\`, third: ",".repeat(9_000) }),
    );
  });

  it("may have 256 kB; an editor's, which holds the files of a dossier, four times as much", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys({ anonymous: "read" }) });
    const body = (bytes: number) => bodyWith(`["${"x".repeat(bytes - 200)}"]`);
    expect((await send(url, body(250_000))).status).toBe(200);
    expect((await send(url, body(260_000))).status).toBe(413);
    expect((await send(url, body(260_000), withKey(KEYS.viewer))).status).toBe(413);
    expect((await send(url, body(1_000_000), withKey(KEYS.editor))).status).toBe(200);
    expect((await send(url, body(1_030_000), withKey(KEYS.editor))).status).toBe(413);
  });

  it("of 980 kB from each of 20 connections without a key is refused, and a client with a key is answered", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys({ anonymous: "read" }) });
    const large = bodyWith(`[${Array(980).fill(nested(500)).join(",")}]`);
    const attacks = Promise.all(
      Array.from({ length: 20 }, () => statusOf(url, { "content-length": large.length }, large)),
    );
    const quiet = await send(url, '{"query":"{ graph { version } }"}', withKey(KEYS.viewer));
    expect(quiet).toEqual({ status: 200, error: undefined });
    expect(new Set(await attacks)).toEqual(new Set([413]));
  });

  it("is refused while 8 MB of others from its address are in progress, but not with a key", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys({ anonymous: "read" }) });
    // Each in chunks may become 1,024,000 bytes: seven are let in, an eighth is not.
    const slow = Array.from({ length: 7 }, () => {
      const sent = ask(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" } });
      sent.on("error", () => {});
      sent.write("{");
      return sent;
    });
    await expect
      .poll(() => statusOf(url, { "transfer-encoding": "chunked" }, bodyWith("[]")), { timeout: 5_000 })
      .toBe(429);
    expect((await send(url, bodyWith("[]"), withKey(KEYS.viewer))).status).toBe(200);
    for (const sent of slow) sent.destroy();
    await expect
      .poll(() => statusOf(url, { "transfer-encoding": "chunked" }, bodyWith("[]")), { timeout: 5_000 })
      .toBe(200);
  });
});

function statusOf(url: string, headers: Record<string, string | number>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = ask(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    sent.on("response", (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
