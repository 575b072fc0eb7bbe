/** Writes a line of result to standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line of notice to standard error, where it does not mix with results. */
export function notice(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A reader that went away (`| head`) ends the output, and is no fault. */
export function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw fault;
    });
  }
}

const LINGER_MS = 500;

/**
 * Ends a command that is done, as soon as everything is written. Mostly nothing is left to wait for, and it ends by
 * itself; but a database that hangs keeps its connection open for ever.
 */
export function endOnceAllIsSaid(): void {
  setInterval(() => {
    if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
  }, LINGER_MS).unref();
}
