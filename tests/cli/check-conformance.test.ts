import { describe, expect, test } from "vitest";
import { differenceIn } from "../../src/cli/conformance-answer.js";
import { type CaseAsk, conformanceFiles } from "../../src/cli/conformance-cases.js";
import { conformanceDossier } from "../../src/cli/conformance-dossier.js";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { openStore } from "../../src/store/open-store.js";
import { run, temporaryFolder } from "./run.js";

describe("check --conformance", () => {
  test.each(["memory:", "sqlite:graph.db"])(
    "runs every worked example in a store of its own: %s",
    async (store) => {
      const folder = temporaryFolder();
      const { code, out, err } = await run(["check", "--conformance", "--store", store], { folder });
      const cases = conformanceFiles().flatMap((file) => file.cases);
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(`^${cases.length} of ${cases.length} worked examples`),
      ]);
      expect(out.trimEnd().split("\n")).toHaveLength(cases.length);
      expect(out.split("\n").filter((line) => line !== "" && !line.startsWith("ok "))).toEqual([]);
      // The file that is named is left alone.
      expect((await run(["stats", "--store", "sqlite:graph.db"], { folder })).code).toBe(1);
    },
  );

  test("takes no folders", async () => {
    expect((await run(["check", "--conformance", "seed"])).code).toBe(2);
  });

  test("says how an answer differs", async () => {
    const [file] = conformanceFiles().filter(({ subject }) => subject === "integrated-ownership");
    if (!file) throw new Error("no such file");
    const store = await openStore({ engine: "memory" });
    await store.prepare({ intoExisting: false });
    await loadDossiers([conformanceDossier([file])], store, { day: parseDay("2025-10-01") });
    const graph = new ResidentGraph(store);
    const place = { subject: file.subject, at: 0 };
    const on = "2025-10-01";
    const asks: readonly CaseAsk[] = [
      { ask: "integrated", owner: "P", company: "B", on, is: [0.3, 0.4] },
      { ask: "control", controller: "P", company: "B", on, is: "YES" },
      { ask: "rule", regime: "OFAC_50", company: "B", flagged: ["P"], on, is: "NO" },
    ];
    expect(await Promise.all(asks.map((ask) => differenceIn(graph, place, ask)))).toEqual([
      "the share of B that P has is [0.3, 0.3], not [0.3, 0.4]",
      "control of P over B is NO, not YES",
      "OFAC_50 of B on 2025-10-01 is YES, not NO",
    ]);
    await store.close();
  });
});
