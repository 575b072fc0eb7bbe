import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Caller } from "../../domain/access.js";
import type { ClaimId } from "../../domain/claim.js";
import { badInput, ExposureError } from "../../domain/errors.js";
import type { Claim, Noun } from "../../domain/record.js";

/** A record as the log keeps it: what was written of it, without the days worked out from that. */
export type AuditedRecord = Noun["value"] | Omit<Claim, "clock">;

/** One record that a write changes: null before: it is new; null after: no dossier holds it any more. */
export interface AuditedChange {
  readonly change: "put" | "drop" | "add" | "retract" | "reclock";
  readonly record: Noun["record"] | Claim["record"];
  readonly id: string;
  readonly before: AuditedRecord | null;
  readonly after: AuditedRecord | null;
}

/** A write, before it is made. */
export interface AuditedWrite {
  readonly who: Pick<Caller, "name" | "role">;
  readonly requestId: string;
  readonly what:
    | { readonly loadDossier: string }
    | { readonly retractClaim: ClaimId; readonly reason: string };
  /** Of the graph, before. */
  readonly graphVersion: number;
  readonly changes: readonly AuditedChange[];
}

/** What became of it. */
export type AuditedOutcome =
  | { readonly outcome: "written"; readonly graphVersion: number }
  | { readonly outcome: "refused"; readonly code: string; readonly message: string };

/** The log of writes: who changed what, and when. */
export interface AuditLog {
  /** Adds a line, and resolves when it is on the disk. @throws STORE_UNAVAILABLE. */
  append(id: string, entry: AuditedWrite | AuditedOutcome): Promise<void>;
}

/**
 * A log in a file: a line of JSON for each entry, only ever appended to. A write has a line before it happens, with
 * what it changes, and one after it with its outcome, under one id; the second is missing where the process was killed
 * between them, and the graph's version then tells. The file may be moved away at any time: it is opened for each entry.
 * @throws BAD_USER_INPUT where the file cannot be appended to.
 */
export async function openAuditLog(path: string): Promise<AuditLog> {
  await mkdir(dirname(path), { recursive: true })
    .then(() => appendDurably(path, ""))
    .catch((cause: NodeJS.ErrnoException) => {
      throw badInput(
        `the log of writes "${path}" cannot be written (${cause.code}): name a file that can in EXPOSURE_AUDIT_LOG`,
      );
    });
  let last: Promise<void> = Promise.resolve();
  return {
    append: (id, entry) => {
      const line = `${JSON.stringify({ id, at: new Date().toISOString(), ...entry })}\n`;
      const written = last.then(() => appendDurably(path, line)).catch(cannotLog(path));
      last = written.catch(() => {});
      return written;
    },
  };
}

async function appendDurably(path: string, line: string): Promise<void> {
  const file = await open(path, "a", 0o600);
  try {
    await file.appendFile(line);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function cannotLog(path: string) {
  return (cause: NodeJS.ErrnoException): never => {
    const message = `the log of writes "${path}" cannot be written (${cause.code}): nothing is changed until it can`;
    throw new ExposureError("STORE_UNAVAILABLE", message, {
      cause,
      outside:
        "the log of writes cannot be written: nothing is changed until it can; tell the server's operator",
    });
  };
}
