import { expect, it } from "vitest";
import { instrumentedStore } from "../../src/http/observe/observer.js";
import { smallStore } from "./small-store.js";

it("answers every verb as the store itself does, and tells of each statement", async () => {
  const store = await smallStore();
  const told: string[] = [];
  const watched = instrumentedStore(store, {
    statement: (verb) => (outcome) => told.push(`${verb} ${outcome}`),
  });
  expect(watched.engine).toBe(store.engine);
  expect(await watched.version()).toEqual(await store.version());
  expect(await watched.unfinishedLoad()).toBe(await store.unfinishedLoad());
  const rows = await all(watched.readDossier("rows"));
  expect(rows).toEqual(await all(store.readDossier("rows")));
  expect(rows.length).toBeGreaterThan(0);
  expect(told).toEqual(["version done", "records done"]);
  await watched.close();
});

async function all<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const read: Page[] = [];
  for await (const page of pages) read.push(page);
  return read;
}
