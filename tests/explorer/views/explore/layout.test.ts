import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/explorer/views/explore/layout.js";
import type { Stage } from "../../../../src/explorer/views/explore/scene.js";

const around = (anchor: string, n: number): Stage => ({
  rule: "around",
  anchor,
  fresh: Array.from({ length: n }, (_, at) => `${anchor}/${at}`),
});
const star = (anchor: string, n: number): [string, string][] =>
  Array.from({ length: n }, (_, at) => [anchor, `${anchor}/${at}`]);

describe("the layout", () => {
  const chain: Stage = {
    rule: "ways",
    ways: [
      ["u", "c"],
      ["u", "lab", "c"],
      ["u", "program", "c"],
    ],
  };

  it("puts ways side by side between their ends", () => {
    const places = layOut({ stages: [chain], pairs: [] });
    const [u, c, lab, program] = ["u", "c", "lab", "program"].map((id) => places.get(id));
    expect(u?.y).toBe(c?.y);
    expect(c?.x).toBeGreaterThan(u?.x ?? 0);
    expect([lab?.x, program?.x]).toEqual([(c?.x ?? 0) / 2, (c?.x ?? 0) / 2]);
    expect(Math.sign((lab?.y ?? 0) - (u?.y ?? 0))).toBe(-Math.sign((program?.y ?? 0) - (u?.y ?? 0)));
  });

  it("keeps what stands where it is when others arrive, and gives equal places for equal stages", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("u", "c", "lab"), fc.integer({ min: 0, max: 40 })), {
          maxLength: 4,
        }),
        (expansions) => {
          const stages = [chain, ...expansions.map(([id, n]) => around(id, n))];
          const pairs = expansions.flatMap(([id, n]) => star(id, n));
          const places = layOut({ stages, pairs });
          for (let first = 1; first < stages.length; first++) {
            for (const [id, place] of layOut({ stages: stages.slice(0, first), pairs: [] }))
              expect(places.get(id)).toEqual(place);
          }
          expect(layOut({ stages, pairs })).toEqual(places);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("leaves room for a name at each of forty neighbours", () => {
    const places = [
      ...layOut({ stages: [{ rule: "alone", id: "h" }, around("h", 40)], pairs: star("h", 40) }),
    ];
    const crowded = places.flatMap(([a, p], at) =>
      places
        .slice(at + 1)
        .filter(([, q]) => Math.abs(p.x - q.x) < 140 && Math.abs(p.y - q.y) < 40)
        .map(([b]) => `${a} ${b}`),
    );
    expect(crowded).toEqual([]);
  });

  it("puts what is pinned where the reader put it, and moves all else when it tidies up", () => {
    const stages: Stage[] = [
      chain,
      around("c", 6),
      { rule: "pin", id: "u", x: -500, y: 33 },
      { rule: "tidy" },
    ];
    const pairs = [...star("c", 6), ["u", "c"], ["u", "lab"], ["lab", "c"]] as [string, string][];
    const before = layOut({ stages: stages.slice(0, 2), pairs });
    const after = layOut({ stages, pairs });
    expect(after.get("u")).toEqual({ x: -500, y: 33 });
    expect(after.size).toBe(before.size);
    expect(after.get("lab")).not.toEqual(before.get("lab"));
  });

  it("lets go of what is removed and lays out a thousand neighbours", () => {
    const stages: Stage[] = [{ rule: "alone", id: "h" }, around("h", 1000), { rule: "remove", id: "h/0" }];
    const places = layOut({ stages, pairs: star("h", 1000) });
    expect(places.has("h/0")).toBe(false);
    expect(places.size).toBe(1000);
  });
});
