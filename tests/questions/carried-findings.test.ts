import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { carriedFindings } from "../../src/questions/carried-findings.js";
import { openStore } from "../../src/store/open-store.js";
import { STORY, story } from "../dossier/folder-of.js";

async function carried(relations: readonly string[]) {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  const day = parseDay("2024-01-01");
  await loadDossiers([story({ relations: [STORY.relations, ...relations].join("\n") })], store, { day });
  const found = await carriedFindings(new ResidentGraph(store), { validAt: day, knownAt: day });
  return [...found].map(([claim, findings]) => [
    claim,
    findings.map(({ university, channel, target }) => [university, channel, target].join(" ")),
  ]);
}

const GIFT = "claim:story/gift-2019";

it("tells of a claim the findings that would vanish without it", async () => {
  // The maker is listed; the holding above it is not.
  expect(await carried([])).toEqual([[GIFT, ["university:north DIRECT company:maker"]]]);
});

it("leaves out a claim beside which another would do", async () => {
  const second = "second-2020,Funding,company:maker,university:north,,,1,USD,gift,2020-05-20,,,gazette-2019,";
  expect(await carried([second])).toEqual([]);
});
