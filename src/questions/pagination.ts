import { badInput, called, outOfRange } from "../domain/errors.js";
import { DEFAULT_LIMITS } from "../domain/limits.js";

/** What a list is sorted by: numbers before texts are never mixed in one place; the last part is unique (an id). */
export type SortKey = readonly (string | number)[];

/** A list's order as a value: its name stands in every cursor, so that a cursor of another list is refused. */
export interface ListOrder<Item> {
  readonly name: string;
  readonly key: (item: Item) => SortKey;
  /** Whether the greatest key comes first. */
  readonly descending?: boolean;
}

/** A whole list in its order; the items are light (numbers or resident objects). */
export interface List<Item> {
  readonly items: readonly Item[];
  readonly order: ListOrder<Item>;
}

/** Sorts a list by its order; each key is made once. */
export function listed<Item>(items: readonly Item[], order: ListOrder<Item>): List<Item> {
  const keyed = items.map((item) => ({ item, key: order.key(item) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key, order));
  return { items: keyed.map(({ item }) => item), order };
}

export function compareKeys<Item>(a: SortKey, b: SortKey, order: ListOrder<Item>): number {
  const sign = order.descending === true ? -1 : 1;
  for (let at = 0; at < a.length; at += 1) {
    const left = a[at] as string | number;
    const right = b[at] as string | number;
    if (left !== right) return left < right ? -sign : sign;
  }
  return 0;
}

/** Which part of a list is asked for, as in Relay's connections. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = DEFAULT_LIMITS.maxPageSize;

/** The items from `start` to `end` (exclusive) of a list. */
export interface PageBounds {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a page by the keys that its cursors hold, so that it stays where it is when items come or go elsewhere, even
 * if the cursor's own item has gone.
 * @throws BAD_USER_INPUT with the value and the remedy.
 */
export function pageBounds<Item>(list: List<Item>, request: PageRequest): PageBounds {
  const first = sizeOf("first", request.first);
  const last = sizeOf("last", request.last);
  if (first !== null && last !== null) {
    throw badInput((wording) => `and ${called(wording, "last")}: ${last} were both given`, {
      argument: "first",
      value: first,
      remedy: "give one of them",
    });
  }
  let start = request.after == null ? 0 : boundary(list, readCursor("after", request.after, list), 1);
  let end =
    request.before == null
      ? list.items.length
      : boundary(list, readCursor("before", request.before, list), 0);
  end = Math.max(start, end);
  if (last !== null) start = Math.max(start, end - last);
  else end = Math.min(end, start + (first ?? DEFAULT_PAGE_SIZE));
  return { start, end };
}

function sizeOf(argument: string, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (value < 0 || value > MAX_PAGE_SIZE) {
    throw outOfRange(argument, value, `give a number from 0 to ${MAX_PAGE_SIZE}`);
  }
  return value;
}

/** The first place whose key comes after `key` (`orAfter` 1) or not before it (0). */
function boundary<Item>({ items, order }: List<Item>, key: SortKey, orAfter: 0 | 1): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(order.key(items[middle] as Item), key, order) < orAfter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An opaque text that holds an item's sort key. */
export function cursorOf<Item>(item: Item, order: ListOrder<Item>): string {
  return Buffer.from(JSON.stringify([order.name, ...order.key(item)]), "utf8").toString("base64url");
}

function readCursor<Item>(argument: string, cursor: string, list: List<Item>): SortKey {
  const [name, ...key] = parseCursor(cursor) ?? [];
  const sample = list.items[0];
  const fits =
    name === list.order.name &&
    key.every((part) => typeof part === "string" || typeof part === "number") &&
    (sample === undefined || sameShape(key, list.order.key(sample)));
  if (!fits) {
    throw badInput("is not a cursor of this list", {
      argument,
      value: cursor,
      remedy: "take one from its edges or pageInfo, asked with the same order",
    });
  }
  return key as SortKey;
}

function parseCursor(cursor: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function sameShape(key: readonly unknown[], sample: SortKey): boolean {
  return key.length === sample.length && key.every((part, at) => typeof part === typeof sample[at]);
}
