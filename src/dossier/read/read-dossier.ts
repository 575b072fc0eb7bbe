import type { Decision, ReviewPolicy } from "../../domain/act.js";
import type { CitedDates } from "../../domain/claim-clock.js";
import type { Dossier } from "../../domain/dossier.js";
import type { Entity } from "../../domain/entity.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "../../domain/flag.js";
import { suggestion } from "../../domain/nearest.js";
import type { Claim } from "../../domain/record.js";
import type { Source } from "../../domain/source.js";
import { type Assertion, tallyOf } from "./assertion.js";
import { citationReader } from "./citations.js";
import type { ClaimContext } from "./claim-cells.js";
import { decisionRow, eventRow, policyRow, responseRow, subjectRow } from "./claim-rows.js";
import { SETTINGS_FILE, TABLE_NAMES, TABLES, type TableName } from "./columns.js";
import { detachedText } from "./detached-text.js";
import { type DossierFolder, placeOf } from "./dossier-folder.js";
import { type IdPlaces, idPlaces } from "./id-places.js";
import { entityRow, flagRow, sourceRow } from "./noun-rows.js";
import { type FreshRow, PackedRelations } from "./packed-relations.js";
import type { Problems } from "./problem.js";
import { readTable } from "./read-table.js";
import { relationRow } from "./relation-row.js";
import type { Row } from "./row.js";
import { readSettings, type Settings } from "./settings.js";

/** The records of one file with the lines on which they begin; both arrays have one length. */
export interface ReadTable<T> {
  readonly file: string;
  readonly records: T[];
  readonly lines: number[];
}

/** A dossier as its folder has it. */
export interface ReadDossier {
  readonly slug: string;
  readonly settingsFile: string;
  readonly dossier: Dossier;
  readonly sources: ReadTable<Source>;
  readonly entities: ReadTable<Entity>;
  readonly flags: ReadTable<Flag>;
  readonly relations: PackedRelations;
  readonly subjects: ReadTable<FlagSubject>;
  readonly events: ReadTable<FlagEvent>;
  readonly responses: ReadTable<Response>;
  readonly decisions: ReadTable<Decision>;
  readonly policies: ReadTable<ReviewPolicy>;
  /** Row ids that stand in a table, those of faulty rows included: what they name is not missing. */
  readonly declared: Readonly<Record<"entities" | "flags" | "decisions", ReadonlySet<string>>>;
  /** Tables that hold something that could not be read as a row: an id that they lack proves nothing. */
  readonly unreadable: ReadonlySet<TableName>;
}

/** Every claim of a dossier as its folder has it. */
export function* claimsOf(dossier: ReadDossier): Generator<Claim> {
  yield* dossier.decisions.records;
  yield* dossier.relations;
  yield* dossier.subjects.records;
  yield* dossier.events.records;
  yield* dossier.responses.records;
  yield* dossier.policies.records;
}

/** A claim with the place of its row. */
export interface ClaimRow {
  readonly claim: Claim;
  readonly file: string;
  readonly line: number;
}

/** Every claim of a dossier with its place; of relations, which are the mass, those that are asked for. */
export function* claimRows(
  dossier: ReadDossier,
  isAsked: (relations: PackedRelations, at: number) => boolean = () => true,
): Generator<ClaimRow> {
  const { decisions, relations, subjects, events, responses, policies } = dossier;
  for (let at = 0; at < relations.length; at += 1)
    if (isAsked(relations, at))
      yield { claim: relations.at(at), file: relations.file, line: relations.line(at) };
  for (const { file, records, lines } of [decisions, subjects, events, responses, policies])
    for (const [at, claim] of records.entries()) yield { claim, file, line: lines[at] ?? 1 };
}

/** The same as steps of a load that brings them all. */
export function* freshRows(dossier: ReadDossier): Generator<FreshRow<Claim>> {
  const { decisions, relations, subjects, events, responses, policies } = dossier;
  const rows = function* (table: ReadTable<Claim>): Generator<FreshRow<Claim>> {
    for (const claim of table.records) yield { change: "add", id: claim.id, claim };
  };
  yield* rows(decisions);
  yield* relations.rows();
  for (const table of [subjects, events, responses, policies]) yield* rows(table);
}

/** Reads a dossier's folder. Dossiers that are read together share the texts of ids. */
export async function readDossier(
  folder: DossierFolder,
  problems: Problems,
  share = shareTexts(),
): Promise<ReadDossier> {
  nameStrayFiles(folder, problems);
  return readTables(folder, await readSettings(folder, problems), problems, share);
}

function nameStrayFiles(folder: DossierFolder, problems: Problems): void {
  for (const [file, fault] of folder.unread) problems.add("strayFile", placeOf(folder, file), null, fault);
  const known = TABLE_NAMES.map((name): string => TABLES[name].file);
  for (const file of folder.files) {
    if (file === SETTINGS_FILE || known.includes(file) || !/\.(csv|tsv|xlsx?|ods|ya?ml)$/i.test(file))
      continue;
    const near = suggestion(file, [...known, SETTINGS_FILE]);
    problems.add(
      "strayFile",
      placeOf(folder, file),
      null,
      `is no file of a dossier${near === "" ? `: its tables are ${known.join(", ")}` : near}`,
    );
  }
}

async function readTables(
  folder: DossierFolder,
  settings: Settings,
  problems: Problems,
  share: (id: string) => string,
): Promise<ReadDossier> {
  const { slug } = settings.dossier;
  const ids = idPlaces((name) => placeOf(folder, TABLES[name].file));
  const unreadable = new Set<TableName>();
  const { read, scan } = tableReader(folder, settings.assertions, { ids, unreadable, problems });
  const sources = await read("sources", (row) => sourceRow(row, slug));
  const entities = await read("entities", (row) => entityRow(row, slug, share));
  const flags = await read("flags", (row) => flagRow(row, slug));
  const dates = unreadable.has("sources") ? null : datesByRow(sources.records, slug, ids.of("sources"));
  const context: ClaimContext = { slug, cite: citationReader(slug, dates), share };
  const decisions = await read("decisions", (row) => decisionRow(row, context));
  const relations = new PackedRelations(placeOf(folder, TABLES.relations.file), slug, share);
  await scan("relations", (row) => {
    relations.add(relationRow(row, context), row.line);
  });
  relations.seal();
  return {
    slug,
    settingsFile: placeOf(folder, SETTINGS_FILE),
    dossier: settings.dossier,
    sources,
    entities,
    flags,
    decisions,
    relations,
    subjects: await read("subjects", (row) => subjectRow(row, context)),
    events: await read("events", (row) => eventRow(row, context)),
    responses: await read("responses", (row) => responseRow(row, context)),
    policies: await read("policies", (row) => policyRow(row, context)),
    declared: {
      entities: ids.of("entities"),
      flags: ids.of("flags"),
      decisions: ids.of("decisions"),
    },
    unreadable,
  };
}

/** What the tables of one dossier have in common while they are read. */
interface OpenFolder {
  readonly ids: IdPlaces;
  readonly unreadable: Set<TableName>;
  readonly problems: Problems;
}

function tableReader(
  folder: DossierFolder,
  assertions: readonly Assertion[],
  { ids, unreadable, problems }: OpenFolder,
) {
  const scan = async (name: TableName, take: (row: Row) => void): Promise<void> => {
    const before = problems.errors;
    const tallies = assertions.filter(({ of }) => of === name).map(tallyOf);
    const isThere = folder.files.includes(TABLES[name].file);
    if (folder.unread.has(TABLES[name].file)) unreadable.add(name);
    const onRow = (row: Row) => {
      for (const tally of tallies) tally.see(row);
      ids.note(row, name);
      take(row);
    };
    if (isThere && !(await readTable(folder, TABLES[name], problems, onRow))) unreadable.add(name);
    // A faulty row makes every count of its file wrong, and is named already.
    if (problems.errors === before && !unreadable.has(name)) for (const tally of tallies) tally.finish();
  };
  const read = async <T>(name: TableName, toRecord: (row: Row) => T | null): Promise<ReadTable<T>> => {
    const table: ReadTable<T> = { file: placeOf(folder, TABLES[name].file), records: [], lines: [] };
    await scan(name, (row) => {
      const record = toRecord(row);
      if (record === null) return;
      table.records.push(record);
      table.lines.push(row.line);
    });
    return table;
  };
  return { read, scan };
}

/** Gives the one text that stands for all equal ones. */
export function shareTexts(): (id: string) => string {
  const texts = new Map<string, string>();
  return (id) => {
    const met = texts.get(id);
    if (met !== undefined) return met;
    const kept = detachedText(id);
    texts.set(kept, kept);
    return kept;
  };
}

/** The dates of sources by row id; a source whose row is faulty has none, but is there. */
function datesByRow(
  sources: readonly Source[],
  slug: string,
  declared: ReadonlySet<string>,
): ReadonlyMap<string, CitedDates> {
  const dates = new Map<string, CitedDates>();
  for (const row of declared) dates.set(row, { published: null, retrieved: null });
  for (const source of sources) dates.set(source.id.slice(`source:${slug}/`.length), source);
  return dates;
}
