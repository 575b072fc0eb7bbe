import type { Day } from "../../domain/day.js";
import type { GraphReader } from "../../store/graph-store.js";
import { counting, type DossierFolder } from "../read/dossier-folder.js";
import { collectProblems, compareText, type Problems } from "../read/problem.js";
import { type ReadDossier, readDossier, shareTexts } from "../read/read-dossier.js";
import { checkDossiers } from "./check-dossiers.js";
import { NOTHING_STORED, type StoredNouns } from "./known-nouns.js";
import { storedNouns } from "./stored-nouns.js";

/** Dossiers that were read and checked, with what a store held then of what they name. */
export interface CheckedDossiers {
  /** Sorted by slug: no order of folders shows in a load. */
  readonly dossiers: readonly ReadDossier[];
  readonly problems: Problems;
  readonly shared: StoredNouns;
  /** The graph's version that they were checked against; 0 for none. */
  readonly version: number;
}

export interface CheckOptions {
  /** Nothing but these dossiers is meant to name their entities: one that none of them names is worth a warning. */
  readonly closed?: boolean;
  /** What rows say is read, too: warnings for editors, which take longer. */
  readonly words?: boolean;
  /** What is recorded after this day lies in the future. Absent: that is not asked. */
  readonly lastDay?: Day | undefined;
  /** Bytes read so far, and of how many. */
  readonly onRead?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Reads folders and checks them, alone or together with what a store holds. */
export async function readAndCheck(
  folders: readonly DossierFolder[],
  store: GraphReader | null,
  options: CheckOptions = {},
): Promise<CheckedDossiers> {
  const problems = collectProblems();
  const dossiers = await readAll(folders, problems, options);
  const version = store === null ? 0 : (await store.version()).n;
  const shared =
    store === null || version === 0 ? NOTHING_STORED : await storedNouns(store, dossiers, options.signal);
  checkDossiers(dossiers, shared, {
    problems,
    closed: options.closed ?? false,
    words: options.words ?? false,
    lastDay: options.lastDay,
  });
  return { dossiers, problems, shared, version };
}

async function readAll(
  folders: readonly DossierFolder[],
  problems: Problems,
  { onRead, signal }: CheckOptions,
): Promise<readonly ReadDossier[]> {
  const total = folders.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (count: number) => {
    signal?.throwIfAborted();
    done += count;
    onRead?.(done, total);
  };
  const share = shareTexts();
  const dossiers: ReadDossier[] = [];
  for (const folder of folders) {
    dossiers.push(await readDossier(counting(folder, onBytes), problems, share));
  }
  return dossiers.sort((a, b) => compareText(a.slug, b.slug) || compareText(a.settingsFile, b.settingsFile));
}
