import type { Day } from "../domain/day.js";
import { ENTITY_KIND_NAMES, type EntityKind } from "../domain/entity.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../domain/relation-kinds.js";
import type { Projection } from "../graph/projection.js";
import { isKnownOn } from "../graph/view.js";

export interface EntityCount {
  readonly kind: EntityKind;
  readonly count: number;
}

export interface RelationCount {
  readonly kind: RelationKind;
  readonly count: number;
}

/** How many entities of each kind there are, kinds without any left out, in the order of the model's table. */
export function entityCounts({ entities }: Projection): readonly EntityCount[] {
  const counts = new Uint32Array(ENTITY_KIND_NAMES.length);
  for (const kind of entities.kind) counts[kind] = (counts[kind] as number) + 1;
  return ENTITY_KIND_NAMES.flatMap((kind, at) => {
    const count = counts[at] as number;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** How many of some relations there are of each kind, kinds without any left out, in the order of the model's table. */
export function relationCounts(
  { relations }: Projection,
  counted: Iterable<number>,
): readonly RelationCount[] {
  const counts = new Uint32Array(RELATION_KIND_NAMES.length);
  for (const relation of counted) {
    const kind = relations.kind[relation] as number;
    counts[kind] = (counts[kind] as number) + 1;
  }
  return RELATION_KIND_NAMES.flatMap((kind, at) => {
    const count = counts[at] as number;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** The relations that are known on a day, of every status. */
export function* relationsKnownOn({ relations }: Projection, knownAt: Day): Iterable<number> {
  const { count, recorded, retracted } = relations;
  for (let relation = 0; relation < count; relation += 1) {
    if ((recorded[relation] as number) <= knownAt && (retracted[relation] as number) > knownAt)
      yield relation;
  }
}

/** How many claims of every sort each dossier holds that are known on a day. */
export function claimsByDossier(projection: Projection, knownAt: Day): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (slug: string) => counts.set(slug, (counts.get(slug) ?? 0) + 1);
  for (const relation of relationsKnownOn(projection, knownAt)) add(projection.relations.slug(relation));
  const flagClaims = [...projection.flags.values()].flatMap(({ subjects, events }) => [
    ...subjects,
    ...events,
  ]);
  for (const claim of [
    ...flagClaims,
    ...projection.responses,
    ...projection.decisions,
    ...projection.policies,
  ]) {
    if (isKnownOn(claim, knownAt)) add(claim.dossier);
  }
  return counts;
}
