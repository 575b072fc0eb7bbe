import { expect, it } from "vitest";
import { buildProjection } from "../../src/graph/build-projection.js";
import { refreshedProjection } from "../../src/graph/refresh-projection.js";
import { DatabaseSync } from "../../src/store/sqlite/driver.js";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.js";
import { tried } from "../laws.js";
import { drop, story, write } from "../store/small-records.js";
import { temporaryPath } from "../store/temporary-path.js";
import { followsAnyRecords, followsRandomGraphs } from "./refresh-law.js";

const OPTIONS = {
  open: async () => openSqliteStore(null, { readOnly: false }),
  ...tried(20_190_404, 100),
};

it("answers after any history of loads as a projection that is built from nothing", async () => {
  const { loads, findings } = await followsRandomGraphs(OPTIONS);
  expect(loads).toBeGreaterThan(OPTIONS.numRuns);
  expect(findings).toBeGreaterThan(0);
}, 120_000);

it("follows records of every kind", async () => {
  const { loads } = await followsAnyRecords(OPTIONS);
  expect(loads).toBeGreaterThan(OPTIONS.numRuns);
}, 120_000);

it("gives up where what other tools did does not fit what changed", async () => {
  const path = temporaryPath();
  const store = openSqliteStore(path, { readOnly: false });
  try {
    await write(store, story());
    const projection = await buildProjection(store);
    const other = new DatabaseSync(path);
    other.exec("pragma foreign_keys = off; delete from entities where id = 'company:b'");
    other.close();
    await write(store, [drop("entity", "company:b")]);
    expect(await refreshedProjection(projection, store)).toBeNull();
    // From then on a relation is left out of what is built, which no change could bring back.
    const built = await buildProjection(store);
    expect(built.relations.count).toBe(projection.relations.count - 1);
    await write(store, [drop("source", "source:story/s-1")]);
    expect(await refreshedProjection(built, store)).toBeNull();
  } finally {
    await store.close();
  }
});
