import type { Claim, Noun } from "../../domain/record.js";
import type { Change } from "../../store/graph-store.js";
import { compareText } from "../read/problem.js";
import { freshRows, type ReadDossier } from "../read/read-dossier.js";
import { claimsDifference, type DifferenceOptions, NO_CLAIMS } from "./claims-difference.js";
import { nounId, nounsDifference } from "./nouns-difference.js";
import { type StoredDossiers, sourceDates } from "./stored-dossiers.js";

/** A row that the store holds and its folder no longer has. */
export interface MissingRow {
  readonly dossier: string;
  readonly record: Claim["record"] | Noun["record"];
  readonly id: string;
}

/** A claim that an editor retracted: its row stands in its folder as it stood then, and the claim stays retracted. */
export interface RetractedRow extends MissingRow {
  readonly record: Claim["record"];
  /** The day. */
  readonly retracted: string;
}

/** What a load does: the changes in the order of writing, how many claims each sort concerns, what is gone. */
export interface Difference {
  readonly changes: readonly Change[];
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly retracted: number;
  /** What the folders no longer have; left as it is without `prune`. */
  readonly missing: readonly MissingRow[];
  /** Claims that an editor retracted and whose rows are as they were: they stay retracted, and count as unchanged. */
  readonly leftRetracted: readonly RetractedRow[];
  /** Nouns no given folder has any more: what a prune releases. */
  readonly gone: readonly Noun[];
  /** Whether a step carries the day of loading. */
  readonly isDated: boolean;
}

/**
 * What must change for a store to hold what folders have. Pure: the order of dossiers, files and rows decides at
 * most the order of equal steps. An empty list of changes means that the store holds it already.
 */
export function difference(
  stored: StoredDossiers,
  dossiers: readonly ReadDossier[],
  options: DifferenceOptions,
): Difference {
  const { puts, gone } = nounsDifference(dossiers, stored.nouns, options);
  const changes: Change[] = [...puts];
  const counts = { created: 0, corrected: 0, unchanged: 0, retracted: 0 };
  const leftRetracted: RetractedRow[] = [];
  const missing: MissingRow[] = options.prune ? [] : missingNouns(stored, dossiers);
  let isDated = false;
  for (const dossier of dossiers) {
    const old = stored.claims.get(dossier.slug) ?? NO_CLAIMS;
    const part = claimsDifference(old, freshRows(dossier), sourceDates(dossier, stored), options);
    for (const change of part.changes) changes.push(change);
    counts.created += part.created;
    counts.corrected += part.corrected;
    counts.unchanged += part.unchanged;
    counts.retracted += part.retracted;
    isDated ||= part.isDated;
    for (const { id, record, retracted } of part.leftRetracted) {
      leftRetracted.push({ dossier: dossier.slug, record, id, retracted: retracted ?? "" });
    }
    const records = new Map(old.others.map(({ claim }) => [claim.id, claim.record]));
    for (const id of part.missing) {
      missing.push({ dossier: dossier.slug, record: records.get(id) ?? "relation", id });
    }
  }
  return {
    changes,
    ...counts,
    missing: missing.sort(byName),
    leftRetracted: leftRetracted.sort(byName),
    gone,
    isDated,
  };
}

function missingNouns(stored: StoredDossiers, dossiers: readonly ReadDossier[]): MissingRow[] {
  const declared = new Map(
    dossiers.map((dossier) => [
      dossier.slug,
      new Set([dossier.sources, dossier.entities, dossier.flags].flatMap(idsOf)),
    ]),
  );
  const missing: MissingRow[] = [];
  for (const noun of stored.nouns.values()) {
    if (noun.record === "dossier") continue;
    const id = nounId(noun);
    const holders = noun.record === "source" ? [noun.value.dossier] : noun.value.dossiers;
    for (const slug of holders) {
      if (declared.get(slug)?.has(id) === false) missing.push({ dossier: slug, record: noun.record, id });
    }
  }
  return missing;
}

function idsOf(table: { readonly records: readonly { readonly id: string }[] }): readonly string[] {
  return table.records.map(({ id }) => id);
}

function byName(a: MissingRow, b: MissingRow): number {
  return compareText(a.dossier, b.dossier) || compareText(a.id, b.id);
}
