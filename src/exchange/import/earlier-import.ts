import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "../../domain/errors.js";
import { SETTINGS_FILE, TABLES, type TableName } from "../../dossier/read/columns.js";
import { readCsv } from "../../dossier/read/csv-rows.js";
import { detachedText } from "../../dossier/read/detached-text.js";
import { findDossierFolders } from "../../dossier/read/disk-folder.js";
import { collectProblems } from "../../dossier/read/problem.js";
import { shareTexts } from "../../dossier/read/read-dossier.js";
import { readText } from "../../dossier/read/read-text.js";

/** A row of an earlier import: what it said, without its source, and where it was read. */
export interface EarlierRow {
  readonly said: string;
  readonly sources: string;
  readonly locator: string;
}

/** What an import of an earlier release left in the folder. */
export interface EarlierImport {
  row(table: TableName, id: string): EarlierRow | undefined;
  /** The rows of sources.csv by id. */
  readonly sources: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** The first line of a dossier.yml that an import wrote, and may write anew. */
export function importMark(format: string): string {
  return `# Written by exposure-graph import ${format}: made anew by the next import into this folder.`;
}

/** Where a folder stands while it is written, and where the one before it stands while the two change places. */
export function placesBeside(folder: string) {
  return { partial: `${folder}.partial`, before: `${folder}.before` };
}

/**
 * What stands in the folder that an import will write. An import that was killed while its folder took the place of
 * the one before is undone first.
 * @throws BAD_USER_INPUT where the folder holds anything that an import of this format did not write.
 */
export async function earlierImport(folder: string, format: string): Promise<EarlierImport | null> {
  const { partial, before } = placesBeside(folder);
  await rm(partial, { recursive: true, force: true });
  if (existsSync(before)) {
    if (existsSync(folder)) await rm(before, { recursive: true });
    else await rename(before, folder);
  }
  if (!existsSync(folder)) return null;
  const files = await readdir(folder).catch(() => null);
  if (files?.length === 0) return null;
  const settings = files?.includes(SETTINGS_FILE) ? await readFile(join(folder, SETTINGS_FILE), "utf8") : "";
  if (!settings.startsWith(importMark(format))) {
    throw badInput(`"${folder}" holds what an import of ${format} did not write`, {
      remedy: "name a folder that does not exist yet, or one that such an import wrote",
    });
  }
  return readEarlier(folder);
}

const CLAIM_TABLES = ["relations", "subjects", "events"] as const satisfies readonly TableName[];

async function readEarlier(path: string): Promise<EarlierImport> {
  const rows = new Map<string, EarlierRow>();
  const share = shareTexts();
  for (const table of CLAIM_TABLES) {
    for await (const { columns, cells } of rowsOf(path, table)) {
      const cell = (name: string) => detachedText(cells[columns.indexOf(name)] ?? "");
      rows.set(detachedText(`${table}/${cell("id")}`), {
        said: whatIsSaid(columns, cells),
        sources: share(cell("sources")),
        locator: cell("locator"),
      });
    }
  }
  const sources = new Map<string, Readonly<Record<string, string>>>();
  for await (const { columns, cells } of rowsOf(path, "sources")) {
    const source = named(columns, cells);
    sources.set(source.id ?? "", source);
  }
  return { row: (table, id) => rows.get(`${table}/${id}`), sources };
}

interface TableCells {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

function named(columns: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
}

async function* rowsOf(path: string, table: TableName): AsyncGenerator<TableCells> {
  const [folder] = await findDossierFolders([path]);
  const { file } = TABLES[table];
  if (folder === undefined || !folder.files.includes(file)) return;
  let rows: TableCells[] = [];
  let columns: readonly string[] | null = null;
  const reader = readCsv({
    row(cells) {
      if (columns === null) columns = cells;
      else rows.push({ columns, cells });
    },
    fault: () => {},
  });
  for await (const piece of readText(folder, file, collectProblems()).pieces) {
    reader.push(piece);
    yield* rows;
    rows = [];
  }
  reader.end();
  yield* rows;
}

/** A short sum of what a row says; where it was read does not count. */
export function whatIsSaid(columns: readonly string[], cells: readonly string[]): string {
  let said = "";
  for (const [at, column] of columns.entries())
    if (column !== "sources" && column !== "locator") said += `${cells[at] ?? ""}\u001f`;
  return createHash("sha1").update(said).digest("base64url");
}
