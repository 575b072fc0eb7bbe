import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Command } from "commander";
import { ExposureError } from "../domain/errors.js";
import { readArchive } from "../exchange/archive/read-archive.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { showProgress } from "./progress.js";
import { openForWriting, type StoreOptions, withStore } from "./store-option.js";

/** `restore FILE`: an archive into an empty store. */
export function addRestore(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("restore")
      .summary("an archive into an empty store")
      .description(
        "Reads what backup wrote into an empty store of either kind. The graph gets the version that it had, so that\n" +
          "its answers are the same. All of the archive is written, or nothing.",
      )
      .argument("<file>", "an archive")
      .addHelpText(
        "after",
        "\nExample:\n  exposure-graph restore graph-2026-11-24.jsonl.gz --store sqlite:./data/copy.db",
      ),
  ).action(async (file: string, options: StoreOptions) => {
    const { header, changes } = await readArchive(unpacked(file));
    const store = await openForWriting(options, context.config);
    const progress = showProgress("restoring", "records");
    try {
      await store.prepare({ intoExisting: false });
      const { n } = await store.version();
      if (n > 0) {
        throw new ExposureError(
          "CONFLICT",
          `the store holds a graph at version ${n} already: name an empty one with --store`,
        );
      }
      const version = await store.write(changes, {
        expectedVersion: 0,
        version: header.graphVersion,
        onProgress: (written) => progress.at(written, written),
      });
      progress.end();
      print(`the store holds the graph at version ${version.n}`);
    } catch (fault) {
      // Only what is no record of a store ends so: a line that somebody wrote by hand.
      if (!(fault instanceof TypeError)) throw fault;
      throw new ExposureError(
        "DATA_INVALID",
        `${file} holds a record that no store can keep: take another backup`,
        {
          cause: fault,
        },
      );
    } finally {
      progress.end();
      await changes.return(undefined);
      await store.close();
    }
  });
}

/** The bytes of a compressed file. @throws BAD_USER_INPUT where it cannot be read, DATA_INVALID where it is no such file. */
async function* unpacked(file: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file);
  const unpack = createGunzip();
  bytes.on("error", (fault) => unpack.destroy(fault));
  try {
    for await (const piece of bytes.pipe(unpack)) yield piece as Uint8Array;
  } catch (fault) {
    throw cannotRead(fault, file);
  } finally {
    bytes.destroy();
  }
}

function cannotRead(fault: unknown, file: string): unknown {
  if (!(fault instanceof Error) || !("code" in fault)) return fault;
  if ("syscall" in fault) {
    const message = `${file} cannot be read (${fault.message}): name an archive that "exposure-graph backup" wrote`;
    return new ExposureError("BAD_USER_INPUT", message, { cause: fault });
  }
  const message = `${file} is no archive of exposure-graph, or is damaged: give a file that "exposure-graph backup" wrote`;
  return new ExposureError("DATA_INVALID", message, { cause: fault });
}
