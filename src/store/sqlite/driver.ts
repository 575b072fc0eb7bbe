/**
 * SQLite itself: built into Node from 22.16 on (22.13 lacks rows as arrays), its drop-in with the same interface
 * before. Its statements are synchronous; code that runs many gives the event loop a turn in between.
 */
import type * as Driver from "@photostructure/sqlite";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const builtIn = major > 22 || (major === 22 && minor >= 16);
const name = builtIn ? "node:sqlite" : "@photostructure/sqlite";
export const { DatabaseSync } = (await import(name)) as typeof Driver;

export type Database = Driver.DatabaseSyncInstance;
export type Statement = Driver.StatementSyncInstance;
export type SqlValue = string | number | null;
