import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the page is plain JavaScript, as its readers will copy it
import { ask, CELLS } from "../../examples/page/page.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { KEYS, threeKeys } from "../http/access-settings.js";
import { serve } from "../http/running.js";

interface Cell {
  readonly title: string;
  readonly query: string;
  variables(asked: Asked): Record<string, unknown>;
}

interface Asked {
  readonly server: string;
  readonly key?: string;
  readonly university: string;
  readonly target: string;
}

const cells: readonly Cell[] = CELLS;
const ASKED = { university: "university:mit", target: "company:huawei-technologies" };

let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ engine: "memory" });
  await seeded(store);
}, 60_000);
afterAll(() => store.close());

describe("the example page", () => {
  it.each(cells)("$title: its request is answered", async ({ query, variables }) => {
    const { url } = await serve(store, { access: threeKeys() });
    const asked = { ...ASKED, server: url, key: KEYS.viewer };
    const data = await ask(asked, query, variables(asked));
    expect(Object.values(data)).not.toContain(null);
    expect(JSON.stringify(data)).toMatch(/"nodes":\[\{/);
  });

  it("tells a refusal with its code", async () => {
    const { url } = await serve(store, { access: threeKeys() });
    const [cell] = cells as [Cell];
    const asked = { ...ASKED, server: url };
    await expect(ask(asked, cell.query, cell.variables(asked))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("may ask from another site that the operator names: what a browser asks beforehand is allowed", async () => {
    const page = "https://notebook.example.org";
    const { url } = await serve(store, { corsOrigins: [page] });
    const preflight = await fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: page,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(page);
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/authorization,\s*content-type/);
  });

  it("loads nothing from elsewhere and writes no markup of what it is told", () => {
    const read = (name: string) =>
      readFileSync(join(import.meta.dirname, "../../examples/page", name), "utf8");
    expect(read("index.html")).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(read("page.js")).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|import .* from/);
  });
});
