import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ExposureError } from "../../src/domain/errors.js";
import type { RunningServer } from "../../src/http/serve.js";
import type { Change, GraphStore } from "../../src/store/graph-store.js";
import { relationRow } from "../exposure/naive/rows.js";
import { serve } from "./running.js";
import { LISTED, smallStore } from "./small-store.js";

/** A hundred subscriptions may be under way on one connection. */
const A_CONNECTION = 100;
const AT_A_TIME = 50;

interface Told {
  readonly data?: { readonly exposureChanged: object } | null;
  readonly errors?: readonly object[];
}

/** Messages of one address are counted. */
const ADDRESSES = process.platform === "linux" ? ["127.0.0.1", "127.0.0.2", "127.0.0.3"] : ["127.0.0.1"];

function from(localAddress: string | undefined): unknown {
  return class extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { ...(localAddress !== undefined && { localAddress }) });
    }
  };
}

/** Takes out subscriptions, and gives the next event of each. */
async function listen(server: RunningServer, documents: readonly string[]) {
  const clients = Array.from({ length: Math.ceil(documents.length / A_CONNECTION) }, (_, at) =>
    createClient({
      url: `${server.url.replace("http", "ws")}/graphql`,
      webSocketImpl: from(ADDRESSES[at % ADDRESSES.length]),
      retryAttempts: 0,
    }),
  );
  const take = (query: string, at: number) =>
    clients[Math.floor(at / A_CONNECTION)]?.iterate({ query, variables: { university: "university:u" } });
  const nextOf = async (each: ReturnType<typeof take>) => (await each?.next())?.value as Told;
  const listeners: ReturnType<typeof take>[] = [];
  // To be taken out in time, a subscription has a deadline of its own.
  while (listeners.length < documents.length) {
    const begun = listeners.length;
    listeners.push(...documents.slice(begun, begun + AT_A_TIME).map((query, at) => take(query, begun + at)));
    await expect.poll(() => server.subscriptions()).toBe(listeners.length);
  }
  const next = () => Promise.all(listeners.map(nextOf));
  return {
    first: next(),
    next,
    leave: () => Promise.all(clients.map((client) => client.dispose())),
  };
}

async function load(
  store: GraphStore,
  server: RunningServer,
  changes: readonly Change[] = LISTED,
): Promise<void> {
  await store.write(changes, { expectedVersion: (await store.version()).n });
  await server.refresh();
}

const WHAT = "added { finding { channel target { id name } } because { id } }";
const ONE = `subscription ($university: ID!) { exposureChanged(university: $university) { ${WHAT}
  after { summary findings { nodes { explanation } } } } }`;

describe("many listeners", () => {
  it("of one university, 3,000 of them, are told of a load within 3 seconds, by one search and one answer", {
    timeout: 90_000,
  }, async () => {
    const store = await smallStore();
    let lookUps = 0;
    const { claims } = store;
    const server = await serve(store);
    const { first, leave } = await listen(server, Array(3_000).fill(ONE));
    Object.assign(store, {
      claims: (...given: Parameters<typeof claims>) => {
        lookUps += 1;
        return claims.apply(store, given);
      },
    });
    const [began, before] = [performance.now(), process.cpuUsage()];
    await load(store, server);
    const told = await first;
    const tookMs = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    const workedMs = (user + system) / 1_000;
    process.stdout.write(
      `3,000 listeners were told in ${tookMs.toFixed(0)} ms, ${workedMs.toFixed(0)} ms of work, with ${lookUps} look-ups\n`,
    );
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(told[0]).toMatchObject({
      data: { exposureChanged: { added: [{ finding: { channel: "DIRECT", target: { id: "company:c" } } }] } },
    });
    expect(lookUps).toBeLessThan(10);
    // Other programs of the machine do not count; the work of the 3,000 clients does.
    expect(Math.min(tookMs, workedMs)).toBeLessThan(3_000);
    await leave();
  });

  it("at one address, 100 of them with 100 different questions, are all told, however short the deadline of one event", {
    timeout: 90_000,
  }, async () => {
    const store = await smallStore();
    const gifts = Array.from({ length: 200 }, (_, at) => added(at, `2019-04-${10 + (at % 20)}`));
    await store.write(gifts, { expectedVersion: 1 });
    const server = await serve(store, { limits: { deadlineMs: 2_000 } });
    // All together take far longer than the deadline of one.
    const documents = Array.from(
      { length: 100 },
      (_, at) => `subscription ($university: ID!) { exposureChanged(university: $university) {
        a${at}: after { summary transactions(first: 200) { nodes { timing relation { text } } } } } }`,
    );
    const { first, next, leave } = await listen(server, documents);
    const began = performance.now();
    await load(store, server);
    const told = await first;
    process.stdout.write(
      `100 different subscriptions were told in ${(performance.now() - began).toFixed(0)} ms\n`,
    );
    expect(told.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(told.filter(({ data }) => data?.exposureChanged !== undefined)).toHaveLength(100);
    // They listen on.
    const second = next();
    await expect.poll(() => server.subscriptions()).toBe(100);
    await leave();
    await second.catch(() => {});
  });

  it("stay where an event could not be answered, and hear of the next", async () => {
    const store = await smallStore();
    const server = await serve(store);
    const { first, next, leave } = await listen(server, [ONE, ONE]);
    const { claims } = store;
    Object.assign(store, {
      // The graph itself is still followed.
      claims: async (...given: Parameters<typeof claims>) => {
        if (given[1]?.signal) throw new ExposureError("STORE_UNAVAILABLE", "the store is gone");
        return claims.apply(store, given);
      },
    });
    await load(store, server);
    for (const { errors } of await first) {
      expect(errors).toMatchObject([{ extensions: { code: "STORE_UNAVAILABLE" } }]);
    }
    Object.assign(store, { claims });
    const second = next();
    await expect.poll(() => server.subscriptions()).toBe(2);
    await load(store, server, [added(0, "2019-05-01")]);
    for (const { data, errors } of await second)
      expect([errors, data]).toEqual([undefined, expect.anything()]);
    await leave();
  });
});

const added = (number: number, start: string): Change => ({
  change: "add",
  claim: relationRow({
    id: `claim:rows/gift-${number}`,
    kind: "Funding",
    from: "company:c",
    to: "university:u",
    start,
    amount: "1000",
    currency: "USD",
  }),
});
