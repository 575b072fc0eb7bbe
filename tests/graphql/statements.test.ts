import { describe, expect, it } from "vitest";
import { ResidentGraph } from "../../src/projection/resident-graph.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { OPERATIONS, PUBLISHED, variablesOf, worldOf } from "./row-counts.js";
import { ask, counting, storeOf } from "./serving.js";

const FEW = 2;
const MANY = 40;

/** How many statements each operation takes at a store. */
async function statementsOver(store: GraphStore, rows: number): Promise<Record<string, number>> {
  const counted = counting(store);
  const graph = new ResidentGraph(counted);
  const taken: Record<string, number> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    counted.statements = 0;
    const { errors, data } = await ask(graph, operation, variablesOf(rows));
    expect([name, errors]).toEqual([name, undefined]);
    expect(data).toBeTruthy();
    taken[name] = counted.statements;
  }
  return taken;
}

describe("the statements of an operation", () => {
  it("do not depend on the number of rows", async () => {
    const few = await statementsOver(await storeOf(worldOf(FEW), PUBLISHED), FEW);
    const many = await statementsOver(await storeOf(worldOf(MANY), PUBLISHED), MANY);
    expect(many).toEqual(few);
    expect(many).toEqual({
      resident: 0,
      entities: 1,
      // where starts stand, then the claims and the entities of the page
      relations: 3,
      timeline: 2,
      flags: 1,
      decisions: 1,
      explained: 2,
      exposed: 2,
      nodes: 2,
    });
  });
});
