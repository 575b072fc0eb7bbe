import type { Sorted } from "../components/sortable-table.js";
import type { Place } from "./place.js";

/** How a table is sorted by the address: `sort` lists tables and columns, `-` before one turns it round. Null: it does not say. */
export function sortedOf(place: Place, table: string): Sorted | null {
  for (const part of (place.values.sort ?? "").split(",")) {
    const [, minus, name, column] = /^(-?)([\w]+)\.([\w-]+)$/.exec(part) ?? [];
    if (name === table && column !== undefined) return { column, descending: minus === "-" };
  }
  return null;
}

/** The value of `sort` when a table is sorted otherwise; other tables stay as they are. */
export function sortValue(place: Place, table: string, { column, descending }: Sorted): string {
  const others = (place.values.sort ?? "").split(",").filter((part) => part !== "" && !isOf(part, table));
  return [...others, `${descending ? "-" : ""}${table}.${column}`].join(",");
}

function isOf(part: string, table: string): boolean {
  return part.replace(/^-/, "").startsWith(`${table}.`);
}
