import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../src/domain/day.js";
import { drawingOf } from "../../../../src/explorer/views/explore/lines.js";
import type { Scene, SceneRelation } from "../../../../src/explorer/views/explore/scene.js";
import { party, sceneRelation } from "./drawn-relation.js";

function sceneOf(...relations: SceneRelation[]): Scene {
  const ids = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  return {
    entities: new Map(
      ids.map((id) => [
        id,
        {
          id,
          kind: party(id).kind,
          name: id,
          shortName: id,
          country: null,
          onRecord: 1,
        },
      ]),
    ),
    relations,
    pairs: [],
    stages: [],
    pinned: new Set(),
    notes: [],
    ways: [],
    graphVersion: "1",
  };
}

const terms = { day: parseDay("2019-04-04"), withEnded: false, without: new Set<never>() };
const marks = (scene: Scene, more: object = {}) =>
  drawingOf(scene, { ...terms, ...more }).lines.map(({ mark }) => mark);

describe("what is drawn of a scene on a day", () => {
  it("draws what is certain in full and what is alleged in dots", () => {
    expect(marks(sceneOf(sceneRelation()))).toEqual(["certain"]);
    expect(marks(sceneOf(sceneRelation({ status: "ALLEGED" })))).toEqual(["alleged"]);
  });

  it("draws a share that no source gives for certain in dashes, and a day that is uncertain too", () => {
    const owned = { kind: "OWNERSHIP", start: "2015-01-01" } as const;
    expect(marks(sceneOf(sceneRelation(owned, false)))).toEqual(["uncertain"]);
    expect(marks(sceneOf(sceneRelation(owned, true)))).toEqual(["certain"]);
    expect(marks(sceneOf(sceneRelation({ kind: "CONTROL", start: "2019" })))).toEqual(["uncertain"]);
  });

  it("hides and counts what has ended, and draws it when asked", () => {
    const scene = sceneOf(sceneRelation({ kind: "CONTROL", start: "2010", end: "2014" }));
    expect(drawingOf(scene, terms)).toMatchObject({ lines: [], hidden: { ended: 1, later: 0, kinds: 0 } });
    expect(marks(scene, { withEnded: true })).toEqual(["ended"]);
  });

  it("counts what has not begun and what a kind hides, and keeps the entities", () => {
    const scene = sceneOf(
      sceneRelation({ id: "1", start: "2020" }),
      sceneRelation({ id: "2", kind: "LINK", start: "2010" }),
    );
    const drawing = drawingOf(scene, { ...terms, without: new Set(["LINK"] as const) });
    expect(drawing.hidden).toEqual({ ended: 0, later: 1, kinds: 1 });
    expect(drawing.entities).toEqual(["company:a", "university:u"]);
  });

  it("never draws what a source states to be not so, but counts it", () => {
    const drawing = drawingOf(sceneOf(sceneRelation({ status: "DENIED" })), terms);
    expect(drawing).toMatchObject({ lines: [], denied: 1 });
  });

  it("draws several gifts as one line under the strongest mark, and a collaboration whichever side is named first", () => {
    const scene = sceneOf(
      sceneRelation({ id: "1", status: "ALLEGED" }),
      sceneRelation({ id: "2" }),
      sceneRelation({ id: "3", kind: "COLLABORATION", start: "2015" }),
      sceneRelation({
        id: "4",
        kind: "COLLABORATION",
        start: "2016",
        from: party("university:u"),
        to: party("company:a"),
      }),
    );
    const { lines } = drawingOf(scene, terms);
    expect(lines.map(({ kind, mark, relations }) => [kind, mark, relations.length])).toEqual([
      ["FUNDING", "certain", 2],
      ["COLLABORATION", "certain", 2],
    ]);
  });
});
