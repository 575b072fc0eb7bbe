import type { KnownNouns } from "./known-nouns.js";
import type { Problems } from "./problem.js";
import type { ReadDossier, ReadTable } from "./read-dossier.js";
import { firstDifference } from "./same-value.js";

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
  for (const { entities, flags } of dossiers) {
    compare(entities, known.entities, known.stored.entities, given, problems);
    compare(flags, known.flags, known.stored.flags, given, problems);
  }
}

function compare<T extends SharedNoun>(
  table: ReadTable<T>,
  first: ReadonlyMap<string, { readonly value: T; readonly file: string; readonly line: number }>,
  stored: ReadonlyMap<string, T>,
  given: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [at, noun] of table.records.entries()) {
    const line = table.lines[at] ?? 1;
    const met = first.get(noun.id);
    const column = met === undefined || met.value === noun ? null : differing(met.value, noun);
    if (met !== undefined && column !== null) {
      problems.error(
        table.file,
        line,
        `${column}: differs from ${met.file}:${met.line}, where "${noun.id}" stands too: make the rows equal`,
      );
    }
    const inStore = stored.get(noun.id);
    const others = inStore?.dossiers.filter((slug) => !given.has(slug)) ?? [];
    const storedColumn = inStore === undefined || others.length === 0 ? null : differing(inStore, noun);
    if (storedColumn !== null) {
      problems.error(
        table.file,
        line,
        `${storedColumn}: differs from the row of "${noun.id}" in the dossier "${others[0]}" of the store: make the rows equal, or load both dossiers together`,
      );
    }
  }
}

/** The column in which two rows differ. */
function differing(a: object, b: object): string | null {
  const key = firstDifference(a, b, ["dossiers"]);
  return key === null ? null : key === "authorities" ? "authority" : key;
}
