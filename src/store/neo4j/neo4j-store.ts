import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { ClaimId } from "../../domain/claim.js";
import type { Entity, EntityId } from "../../domain/entity.js";
import { ExposureError } from "../../domain/errors.js";
import type { Noun } from "../../domain/record.js";
import { batchesOf } from "../batches.js";
import type {
  Change,
  ChangedKeys,
  GraphStore,
  GraphVersion,
  NounKey,
  ReadOptions,
  RecordPage,
  RelationColumns,
  Restored,
  StoredClaim,
  WriteOptions,
} from "../graph-store.js";
import { changedKeys } from "../recent-changes.js";
import { checkVersion } from "../refusals.js";
import { readClaims, readClaimsById, readDossierClaims } from "./claims.js";
import type { Connection } from "./connection.js";
import { Load } from "./load.js";
import { readDossierNouns, readEntitiesById, readNouns, readNounsByKey } from "./nouns.js";
import { readRelationColumns } from "./relation-columns.js";
import { prepareDatabase } from "./schema.js";
import { readChanges, readVersion } from "./versions.js";
import { acquireLease, countUnfinished, releaseLease, sweep } from "./write-lease.js";

const BATCH_SIZE = 5_000;
const PATIENCE_MS = 5_000;
const PAUSE_MS = 200;

/**
 * The graph in Neo4j. A load takes many transactions: what it brings is hidden until the last one raises the
 * version, and one load at a time holds the write lease (write-lease.ts). A long read sees no load that
 * ends while it runs, but for retractions: readers compare the version before and after.
 */
export class Neo4jStore implements GraphStore {
  readonly engine: string;
  readonly idsAtOnce = Number.POSITIVE_INFINITY;
  readonly #connection: Connection;
  readonly #readOnly: boolean;

  constructor(connection: Connection, engine: string, { readOnly }: { readonly readOnly: boolean }) {
    this.#connection = connection;
    this.engine = engine;
    this.#readOnly = readOnly;
  }

  async version(): Promise<GraphVersion> {
    const { n, changedAt } = await readVersion(this.#connection);
    return { n, changedAt };
  }

  async *readRecords(options: ReadOptions = {}): AsyncGenerator<RecordPage> {
    const { n } = await readVersion(this.#connection);
    yield* readNouns(this.#connection, n, options);
    yield* readClaims(this.#connection, n, options);
  }

  async *readRelations(options: ReadOptions = {}): AsyncGenerator<RelationColumns> {
    const { n } = await readVersion(this.#connection);
    yield* readRelationColumns(this.#connection, n, options);
  }

  async changesSince(version: GraphVersion, options: ReadOptions = {}): Promise<ChangedKeys | null> {
    const now = await this.version();
    return changedKeys(await readChanges(this.#connection, version.n, options), version, now);
  }

  async nouns(keys: readonly NounKey[], options: ReadOptions = {}): Promise<readonly Noun[]> {
    return readNounsByKey(this.#connection, keys, options);
  }

  async entities(ids: readonly EntityId[], options: ReadOptions = {}): Promise<readonly Entity[]> {
    return readEntitiesById(this.#connection, ids, options);
  }

  async claims(ids: readonly ClaimId[], options: ReadOptions = {}): Promise<readonly StoredClaim[]> {
    return readClaimsById(this.#connection, ids, options);
  }

  async *readDossier(slug: string, options: ReadOptions = {}): AsyncGenerator<RecordPage> {
    const { n } = await readVersion(this.#connection);
    yield* readDossierNouns(this.#connection, slug, n, options);
    yield* readDossierClaims(this.#connection, slug, n, options);
  }

  async unfinishedLoad(): Promise<number> {
    const { n, loading } = await readVersion(this.#connection);
    return loading ? countUnfinished(this.#connection, n) : 0;
  }

  async prepare({ intoExisting }: { readonly intoExisting: boolean }): Promise<void> {
    this.#checkWritable();
    await prepareDatabase(this.#connection, intoExisting);
  }

  async write(
    changes: Iterable<Change | Restored> | AsyncIterable<Change | Restored>,
    options: WriteOptions,
  ): Promise<GraphVersion> {
    this.#checkWritable();
    const batches = batchesOf(changes, BATCH_SIZE);
    let batch = await batches.next();
    const before = await this.version();
    checkVersion(before, options.expectedVersion);
    if (batch.done) return before;
    return this.#holdingLease(async (mark, n) => {
      checkVersion({ ...before, n }, options.expectedVersion);
      const load = new Load(this.#connection, mark, before, options.version);
      for (let written = 0; !batch.done; ) {
        options.signal?.throwIfAborted();
        const { value } = batch;
        const applied = load.apply(value);
        // The next batch is made while the server works on this one.
        const next = batches.next();
        next.catch(() => {});
        await applied;
        written += value.length;
        options.onProgress?.(written);
        batch = await next;
      }
      return load.finish();
    });
  }

  async touch(): Promise<GraphVersion> {
    this.#checkWritable();
    return this.#holdingLease((mark, n) => new Load(this.#connection, mark, { n, changedAt: null }).finish());
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  /** What an earlier load left is swept away first; where this one fails, it sweeps away its own. */
  async #holdingLease(work: (mark: string, n: number) => Promise<GraphVersion>): Promise<GraphVersion> {
    const mark = randomUUID();
    const { n, leftover } = await this.#acquireLease(mark);
    try {
      if (leftover) await sweep(this.#connection, n, mark);
      return await work(mark, n);
    } catch (error) {
      // Where the server is gone nothing can be swept now: the next load will.
      await sweep(this.#connection, n, mark).then(
        () => releaseLease(this.#connection, mark),
        () => {},
      );
      throw error;
    }
  }

  async #acquireLease(mark: string): Promise<{ readonly n: number; readonly leftover: boolean }> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const lease = await this.#connection.write((transaction) => acquireLease(transaction, mark));
      if (lease === null) {
        const message = `${this.#connection.where.uri} was never prepared for a graph: load a dossier into it`;
        throw new ExposureError("DATA_INVALID", message);
      }
      if (lease.acquired) return lease;
      if (performance.now() > deadline) {
        const message = `another load is writing into ${this.#connection.where.uri}: try again when it has finished`;
        throw new ExposureError("CONFLICT", message);
      }
      await wait(PAUSE_MS);
    }
  }

  #checkWritable(): void {
    if (!this.#readOnly) return;
    throw new ExposureError("FORBIDDEN", `${this.#connection.where.uri} was opened for reading only`);
  }
}
