import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getIntrospectionQuery } from "graphql";
import { createClient as createStreamClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import { counting } from "../graphql/serving.js";
import { temporaryPath } from "../store/temporary-path.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

/* Long because each limit is tried at each door, and the doors share what they are asked. */

const bomb = (levels: number) =>
  [
    "{ graph { ...F0 } }",
    ...Array.from(
      { length: levels },
      (_, at) => `fragment F${at} on GraphInfo { ...F${at + 1} ...F${at + 1} }`,
    ),
    `fragment F${levels} on GraphInfo { version }`,
  ].join("\n");
const deep = (levels: number) =>
  `{ entity(id: "company:c") { ${"relations { nodes { from { ".repeat(levels)} id ${"} } }".repeat(levels)} } }`;

describe("a question that is too large is refused before any work", () => {
  it.each([
    ["bytes", `# ${"x".repeat(50_000)}\n{ graph { version } }`, "maxDocumentBytes", 50_024],
    ["tokens", `{ nodes(ids: [${'"a" '.repeat(2_000)}]) { id } }`, "maxTokens", 2_012],
    ["depth", deep(5), "maxDepth", 17],
    ["brackets", `{ nodes(ids: ${"[".repeat(900)}${"]".repeat(900)}) { id } }`, "maxDepth", 902],
    ["depth in a fragment", `{ ...F } fragment F on Query ${deep(5)}`, "maxDepth", 17],
    [
      "aliases",
      `{ graph { ${Array.from({ length: 61 }, (_, at) => `a${at}: version`).join(" ")} } }`,
      "maxAliases",
      61,
    ],
    [
      "fragments",
      `{ ...F } fragment F on Query { ... { graph { version } } } ${Array.from({ length: 59 }, (_, at) => `fragment F${at} on Query { graph { version } }`).join(" ")}`,
      "maxAliases",
      61,
    ],
    ["repeated fields", `{ graph { ${"version ".repeat(62)} } }`, "maxAliases", 61],
    [
      "root fields",
      `{ ...A ...B } fragment A on Query { ${"graph { version } ".repeat(16)} } fragment B on Query { ${"graph { version } ".repeat(15)} }`,
      "maxRootFields",
      31,
    ],
    // Each doubles what the one before it asks for.
    ["fragments in fragments", bomb(40), "maxCost", 2 ** 40 + 1],
    // The list and its search 201, and a million nodes of 2.
    ["a page", "{ universities(first: 1000000) { nodes { id } } }", "maxCost", 2_000_201],
    [
      "pages in pages",
      "{ companies(first: 500) { nodes { relations(last: 500) { edges { node { id } } } } } }",
      "maxCost",
      // The list and its search 201, and 500 nodes, each of 1 with a list of 1 + 500 edges of 3: edge, node, id.
      751_201,
    ],
  ])("%s", async (_, query, limit, value) => {
    const store = await smallStore();
    const counted = counting(store);
    Object.assign(store, { claims: counted.claims, entities: counted.entities });
    const { url } = await serve(store);
    const { status, body } = await post(url, query);
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors).toHaveLength(1);
    const [{ message, extensions }] = body.errors;
    const allowed = DEFAULT_LIMITS[limit as keyof typeof DEFAULT_LIMITS];
    expect(extensions).toEqual({
      code: limit === "maxDepth" ? "DEPTH_LIMIT_EXCEEDED" : "COST_LIMIT_EXCEEDED",
      limit,
      value,
      allowed,
    });
    expect(message).toMatch(new RegExp(`^${limit}: ${extensions.value} .*${allowed}.*: .+`));
    expect(counted.statements).toBe(0);
  });

  it("whatever stands in a variable", async () => {
    const { url } = await serve(await smallStore());
    const ask = async (variables: object, definition = "$n: Int") => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: `query (${definition}) { universities(first: $n) { nodes { id name } } }`,
          variables,
        }),
      });
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      return errors?.[0]?.extensions.code ?? null;
    };
    expect(await ask({ n: 1 })).toBeNull();
    expect(await ask({})).toBeNull();
    expect(await ask({ n: 1_000_000 })).toBe("COST_LIMIT_EXCEEDED");
    expect(await ask({}, "$n: Int = 1000000")).toBe("COST_LIMIT_EXCEEDED");
    expect(await ask({ n: "many" })).toBe("BAD_USER_INPUT");
  });

  it("but not what @skip leaves out", async () => {
    const { url } = await serve(await smallStore());
    const { body } = await post(
      url,
      "{ graph { version } universities(first: 1000000) @skip(if: true) { nodes { id } } }",
    );
    expect(body).toEqual({ data: { graph: { version: "1" } } });
  });

  it("as its operator sets it", async () => {
    const { url } = await serve(await smallStore(), { limits: { maxDepth: 2 } });
    expect((await post(url, "{ graph { version } }")).status).toBe(200);
    expect((await post(url, deep(1))).body.errors[0].extensions).toMatchObject({ allowed: 2, value: 5 });
  });
});

/** The doors that keep open, each with a client of its protocol; the codes of the first answer. */
const OPEN_DOORS: Readonly<Record<string, (url: string, query: string) => Promise<readonly string[]>>> = {
  WebSocket: async (url, query) => {
    const client = createSocketClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const codes = await codesOf(() => client.iterate({ query }).next());
    await client.dispose();
    return codes;
  },
  "server-sent events": async (url, query) => {
    const client = createStreamClient({ url: `${url}/graphql/stream`, retryAttempts: 0 });
    const codes = await codesOf(() => client.iterate({ query }).next());
    client.dispose();
    return codes;
  },
};

type Errors = readonly { readonly extensions: { readonly code: string } }[];

/** A client gives an answer's errors, or throws them, or throws the response that holds them. */
async function codesOf(first: () => Promise<IteratorResult<unknown>>): Promise<readonly string[]> {
  const errors = await first().then(
    ({ value }) => (value as { errors?: Errors } | undefined)?.errors ?? [],
    async (refused: Errors | { readonly response: Response }) =>
      "response" in refused ? ((await refused.response.json()) as { errors: Errors }).errors : refused,
  );
  return errors.map(({ extensions }) => extensions.code);
}

describe.each(Object.entries(OPEN_DOORS))("over %s", (_, codes) => {
  it("the same is refused", async () => {
    const { url } = await serve(await smallStore(), { introspection: false });
    const ask = (query: string) => codes(url, query);
    expect(await ask("{ graph { version } }")).toEqual([]);
    expect(await ask(deep(5))).toEqual(["DEPTH_LIMIT_EXCEEDED"]);
    expect(await ask(bomb(40))).toEqual(["COST_LIMIT_EXCEEDED"]);
    expect(await ask("{ universities(first: 1000000) { nodes { id } } }")).toEqual(["COST_LIMIT_EXCEEDED"]);
    expect(await ask("{ __schema { types { name } } }")).toEqual(["FORBIDDEN"]);
  });

  it("documents that are not known are refused, where nothing else is answered", async () => {
    const documents = { folder: "schema/examples", nothingElse: true };
    const { url } = await serve(await smallStore(), { documents });
    expect(await codes(url, "{ graph { version } }")).toEqual(["FORBIDDEN"]);
  });

  it("operations are counted as requests", async () => {
    const { url } = await serve(await smallStore(), { limits: { requestsPerMinute: 2 } });
    const seen: string[] = [];
    for (let at = 0; at < 3; at += 1) seen.push(...(await codes(url, "{ graph { version } }")));
    expect(seen).toEqual(["RATE_LIMITED"]);
  });
});

describe("limits", () => {
  it("can be read", async () => {
    const { url } = await serve(await smallStore(), { limits: { maxCost: 1234 } });
    const names = Object.keys(DEFAULT_LIMITS);
    const { body } = await post(url, `{ graph { limits { ${names.join(" ")} } } }`);
    expect(body.data.graph.limits).toEqual({ ...DEFAULT_LIMITS, maxCost: 1234 });
  });

  it("end a request that is a batch, or too large", async () => {
    const { url } = await serve(await smallStore(), { maxBodyBytes: 2000 });
    const send = (body: string) =>
      fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    const pair = await send('[{"query":"{graph{version}}"},{"query":"{graph{version}}"}]');
    expect([pair.status, await pair.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] },
    ]);
    expect((await send(`{"query":"${" ".repeat(3000)}"}`)).status).toBe(413);
  });
});

describe("questions about the schema", () => {
  it("are answered, the usual one too", async () => {
    const { url } = await serve(await smallStore());
    const { body } = await post(url, getIntrospectionQuery());
    expect(body.data.__schema.queryType.name).toBe("Query");
  });

  it("go round in circles no further than GraphQL's own rule allows", async () => {
    const { url } = await serve(await smallStore());
    const circle = `{ __schema { types { ${"fields { type { ".repeat(4)} name ${"} }".repeat(4)} } } }`;
    expect((await post(url, circle)).body.errors[0]).toMatchObject({
      message: "Maximum introspection depth exceeded",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("are refused where that is switched off, and nothing is guessed", async () => {
    const { url } = await serve(await smallStore(), { introspection: false });
    for (const query of [
      "{ __schema { types { name } } }",
      '{ ...F } fragment F on Query { __type(name: "Query") { name } }',
    ]) {
      const { status, body } = await post(url, query);
      expect([status, body.errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
    }
    expect((await post(url, "{ grap { version } }")).body.errors[0].message).not.toMatch("graph");
    expect((await post(url, "{ __typename graph { version } }")).body.data.__typename).toBe("Query");
  });
});

describe("known documents", () => {
  const KNOWN = "query Version($id: ID!) { graph { version } node(id: $id) { id } }\n";
  const HASH = createHash("sha256").update(KNOWN).digest("hex");
  const DATA = { graph: { version: "1" }, node: { id: "company:c" } };
  const variables = { id: "company:c" };

  function folder(): string {
    const path = temporaryPath("documents");
    mkdirSync(join(path, "more"), { recursive: true });
    writeFileSync(join(path, "more", "version.graphql"), KNOWN);
    return path;
  }

  async function send(url: string, body: object) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return { status: response.status, data, code: errors?.[0]?.extensions.code };
  }

  it.each([false, true])("are answered by their SHA-256 (nothing else: %s)", async (nothingElse) => {
    const { url } = await serve(await smallStore(), { documents: { folder: folder(), nothingElse } });
    for (const named of [
      { documentId: `sha256:${HASH}` },
      { extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: HASH } }, query: KNOWN },
      { query: KNOWN },
    ]) {
      expect(await send(url, { ...named, variables })).toEqual({ status: 200, data: DATA });
      const search = Object.entries({ ...named, variables }).map(([name, value]): [string, string] => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      const byGet = await fetch(`${url}/graphql?${new URLSearchParams(search)}`);
      expect([byGet.status, await byGet.json()]).toEqual([200, { data: DATA }]);
    }
    expect(await send(url, { documentId: "sha256:0000", variables })).toMatchObject({
      status: 404,
      code: "NOT_FOUND",
    });
    expect(await send(url, { documentId: HASH, query: "{ graph { version } }" })).toMatchObject({
      status: 400,
      code: "BAD_USER_INPUT",
    });
  });

  it("are all that is answered, where the operator says so", async () => {
    const { url } = await serve(await smallStore(), { documents: { folder: folder(), nothingElse: true } });
    expect(await send(url, { query: "{ graph { version } }" })).toMatchObject({
      status: 403,
      code: "FORBIDDEN",
    });
    expect(await send(url, { query: KNOWN.trim(), variables })).toMatchObject({ status: 403 });
  });

  it("must be there", async () => {
    const documents = { folder: join(folder(), "nowhere"), nothingElse: false };
    await expect(serve(await smallStore(), { documents })).rejects.toThrow(/cannot be read \(ENOENT\)/);
    const none = { folder: null, nothingElse: true };
    await expect(serve(await smallStore(), { documents: none })).rejects.toThrow(/no document is known/);
  });
});
