import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveLines } from "../../src/exchange/archive/archive-lines.js";
import { readArchive } from "../../src/exchange/archive/read-archive.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { records } from "../store/arbitraries.js";
import { add, entity, put, write } from "../store/small-records.js";
import { writeHistory } from "./archive-history.js";
import { copyInto, expectSame, inPieces, restoreInto } from "./archives.js";
import { textOf } from "./read-exports.js";

async function emptyStore(): Promise<GraphStore> {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  return store;
}

async function storeWithPast(): Promise<GraphStore> {
  const store = await emptyStore();
  await writeHistory(store);
  return store;
}

describe("an archive", () => {
  it("restores every record, revision and version", async () => {
    const [store, copy] = [await storeWithPast(), await emptyStore()];
    await copyInto(copy, store);
    await expectSame(copy, store);
    expect((await copy.version()).n).toBe(5);
  });

  it("restores whatever records there may be", async () => {
    await fc.assert(
      fc.asyncProperty(records("random"), async ({ nouns, claims }) => {
        const [store, copy] = [await emptyStore(), await emptyStore()];
        await write(store, [...nouns.map(put), ...claims.map(add)]);
        await copyInto(copy, store);
        await expectSame(copy, store);
      }),
      { numRuns: 40, seed: 20_190_403 },
    );
  });

  it("goes on as the store itself would", async () => {
    const [store, copy] = [await storeWithPast(), await emptyStore()];
    await copyInto(copy, store);
    for (const each of [store, copy]) await write(each, [put(entity("company:new"))]);
    expect((await copy.version()).n).toBe((await store.version()).n);
  });

  it("of an empty store restores an empty store", async () => {
    const copy = await emptyStore();
    await copyInto(copy, await emptyStore());
    expect(await copy.version()).toEqual({ n: 0, changedAt: null });
  });

  it("is not given where the graph moves while it is read", async () => {
    const store = await storeWithPast();
    const lines = archiveLines(store);
    const first = await lines.next();
    expect(first.value).toMatch('"format":"exposure-graph archive"');
    await write(store, [put(entity("company:new"))]);
    await expect(textOf(lines)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("from version 5 to 6"),
    });
  });

  it("is refused by a store that holds a graph", async () => {
    const store = await storeWithPast();
    const archive = await textOf(archiveLines(store));
    await expect(restoreInto(store, inPieces(archive))).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a damaged archive", () => {
  const DAMAGE: readonly [string, (text: string) => string, RegExp][] = [
    ["cut in a line", (text) => text.slice(0, text.length / 2), /cut short/],
    ["cut between lines", (text) => text.slice(0, text.lastIndexOf('{"end"')), /cut short/],
    ["with a word changed", (text) => text.replace("company:b", "company:x"), /damaged/],
    ["with a line missing", (text) => text.replace(/\{"claim".*\n/, ""), /damaged/],
    ["with a line twice", (text) => text.replace(/(\{"noun".*\n)/, "$1$1"), /damaged/],
    ["with a line after its end", (text) => `${text}{"noun":{}}\n`, /line \d+ .*after the end/],
    [
      "with a line that is not JSON",
      (text) => text.replace(/\n\{"claim"/, "\n{claim"),
      /line \d+ .*not JSON/,
    ],
    [
      "with an unknown record",
      (text) => text.replace('"record":"event"', '"record":"rumour"'),
      /line \d+ .*no record/,
    ],
    ["of a later format", (text) => text.replace('"formatVersion":2', '"formatVersion":3'), /of format 3/],
    ["that is another file", () => "id,name\n1,x\n", /no archive/],
    ["that is another JSON", () => '{"header":{}}\n', /no archive/],
    ["that is empty", () => "", /no archive/],
    ["that is one endless line", () => "x".repeat(17_000_000), /no archive/],
  ];

  it.each(DAMAGE)("%s leaves nothing behind", async (_, damage, words) => {
    const archive = damage(await textOf(archiveLines(await storeWithPast())));
    const copy = await emptyStore();
    const restored = restoreInto(copy, inPieces(archive, 65_536));
    await expect(restored).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: expect.stringMatching(words),
    });
    expect(await copy.version()).toEqual({ n: 0, changedAt: null });
  });

  it("of random bytes is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        async function* once() {
          yield bytes;
        }
        await expect(readArchive(once())).rejects.toMatchObject({ code: "DATA_INVALID" });
      }),
      { numRuns: 200, seed: 20_190_403 },
    );
  });
});
