import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim, Noun } from "../../src/domain/record.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { Change, GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { randomFrom } from "../bench/random.js";
import { claimsOf, gather } from "../store/everything.js";
import { add, put, write } from "../store/small-records.js";
import { telling } from "../store/telling-store.js";
import { answer, EXAMPLES, seeded } from "./examples.js";

describe("a graph that followed the seed load by load", () => {
  let store: GraphStore;
  let followed: ResidentGraph;
  let built: ResidentGraph;
  const asked: string[] = [];

  beforeAll(async () => {
    const seed = await seedRecords();
    store = await openStore({ engine: "memory" });
    followed = new ResidentGraph(telling(store, asked));
    await followed.current();
    asked.length = 0;
    for (const load of [...loadsOf(seed.nouns.map(put), 120), ...loadsOf(seed.claims.map(add), 60)]) {
      await write(store, load);
      await followed.refresh();
    }
    built = new ResidentGraph(store);
  }, 60_000);

  afterAll(() => store.close());

  it("read no more than what came each time", async () => {
    expect(asked.filter((verb) => verb === "changesSince").length).toBeGreaterThan(10);
    expect(asked).not.toContain("readRelations");
    expect((await followed.current()).version).toBe((await built.current()).version);
  });

  it.each(EXAMPLES)("answers %s as one that was built", async (name) => {
    expect(await answer(followed, name)).toBe(await answer(built, name));
  });
});

/** The changes in no order, so many a load. */
function loadsOf(changes: readonly Change[], size: number): readonly (readonly Change[])[] {
  const order = randomFrom(3).order(changes.length);
  const shuffled = [...order].map((at) => changes[at] as Change);
  return Array.from({ length: Math.ceil(shuffled.length / size) }, (_, load) =>
    shuffled.slice(load * size, (load + 1) * size),
  );
}

async function seedRecords(): Promise<{
  readonly nouns: readonly Noun[];
  readonly claims: readonly Claim[];
}> {
  const store = await openStore({ engine: "memory" });
  try {
    await seeded(store);
    const { nouns, claims } = await gather(store.readRecords());
    const { relations } = await new ResidentGraph(store).current();
    const ids = Array.from({ length: relations.count }, (_, relation) => relations.id(relation));
    return { nouns, claims: claimsOf([...claims, ...(await store.claims(ids))]) };
  } finally {
    await store.close();
  }
}
