import { beforeAll, describe, expect, it } from "vitest";
import { GraphReader } from "../../../../src/explorer/views/explore/graph-reader.js";
import { replay } from "../../../../src/explorer/views/explore/replay.js";
import { stepsOf } from "../../../../src/explorer/views/explore/steps.js";
import type { ResidentGraph } from "../../../../src/graph/resident-graph.js";
import { openStore } from "../../../../src/store/open-store.js";
import { seeded } from "../../../examples/examples.js";
import { entityRow, relationRow } from "../../../exposure/naive/rows.js";
import { graphOf } from "../../../graphql/serving.js";
import { askerOf } from "../../asker.js";

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 60_000);

const canvas = (steps: string, knownAt: string | null = null) =>
  replay(stepsOf(steps), new GraphReader(askerOf(graph)), { knownAt });
const CHAIN = "chain*university:mit*company:huawei-technologies";

describe("the steps of a canvas, over the seed", () => {
  it("begin with the chains of a finding: directly, through the Media Lab, through the program", async () => {
    const { entities, ways, relations } = await canvas(CHAIN);
    expect([...entities.keys()]).toEqual([
      "university:mit",
      "company:huawei-technologies",
      "organization:mit-media-lab",
      "program:huawei-innovation-research-program",
    ]);
    expect(ways[0]?.ways.map(({ ids }) => ids.length)).toEqual([2, 3, 3]);
    // Relations between those shown come by themselves: the gift of 20 December 2017 is on no chain of another channel.
    expect(relations.map(({ text }) => text)).toContain(
      "Huawei Technologies gave MIT $500,000 on 20 December 2017.",
    );
  });

  it("add as many neighbours as wanted and say how many are left, with the true number on the hub", async () => {
    const { entities, notes } = await canvas("expand*company:huawei-technologies*10");
    expect(entities.size).toBe(11);
    expect(entities.get("company:huawei-technologies")?.onRecord).toBeGreaterThan(300);
    expect(notes[0]?.text).toMatch(/^\d+ neighbors more on record/);
  });

  it("connect two by several ways and avoid a hub", async () => {
    const all = await canvas("connect*university:mit*company:huawei-technologies*5");
    expect(all.ways[0]?.ways.length).toBe(5);
    const around = await canvas(
      "connect*university:mit*company:zte*3**company:huawei-technologies,university:uc-berkeley",
    );
    expect(around.entities.has("company:huawei-technologies")).toBe(false);
    expect(around.entities.has("university:uc-berkeley")).toBe(false);
  });

  it("say so where nothing joins two on that day, and show both", async () => {
    const { entities, notes } = await canvas("connect*university:mit*company:zte*1*1900-01-01");
    expect(entities.size).toBe(2);
    expect(notes[0]?.text).toBe("No connection joins these two on the day asked about.");
  });

  it("hide what was not known yet and keep everybody on the canvas, so that nothing moves", async () => {
    const today = await canvas(CHAIN);
    const then = await canvas(CHAIN, "2018-01-01");
    expect([...then.entities.keys()]).toEqual([...today.entities.keys()]);
    expect(then.stages).toEqual(today.stages);
    expect(then.pairs).toEqual(today.pairs);
    expect(then.relations.length).toBeLessThan(today.relations.length);
  });

  it("take away what is removed, with its relations", async () => {
    const { entities, relations } = await canvas(`${CHAIN}~remove*organization:mit-media-lab`);
    expect(entities.has("organization:mit-media-lab")).toBe(false);
    expect(relations.some(({ from, to }) => [from, to].includes("organization:mit-media-lab"))).toBe(false);
  });

  it("name an entity that is not there", async () => {
    await expect(canvas("add*university:nowhere")).rejects.toThrowError(
      expect.objectContaining({ name: "BadPlace", message: expect.stringContaining("university:nowhere") }),
    );
  });
});

describe("the steps of a canvas, among hubs", () => {
  it("draw what joins two that both have more relations than are read", async () => {
    const [A, B, MANY] = ["company:a", "company:b", 2_001];
    const early = (hub: string, at: number) =>
      relationRow({
        id: `claim:rows/${hub.slice(-1)}${at}`,
        kind: "Link",
        from: hub,
        to: `company:n${at % 50}`,
        start: "2010",
      });
    const rows = Array.from({ length: MANY }, (_, at) => [early(A, at), early(B, at)]).flat();
    const join = relationRow({ id: "claim:rows/join", kind: "Ownership", from: A, to: B, start: "2020" });
    const hubs = await graphOf(
      {
        entities: [A, B, ...Array.from({ length: 50 }, (_, at) => `company:n${at}`)].map((id) =>
          entityRow(id),
        ),
        flags: [],
        claims: [...rows, join],
      },
      [],
    );
    const reader = new GraphReader(askerOf(hubs));
    for (const knownAt of [null, "2026-01-01"]) {
      const { relations, pairs } = await replay(stepsOf(`add*${A}~add*${B}`), reader, { knownAt });
      expect(reader.entity(A, knownAt)?.relations.some(({ id }) => id === join.id)).toBe(false);
      expect(relations.map(({ id }) => id)).toEqual([join.id]);
      expect(pairs).toEqual([[A, B]]);
    }
  });
});
