import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS, type ExportFormatName } from "../../src/exchange/export-formats.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { SubgraphQuestion } from "../../src/questions/subgraph.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { partOfGraph, textOf } from "../exchange/read-exports.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

const CLOCKS = "validAt=2026-11-24&knownAt=2026-11-24";
const HUAWEI = "company:huawei-technologies";

let store: GraphStore;
let graph: ResidentGraph;
beforeAll(async () => {
  store = await openStore({ engine: "memory" });
  graph = await seeded(store);
}, 60_000);
afterAll(() => store.close());

/** As they come: `text()` would take the byte-order mark away. */
async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe("/export", () => {
  it.each([
    ["csv", `university=university:mit&${CLOCKS}`, { university: "university:mit" }],
    ["json", `university=university:mit&${CLOCKS}`, { university: "university:mit" }],
    ["gexf", `entity=${HUAWEI}&hops=2&${CLOCKS}`, { entity: HUAWEI, hops: 2 }],
    ["graphml", `dossier=mit-2019&${CLOCKS}`, { dossier: "mit-2019" }],
    [
      "json",
      `university=university:mit&targets=${HUAWEI},company:zte&channels=direct&channels=PARENT&statuses=CONFIRMED&maxHops=3&flags.states=OPEN&minShare=0.5&includeParts=false&hubLimit=99&${CLOCKS}`,
      {
        university: "university:mit",
        targets: [HUAWEI, "company:zte"],
        channels: ["DIRECT", "PARENT"],
        statuses: ["confirmed"],
        maxHops: 3,
        flags: { states: ["open"] },
        minShare: 0.5,
        includeParts: false,
        hubLimit: 99,
      },
    ],
  ] as const)("%s?%s streams what the exporter writes", async (format, search, question) => {
    const { url } = await serve(store);
    const response = await fetch(`${url}/export/${format}?${search}`);
    const { mediaType, lines } = EXPORT_FORMATS[format as ExportFormatName];
    expect([response.status, response.headers.get("content-type")]).toEqual([200, mediaType]);
    expect(response.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="[a-zA-Z0-9-]+\\.${format}"$`),
    );
    const clocks = { validAt: 20_781, knownAt: 20_781 };
    const part = await partOfGraph(graph, { ...clocks, ...question } as SubgraphQuestion);
    expect(await bytesOf(response)).toEqual(Buffer.from(await textOf(lines(part))));
  });

  it("writes the table that is asked for", async () => {
    const { url } = await serve(store);
    const headerOf = async (table: string) => {
      const text = await (
        await fetch(`${url}/export/csv?university=university:mit&table=${table}&${CLOCKS}`)
      ).text();
      return text.slice(0, text.indexOf("\n"));
    };
    expect(await headerOf("findings")).toMatch("explanation");
    expect(await headerOf("relations")).toMatch("from_kind");
  });

  it("begins a CSV with the byte-order mark of UTF-8, and without it where bom=false", async () => {
    const { url } = await serve(store);
    const address = `${url}/export/csv?dossier=mit-2019&${CLOCKS}`;
    const marked = await bytesOf(await fetch(address));
    expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(await bytesOf(await fetch(`${address}&bom=false`))).toEqual(marked.subarray(3));
  });

  it.each([
    ["pdf?university=university:u", 404, "NOT_FOUND", "csv, json, gexf, graphml"],
    ["constructor?university=university:u", 404, "NOT_FOUND", "csv, json"],
    ["csv", 400, "BAD_USER_INPUT", "university, exposedTo, entity, dossier"],
    ["csv?university=university:u&maxhops=2", 400, "BAD_USER_INPUT", "maxHops"],
    ["csv?university=university:u&maxHops=two", 400, "BAD_USER_INPUT", "maxHops"],
    [
      "csv?university=university:u&validAt=2019",
      400,
      "BAD_USER_INPUT",
      'validAt: "2019" is a year, not a day',
    ],
    ["csv?university=university:u&knownAt=2019-02-30", 400, "BAD_USER_INPUT", "is a day that does not exist"],
    ["csv?university=university:u&validAt=soon", 400, "BAD_USER_INPUT", "YYYY-MM-DD"],
    ["csv?university=university:u&channels=SIDEWAYS", 400, "BAD_USER_INPUT", "DIRECT"],
    ["csv?university=university:u&table=rows", 400, "BAD_USER_INPUT", "transactions"],
    ["csv?university=university:u&bom=maybe", 400, "BAD_USER_INPUT", "neither true nor false"],
    ["csv?entity=company:c&table=findings", 400, "BAD_USER_INPUT", "exposure question"],
    ["csv?university=university:nowhere", 404, "NOT_FOUND", "university:nowhere"],
    ["csv?university=company:c", 400, "WRONG_KIND", "Company"],
  ])("%s is refused before the first byte: %i %s", async (path, status, code, words) => {
    const { url } = await serve(await smallStore());
    const response = await fetch(`${url}/export/${path}`);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(response.status).toBe(status);
    expect(errors[0]).toMatchObject({ message: expect.stringContaining(words), extensions: { code } });
  });

  it("asks for a viewer", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    const address = `${url}/export/json?university=university:u`;
    expect((await fetch(address)).status).toBe(401);
    expect((await fetch(address, { headers: withKey(KEYS.viewer) })).status).toBe(200);
  });

  it("ends its reading of the store when the reader leaves", async () => {
    const { url } = await serve(store);
    const leaving = new AbortController();
    const response = await fetch(`${url}/export/json?exposedTo=${HUAWEI}&${CLOCKS}`, {
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
});
