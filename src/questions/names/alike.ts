import { ENTITY_KIND_NAMES, ENTITY_KINDS, type EntityKind } from "../../domain/entity.js";
import type { Alike } from "../../domain/errors.js";
import { LISTS } from "../../domain/lists.js";
import { nearest } from "../../domain/nearest.js";
import type { Projection } from "../../graph/projection.js";
import { foldText } from "./fold-text.js";
import { searchEntities } from "./search-names.js";

/** So many are told of. */
const MOST_ALIKE = 3;
/** Of a longer id only the beginning is looked at. */
const LONGEST_ID = 200;

/** What an id that the graph has not may mean: flags by the words of their titles, else entities. */
export function nodesAlike(projection: Projection, id: string): readonly Alike[] {
  if (/^(?:probe|listing):/.test(id)) return flagsAlike(projection, id);
  return /^(?:claim|source):/.test(id) ? [] : entitiesAlike(projection, id);
}

/**
 * The entities that an id which the graph has not may mean, the best first: what a search for the words of the id finds, of
 * the kinds that are asked for, else of the kind that its prefix names as long as there is any, else the id that differs in
 * a letter or two.
 */
export function entitiesAlike(
  projection: Projection,
  id: string,
  kinds: readonly EntityKind[] | null = null,
): readonly Alike[] {
  const { prefix, words } = partsOf(id);
  if (words === "") return [];
  const meant = ENTITY_KIND_NAMES.filter((kind) => ENTITY_KINDS[kind].prefix === prefix);
  const found = (wanted: readonly EntityKind[] | null) => searchEntities(projection, words, wanted).items;
  const first = found(kinds ?? (meant.length > 0 ? meant : null));
  const hits = first.length > 0 || kinds !== null ? first : found(null);
  const { entities } = projection;
  const told = (entity: number) => ({ id: entities.id(entity), name: entities.name(entity) });
  if (hits.length > 0) return hits.slice(0, MOST_ALIKE).map(({ entity }) => told(entity));
  const misspelt = nearest(afterPrefix(id), endsOf(projection, prefix));
  return misspelt === null ? [] : [told(entities.indexOf(`${prefix}:${misspelt}`))];
}

/** What follows a prefix in the ids that have it. */
function* endsOf({ entities }: Projection, prefix: string): Generator<string> {
  for (let index = 0; index < entities.count; index++) {
    const id = entities.id(index);
    if (id.startsWith(`${prefix}:`)) yield afterPrefix(id);
  }
}

function afterPrefix(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** The dossiers whose slug differs in a letter or two from one that the graph has not. */
export function dossiersAlike({ dossiers }: Projection, slug: string): readonly Alike[] {
  const found = nearest(
    slug,
    dossiers.map((dossier) => dossier.slug),
  );
  return found === null ? [] : [{ id: found, name: null }];
}

/** The lists that a name may mean: those whose name or title holds its words, else the one that differs in a letter or two. */
export function listsAlike(list: string): readonly Alike[] {
  const words = foldText(list.slice(0, LONGEST_ID))
    .split(" ")
    .filter((word) => word !== "");
  const named = Object.entries(LISTS).map(([id, { name }]) => ({ id, name }));
  const found = named.filter(({ id, name }) => {
    const own = foldText(`${id} ${name}`).split(" ");
    return words.length > 0 && words.every((word) => own.includes(word));
  });
  if (found.length > 0) return found.slice(0, MOST_ALIKE);
  const misspelt = nearest(list, Object.keys(LISTS));
  return named.filter(({ id }) => id === misspelt);
}

/** The probes and listings that an id may mean: those whose ids and titles hold most of the words of the id. */
export function flagsAlike(projection: Projection, id: string): readonly Alike[] {
  const words = [...new Set(partsOf(id).words.split(" "))].filter((word) => word !== "");
  const scored = [...projection.flags.values()].map(({ flag }) => {
    const own = foldText(`${flag.id} ${flag.title}`).split(" ");
    const score = words.filter((word) => own.some((other) => other.startsWith(word))).length;
    return { id: flag.id, name: flag.title, score };
  });
  return scored
    .filter(({ score }) => score > 0 && score * 2 >= words.length)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ALIKE);
}

function partsOf(id: string): { readonly prefix: string; readonly words: string } {
  const [, prefix = "", rest = ""] = /^(?:([a-z-]+):)?(.*)$/s.exec(id.slice(0, LONGEST_ID)) ?? [];
  return { prefix, words: foldText(rest) };
}
