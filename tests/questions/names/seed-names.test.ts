import { beforeAll, describe, expect, it } from "vitest";
import type { Projection } from "../../../src/graph/projection.js";
import { searchEntities } from "../../../src/questions/names/search-names.js";
import { openStore } from "../../../src/store/open-store.js";
import { seeded } from "../../examples/examples.js";

let projection: Projection;
beforeAll(async () => {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  projection = await (await seeded(store)).current();
});

describe("a search over the seed", () => {
  it.each([
    ["Huwaei", "company:huawei-technologies"],
    ["Hikvison", "company:hikvision"],
    ["Stanfrod", "university:stanford"],
    ["HIRP", "program:huawei-innovation-research-program"],
    ["中兴通讯", "company:zte"],
  ])("finds for %s first %s", (text, first) => {
    const [hit] = searchEntities(projection, text, null).items;
    expect(projection.entities.id(hit?.entity ?? -1)).toBe(first);
  });
});
