import { setTimeout as wait } from "node:timers/promises";
import { ExposureError } from "../../domain/errors.js";
import type { ClaimRecordKind, Noun } from "../../domain/record.js";
import type { Change, GraphVersion, NounKey, Restored } from "../graph-store.js";
import { ChangeNotes } from "../recent-changes.js";
import { keyOf } from "../records.js";
import { danglingReference } from "../refusals.js";
import { addClaim, findDanglingReference, reclockClaim, retractClaim } from "./claims.js";
import type { Connection } from "./connection.js";
import { dropNouns, putNoun } from "./nouns.js";
import { isBusy } from "./sqlite-error.js";
import { noteChanges, raiseVersion, readVersion } from "./versions.js";

const PATIENCE_MS = 5_000;
const PAUSE_MS = 25;

/**
 * Becomes the one writer of the file. Waits up to five seconds for another one, without holding up this process.
 * @throws CONFLICT where the other one takes longer.
 */
export async function beginWriting(connection: Connection): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      connection.begin("immediate");
      return;
    } catch (error) {
      const busy = error instanceof ExposureError && isBusy(error.cause);
      if (!busy || performance.now() > deadline) throw error;
      await wait(PAUSE_MS);
    }
  }
}

/** One load inside its transaction: nothing of it is seen, and nothing of it is kept, until `finish`. */
export class Load {
  readonly #connection: Connection;
  readonly #before: GraphVersion;
  readonly #version: number;
  readonly #changedAt: string | null;
  /** The first version of which a restore brought claims. */
  #first = Number.MAX_SAFE_INTEGER;
  readonly #dropped = new Map<string, NounKey>();
  readonly #notes = new ChangeNotes();
  readonly #added = new Map<ClaimRecordKind, { first: string; last: string }>();

  /** `version`: of a restore; default: one more, now. */
  constructor(connection: Connection, version?: GraphVersion) {
    this.#connection = connection;
    this.#before = readVersion(connection);
    this.#version = version?.n ?? this.#before.n + 1;
    this.#changedAt = version?.changedAt ?? null;
  }

  apply(change: Change | Restored): void {
    this.#notes.note(change);
    switch (change.change) {
      case "put":
        this.#dropped.delete(markOf(change.noun));
        putNoun(this.#connection, change.noun);
        break;
      case "drop":
        this.#dropped.set(`${change.record} ${change.id}`, { record: change.record, id: change.id });
        break;
      case "add": {
        // Once: a claim may be made when it is asked for.
        const { claim } = change;
        this.#remember(claim.record, claim.id);
        addClaim(this.#connection, { claim, since: this.#version, until: null });
        break;
      }
      case "restore":
        this.#remember(change.stored.claim.record, change.stored.claim.id);
        this.#first = Math.min(this.#first, change.stored.since);
        addClaim(this.#connection, change.stored);
        break;
      case "retract":
        retractClaim(this.#connection, change, this.#version);
        break;
      case "reclock":
        reclockClaim(this.#connection, change.claim);
        break;
    }
  }

  /** @throws DATA_INVALID where a claim speaks of a record that is neither in the store nor in the load. */
  finish(): GraphVersion {
    dropNouns(this.#connection, [...this.#dropped.values()]);
    for (const [record, ids] of this.#added) {
      const dangling = findDanglingReference(this.#connection, record, ids, this.#versions);
      if (dangling) throw danglingReference(dangling.claim, dangling.missing);
    }
    const version = raiseVersion(this.#connection, this.#version, this.#changedAt ?? undefined);
    const notes = this.#notes.of(version.n, this.#before);
    if (notes) noteChanges(this.#connection, notes);
    this.#connection.commit();
    return version;
  }

  get #versions(): readonly [first: number, last: number] {
    return [Math.min(this.#first, this.#version), this.#version];
  }

  #remember(record: ClaimRecordKind, id: string): void {
    const ids = this.#added.get(record);
    if (!ids) this.#added.set(record, { first: id, last: id });
    else if (id < ids.first) ids.first = id;
    else if (id > ids.last) ids.last = id;
  }
}

function markOf(noun: Noun): string {
  return `${noun.record} ${keyOf(noun)}`;
}
