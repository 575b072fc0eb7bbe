import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import type { ReadOptions } from "../graph-store.js";
import { neo4jError, silent, type Where } from "./neo4j-error.js";

/** One value of a record; lists hold texts only. */
export type Cell = string | number | boolean | readonly string[] | null;
export type Cells = readonly Cell[];
/** Parameters of a statement: every number that must be an integer goes through `integer`. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A JavaScript number is a float to Neo4j. */
export const integer = neo4j.int;

const ANSWER_MS = 10_000;
/** The server itself ends what takes longer than ANSWER_MS; one that hangs ends nothing. */
const SILENCE_MS = ANSWER_MS + 2_000;
const STREAM_MS = 600_000;
const FETCH_SIZE = 5_000;

/**
 * The driver, narrowed to what the store does. Every reading statement returns one column, a list of cells. Every
 * error leaves as one clear sentence (see neo4j-error.ts).
 */
export class Connection {
  readonly #driver: Driver;
  readonly where: Where;

  constructor(driver: Driver, where: Where) {
    this.#driver = driver;
    this.where = where;
  }

  /** Reaches the server and its database, and says what it is, e.g. "Neo4j 5.26.21". */
  async greet(): Promise<string> {
    const server = await this.#inTime(() => this.#driver.getServerInfo(this.#database()));
    await this.rows("RETURN [1]", {});
    return (server.agent ?? "Neo4j").replace("/", " ");
  }

  /**
   * All rows of a short read. One that fails because a connection had gone stale is tried again once, at once: the driver's
   * own retries take three to eight seconds to say that nothing listens there.
   */
  async rows(text: string, parameters: Parameters, { signal }: ReadOptions = {}): Promise<Cells[]> {
    const read = () => this.#rowsOnce(text, parameters, signal);
    return this.#inTime(() =>
      read().catch((error) => {
        if (signal?.aborted || !(error instanceof Error) || !neo4j.isRetryableError(error)) throw error;
        return read();
      }),
    );
  }

  async #rowsOnce(text: string, parameters: Parameters, signal: AbortSignal | undefined): Promise<Cells[]> {
    signal?.throwIfAborted();
    const session = this.#session(neo4j.session.READ);
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(signal?.reason);
    });
    signal?.addEventListener("abort", leave);
    try {
      const { records } = await Promise.race([session.run(text, parameters, { timeout: ANSWER_MS }), left]);
      return records.map((record) => record.get(0) as Cells);
    } finally {
      signal?.removeEventListener("abort", leave);
      // Ends the work on the server, where it is still under way.
      await session.close().catch(() => {});
    }
  }

  /**
   * The rows of a long read in pages. Pages wait in a queue while their reader is busy: the server is the slower
   * of the two, and this costs half as much as asking record by record.
   */
  async *pages(
    text: string,
    parameters: Parameters,
    pageSize: number,
    { signal }: ReadOptions = {},
  ): AsyncGenerator<readonly Cells[]> {
    signal?.throwIfAborted();
    const session = this.#session(neo4j.session.READ);
    const arrival: Arrival = { pages: [], filling: [], ended: false, failure: null, wake: () => {} };
    const abort = () => end(arrival, signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    try {
      session.run(text, parameters, { timeout: STREAM_MS }).subscribe({
        onNext: (record) => arrive(arrival, record.get(0) as Cells, pageSize),
        onCompleted: () => end(arrival, null),
        onError: (error) => end(arrival, neo4jError(error, this.where)),
      });
      yield* pagesOf(arrival);
    } finally {
      signal?.removeEventListener("abort", abort);
      // Ends the work on the server, where it is still under way.
      await session.close().catch(() => {});
    }
  }

  /** The same of a statement that puts many rows into one, as a list; a page is so many of these lists. */
  async *packedPages(
    text: string,
    parameters: Parameters,
    pageSize: number,
    options: ReadOptions = {},
  ): AsyncGenerator<readonly Cells[]> {
    for await (const lists of this.pages(text, parameters, pageSize, options)) {
      const rows = (lists as readonly (readonly unknown[])[]).flat() as Cells[];
      if (rows.length > 0) yield rows;
    }
  }

  /** One writing transaction; run anew by the driver where the server says that it may be. */
  async write<T>(work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.#guarded(async () => {
      const session = this.#session(neo4j.session.WRITE);
      try {
        return await session.executeWrite(work);
      } finally {
        await session.close();
      }
    });
  }

  /** A statement that commits by itself: of the schema, or one `IN TRANSACTIONS`. */
  async run(text: string, parameters: Parameters = {}): Promise<void> {
    await this.#guarded(async () => {
      const session = this.#session(neo4j.session.WRITE);
      try {
        await session.run(text, parameters);
      } finally {
        await session.close();
      }
    });
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #database(): { database?: string } {
    return this.where.database === null ? {} : { database: this.where.database };
  }

  /** Sessions share their bookmarks: in a cluster a read sees what this process wrote before. */
  #session(defaultAccessMode: typeof neo4j.session.READ | typeof neo4j.session.WRITE): Session {
    return this.#driver.session({
      ...this.#database(),
      defaultAccessMode,
      fetchSize: FETCH_SIZE,
      bookmarkManager: this.#driver.executeQueryBookmarkManager,
    });
  }

  /** The same for short work, with an end of its own: a server that hangs keeps a connection open and says nothing. */
  async #inTime<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(silent(this.where)), SILENCE_MS);
    });
    try {
      return await this.#guarded(() => Promise.race([work(), silence]));
    } finally {
      clearTimeout(timer);
    }
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw neo4jError(error, this.where);
    }
  }
}

/** What has come of a stream so far. */
interface Arrival {
  readonly pages: Cells[][];
  filling: Cells[];
  ended: boolean;
  failure: unknown;
  wake: () => void;
}

function arrive(arrival: Arrival, cells: Cells, pageSize: number): void {
  arrival.filling.push(cells);
  if (arrival.filling.length < pageSize) return;
  arrival.pages.push(arrival.filling);
  arrival.filling = [];
  arrival.wake();
}

/** The stream has ended; null: as it should. */
function end(arrival: Arrival, failure: unknown): void {
  if (arrival.ended) return;
  arrival.ended = true;
  arrival.failure = failure;
  arrival.wake();
}

async function* pagesOf(arrival: Arrival): AsyncGenerator<readonly Cells[]> {
  while (!arrival.ended || arrival.pages.length > 0) {
    if (arrival.failure) throw arrival.failure;
    const page = arrival.pages.shift();
    if (page) yield page;
    else await new Promise<void>((resolve) => (arrival.wake = resolve));
  }
  if (arrival.failure) throw arrival.failure;
  if (arrival.filling.length > 0) yield arrival.filling;
}
