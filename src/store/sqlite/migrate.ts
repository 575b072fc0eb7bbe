import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { ExposureError } from "../../domain/errors.js";
import type { GraphVersion } from "../graph-store.js";
import { LAYOUT } from "../records.js";
import { EDITOR_RETRACTIONS } from "./claims.js";
import { Connection } from "./connection.js";
import { READABLE_VIEWS } from "./readable-views.js";
import { CLAIM_TABLES, NOUN_TABLES } from "./tables.js";
import { RECENT_CHANGES, readVersion } from "./versions.js";

/** What a layout brought beside columns. Two tables came within layout 1. What stands here is never changed. */
const OTHER_STEPS: Readonly<Record<number, readonly string[]>> = { 2: [RECENT_CHANGES, EDITOR_RETRACTIONS] };

/** The statements that bring a file to a layout from the one before: its columns (their `since`), with nothing in them. */
export function stepsTo(layout: number): readonly string[] {
  const tables = [...Object.values(NOUN_TABLES), ...Object.values(CLAIM_TABLES)];
  return [...(OTHER_STEPS[layout] ?? []), ...tables.flatMap(({ additions }) => additions(layout))];
}

/** That a file of an older layout was brought to this program's. */
export interface Migrated {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** Where a copy of it is kept as it was. */
  readonly backup: string;
}

/**
 * Brings the file of a connection from an older layout to this program's: in one transaction, with all that it holds and
 * held before, after a copy of it was put beside it. Null: another process has done it meanwhile.
 * @throws DATA_INVALID where its tables are not those of its layout, STORE_UNAVAILABLE where it or the copy cannot be
 * written, CONFLICT where another process is writing; the file is then as it was.
 */
export function migrate(connection: Connection): Migrated | null {
  for (;;) {
    const from = layoutOf(connection);
    if (from >= LAYOUT) return null;
    const version = readVersion(connection);
    const backup = backUp(connection, from, version);
    if (backup === null) continue;
    try {
      connection.begin("immediate");
      if (layoutOf(connection) !== from || !isSame(readVersion(connection), version)) continue;
      steps(connection, from, backup);
      connection.commit();
      return { path: connection.path, from, to: LAYOUT, backup };
    } finally {
      connection.rollback();
    }
  }
}

export function layoutOf(connection: Connection): number {
  return connection.first<{ user_version: number }>("pragma user_version")?.user_version ?? 0;
}

function steps(connection: Connection, from: number, backup: string): void {
  try {
    for (const name of connection.rows(
      "select name from sqlite_schema where type = 'view' and name like 'readable_%'",
    ))
      connection.execute(`drop view ${name[0]}`);
    for (let layout = from + 1; layout <= LAYOUT; layout += 1)
      for (const step of stepsTo(layout)) connection.execute(step);
    for (const view of READABLE_VIEWS) connection.execute(view);
    connection.execute(`pragma user_version = ${LAYOUT}`);
  } catch (cause) {
    if (cause instanceof ExposureError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${connection.path} cannot be brought from layout ${from} to ${LAYOUT} (${why}): it is left as it was, and ${backup} is a copy of it; put tables back that another program changed`;
    throw new ExposureError("DATA_INVALID", message, { cause });
  }
}

/**
 * The path of a copy of the file as of a version; one that is there already is not made again. A copy appears under its
 * name once it is whole and on the disk. Null: the file has moved on meanwhile.
 */
function backUp(connection: Connection, layout: number, version: GraphVersion): string | null {
  const path = freePath(`${connection.path}.layout-${layout}`, layout, version);
  if (existsSync(path)) return path;
  const partial = `${path}.${process.pid}.partial`;
  try {
    connection.run("vacuum into ?", [partial]);
    makeOneFile(partial);
    if (!isCopyOf(partial, layout, version)) return null;
    const file = openSync(partial, "r+");
    fsyncSync(file);
    closeSync(file);
    renameSync(partial, path);
    return path;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${connection.path} is of layout ${layout} and is brought to ${LAYOUT} only after a copy, which cannot be made (${why}): make room beside it`;
    throw new ExposureError("STORE_UNAVAILABLE", message, { cause });
  } finally {
    rmSync(partial, { force: true });
  }
}

/** The first path on which there is nothing yet, or this very copy. */
function freePath(path: string, layout: number, version: GraphVersion): string {
  for (let nth = 1; ; nth += 1) {
    const candidate = nth === 1 ? path : `${path}.${nth}`;
    if (!existsSync(candidate) || isCopyOf(candidate, layout, version)) return candidate;
  }
}

/** A copy that is written ahead, as the file is, would be three files as soon as it is read. */
function makeOneFile(path: string): void {
  const copy = new Connection(path, { readOnly: false });
  copy.execute("pragma journal_mode = delete");
  copy.close();
}

function isCopyOf(path: string, layout: number, version: GraphVersion): boolean {
  let copy: Connection | null = null;
  try {
    copy = new Connection(path, { readOnly: true });
    return layoutOf(copy) === layout && isSame(readVersion(copy), version);
  } catch {
    return false;
  } finally {
    copy?.close();
  }
}

function isSame(a: GraphVersion, b: GraphVersion): boolean {
  return a.n === b.n && a.changedAt === b.changedAt;
}
