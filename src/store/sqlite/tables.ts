import type { Claim, ClaimRecordKind, Noun } from "../../domain/record.js";
import { type Column, type SqliteCell, sqliteRow } from "../columns.js";
import type { StoredClaim } from "../graph-store.js";
import { CLAIMS, NOUNS, type StoredNoun, type StoredRecord, VERSIONS } from "../records.js";
import type { SqlValue } from "./driver.js";

/** The cells of a row, in the order of its table's `columns`. */
export type Row = readonly SqlValue[];

/** How one kind of record lies in SQLite. Everything follows from its columns (../records.ts). */
export interface Table<T> {
  readonly name: string;
  /** The column by which a record is known; of a claim all revisions have it. */
  readonly key: string;
  /** The `create table` statement; its comments are shown by `.schema`. */
  readonly definition: string;
  /** What gives a table of an earlier layout the columns that one layout brought. */
  additions(layout: number): readonly string[];
  /** Reads all cells of rows in the order in which they are decoded; what follows narrows and orders. */
  readonly select: string;
  /**
   * Writes a row; the parameters are its cells. A noun comes in the place of the one with its key; a revision of a claim
   * that is there already is an error.
   */
  readonly write: string;
  /** In the order of statements, which need not be that of the definition. */
  readonly columns: readonly string[];
  encode(value: T): Row;
  decode(row: Row): T;
}

export interface ClaimTable extends Table<StoredClaim> {
  /** The columns that name another record, and that record's table: it must be there when a load ends. */
  readonly references: readonly (readonly [column: string, table: string])[];
}

/** These columns open the table of a claim. */
const FIRST = ["id", "revision", "dossier"];

export const NOUN_TABLES = mapped(NOUNS, (_, noun) => nounTable(noun as StoredNoun<Noun["value"]>));
export const CLAIM_TABLES = mapped(CLAIMS, (record, claim) =>
  claimTable(record, claim as StoredRecord<Claim>),
);

export function nounTable({ table, key, columns, held }: StoredNoun<Noun["value"]>): Table<Noun["value"]> {
  const row = sqliteRow(columns);
  const cells = row.cells.map((cell) =>
    cell.name === key ? { ...cell, type: `${cell.type} primary key` } : cell,
  );
  const heldCell: SqliteCell[] =
    held === undefined ? [] : [{ name: "held", type: "integer not null", comment: held }];
  return {
    ...statements("replace", table, [...cells, ...heldCell]),
    key,
    definition: `create table ${table} (\n${declared([...cells, ...heldCell])}\n) strict, without rowid`,
    additions: (layout) => additions(table, columns, layout),
    encode(value) {
      const into: SqlValue[] = [];
      row.write(value, into);
      if (held !== undefined) into.push(1);
      return into;
    },
    decode: (cellsOfRow) => row.read(cellsOfRow, {}),
  };
}

function claimTable(record: ClaimRecordKind, { table, columns }: StoredRecord<Claim>): ClaimTable {
  const row = sqliteRow(columns);
  const versions = sqliteRow(VERSIONS);
  const first = row.cells.filter(({ field }) => FIRST.includes(field));
  const others = row.cells.filter(({ field }) => !FIRST.includes(field));
  return {
    ...statements("insert", table, [...row.cells, ...versions.cells]),
    key: "id",
    definition: `create table ${table} (
${declared([...first, ...others, ...versions.cells], "primary key (id, revision)")}
) strict, without rowid`,
    additions: (layout) => additions(table, columns, layout),
    references: row.cells.flatMap(({ field, name }) => {
      const to = columns[field as keyof typeof columns].references;
      return to === undefined || to === "dossiers" ? [] : [[name, to] as const];
    }),
    encode(stored) {
      const into: SqlValue[] = [];
      row.write(stored.claim, into);
      versions.write(stored, into);
      return into;
    },
    decode(cells) {
      const claim = row.read(cells, { record });
      return versions.read(cells, { claim } as Partial<StoredClaim>, row.cells.length) as StoredClaim;
    },
  };
}

function statements(verb: "insert" | "replace", table: string, cells: readonly SqliteCell[]) {
  const columns = cells.map(({ name }) => name);
  return {
    name: table,
    columns,
    select: `select ${columns.join(", ")} from ${table}`,
    write: `${verb} into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
  };
}

function declared(cells: readonly SqliteCell[], last?: string): string {
  const lines = cells.map(({ name, type, comment }, index) => {
    const comma = index < cells.length - 1 || last !== undefined ? "," : "";
    return `  ${name} ${type}${comma}${comment === undefined ? "" : ` -- ${comment}`}`;
  });
  return [...lines, ...(last === undefined ? [] : [`  ${last}`])].join("\n");
}

function additions(
  table: string,
  columns: StoredRecord<Noun["value"] | Claim>["columns"],
  layout: number,
): readonly string[] {
  const later = Object.fromEntries(
    Object.entries<Column<unknown>>(columns as never).filter(([, { since }]) => since === layout),
  );
  return sqliteRow(later as typeof columns).cells.map(({ name, type, defaultValue }) => {
    const filled = defaultValue === undefined ? "" : ` default ${defaultValue}`;
    return `alter table ${table} add column ${name} ${type}${filled}`;
  });
}

function mapped<K extends string, A, B>(
  all: { readonly [key in K]: A },
  make: (key: K, value: A) => B,
): { readonly [key in K]: B } {
  const entries = (Object.entries(all) as [K, A][]).map(([key, value]) => [key, make(key, value)]);
  return Object.fromEntries(entries);
}
