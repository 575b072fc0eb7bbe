import { isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { suggestion } from "../../domain/nearest.js";
import type { RuleName } from "../rules.js";
import { type DossierTable, TABLE_NAMES, TABLES, type TableName } from "./columns.js";
import type { Row } from "./row.js";

/** Says what is wrong at a place in dossier.yml; by default that it does not say well what the dossier is. */
export type Complain = (node: Node | null | undefined, message: string, rule?: RuleName) => void;

/** What is counted of the rows of one file. */
export type Measure = { readonly count: "rows" } | { readonly sum: string } | { readonly distinct: string };

/**
 * A number that a dossier states about its own rows, e.g. `{sum: amount, of: relations, where: {kind: Funding,
 * currency: USD}, is: 28672437}`. A value of `where` equals a cell; a list of values means any of them; a cell that
 * is a list matches if it contains the value; null matches an empty cell.
 */
export interface Assertion {
  readonly measure: Measure;
  readonly of: TableName;
  readonly where: ReadonlyMap<string, readonly string[]>;
  readonly is: number;
  /** Names the place in dossier.yml where it stands. */
  readonly complain: (message: string) => void;
}

const MEASURES = ["count", "sum", "distinct"] as const;
const KEYS: readonly string[] = [...MEASURES, "of", "where", "is"];
const EXAMPLE = "write it as {count: rows, of: relations, where: {kind: Funding}, is: 1}";

/** Reads one assertion; null where it cannot be understood (named). */
export function readAssertion(node: Node, complain: Complain): Assertion | null {
  const fail = (message: string): null => {
    complain(node, `assertions: ${message}`, "assertion");
    return null;
  };
  if (!isMap(node)) return fail(`one is no table: ${EXAMPLE}`);
  const map = node as YAMLMap<Node, unknown>;
  const unknown = map.items.map(({ key }) => String(key)).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return fail(`one has an unknown key "${unknown}": ${EXAMPLE}`);
  const of = TABLE_NAMES.find((name) => name === String(map.get("of")).replace(/\.csv$/, ""));
  if (of === undefined) return fail(`"of" names no table: write one of ${TABLE_NAMES.join(", ")}`);
  const measured = MEASURES.filter((name) => map.has(name));
  const [name] = measured;
  if (name === undefined || measured.length > 1)
    return fail(`one needs exactly one of ${MEASURES.join(", ")}: ${EXAMPLE}`);
  const is = map.get("is");
  if (typeof is !== "number") return fail(`"is" is no number: ${EXAMPLE}`);
  const column = String(map.get(name));
  if (name === "count" && column !== "rows") return fail('"count" counts rows: write count: rows');
  const where = conditions(map.get("where", true) as Node | undefined);
  if (where === null) return fail('"where" is no table of columns and values: write where: {kind: Funding}');
  const { columns }: DossierTable = TABLES[of];
  const stray = [...where.keys(), ...(name === "count" ? [] : [column])].find(
    (each) => !columns.includes(each),
  );
  if (stray !== undefined) {
    const near = suggestion(stray, columns);
    return fail(
      `${TABLES[of].file} has no column "${stray}"${near === "" ? `: it has ${columns.join(", ")}` : near}`,
    );
  }
  const measure: Measure =
    name === "count" ? { count: "rows" } : name === "sum" ? { sum: column } : { distinct: column };
  return { measure, of, where, is, complain: (message) => complain(node, message, "assertion") };
}

function conditions(node: Node | undefined): Assertion["where"] | null {
  const where = new Map<string, readonly string[]>();
  if (node === undefined) return where;
  if (!isMap(node)) return null;
  for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
    const wanted = isSeq(value) ? value.items : [value];
    if (!wanted.every((item) => item === null || isScalar(item))) return null;
    where.set(String(key), wanted.map(scalarText));
  }
  return where;
}

/** A value as a cell would have it; null is an empty cell. */
function scalarText(item: unknown): string {
  const value: unknown = isScalar(item) ? item.value : null;
  return value === null ? "" : String(value);
}

/** Counts one assertion while the rows of its file pass by, and says at the end whether it holds. */
export interface Tally {
  see(row: Row): void;
  finish(): void;
}

/** A tally of nothing so far. */
export function tallyOf(assertion: Assertion): Tally {
  const { measure, of, where, is } = assertion;
  const lists: readonly string[] = TABLES[of].lists;
  const values = (row: Row, column: string): readonly string[] =>
    lists.includes(column) ? row.cell(column).split(";") : [cellOrDefault(row, column)];
  const matches = (row: Row) =>
    [...where].every(([column, wanted]) => values(row, column).some((value) => wanted.includes(value)));
  const distinct = new Set<string>();
  let total = 0;
  return {
    see(row) {
      if (!matches(row)) return;
      if ("count" in measure) total++;
      else if ("sum" in measure) total += Number(row.cell(measure.sum)) || 0;
      else for (const value of values(row, measure.distinct)) if (value !== "") distinct.add(value);
    },
    finish() {
      const found = "distinct" in measure ? distinct.size : total;
      if (Math.abs(found - is) < 0.005) return;
      assertion.complain(
        `assertions: ${describe(assertion)} is ${found}, not ${is}: correct the rows, or the number if it is the rows that are right`,
      );
    },
  };
}

/** An empty status means confirmed, for assertions as for claims. */
function cellOrDefault(row: Row, column: string): string {
  const cell = row.cell(column);
  return cell === "" && column === "status" ? "confirmed" : cell;
}

function describe({ measure, of, where }: Assertion): string {
  const file = TABLES[of].file;
  const what =
    "count" in measure
      ? `the count of rows in ${file}`
      : "sum" in measure
        ? `the sum of ${measure.sum} in ${file}`
        : `the count of distinct ${measure.distinct} in ${file}`;
  const conditions = [...where].map(([column, wanted]) => `${column} ${wanted.join(" or ") || "empty"}`);
  return conditions.length === 0 ? what : `${what} where ${conditions.join(" and ")}`;
}
