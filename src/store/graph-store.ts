import type { ClaimId } from "../domain/claim.js";
import { byIdAndRevision } from "../domain/claim-order.js";
import type { Entity, EntityId } from "../domain/entity.js";
import type { Claim, Noun } from "../domain/record.js";

/** The graph's version: rises by one per load, in the load's last transaction. 0 and null: nothing loaded yet. */
export interface GraphVersion {
  readonly n: number;
  /** ISO 8601 instant (UTC). */
  readonly changedAt: string | null;
}

/** A claim as stored, with the versions that brought it and took it away. */
export interface StoredClaim {
  readonly claim: Claim;
  readonly since: number;
  /** Null: not taken away (a retracted claim is kept: this is the version whose load retracted it). */
  readonly until: number | null;
  /** An editor took it away, not its folder: a load of the same row leaves it so. */
  readonly byEditor?: true;
}

/** The order in which a store gives claims by id: the same on every engine. */
export function byStoredClaim(a: StoredClaim, b: StoredClaim): number {
  return byIdAndRevision(a.claim, b.claim);
}

/** A page of a read in the order dossiers, sources, flags, entities, claims. */
export type RecordPage =
  | { readonly kind: "nouns"; readonly nouns: readonly Noun[] }
  | { readonly kind: "claims"; readonly claims: readonly StoredClaim[] };

/**
 * The relations of a page as columns, so that a projection can be filled without an object per relation. All arrays
 * but `ends` have the same length. Text columns hold null for an absent value.
 */
export interface RelationColumns {
  /** Ids of entities, for `from` and `to`. Pages may share one list: a reader looks entities up once a list. */
  readonly ends: readonly EntityId[];
  readonly id: readonly string[];
  readonly revision: readonly number[];
  readonly kind: readonly string[];
  /** The entities that each relation joins, by their places in `ends`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly status: readonly string[];
  /** Share as billionths; both null where the relation is no Ownership. `exclusive`: 1 = min, 2 = max, 3 = both. */
  readonly shareMin: readonly (number | null)[];
  readonly shareMax: readonly (number | null)[];
  readonly exclusive: readonly number[];
  readonly right: readonly (string | null)[];
  readonly amountMin: readonly (number | null)[];
  /** Null beside a known amountMin: no upper bound is known. */
  readonly amountMax: readonly (number | null)[];
  readonly currency: readonly (string | null)[];
  /** As the relation has them; null where it is no Funding. */
  readonly amountQualifier: readonly (string | null)[];
  readonly amountPer: readonly (string | null)[];
  readonly payment: readonly (string | null)[];
  /** 1 where an Identity is decided. */
  readonly decided: readonly number[];
  readonly startEarliest: readonly number[];
  readonly startLatest: readonly number[];
  readonly endEarliest: readonly number[];
  readonly endLatest: readonly number[];
  readonly recorded: readonly number[];
  readonly retracted: readonly number[];
  /** 1 where a Funding has neither date. */
  readonly undated: readonly number[];
}

/** Names a noun: a dossier by its slug, all others by their id. */
export interface NounKey {
  readonly record: Noun["record"];
  readonly id: string;
}

/** Names what loads have written or taken away, each once; a claim stands for all its revisions. */
export interface ChangedKeys {
  readonly nouns: readonly NounKey[];
  /** In order. */
  readonly claims: readonly ClaimId[];
}

/** One step of a load. The store applies changes in order; it judges nothing. */
export type Change =
  | { readonly change: "put"; readonly noun: Noun }
  /** A noun that no dossier holds any more. It stays, held by none, where a kept claim speaks of it. */
  | ({ readonly change: "drop" } & NounKey)
  /** A new claim or a new revision of one. */
  | { readonly change: "add"; readonly claim: Claim }
  /** Takes a revision away on a day (text and its count of days); the claim is kept. */
  | {
      readonly change: "retract";
      readonly record: Claim["record"];
      readonly id: ClaimId;
      readonly revision: number;
      readonly retracted: string;
      readonly retractedDay: number;
      readonly byEditor?: true;
    }
  /** The same claim with its days computed anew (a cited source changed its dates); no correction. */
  | { readonly change: "reclock"; readonly claim: Claim };

/** A revision as an archive holds it, with the versions that brought it and took it away: only into an empty graph. */
export interface Restored {
  readonly change: "restore";
  readonly stored: StoredClaim;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/** What serving needs. Reading never writes; a read-only account suffices. */
export interface GraphReader {
  /** Names the engine and its version for `graph { engine }`, e.g. "SQLite 3.53.0". */
  readonly engine: string;
  /**
   * How many ids are best looked up at a time. A store in this process works them off in one go, and nothing else is
   * answered meanwhile; one that others run takes as many as there are.
   */
  readonly idsAtOnce: number;
  /** @throws STORE_UNAVAILABLE, in one sentence. */
  version(): Promise<GraphVersion>;
  /** Everything of finished loads but relations: nouns first, then subjects, events, responses, decisions, policies. */
  readRecords(options?: ReadOptions): AsyncIterable<RecordPage>;
  /** Every relation of finished loads, as columns in pages, in no order that may be relied upon: a reader that needs one sorts. */
  readRelations(options?: ReadOptions): AsyncIterable<RelationColumns>;
  /**
   * What loads have changed since a version, so that a server can follow at the price of the change. Null: the
   * store cannot tell, read everything. It cannot after edits by other tools (`touch`), after a restore, after a load of
   * more than 50,000 changes, after a load by a program from before it took notes, where the version is long past, and
   * where it was another graph's.
   */
  changesSince(version: GraphVersion, options?: ReadOptions): Promise<ChangedKeys | null>;
  /** Nouns by key, one statement a kind, in no order; keys that are not there are left out. */
  nouns(keys: readonly NounKey[], options?: ReadOptions): Promise<readonly Noun[]>;
  /** Entities by id, in one statement; ids that are not there are left out. */
  entities(ids: readonly EntityId[], options?: ReadOptions): Promise<readonly Entity[]>;
  /** All revisions of the claims with these ids, in one statement per record kind; ordered by (id, revision). */
  claims(ids: readonly ClaimId[], options?: ReadOptions): Promise<readonly StoredClaim[]>;
  /** Everything a dossier holds now and held before: what `load` compares with. */
  readDossier(slug: string, options?: ReadOptions): AsyncIterable<RecordPage>;
  /** How many records a load left when it was cut short: no reader sees them, the next load sweeps them away. */
  unfinishedLoad(): Promise<number>;
  close(): Promise<void>;
}

export interface WriteOptions {
  /** Refuse with CONFLICT unless the graph still has this version. */
  readonly expectedVersion: number;
  /** The version that the graph gets: of a restore any, of a load the next. Default: one more than before, now. */
  readonly version?: GraphVersion;
  /** Called after each batch with the number of changes written so far. */
  readonly onProgress?: (written: number) => void;
  readonly signal?: AbortSignal;
}

/** What loading needs. */
export interface GraphWriter {
  /**
   * Prepares a store for loading: creates what is missing of tables, constraints and indexes.
   * @throws DATA_INVALID where the store holds another program's data, unless `intoExisting`.
   */
  prepare(options: { readonly intoExisting: boolean }): Promise<void>;
  /**
   * Writes one load. Its claims are invisible until its last transaction raises the version by one; an earlier
   * unfinished load is swept away first. No changes at all: nothing is written, the version stays.
   * @throws CONFLICT where another writer came first; DATA_INVALID where a claim speaks of an entity or a flag that
   * is neither in the store nor in the load; STORE_UNAVAILABLE. Nothing of the load is kept then.
   */
  write(
    changes: Iterable<Change | Restored> | AsyncIterable<Change | Restored>,
    options: WriteOptions,
  ): Promise<GraphVersion>;
  /** Raises the version after edits by other tools. */
  touch(): Promise<GraphVersion>;
}

/**
 * The port: nine verbs to read, three to write. The two beyond the seven that are needed at all, `changesSince` and
 * `nouns`, are what a server needs to follow a graph without reading all of it again. Stores keep and give back; they
 * judge nothing.
 */
export interface GraphStore extends GraphReader, GraphWriter {}
