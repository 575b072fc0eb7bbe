import { randomUUID } from "node:crypto";
import type { Caller } from "../../domain/access.js";
import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import { badInput, ExposureError } from "../../domain/errors.js";
import type { GraphStore } from "../../store/graph-store.js";
import { SETTINGS_FILE, TABLE_NAMES, TABLES } from "../read/columns.js";
import { memoryFolder, type NamedContent } from "../read/dossier-folder.js";
import type { AuditedWrite, AuditLog } from "./audit-log.js";
import { auditedChanges } from "./audited-changes.js";
import { type LoadReport, loadDossiers } from "./load-dossiers.js";
import { retraction } from "./retract-claim.js";

/** Where a caller's writes go, and the log that tells of them. */
export interface Writing {
  readonly store: GraphStore;
  readonly log: AuditLog;
  readonly who: Caller;
  readonly requestId: string;
  readonly day: Day;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads one dossier from texts, as `load` does from a folder: what is new or changed is written, rows that are gone are
 * left. The log tells of it before and after; a dry run writes nothing and is not told of.
 * @throws BAD_USER_INPUT for files that are none of a dossier's; CONFLICT where another writer came first;
 * STORE_UNAVAILABLE, also where the log cannot be written: then nothing is.
 */
export async function loadDossierFiles(
  writing: Writing,
  files: readonly NamedContent[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<LoadReport> {
  checkNames(files);
  const { store, day, signal } = writing;
  const entry = audited(writing);
  try {
    const report = await loadDossiers([memoryFolder("", files)], store, {
      day,
      lastDay: day + 1,
      dryRun,
      ...(signal && { signal }),
      beforeWrite: ({ dossiers, changes, version, stored }) =>
        entry.begins({
          what: { loadDossier: dossiers.map(({ slug }) => slug).join() },
          graphVersion: version,
          changes: auditedChanges(changes, {
            nouns: stored.nouns,
            claims: [...stored.claims.values()].flatMap(({ others }) => others),
          }),
        }),
    });
    await entry.written(report.graphVersion);
    return report;
  } catch (fault) {
    await entry.refused(fault);
    throw fault;
  }
}

/**
 * Retracts a claim from today on, and says why in the log. It stays retracted when its dossier is loaded again, until its
 * row changes: then it is a new version of the claim.
 * @throws NOT_FOUND, WRONG_KIND, CONFLICT, BAD_USER_INPUT as `retraction`; STORE_UNAVAILABLE.
 */
export async function retractClaim(
  writing: Writing,
  { id, reason }: { readonly id: ClaimId; readonly reason: string },
): Promise<{ readonly graphVersion: number }> {
  const { store, day, signal } = writing;
  const { version, before, changes } = await retraction(store, { id, reason, day });
  const entry = audited(writing);
  try {
    await entry.begins({
      what: { retractClaim: id, reason },
      graphVersion: version,
      changes: auditedChanges(changes, { nouns: new Map(), claims: before }),
    });
    await store.prepare({ intoExisting: false });
    const { n } = await store.write(changes, { expectedVersion: version, ...(signal && { signal }) });
    await entry.written(n);
    return { graphVersion: n };
  } catch (fault) {
    await entry.refused(fault);
    throw fault;
  }
}

function checkNames(files: readonly NamedContent[]): void {
  const known: readonly string[] = [SETTINGS_FILE, ...TABLE_NAMES.map((name) => TABLES[name].file)];
  for (const [at, { name }] of files.entries()) {
    if (!known.includes(name)) {
      throw badInput("is no file of a dossier", {
        argument: "files",
        value: name,
        remedy: `send some of ${known.join(", ")}`,
      });
    }
    if (files.findIndex((file) => file.name === name) !== at) {
      throw badInput("was sent twice", { argument: "files", value: name, remedy: "send each file once" });
    }
  }
  if (!files.some(({ name }) => name === SETTINGS_FILE)) {
    throw badInput(`${SETTINGS_FILE} is missing`, {
      argument: "files",
      remedy: "send it with the others, it says which dossier they are",
    });
  }
}

/** The two lines of one write. Without the first there is no second. */
function audited({ log, who, requestId }: Writing) {
  const id = randomUUID();
  let begun = false;
  const ends = async (outcome: Parameters<AuditLog["append"]>[1]) => {
    // The write has happened, or not: a log that fails now changes nothing of that.
    if (begun) await log.append(id, outcome).catch(() => {});
  };
  return {
    begins: async (write: Omit<AuditedWrite, "who" | "requestId">) => {
      await log.append(id, { who: { name: who.name, role: who.role }, requestId, ...write });
      begun = true;
    },
    written: (graphVersion: number) => ends({ outcome: "written", graphVersion }),
    refused: (fault: unknown) =>
      ends(
        fault instanceof ExposureError
          ? { outcome: "refused", code: fault.code, message: fault.message }
          : { outcome: "refused", code: "INTERNAL", message: String(fault) },
      ),
  };
}
