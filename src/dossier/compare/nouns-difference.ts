import type { Entity } from "../../domain/entity.js";
import type { Flag } from "../../domain/flag.js";
import type { Noun } from "../../domain/record.js";
import type { Change } from "../../store/graph-store.js";
import { compareText } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";
import { firstDifference } from "./same-value.js";

/** What a load does with entities, flags, sources and dossiers. */
export interface NounsDifference {
  readonly puts: readonly Change[];
  /** Nouns that the store has and no given folder any more: kept, or candidates to be dropped by a prune. */
  readonly gone: readonly Noun[];
}

/** The nouns of a store that concern the given dossiers, by record and id. */
export type StoredNounIndex = ReadonlyMap<string, Noun>;

/** The key of a noun in a `StoredNounIndex`. */
export function nounKey(noun: Noun): string {
  return `${noun.record} ${nounId(noun)}`;
}

/** A noun's id; a dossier's is its slug. */
export function nounId(noun: Noun): string {
  return noun.record === "dossier" ? noun.value.slug : noun.value.id;
}

/**
 * Nouns are kept as last written: a changed one is put in its place. An entity or flag remembers the dossiers that
 * hold it: those given now that do, and those of the store that are not given. Without `prune` a given dossier that
 * no longer has the row stays among them.
 */
export function nounsDifference(
  dossiers: readonly ReadDossier[],
  stored: StoredNounIndex,
  options: { readonly prune: boolean },
): NounsDifference {
  const given = new Set(dossiers.map(({ slug }) => slug));
  const fresh = freshNouns(dossiers);
  const puts: Change[] = [];
  for (const [key, noun] of fresh) {
    const before = stored.get(key);
    const now = before === undefined ? noun : withMembership(noun, before, given, options.prune);
    if (before === undefined || differ(before, now)) puts.push({ change: "put", noun: now });
  }
  const gone: Noun[] = [];
  for (const [key, noun] of stored) {
    if (fresh.has(key) || !belongsTo(noun, given)) continue;
    gone.push(noun);
  }
  return { puts, gone: gone.sort((a, b) => compareText(nounKey(a), nounKey(b))) };
}

/** The rows of all folders, the rows of one entity or flag joined; in the order dossiers, sources, flags, entities. */
function freshNouns(dossiers: readonly ReadDossier[]): ReadonlyMap<string, Noun> {
  const nouns = new Map<string, Noun>();
  const add = (noun: Noun) => nouns.set(nounKey(noun), noun);
  for (const { dossier } of dossiers) add({ record: "dossier", value: dossier });
  for (const { sources } of dossiers) for (const value of sources.records) add({ record: "source", value });
  for (const value of joined<Flag>(dossiers.map(({ flags }) => flags.records)))
    add({ record: "flag", value });
  for (const value of joined<Entity>(dossiers.map(({ entities }) => entities.records))) {
    add({ record: "entity", value });
  }
  return nouns;
}

function joined<T extends { readonly id: string; readonly dossiers: readonly string[] }>(
  tables: readonly (readonly T[])[],
): Iterable<T> {
  const byId = new Map<string, T>();
  for (const records of tables) {
    for (const record of records) {
      const met = byId.get(record.id);
      const dossiers = met === undefined ? record.dossiers : sortedUnion(met.dossiers, record.dossiers);
      byId.set(record.id, met === undefined ? record : { ...record, dossiers });
    }
  }
  return byId.values();
}

function withMembership(noun: Noun, before: Noun, given: ReadonlySet<string>, prune: boolean): Noun {
  if (noun.record === "entity" && before.record === "entity") {
    return {
      record: "entity",
      value: { ...noun.value, dossiers: members(noun.value, before.value, given, prune) },
    };
  }
  if (noun.record === "flag" && before.record === "flag") {
    return {
      record: "flag",
      value: { ...noun.value, dossiers: members(noun.value, before.value, given, prune) },
    };
  }
  return noun;
}

interface Member {
  readonly dossiers: readonly string[];
}

function members(now: Member, before: Member, given: ReadonlySet<string>, prune: boolean): readonly string[] {
  const kept = prune ? before.dossiers.filter((slug) => !given.has(slug)) : before.dossiers;
  return sortedUnion(kept, now.dossiers);
}

function sortedUnion(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort(compareText);
}

function belongsTo(noun: Noun, given: ReadonlySet<string>): boolean {
  if (noun.record === "source") return given.has(noun.value.dossier);
  if (noun.record === "dossier") return false;
  return noun.value.dossiers.some((slug) => given.has(slug));
}

function differ(before: Noun, now: Noun): boolean {
  return firstDifference(before.value, now.value, []) !== null;
}

/**
 * What a prune does with a noun that no given folder has any more: it leaves those dossiers; one that none holds
 * and no claim needs is dropped.
 */
export function releaseNoun(noun: Noun, given: ReadonlySet<string>, isNeeded: boolean): Change | null {
  if (noun.record === "dossier") return null;
  if (noun.record === "source") {
    return isNeeded ? null : { change: "drop", record: "source", id: noun.value.id };
  }
  const dossiers = noun.value.dossiers.filter((slug) => !given.has(slug));
  if (dossiers.length === 0 && !isNeeded) return { change: "drop", record: noun.record, id: noun.value.id };
  return noun.record === "entity"
    ? { change: "put", noun: { record: "entity", value: { ...noun.value, dossiers } } }
    : { change: "put", noun: { record: "flag", value: { ...noun.value, dossiers } } };
}
