import { once } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import {
  HOSTILE_ADDRESS,
  latencies,
  OWN_ADDRESS,
  percentile,
  quietBar,
  row,
  servedApart,
  type Waited,
} from "./apart.js";

/*
 * A quiet client beside each attack: twenty connections of another address, reading open to all, requests not counted. It
 * keeps the 95th of a hundred answers below three times what that takes alone, or 100 ms, whichever is more, and the
 * server stays below 600 MB. The time is what the server's thread worked between the question and its answer, so that other
 * programs of the machine do not count.
 */
const server = servedApart({ EXPOSURE_ALLOW_ANONYMOUS: "read", EXPOSURE_REQUESTS_PER_MINUTE: "off" });

const ASKED = 100;
const CONNECTIONS = 20;
const MOST_MB = 600;

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(" ");
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const withIds = (ids: string) =>
  `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${ids}}}`;

/** Bodies that twenty connections send as fast as they are answered, and the code that refuses them; null: none. */
const BODIES: Readonly<Record<string, readonly [body: string | object, code: string | null]>> = {
  "5,000 brackets in a variable": [withIds(nested(5_000)), "DEPTH_LIMIT_EXCEEDED"],
  "980 kB of nested variables": [withIds(`[${Array(980).fill(nested(500)).join(",")}]`), "BAD_USER_INPUT"],
  "250 kB of nested variables": [
    withIds(`[${Array(245).fill(nested(500)).join(",")}]`),
    "DEPTH_LIMIT_EXCEEDED",
  ],
  "15,000 values in a variable": [
    withIds(
      `[${Array(3)
        .fill(`[${Array(4_999).fill(1).join(",")}]`)
        .join(",")}]`,
    ),
    "BAD_USER_INPUT",
  ],
  "250 kB of one text": [{ query: "{ graph { version } }", variables: { x: "x".repeat(250_000) } }, null],
  "400 unknown directives": [
    { query: `{ graph { version ${times(400, (at) => `@d${at}`)} } }` },
    "BAD_USER_INPUT",
  ],
  "480 unused variables": [
    { query: `query (${times(480, (at) => `$v${at}: Int`)}) { graph { version } }` },
    "BAD_USER_INPUT",
  ],
  "many questions at once": [
    {
      query: `{ ${times(20, (at) => `q${at}: exposure(university: "university:mit") { summary findings(first: 10) { nodes { explanation } } }`)} }`,
    },
    null,
  ],
};

/** Runs an attack while the quiet client asks. */
async function beside(attack: (isOver: () => boolean) => Promise<unknown>): Promise<readonly Waited[]> {
  let over = false;
  const attacking = attack(() => over);
  const waited = await latencies(server, OWN_ADDRESS, ASKED);
  over = true;
  await attacking;
  return waited;
}

/** What the client's 95th answer may take, from what it takes alone. */
let bar = Number.NaN;
beforeAll(async () => {
  bar = await quietBar(server);
});

function holds(name: string, waited: readonly Waited[]): void {
  process.stdout.write(row(`${name}; ${server.peakMb().toFixed(0)} MB at most so far`, waited));
  expect(waited.filter(({ isWhole }) => !isWhole)).toEqual([]);
  expect(percentile(waited, "workedMs", 0.95)).toBeLessThan(bar);
  expect(server.peakMb()).toBeLessThan(MOST_MB);
}

describe.skipIf(process.platform !== "linux")("a quiet client is answered beside", () => {
  it.each(Object.entries(BODIES))("%s from 20 connections", async (name, [body, code]) => {
    const codes = new Set<string | null>();
    let attacks = 0;
    const waited = await beside((isOver) =>
      Promise.all(
        Array.from({ length: CONNECTIONS }, async () => {
          while (!isOver()) {
            const { answer } = await server.send(body, HOSTILE_ADDRESS);
            codes.add(answer.errors?.[0]?.extensions.code ?? null);
            attacks += 1;
          }
        }),
      ),
    );
    holds(`${attacks} times ${name}`, waited);
    codes.delete("DEADLINE_EXCEEDED");
    expect(codes.add(code)).toEqual(new Set([code]));
  });

  it("14,000 pings a second over one WebSocket at a time", async () => {
    let pings = 0;
    const waited = await beside(async (isOver) => {
      while (!isOver()) {
        const socket = new WebSocket(`${server.url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
          localAddress: HOSTILE_ADDRESS,
        });
        // A connection that is closed while it sends may be reset.
        socket.on("error", () => {});
        await once(socket, "open");
        while (socket.readyState === WebSocket.OPEN && !isOver()) {
          for (let at = 0; at < 140; at += 1) socket.send('{"type":"ping"}');
          pings += 140;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        socket.terminate();
      }
    });
    holds(`${pings} pings`, waited);
    expect(pings).toBeGreaterThan(3_000);
  });
});
