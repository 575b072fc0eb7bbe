import { createHash, type Hash } from "node:crypto";
import { ExposureError } from "../../domain/errors.js";
import type { Noun } from "../../domain/record.js";
import type { GraphReader, GraphVersion, ReadOptions, StoredClaim } from "../../store/graph-store.js";

/** 1 has no texts for sentences, no short names, no copies of sources, and not how money was given. */
export const ARCHIVE_FORMATS = [1, 2] as const;
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];

/** What the first line of an archive says. */
export interface ArchiveHeader {
  readonly format: "exposure-graph archive";
  readonly formatVersion: ArchiveFormat;
  readonly graphVersion: GraphVersion;
  /** The engine that it was read from. */
  readonly engine: string;
}

/** What its last line says: how many records stand before it, and the SHA-256 of all lines before it. */
export interface ArchiveEnd {
  readonly nouns: number;
  readonly claims: number;
  readonly sha256: string;
}

export type ArchiveLine =
  | { readonly header: ArchiveHeader }
  | { readonly noun: Noun }
  | { readonly claim: StoredClaim }
  | { readonly end: ArchiveEnd };

/** So many relations are asked of the store at once. */
const PAGE = 1_000;

/**
 * A whole store as lines of JSON: a header, the nouns (dossiers, sources, flags, entities), every revision of every
 * claim with the versions that brought it and took it away, and an end that tells whether all of it is there. The
 * lines of two stores with the same content differ in their order only.
 * @throws CONFLICT where the graph moves while it is read: nothing of what was given may be kept.
 */
export async function* archiveLines(store: GraphReader, options: ReadOptions = {}): AsyncGenerator<string> {
  const before = await store.version();
  const counted = new Counted();
  yield counted.line({
    header: {
      format: "exposure-graph archive",
      formatVersion: 2,
      graphVersion: before,
      engine: store.engine,
    },
  });
  for await (const page of store.readRecords(options)) {
    if (page.kind === "nouns") for (const noun of page.nouns) yield counted.line({ noun });
    else for (const claim of page.claims) yield counted.line({ claim });
  }
  for await (const ids of relationIds(store, options))
    for (const claim of await store.claims(ids, options)) yield counted.line({ claim });
  const after = await store.version();
  if (after.n !== before.n) throw moved(before, after);
  yield counted.end();
}

/** Whether a fault says that the graph moved while it was read: reading again may succeed. */
export function isMoved(fault: unknown): boolean {
  return fault instanceof ExposureError && fault.code === "CONFLICT";
}

function moved(before: GraphVersion, after: GraphVersion): ExposureError {
  return new ExposureError(
    "CONFLICT",
    `the graph moved from version ${before.n} to ${after.n} while it was read: try again when no load is running`,
  );
}

/** The ids of all relations, each once: every claim has a revision 0. */
async function* relationIds(store: GraphReader, options: ReadOptions): AsyncGenerator<readonly string[]> {
  let ids: string[] = [];
  for await (const page of store.readRelations(options)) {
    for (const [at, id] of page.id.entries()) if (page.revision[at] === 0) ids.push(id);
    while (ids.length >= PAGE) {
      yield ids.slice(0, PAGE);
      ids = ids.slice(PAGE);
    }
  }
  if (ids.length > 0) yield ids;
}

/** Writes lines, and knows what they come to. */
class Counted {
  private nouns = 0;
  private claims = 0;
  private readonly hash: Hash = createHash("sha256");

  line(content: Exclude<ArchiveLine, { end: unknown }>): string {
    if ("noun" in content) this.nouns += 1;
    if ("claim" in content) this.claims += 1;
    const line = `${JSON.stringify(content)}\n`;
    this.hash.update(line);
    return line;
  }

  end(): string {
    const { nouns, claims } = this;
    return `${JSON.stringify({ end: { nouns, claims, sha256: this.hash.digest("hex") } })}\n`;
  }
}
