import { firstDifference } from "../compare/same-value.js";
import type { Problems } from "../read/problem.js";
import type { ReadDossier, ReadTable } from "../read/read-dossier.js";
import type { KnownNouns } from "./known-nouns.js";

interface SharedNoun {
  readonly id: string;
  readonly dossiers: readonly string[];
}

/**
 * An entity or flag that stands in several dossiers has equal cells in all of them: in those given, and in those
 * of the store that are not given now.
 */
export function checkSharedNouns(
  dossiers: readonly ReadDossier[],
  known: KnownNouns,
  problems: Problems,
): void {
  const given = new Set(dossiers.map(({ slug }) => slug));
  const entityTables = dossiers.map(({ entities }) => entities);
  const flagTables = dossiers.map(({ flags }) => flags);
  for (const table of entityTables) {
    compareGiven(table, known.entities, entityTables, problems);
    compareStored(table, known.stored.entities, given, problems);
  }
  for (const table of flagTables) {
    compareGiven(table, known.flags, flagTables, problems);
    compareStored(table, known.stored.flags, given, problems);
  }
}

function compareGiven<T extends SharedNoun>(
  { file, records, lines }: ReadTable<T>,
  first: ReadonlyMap<string, T>,
  tables: readonly ReadTable<T>[],
  problems: Problems,
): void {
  for (const [at, noun] of records.entries()) {
    const met = first.get(noun.id);
    if (met === undefined || met === noun) continue;
    const column = differing(met, noun);
    if (column === null) continue;
    const place = placeIn(tables, met);
    problems.add(
      "equalRows",
      file,
      lines[at] ?? 1,
      `${column}: differs from ${place}, where "${noun.id}" stands too: make the rows equal`,
    );
  }
}

function placeIn<T>(tables: readonly ReadTable<T>[], record: T): string {
  const table = tables.find(({ records }) => records.includes(record));
  return table === undefined
    ? "another dossier"
    : `${table.file}:${table.lines[table.records.indexOf(record)]}`;
}

function compareStored<T extends SharedNoun>(
  { file, records, lines }: ReadTable<T>,
  stored: ReadonlyMap<string, T>,
  given: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [at, noun] of records.entries()) {
    const met = stored.get(noun.id);
    const other = met?.dossiers.find((slug) => !given.has(slug));
    if (met === undefined || other === undefined) continue;
    const column = differing(met, noun);
    if (column === null) continue;
    problems.add(
      "equalRows",
      file,
      lines[at] ?? 1,
      `${column}: differs from the row of "${noun.id}" in the dossier "${other}" of the store: make the rows equal, or load both dossiers together`,
    );
  }
}

/** The column in which two rows differ. */
function differing(a: object, b: object): string | null {
  const key = firstDifference(a, b, ["dossiers"]);
  return key === null ? null : key === "authorities" ? "authority" : key;
}
