import type { Day } from "../../domain/day.js";
import type { Dossier } from "../../domain/dossier.js";
import { ENTITY_KIND_NAMES, type EntityId, type EntityKind } from "../../domain/entity.js";
import { type Alike, badInput, ExposureError, type LookUp, type Wording } from "../../domain/errors.js";
import type { Flag, FlagKind } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { withArticle } from "../../domain/with-article.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import type { Projection } from "../../graph/projection.js";
import { dossiersAlike, entitiesAlike, flagsAlike, listsAlike, nodesAlike } from "../names/search-names.js";
import { requireSome } from "../require.js";
import { dossierBySlug, type GraphNode, kindOfNode, nodeById } from "../resident/resident-records.js";

/**
 * The entity that an argument names.
 * @throws NOT_FOUND with the nearest ids, WRONG_KIND for the id of something else.
 */
export function requireEntity(
  projection: Projection,
  argument: string,
  id: EntityId,
  kinds: readonly EntityKind[] = ENTITY_KIND_NAMES,
): ResidentEntity {
  const nearest = () => entitiesAlike(projection, id, kinds === ENTITY_KIND_NAMES ? null : kinds);
  return requireKind(projection, { argument, id, kinds, nearest, lookUp: "entity" }) as ResidentEntity;
}

/** The flag of a kind that an argument names. @throws NOT_FOUND with the nearest ids, WRONG_KIND. */
export function requireFlag(projection: Projection, argument: string, id: string, kind: FlagKind): Flag {
  const nearest = () =>
    flagsAlike(projection, id).filter((each) => projection.flags.get(each.id)?.flag.kind === kind);
  return requireKind(projection, { argument, id, kinds: [kind], nearest, lookUp: "flag" }) as Flag;
}

/** Whatever has an id, as known on a day. @throws NOT_FOUND with the nearest ids. */
export function requireNode(projection: Projection, argument: string, id: string, knownAt: Day): GraphNode {
  const node = nodeById(projection, id, knownAt);
  if (node !== null) return node;
  throw notInGraph({ argument, id, nearest: () => nodesAlike(projection, id), lookUp: lookUpOf(id) });
}

function lookUpOf(id: string): LookUp | null {
  if (/^(?:claim|source):/.test(id)) return null;
  return /^(?:probe|listing):/.test(id) ? "flag" : "entity";
}

/** The dossier that an argument names. @throws NOT_FOUND with the nearest slug. */
export function requireDossier(projection: Projection, argument: string, slug: string): Dossier {
  const found = dossierBySlug(projection, slug);
  if (found) return found;
  throw notInGraph({ argument, id: slug, nearest: () => dossiersAlike(projection, slug), lookUp: "dossier" });
}

interface Named {
  readonly argument: string;
  readonly id: string;
  readonly nearest: () => readonly Alike[];
  /** Null: nothing finds it. */
  readonly lookUp: LookUp | null;
}

function requireKind(
  projection: Projection,
  { kinds, ...named }: Named & { readonly kinds: readonly string[] },
): GraphNode {
  const node = nodeById(projection, named.id, Number.MAX_SAFE_INTEGER);
  if (node === null) throw notInGraph(named);
  if (kinds.includes(kindOfNode(node))) return node;
  throw otherKind(
    node,
    named.argument,
    named.id,
    kinds.length === 1 ? withArticle(`${kinds[0]}`) : "an entity",
  );
}

function notInGraph({ argument, id, nearest, lookUp }: Named): ExposureError {
  const remedy = lookUp === null ? undefined : (wording: Wording) => wording.lookUp(lookUp);
  return new ExposureError("NOT_FOUND", "is not in the graph", {
    argument,
    value: id,
    remedy,
    nearest: nearest(),
  });
}

function otherKind(node: GraphNode, argument: string, id: string, wanted: string): ExposureError {
  const remedy = `give the id of ${wanted}`;
  return new ExposureError("WRONG_KIND", `is ${withArticle(kindOfNode(node))}`, {
    argument,
    value: id,
    remedy,
  });
}

/**
 * Refuses an argument that names an entity which is not in the graph or is of another kind, and one that names none.
 * @throws BAD_USER_INPUT, WRONG_KIND; the message names the argument, the id and the remedy.
 */
export function requireEntities(
  projection: Projection,
  argument: string,
  ids: readonly EntityId[] | null | undefined,
  kinds?: readonly EntityKind[],
): void {
  requireSome(argument, ids);
  for (const id of ids ?? []) {
    const index = projection.entities.indexOf(id);
    if (index >= 0 && (!kinds || kinds.includes(projection.entities.kindOf(index)))) continue;
    refuseOtherKind(projection, argument, id, kinds ? kinds.map(withArticle).join(" or ") : "an entity");
    throw badInput("is no entity of this graph", {
      argument,
      value: id,
      remedy: (wording) => wording.lookUp("entity"),
      nearest: entitiesAlike(projection, id, kinds),
    });
  }
}

/** @throws BAD_USER_INPUT, WRONG_KIND for the first id that is no flag; BAD_USER_INPUT for a list without any. */
export function requireFlags(
  projection: Projection,
  argument: string,
  ids: readonly string[] | null | undefined,
): void {
  requireSome(argument, ids);
  for (const id of ids ?? []) {
    if (projection.flags.has(id)) continue;
    refuseOtherKind(projection, argument, id, "a probe or a listing");
    throw badInput("is no probe or listing of this graph", {
      argument,
      value: id,
      remedy: (wording) => wording.lookUp("flag"),
      nearest: flagsAlike(projection, id),
    });
  }
}

/** @throws BAD_USER_INPUT for the first list that no listing may name, and where none is named. */
export function requireLists(argument: string, lists: readonly string[] | null | undefined): void {
  requireSome(argument, lists);
  for (const list of lists ?? []) {
    if (Object.hasOwn(LISTS, list)) continue;
    throw badInput("is no list", {
      argument,
      value: list,
      remedy: `write one of ${Object.keys(LISTS).join(", ")}`,
      nearest: listsAlike(list),
    });
  }
}

/** @throws BAD_USER_INPUT for the first slug that no dossier of the graph has, and where none is named. */
export function requireDossiers(
  projection: Projection,
  argument: string,
  slugs: readonly string[] | null | undefined,
): void {
  requireSome(argument, slugs);
  for (const slug of slugs ?? []) {
    if (dossierBySlug(projection, slug)) continue;
    throw badInput("is no dossier of this graph", {
      argument,
      value: slug,
      remedy: (wording) => wording.lookUp("dossier"),
      nearest: dossiersAlike(projection, slug),
    });
  }
}

/** Nothing happens where the graph has no such id. @throws WRONG_KIND */
function refuseOtherKind(projection: Projection, argument: string, id: string, wanted: string): void {
  const node = nodeById(projection, id, Number.MAX_SAFE_INTEGER);
  if (node !== null) throw otherKind(node, argument, id, wanted);
}
