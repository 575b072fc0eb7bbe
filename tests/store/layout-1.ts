import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ExposureError } from "../../src/domain/errors.js";
import { findDossierFolders } from "../../src/dossier/read/disk-folder.js";
import { DatabaseSync } from "../../src/store/sqlite/driver.js";
import { temporaryPath } from "./temporary-path.js";

const FOLDER = join(import.meta.dirname, "fixtures/layout-1");

function unpacked(name: string): Buffer {
  return gunzipSync(readFileSync(join(FOLDER, name)));
}

/** The path of a SQLite file as the program of layout 1 left it, in a folder of its own; statements change it first. */
export function oldFile(...statements: readonly string[]): string {
  const path = temporaryPath();
  writeFileSync(path, unpacked("graph.db.gz"));
  if (statements.length === 0) return path;
  const file = new DatabaseSync(path);
  for (const statement of statements) file.exec(statement);
  file.close();
  return path;
}

/** What that program's `backup` wrote of the file. */
export function oldArchive(): string {
  return unpacked("archive.jsonl.gz").toString("utf8");
}

/** The folder that was loaded last. */
export function oldDossier() {
  return findDossierFolders([join(FOLDER, "dossier")]);
}

/** The statements that make in a Neo4j what that program kept in its own, each with its parameters. */
export function oldNeo4j(): readonly (readonly [string, Record<string, unknown>])[] {
  const lines = unpacked("neo4j.jsonl.gz").toString("utf8").trimEnd().split("\n");
  let node = 0;
  return lines.map((line) => {
    const { schema, labels, type, from, to, properties } = JSON.parse(line);
    if (schema) return [schema.replace(/ FOR /, " IF NOT EXISTS FOR "), {}] as const;
    const pairs = Object.entries(properties as Record<string, unknown>);
    const set = pairs.map(
      ([name, value]) => `${name}: ${isInteger(value) ? `toInteger($${name})` : `$${name}`}`,
    );
    const values = Object.fromEntries(
      pairs.map(([name, value]) => [name, isInteger(value) ? value.int : value]),
    );
    const written = `{${set.join(", ")}}`;
    if (labels) {
      node += 1;
      return [`CREATE (n:${labels.join(":")} ${written}) SET n.nth = ${node - 1}`, values] as const;
    }
    if (!type) throw new ExposureError("DATA_INVALID", `nothing is known of ${line}`);
    return [
      `MATCH (a {nth: ${from}}) MATCH (b {nth: ${to}}) CREATE (a)-[:${type} ${written}]->(b)`,
      values,
    ] as const;
  });
}

function isInteger(value: unknown): value is { readonly int: number } {
  return typeof value === "object" && value !== null && "int" in value;
}
