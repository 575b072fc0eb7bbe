import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LISTS } from "../../src/domain/lists.js";
import { listWordsOf } from "../../src/exposure/explain/verbs.js";

/** Files of `src` that write one of these texts in quotes, or as a key. */
function filesNaming(texts: readonly string[]): readonly string[] {
  const quoted = texts.map((text) => `"${text}"`);
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => quoted.some((text) => readFileSync(join("src", file), "utf8").includes(text)))
    .sort();
}

// ---- a list: 1 file

it("says all of a list in its one row; beside it only regimes name the lists that they go by", () => {
  expect(filesNaming(Object.keys(LISTS))).toEqual(["domain/lists.ts", "exposure/rules/regimes.ts"]);
});

it("has words for every list within a sentence", () => {
  for (const [list, { called }] of Object.entries(LISTS)) {
    expect(called, list).toMatch(/^(?:the|an?|Section|[A-Z]\S+'s) \S/);
    expect(listWordsOf(list)).toBe(called);
  }
});
