import { loadDossiers } from "../../../src/dossier/load/load-dossiers.js";
import { findDossierFolders } from "../../../src/dossier/read/disk-folder.js";
import { peakResident, timed, watchProcessor } from "../measure.js";
import { ASKED_ON } from "../synthetic-graph.js";
import { type StoreAt, withStore } from "./open.js";

export interface LoadResult {
  readonly claims: number;
  /** The whole load: reading, checking, comparing, writing. */
  readonly ms: number;
  /** Of it, until the last file is read, and from the first batch that is written; between them everything is checked. */
  readonly readingMs: number;
  readonly writingMs: number;
  readonly processorShare: number;
  readonly peakResident: number;
  /** Of the files that were read. */
  readonly bytes: number;
}

/** Loads a folder of dossiers into an empty store, as the command `load` does. */
export function load({ folder, store }: { folder: string; store: StoreAt }): Promise<LoadResult> {
  return withStore(store, false, async (opened) => {
    const processorShare = watchProcessor();
    const start = performance.now();
    let readBy = start;
    let writtenFrom: number | null = null;
    let bytes = 0;
    const { value, ms } = await timed(async () =>
      loadDossiers(await findDossierFolders([folder]), opened, {
        day: ASKED_ON,
        onProgress: ({ phase, done }) => {
          if (phase === "read") {
            readBy = performance.now();
            bytes = done;
          } else writtenFrom ??= performance.now();
        },
      }),
    );
    const [problem] = value.problems;
    if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
    return {
      claims: value.created,
      ms,
      readingMs: readBy - start,
      writingMs: ms - ((writtenFrom ?? start + ms) - start),
      processorShare: processorShare(),
      peakResident: peakResident(),
      bytes,
    };
  });
}
