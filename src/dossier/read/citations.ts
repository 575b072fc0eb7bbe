import type { CitedDates } from "../../domain/claim-clock.js";
import { suggestion } from "../../domain/nearest.js";
import { list } from "./cells.js";
import type { Row } from "./row.js";

/** The sources that a claim cites: their ids in the graph and their own dates, in the order of the cell. */
export interface Cited {
  readonly ids: readonly string[];
  readonly dates: readonly CitedDates[];
}

/** What a dossier's sources.csv declares, by row id. Null where the file could not be read. */
export type DeclaredSources = ReadonlyMap<string, CitedDates> | null;

const NOTHING: Cited = { ids: [], dates: [] };

/**
 * Reads the cell `sources` of claims. Equal cells share one answer: most claims of a dossier rest on few sources.
 * A claim without a source, and a source that the dossier does not declare, are named.
 */
export function citationReader(slug: string, sources: DeclaredSources): (row: Row) => Cited {
  const known = new Map<string, Cited>();
  return (row) => {
    const cell = row.cell("sources");
    const met = known.get(cell);
    if (met !== undefined) return met;
    if (cell === "") {
      row.error("empty", "sources is empty: name the source of the claim, a row id of sources.csv");
      return NOTHING;
    }
    if (sources === null) return NOTHING;
    const items = list(row, "sources");
    const unknown = items.filter((item) => !sources.has(item));
    for (const item of unknown) row.error("source", unknownSource(item, sources));
    if (unknown.length > 0) return NOTHING;
    const cited = {
      ids: items.map((item) => sourceId(slug, item)),
      dates: items.flatMap((item) => sources.get(item) ?? []),
    };
    known.set(cell, cited);
    return cited;
  };
}

function unknownSource(item: string, sources: ReadonlyMap<string, CitedDates>): string {
  const near = suggestion(item, sources.keys());
  return `sources: "${item}" is no row of this dossier's sources.csv${near === "" ? ": add it there or correct it" : near}`;
}

/** A source's id in the graph. */
export function sourceId(slug: string, row: string): string {
  return `source:${slug}/${row}`;
}

/** A claim's id in the graph. */
export function claimId(slug: string, row: string): string {
  return `claim:${slug}/${row}`;
}
