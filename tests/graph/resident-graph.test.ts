import { afterEach, beforeEach, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import type { Projection } from "../../src/graph/projection.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { View } from "../../src/graph/view.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.js";
import { termsOf } from "../exposure/naive/rows.js";
import { wholeAnswer } from "../exposure/whole-finding.js";
import { add, entity, gift, ownership, put, retract, story, write } from "../store/small-records.js";
import { telling } from "../store/telling-store.js";
import { told } from "./told.js";

let store: GraphStore;
let graph: ResidentGraph;
let asked: string[];

beforeEach(async () => {
  store = openSqliteStore(null, { readOnly: false });
  asked = [];
  graph = new ResidentGraph(telling(store, asked));
  await write(store, story());
  await graph.current();
  asked.length = 0;
});

afterEach(() => store.close());

it("reads what changed, and no more, where the store can tell", async () => {
  await write(store, [put(entity("company:aa")), add(ownership("more", { to: "company:aa" }))]);
  const projection = await graph.refresh();
  expect(projection.version).toBe("2");
  expect(projection.entities.indexOf("company:aa")).toBe(1);
  expect(asked).toEqual(["version", "version", "changesSince", "nouns", "claims", "version"]);
});

it("reads everything where the store cannot tell, or where it is told to", async () => {
  await store.touch();
  expect((await graph.refresh()).version).toBe("2");
  expect(asked).toContain("readRelations");
  asked.length = 0;
  await graph.refresh();
  expect(asked).toEqual(["version"]);
  await graph.refresh({ evenIfSame: true });
  expect(asked).toContain("readRelations");
});

it("follows several versions at once", async () => {
  for (const n of [1, 2, 3]) await write(store, [add(gift(`late-${n}`, n))]);
  await write(store, [retract(gift("late-2", 2))]);
  const projection = await graph.refresh();
  expect(projection.version).toBe("5");
  expect(told(projection)).toEqual(told(await new ResidentGraph(store).current()));
  expect(asked).not.toContain("readRelations");
});

it("never mixes two versions: what moves while it is read is read again", async () => {
  await write(store, [add(gift("late-1", 1))]);
  let isFirst = true;
  const moving: GraphStore = {
    ...telling(store, asked),
    claims: async (ids) => {
      const found = await store.claims(ids);
      if (isFirst) await write(store, [retract(gift("late-1", 1)), add(gift("late-2", 2))]);
      isFirst = false;
      return found;
    },
  };
  const behind = new ResidentGraph(moving);
  await behind.current();
  await write(store, [add(gift("late-0", 0))]);
  isFirst = true;
  await write(store, [add(gift("late-3", 3))]);
  const projection = await behind.refresh();
  expect(projection.version).toBe(String((await store.version()).n));
  expect(told(projection)).toEqual(told(await new ResidentGraph(store).current()));
});

it("lets an answer that was begun on a version end on it, though the graph has moved", async () => {
  const before = await graph.current();
  const [begun, expected] = [exposures(before), exposures(before)];
  const done = JSON.stringify(wholeAnswer(expected));
  expect(expected.findings.length).toBeGreaterThan(0);
  await write(store, [
    retract(gift("gift", 500_000)),
    put(entity("company:aa")),
    add(ownership("more", { from: "company:aa", to: "company:a" })),
  ]);
  const after = await graph.refresh();
  expect(exposures(after).findings).toEqual([]);
  // Timing, totals and path of a finding are made when they are read: here, after the move.
  expect(JSON.stringify(wholeAnswer(begun))).toBe(done);
});

function exposures(projection: Projection) {
  const terms = termsOf("university:u", "2030-01-01", { knownAt: parseDay("2030-01-01") });
  return findExposures(View.of(projection, terms), terms);
}
