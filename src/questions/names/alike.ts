import { ENTITY_KIND_NAMES, ENTITY_KINDS, type EntityKind } from "../../domain/entity.js";
import type { Projection } from "../../projection/projection.js";
import { foldText } from "./fold-text.js";
import { searchEntities } from "./search-names.js";

/** What somebody may have meant. */
interface Alike {
  readonly id: string;
  readonly name: string;
}

/** So many are told of. */
const MOST_ALIKE = 3;
/** Nobody writes a longer id by mistake. */
const LONGEST_ID = 200;

/**
 * The entities that somebody may have meant by an id which the graph has not, the best first: what a search for the words
 * of the id finds, of the kinds that are asked for, else of the kind that its prefix names as long as there is any.
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
  return hits
    .slice(0, MOST_ALIKE)
    .map(({ entity }) => ({ id: entities.id(entity), name: entities.name(entity) }));
}

/** The probes and listings that somebody may have meant: those whose ids and titles hold most of the words of the id. */
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

/** `; did you mean company:zte (ZTE Corporation)?`, or nothing where nothing is alike. */
export function didYouMean(alike: readonly Alike[]): string {
  if (alike.length === 0) return "";
  const told = alike.map(({ id, name }) => `${id} (${name})`);
  const last = told.pop();
  return `; did you mean ${told.length === 0 ? last : `${told.join(", ")} or ${last}`}?`;
}

function partsOf(id: string): { readonly prefix: string; readonly words: string } {
  const [, prefix = "", rest = ""] = /^(?:([a-z-]+):)?(.*)$/s.exec(id.slice(0, LONGEST_ID)) ?? [];
  return { prefix, words: foldText(rest) };
}
