import { Connection } from "./connection.js";

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
