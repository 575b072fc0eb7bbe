import type { ClaimId } from "../domain/claim.js";
import type { Change, ChangedKeys, GraphVersion, NounKey, Restored } from "./graph-store.js";

/** A load of more changes is not noted: a server that follows the graph reads all of it again, which is quicker then. */
const MOST_OF_A_LOAD = 50_000;
/** Notes of so many changes are kept together; older ones are forgotten. */
export const MOST_KEPT = 200_000;

/** What one load changed, as a store keeps it beside the version that the load made. */
export interface RecentChanges {
  /** The version that the load made. */
  readonly n: number;
  /** When the version before it was made: a graph that was put in the place of another is told from it by this. */
  readonly after: string | null;
  /** The number of changes. */
  readonly size: number;
  /** The keys of what changed, as JSON. */
  readonly keys: string;
}

interface Keys {
  readonly nouns: readonly (readonly [record: NounKey["record"], id: string])[];
  readonly claims: readonly ClaimId[];
}

/** Notes the keys of what a load changes, in memory that is bounded. */
export class ChangeNotes {
  readonly #nouns = new Map<string, readonly [NounKey["record"], string]>();
  readonly #claims = new Set<ClaimId>();
  #isTold = true;

  note(change: Change | Restored): void {
    if (!this.#isTold) return;
    if (change.change === "put") {
      const { record, value } = change.noun;
      this.#noteNoun(record, record === "dossier" ? value.slug : value.id);
    } else if (change.change === "drop") this.#noteNoun(change.record, change.id);
    else if (change.change === "retract") this.#claims.add(change.id);
    else if (change.change === "restore") this.#isTold = false;
    else this.#claims.add(change.claim.id);
    if (this.#size > MOST_OF_A_LOAD) this.#isTold = false;
    if (this.#isTold) return;
    this.#nouns.clear();
    this.#claims.clear();
  }

  /** What was noted, on top of the version before; null: the load changed too much, or restored an archive. */
  of(n: number, before: GraphVersion): RecentChanges | null {
    if (!this.#isTold || this.#size === 0) return null;
    const keys: Keys = { nouns: [...this.#nouns.values()], claims: [...this.#claims] };
    return { n, after: before.changedAt, size: this.#size, keys: JSON.stringify(keys) };
  }

  get #size(): number {
    return this.#nouns.size + this.#claims.size;
  }

  #noteNoun(record: NounKey["record"], id: string): void {
    this.#nouns.set(`${record} ${id}`, [record, id]);
  }
}

/**
 * The keys of what changed between two versions, each once and in order; null where the notes of a version between them
 * are missing (it was touched, restored, made by an earlier program, too large or too long ago) or belong to another graph.
 */
export function changedKeys(
  notes: readonly RecentChanges[],
  from: GraphVersion,
  to: GraphVersion,
): ChangedKeys | null {
  const between = notes.filter(({ n }) => n > from.n && n <= to.n).sort((a, b) => a.n - b.n);
  if (from.n > to.n || between.length !== to.n - from.n) return null;
  if (between.length > 0 && between[0]?.after !== from.changedAt) return null;
  const nouns = new Map<string, NounKey>();
  const claims = new Set<ClaimId>();
  for (const { keys } of between) {
    const changed = JSON.parse(keys) as Keys;
    for (const [record, id] of changed.nouns) nouns.set(`${record} ${id}`, { record, id });
    for (const id of changed.claims) claims.add(id);
  }
  return { nouns: [...nouns.values()], claims: [...claims].sort() };
}
