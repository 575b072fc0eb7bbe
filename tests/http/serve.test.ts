import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { ExposureError } from "../../src/domain/errors.js";
import { startServer } from "../../src/http/serve.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { entityRow } from "../exposure/naive/rows.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

/** An answer as a test reads it: loosely. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
type Body = any;

const GIFT = `{ node(id: "claim:rows/gift") { id ... on Funding { amount { min } from { name } } } }`;

describe("answering", () => {
  it("answers by POST and by GET", async () => {
    const { url } = await serve(await smallStore());
    const data = { node: { id: "claim:rows/gift", amount: { min: 1000 }, from: { name: "company:c" } } };
    expect(await post(url, GIFT)).toEqual({ status: 200, body: { data } });
    const byGet = await fetch(`${url}/graphql?query=${encodeURIComponent(GIFT)}`);
    expect(await byGet.json()).toEqual({ data });
  });

  it.each([
    ["{ nothing { id } }", 'Cannot query field "nothing"'],
    ["{ graph {", "Syntax Error"],
    ["mutation { nothing }", "Mutation"],
    ['{ flags(validAt: "soon") { totalCount } }', '"soon" is not a day: write it as YYYY-MM-DD'],
  ])("says what is wrong with the question %s", async (question, message) => {
    const { url } = await serve(await smallStore());
    const { errors } = (await post(url, question)).body;
    expect(errors[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
      message: expect.stringContaining(message),
    });
  });

  it("ends at the fifth mistake of a document", async () => {
    const { url } = await serve(await smallStore());
    const many = (count: number, make: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => make(at)).join(" ");
    for (const query of [
      `{ graph { version ${many(400, (at) => `@d${at}`)} } }`,
      `query (${many(480, (at) => `$v${at}: Int`)}) { graph { version } }`,
    ]) {
      const { errors } = (await post(url, query)).body;
      expect(errors).toHaveLength(6);
      expect(errors.at(-1).message).toMatch("Too many validation errors");
      expect(new Set(errors.map((error: Body) => error.extensions.code))).toEqual(
        new Set(["BAD_USER_INPUT"]),
      );
    }
    const { url: closed } = await serve(await smallStore(), { introspection: false });
    const guess = (await post(closed, "{ grap { version } }")).body.errors[0].message;
    expect(guess).toBe('Cannot query field "grap" on type "Query".');
  });

  it.each([
    ["{ graph { version } }", "", null],
    [
      "{ graph { version } }",
      "Other",
      'operationName: "Other" is the name of no operation of the document: leave operationName out',
    ],
    ["query A { graph { version } } query B { graph { flags } }", "A", null],
    [
      "query A { graph { version } } query B { graph { flags } }",
      "C",
      'operationName: "C" is the name of no operation of the document: write the name of one: A, B',
    ],
    [
      "query A { graph { version } } query B { graph { flags } }",
      "",
      "operationName: the document holds several operations and none of them is named: write the name of one: A, B",
    ],
    [
      "fragment F on Query { graph { version } }",
      "F",
      "operationName: the document holds no operation: write for example query { graph { version } }",
    ],
  ])(
    "finds in %s the operation named %j, or says that there is none",
    async (query, operationName, message) => {
      const { url } = await serve(await smallStore());
      const asked = { query, operationName };
      const byPost = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
      });
      const byGet = await fetch(`${url}/graphql?${new URLSearchParams(asked)}`);
      for (const response of [byPost, byGet]) {
        const { data, errors } = (await response.json()) as Body;
        expect([response.status, data?.graph.version, errors?.[0].message ?? null]).toEqual(
          message === null ? [200, "1", null] : [400, undefined, message],
        );
      }
    },
  );

  it("answers a mutation by GET with 405, whatever form is wanted", async () => {
    const { url } = await serve(await smallStore());
    const query = 'mutation { retractClaim(input: { id: "claim:rows/gift", reason: "x" }) { graphVersion } }';
    for (const [path, accept] of [
      ["/graphql", "application/json"],
      ["/graphql", "application/graphql-response+json"],
      ["/graphql/stream", "text/event-stream"],
    ] as const) {
      const response = await fetch(`${url}${path}?${new URLSearchParams({ query })}`, {
        headers: { accept },
      });
      expect([
        response.status,
        response.headers.get("allow"),
        ((await response.json()) as Body).errors,
      ]).toEqual([
        405,
        "POST",
        [
          {
            message: "A GET changes nothing: send a mutation by POST",
            extensions: { code: "BAD_USER_INPUT" },
          },
        ],
      ]);
    }
  });

  it("while it stops: answers what was asked, and refuses what comes after with 503 and when to ask again", async () => {
    const store = await smallStore();
    const { claims } = store;
    let find = () => {};
    const asked = new Promise<void>((tell) => {
      Object.assign(store, {
        claims: async (...given: Parameters<typeof claims>) => {
          await new Promise<void>((resolve) => {
            find = resolve;
            tell();
          });
          return claims.apply(store, given);
        },
      });
    });
    const server = await serve(store);
    const get = (query: string) =>
      `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answers = "";
    socket.on("data", (piece) => {
      answers += piece;
    });
    const ended = once(socket, "close");
    socket.write(get(`{ node(id: "claim:rows/gift") { ... on Claim { text } } }`));
    await asked;
    const closed = server.close();
    socket.write(get("{ graph { version } }"));
    await expect.poll(() => fetch(server.url).catch(() => null)).toBeNull();
    find();
    await Promise.all([closed, ended]);
    const [first, second] = answers.split(/(?=HTTP\/1\.1 )/);
    expect(first).toMatch(/^HTTP\/1\.1 200 /);
    expect(first).toMatch('{"data":{"node":{"text":');
    expect(second).toMatch(/^HTTP\/1\.1 503 /);
    expect(second).toMatch(/\r\nretry-after: 5\r\n/i);
    expect(second).toMatch('"code":"SERVER_STOPPING"');
  });

  it("says in GraphQL's own shape what is wrong with a request that never reaches it", async () => {
    const { url } = await serve(await smallStore());
    const ask = (body: string, type: string) =>
      fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": type }, body });
    for (const [response, status] of [
      [await ask("{", "application/json"), 400],
      [await ask("x".repeat(2_000_000), "application/json"), 413],
      [await ask("<query/>", "application/xml"), 415],
      [await fetch(`${url}/elsewhere`), 404],
    ] as const) {
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect([response.status, errors[0]?.extensions.code]).toEqual([
        status,
        status === 404 ? "NOT_FOUND" : "BAD_USER_INPUT",
      ]);
    }
  });

  it("says at an address of nothing what there is, for exports too", async () => {
    const { url } = await serve(await smallStore());
    for (const path of ["/elsewhere", "/export", "/export/csv/more"]) {
      const response = await fetch(`${url}${path}`);
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      expect([response.status, errors.map(({ message }) => message)]).toEqual([
        404,
        [
          `There is nothing at GET ${path}: GraphQL is at /graphql, exports are at /export/csv, /export/json, /export/gexf, /export/graphml`,
        ],
      ]);
    }
  });

  it("says so of an address or of bytes that nobody can read", async () => {
    const { url } = await serve(await smallStore());
    for (const [path, status] of [
      ["/graphql/%", 400],
      [`/export/${"x".repeat(200)}`, 414],
    ] as const) {
      const response = await fetch(`${url}${path}`);
      expect([response.status, response.headers.get("x-content-type-options")]).toEqual([status, "nosniff"]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    }
    for (const [bytes, status] of [
      ["GRAPHQL please\r\n\r\n", 400],
      [`GET / HTTP/1.1\r\nx: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ] as const) {
      const answer = await raw(url, bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer).toMatch('"code":"BAD_USER_INPUT"');
    }
  });

  it("refuses a forged form", async () => {
    const { url } = await serve(await smallStore());
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "query={graph{version}}",
    });
    expect(response.status).toBe(415);
  });
});

/** What a server answers to these bytes, until it closes the connection. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (piece) => {
      answer += piece;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("the query page", () => {
  it("meets a browser that opens the address, and nobody else", async () => {
    const { url } = await serve(await smallStore());
    const browser = await fetch(`${url}/`, {
      headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
    });
    expect(browser.url).toBe(`${url}/graphql`);
    expect(browser.headers.get("content-type")).toMatch("text/html");
    const policy = browser.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    const html = await browser.text();
    expect(html).not.toMatch(/<script>|style="|https?:/);
    const question = await fetch(`${url}/graphql?query={graph{flags}}`, { headers: { accept: "text/html" } });
    expect(question.headers.get("content-type")).toMatch("json");
  });
});

describe("health", () => {
  it("is ready when the graph is built and the store answers", async () => {
    const store = await smallStore();
    const { url } = await serve(store);
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ live: true });
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, graphVersion: "1", store: store.engine },
    ]);
  });

  it("is not ready, but answers from what is resident, when the store fails", async () => {
    const store = await smallStore();
    const { url } = await serve(store);
    await failing(store);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, graphVersion: "1", store: null },
    ]);
    expect((await post(url, GIFT)).body.data.node.amount).toEqual({ min: 1000 });
    const { body } = await post(url, `{ node(id: "claim:rows/gift") { id ... on Claim { start } } }`);
    expect(body.data.node).toEqual({ id: "claim:rows/gift", start: null });
    expect(body.errors[0].extensions.code).toBe("STORE_UNAVAILABLE");
  });
});

async function failing(store: GraphStore): Promise<void> {
  const fail = () =>
    Promise.reject(new ExposureError("STORE_UNAVAILABLE", "the store is gone: start it again"));
  Object.assign(store, { version: fail, claims: fail, entities: fail });
}

describe("faults", () => {
  it("tells nothing of what nobody foresaw but the request's id", async () => {
    const faults: [string, unknown][] = [];
    const store = await smallStore();
    const { url } = await serve(store, { onFault: (id, fault) => faults.push([id, fault]) });
    Object.assign(store, { claims: () => Promise.reject(new TypeError("secret of the house")) });
    const { body } = await post(url, `{ node(id: "claim:rows/gift") { ... on Claim { text } } }`);
    const [error] = body.errors;
    expect(error.extensions.code).toBe("INTERNAL");
    expect(JSON.stringify(body)).not.toMatch(/secret|stack|TypeError/);
    expect(faults).toEqual([[error.extensions.requestId, expect.any(TypeError)]]);
  });

  it("says in one sentence that a port is in use", async () => {
    const store = await smallStore();
    const { url } = await serve(store);
    const port = Number(new URL(url).port);
    await expect(startServer({ store, host: "127.0.0.1", port, refreshEveryMs: null })).rejects.toMatchObject(
      { code: "CONFLICT", message: expect.stringContaining(`Port ${port} is in use`) },
    );
  });
});

describe("a load beside the server", () => {
  const ask = async (url: string) =>
    (await post(url, `{ graph { version } entity(id: "company:new") { id } }`)).body.data;

  it("is noticed within moments", async () => {
    const store = await smallStore();
    const { url } = await serve(store);
    expect(await ask(url)).toEqual({ graph: { version: "1" }, entity: null });
    await load(store);
    await expect
      .poll(() => ask(url), { interval: 100 })
      .toEqual({
        graph: { version: "2" },
        entity: { id: "company:new" },
      });
  });

  it("is noticed at once on demand", async () => {
    const store = await smallStore();
    const server = await serve(store);
    await load(store);
    await server.refresh();
    expect((await ask(server.url)).graph.version).toBe("2");
  });

  async function load(store: GraphStore) {
    const change = { change: "put", noun: { record: "entity", value: entityRow("company:new") } } as const;
    await store.write([change], { expectedVersion: 1 });
  }
});
