import { LISTS } from "../../domain/lists.js";
import type { Projection } from "../../graph/projection.js";

/** Of lists that are asked for, those of which nothing is loaded, unless a dossier says that this is all there is. */
export function listWarnings({ flags, dossiers }: Projection, lists: readonly string[]): readonly string[] {
  const loaded = new Set([...flags.values()].map(({ flag }) => flag.list));
  return [...new Set(lists)]
    .filter((list) => !loaded.has(list) && dossiers.every((dossier) => dossier.lists[list] !== "complete"))
    .map(
      (list) =>
        `No listing on ${list} (${LISTS[list]?.name}) is loaded: that nothing is found says nothing about that list.`,
    );
}
