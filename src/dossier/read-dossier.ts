import type { Decision, ReviewPolicy } from "../domain/act.js";
import type { CitedDates } from "../domain/claim-clock.js";
import type { Dossier } from "../domain/dossier.js";
import type { Entity } from "../domain/entity.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "../domain/flag.js";
import type { Relation } from "../domain/relation.js";
import type { Source } from "../domain/source.js";
import { tallyOf } from "./assertion.js";
import { citationReader } from "./citations.js";
import type { ClaimContext } from "./claim-cells.js";
import { decisionRow, eventRow, policyRow, responseRow, subjectRow } from "./claim-rows.js";
import { SETTINGS_FILE, TABLE_NAMES, TABLES, type TableName } from "./columns.js";
import { type DossierFolder, placeOf } from "./dossier-folder.js";
import { idPlaces } from "./id-places.js";
import { suggestion } from "./nearest.js";
import { entityRow, flagRow, sourceRow } from "./noun-rows.js";
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
  readonly relations: ReadTable<Relation>;
  readonly subjects: ReadTable<FlagSubject>;
  readonly events: ReadTable<FlagEvent>;
  readonly responses: ReadTable<Response>;
  readonly decisions: ReadTable<Decision>;
  readonly policies: ReadTable<ReviewPolicy>;
  /** Ids of entities and flags that a row declares, faulty rows included: what they name is not missing. */
  readonly declared: ReadonlySet<string>;
  /** False where entities.csv or flags.csv could not be read as a whole: then an unknown id proves nothing. */
  readonly nounsComplete: boolean;
}

/** Reads a dossier's folder. Null where nothing in it can be named for want of a slug. */
export async function readDossier(folder: DossierFolder, problems: Problems): Promise<ReadDossier | null> {
  nameStrayFiles(folder, problems);
  const settings = await readSettings(folder, problems);
  if (settings === null) return null;
  return readTables(folder, settings, problems);
}

function nameStrayFiles(folder: DossierFolder, problems: Problems): void {
  const known = TABLE_NAMES.map((name): string => TABLES[name].file);
  for (const file of folder.files) {
    if (file === SETTINGS_FILE || known.includes(file) || !/\.(csv|tsv|xlsx?|ods|ya?ml)$/i.test(file))
      continue;
    const near = suggestion(file, [...known, SETTINGS_FILE]);
    problems.error(
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
): Promise<ReadDossier> {
  const { slug } = settings.dossier;
  const tallies = settings.assertions.map((assertion) => ({ of: assertion.of, tally: tallyOf(assertion) }));
  const fileOf = (name: TableName) => placeOf(folder, TABLES[name].file);
  const ids = idPlaces(fileOf);

  const read = async <T>(name: TableName, toRecord: (row: Row) => T | null) => {
    const table: ReadTable<T> = { file: fileOf(name), records: [], lines: [] };
    const before = problems.errors;
    const counted = tallies.filter(({ of }) => of === name).map(({ tally }) => tally);
    const isThere = folder.files.includes(TABLES[name].file);
    const complete =
      !isThere ||
      (await readTable(folder, TABLES[name], problems, (row) => {
        for (const tally of counted) tally.see(row);
        ids.note(row, name);
        const record = toRecord(row);
        if (record === null) return;
        table.records.push(record);
        table.lines.push(row.line);
      }));
    // A faulty row makes every count of its file wrong, and is named already.
    if (problems.errors === before) for (const tally of counted) tally.finish();
    return { table, complete };
  };

  const sources = await read("sources", (row) => sourceRow(row, slug));
  const share = shareTexts();
  const entities = await read("entities", (row) => entityRow(row, slug, share));
  const flags = await read("flags", (row) => flagRow(row, slug));
  const dates = sources.complete ? datesByRow(sources.table.records, slug) : null;
  const context: ClaimContext = { slug, cite: citationReader(slug, dates), share };
  const result = {
    slug,
    settingsFile: placeOf(folder, SETTINGS_FILE),
    dossier: settings.dossier,
    sources: sources.table,
    entities: entities.table,
    flags: flags.table,
    decisions: (await read("decisions", (row) => decisionRow(row, context))).table,
    relations: (await read("relations", (row) => relationRow(row, context))).table,
    subjects: (await read("subjects", (row) => subjectRow(row, context))).table,
    events: (await read("events", (row) => eventRow(row, context))).table,
    responses: (await read("responses", (row) => responseRow(row, context))).table,
    policies: (await read("policies", (row) => policyRow(row, context))).table,
    declared: ids.nouns(),
    nounsComplete: entities.complete && flags.complete,
  };
  return result;
}

function shareTexts(): (id: string) => string {
  const texts = new Map<string, string>();
  return (id) => {
    const met = texts.get(id);
    if (met === undefined) texts.set(id, id);
    return met ?? id;
  };
}

function datesByRow(sources: readonly Source[], slug: string): ReadonlyMap<string, CitedDates> {
  const prefix = `source:${slug}/`.length;
  return new Map(sources.map((source) => [source.id.slice(prefix), source]));
}
