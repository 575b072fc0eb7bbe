import fc from "fast-check";
import { expect, it } from "vitest";
import { Renumbering } from "../../src/graph/renumbering.js";
import { type Splice, splicedColumn } from "../../src/graph/splice.js";
import { tried } from "../laws.js";

const OPTIONS = tried(20_190_406, 300);

/** Splices in order, none over another, in a sequence of up to some hundred or some ten thousand items. */
const cases = fc
  .record({
    length: fc.constantFrom(0, 1, 70, 300, 20_000),
    steps: fc.array(
      fc.record({
        gap: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 400 })),
        goes: fc.nat({ max: 70 }),
        comes: fc.nat({ max: 4 }),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ length, steps }) => {
    const splices: Splice[] = [];
    let from = 0;
    for (const { gap, goes, comes } of steps) {
      const at = Math.min(length, from + gap);
      const splice = { at, goes: Math.min(goes, length - at), comes };
      splices.push(splice);
      from = at + splice.goes;
    }
    return { length, splices };
  });

/** The same, item by item: each is told by its number; what comes by nothing. */
function plainly(length: number, splices: readonly Splice[]): readonly (number | null)[] {
  const items: (number | null)[] = Array.from({ length }, (_, item) => item);
  for (const { at, goes, comes } of [...splices].reverse())
    items.splice(
      at,
      goes,
      ...Array.from({ length: comes }, (_, nth) => (nth < goes ? (items[at + nth] ?? null) : null)),
    );
  return items;
}

it("numbers what stays, what goes and what comes as if item by item", () => {
  fc.assert(
    fc.property(cases, ({ length, splices }) => {
      const items = plainly(length, splices);
      const numbers = new Renumbering(length, splices);
      const places = new Map(items.map((item, at) => [item, at]));
      const expected = Array.from({ length }, (_, item) => places.get(item) ?? -1);
      expect(numbers.count).toBe(items.length);
      expect(expected.map((_, item) => numbers.forward(item))).toEqual(expected);
      expect([...numbers.back()].map((item) => (item < 0 ? null : item))).toEqual(items);
      const asked = Int32Array.from([-1, ...expected.keys()]);
      const into = new Int32Array(asked.length + 2);
      numbers.move(asked, 0, asked.length, { into, to: 2 });
      expect([...into]).toEqual([0, 0, -1, ...expected]);
    }),
    OPTIONS,
  );
});

it("says of what is new before which item it comes", () => {
  const numbers = new Renumbering(3, [
    { at: 1, goes: 0, comes: 1 },
    { at: 3, goes: 0, comes: 1 },
  ]);
  expect([...numbers.back()]).toEqual([0, ~1, 1, 2, ~3]);
});

it("splices columns of any width, and shares one in which nothing changes", () => {
  fc.assert(
    fc.property(cases, ({ length, splices }) => {
      const column = Int32Array.from({ length: 2 * length }, (_, at) => at);
      const comes = splices.reduce((sum, splice) => sum + splice.comes, 0);
      const coming = Int32Array.from({ length: 2 * comes }, (_, at) => -1 - at);
      const plain = [...column];
      let last = coming.length;
      for (const splice of [...splices].reverse()) {
        const first = last - 2 * splice.comes;
        plain.splice(2 * splice.at, 2 * splice.goes, ...coming.subarray(first, last));
        last = first;
      }
      expect([...splicedColumn(column, splices, coming, 2)]).toEqual(plain);
    }),
    OPTIONS,
  );
  const column = Int32Array.of(5, 6, 7);
  expect(splicedColumn(column, [{ at: 1, goes: 1, comes: 1 }], Int32Array.of(6))).toBe(column);
  expect(splicedColumn(column, [], new Int32Array())).toBe(column);
});
