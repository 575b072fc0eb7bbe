import { setImmediate as turn } from "node:timers/promises";
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
import { type Connection, ConnectionPool } from "./connection.js";
import { beginWriting, Load } from "./load.js";
import { readDossierNouns, readEntitiesById, readNouns, readNounsByKey } from "./nouns.js";
import { readRelationColumns } from "./relation-columns.js";
import { readingError } from "./sqlite-error.js";
import { raiseVersion, readChanges, readVersion } from "./versions.js";

const BATCH_SIZE = 1_000;

/**
 * The graph in a SQLite file, or in memory. A load is one transaction, so that an unfinished one leaves nothing
 * behind. In a file the writer and every long read under way have a connection of their own: readers keep one
 * picture of the data beside a writer. A database in memory has one connection: there a long read is taken whole,
 * and a load is gathered first and written in one go.
 */
export class SqliteStore implements GraphStore {
  readonly engine: string;
  /** Two or three milliseconds. */
  readonly idsAtOnce = 250;
  readonly #connection: Connection;
  readonly #readOnly: boolean;
  readonly #connections: ConnectionPool;

  constructor(connection: Connection, { readOnly }: { readonly readOnly: boolean }) {
    this.#connection = connection;
    this.#readOnly = readOnly;
    this.#connections = new ConnectionPool(connection.path);
    const row = connection.first<{ version: string }>("select sqlite_version() as version");
    this.engine = `SQLite ${row?.version}`;
  }

  async version(): Promise<GraphVersion> {
    return this.#read(readVersion);
  }

  readRecords(options: ReadOptions = {}): AsyncIterable<RecordPage> {
    return this.#stream(function* (connection) {
      yield* readNouns(connection);
      yield* readClaims(connection);
    }, options);
  }

  readRelations(options: ReadOptions = {}): AsyncIterable<RelationColumns> {
    return this.#stream(readRelationColumns, options);
  }

  async changesSince(version: GraphVersion): Promise<ChangedKeys | null> {
    return this.#read((connection) => {
      const now = readVersion(connection);
      return changedKeys(readChanges(connection, version.n), version, now);
    });
  }

  async nouns(keys: readonly NounKey[]): Promise<readonly Noun[]> {
    return this.#read((connection) => readNounsByKey(connection, keys));
  }

  async entities(ids: readonly EntityId[]): Promise<readonly Entity[]> {
    return this.#read((connection) => readEntitiesById(connection, ids));
  }

  async claims(ids: readonly ClaimId[]): Promise<readonly StoredClaim[]> {
    return this.#read((connection) => readClaimsById(connection, ids));
  }

  readDossier(slug: string, options: ReadOptions = {}): AsyncIterable<RecordPage> {
    return this.#stream(function* (connection) {
      yield* readDossierNouns(connection, slug);
      yield* readDossierClaims(connection, slug);
    }, options);
  }

  /** The tables are there since the file was opened, and another program's file was refused then. */
  async prepare(): Promise<void> {
    this.#checkWritable();
  }

  async write(
    changes: Iterable<Change | Restored> | AsyncIterable<Change | Restored>,
    options: WriteOptions,
  ): Promise<GraphVersion> {
    this.#checkWritable();
    const inMemory = this.#connection.inMemory;
    const batches = batchesOf(changes, inMemory ? Number.POSITIVE_INFINITY : BATCH_SIZE);
    let batch = await batches.next();
    checkVersion(readVersion(this.#connection), options.expectedVersion);
    if (batch.done) return readVersion(this.#connection);
    return this.#writing(async (connection) => {
      checkVersion(readVersion(connection), options.expectedVersion);
      const load = new Load(connection, options.version);
      for (let written = 0; !batch.done; batch = await batches.next()) {
        options.signal?.throwIfAborted();
        for (const change of batch.value) load.apply(change);
        written += batch.value.length;
        options.onProgress?.(written);
        if (inMemory) break;
        await turn();
      }
      return load.finish();
    });
  }

  async touch(): Promise<GraphVersion> {
    this.#checkWritable();
    return this.#writing(async (connection) => {
      const version = raiseVersion(connection, readVersion(connection).n + 1);
      connection.commit();
      return version;
    });
  }

  /** A load is one transaction: cut short, it leaves nothing. */
  async unfinishedLoad(): Promise<number> {
    return 0;
  }

  async close(): Promise<void> {
    this.#connections.close();
    this.#connection.close();
  }

  #read<T>(read: (connection: Connection) => T): T {
    try {
      return read(this.#connection);
    } catch (error) {
      throw readingError(error, this.#connection.path);
    }
  }

  async *#stream<Page>(
    read: (connection: Connection) => Generator<Page>,
    { signal }: ReadOptions,
  ): AsyncGenerator<Page> {
    signal?.throwIfAborted();
    if (this.#connection.inMemory) {
      for (const page of this.#read((connection) => [...read(connection)])) {
        signal?.throwIfAborted();
        yield page;
      }
      return;
    }
    const connection = this.#connections.takeReader();
    try {
      connection.begin("deferred");
      for (const page of soundPages(read(connection), connection.path)) {
        signal?.throwIfAborted();
        yield page;
        await turn();
      }
    } finally {
      connection.rollback();
      this.#connections.giveBack(connection);
    }
  }

  async #writing<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = this.#connection.inMemory ? this.#connection : this.#connections.takeWriter();
    try {
      if (connection.inMemory) connection.begin("immediate");
      else await beginWriting(connection);
      return await work(connection);
    } finally {
      connection.rollback();
      if (!connection.inMemory) this.#connections.giveBack(connection);
    }
  }

  #checkWritable(): void {
    if (!this.#readOnly) return;
    const { path, isUnchanging } = this.#connection;
    const why = isUnchanging
      ? "lies on a read-only medium: copy it to where it can be written"
      : "was opened for reading only";
    throw new ExposureError("FORBIDDEN", `${path} ${why}`);
  }
}

function* soundPages<Page>(pages: Generator<Page>, path: string): Generator<Page> {
  try {
    yield* pages;
  } catch (error) {
    throw readingError(error, path);
  }
}
