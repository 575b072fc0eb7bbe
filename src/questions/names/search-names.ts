import { ENTITY_KIND_NAMES, ENTITY_KINDS, type EntityKind, IDENTIFIER_SCHEMES } from "../../domain/entity.js";
import { type Alike, badInput } from "../../domain/errors.js";
import { LISTS } from "../../domain/lists.js";
import { nearest } from "../../domain/nearest.js";
import type { Projection } from "../../graph/projection.js";
import { type List, type ListOrder, listed } from "../pagination.js";
import { requireSome } from "../require.js";
import { foldText, NameIndex, type NameMatch, namesOf } from "./name-index.js";

/** One reason for a score. `value` lies between 0 and 1. */
export interface ScoreFeature {
  readonly id: SearchFeature;
  readonly value: number;
}

/**
 * What a score is made of, with its weight. An identifier or an id that fits exactly makes the score 1; otherwise it
 * is the weighted sum: how many of the words asked for stand in the name (`words`), and as whole words (`wholeWords`), how
 * many of them no name has and this one has but for a letter or two (`nearWords`, a mark that weighs nothing),
 * how much of the name they make up, legal forms apart (`coverage`), whether the texts are equal but for case, accents
 * and punctuation (`equal`), whether it is the name rather than an alias (`mainName`), and how many claims name the
 * entity, on a scale of logarithms (`claims`).
 */
export const SEARCH_FEATURES = {
  identifier: 1,
  words: 0.4,
  wholeWords: 0.2,
  nearWords: 0,
  coverage: 0.15,
  equal: 0.1,
  mainName: 0.05,
  claims: 0.1,
} as const;
export type SearchFeature = keyof typeof SEARCH_FEATURES;

export interface SearchHit {
  /** Entity number. */
  readonly entity: number;
  /** In (0, 1], rounded to four decimals. */
  readonly score: number;
  /** The name, alias, short name or identifier that fits best. */
  readonly matchedName: string;
  readonly features: readonly ScoreFeature[];
}

/** Names that hold fewer of the words than this part are no hits. */
const LEAST_WORDS = 0.5;

/**
 * Entities by name, alias, short name, identifier ("ror 042nb2s44", "042nb2s44", its web address) or id, the best first, then by
 * name and id. Case, accents and punctuation do not matter; words may be given by their beginnings, and one that begins no
 * name of the graph may have a typing error (two from nine letters on).
 * @throws BAD_USER_INPUT for a text without any letter or digit, and for kinds without any.
 */
export function searchEntities(
  projection: Projection,
  text: string,
  kinds: readonly EntityKind[] | null,
): List<SearchHit> {
  const folded = foldText(text);
  if (folded === "")
    throw badInput("holds no letter or digit", {
      argument: "text",
      value: text,
      remedy: "give a name or an identifier",
    });
  requireSome("kinds", kinds);
  const hits = new Map<number, SearchHit>();
  const add = (hit: SearchHit) => {
    const known = hits.get(hit.entity);
    if (!known || hit.score > known.score) hits.set(hit.entity, hit);
  };
  const wanted = kinds && new Set(kinds.map((kind) => ENTITY_KIND_NAMES.indexOf(kind)));
  for (const match of NameIndex.of(projection).matches(folded, { near: true })) {
    if (wanted && !wanted.has(projection.entities.kind[match.entity] as number)) continue;
    const hit = nameHit(projection, folded, match);
    if (hit) add(hit);
  }
  for (const hit of identifierHits(projection, text)) {
    if (!wanted || wanted.has(projection.entities.kind[hit.entity] as number)) add(hit);
  }
  return listed([...hits.values()], bestFirst(projection));
}

function bestFirst({ entities }: Projection): ListOrder<SearchHit> {
  return {
    name: "score",
    key: (hit) => [-hit.score, foldText(entities.name(hit.entity)), entities.id(hit.entity)],
  };
}

function nameHit(projection: Projection, folded: string, match: NameMatch): SearchHit | null {
  const asked = new Set(folded.split(" ")).size;
  if (match.words / asked < LEAST_WORDS) return null;
  const matchedName = namesOf(projection.entities, match.entity)[match.place] as string;
  const features: ScoreFeature[] = [
    { id: "words", value: rounded(Math.min(1, match.words / asked)) },
    { id: "wholeWords", value: rounded(Math.min(1, match.wholeWords / asked)) },
    { id: "nearWords", value: rounded(match.nearWords / asked) },
    { id: "coverage", value: rounded(Math.min(1, match.words / match.length)) },
    { id: "equal", value: foldText(matchedName) === folded ? 1 : 0 },
    { id: "mainName", value: match.place === 0 ? 1 : 0 },
    { id: "claims", value: rounded(prominence(projection, match.entity)) },
  ];
  const score = features.reduce((sum, { id, value }) => sum + SEARCH_FEATURES[id] * value, 0);
  return { entity: match.entity, score: rounded(score), matchedName, features };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function identifierHits(projection: Projection, text: string): SearchHit[] {
  const byId = projection.entities.indexOf(text.trim());
  const hits = byId < 0 ? [] : [identifierHit(byId, text.trim())];
  const { scheme, value } = readIdentifier(text);
  for (const { entity, scheme: known, written } of identifiers(projection).get(value) ?? []) {
    if (scheme === null || scheme === known) hits.push(identifierHit(entity, `${known} ${written}`));
  }
  return hits;
}

function identifierHit(entity: number, matchedName: string): SearchHit {
  return { entity, score: 1, matchedName, features: [{ id: "identifier", value: 1 }] };
}

/** "ror 042nb2s44", "ror:042nb2s44", "https://ror.org/042nb2s44" and "042nb2s44" all name one value. */
function readIdentifier(text: string): { readonly scheme: string | null; readonly value: string } {
  const trimmed = text.trim();
  const prefixed = /^([a-z]+)[\s:=]+(\S.*)$/i.exec(trimmed);
  const scheme = prefixed?.[1]?.toLowerCase() ?? "";
  if (scheme in IDENTIFIER_SCHEMES) return { scheme, value: bare(prefixed?.[2] ?? "") };
  const address = /^https?:\/\/.*[/=]([^/=]+)\/?$/i.exec(trimmed);
  return { scheme: null, value: bare(address?.[1] ?? trimmed) };
}

/** An identifier without case, spaces and punctuation. */
function bare(value: string): string {
  return foldText(value).replaceAll(" ", "");
}

interface KnownIdentifier {
  readonly entity: number;
  readonly scheme: string;
  readonly written: string;
}

function identifiers(projection: Projection): ReadonlyMap<string, readonly KnownIdentifier[]> {
  const known = IDENTIFIERS.get(projection);
  if (known) return known;
  const found = new Map<string, KnownIdentifier[]>();
  for (let entity = 0; entity < projection.entities.count; entity += 1) {
    for (const { scheme, value } of projection.entities.at(entity).identifiers) {
      const holders = found.get(bare(value));
      const holder = { entity, scheme, written: value };
      if (holders) holders.push(holder);
      else found.set(bare(value), [holder]);
    }
  }
  IDENTIFIERS.set(projection, found);
  return found;
}

const IDENTIFIERS = new WeakMap<Projection, ReadonlyMap<string, readonly KnownIdentifier[]>>();

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

/** How many claims name an entity, from 0 to 1 on a scale of logarithms: 1 is the one that most claims name. */
export function prominence(projection: Projection, entity: number): number {
  const most = MOST.get(projection) ?? mostClaims(projection);
  MOST.set(projection, most);
  return most === 0 ? 0 : Math.log1p(claimsOf(projection, entity)) / Math.log1p(most);
}

/** The most claims that name one entity. */
function mostClaims(projection: Projection): number {
  let most = 0;
  for (let entity = 0; entity < projection.entities.count; entity += 1)
    most = Math.max(most, claimsOf(projection, entity));
  return most;
}

function claimsOf({ relations }: Projection, entity: number): number {
  return relations.outgoing.degree(entity) + relations.incoming.degree(entity);
}

const MOST = new WeakMap<Projection, number>();
