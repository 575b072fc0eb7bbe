import type { Entity } from "../../domain/entity.js";
import type { Problems } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";

interface Holder {
  readonly entity: Entity;
  readonly file: string;
  readonly line: number;
}

/**
 * No two entities have one identifier, and no two of one kind one name or alias, unless an Identity joins them.
 * A shared identifier is an error; a shared name is a warning, because names are shared in the world: a summary on
 * both entities that tells them apart ends it.
 */
export function checkNames(dossiers: readonly ReadDossier[], problems: Problems): void {
  const joined = identityPairs(dossiers);
  const identifiers = new Map<string, Holder>();
  const names = new Map<string, Holder>();
  const seen = new Set<string>();
  for (const { entities } of dossiers) {
    for (const [at, entity] of entities.records.entries()) {
      if (seen.has(entity.id)) continue;
      seen.add(entity.id);
      const holder = { entity, file: entities.file, line: entities.lines[at] ?? 1 };
      const other = (met: Holder | undefined) =>
        met === undefined || met.entity.id === entity.id || joined.has(pairOf(met.entity.id, entity.id))
          ? null
          : met;
      for (const { scheme, value } of entity.identifiers) {
        const met = other(claim(identifiers, `${scheme}=${value}`, holder));
        if (met !== null)
          problems.add("identifier", holder.file, holder.line, sharedIdentifier(`${scheme}=${value}`, met));
      }
      for (const name of new Set([entity.name, ...entity.aliases].map(plain))) {
        const met = other(claim(names, `${entity.kind} ${name}`, holder));
        if (met === null || (entity.summary !== null && met.entity.summary !== null)) continue;
        problems.add("name", holder.file, holder.line, sharedName(name, met));
      }
    }
  }
}

/** The holder that had it before, if any; else it is this one's. */
function claim(taken: Map<string, Holder>, what: string, holder: Holder): Holder | undefined {
  const met = taken.get(what);
  if (met === undefined) taken.set(what, holder);
  return met;
}

function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

function sharedIdentifier(identifier: string, { entity, file, line }: Holder): string {
  return `identifiers: "${identifier}" stands also at ${file}:${line} ("${entity.id}"): remove it from one, or join the two by an Identity`;
}

function sharedName(name: string, { entity, file, line }: Holder): string {
  return `the name or alias "${name}" is also that of "${entity.id}" (${file}:${line}): join the two by an Identity, drop the alias, or say in the summary of each how they differ`;
}

function identityPairs(dossiers: readonly ReadDossier[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { relations } of dossiers) {
    for (const { from, to } of relations.ofKind("Identity")) pairs.add(pairOf(from, to));
  }
  return pairs;
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
