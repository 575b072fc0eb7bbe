import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { type Config, DEFAULT_STORE } from "../config.js";
import { ExposureError } from "../domain/errors.js";
import type { GraphStore } from "../store/graph-store.js";
import { type Migrated, type OpenOptions, openStore } from "../store/open-store.js";
import { parseStoreAddress, type StoreAddress } from "../store/store-address.js";
import { optionValue } from "./option-value.js";
import { notice } from "./output.js";

/** What a command was told about its store. */
export interface StoreOptions {
  readonly store?: string;
}

/** Gives a command the option `--store`. */
export function withStore(command: Command): Command {
  return command.addOption(
    new Option(
      "--store <address>",
      `sqlite:PATH, memory:, neo4j://…, neo4j+s://…, bolt://… (default: EXPOSURE_STORE, else ${DEFAULT_STORE})`,
    ).argParser(
      optionValue((text) => {
        parseStoreAddress(text);
        return text;
      }),
    ),
  );
}

/** The address that the option, the environment or the default names, in this order. */
export function storeAddress(options: StoreOptions, config: Config): StoreAddress {
  return parseStoreAddress(options.store ?? config.store ?? DEFAULT_STORE);
}

/**
 * Whether there is a store to look into beside the command's own input: one that the option names, or one that the
 * environment names and that is there. A default that the caller did not name is not opened just to look.
 */
export function namesStore(options: StoreOptions, config: Config): boolean {
  return options.store !== undefined || (config.store !== null && storeExists(options, config));
}

/** Opens the store for writing; a SQLite file that is not there yet is created. */
export function openForWriting(options: StoreOptions, config: Config): Promise<GraphStore> {
  return openStore(storeAddress(options, config), writing(config));
}

/** Who opens a store for writing is told where it was of an older layout. */
export function writing(config: Config): OpenOptions {
  const onMigrated = ({ path, from, to, backup }: Migrated) =>
    notice(`brought ${path} from layout ${from} to ${to}; as it was it is kept as ${backup}`);
  return { readOnly: false, onMigrated, ...credentials(config) };
}

/** Whether there is anything to open: a SQLite file that is not there yet would be created. */
export function storeExists(options: StoreOptions, config: Config): boolean {
  const address = storeAddress(options, config);
  return address.engine !== "sqlite" || existsSync(address.path);
}

/** Opens a store that is there, for reading. @throws STORE_UNAVAILABLE where a SQLite file is not there. */
export async function openForReading(options: StoreOptions, config: Config): Promise<GraphStore> {
  return openStore(existingAddress(options, config), { readOnly: true, ...credentials(config) });
}

/** Opens a store that is there, for writing. @throws STORE_UNAVAILABLE where a SQLite file is not there. */
export async function openExisting(options: StoreOptions, config: Config): Promise<GraphStore> {
  return openStore(existingAddress(options, config), writing(config));
}

function existingAddress(options: StoreOptions, config: Config): StoreAddress {
  const address = storeAddress(options, config);
  if (address.engine !== "sqlite" || storeExists(options, config)) return address;
  throw new ExposureError(
    "STORE_UNAVAILABLE",
    `there is no store at ${address.path}: fill one with "exposure-graph load FOLDER", or name another with --store`,
  );
}

/** Who opens a Neo4j, as the environment says. */
export function credentials({ neo4j: { user, password, database } }: Config) {
  return {
    ...(user === null ? {} : { user }),
    ...(password === null ? {} : { password }),
    ...(database === null ? {} : { database }),
  };
}
