import { ExposureError } from "../domain/errors.js";
import type { Cell } from "./neo4j/connection.js";
import type { SqlValue } from "./sqlite/driver.js";

/** A cell of a SQLite row, as its table declares it. */
export interface SqliteCell {
  readonly name: string;
  /** `text not null`. */
  readonly type: string;
  /** Stands behind the declaration; `.schema` shows it. */
  readonly comment?: string | undefined;
  /** What rows of before the column hold, where that is not null. */
  readonly defaultValue?: string | undefined;
}

/** A value that Neo4j keeps of a record. */
export interface Neo4jCell {
  readonly name: string;
  /** A JavaScript number is a float to Neo4j unless it is said otherwise. */
  readonly integer?: boolean;
  /** Where it is no property: the labels of a node, the type of a relationship, the id of the node where it starts or ends. */
  readonly place?: "labels" | "type" | "start" | "end";
}

/** The way of a value into the cells of a row, and back. The two are inverse. `R` is the record that the value belongs to. */
interface Codec<V, R, C> {
  /** Adds its cells to the row. */
  readonly write: (value: V, row: C[], record: R) => void;
  /** Reads them from where they begin; `before` has the fields that stand before this one. */
  readonly read: (row: readonly C[], at: number, before: Partial<R>) => V;
}

/** How a field lies in one engine: in one cell or in several side by side. */
interface Layout<V, R, C, D> extends Codec<V, R, C> {
  /** A name that is left out is the field's: `copyOf`, in SQLite `copy_of`. */
  readonly cells: readonly (Omit<D, "name"> & { readonly name?: string | undefined })[];
}

/** How one field of a record lies in each engine. */
export interface Column<V, R = unknown> {
  readonly sqlite: Layout<V, R, SqlValue, SqliteCell>;
  readonly neo4j: Layout<V, R, Cell, Neo4jCell>;
  /** The table of the record that it names. */
  readonly references?: Referenced;
  /** The layout that brought it, where that is not the first. */
  readonly since?: number | undefined;
}

type Referenced = "dossiers" | "entities" | "flags";

/** One column for each field of a record, in the order in which a decoded record has them. */
export type Columns<R> = { readonly [F in Exclude<keyof R, "record">]-?: Column<R[F], R> };

interface Options {
  /** Its name in SQLite, where the field's is a word of SQL. */
  readonly column?: string;
  readonly comment?: string;
}

/** Of a column that rows of an earlier layout may lack. */
interface LaterOptions extends Options {
  readonly since?: number;
}

/** In one cell of each engine. */
function single<V>(
  type: string,
  options: LaterOptions & { readonly property?: string; readonly defaultValue?: string },
  codecs: {
    readonly sqlite: { readonly to: (value: V) => SqlValue; readonly from: (cell: SqlValue) => V };
    readonly neo4j: { readonly to: (value: V) => Cell; readonly from: (cell: Cell) => V };
    readonly integer?: boolean;
  },
): Column<V> {
  const { column, comment, property, since, defaultValue } = options;
  const { sqlite, neo4j, integer = false } = codecs;
  return {
    sqlite: {
      cells: [{ name: column, type, comment, defaultValue }],
      write: (value, row) => void row.push(sqlite.to(value)),
      read: (row, at) => sqlite.from(row[at] as SqlValue),
    },
    neo4j: {
      cells: [{ name: property, integer }],
      write: (value, row) => void row.push(neo4j.to(value)),
      read: (row, at) => neo4j.from(row[at] as Cell),
    },
    since,
  };
}

/** What an archive of an earlier format lacks is empty. */
const asItIs = <V>() => ({ to: (value: V) => (value ?? null) as never, from: (cell: unknown) => cell as V });

export function text<V extends string>(options: Options = {}): Column<V> {
  return single<V>("text not null", options, { sqlite: asItIs(), neo4j: asItIs() });
}

export function textOrNull<V extends string>(options: LaterOptions = {}): Column<V | null> {
  return single<V | null>("text", options, { sqlite: asItIs(), neo4j: asItIs() });
}

/** The key of another record: a dossier's slug, the id of all others. */
export function keyOfA(references: Referenced, options: Options = {}): Column<string> {
  const type = `text not null references ${references} (${references === "dossiers" ? "slug" : "id"})`;
  return { ...single<string>(type, options, { sqlite: asItIs(), neo4j: asItIs() }), references };
}

/** The same of an entity or a flag at which a relationship of Neo4j starts or ends. */
export function endAt(
  place: "start" | "end",
  references: "entities" | "flags",
  options: Options = {},
): Column<string> {
  const column = keyOfA(references, options);
  return { ...column, neo4j: { ...column.neo4j, cells: [{ place }] } };
}

export function integer(options: Options & { readonly property?: string } = {}): Column<number> {
  return single<number>("integer not null", options, { sqlite: asItIs(), neo4j: asItIs(), integer: true });
}

export function integerOrNull(options: LaterOptions = {}): Column<number | null> {
  return single<number | null>("integer", options, { sqlite: asItIs(), neo4j: asItIs(), integer: true });
}

export function realOrNull(options: LaterOptions = {}): Column<number | null> {
  return single<number | null>("real", options, { sqlite: asItIs(), neo4j: asItIs() });
}

/** In SQLite 1 or 0; in Neo4j what is not true has no property. */
export function mark(options: Options = {}): Column<boolean> {
  return single<boolean>("integer not null", options, {
    sqlite: { to: (value) => (value ? 1 : 0), from: (cell) => cell === 1 },
    neo4j: { to: (value) => value || null, from: (cell) => cell === true },
  });
}

export function truthOrNull(options: LaterOptions = {}): Column<boolean | null> {
  return single<boolean | null>("integer", options, {
    sqlite: {
      to: (value) => (value === null ? null : value ? 1 : 0),
      from: (cell) => (cell === null ? null : cell === 1),
    },
    neo4j: asItIs(),
  });
}

const NONE: readonly never[] = [];

/** In SQLite a JSON array, which people's tools can open up; in Neo4j a list. */
export function list<V extends string>(options: LaterOptions = {}): Column<readonly V[]> {
  return listOf<V>(options, { print: (item) => item, parse: (item) => item as V });
}

/** A list in SQLite as JSON has it; in Neo4j a list of texts. */
export function listOf<V>(
  options: LaterOptions,
  item: { readonly print: (value: V) => string; readonly parse: (text: string) => V },
): Column<readonly V[]> {
  return single<readonly V[]>(
    "text not null",
    { ...options, defaultValue: "'[]'" },
    {
      sqlite: {
        to: (value) => JSON.stringify(value ?? NONE),
        from: (cell) => (cell === "[]" ? [] : (JSON.parse(cell as string) as V[])),
      },
      neo4j: {
        to: (value) => (value ?? NONE).map(item.print),
        from: (cell) => ((cell ?? NONE) as readonly string[]).map(item.parse),
      },
    },
  );
}

/** In SQLite a JSON object; in Neo4j a list of `key=value`. */
export function record<V extends string>(options: Options = {}): Column<Readonly<Record<string, V>>> {
  return single<Readonly<Record<string, V>>>("text not null", options, {
    sqlite: { to: (value) => JSON.stringify(value), from: (cell) => JSON.parse(cell as string) },
    neo4j: {
      to: (value) => Object.entries(value).map(([key, each]) => `${key}=${each}`),
      from: (cell) => Object.fromEntries((cell as readonly string[]).map(splitPair)) as Record<string, V>,
    },
  });
}

/** `key=value` at its first `=`. */
export function splitPair(pair: string): [key: string, value: string] {
  const middle = pair.indexOf("=");
  return [pair.slice(0, middle), pair.slice(middle + 1)];
}

/** A kind of noun. In Neo4j it is a label, beside that of all such nouns. */
export function label<V extends string>(
  ofAll: string,
  kinds: readonly V[],
  options: Options = {},
): Column<V, { readonly id: string }> {
  return {
    ...text<V>(options),
    neo4j: {
      cells: [{ place: "labels" }],
      write: (value, row) => void row.push([value, ofAll]),
      read: (row, at, { id }) => {
        const kind = kinds.find((each) => (row[at] as readonly string[]).includes(each));
        if (kind === undefined)
          throw new ExposureError(
            "DATA_INVALID",
            `${id} has none of the labels that name a kind of ${ofAll.toLowerCase()}: give it back the one that another tool took away`,
          );
        return kind;
      },
    },
  };
}

/** A field that is a record itself: the cells of its own fields. */
export function nested<R extends object>(columns: Columns<R>): Column<R> {
  const within = <C, D>({ cells, write, read }: RowCodec<R, C, D>): Layout<R, unknown, C, D> => ({
    cells: cells as Layout<R, unknown, C, D>["cells"],
    write,
    read: (row, at) => read(row, {}, at) as R,
  });
  return { sqlite: within(sqliteRow(columns)), neo4j: within(neo4jRow(columns)) };
}

/** The cells of a whole record, and its way into them and back. */
export interface RowCodec<R, C, D> {
  readonly cells: readonly (D & { readonly field: string })[];
  write(record: R, row: C[]): void;
  /** Reads a record, from a place in the row on, into the fields that are known of it. */
  read(row: readonly C[], known: Partial<R>, at?: number): R;
}

export function sqliteRow<R>(columns: Columns<R>): RowCodec<R, SqlValue, SqliteCell> {
  return rowCodec(columns, (column) => column.sqlite, snakeCase);
}

export function neo4jRow<R>(columns: Columns<R>): RowCodec<R, Cell, Neo4jCell> {
  return rowCodec(
    columns,
    (column) => column.neo4j,
    (field) => field,
  );
}

function rowCodec<R, C, D>(
  columns: Columns<R>,
  layoutOf: (column: Column<unknown, R>) => Layout<unknown, R, C, D>,
  nameOf: (field: string) => string,
): RowCodec<R, C, D> {
  let width = 0;
  const fields = Object.entries<Column<unknown, R>>(columns as never).map(([field, column]) => {
    const { cells, write, read } = layoutOf(column);
    width += cells.length;
    return { field: field as keyof R & string, cells, write, read, place: width - cells.length };
  });
  return {
    cells: fields.flatMap(({ field, cells }) =>
      cells.map(
        (cell) => ({ ...cell, name: cell.name ?? nameOf(field), field }) as unknown as D & { field: string },
      ),
    ),
    write(record, row) {
      for (const { field, write } of fields) write(record[field], row, record);
    },
    read(row, known, at = 0) {
      for (const { field, read, place } of fields) known[field] = read(row, at + place, known) as never;
      return known as R;
    },
  };
}

/** `copyOf` is `copy_of`. */
export function snakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
