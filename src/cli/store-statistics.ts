import { type Day, NEVER } from "../domain/day.js";
import { ENTITY_KIND_NAMES, type Entity } from "../domain/entity.js";
import { namedEntities } from "../domain/named-entities.js";
import type { Claim, Noun } from "../domain/record.js";
import { RELATION_KIND_NAMES } from "../domain/relation-kinds.js";
import type { GraphReader } from "../store/graph-store.js";

/** How much a store holds. Claims are those known on the day; corrected and retracted versions are counted apart. */
export interface StoreStatistics {
  readonly engine: string;
  readonly version: number;
  readonly changedAt: string | null;
  readonly entities: Readonly<Record<string, number>>;
  /** Entities that no claim and no flag names, and that are there for their identifiers. */
  readonly entitiesWithIdentifiersOnly: number;
  /** Entities that no claim and no flag names, and that carry no identifier either. */
  readonly entitiesWithNothing: number;
  readonly relations: Readonly<Record<string, number>>;
  /** Claims that are no relations, by what they are. */
  readonly claims: Readonly<Record<string, number>>;
  readonly flags: Readonly<Record<string, number>>;
  readonly sources: number;
  readonly earlierVersions: number;
  readonly dossiers: readonly DossierStatistics[];
  /** Records of a load that was cut short; the next load sweeps them away. */
  readonly unfinishedLoad: number;
}

export interface DossierStatistics {
  readonly slug: string;
  readonly title: string;
  readonly lastChecked: string | null;
  readonly claims: number;
}

/** Counts a store in one reading, without keeping what it reads. */
export async function storeStatistics(store: GraphReader, day: Day): Promise<StoreStatistics> {
  const { n, changedAt } = await store.version();
  const tally = startTally(day);
  for await (const page of store.readRecords()) {
    if (page.kind === "nouns") page.nouns.forEach(tally.noun);
    else for (const { claim } of page.claims) tally.claim(claim);
  }
  for await (const page of store.readRelations()) {
    for (const [at, id] of page.id.entries()) {
      tally.named(page.ends[page.from[at] ?? -1] ?? "");
      tally.named(page.ends[page.to[at] ?? -1] ?? "");
      tally.version(`relation ${page.kind[at]}`, id, page.recorded[at] ?? 0, page.retracted[at] ?? NEVER);
    }
  }
  const unfinishedLoad = await store.unfinishedLoad();
  return { engine: store.engine, version: n, changedAt, ...tally.result(), unfinishedLoad };
}

/** Which versions are known on a day, by what they are and by dossier. */
function versionTally(day: Day) {
  const counts = new Map<string, number>();
  const byDossier = new Map<string, number>();
  let others = 0;
  return {
    counts,
    byDossier,
    others: () => others,
    count(what: string) {
      counts.set(what, (counts.get(what) ?? 0) + 1);
    },
    version(what: string, id: string, recorded: Day, retracted: Day) {
      if (recorded > day || retracted <= day) {
        others++;
        return;
      }
      counts.set(what, (counts.get(what) ?? 0) + 1);
      const slug = id.slice("claim:".length, id.indexOf("/"));
      byDossier.set(slug, (byDossier.get(slug) ?? 0) + 1);
    },
  };
}

function startTally(day: Day) {
  const { counts, byDossier, others, count, version } = versionTally(day);
  const dossiers: Omit<DossierStatistics, "claims">[] = [];
  const entities: Entity[] = [];
  const names = new Set<string>();
  const named = (id: string) => void names.add(id);
  return {
    named,
    version,
    noun(noun: Noun) {
      if (noun.record === "dossier") dossiers.push(noun.value);
      else count(noun.record === "source" ? "source" : `${noun.record} ${noun.value.kind}`);
      if (noun.record === "entity") entities.push(noun.value);
      if (noun.record === "flag") noun.value.authorities.forEach(named);
    },
    claim(claim: Claim) {
      version(`claim ${claim.record}`, claim.id, claim.clock.recorded, claim.clock.retracted);
      namedEntities(claim).forEach(named);
    },
    result: () => ({
      entities: byKind(counts, "entity", ENTITY_KIND_NAMES),
      ...unnamedCounts(entities.filter(({ id }) => !names.has(id))),
      relations: byKind(counts, "relation", RELATION_KIND_NAMES),
      claims: byKind(counts, "claim", ["subject", "event", "response", "decision", "policy"]),
      flags: byKind(counts, "flag", ["Probe", "Listing"]),
      sources: counts.get("source") ?? 0,
      earlierVersions: others(),
      dossiers: dossierRows(dossiers, byDossier),
    }),
  };
}

function unnamedCounts(unnamed: readonly Entity[]) {
  const withIdentifiers = unnamed.filter(({ identifiers }) => identifiers.length > 0).length;
  return {
    entitiesWithIdentifiersOnly: withIdentifiers,
    entitiesWithNothing: unnamed.length - withIdentifiers,
  };
}

function dossierRows(
  dossiers: readonly Omit<DossierStatistics, "claims">[],
  claims: ReadonlyMap<string, number>,
): readonly DossierStatistics[] {
  const rows = dossiers.map(({ slug, title, lastChecked }) => {
    return { slug, title, lastChecked, claims: claims.get(slug) ?? 0 };
  });
  return rows.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function byKind(
  counts: ReadonlyMap<string, number>,
  what: string,
  kinds: readonly string[],
): Record<string, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, counts.get(`${what} ${kind}`) ?? 0]));
}
