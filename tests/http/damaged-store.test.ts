import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { temporaryPath } from "../store/temporary-path.js";
import { post, serve } from "./running.js";
import { GIVEN } from "./small-store.js";

const stores: GraphStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function opened(path: string): Promise<GraphStore> {
  const store = await openStore({ engine: "sqlite", path });
  stores.push(store);
  return store;
}

/** Overwrites a file in its place, all but its first pages, in which the version stands. */
function damage(path: string): void {
  const file = openSync(path, "r+");
  const kept = 4096 * 3;
  writeSync(file, Buffer.alloc(statSync(path).size - kept, 0x5a), 0, undefined, kept);
  closeSync(file);
}

it("a store that is damaged under a server is told with its remedy, on readiness too, until it is sound again", async () => {
  const path = temporaryPath();
  const first = await openStore({ engine: "sqlite", path });
  await first.write(GIVEN, { expectedVersion: 0 });
  await first.close();
  const sound = readFileSync(path);
  const faults: unknown[] = [];
  const server = await serve(await opened(path), { onFault: (_, fault) => faults.push(fault) });
  damage(path);
  const ready = async () => {
    const response = await fetch(`${server.url}/health/ready`);
    return [response.status, await response.json()];
  };
  const stored = (at: number) =>
    post(server.url, `query S${at} { node(id: "claim:rows/gift") { id ... on Claim { start } } }`);

  for (const time of [1, 2]) {
    const { body } = await stored(time);
    expect(body.data.node).toEqual({ id: "claim:rows/gift", start: null });
    expect(body.errors[0].message).toMatch(/is damaged: restore a backup into a new store/);
    expect(body.errors[0].extensions.code).toBe("STORE_DAMAGED");
  }
  expect(await ready()).toEqual([
    503,
    {
      ready: false,
      graphVersion: "1",
      store: null,
      damaged: true,
      remedy:
        "The store is damaged: its operator must restore a backup. What is resident is answered until then.",
    },
  ]);
  const resident = await post(
    server.url,
    `{ node(id: "claim:rows/gift") { ... on Funding { amount { min } } } }`,
  );
  expect(resident.body).toEqual({ data: { node: { amount: { min: 1000 } } } });
  // The log is told once, with what SQLite said.
  expect(faults).toMatchObject([
    { code: "STORE_DAMAGED", cause: { message: expect.stringContaining("malformed") } },
  ]);

  writeFileSync(path, sound);
  const second = await opened(path);
  await second.touch();
  await server.refresh();
  expect((await ready())[0]).toBe(200);
  expect((await stored(3)).body.errors).toBeUndefined();
});
