import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/domain/entity.js";
import { foldText } from "../../../src/questions/names/name-index.js";
import { searchEntities } from "../../../src/questions/names/search-names.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { entityRow, relationRow } from "../../exposure/naive/rows.js";

const ENTITIES: readonly Entity[] = [
  {
    ...entityRow("university:mit"),
    name: "Massachusetts Institute of Technology",
    aliases: ["MIT"],
    identifiers: [{ scheme: "ror", value: "042nb2s44" }],
  },
  { ...entityRow("organization:mit-media-lab"), name: "MIT Media Lab" },
  { ...entityRow("company:mitsubishi"), name: "Mitsubishi Heavy Industries, Ltd." },
  {
    ...entityRow("company:huawei-technologies"),
    name: "Huawei Technologies Co., Ltd.",
    aliases: ["华为技术有限公司"],
  },
  { ...entityRow("company:huawei-cuba"), name: "Huawei Cuba" },
  { ...entityRow("company:futurewei"), name: "Futurewei Technologies, Inc." },
  { ...entityRow("university:zurich"), name: "Universität Zürich", aliases: ["UZH"] },
];

const projection = projectionOf({
  entities: ENTITIES,
  flags: [],
  claims: [
    relationRow({
      id: "claim:rows/a",
      kind: "Control",
      from: "company:huawei-technologies",
      to: "company:huawei-cuba",
    }),
    relationRow({
      id: "claim:rows/b",
      kind: "Affiliation",
      from: "company:futurewei",
      to: "company:huawei-technologies",
    }),
  ],
});

async function found(text: string, kinds: Parameters<typeof searchEntities>[2] = null): Promise<string[]> {
  const held = await projection;
  return searchEntities(held, text, kinds).items.map(({ entity }) => held.entities.id(entity));
}

describe("searching names", () => {
  it("finds an alias before words of longer names, and beginnings last", async () => {
    expect(await found("MIT")).toEqual([
      "university:mit",
      "organization:mit-media-lab",
      "company:mitsubishi",
    ]);
  });

  it("puts the party that most claims name first among equals; legal forms do not count as words", async () => {
    expect(await found("Huawei")).toEqual(["company:huawei-technologies", "company:huawei-cuba"]);
  });

  it.each([
    ["universitat zurich", "university:zurich"],
    ["ZÜRICH", "university:zurich"],
    ["future", "company:futurewei"],
    ["huawei tech", "company:huawei-technologies"],
    ["华为", "company:huawei-technologies"],
    ["ror 042nb2s44", "university:mit"],
    ["ror:042nb2s44", "university:mit"],
    ["042NB2S44", "university:mit"],
    ["https://ror.org/042nb2s44", "university:mit"],
    ["company:futurewei", "company:futurewei"],
  ])("finds %s", async (text, first) => {
    expect((await found(text))[0]).toBe(first);
  });

  it("keeps to the kinds asked for", async () => {
    expect(await found("mit", ["Company"])).toEqual(["company:mitsubishi"]);
    expect(await found("ror 042nb2s44", ["Company"])).toEqual([]);
  });

  it("names what matched and why", async () => {
    const held = await projection;
    const [first] = searchEntities(held, "MIT", null).items;
    expect(first).toMatchObject({ matchedName: "MIT", score: 0.85 });
    expect(Object.fromEntries(first?.features.map(({ id, value }) => [id, value]) ?? [])).toEqual({
      words: 1,
      wholeWords: 1,
      nearWords: 0,
      coverage: 1,
      equal: 1,
      mainName: 0,
      claims: 0,
    });
    const [byNumber] = searchEntities(held, "ror 042nb2s44", null).items;
    expect(byNumber).toMatchObject({
      matchedName: "ror 042nb2s44",
      score: 1,
      features: [{ id: "identifier", value: 1 }],
    });
  });

  it.each([
    ["Huwaei", "company:huawei-technologies"],
    ["Huawie Technologies", "company:huawei-technologies"],
    ["Masachusets Institute", "university:mit"],
    ["Mitsubshi", "company:mitsubishi"],
    ["Futurwei", "company:futurewei"],
  ])("finds %s, with a letter or two otherwise, and says so", async (text, first) => {
    const held = await projection;
    const [hit] = searchEntities(held, text, null).items;
    expect(held.entities.id(hit?.entity ?? -1)).toBe(first);
    expect(hit?.features.find(({ id }) => id === "nearWords")?.value).toBeGreaterThan(0);
  });

  it.each([
    ["a short word with a typing error", "MTI"],
    ["a short one with a letter more", "UZHH"],
    ["five letters with two errors", "Zrihc"],
  ])("does not find %s", async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it("keeps to what is written where a name begins so", async () => {
    expect(await found("Cubas")).toEqual(["company:huawei-cuba"]);
    const held = projectionOf({
      entities: [entityRow("company:alpha"), entityRow("company:alpho")].map((row, at) => ({
        ...row,
        name: ["Alpha", "Alpho"][at] as string,
      })),
      flags: [],
      claims: [],
    });
    const { items } = searchEntities(await held, "Alpha", null);
    expect(items.map(({ matchedName }) => matchedName)).toEqual(["Alpha"]);
  });

  it("finds a short name, before names that only hold it", async () => {
    const held = await projectionOf({
      entities: [
        { ...entityRow("program:main"), name: "Huawei Innovation Research Program", short: "HIRP" },
        { ...entityRow("program:flagship"), name: "HIRP Flagship" },
      ],
      flags: [],
      claims: [],
    });
    const { items } = searchEntities(held, "HIRP", null);
    expect(items.map(({ matchedName }) => matchedName)).toEqual(["HIRP", "HIRP Flagship"]);
  });

  it("refuses a text that holds nothing to look for", async () => {
    await expect(found(" ,. ")).rejects.toThrow('text: " ,. " holds no letter or digit');
  });
});

describe("folding", () => {
  it.each([
    ["Universität Zürich", "universitat zurich"],
    ["  Huawei Technologies Co., Ltd. ", "huawei technologies co ltd"],
    ["Noah’s Ark", "noahs ark"],
    ["Łódź Ærø Straße", "lodz aero strasse"],
    ["华为", "华为"],
  ])("writes %s as %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
