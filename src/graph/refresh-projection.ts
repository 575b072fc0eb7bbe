import { setImmediate } from "node:timers/promises";
import type { ClaimId } from "../domain/claim.js";
import { byIdAndRevision } from "../domain/claim-order.js";
import type { Dossier } from "../domain/dossier.js";
import type { EntityId } from "../domain/entity.js";
import type { Flag, FlagSubject } from "../domain/flag.js";
import type { Claim, Noun } from "../domain/record.js";
import type { Source } from "../domain/source.js";
import type { GraphReader, GraphVersion, NounKey, ReadOptions } from "../store/graph-store.js";
import type { EntityTable, RefreshedEntities } from "./entity-table.js";
import { type FlagRecord, noteOrigin, type Projection } from "./projection.js";
import { type RefreshedRelations, refreshedRelations } from "./refresh-relations.js";
import { IDENTITY } from "./relation-table.js";
import type { Renumbering } from "./renumbering.js";

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

type Records = Pick<
  Projection,
  "dossiers" | "sources" | "flags" | "subjectsOf" | "decisions" | "policies" | "responses"
>;

export interface ChangedRecords {
  readonly nouns: readonly Noun[];
  readonly gone: readonly NounKey[];
  /** All revisions of every claim of which one is new or has other days. */
  readonly claims: readonly Claim[];
  readonly entities: EntityTable;
  readonly numbers: Renumbering;
}

/** What is kept as objects, of a later version: lists and maps in which nothing changed are shared. */
export function refreshedRecords(earlier: Projection, changed: ChangedRecords): Records {
  const changes = new Changes(changed);
  return {
    dossiers: changes.dossiers(earlier.dossiers),
    sources: changes.sources(earlier.sources),
    flags: changes.flags(earlier.flags),
    subjectsOf: changes.subjectsOf(earlier.subjectsOf),
    decisions: changes.claims(earlier.decisions, "decision"),
    policies: changes.claims(earlier.policies, "policy"),
    responses: changes.claims(earlier.responses, "response"),
  };
}

class Changes {
  private readonly changed: ChangedRecords;
  private readonly ids: ReadonlySet<string>;

  constructor(changed: ChangedRecords) {
    this.changed = changed;
    this.ids = new Set(changed.claims.map(({ id }) => id));
  }

  /** A list of claims with all revisions of the changed ones in the place of theirs. */
  claims<Item extends Claim>(
    earlier: readonly Item[],
    record: Item["record"],
    where?: (claim: Item) => boolean,
  ) {
    const coming = this.changed.claims.filter((claim): claim is Item => claim.record === record);
    const mine = where ? coming.filter(where) : coming;
    if (mine.length === 0) return earlier;
    return [...earlier.filter(({ id }) => !this.ids.has(id)), ...mine].sort(byIdAndRevision);
  }

  dossiers(earlier: readonly Dossier[]): readonly Dossier[] {
    const put = this.put("dossier");
    const gone = this.gone("dossier");
    if (put.length + gone.length === 0) return earlier;
    const all = new Map([...earlier, ...put].map((dossier) => [dossier.slug, dossier]));
    for (const slug of gone) all.delete(slug);
    return [...all.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  sources(earlier: ReadonlyMap<string, Source>): ReadonlyMap<string, Source> {
    const put = this.put("source");
    const gone = this.gone("source");
    if (put.length + gone.length === 0) return earlier;
    const all = new Map(earlier);
    for (const source of put) all.set(source.id, source);
    for (const id of gone) all.delete(id);
    return all;
  }

  flags(earlier: ReadonlyMap<string, FlagRecord>): ReadonlyMap<string, FlagRecord> {
    const put = new Map(this.put("flag").map((flag) => [flag.id, flag]));
    const gone = this.gone("flag");
    const spokenOf = this.changed.claims.flatMap(flagOf);
    const touched = new Set([...put.keys(), ...spokenOf]);
    if (touched.size + gone.length === 0) return earlier;
    const all = new Map(earlier);
    for (const id of touched) {
      const flag = put.get(id) ?? earlier.get(id)?.flag;
      if (flag) all.set(id, this.flagRecord(flag, earlier.get(id)));
    }
    for (const id of gone) all.delete(id);
    const isLonger = [...put.keys()].some((id) => !earlier.has(id));
    return isLonger ? new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1))) : all;
  }

  private flagRecord(flag: Flag, earlier: FlagRecord | undefined): FlagRecord {
    return {
      flag,
      subjects: this.claims(earlier?.subjects ?? [], "subject", (subject) => subject.flag === flag.id),
      events: this.claims(earlier?.events ?? [], "event", (event) => event.flag === flag.id),
      responses: this.claims(earlier?.responses ?? [], "response", (response) => response.to === flag.id),
    };
  }

  /** In the order of each entity's first subject row, as when it is built. */
  subjectsOf(
    earlier: ReadonlyMap<number, readonly FlagSubject[]>,
  ): ReadonlyMap<number, readonly FlagSubject[]> {
    const { entities, numbers, claims } = this.changed;
    const spokenOf = claims.flatMap((claim): EntityId[] =>
      claim.record === "subject" ? [claim.entity] : [],
    );
    if (spokenOf.length === 0 && numbers.isSame) return earlier;
    const all = new Map(
      [...earlier].map(([entity, subjects]) => [entity < 0 ? entity : numbers.forward(entity), subjects]),
    );
    for (const id of new Set(spokenOf)) {
      const entity = entities.indexOf(id);
      const subjects = this.claims(all.get(entity) ?? [], "subject", (subject) => subject.entity === id);
      all.set(entity, subjects);
    }
    const first = (subjects: readonly FlagSubject[]) => subjects[0] as FlagSubject;
    return new Map([...all].sort(([, a], [, b]) => byIdAndRevision(first(a), first(b))));
  }

  private put<Kind extends Noun["record"]>(record: Kind): Extract<Noun, { record: Kind }>["value"][] {
    return this.changed.nouns.flatMap((noun) => (noun.record === record ? [noun.value as never] : []));
  }

  private gone(record: Noun["record"]): readonly string[] {
    return this.changed.gone.flatMap((key) => (key.record === record ? [key.id] : []));
  }
}

function flagOf(claim: Claim): readonly string[] {
  if (claim.record === "subject" || claim.record === "event") return [claim.flag];
  return claim.record === "response" ? [claim.to] : [];
}
