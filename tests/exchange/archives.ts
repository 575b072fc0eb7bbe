import { expect } from "vitest";
import { archiveLines } from "../../src/exchange/archive/archive-lines.js";
import { readArchive } from "../../src/exchange/archive/read-archive.js";
import type { GraphStore, GraphVersion, StoredClaim } from "../../src/store/graph-store.js";
import { gather, nounKey, relationRows } from "../store/everything.js";
import { textOf } from "./read-exports.js";

/** The bytes of a text, in pieces of some length. */
export async function* inPieces(text: string, length = 997): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Reads an archive into an empty store, as the command does; it gets the archive's version, unless another is given. */
export async function restoreInto(
  store: GraphStore,
  archive: AsyncIterable<Uint8Array>,
  version?: GraphVersion,
): Promise<void> {
  const { header, changes } = await readArchive(archive);
  await store.write(changes, { expectedVersion: 0, version: version ?? header.graphVersion });
}

/** A copy of a store, made through an archive. */
export async function copyInto(copy: GraphStore, store: GraphStore): Promise<void> {
  await restoreInto(copy, inPieces(await textOf(archiveLines(store))));
}

/** Whether two stores hold the same: every record, every revision, every version. */
export async function expectSame(copy: GraphStore, store: GraphStore): Promise<void> {
  expect(await copy.version()).toEqual(await store.version());
  expect(await contentOf(copy)).toEqual(await contentOf(store));
}

async function contentOf(store: GraphStore) {
  const { nouns, claims } = await gather(store.readRecords());
  const relations = await relationRows(store);
  const full = await store.claims([...new Set(relations.map(({ id }) => id))]);
  const byKey = (a: StoredClaim, b: StoredClaim) => (key(a) < key(b) ? -1 : 1);
  return {
    nouns: nouns.sort((a, b) => (`${a.record} ${nounKey(a)}` < `${b.record} ${nounKey(b)}` ? -1 : 1)),
    claims: claims.sort(byKey),
    relations,
    full: [...full].sort(byKey),
  };
}

function key({ claim }: StoredClaim): string {
  return `${claim.id} ${claim.revision}`;
}
