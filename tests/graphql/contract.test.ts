import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { expect, it } from "vitest";
import { emitSchema } from "../../src/graphql/emit-schema.js";

/** What the contract promises and later work brings: nothing else may be missing or different. */
const NOT_DUE = [
  // writing
  ...removed("Mutation"),
  ...removed("LoadDossierInput", "DossierFile", "LoadDossierPayload", "LoadReport", "LoadProblem"),
  ...removed("RetractClaimInput", "RetractClaimPayload"),
];

function removed(...types: readonly string[]): string[] {
  return types.map((type) => `${type} was removed.`);
}

it("keeps every name, argument and nullability of the contract that is due", () => {
  const contract = buildSchema(readFileSync("tests/fixtures/contract/contract.graphql", "utf8"));
  const changes = findBreakingChanges(contract, buildSchema(emitSchema()));
  expect(changes.map((change) => change.description).sort()).toEqual([...NOT_DUE].sort());
});
