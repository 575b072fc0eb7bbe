import { once } from "node:events";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { KEYS, threeKeys } from "./access-settings.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

const PING = JSON.stringify({ type: "ping" });

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  // A connection that is closed while it sends may be reset.
  socket.on("error", () => {});
  await once(socket, "open");
  return socket;
}

const init = (payload: object = {}) => JSON.stringify({ type: "connection_init", payload });

describe("messages over WebSocket", () => {
  it("are answered up to 1,000 in ten seconds; 14,000 close their connection, and others are answered", async () => {
    const { url } = await serve(await smallStore());
    const socket = await open(url);
    let pongs = 0;
    socket.on("message", (data) => {
      if (JSON.parse(String(data)).type === "pong") pongs += 1;
    });
    const closed = once(socket, "close");
    for (let at = 0; at < 14_000; at += 1) socket.send(PING);
    const quiet = await post(url, "{ graph { version } }");
    expect(quiet.status).toBe(200);
    await closed;
    expect(pongs).toBeLessThanOrEqual(1_000);
  });

  it("are counted for an address: a fourth connection that sends 1,000 is closed at once", async () => {
    const { url } = await serve(await smallStore());
    for (let connection = 0; connection < 3; connection += 1) {
      const socket = await open(url);
      for (let at = 0; at < 999; at += 1) socket.send(PING);
      let pongs = 0;
      await new Promise<void>((resolve) => {
        socket.on("message", () => {
          pongs += 1;
          if (pongs === 999) resolve();
        });
      });
      socket.close();
    }
    const last = await open(url);
    const closed = once(last, "close");
    for (let at = 0; at < 4; at += 1) last.send(PING);
    await closed;
    expect((await post(url, "{ graph { version } }")).status).toBe(200);
  });

  it("that nest 5,000 deep close their connection, and are no fault", async () => {
    const faults: unknown[] = [];
    const { url } = await serve(await smallStore(), { onFault: (_, fault) => faults.push(fault) });
    const socket = await open(url);
    socket.send(init());
    await once(socket, "message");
    const closed = once(socket, "close");
    const payload = `{"query":"{ graph { version } }","variables":{"x":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`;
    socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
    await closed;
    expect(faults).toEqual([]);
  });

  it("need a key that is known within 3 seconds, where keys are required", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    const began = performance.now();
    const [silent, wrong, known] = [await open(url), await open(url), await open(url)];
    const codes = [silent, wrong].map((socket) => once(socket, "close").then(([code]) => code));
    wrong.send(init({ authorization: "Bearer wrong" }));
    known.send(init({ authorization: `Bearer ${KEYS.viewer}` }));
    const [ofSilent, ofWrong] = await Promise.all(codes);
    // The protocol's own limit on the first message is as long and may be the one that ends the first.
    expect([4403, 4408]).toContain(ofSilent);
    expect(ofWrong).toBe(4403);
    expect(performance.now() - began).toBeGreaterThan(2_500);
    expect(known.readyState).toBe(WebSocket.OPEN);
    known.close();
  });
});
