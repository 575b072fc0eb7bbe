import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** One meaning, one word: docs/model.md has the glossary. What each of these was is called as its right side says. */
const REPLACED: readonly (readonly [words: RegExp, by: string])[] = [
  [
    /\b(?:who|what|which)soever\b|\bwhoever\b|\b(?:some|no|any|every)body\b/i,
    "caller, party, client, reader",
  ],
  [/leaves the house/i, "is sent"],
  // What the language itself says: Object.isFrozen.
  [/(?<!\.is)frozen/i, "snapshot"],
  [/kinship|\bkin(?:Of|Beyond)\b/i, "corporate hierarchy"],
  [/keyset\.ts|asked-next|askedNext/, "pagination, prefetch"],
  [
    /own\+ (?:chain|claim|step|walk)|(?:chains?|steps?|claims?|walks?) of own\+|own-cone/i,
    "ownership chain, step",
  ],
  [/noted-?layers|notedWays|notedChains/i, "BFS layers"],
  [/word-?bits/i, "bitset"],
  [/last-?found/i, "lookup cache"],
  [/\batOnce\b|at-once/, "run to completion"],
  [/asked-?alone|finding-?alone|party-?receipts/i, "(gone)"],
  [/plain-?control|held-?alike|needed-?holders/i, "pivotal holders, blocked by aggregation"],
  [/(?:take|keep|lay down) the pen/i, "acquire, renew, release the write lease"],
  [/kept-?answers|watched-?store/i, "response cache, instrumented store"],
];

/** Its own words are those of the pages' texts, and of files that are made. */
const LEFT_OUT = /\.generated\.ts$|^explorer\/texts\//;

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !LEFT_OUT.test(file))
  .sort();

/** Comments and code; what stands in quotes is for readers of the product, not of the source. */
function withoutTexts(source: string): string {
  return source.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (part) =>
    part.startsWith("/") ? part : part.replace(/[^\n]/g, "_"),
  );
}

it.each(REPLACED)("has no %s in a comment, a name or the name of a file: it says %s", (words) => {
  const found = FILES.flatMap((file) => [
    ...(words.test(file) ? [file] : []),
    ...withoutTexts(readFileSync(join("src", file), "utf8"))
      .split("\n")
      .flatMap((line, at) => (words.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  ]);
  expect(found).toEqual([]);
});
