import type { Entity } from "../../domain/entity.js";
import type { Flag } from "../../domain/flag.js";
import type { GraphReader } from "../../store/graph-store.js";
import type { ReadDossier } from "../read/read-dossier.js";
import { NOTHING_STORED, type StoredNouns } from "./known-nouns.js";

const IDS_PER_STATEMENT = 5_000;

/** The entities and flags of a store that dossiers declare or name. */
export async function storedNouns(
  store: GraphReader,
  dossiers: readonly ReadDossier[],
  signal?: AbortSignal,
): Promise<StoredNouns> {
  if ((await store.version()).n === 0) return NOTHING_STORED;
  const options = signal === undefined ? {} : { signal };
  const ids = [...namedEntities(dossiers)];
  const entities = new Map<string, Entity>();
  for (let at = 0; at < ids.length; at += IDS_PER_STATEMENT) {
    const page = await store.entities(ids.slice(at, at + IDS_PER_STATEMENT), options);
    for (const entity of page) entities.set(entity.id, entity);
  }
  return { entities, flags: await storedFlags(store, options) };
}

function namedEntities(dossiers: readonly ReadDossier[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: string) => ids.add(id);
  for (const { entities, flags, relations, subjects, responses, decisions, policies } of dossiers) {
    for (const { id } of entities.records) add(id);
    for (const { authorities } of flags.records) authorities.forEach(add);
    for (let at = 0; at < relations.length; at += 1)
      add(relations.cell(at, "from")).add(relations.cell(at, "to"));
    for (const { entity } of subjects.records) add(entity);
    for (const { by } of responses.records) add(by);
    for (const { by, counterparties } of decisions.records) [by, ...counterparties].forEach(add);
    for (const { university } of policies.records) add(university);
  }
  return ids;
}

/** Nouns come first in the reading of a store: it ends with the first page of claims. */
async function storedFlags(
  store: GraphReader,
  options: { readonly signal?: AbortSignal },
): Promise<ReadonlyMap<string, Flag>> {
  const flags = new Map<string, Flag>();
  for await (const page of store.readRecords(options)) {
    if (page.kind === "claims") break;
    for (const noun of page.nouns) if (noun.record === "flag") flags.set(noun.value.id, noun.value);
  }
  return flags;
}
