import { describe, expect, it } from "vitest";
import { PUBLISHED, statementsOver, worldOf } from "./row-counts.js";
import { storeOf } from "./serving.js";

const FEW = 2;
const MANY = 40;

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
