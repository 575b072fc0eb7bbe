import { type Day, parseDay } from "../../domain/day.js";
import type { Entity, EntityId } from "../../domain/entity.js";
import type { Flag, FlagId } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { Source } from "../../domain/source.js";
import { claimsOf, type ReadDossier } from "../read/read-dossier.js";

/** A publication that dossiers cite; equal rows of several dossiers are one. */
export interface Publication {
  readonly source: Source;
  /** Claims that cite it, of all dossiers. */
  readonly claims: number;
}

/** Several dossiers read as one: every claim, and every noun once, in the order of the dossiers. */
export interface Collection {
  readonly dossiers: readonly ReadDossier[];
  readonly claims: readonly Claim[];
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly flags: ReadonlyMap<FlagId, Flag>;
  /** Source rows by id. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly publications: readonly Publication[];
  /** The newest day on which a dossier was checked or a source read; null where no row gives one. */
  readonly checkedOn: Day | null;
}

/** Reads dossiers as one collection. */
export function collectionOf(dossiers: readonly ReadDossier[]): Collection {
  const claims = dossiers.flatMap((dossier) => [...claimsOf(dossier)]);
  const sources = new Map(
    dossiers.flatMap((each) => each.sources.records.map((source) => [source.id, source] as const)),
  );
  return {
    dossiers,
    claims,
    entities: byId(dossiers.map(({ entities }) => entities.records)),
    flags: byId(dossiers.map(({ flags }) => flags.records)),
    sources,
    publications: publicationsOf(claims, sources),
    checkedOn: newest([
      ...dossiers.map(({ dossier }) => dossier.lastChecked),
      ...[...sources.values()].map(({ retrieved }) => retrieved),
    ]),
  };
}

/** What tells publications apart: source ids are local to a dossier. */
export function publicationKey({ publisher, title, url }: Source): string {
  return [publisher, title, url ?? ""].join("\n");
}

function publicationsOf(
  claims: readonly Claim[],
  sources: ReadonlyMap<string, Source>,
): readonly Publication[] {
  const cited = new Map<string, { source: Source; claims: number }>();
  for (const source of sources.values()) {
    const key = publicationKey(source);
    if (!cited.has(key)) cited.set(key, { source, claims: 0 });
  }
  for (const claim of claims) {
    const keys = claim.sources.flatMap((id) => sources.get(id) ?? []).map(publicationKey);
    for (const key of new Set(keys)) {
      const publication = cited.get(key);
      if (publication !== undefined) publication.claims += 1;
    }
  }
  return [...cited.values()];
}

function byId<T extends { readonly id: string }>(tables: readonly (readonly T[])[]): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const noun of tables.flat()) if (!first.has(noun.id)) first.set(noun.id, noun);
  return first;
}

function newest(days: readonly (string | null)[]): Day | null {
  const given = days.flatMap((day) => (day === null ? [] : [parseDay(day)]));
  return given.length === 0 ? null : Math.max(...given);
}
