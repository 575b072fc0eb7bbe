import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { allTexts, type Texts } from "./all-texts.js";
import { MOST_WORDS, REFUSED, wordsOf } from "./refused.js";
import { splitSentences } from "./split-sentences.js";

const FILE = join(import.meta.dirname, "sentences.txt");

let texts: Texts;
beforeAll(async () => {
  texts = await allTexts(await seeded(await openStore({ engine: "memory" })));
}, 120_000);

/** Numbers of citations differ from text to text and say nothing. */
function uncited(text: string): string {
  return text.replaceAll(/ ?(?:\[\d+(?:[,–-] ?\d+)*\])+/g, "");
}

/** Every distinct sentence, under what prints it first. */
function written(): string {
  const seen = new Set<string>();
  const parts = [...texts].map(([section, all]) => {
    const sentences = new Set(all.flatMap((text) => splitSentences(uncited(text))));
    const fresh = [...sentences].filter((sentence) => !seen.has(sentence)).sort();
    for (const sentence of fresh) seen.add(sentence);
    return `# ${section}\n\n${fresh.join("\n")}\n`;
  });
  return parts.join("\n");
}

it("the seed is told in the sentences of sentences.txt and in no others", () => {
  const now = written();
  if (process.env.UPDATE === "1") writeFileSync(FILE, now);
  expect(now).toBe(existsSync(FILE) ? readFileSync(FILE, "utf8") : "");
});

/** Labels are names, and problems of shares are clauses: neither is a sentence. */
const NO_SENTENCES = ["labels", "ownership"];

function sentences(): readonly string[] {
  const told = [...texts].filter(([section]) => !NO_SENTENCES.includes(section));
  return [...new Set(told.flatMap(([, all]) => all.flatMap((text) => splitSentences(uncited(text)))))];
}

describe("no sentence of the seed holds", () => {
  const refused = [
    ...REFUSED,
    [`more than ${MOST_WORDS} words`, (sentence: string) => wordsOf(sentence) > MOST_WORDS] as const,
  ];
  for (const [wrong, is] of refused) {
    it(wrong, () => expect(sentences().filter(is)).toEqual([]));
  }
});
