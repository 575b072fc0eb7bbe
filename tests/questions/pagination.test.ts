import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cursorOf,
  type List,
  type ListOrder,
  listed,
  type PageRequest,
  pageBounds,
} from "../../src/questions/pagination.js";

interface Item {
  readonly rank: number;
  readonly id: string;
}

const ORDER: ListOrder<Item> = { name: "rank", key: ({ rank, id }) => [rank, id] };

function page(list: List<Item>, request: PageRequest): readonly Item[] {
  const { start, end } = pageBounds(list, request);
  return list.items.slice(start, end);
}

const items = fc.uniqueArray(
  fc.record({ rank: fc.integer({ min: 0, max: 5 }), id: fc.string({ minLength: 1, maxLength: 4 }) }),
  {
    selector: ({ id }) => id,
    maxLength: 30,
  },
);

describe("pages", () => {
  it("taken one after the other from the front, or from the back, make up the list", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), fc.boolean(), (all, size, descending) => {
        const list = listed(all, { ...ORDER, descending });
        const forwards: Item[] = [];
        for (let after: string | null = null; ; ) {
          const next: readonly Item[] = page(list, { first: size, after });
          if (next.length === 0) break;
          forwards.push(...next);
          after = cursorOf(next.at(-1) as Item, list.order);
        }
        const backwards: Item[] = [];
        for (let before: string | null = null; ; ) {
          const previous: readonly Item[] = page(list, { last: size, before });
          if (previous.length === 0) break;
          backwards.unshift(...previous);
          before = cursorOf(previous[0] as Item, list.order);
        }
        expect(forwards).toEqual(list.items);
        expect(backwards).toEqual(list.items);
      }),
    );
  });

  it("stay where they are when items come or go, even the cursor's own", () => {
    fc.assert(
      fc.property(items, items, fc.nat(), (before, others, at) => {
        fc.pre(before.length > 0);
        const list = listed(before, ORDER);
        const place = at % before.length;
        const cursor = cursorOf(list.items[place] as Item, ORDER);
        const rest = list.items.slice(place + 1);
        const ids = new Set(before.map(({ id }) => id));
        const grown = listed([...rest, ...others.filter(({ id }) => !ids.has(id))], ORDER);
        const seen = page(grown, { first: 500, after: cursor });
        expect(seen.filter(({ id }) => ids.has(id))).toEqual(rest);
      }),
    );
  });

  const list = listed([{ rank: 1, id: "a" }], ORDER);

  it.each<[string, PageRequest]>([
    ["first: 501 is out of range: give a number from 0 to 500", { first: 501 }],
    ["last: -1 is out of range: give a number from 0 to 500", { last: -1 }],
    ["first: 1 and last: 2 were both given: give one of them", { first: 1, last: 2 }],
    ['after: "nonsense" is not a cursor of this list', { after: "nonsense" }],
    ['before: "" is not a cursor of this list', { before: "" }],
    ["is not a cursor of this list", { after: cursorOf({ rank: 1, id: "a" }, { ...ORDER, name: "other" }) }],
    ["is not a cursor of this list", { after: Buffer.from('["rank","a",1]').toString("base64url") }],
    ["is not a cursor of this list", { after: Buffer.from('["rank",1]').toString("base64url") }],
  ])("refuse: %s", (message, request) => {
    expect(() => pageBounds(list, request)).toThrow(message);
  });
});
