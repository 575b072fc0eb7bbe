import type { EntityId, EntityKind } from "../domain/entity.js";
import { badInput, ExposureError } from "../domain/errors.js";
import { LISTS } from "../domain/lists.js";
import type { Projection } from "../projection/projection.js";
import { didYouMean, entitiesAlike, flagsAlike } from "./alike.js";
import { requireSome } from "./require-some.js";

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
    if (index < 0) {
      const alike = didYouMean(entitiesAlike(projection, id, kinds));
      throw badInput(
        `${argument}: "${id}" is no entity of this graph${alike || ": find its id with search(text: …)"}`,
      );
    }
    const kind = projection.entities.kindOf(index);
    if (kinds && !kinds.includes(kind)) throw wrongKind(argument, id, kind, kinds);
  }
}

/** @throws BAD_USER_INPUT for the first id that is no flag, and for a list without any. */
export function requireFlags(
  projection: Projection,
  argument: string,
  ids: readonly string[] | null | undefined,
): void {
  requireSome(argument, ids);
  for (const id of ids ?? []) {
    if (projection.flags.has(id)) continue;
    if (projection.entities.indexOf(id) >= 0) {
      throw new ExposureError(
        "WRONG_KIND",
        `${argument}: "${id}" is an entity: give the id of a probe or a listing`,
      );
    }
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

function wrongKind(
  argument: string,
  id: string,
  kind: EntityKind,
  kinds: readonly EntityKind[],
): ExposureError {
  return new ExposureError(
    "WRONG_KIND",
    `${argument}: "${id}" is a ${kind}: give the id of a ${kinds.join(" or a ")}`,
  );
}
