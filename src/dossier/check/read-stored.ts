import type { Dossier } from "../../domain/dossier.js";
import type { Claim, Noun } from "../../domain/record.js";
import type { GraphReader, StoredClaim } from "../../store/graph-store.js";
import { claimId } from "../read/citations.js";
import { SETTINGS_FILE, TABLES, type TableName } from "../read/columns.js";
import { PackedRelations } from "../read/packed-relations.js";
import { compareText } from "../read/problem.js";
import { type ReadDossier, type ReadTable, shareTexts } from "../read/read-dossier.js";

/**
 * The dossiers of a store as their folders would have them, by slug: what no correction and no prune has taken away. A
 * row stands in SLUG/FILE on the line that it has where rows are sorted by id and take one line each, as the format asks.
 */
export async function readStored(
  store: GraphReader,
  onClaim: (stored: StoredClaim) => void = () => {},
): Promise<readonly ReadDossier[]> {
  const share = shareTexts();
  const read: ReadDossier[] = [];
  for (const dossier of await dossiersOf(store)) {
    const nouns: Noun[] = [];
    const claims: Claim[] = [];
    for await (const page of store.readDossier(dossier.slug)) {
      if (page.kind === "nouns") nouns.push(...page.nouns);
      else
        for (const stored of page.claims) {
          onClaim(stored);
          if (stored.until === null) claims.push(stored.claim);
        }
    }
    read.push(asRead(dossier, nouns, claims, share));
  }
  return read;
}

/** Nouns come first in the reading of a store: it ends with the first page of claims. */
async function dossiersOf(store: GraphReader): Promise<readonly Dossier[]> {
  const dossiers: Dossier[] = [];
  for await (const page of store.readRecords()) {
    if (page.kind === "claims") break;
    for (const noun of page.nouns) if (noun.record === "dossier") dossiers.push(noun.value);
  }
  return dossiers.sort((a, b) => compareText(a.slug, b.slug));
}

function asRead(
  dossier: Dossier,
  nouns: readonly Noun[],
  claims: readonly Claim[],
  share: (id: string) => string,
): ReadDossier {
  const { slug } = dossier;
  const of = <R extends Claim["record"]>(record: R) =>
    claims.filter((claim): claim is Extract<Claim, { record: R }> => claim.record === record);
  const named = <R extends Noun["record"]>(record: R) =>
    nouns
      .filter((noun): noun is Extract<Noun, { record: R }> => noun.record === record)
      .map(({ value }) => value as Extract<Noun, { record: R }>["value"]);
  const decisions = of("decision");
  const relations = new PackedRelations(`${slug}/${TABLES.relations.file}`, slug, share);
  for (const [at, relation] of sorted(of("relation")).entries()) relations.add(relation, at + FIRST_LINE);
  relations.seal();
  return {
    slug,
    settingsFile: `${slug}/${SETTINGS_FILE}`,
    dossier,
    sources: tableOf(slug, "sources", named("source")),
    entities: tableOf(slug, "entities", named("entity")),
    flags: tableOf(slug, "flags", named("flag")),
    decisions: tableOf(slug, "decisions", decisions),
    relations,
    subjects: tableOf(slug, "subjects", of("subject")),
    events: tableOf(slug, "events", of("event")),
    responses: tableOf(slug, "responses", of("response")),
    policies: tableOf(slug, "policies", of("policy")),
    declared: {
      entities: new Set(),
      flags: new Set(),
      decisions: new Set(decisions.map(({ id }) => id.slice(claimId(slug, "").length))),
    },
    unreadable: new Set(),
  };
}

/** The first line of a table is its header. */
const FIRST_LINE = 2;

function tableOf<T extends { readonly id: string }>(
  slug: string,
  name: TableName,
  unsorted: readonly T[],
): ReadTable<T> {
  const records = sorted(unsorted);
  const lines = records.map((_, at) => at + FIRST_LINE);
  return { file: `${slug}/${TABLES[name].file}`, records, lines };
}

function sorted<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => compareText(a.id, b.id));
}
