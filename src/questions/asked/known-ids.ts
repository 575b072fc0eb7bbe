import type { EntityId, EntityKind } from "../../domain/entity.js";
import { badInput } from "../../domain/errors.js";
import { LISTS } from "../../domain/lists.js";
import { withArticle } from "../../domain/with-article.js";
import type { Projection } from "../../projection/projection.js";
import { didYouMean, entitiesAlike, flagsAlike } from "../names/alike.js";
import { requireSome } from "../require-some.js";
import { refuseOtherKind } from "../resident/look-up.js";

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
    const alike = didYouMean(entitiesAlike(projection, id, kinds)) || ": find its id with search(text: …)";
    throw badInput(`${argument}: "${id}" is no entity of this graph${alike}`);
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
    const alike = didYouMean(flagsAlike(projection, id)) || ": find its id with flags(filter: {text: …})";
    throw badInput(`${argument}: "${id}" is no probe or listing of this graph${alike}`);
  }
}

/** @throws BAD_USER_INPUT for the first list that no listing may name, and where none is named. */
export function requireLists(argument: string, lists: readonly string[] | null | undefined): void {
  requireSome(argument, lists);
  for (const list of lists ?? []) {
    if (!(list in LISTS)) {
      throw badInput(`${argument}: "${list}" is no list: write one of ${Object.keys(LISTS).join(", ")}`);
    }
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
    if (projection.dossiers.some((dossier) => dossier.slug === slug)) continue;
    throw badInput(
      `${argument}: "${slug}" is no dossier of this graph: graph { dossiers { slug } } lists them`,
    );
  }
}
