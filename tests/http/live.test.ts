import { createClient as createStreamClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { parseDay, printDay, today } from "../../src/domain/day.js";
import { entityRow, relationRow } from "../exposure/naive/rows.js";
import { post, serve } from "./running.js";
import { LISTED, smallStore } from "./small-store.js";

/** Answers as a test reads them: loosely. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
type Answer = any;

interface Client {
  iterate(request: { query: string; variables?: Record<string, unknown> }): AsyncIterableIterator<Answer>;
  dispose(): void | Promise<void>;
}

/** The doors that keep open, each with a client of the protocol. */
const DOORS: Readonly<Record<string, (url: string) => Client>> = {
  WebSocket: (url) =>
    createSocketClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    }),
  "server-sent events": (url) =>
    createStreamClient({ url: `${url}/graphql/stream`, retryAttempts: 0 }) as unknown as Client,
};

const gift = (cells: { revision: number; amount: string; recorded?: string }) =>
  relationRow({
    id: "claim:rows/gift",
    kind: "Funding",
    from: "company:c",
    to: "university:u",
    start: "2019-03-01",
    currency: "USD",
    ...cells,
  });

const DIFFERENCE = `subscription ($university: ID!) {
  exposureChanged(university: $university) {
    before { scope { graphVersion } findings { totalCount }
      transactions { nodes { relation { ... on Funding { amount { min } } } } } }
    after { scope { graphVersion } findings { nodes { target { id } timing } }
      transactions { nodes { relation { text ... on Funding { amount { min } } } } } }
    added { finding { channel target { id } } because { id } }
    removed { finding { channel } }
    changed { what because { id retracted } }
  }
}`;

describe.each(Object.entries(DOORS))("over %s", (_name, open) => {
  it("tells what a load changed for a university, and with which claims", async () => {
    const store = await smallStore();
    const server = await serve(store);
    const client = open(server.url);
    const answers = client.iterate({ query: DIFFERENCE, variables: { university: "university:u" } });
    const first = answers.next();
    await expect.poll(() => server.subscriptions()).toBe(1);

    // Nothing of the university's: not told.
    await store.write([{ change: "put", noun: { record: "entity", value: entityRow("company:d") } }], {
      expectedVersion: 1,
    });
    await server.refresh();
    await store.write(LISTED, { expectedVersion: 2 });
    await server.refresh();
    expect((await first).value.data.exposureChanged).toEqual({
      before: {
        scope: { graphVersion: "2" },
        findings: { totalCount: 0 },
        transactions: { nodes: [] },
      },
      after: {
        scope: { graphVersion: "3" },
        findings: { nodes: [{ target: { id: "company:c" }, timing: "CONCURRENT" }] },
        transactions: { nodes: [{ relation: { text: expect.any(String), amount: { min: 1000 } } }] },
      },
      added: [
        {
          finding: { channel: "DIRECT", target: { id: "company:c" } },
          because: [{ id: "claim:rows/listed" }, { id: "claim:rows/subject" }],
        },
      ],
      removed: [],
      changed: [],
    });

    // A correction: what was is told as it stood then.
    const second = answers.next();
    const now = printDay(today());
    await store.write(
      [
        {
          change: "retract",
          record: "relation",
          id: "claim:rows/gift",
          revision: 0,
          retracted: now,
          retractedDay: parseDay(now),
        },
        { change: "add", claim: gift({ revision: 1, amount: "2500", recorded: now }) },
      ],
      { expectedVersion: 3 },
    );
    await server.refresh();
    expect((await second).value.data.exposureChanged).toMatchObject({
      before: { transactions: { nodes: [{ relation: { amount: { min: 1000 } } }] } },
      after: { transactions: { nodes: [{ relation: { amount: { min: 2500 } } }] } },
      changed: [{ what: ["AMOUNT"], because: [{ id: "claim:rows/gift" }] }],
    });

    // A listener that leaves is forgotten.
    await answers.return?.();
    await client.dispose();
    await expect.poll(() => server.subscriptions()).toBe(0);
  });

  it.each([
    ["university:nowhere", "NOT_FOUND"],
    ["company:c", "WRONG_KIND"],
  ])("refuses to watch %s: %s", async (university, code) => {
    const { url } = await serve(await smallStore());
    const client = open(url);
    const answers = client.iterate({ query: DIFFERENCE, variables: { university } });
    const { errors } = (await answers.next()).value;
    expect(errors[0]).toMatchObject({ message: expect.stringContaining(university), extensions: { code } });
    await client.dispose();
  });

  it("answers a question as POST does", async () => {
    const { url } = await serve(await smallStore());
    const query = `{ node(id: "claim:rows/gift") { id ... on Funding { amount { min } } } }`;
    const client = open(url);
    const { value } = await client.iterate({ query }).next();
    expect(value).toEqual((await post(url, query)).body);
    await client.dispose();
  });

  it("refuses what POST refuses, in the same words", async () => {
    const { url } = await serve(await smallStore());
    const client = open(url);
    for (const query of ["{ nothing }", "{ graph {", "subscription { exposureChanged { summary } }"]) {
      const refused = await client
        .iterate({ query })
        .next()
        .then(({ value }) => value.errors)
        .catch((errors) => errors);
      expect(refused).toEqual((await post(url, query)).body.errors);
    }
    await client.dispose();
  });

  it("tells nothing of what nobody foresaw but the request's id", async () => {
    const faults: [string, unknown][] = [];
    const store = await smallStore();
    const { url } = await serve(store, { onFault: (id, fault) => faults.push([id, fault]) });
    Object.assign(store, { claims: () => Promise.reject(new TypeError("secret of the house")) });
    const client = open(url);
    const query = `{ node(id: "claim:rows/gift") { ... on Claim { text } } }`;
    const { value } = await client.iterate({ query }).next();
    expect(value.errors[0].extensions.code).toBe("INTERNAL");
    expect(JSON.stringify(value)).not.toMatch(/secret|TypeError/);
    expect(faults).toEqual([[value.errors[0].extensions.requestId, expect.any(TypeError)]]);
    await client.dispose();
  });

  it("lets the server stop while somebody listens", async () => {
    const server = await serve(await smallStore());
    const client = open(server.url);
    const answers = client.iterate({ query: DIFFERENCE, variables: { university: "university:u" } });
    const first = answers.next().catch(() => ({ done: true }));
    await expect.poll(() => server.subscriptions()).toBe(1);
    await server.close();
    expect((await first).done).toBe(true);
  });
});

describe("a subscription as one request", () => {
  it("is refused with the addresses where it is told", async () => {
    const { url } = await serve(await smallStore());
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: DIFFERENCE, variables: { university: "university:u" } }),
    });
    const { errors } = (await response.json()) as Answer;
    expect([response.status, errors[0].extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
    expect(errors[0].message).toMatch("/graphql/stream");
  });

  it("is refused at the stream's address where no stream is accepted", async () => {
    const { url } = await serve(await smallStore());
    const response = await fetch(`${url}/graphql/stream?query={graph{version}}`, {
      headers: { accept: "application/json" },
    });
    const { errors } = (await response.json()) as Answer;
    expect([response.status, errors[0].extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  });
});

describe("pages of other sites", () => {
  const connect = (url: string, origin?: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
        ...(origin && { headers: { origin } }),
      });
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      socket.on("error", () => {});
      socket.on("open", () => {
        socket.close();
        resolve(101);
      });
    });

  it("may not connect, unless the operator names them", async () => {
    const { url } = await serve(await smallStore(), { corsOrigins: ["https://dash.example.org"] });
    expect(await connect(url)).toBe(101);
    expect(await connect(url, url)).toBe(101);
    expect(await connect(url, "https://dash.example.org")).toBe(101);
    expect(await connect(url, "https://evil.example.org")).toBe(403);
    expect(await connect(url, "null")).toBe(403);
  });

  it("may not ask by default, and may where they are named", async () => {
    const ask = async (corsOrigins: readonly string[], origin: string) => {
      const { url } = await serve(await smallStore(), { corsOrigins });
      const headers = { origin, "access-control-request-method": "POST" };
      const preflight = await fetch(`${url}/graphql`, { method: "OPTIONS", headers });
      const answer = await fetch(`${url}/graphql?query={graph{version}}`, { headers: { origin } });
      return [preflight, answer].map((response) => response.headers.get("access-control-allow-origin"));
    };
    const dash = "https://dash.example.org";
    expect(await ask([], dash)).toEqual([null, null]);
    expect(await ask([dash], dash)).toEqual([dash, dash]);
    expect(await ask([dash], "https://evil.example.org")).toEqual([null, null]);
    expect(await ask(["*"], "https://anybody.example.org")).toEqual(["*", "*"]);
  });
});
