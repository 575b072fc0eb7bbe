import { type Day, NEVER } from "../../domain/day.js";
import type { Source } from "../../domain/source.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import { compareText } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";
import type { Collection } from "./collection.js";

/** Publications of one publisher or of one grade, and the claims that cite any of them. */
export interface SourceCounts {
  /** Null: the sources have no grade. */
  readonly key: string | null;
  readonly publications: number;
  readonly claims: number;
}

/** Publications and the claims that cite them by publisher: the most cited first, then by name. */
export function countPublishers(collection: Collection): readonly SourceCounts[] {
  return countSources(collection, ({ publisher }) => publisher).sort(
    (a, b) => b.claims - a.claims || b.publications - a.publications || compareText(a.key ?? "", b.key ?? ""),
  );
}

/** Publications and the claims that cite them by grade, the best first, those without a grade last. */
export function countGrades(collection: Collection): readonly SourceCounts[] {
  return countSources(collection, ({ grade }) => grade).sort((a, b) => compareGrades(a.key, b.key));
}

/** Admiralty codes, the best first; no grade is worse than any. */
export function compareGrades(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}

/** The grade of the best of some sources; null where none has one. */
export function bestGrade(sources: readonly Source[]): string | null {
  return sources.map(({ grade }) => grade).sort(compareGrades)[0] ?? null;
}

/** The source of a dossier that was published last, of several the first by id; null where none has a date. */
export function newestSource({ sources }: ReadDossier): Source | null {
  let newest: { source: Source; day: Day } | null = null;
  for (const source of sources.records) {
    if (source.published === null) continue;
    const { earliest, latest } = parseUncertainDate(source.published);
    const day = latest >= NEVER ? earliest : latest;
    if (newest === null || day > newest.day || (day === newest.day && source.id < newest.source.id))
      newest = { source, day };
  }
  return newest?.source ?? null;
}

function countSources(
  { claims, sources, publications }: Collection,
  keyOf: (source: Source) => string | null,
): SourceCounts[] {
  const counts = new Map<string | null, { publications: number; claims: number }>();
  const of = (key: string | null) => {
    const met = counts.get(key) ?? { publications: 0, claims: 0 };
    counts.set(key, met);
    return met;
  };
  for (const { source } of publications) of(keyOf(source)).publications += 1;
  for (const claim of claims) {
    const keys = claim.sources.flatMap((id) => sources.get(id) ?? []).map(keyOf);
    for (const key of new Set(keys)) of(key).claims += 1;
  }
  return [...counts].map(([key, each]) => ({ key, ...each }));
}
