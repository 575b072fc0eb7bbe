import type { Entity } from "../domain/entity.js";
import type { Flag } from "../domain/flag.js";
import type { ReadDossier } from "./read-dossier.js";

/** Where an entity or flag was first declared among the folders that are checked. */
export interface Declared<T> {
  readonly value: T;
  readonly file: string;
  readonly line: number;
}

/** The entities and flags that claims may name: those of the given dossiers, and those that a store holds. */
export interface KnownNouns {
  readonly entities: ReadonlyMap<string, Declared<Entity>>;
  readonly flags: ReadonlyMap<string, Declared<Flag>>;
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

/** Indexes the nouns of dossiers, the first declaration of each id. */
export function knownNouns(dossiers: readonly ReadDossier[], stored: StoredNouns): KnownNouns {
  const entities = new Map<string, Declared<Entity>>();
  const flags = new Map<string, Declared<Flag>>();
  for (const dossier of dossiers) {
    index(dossier.entities, entities);
    index(dossier.flags, flags);
  }
  return {
    entities,
    flags,
    excuses: (table, id) =>
      dossiers.some(({ declared, unreadable }) => unreadable.has(table) || declared[table].has(id)),
    stored,
  };
}

function index<T extends { readonly id: string }>(
  table: { readonly file: string; readonly records: readonly T[]; readonly lines: readonly number[] },
  into: Map<string, Declared<T>>,
): void {
  for (const [at, value] of table.records.entries()) {
    if (!into.has(value.id)) into.set(value.id, { value, file: table.file, line: table.lines[at] ?? 1 });
  }
}

/** The entity of an id, null where neither the dossiers nor the store have it. */
export function entityOf(known: KnownNouns, id: string): Entity | null {
  return known.entities.get(id)?.value ?? known.stored.entities.get(id) ?? null;
}

/** Whether a flag is known. */
export function hasFlag(known: KnownNouns, id: string): boolean {
  return known.flags.has(id) || known.stored.flags.has(id);
}
