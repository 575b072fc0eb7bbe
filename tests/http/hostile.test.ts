import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import {
  HEAD,
  HOSTILE_ADDRESS,
  latencies,
  OWN_ADDRESS,
  percentile,
  row,
  SHARES,
  servedApart,
  type Waited,
} from "./apart.js";

/* What refuses or cuts hostile questions, and what that costs others who ask meanwhile, under a short deadline. */
const DEADLINE_MS = 2_000;

const server = servedApart({ EXPOSURE_DEADLINE: `${DEADLINE_MS}ms` });

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(" ");

const EXPOSURE = `exposure(university: "university:mit", validAt: "2024-01-01") { summary totals { currency }
  findings(first: 10) { nodes { explanation criticalClaims { id } paths(limit: 20) { text } rule(regime: OFAC_50) } } }`;

interface Hostile {
  readonly body: unknown;
  /** The code that refuses it; null: it is worked on, and answered or cut. */
  readonly code: string | null;
}

const HOSTILE: Readonly<Record<string, Hostile>> = {
  depth: {
    body: {
      query: `{ entity(id: "university:mit") { ${"relations { nodes { from { ".repeat(50)} id ${"} } }".repeat(50)} } }`,
    },
    code: "DEPTH_LIMIT_EXCEEDED",
  },
  brackets: { body: { query: `{ nodes(ids: ${"[".repeat(1_900)}) { id } }` }, code: "DEPTH_LIMIT_EXCEEDED" },
  aliases: {
    body: { query: `{ ${times(100, (at) => `a${at}: graph { version }`)} }` },
    code: "COST_LIMIT_EXCEEDED",
  },
  "repeated fields": {
    body: { query: `{ graph { ${"version ".repeat(1_900)} } }` },
    code: "COST_LIMIT_EXCEEDED",
  },
  "a fragment in itself": {
    body: { query: "{ ...A } fragment A on Query { graph { version } ...B } fragment B on Query { ...A }" },
    code: "BAD_USER_INPUT",
  },
  "fragments in fragments": {
    body: {
      query: `{ graph { ...F0 } } ${times(60, (at) => `fragment F${at} on GraphInfo { ...F${at + 1} ...F${at + 1} }`)} fragment F60 on GraphInfo { version }`,
    },
    code: "COST_LIMIT_EXCEEDED",
  },
  "many fragments": {
    body: {
      query: `{ graph { ${times(180, (at) => `...F${at}`)} } } ${times(180, (at) => `fragment F${at} on GraphInfo { version }`)}`,
    },
    code: "COST_LIMIT_EXCEEDED",
  },
  "a page of a million": {
    body: {
      query:
        "query ($n: Int) { universities(first: $n) { nodes { id relations(first: $n) { nodes { text } } } } }",
      variables: { n: 1_000_000 },
    },
    code: "COST_LIMIT_EXCEEDED",
  },
  "a batch": { body: Array(200).fill({ query: `{ ${EXPOSURE} }` }), code: "BAD_USER_INPUT" },
  "a huge document": {
    body: { query: `{ graph { version } } # ${"x".repeat(200_000)}` },
    code: "COST_LIMIT_EXCEEDED",
  },
  "a huge body": {
    body: { query: "{ graph { version } }", variables: { x: "x".repeat(2_000_000) } },
    code: "BAD_USER_INPUT",
  },
  "the schema in circles": {
    body: { query: `{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} }".repeat(6)} } } }` },
    code: "BAD_USER_INPUT",
  },
  "much at once": { body: { query: `{ ${times(30, (at) => `q${at}: ${EXPOSURE}`)} }` }, code: null },
  "a matrix of everything, again and again": {
    body: {
      query: `{ ${times(7, (at) => `m${at}: exposureMatrix(rows: UNIVERSITY, columns: TARGET, measure: GROSS, limit: 50) { cells { min findings { key } } }`)} }`,
    },
    code: null,
  },
};

describe("a hostile question", () => {
  it.each(Object.entries(HOSTILE))("%s", async (_, { body, code }) => {
    const { answer } = await server.send(body);
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions.code));
    if (code !== null) {
      expect([...codes]).toEqual([code]);
      expect(answer.data ?? null).toBeNull();
    } else {
      // Worked on: answered, or cut by the deadline, and what was answered by then is kept.
      expect([...codes].filter((each) => each !== "DEADLINE_EXCEEDED")).toEqual([]);
    }
  });
});

const ASKED = 200;

/** Clients that begin a request and never end it, and clients that take nothing of a large answer. */
async function slowClients(count: number): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(server.url);
  const large =
    "{ universities(first: 500) { nodes { id name relations(first: 10) { nodes { id text } } } } }";
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const socket = connect({ port: Number(port), host: hostname, localAddress: HOSTILE_ADDRESS });
      socket.on("error", () => {});
      await once(socket, "connect");
      if (at % 2 === 0)
        socket.write(
          "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900000\r\n\r\n{",
        );
      else {
        socket.pause();
        socket.write(`GET /graphql?query=${encodeURIComponent(large)} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      }
      return socket;
    }),
  );
}

/** What a client at an address waits for while three others send hostile requests, one after the other, and 40 are slow. */
async function underAttack(from: string): Promise<{ readonly waited: readonly Waited[]; attacks: number }> {
  const slow = await slowClients(40);
  let attacking = true;
  let attacks = 0;
  const bodies = Object.values(HOSTILE).map(({ body }) => body);
  const attackers = [0, 1, 2].map(async (first) => {
    for (let at = first; attacking; at += 1) {
      await server.send(bodies[at % bodies.length]);
      attacks += 1;
    }
  });
  const waited = await latencies(server, from, ASKED);
  attacking = false;
  await Promise.all(attackers);
  for (const socket of slow) socket.destroy();
  return { waited, attacks };
}

describe("somebody else", () => {
  it("is answered as before while others are hostile", { timeout: 180_000 }, async () => {
    await latencies(server, OWN_ADDRESS, ASKED);
    const quiet = await latencies(server, OWN_ADDRESS, ASKED);
    const apart = await underAttack(OWN_ADDRESS);
    const among = await underAttack(HOSTILE_ADDRESS);
    process.stdout.write(
      [
        HEAD,
        row("another client, nobody else", quiet),
        row(`the same, ${apart.attacks} hostile requests from another address`, apart.waited),
        row(`a client at the address of ${among.attacks} hostile requests`, among.waited),
      ].join(""),
    );
    expect(Math.min(apart.attacks, among.attacks)).toBeGreaterThan(5);
    const unanswered = (all: readonly Waited[]) => all.filter(({ isWhole }) => !isWhole).length;
    expect(unanswered(quiet)).toBe(0);
    expect(unanswered(apart.waited)).toBeLessThanOrEqual(ASKED / 100);
    expect(unanswered(among.waited)).toBeLessThan(ASKED / 10);
    // Nobody waits for a hostile question to end; three of them are under way.
    expect(percentile(among.waited, "ms", 0.5)).toBeLessThan(DEADLINE_MS);
    const usual = percentile(quiet, "workedMs", 0.5);
    if (Number.isNaN(usual)) return;
    const timesUsual = ({ waited }: typeof apart) =>
      SHARES.map((share) => percentile(waited, "workedMs", share) / usual);
    const within = (times: readonly number[], bounds: readonly number[]) =>
      times.map((each, at) => (each < (bounds[at] ?? 0) ? "held" : each));
    // Half wait for a slice or so; the slowest for what cannot be cut, several times over, or for memory to be tidied.
    expect(within(timesUsual(apart), [5, 20, 60])).toEqual(["held", "held", "held"]);
    // One address is one client: of its twenty large questions that begin at once each has had as little.
    expect(within(timesUsual(among), [8, 40, 400])).toEqual(["held", "held", "held"]);
  });
});
