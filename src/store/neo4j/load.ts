import type { ManagedTransaction } from "neo4j-driver";
import type { EntityId } from "../../domain/entity.js";
import type { Claim, ClaimRecordKind, Noun } from "../../domain/record.js";
import type { Change, GraphVersion, NounKey, Restored, StoredClaim } from "../graph-store.js";
import { ChangeNotes } from "../recent-changes.js";
import { keyOf } from "../records.js";
import { addClaims, type Retraction, reclockClaims, retractClaims } from "./claims.js";
import type { Connection } from "./connection.js";
import { changeNouns, createNouns, drawAuthorities, dropNouns, findNouns } from "./nouns.js";
import { addRelations, type Ends, findEnds } from "./relations.js";
import { constrainRelationships } from "./schema.js";
import { noteChanges, raiseVersion } from "./versions.js";
import { renewLease } from "./write-lease.js";

const NOUN_ORDER = ["dossier", "source", "entity", "flag"] as const;
/** A response is drawn to the decision that it answers: decisions come first. */
const CLAIM_ORDER = ["subject", "event", "decision", "policy", "response"] as const;
const LAST_BATCH = 5_000;
/** Well within the silence that ends a lease (see write-lease.ts). */
const BEAT_MS = 1_000;

/**
 * One load. What is new is written ahead, batch by batch, under the coming version, which no reader sees. What
 * changes something that is there already waits for the last transaction, which raises the version.
 */
export class Load {
  readonly #connection: Connection;
  readonly #mark: string;
  readonly #before: GraphVersion;
  readonly #version: number;
  readonly #changedAt: string | null;
  readonly #changed = new Map<string, Noun>();
  readonly #dropped = new Map<string, NounKey>();
  readonly #retractions: Retraction[] = [];
  readonly #reclocked: Claim[] = [];
  readonly #flags = new Set<string>();
  readonly #notes = new ChangeNotes();
  readonly #ends = new Map<EntityId, number>();

  /** `mark`: what the load holds the lease by. `becomes`: of a restore; default: one more than before, now. */
  constructor(connection: Connection, mark: string, before: GraphVersion, becomes?: GraphVersion) {
    this.#connection = connection;
    this.#mark = mark;
    this.#before = before;
    this.#version = becomes?.n ?? before.n + 1;
    this.#changedAt = becomes?.changedAt ?? null;
  }

  /** @throws DATA_INVALID where a claim speaks of a record that is neither in the store nor in the load so far. */
  async apply(changes: readonly (Change | Restored)[]): Promise<void> {
    const nouns = new Map<string, Noun>();
    const claims: StoredClaim[] = [];
    for (const change of changes) this.#sort(change, nouns, claims);
    if (nouns.size === 0 && claims.length === 0) return;
    const written = await this.#connection.write(async (transaction) => {
      await renewLease(transaction, this.#mark);
      const later = await this.#writeNouns(transaction, [...nouns.values()]);
      const ends = await findEnds(transaction, this.#unknownEnds(claims));
      await this.#writeClaims(transaction, claims, ends);
      return { later, ends };
    });
    for (const noun of written.later) this.#changed.set(markOf(noun), noun);
    for (const [id, number] of written.ends) this.#ends.set(id, number);
  }

  async finish(): Promise<GraphVersion> {
    if (this.#before.n === 0) await this.#renewingLease(() => constrainRelationships(this.#connection));
    return this.#connection.write(async (transaction) => {
      await renewLease(transaction, this.#mark);
      for (const record of NOUN_ORDER) {
        const nouns = [...this.#changed.values()].filter((noun) => noun.record === record);
        for (const part of parts(nouns)) await changeNouns(transaction, record, part);
      }
      for (const part of parts(this.#retractions)) await retractClaims(transaction, part, this.#version);
      for (const part of parts(this.#reclocked)) await reclockClaims(transaction, part);
      for (const part of parts([...this.#flags])) await drawAuthorities(transaction, part);
      await dropNouns(transaction, [...this.#dropped.values()]);
      const notes = this.#notes.of(this.#version, this.#before);
      if (notes) await noteChanges(transaction, notes);
      return raiseVersion(transaction, this.#version, this.#changedAt ?? undefined);
    });
  }

  #sort(change: Change | Restored, nouns: Map<string, Noun>, claims: StoredClaim[]): void {
    this.#notes.note(change);
    switch (change.change) {
      case "put":
        nouns.set(markOf(change.noun), change.noun);
        this.#dropped.delete(markOf(change.noun));
        if (change.noun.record === "flag") this.#flags.add(change.noun.value.id);
        break;
      case "drop":
        this.#dropped.set(`${change.record} ${change.id}`, change);
        break;
      case "add":
        claims.push({ claim: change.claim, since: this.#version, until: null });
        break;
      case "restore":
        claims.push(change.stored);
        break;
      case "retract":
        this.#retractions.push(change);
        break;
      case "reclock":
        this.#reclocked.push(change.claim);
        break;
    }
  }

  /** Writes those that no reader sees yet; the answer is those that wait for the last transaction. */
  async #writeNouns(transaction: ManagedTransaction, nouns: readonly Noun[]): Promise<readonly Noun[]> {
    const later: Noun[] = [];
    for (const record of NOUN_ORDER) {
      const ofKind = nouns.filter((noun) => noun.record === record);
      if (ofKind.length === 0) continue;
      const since = await findNouns(transaction, record, ofKind.map(keyOf));
      const unseen = (noun: Noun) => since.get(keyOf(noun)) === this.#version;
      const fresh = ofKind.filter((noun) => !since.has(keyOf(noun)));
      await createNouns(transaction, record, fresh, this.#version);
      await changeNouns(transaction, record, ofKind.filter(unseen));
      later.push(...ofKind.filter((noun) => since.has(keyOf(noun)) && !unseen(noun)));
    }
    return later;
  }

  async #writeClaims(
    transaction: ManagedTransaction,
    claims: readonly StoredClaim[],
    ends: Ends,
  ): Promise<void> {
    const ofKind = (record: ClaimRecordKind) => claims.filter(({ claim }) => claim.record === record);
    await addRelations(transaction, ofKind("relation"), [ends, this.#ends]);
    for (const record of CLAIM_ORDER) await addClaims(transaction, record, ofKind(record));
  }

  #unknownEnds(claims: readonly StoredClaim[]): ReadonlySet<EntityId> {
    const ids = new Set<EntityId>();
    for (const { claim } of claims) {
      if (claim.record !== "relation") continue;
      for (const id of [claim.from, claim.to]) if (!this.#ends.has(id)) ids.add(id);
    }
    return ids;
  }

  /** Says that the load lives while the server works on something that takes no transaction of ours. */
  async #renewingLease(work: () => Promise<void>): Promise<void> {
    const beat = () => this.#connection.write((transaction) => renewLease(transaction, this.#mark));
    // One that fails is told of by the next transaction, which renews the lease too.
    const beats = setInterval(() => void beat().catch(() => {}), BEAT_MS);
    try {
      await work();
    } finally {
      clearInterval(beats);
    }
  }
}

function markOf(noun: Noun): string {
  return `${noun.record} ${keyOf(noun)}`;
}

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let first = 0; first < items.length; first += LAST_BATCH) yield items.slice(first, first + LAST_BATCH);
}
