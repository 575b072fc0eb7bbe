import { badInput } from "../domain/errors.js";
import { BYTE_ORDER_MARK } from "./csv/csv-table.js";
import { findingLines } from "./csv/findings.js";
import { relationLines } from "./csv/relations.js";
import { transactionLines } from "./csv/transactions.js";
import type { Exported } from "./exported.js";
import { gexfLines } from "./gexf/gexf-lines.js";
import { graphmlLines } from "./graphml/graphml-lines.js";
import { jsonLines } from "./json/json-lines.js";

/** What a row of a table is; the first two need an exposure question. */
export const CSV_TABLES = {
  transactions: transactionLines,
  findings: findingLines,
  relations: relationLines,
} as const;
export type CsvTable = keyof typeof CSV_TABLES;

export interface CsvOptions {
  readonly table?: CsvTable | undefined;
  /** Whether the file begins with a byte-order mark; default true. */
  readonly bom?: boolean | undefined;
}

export interface ExportFormat {
  readonly mediaType: string;
  readonly description: string;
  /** The file, in pieces. */
  lines(exported: Exported, csv?: CsvOptions): AsyncGenerator<string>;
}

/** Every format that a part of the graph is written in, by its name in commands and addresses. */
export const EXPORT_FORMATS = {
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    description: "transactions, findings or relations, for spreadsheets",
    lines: csvLines,
  },
  json: {
    mediaType: "application/json; charset=utf-8",
    description: "entities, relations, flags, decisions, findings and sources, for programs",
    lines: jsonLines,
  },
  gexf: {
    mediaType: "application/gexf+xml; charset=utf-8",
    description: "nodes and edges with their time, for Gephi",
    lines: gexfLines,
  },
  graphml: {
    mediaType: "application/graphml+xml; charset=utf-8",
    description: "nodes and edges, for yEd, NetworkX and igraph",
    lines: graphmlLines,
  },
} as const satisfies Record<string, ExportFormat>;
export type ExportFormatName = keyof typeof EXPORT_FORMATS;

/** Without a table: transactions of an exposure question, else relations. @throws BAD_USER_INPUT. */
function csvLines(exported: Exported, { table, bom = true }: CsvOptions = {}): AsyncGenerator<string> {
  const ofAnswer = exported.universities.length > 0 || exported.scope.channels !== null;
  const wanted = table ?? (ofAnswer ? "transactions" : "relations");
  if (ofAnswer || wanted === "relations") return withMark(CSV_TABLES[wanted](exported), bom);
  throw badInput(
    `table: ${wanted} belong to an exposure question: name a university or exposedTo, or ask for relations`,
  );
}

async function* withMark(lines: AsyncIterable<string>, bom: boolean): AsyncGenerator<string> {
  if (bom) yield BYTE_ORDER_MARK;
  yield* lines;
}
