import type { Decision, ReviewPolicy } from "../domain/act.js";
import { byIdAndRevision } from "../domain/claim-order.js";
import type { Dossier } from "../domain/dossier.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "../domain/flag.js";
import type { Claim, Noun } from "../domain/record.js";
import type { Source } from "../domain/source.js";
import type { GraphReader, ReadOptions } from "../store/graph-store.js";
import { type EntityTable, EntityTableBuilder } from "./entity-table.js";
import type { FlagRecord, Projection } from "./projection.js";
import { IDENTITY, type RelationTable } from "./relation-table.js";
import { RelationTableBuilder } from "./relation-table-builder.js";

/**
 * Reads the whole graph of one version from a store. Where the version moves while reading, it reads again: a
 * projection never mixes two versions.
 */
export async function buildProjection(store: GraphReader, options: ReadOptions = {}): Promise<Projection> {
  for (;;) {
    const before = await store.version();
    const records = new Records();
    for await (const page of store.readRecords(options)) {
      if (page.kind === "nouns") for (const noun of page.nouns) records.addNoun(noun);
      else for (const stored of page.claims) records.addClaim(stored.claim);
    }
    const entities = records.entities.build();
    const builder = new RelationTableBuilder(entities);
    for await (const page of store.readRelations(options)) builder.add(page);
    const after = await store.version();
    if (after.n === before.n) return records.finish(before, entities, builder.build());
  }
}

/** The nouns and the claims other than relations, as they are read. */
class Records {
  readonly entities = new EntityTableBuilder();
  private readonly dossiers: Dossier[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly flags: Flag[] = [];
  private readonly subjects: FlagSubject[] = [];
  private readonly events: FlagEvent[] = [];
  private readonly responses: Response[] = [];
  private readonly decisions: Decision[] = [];
  private readonly policies: ReviewPolicy[] = [];

  addNoun(noun: Noun): void {
    if (noun.record === "entity") this.entities.add(noun.value);
    else if (noun.record === "flag") this.flags.push(noun.value);
    else if (noun.record === "source") this.sources.set(noun.value.id, noun.value);
    else this.dossiers.push(noun.value);
  }

  addClaim(claim: Claim): void {
    if (claim.record === "subject") this.subjects.push(claim);
    else if (claim.record === "event") this.events.push(claim);
    else if (claim.record === "response") this.responses.push(claim);
    else if (claim.record === "decision") this.decisions.push(claim);
    else if (claim.record === "policy") this.policies.push(claim);
  }

  finish(
    version: { n: number; changedAt: string | null },
    entities: EntityTable,
    relations: RelationTable,
  ): Projection {
    return {
      version: String(version.n),
      changedAt: version.changedAt,
      entities,
      relations,
      decidedIdentities: decidedIdentities(relations),
      dossiers: this.dossiers.sort((a, b) => (a.slug < b.slug ? -1 : 1)),
      sources: this.sources,
      flags: this.flagRecords(),
      subjectsOf: this.subjectsByEntity(entities),
      decisions: this.decisions.sort(byIdAndRevision),
      policies: this.policies.sort(byIdAndRevision),
      responses: this.responses.sort(byIdAndRevision),
    };
  }

  private flagRecords(): ReadonlyMap<string, FlagRecord> {
    const subjects = grouped(this.subjects, (subject) => subject.flag);
    const events = grouped(this.events, (event) => event.flag);
    const responses = grouped(this.responses, (response) => response.to);
    const sorted = this.flags.sort((a, b) => (a.id < b.id ? -1 : 1));
    return new Map(
      sorted.map((flag) => [
        flag.id,
        {
          flag,
          subjects: subjects.get(flag.id) ?? [],
          events: events.get(flag.id) ?? [],
          responses: responses.get(flag.id) ?? [],
        },
      ]),
    );
  }

  private subjectsByEntity(entities: EntityTable): ReadonlyMap<number, readonly FlagSubject[]> {
    return grouped(this.subjects, (subject) => entities.indexOf(subject.entity));
  }
}

function decidedIdentities(relations: RelationTable): number[] {
  const found: number[] = [];
  for (let relation = 0; relation < relations.count; relation += 1) {
    if (relations.kind[relation] === IDENTITY && relations.isDecided(relation)) found.push(relation);
  }
  return found;
}

/** Claims by a key, each group ordered by (id, revision). */
function grouped<Key, Item extends Claim>(
  items: readonly Item[],
  key: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of [...items].sort(byIdAndRevision)) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
