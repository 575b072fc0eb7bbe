import type { SourcedFile } from "./import-format.js";
import { type ImportSink, plainText } from "./import-sink.js";
import type { OnBytes } from "./input-file.js";
import { tableRows } from "./table-rows.js";
import { UnreadableFile } from "./unreadable-file.js";

/** What is read of a table's rows, by the names of its columns in small letters without signs. */
export interface Layout<Field extends string> {
  /** A file of it, as a message calls it: "file of Section 117". */
  readonly fileOf: string;
  readonly fields: Readonly<Record<Field, RegExp>>;
  /** Without these a file is none of the format. */
  readonly needed: readonly Field[];
  /** How a message calls a field, where not by its own name. */
  readonly called: Readonly<Partial<Record<Field, string>>>;
}

/** Where the fields stand in a file's rows. */
export interface Columns<Field extends string> {
  readonly width: number;
  readonly at: Readonly<Partial<Record<Field, number>>>;
  /** Names of columns that no field is read from. */
  readonly others: readonly string[];
}

/** Where a row stands. */
export interface RowPlace {
  readonly file: SourcedFile;
  readonly line: number;
  /** As `file:line`. */
  readonly place: string;
}

/** A header stands in one of the first rows; what is above it is a title. */
const ROWS_TO_HEADER = 5;

/**
 * Reads the rows under a file's header, whatever the order of its columns: hands on those that are as wide as the header,
 * counts and skips the others, and names the columns that no field is read from.
 * @throws UnreadableFile where no header stands in the first rows, and where no row follows it.
 */
export async function readTable<Field extends string>(
  file: SourcedFile,
  layout: Layout<Field>,
  { sink, onBytes }: { readonly sink: ImportSink; readonly onBytes: OnBytes },
  take: (cells: readonly string[], columns: Columns<Field>, where: RowPlace) => void,
): Promise<Columns<Field>> {
  let columns: Columns<Field> | null = null;
  let lacks: readonly Field[] = [];
  let above = 0;
  const recordsBefore = sink.records;
  for await (const rows of tableRows(file, onBytes)) {
    for (const row of rows) {
      if (columns === null) {
        const header = "fault" in row ? { lacks } : readHeader(row.cells, layout);
        above += 1;
        if ("lacks" in header) {
          if (lacks.length === 0 || header.lacks.length < lacks.length) lacks = header.lacks;
          if (above >= ROWS_TO_HEADER) throw noHeader(file, layout, lacks);
        } else {
          columns = header;
          for (const name of header.others) sink.notTaken.add(`the column "${plainText(name)}"`);
        }
        continue;
      }
      const place = `${file.path}:${row.line}`;
      sink.records += 1;
      if ("fault" in row) sink.skip(row.fault, place);
      else if (
        row.cells.length > columns.width ||
        (row.cells.length < columns.width && file.packing !== "zip")
      )
        sink.skip(`has ${row.cells.length} cells where the header has ${columns.width}`, place);
      else take(row.cells, columns, { file, line: row.line, place });
    }
    await sink.writer.flush();
  }
  if (columns === null) throw noHeader(file, layout, lacks);
  // As a newer release it would retract whatever an earlier one told.
  if (sink.records === recordsBefore)
    throw new UnreadableFile(file.path, null, "has a header and no record: fetch it again");
  return columns;
}

/** Reads a row as a header; the answer names what it lacks where it is none. */
function readHeader<Field extends string>(
  cells: readonly string[],
  { fields, needed }: Layout<Field>,
): Columns<Field> | { readonly lacks: readonly Field[] } {
  const at: Partial<Record<Field, number>> = {};
  const others: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = plainName(cell);
    const field = (Object.keys(fields) as Field[]).find(
      (each) => at[each] === undefined && fields[each].test(name),
    );
    if (field !== undefined) at[field] = index;
    else if (name !== "") others.push(cell.trim());
  }
  const lacks = needed.filter((field) => at[field] === undefined);
  return lacks.length > 0 ? { lacks } : { width: cells.length, at, others };
}

function plainName(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function noHeader<Field extends string>(
  file: SourcedFile,
  { fileOf, called }: Layout<Field>,
  lacks: readonly Field[],
): UnreadableFile {
  const columns = lacks.map((field) => called[field] ?? field).join(", ");
  return new UnreadableFile(
    file.path,
    1,
    `is no ${fileOf}: ${columns === "" ? "no row of it can be read as a header" : `no header with ${columns} stands in its first rows`}`,
  );
}
