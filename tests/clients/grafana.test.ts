import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { KEYS, threeKeys } from "../http/access-settings.js";
import { serve } from "../http/running.js";
import { filledIn, type InfinityQuery, infinityRequest, rowsOf } from "./infinity.js";

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly title: string;
  readonly description: string;
  readonly datasource: object;
  readonly targets: readonly InfinityQuery[];
}

interface Variable {
  readonly name: string;
  readonly current: { readonly text: string; readonly value: string };
  readonly query: { readonly queryType: string; readonly infinityQuery: InfinityQuery };
}

const DASHBOARD: {
  readonly __requires: readonly { readonly id: string }[];
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
} = JSON.parse(readFileSync(join(import.meta.dirname, "../../examples/grafana/dashboard.json"), "utf8"));

const VARIABLES = {
  ...Object.fromEntries(
    DASHBOARD.templating.list.flatMap(({ name, current }) => [
      [name, current.value],
      [`${name}:text`, current.text],
    ]),
  ),
  "__to:date:YYYY-MM-DD": "2026-11-24",
};

const QUERIES: readonly (readonly [string, InfinityQuery])[] = [
  ...DASHBOARD.panels.flatMap(({ title, targets }) =>
    targets.map((target) => [filledIn(title, VARIABLES), target] as const),
  ),
  ...DASHBOARD.templating.list.map(({ name, query }) => [`variable ${name}`, query.infinityQuery] as const),
];

let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ engine: "memory" });
  await seeded(store);
}, 60_000);
afterAll(() => store.close());

describe("the Grafana dashboard", () => {
  it.each(QUERIES)(
    "%s: its request is answered, and every column has values of its type",
    async (_, query) => {
      const { url } = await serve(store, { access: threeKeys() });
      const response = await fetch(`${url}${query.url}`, infinityRequest(query, VARIABLES, KEYS.viewer));
      const answer = await response.json();
      expect(response.status).toBe(200);
      expect(answer).not.toHaveProperty("errors");
      const rows = rowsOf(query, answer);
      expect(rows.length).toBeGreaterThan(0);
      for (const { text, type } of query.columns) {
        const values = rows.map((row) => row[text]).filter((value) => value !== null && value !== undefined);
        expect(values.length, text).toBeGreaterThan(0);
        for (const value of values)
          expect(typeof (Array.isArray(value) ? (value[0] ?? "") : value), text).toBe(type);
      }
    },
  );

  it("has the form of Grafana's model and of Infinity's queries, in their closed lists of words", () => {
    // Source: the plugin's src/types/query.types.ts and variables.types.ts, and its page on template variables.
    for (const [, query] of QUERIES) {
      expect(query).toMatchObject({
        type: "graphql",
        source: "url",
        parser: "backend",
        format: "table",
        url: expect.stringMatching(/^\//),
        url_options: { method: "POST", body_type: "graphql", body_content_type: "application/json" },
      });
      for (const { selector, text, type } of query.columns) {
        expect([
          "string",
          "number",
          "boolean",
          "timestamp",
          "timestamp_epoch",
          "timestamp_epoch_s",
        ]).toContain(type);
        expect([selector, text]).not.toContain("");
      }
      const names = query.columns.map(({ text }) => text);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { query } of DASHBOARD.templating.list) {
      expect(query.queryType).toBe("infinity");
      // What is shown and what is meant are told apart by these two names.
      expect(query.infinityQuery.columns.map(({ text }) => text).sort()).toEqual(["__text", "__value"]);
    }
    const places = DASHBOARD.panels.map(({ id, gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return {
        id,
        cells: Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
      };
    });
    const cells = places.flatMap((each) => each.cells);
    expect([new Set(cells).size, new Set(places.map(({ id }) => id)).size]).toEqual([
      cells.length,
      places.length,
    ]);
    const needed = new Set([
      "grafana",
      "yesoreyeram-infinity-datasource",
      ...DASHBOARD.panels.map(({ type }) => type),
    ]);
    expect(new Set(DASHBOARD.__requires.map(({ id }) => id))).toEqual(needed);
  });

  it("says of every panel what it shows and what empty means, and asks one data source that is chosen at import", () => {
    for (const { description, targets } of DASHBOARD.panels) {
      expect(description).toMatch(/\.$/);
      for (const target of targets) expect(target).toMatchObject({ type: "graphql", parser: "backend" });
    }
    for (const [uid] of JSON.stringify(DASHBOARD).matchAll(/"uid":"[^"]*"/g))
      expect(uid).toMatch(/"(?:\$\{DS_EXPOSURE\}|exposure-graph)"$/);
  });

  it("shows the money that the claims state", async () => {
    const { url } = await serve(store);
    const rows = async (title: string) => {
      const [, query] = QUERIES.find(([name]) => name.startsWith(title)) ?? [];
      if (query === undefined) throw new Error(`there is no panel ${title}`);
      const response = await fetch(`${url}${query.url}`, infinityRequest(query, VARIABLES));
      return rowsOf(query, await response.json());
    };
    const flags = await rows("What governments did");
    expect(flags.some(({ Replies }) => (Replies as string[]).length > 0)).toBe(true);
    const matrix = await rows("Universities and groups");
    expect(new Set(matrix.map(({ University, Group }) => `${University}/${Group}`)).size).toBe(matrix.length);
  });
});
