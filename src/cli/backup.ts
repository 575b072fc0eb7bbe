import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { ExposureError } from "../domain/errors.js";
import { archiveLines, isMoved } from "../exchange/archive/archive-lines.js";
import type { GraphReader } from "../store/graph-store.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { openForReading, type StoreOptions, withStore } from "./store-option.js";

/** A load that ends while the store is read makes the reading begin anew, so often at most. */
const ATTEMPTS = 5;

/** `backup FILE`: the whole store as one archive. */
export function addBackup(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("backup")
      .summary("the whole store as one archive, taken while it serves")
      .description(
        "Writes everything that the store holds, every earlier revision included, into one compressed file that\n" +
          "restore reads into a store of either kind. The store may serve and be loaded meanwhile.",
      )
      .argument("<file>", "where to; it must not be there yet")
      .addHelpText("after", "\nExample:\n  exposure-graph backup graph-2026-11-24.jsonl.gz"),
  ).action(async (file: string, options: StoreOptions) => {
    if (existsSync(file)) {
      throw new ExposureError("CONFLICT", `${file} is there already: name another file, or remove it`);
    }
    const store = await openForReading(options, context.config);
    try {
      const version = await backUp(store, file);
      print(`${file} holds the graph at version ${version}`);
    } finally {
      await store.close();
    }
  });
}

/** The file appears under its name once all of it is there. */
async function backUp(store: GraphReader, file: string): Promise<number> {
  const partial = `${file}.partial`;
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { n } = await store.version();
        await pipeline(archiveLines(store), createGzip(), createWriteStream(partial));
        await rename(partial, file);
        return n;
      } catch (fault) {
        if (!isMoved(fault) || attempt === ATTEMPTS) throw cannotWrite(fault, file);
      }
    }
  } finally {
    await rm(partial, { force: true });
  }
}

function cannotWrite(fault: unknown, file: string): unknown {
  if (fault instanceof ExposureError || !(fault instanceof Error) || !("syscall" in fault)) return fault;
  const message = `${file} cannot be written (${fault.message}): name another file, or make room`;
  return new ExposureError("BAD_USER_INPUT", message, { cause: fault });
}
