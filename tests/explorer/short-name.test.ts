import { expect, it } from "vitest";
import { shortName } from "../../src/explorer/looks/short-name.js";

it.each([
  ["university:mit", "Massachusetts Institute of Technology", ["MIT"], "MIT"],
  ["university:eth-zurich", "Swiss Federal Institute of Technology", ["ETH Zürich"], "ETH Zürich"],
  ["company:huawei-technologies", "Huawei Technologies Co., Ltd.", ["Huawei"], "Huawei Technologies"],
  ["university:alicante", "University of Alicante", ["UA"], "University of Alicante"],
])("calls %s by what its id is made of, else by its name", (id, name, aliases, short) => {
  expect(shortName({ id, name, aliases })).toBe(short);
});
