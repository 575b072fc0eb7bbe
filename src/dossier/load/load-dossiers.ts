import { type Day, parseDay, printDay } from "../../domain/day.js";
import { ExposureError } from "../../domain/errors.js";
import type { Noun } from "../../domain/record.js";
import type { Change, GraphStore, GraphVersion } from "../../store/graph-store.js";
import type { StoredNouns } from "../check/known-nouns.js";
import { type CheckedDossiers, readAndCheck } from "../check/read-and-check.js";
import { type Difference, difference } from "../compare/difference.js";
import { neededNouns } from "../compare/needed-nouns.js";
import { nounId, releaseNoun } from "../compare/nouns-difference.js";
import { type StoredDossiers, storedDossiers } from "../compare/stored-dossiers.js";
import type { DossierFolder } from "../read/dossier-folder.js";
import type { Problem } from "../read/problem.js";
import { claimsOf, type ReadDossier } from "../read/read-dossier.js";

export interface LoadOptions {
  /** The day of loading. */
  readonly day: Day;
  /** What is recorded after this day lies in the future: rows are refused for it, and what a load left is corrected. */
  readonly lastDay?: Day;
  /** When the new version is said to be made; default: now. */
  readonly changedAt?: string;
  /**
   * The day is this machine's: with it nothing is corrected or retracted where it lies more than a day after the newest
   * version, because a clock that runs ahead cannot be told from a store that was left alone.
   */
  readonly dayIsOfClock?: boolean;
  /** Retract what the folders no longer have. */
  readonly prune?: boolean;
  /** Read, check and compare only; nothing is written. */
  readonly dryRun?: boolean;
  /** Write into a database that holds other data. */
  readonly intoExisting?: boolean;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Told of what is about to be written; nothing is written where it throws. */
  readonly beforeWrite?: (write: PendingWrite) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** A load that is checked and compared, and not written yet. */
export interface PendingWrite {
  readonly dossiers: readonly ReadDossier[];
  readonly changes: readonly Change[];
  /** Of the graph, before. */
  readonly version: number;
  readonly stored: StoredDossiers;
}

/** How far a load is: bytes read, or changes written. */
export interface LoadProgress {
  readonly phase: "read" | "write";
  readonly done: number;
  readonly total: number;
}

/** What a load did, or with `dryRun` would do. Counts are of claims. */
export interface LoadReport extends Omit<Difference, "changes" | "gone" | "isDated"> {
  /** The graph's version afterwards. */
  readonly graphVersion: number;
  /** Errors and warnings; with an error among them nothing was written and all counts are 0. */
  readonly problems: readonly Problem[];
  /** Steps that were written, or would be; 0: the store holds it all already. */
  readonly changes: number;
}

/**
 * Loads dossiers: reads and checks them, compares them with what the store holds and writes the difference in one
 * load. Nothing is written where anything is wrong. The same folders twice change nothing.
 * @throws what the store throws: CONFLICT, STORE_UNAVAILABLE, DATA_INVALID.
 */
export async function loadDossiers(
  folders: readonly DossierFolder[],
  store: GraphStore,
  options: LoadOptions,
): Promise<LoadReport> {
  const onRead = (done: number, total: number) => options.onProgress?.({ phase: "read", done, total });
  const { signal, lastDay } = options;
  const checked = await readAndCheck(folders, store, { onRead, lastDay, ...(signal && { signal }) });
  return loadChecked(checked, store, options);
}

/** Loads dossiers that were read and checked already, against the version of this store that they were checked with. */
export async function loadChecked(
  { dossiers, problems, shared, version }: CheckedDossiers,
  store: GraphStore,
  options: LoadOptions,
): Promise<LoadReport> {
  if (problems.errors > 0) return nothingLoaded(version, problems.list());
  const stored =
    version === 0 ? NOTHING : await storedDossiers(store, dossiers, nounsOf(shared), options.signal);
  const result = difference(stored, dossiers, {
    day: options.day,
    prune: options.prune ?? false,
    lastDay: options.lastDay,
  });
  if (result.isDated && options.dayIsOfClock) checkClock(await store.version(), options.day);
  const released = options.prune ? await release(result, stored, dossiers, store) : [];
  const changes = [...result.changes, ...released];
  const isWritten = !options.dryRun && changes.length > 0;
  if (isWritten) await options.beforeWrite?.({ dossiers, changes, version, stored });
  const graphVersion = isWritten ? (await write(changes, version, store, options)).n : version;
  const { created, corrected, unchanged, retracted, missing, leftRetracted } = result;
  return {
    graphVersion,
    ...{ created, corrected, unchanged, retracted, missing, leftRetracted },
    problems: problems.list(),
    changes: changes.length,
  };
}

/** @throws CONFLICT where a day lies more than one after that of a version. */
function checkClock({ changedAt }: GraphVersion, day: Day): void {
  if (changedAt === null || day <= parseDay(changedAt.slice(0, 10)) + 1) return;
  throw new ExposureError(
    "CONFLICT",
    `the clock of this machine says ${printDay(day)} and the newest version is of ${changedAt.slice(0, 10)}: what is corrected or retracted counts from the day of loading, so say which it is with --recorded-at YYYY-MM-DD (or "today", where the clock is right)`,
  );
}

const NOTHING: StoredDossiers = { nouns: new Map(), claims: new Map() };

function nothingLoaded(graphVersion: number, problems: readonly Problem[]): LoadReport {
  const counts = { created: 0, corrected: 0, unchanged: 0, retracted: 0, changes: 0 };
  return { graphVersion, ...counts, missing: [], leftRetracted: [], problems };
}

function* nounsOf({ entities, flags }: StoredNouns): Generator<Noun> {
  for (const value of flags.values()) yield { record: "flag", value };
  for (const value of entities.values()) yield { record: "entity", value };
}

async function release(
  result: Difference,
  stored: StoredDossiers,
  dossiers: readonly ReadDossier[],
  store: GraphStore,
): Promise<readonly Change[]> {
  const given = new Set(dossiers.map(({ slug }) => slug));
  const ownClaims = [...stored.claims.values()].flatMap(({ others }) => others.map(({ claim }) => claim));
  for (const dossier of dossiers) ownClaims.push(...claimsOf(dossier));
  const needed = await neededNouns({ candidates: result.gone, ownClaims, changes: result.changes }, store);
  return result.gone.flatMap((noun) => releaseNoun(noun, given, needed.has(nounId(noun))) ?? []);
}

async function write(
  changes: readonly Change[],
  expectedVersion: number,
  store: GraphStore,
  options: LoadOptions,
): Promise<GraphVersion> {
  const { onProgress, signal, changedAt } = options;
  await store.prepare({ intoExisting: options.intoExisting ?? false });
  return store.write(changes, {
    expectedVersion,
    ...(changedAt !== undefined && { version: { n: expectedVersion + 1, changedAt } }),
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done) => onProgress?.({ phase: "write", done, total: changes.length }),
  });
}
