import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { type Database, DatabaseSync, type SqlValue, type Statement } from "./driver.js";
import { sqliteError } from "./sqlite-error.js";
import type { Row } from "./tables.js";

export interface ConnectionOptions {
  readonly readOnly: boolean;
}

/**
 * One connection to a SQLite file, or to a database in memory (path null). One prepared statement per text.
 * Every error leaves as one clear sentence (see sqlite-error.ts).
 */
export class Connection {
  /** As people name it: the file's path or `memory:`. */
  readonly path: string;
  readonly inMemory: boolean;
  /** Whether the file lies where nothing can be written: it is read as it is. */
  readonly isUnchanging: boolean;
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  #inTransaction = false;

  constructor(path: string | null, { readOnly }: ConnectionOptions) {
    this.path = path ?? "memory:";
    this.inMemory = path === null;
    // The ends of claims are declared for people's tools and checked once a load (claims.ts), not row by row.
    const options = { readOnly, enableForeignKeyConstraints: false };
    this.isUnchanging = readOnly && path !== null && liesOnReadOnlyMedium(path);
    const address = this.isUnchanging ? unchanging(this.path) : (path ?? ":memory:");
    this.#database = this.#guarded(() => new DatabaseSync(address, options));
    this.execute("pragma busy_timeout = 5000");
  }

  /** Runs statements without parameters. */
  execute(text: string): void {
    this.#guarded(() => this.#database.exec(text));
  }

  /** Runs a statement that changes rows and answers how many. */
  run(text: string, parameters: readonly SqlValue[]): number {
    return this.#guarded(() => this.#statement(text).run(...parameters).changes);
  }

  /** The first row of a statement, by column name. */
  first<R extends object>(text: string, parameters: readonly SqlValue[] = []): R | undefined {
    return this.#guarded(() => this.#statement(text).get(...parameters) as R | undefined);
  }

  /** All rows of a statement, each as its cells in order. */
  rows(text: string, parameters: readonly SqlValue[] = []): Row[] {
    return this.#guarded(() => this.#rowsOf(text).all(...parameters) as Row[]);
  }

  /** The same in pages, none of them empty. */
  *pages(text: string, parameters: readonly SqlValue[], pageSize: number): Generator<readonly Row[]> {
    const rows = this.#guarded(() => this.#rowsOf(text).iterate(...parameters) as IterableIterator<Row>);
    let page: Row[] = [];
    try {
      for (;;) {
        const next = this.#guarded(() => rows.next());
        if (next.done) break;
        page.push(next.value);
        if (page.length < pageSize) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    } finally {
      rows.return?.();
    }
  }

  /** `deferred`: one picture of the data for all reads until `rollback`. `immediate`: the one writer. */
  begin(mode: "deferred" | "immediate"): void {
    this.execute(`begin ${mode}`);
    this.#inTransaction = true;
  }

  commit(): void {
    this.execute("commit");
    this.#inTransaction = false;
  }

  /** Ends an open transaction without keeping what it wrote; none open: nothing happens. */
  rollback(): void {
    if (!this.#inTransaction) return;
    this.#inTransaction = false;
    try {
      this.#database.exec("rollback");
    } catch {
      // A full disk or a failed write has ended the transaction already.
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #statement(text: string): Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #rowsOf(text: string): Statement {
    const statement = this.#statement(text);
    statement.setReturnArrays(true);
    return statement;
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, this.path);
    }
  }
}

/** Whether a file lies where nothing can be written, and all that was written ahead of it has gone into it. */
export function liesOnReadOnlyMedium(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch (fault) {
    const isReadOnly = fault instanceof Error && "code" in fault && fault.code === "EROFS";
    return isReadOnly && (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
  }
}

/** Tells SQLite that a file will not change: it then needs no lock and no files of its own beside it. */
function unchanging(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  return url;
}

/**
 * Connections to one file, kept for the next use: the drop-in for Node's SQLite lets go of a closed file only when
 * its statements are collected as garbage. Each is in one hand at a time.
 */
export class ConnectionPool {
  readonly #path: string;
  readonly #readers: Connection[] = [];
  readonly #writers: Connection[] = [];
  readonly #isWriter = new WeakSet<Connection>();
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  takeReader(): Connection {
    return this.#readers.pop() ?? new Connection(this.#path, { readOnly: true });
  }

  /** A writer never waits inside SQLite, where it would hold up the whole process: who waits asks again. */
  takeWriter(): Connection {
    const idle = this.#writers.pop();
    if (idle) return idle;
    const writer = new Connection(this.#path, { readOnly: false });
    writer.execute("pragma synchronous = full");
    writer.execute("pragma busy_timeout = 0");
    writer.execute("pragma journal_size_limit = 67108864");
    this.#isWriter.add(writer);
    return writer;
  }

  giveBack(connection: Connection): void {
    if (this.#closed) connection.close();
    else if (this.#isWriter.has(connection)) this.#writers.push(connection);
    else this.#readers.push(connection);
  }

  /** What was written ahead goes into the file itself, as far as readers elsewhere allow, so that it can be copied. */
  close(): void {
    this.#closed = true;
    for (const reader of this.#readers.splice(0)) reader.close();
    for (const writer of this.#writers.splice(0)) {
      writer.execute("pragma wal_checkpoint(truncate)");
      writer.close();
    }
  }
}
