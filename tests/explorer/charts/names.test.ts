import fc from "fast-check";
import { expect, it } from "vitest";
import { NAME_HEIGHT, namesShown } from "../../../src/explorer/charts/names.js";

it("shows no name on another name or on another symbol, and the first always unless a symbol lies there", () => {
  const coordinate = fc.integer({ min: 0, max: 400 });
  const item = fc.record({
    x: coordinate,
    y: coordinate,
    radius: fc.integer({ min: 3, max: 12 }),
    width: fc.integer({ min: 10, max: 150 }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (places) => {
      const items = places.map((place, at) => ({ id: String(at), ...place }));
      const shown = namesShown(items);
      const box = ({ x, y, radius, width }: (typeof items)[number]) => ({
        l: x - width / 2,
        r: x + width / 2,
        t: y + radius + 2,
        b: y + radius + 2 + NAME_HEIGHT,
      });
      const named = items.filter(({ id }) => shown.has(id));
      for (const one of named) {
        const a = box(one);
        for (const other of named) {
          const b = box(other);
          if (one !== other) expect(a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b).toBe(false);
        }
        for (const other of items) {
          const { x, y, radius } = other;
          if (one !== other)
            expect(a.l < x + radius && x - radius < a.r && a.t < y + radius && y - radius < a.b).toBe(false);
        }
      }
    }),
  );
});

it("shows a name that stands alone", () => {
  expect(namesShown([{ id: "a", x: 0, y: 0, radius: 5, width: 50 }])).toEqual(new Set(["a"]));
});
