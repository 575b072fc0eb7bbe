import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { AccessSettings } from "../../src/domain/access.js";
import { temporaryPath } from "../store/temporary-path.js";

/** The keys of these tests. */
export const KEYS = { viewer: "key-of-the-viewer", editor: "key-of-the-editor", admin: "key-of-the-admin" };

/** Headers of a request with a key. */
export function withKey(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` };
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Writes a file of keys, and answers with its path. */
export function keysFile(lines: readonly string[]): string {
  const path = temporaryPath("keys.txt");
  writeFileSync(path, `# name role sha-256 of the key\n\n${lines.join("\n")}\n`);
  return path;
}

/** Access with a key for each role; its log of writes is a file of its own. */
export function threeKeys(others: Partial<AccessSettings> = {}): AccessSettings {
  const lines = Object.entries(KEYS).map(([role, key]) => `the-${role} ${role} ${sha256(key)}`);
  const auditLog = temporaryPath("audit.jsonl");
  return { anonymous: null, keysFile: keysFile(lines), tokens: null, auditLog, ...others };
}
