import { once } from "node:events";
import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { SETTINGS_FILE, TABLES, type TableName } from "../../dossier/read/columns.js";
import { type CellValue, csvLines, neutralCell } from "../csv/csv-table.js";
import { type EarlierImport, placesBeside, whatIsSaid } from "./earlier-import.js";

/** A row to be written, by column; a column that is left out is empty. */
export type DossierRow = Readonly<Record<string, CellValue>>;

const ROWS_AT_ONCE = 500;

interface OpenTable {
  readonly columns: readonly string[];
  readonly rows: CellValue[][];
  count: number;
  stream: WriteStream | null;
}

/**
 * Writes the tables of one dossier beside its folder, and puts them in its place once all are written: whatever ends
 * the program, the folder is as before or whole. Without a folder it counts only.
 */
export class DossierWriter {
  readonly #folder: string | null;
  readonly #earlier: EarlierImport | null;
  readonly #tables = new Map<TableName, OpenTable>();
  readonly #cited = new Set<string>();
  #unchanged = 0;
  #fault: Error | null = null;

  constructor(folder: string | null, earlier: EarlierImport | null) {
    this.#folder = folder;
    this.#earlier = earlier;
  }

  /** Rows written so far, by table. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#tables].map(([name, { count }]) => [name, count]));
  }

  /** Claims that said the same in the folder before, and keep the source that they had. */
  get unchanged(): number {
    return this.#unchanged;
  }

  /** Takes a row; rows reach the disk with the next `flush`. */
  add(name: TableName, row: DossierRow): void {
    const table = this.#table(name);
    const cells = table.columns.map((column) => row[column] ?? "");
    if (this.#earlier !== null || row.sources !== undefined) this.#keepSource(name, table.columns, cells);
    table.rows.push(cells);
    table.count += 1;
  }

  /** Writes what was taken, once there is enough of it. */
  async flush(all = false): Promise<void> {
    if (this.#fault !== null) throw this.#fault;
    for (const [name, table] of this.#tables) {
      if (table.rows.length === 0 || (!all && table.rows.length < ROWS_AT_ONCE)) continue;
      const lines = this.#folder === null ? "" : csvLines(table.rows);
      table.rows.length = 0;
      if (this.#folder === null) continue;
      table.stream ??= await this.#open(this.#folder, name, table.columns);
      if (!table.stream.write(lines)) await once(table.stream, "drain");
    }
  }

  /** Writes the sources that claims cite and what the dossier says of itself, and puts the folder in its place. */
  async finish(sources: readonly DossierRow[], settings: string): Promise<void> {
    const earlier = this.#earlier?.sources ?? new Map<string, DossierRow>();
    for (const [id, row] of earlier) if (this.#cited.has(id)) this.add("sources", row);
    for (const source of sources) if (!earlier.has(String(source.id))) this.add("sources", source);
    await this.flush(true);
    if (this.#folder === null) return;
    for (const { stream } of this.#tables.values()) {
      if (stream === null) continue;
      stream.end();
      await finished(stream);
    }
    const { partial, before } = placesBeside(this.#folder);
    await writeFile(join(partial, SETTINGS_FILE), settings);
    const replaces = existsSync(this.#folder);
    if (replaces) await rename(this.#folder, before);
    await rename(partial, this.#folder);
    if (replaces) await rm(before, { recursive: true });
  }

  /** Takes away what was written. */
  async abandon(): Promise<void> {
    for (const { stream } of this.#tables.values()) stream?.destroy();
    if (this.#folder !== null) await rm(placesBeside(this.#folder).partial, { recursive: true, force: true });
  }

  #table(name: TableName): OpenTable {
    let table = this.#tables.get(name);
    if (table === undefined) {
      table = { columns: TABLES[name].columns, rows: [], count: 0, stream: null };
      this.#tables.set(name, table);
    }
    return table;
  }

  /** A claim that says what it said in an earlier release keeps that release as its source: it was known since then. */
  #keepSource(name: TableName, columns: readonly string[], cells: CellValue[]): void {
    const at = columns.indexOf("sources");
    if (at < 0) return;
    const earlier = this.#earlier?.row(name, String(cells[0]));
    if (earlier !== undefined && earlier.said === whatIsSaid(columns, cells.map(neutralCell))) {
      cells[at] = earlier.sources;
      cells[columns.indexOf("locator")] = earlier.locator;
      this.#unchanged += 1;
    }
    for (const source of String(cells[at]).split(";")) this.#cited.add(source);
  }

  async #open(folder: string, name: TableName, columns: readonly string[]): Promise<WriteStream> {
    const { partial } = placesBeside(folder);
    await mkdir(dirname(partial), { recursive: true });
    await mkdir(partial, { recursive: true });
    const stream = createWriteStream(join(partial, TABLES[name].file));
    await once(stream, "open");
    stream.on("error", (fault) => {
      this.#fault = fault;
    });
    stream.write(csvLines([columns]));
    return stream;
  }
}
