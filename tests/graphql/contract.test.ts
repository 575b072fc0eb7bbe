import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { expect, it } from "vitest";
import { emitSchema } from "../../src/graphql/emit-schema.js";

it("keeps every name, argument and nullability of the contract", () => {
  const contract = buildSchema(readFileSync("tests/fixtures/contract/contract.graphql", "utf8"));
  const changes = findBreakingChanges(contract, buildSchema(emitSchema()));
  expect(changes.map((change) => change.description)).toEqual([]);
});
