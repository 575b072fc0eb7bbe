import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { createClient as createStreamClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ROLES } from "../../src/domain/access.js";
import { graphSchema } from "../../src/graphql/schema.js";
import type { RunningServer, startServer } from "../../src/http/serve.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { smallStore } from "./small-store.js";

/* Long because it is two tables: every route and every root field, with what each role is told. */

/** Who comes to a door: nobody known, or somebody with the key of a role. */
const CALLERS = ["anonymous", ...ROLES] as const;
type Caller = (typeof CALLERS)[number];

function headersOf(caller: Caller): Record<string, string> {
  return caller === "anonymous" ? {} : { ...withKey(KEYS[caller]) };
}

/** The server as it is built, with its pages. */
async function builtServer(anonymous: "read" | null): Promise<RunningServer> {
  // type-graphql keeps what a process declares in one place, and the built program declares the nouns again.
  graphSchema();
  Reflect.deleteProperty(globalThis, "TypeGraphQLMetadataStorage");
  const path = "../../dist/http/serve.js";
  const built = (await import(path)) as { readonly startServer: typeof startServer };
  return built.startServer({
    store: await smallStore(),
    host: "127.0.0.1",
    port: 0,
    refreshEveryMs: null,
    access: threeKeys({ anonymous }),
    corsOrigins: ["https://dash.example.org"],
  });
}

const ALL = [200, 200, 200, 200];
const KEY = [401, 200, 200, 200];

/** Every route with a request to it, and the status that anonymous, viewer, editor and admin get. */
const ROUTES: Readonly<
  Record<string, readonly { ask: string; init?: RequestInit; statuses: readonly number[] }[]>
> = {
  "GET /graphql": [
    { ask: "/graphql?query={graph{version}}", statuses: KEY },
    { ask: "/graphql", init: { headers: { accept: "text/html" } }, statuses: ALL },
  ],
  "POST /graphql": [{ ask: "/graphql", init: json({ query: "{ graph { version } }" }), statuses: KEY }],
  "GET /graphql/stream": [
    {
      ask: "/graphql/stream?query={graph{version}}",
      init: { headers: { accept: "text/event-stream" } },
      statuses: KEY,
    },
  ],
  "POST /graphql/stream": [
    {
      ask: "/graphql/stream",
      init: json({ query: "{ graph { version } }" }, { accept: "text/event-stream" }),
      statuses: KEY,
    },
  ],
  "GET /graphql/page/*": [{ ask: "/graphql/page/page.html", statuses: ALL }],
  "GET /docs": [{ ask: "/docs", statuses: ALL }],
  "GET /docs/docs.css": [{ ask: "/docs/docs.css", statuses: ALL }],
  "GET /export/:format": [
    { ask: "/export/json?university=university:u", statuses: KEY },
    { ask: "/export/nothing", statuses: [401, 404, 404, 404] },
  ],
  "GET /health/live": [{ ask: "/health/live", statuses: ALL }],
  "GET /health/ready": [{ ask: "/health/ready", statuses: ALL }],
  "GET /metrics": [{ ask: "/metrics", statuses: [401, 403, 403, 200] }],
  // A browser's question before another: only pages of origins that may ask are told so; it never carries a key.
  "OPTIONS *": [
    {
      ask: "/graphql",
      init: {
        method: "OPTIONS",
        headers: { origin: "https://dash.example.org", "access-control-request-method": "POST" },
      },
      statuses: [204, 204, 204, 204],
    },
  ],
  "GET /embed/finding": [
    { ask: "/embed/finding?university=university:u&target=company:c&channel=DIRECT", statuses: KEY },
  ],
  "GET /embed/explore": [{ ask: "/embed/explore?steps=add*university:u", statuses: KEY }],
  "GET /embed/dashboard": [{ ask: "/embed/dashboard?picture=flags", statuses: KEY }],
  "GET /assets/*": [{ ask: "/assets/nothing.js", statuses: [404, 404, 404, 404] }],
  ...Object.fromEntries(
    ["/", "/explore", "/dashboard", "/company", "/review", "/what-if", "/screen", "/about"].map((path) => [
      `GET ${path}`,
      [{ ask: path, statuses: ALL }],
    ]),
  ),
  "GET /*": [{ ask: "/nothing", init: { headers: { accept: "text/html" } }, statuses: [404, 404, 404, 404] }],
};

function json(body: object, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

describe("a server with keys", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await builtServer(null);
  });
  afterAll(() => server.close());

  it("has no route that this table does not know", () => {
    expect([...new Set(server.routes)].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))("lets in at %s whom it should", async (_, requests) => {
    for (const { ask, init, statuses } of requests) {
      const given: number[] = [];
      for (const caller of CALLERS) {
        const headers = { ...(init?.headers as Record<string, string>), ...headersOf(caller) };
        const response = await fetch(`${server.url}${ask}`, { ...init, headers });
        await response.text();
        given.push(response.status);
      }
      expect([ask, given]).toEqual([ask, statuses]);
    }
  });

  it("answers 401 with a wrong key, wherever a key is needed", async () => {
    for (const [route, [first]] of Object.entries(ROUTES)) {
      if (first?.statuses[0] !== 401) continue;
      const headers = { ...(first.init?.headers as Record<string, string>), ...withKey("wrong") };
      const { status } = await fetch(`${server.url}${first.ask}`, { ...first.init, headers });
      expect([route, status]).toEqual([route, 401]);
    }
  });
});

/** How a root field is met by anonymous, viewer, editor and admin: null is let in, whatever comes of the question. */
type Met = readonly (string | null)[];
const QUESTION: Met = ["UNAUTHENTICATED", null, null, null];
const OPEN_QUESTION: Met = [null, null, null, null];
const WRITE: Met = ["UNAUTHENTICATED", "FORBIDDEN", null, null];

const FIELDS = [
  graphSchema().getQueryType(),
  graphSchema().getMutationType(),
  graphSchema().getSubscriptionType(),
]
  .filter((type): type is GraphQLObjectType => type != null)
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, type, field] as const),
  );

describe.each([
  ["with keys", null],
  ["with keys, where everybody may read", "read"],
] as const)("every root field of a server %s", (_, anonymous) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await builtServer(anonymous);
  });
  afterAll(() => server.close());

  const metOf = ({ name }: GraphQLObjectType): Met =>
    name === "Mutation" ? WRITE : anonymous === "read" ? OPEN_QUESTION : QUESTION;
  const refused = (codes: readonly (string | undefined)[]) =>
    codes.find((code) => code === "UNAUTHENTICATED" || code === "FORBIDDEN") ?? null;

  it.each(FIELDS)("%s meets each role as it should, at every door", async (name, type, field) => {
    const query = operationOn(type, field);
    const isStream = type.name === "Subscription";
    for (const [at, caller] of CALLERS.entries()) {
      const expected = metOf(type)[at];
      if (!isStream) {
        const response = await fetch(`${server.url}/graphql`, json({ query }, headersOf(caller)));
        const { errors } = (await response.json()) as Answer;
        expect([name, caller, refused(codesOf(errors))]).toEqual([name, caller, expected]);
      }
      expect([name, caller, refused(await overSocket(server, query, caller))]).toEqual([
        name,
        caller,
        expected,
      ]);
      expect([name, caller, refused(await overStream(server, query, caller))]).toEqual([
        name,
        caller,
        expected,
      ]);
    }
  });
});

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function codesOf(errors: Answer["errors"] | unknown): (string | undefined)[] {
  return Array.isArray(errors) ? errors.map((error) => error.extensions?.code) : [];
}

async function overSocket(
  server: RunningServer,
  query: string,
  caller: Caller,
): Promise<(string | undefined)[]> {
  const client = createSocketClient({
    url: `${server.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: headersOf(caller),
  });
  try {
    return await firstCodes(server, client.iterate({ query }));
  } finally {
    await client.dispose();
    await nobodyListens(server);
  }
}

async function overStream(
  server: RunningServer,
  query: string,
  caller: Caller,
): Promise<(string | undefined)[]> {
  const url = `${server.url}/graphql/stream`;
  if (caller === "anonymous") {
    const asked = json({ query }, { accept: "text/event-stream" });
    const response = await fetch(url, asked);
    if (response.status !== 200) return codesOf(((await response.json()) as Answer).errors);
    await response.body?.cancel();
    await nobodyListens(server);
  }
  const client = createStreamClient({ url, retryAttempts: 0, headers: headersOf(caller) });
  try {
    return await firstCodes(server, client.iterate({ query }));
  } finally {
    client.dispose();
    await nobodyListens(server);
  }
}

async function nobodyListens(server: RunningServer): Promise<void> {
  await expect.poll(() => server.subscriptions(), { interval: 5, timeout: 10_000 }).toBe(0);
}

/** The codes of the first answer. A subscription that is let in has none yet: the server counts it. */
async function firstCodes(
  server: RunningServer,
  answers: AsyncIterator<unknown>,
): Promise<(string | undefined)[]> {
  let first: (string | undefined)[] | null = null;
  answers.next().then(
    ({ value }) => {
      first = codesOf((value as Answer | undefined)?.errors);
    },
    (errors: unknown) => {
      first = codesOf(errors);
    },
  );
  await expect
    .poll(() => first !== null || server.subscriptions() > 0, { interval: 5, timeout: 10_000 })
    .toBe(true);
  return first ?? [];
}

/** A question to a root field with something in each argument that it needs; mutations are only tried. */
function operationOn(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
    .map((arg) => `${arg.name}: ${sampleOf(arg, arg.type)}`);
  const selected = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
  return `${type.name.toLowerCase()} { ${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""} ${selected} }`;
}

function sampleOf(arg: Pick<GraphQLArgument, "name">, type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(arg, type.ofType);
  if (isListType(type)) return `[${sampleOf(arg, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[arg.name === "columns" ? 1 : 0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${sampleOf(field, field.type)}`).join(", ")} }`;
  }
  if (type.toString() === "Date") return '"2020-01-01"';
  return arg.name === "university" || arg.name === "universities" ? '"university:u"' : '"company:c"';
}
