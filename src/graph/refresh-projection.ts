import { setImmediate } from "node:timers/promises";
import type { ClaimId } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import type { Claim, Noun } from "../domain/record.js";
import type { GraphReader, GraphVersion, NounKey, ReadOptions } from "../store/graph-store.js";
import type { EntityTable, RefreshedEntities } from "./entity-table.js";
import { noteOrigin } from "./origin.js";
import type { Projection } from "./projection.js";
import { refreshedRecords } from "./refresh-records.js";
import { type RefreshedRelations, refreshedRelations } from "./refresh-relations.js";
import { IDENTITY } from "./relation-table.js";

/** So many are read from a store at a time, before others get a turn. */
const AT_A_TIME = 200;
/** A change of more than this share of the claims is read quicker with all others. */
const MOST_SHARE = 0.1;
/** Of a small graph as many are read one by one, whatever their share. */
const ALWAYS = 1_000;

/**
 * The projection of the store's present version, made from that of an earlier one and what changed since. It answers as
 * one that is built from nothing, in the same numbers, and leaves the earlier one as it is: its readers go on. What is
 * read is what changed: for each changed claim all its revisions, and for an entity that begins or ends on other days
 * all its claims. What does not change is shared; a column in which something does is copied, in pieces between which
 * others get their turn. So the cost is that of the change, and of copying memory: some 60 bytes a relation where one comes.
 *
 * Null where it cannot be made so, and all must be read: the store cannot tell what changed (see `changesSince`), too
 * much has changed for it to be worth while, or what changed does not fit (edits by other tools).
 * @throws STORE_UNAVAILABLE
 */
export async function refreshedProjection(
  earlier: Projection,
  store: GraphReader,
  options: ReadOptions = {},
): Promise<Projection | null> {
  for (;;) {
    const version = await store.version();
    if (String(version.n) === earlier.version) return earlier;
    const { changedAt } = earlier;
    const keys = await store.changesSince({ n: Number(earlier.version), changedAt }, options);
    if (keys === null) return null;
    const most = Math.max(ALWAYS, MOST_SHARE * earlier.relations.count);
    if (keys.nouns.length + keys.claims.length > most) return null;
    const nouns = await inParts(keys.nouns, (part) => store.nouns(part, options));
    const gone = missing(keys.nouns, nouns);
    const entities = refreshedEntities(earlier.entities, nouns, gone);
    await setImmediate();
    const ids = new Set([...keys.claims, ...claimsOf(earlier, entities.moved)]);
    if (ids.size > most) return null;
    const stored = await inParts([...ids].sort(), (part) => store.claims(part, options));
    const claims = stored.map(({ claim }) => claim);
    if ((await store.version()).n !== version.n) continue;
    if (new Set(claims.map(({ id }) => id)).size !== ids.size) return null;
    return laterProjection(earlier, version, { nouns, gone, claims, ...entities });
  }
}

interface WhatChanged extends RefreshedEntities {
  readonly nouns: readonly Noun[];
  readonly gone: readonly NounKey[];
  readonly claims: readonly Claim[];
}

async function laterProjection(
  earlier: Projection,
  { n, changedAt }: GraphVersion,
  changed: WhatChanged,
): Promise<Projection | null> {
  const { entities, numbers } = changed;
  const relations = changed.claims.filter((claim) => claim.record === "relation");
  const refreshed = await refreshedRelations(earlier.relations, { entities, numbers, relations }, () =>
    setImmediate(),
  );
  if (refreshed === null) return null;
  const later: Projection = {
    version: String(n),
    changedAt,
    entities,
    relations: refreshed.relations,
    decidedIdentities: identitiesIn(earlier, refreshed),
    ...refreshedRecords(earlier, changed),
  };
  noteOrigin(later, { earlier, numbers: refreshed.numbers, fresh: refreshed.fresh });
  return later;
}

function refreshedEntities(
  earlier: EntityTable,
  nouns: readonly Noun[],
  gone: readonly NounKey[],
): RefreshedEntities {
  return earlier.refreshed(
    nouns.flatMap((noun) => (noun.record === "entity" ? [noun.value] : [])),
    gone.flatMap(({ record, id }) => (record === "entity" ? [id as EntityId] : [])),
  );
}

/** The claims that join some entities to others: their days are cut by those of the entities. */
function claimsOf({ entities, relations }: Projection, ids: readonly EntityId[]): ReadonlySet<ClaimId> {
  const found = new Set<ClaimId>();
  for (const entity of ids.map((id) => entities.indexOf(id)))
    for (const list of [relations.outgoing, relations.incoming])
      for (const relation of list.of(entity)) found.add(relations.id(relation));
  return found;
}

/** The decided Identities, all revisions. */
function identitiesIn(
  earlier: Projection,
  { relations, numbers, fresh }: RefreshedRelations,
): readonly number[] {
  const known = earlier.decidedIdentities.map((relation) => numbers.forward(relation));
  const coming = fresh.filter((relation) => relations.kind[relation] === IDENTITY);
  return [...known, ...coming].filter((relation) => relations.isDecided(relation)).sort((a, b) => a - b);
}

async function inParts<Key, Value>(
  keys: readonly Key[],
  read: (part: readonly Key[]) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const found: Value[] = [];
  for (let first = 0; first < keys.length; first += AT_A_TIME) {
    found.push(...(await read(keys.slice(first, first + AT_A_TIME))));
    await setImmediate();
  }
  return found;
}

/** Which of the keys a store did not give: their nouns are gone. */
function missing(keys: readonly NounKey[], nouns: readonly Noun[]): readonly NounKey[] {
  const found = new Set(
    nouns.map(({ record, value }) => `${record} ${record === "dossier" ? value.slug : value.id}`),
  );
  return keys.filter(({ record, id }) => !found.has(`${record} ${id}`));
}
