import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { Budget, withinBudget } from "../../src/graph/budget.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerExposedUniversities } from "../../src/questions/exposed-universities.js";
import { openStore } from "../../src/store/open-store.js";
import { edited, story } from "../dossier/folder-of.js";

/** Counts the claims that an operation looks at. */
class Counting extends Budget {
  looked = 0;

  override spend(rows = 1): void {
    this.looked += rows;
  }
}

it("walks back once for all pages of a list, and anew for another question or another version", async () => {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  const day = parseDay("2024-01-01");
  await loadDossiers([story({})], store, { day });
  const graph = new ResidentGraph(store);
  const asked = async (to: string, validAt = day) => {
    const budget = new Counting({ limits: DEFAULT_LIMITS });
    const answer = await withinBudget(budget, () =>
      answerExposedUniversities(graph, { to, validAt, knownAt: day }),
    );
    return { looked: budget.looked, exposed: answer?.exposed.map(({ transactions }) => transactions) };
  };
  const first = await asked("company:maker");
  expect(first).toEqual({ looked: expect.any(Number), exposed: [1] });
  expect(first.looked).toBeGreaterThan(0);
  expect(await asked("company:maker")).toEqual({ looked: 0, exposed: [1] });

  expect((await asked("company:maker", day - 1)).looked).toBeGreaterThan(0);
  expect((await asked("company:holding")).looked).toBeGreaterThan(0);
  expect((await asked("company:maker")).looked).toBeGreaterThan(0);

  const gift = "gift-2019,Funding,company:maker,university:north,";
  const second = `second-2020,Funding,company:maker,university:north,,,1,USD,gift,2020-05-20,,,gazette-2019,\n${gift}`;
  await loadDossiers([story(edited("relations", gift, second))], store, { day });
  await graph.refresh();
  expect((await asked("company:maker")).exposed).toEqual([2]);
});
