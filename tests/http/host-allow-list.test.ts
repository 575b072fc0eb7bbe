import { request } from "node:http";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

const QUESTION = "/graphql?query={graph{version}}";

/** The status and body of a GET with another Host than the address; undefined: with that of the address. */
function get(url: string, host?: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    request(`${url}${QUESTION}`, { headers: { ...headers, ...(host && { host }) } }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });
}

describe("a server whose reading is open to this machine only", () => {
  it("answers to this machine's own names", async () => {
    const { url } = await serve(await smallStore());
    for (const host of [
      undefined,
      "localhost",
      "localhost:80",
      "127.0.0.1:1",
      "127.8.9.1",
      "[::1]:4000",
      "a.localhost.",
    ])
      expect([host, (await get(url, host)).status]).toEqual([host, 200]);
  });

  it("refuses a page whose name was made to point here, at every door", async () => {
    const { url } = await serve(await smallStore());
    for (const host of [
      "evil.example.org",
      "127.0.0.1.example.org",
      "127.0.0.1@example.org",
      "localhost.org:4000",
      "10.0.0.1",
      "[",
    ]) {
      const { status, body } = await get(url, host);
      expect([host, status, JSON.parse(body).errors[0].extensions.code]).toEqual([host, 403, "FORBIDDEN"]);
      expect(body).toMatch("EXPOSURE_ALLOW_ANONYMOUS=read");
    }
    const opened = await new Promise((resolve) => {
      const headers = { host: "evil.example.org", origin: "http://evil.example.org" };
      const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
        headers,
      });
      socket.on("unexpected-response", (_, response) => resolve(response.statusCode));
      socket.on("error", () => {});
      socket.on("open", () => resolve("open"));
    });
    expect(opened).toBe(403);
  });
});

describe("a server whose operator said who may read", () => {
  it("answers whatever name a proxy gave it", async () => {
    const anybody = await serve(await smallStore(), {
      access: { anonymous: "read", keysFile: null, tokens: null, auditLog: null },
    });
    expect((await get(anybody.url, "graph.example.org")).status).toBe(200);
    const keyed = await serve(await smallStore(), { access: threeKeys() });
    expect((await get(keyed.url, "graph.example.org", withKey(KEYS.viewer))).status).toBe(200);
    expect((await get(keyed.url, "graph.example.org")).status).toBe(401);
  });
});
