import type { Claim } from "../../../domain/record.js";
import type { StoredClaim } from "../../graph-store.js";
import type { SqlValue } from "../driver.js";

/** The cells of a row, in the order of its table's `columns`. */
export type Row = readonly SqlValue[];

/** How one kind of record lies in SQLite: its table, and the way there and back, which are inverse. */
export interface Table<T, R extends Row> {
  readonly name: string;
  /** The `create table` statement; its comments are shown by `.schema`. */
  readonly definition: string;
  /** In the order in which statements name them, which need not be that of the definition. */
  readonly columns: readonly string[];
  encode(value: T): R;
  decode(row: R): T;
}

/** A claim of one kind with the versions that brought it and took it away. */
export interface Stored<T extends Claim> extends StoredClaim {
  readonly claim: T;
}

/** A table of claims; its primary key is (id, revision). */
export interface ClaimTable<T extends Claim, R extends Row> extends Table<Stored<T>, R> {
  /** The columns that name another record, with that record's table: it must be there when a load ends. */
  readonly ends: Readonly<Record<string, "entities" | "flags">>;
}

/** A list in a cell is a JSON array, which people's tools can open up. */
export function encodeList(list: readonly unknown[]): string {
  return JSON.stringify(list);
}

export function decodeList<T>(cell: string): readonly T[] {
  return cell === "[]" ? [] : (JSON.parse(cell) as T[]);
}

/** For a column whose neighbouring cells are mostly equal: they are parsed once and become one list. */
export function repeatedList<T>(): (cell: string) => readonly T[] {
  let last = "[]";
  let list: readonly T[] = [];
  return (cell) => {
    if (cell !== last) list = decodeList(cell);
    last = cell;
    return list;
  };
}
