import { createReadStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Command } from "commander";
import type { Config } from "../config.js";
import { ExposureError } from "../domain/errors.js";
import { type ArchiveReading, readArchive } from "../exchange/archive/read-archive.js";
import { openStore } from "../store/open-store.js";
import type { StoreAddress } from "../store/store-address.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { showProgress } from "./progress.js";
import { type StoreOptions, storeAddress, withStore, writing } from "./store-option.js";

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
    const archive = await readArchive(unpacked(file));
    try {
      const address = storeAddress(options, context.config);
      const into = (where: StoreAddress) => restore(archive, file, where, context.config);
      const isNew = address.engine === "sqlite" && !existsSync(address.path);
      const version = isNew ? await intoNewFile(address.path, into) : await into(address);
      print(`the store holds the graph at version ${version}`);
    } finally {
      await archive.changes.return(undefined);
    }
  });
}

/** A new file appears under its name once all of the archive is in it. */
async function intoNewFile(path: string, into: (where: StoreAddress) => Promise<number>): Promise<number> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    const version = await into({ engine: "sqlite", path: partial });
    if (existsSync(path)) {
      throw new ExposureError(
        "CONFLICT",
        `${path} was made by another process meanwhile: name another one with --store`,
      );
    }
    await rename(partial, path);
    return version;
  } finally {
    for (const end of ["", "-wal", "-shm"]) await rm(`${partial}${end}`, { force: true });
  }
}

async function restore(
  { header, changes }: ArchiveReading,
  file: string,
  where: StoreAddress,
  config: Config,
): Promise<number> {
  const store = await openStore(where, writing(config));
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
    return version.n;
  } catch (fault) {
    // Only what is no record of a store ends so: a line that was written by hand.
    if (!(fault instanceof TypeError)) throw fault;
    const message = `${file} holds a record that no store can keep: take another backup`;
    throw new ExposureError("DATA_INVALID", message, { cause: fault });
  } finally {
    progress.end();
    await store.close();
  }
}

/**
 * The bytes of a compressed file. @throws BAD_USER_INPUT where it cannot be read, DATA_INVALID where it is no such file.
 */
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
