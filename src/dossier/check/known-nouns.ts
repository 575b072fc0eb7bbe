import type { Entity } from "../../domain/entity.js";
import type { Flag } from "../../domain/flag.js";
import type { ReadDossier } from "../read/read-dossier.js";

/** The entities and flags that claims may name: those of the given dossiers, and those that a store holds. */
export interface KnownNouns {
  /** The first row of each id. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly flags: ReadonlyMap<string, Flag>;
  /** Whether a faulty row declares the id, or its table could not be read: then it is not named as missing. */
  excuses(table: "entities" | "flags", id: string): boolean;
  readonly stored: StoredNouns;
}

/** What a store holds of entities and flags, as far as the dossiers touch it. */
export interface StoredNouns {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly flags: ReadonlyMap<string, Flag>;
}

export const NOTHING_STORED: StoredNouns = { entities: new Map(), flags: new Map() };

/** Indexes the nouns of dossiers, the first row of each id. */
export function knownNouns(dossiers: readonly ReadDossier[], stored: StoredNouns): KnownNouns {
  return {
    entities: firstById(dossiers.map(({ entities }) => entities.records)),
    flags: firstById(dossiers.map(({ flags }) => flags.records)),
    excuses: (table, id) =>
      dossiers.some(({ declared, unreadable }) => unreadable.has(table) || declared[table].has(id)),
    stored,
  };
}

function firstById<T extends { readonly id: string }>(
  tables: readonly (readonly T[])[],
): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const records of tables)
    for (const record of records) if (!first.has(record.id)) first.set(record.id, record);
  return first;
}

/** The entity of an id, null where neither the dossiers nor the store have it. */
export function entityOf(known: KnownNouns, id: string): Entity | null {
  return known.entities.get(id) ?? known.stored.entities.get(id) ?? null;
}

/** The flag of an id, null where neither the dossiers nor the store have it. */
export function flagOf(known: KnownNouns, id: string): Flag | null {
  return known.flags.get(id) ?? known.stored.flags.get(id) ?? null;
}
