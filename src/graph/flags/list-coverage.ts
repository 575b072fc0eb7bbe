import { type Day, parseDay } from "../../domain/day.js";
import type { Projection } from "../projection.js";

/** Which lists a question could look into, and which are not there: absence from those proves nothing. */
export interface ListCoverage {
  readonly searched: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Which of some lists are loaded for a day. A list is loaded if a dossier calls it complete, up to the day on which that
 * dossier was last checked; asked about a later day, loaded in part or not at all it is missing.
 */
export function listCoverage(projection: Projection, lists: readonly string[], day: Day): ListCoverage {
  const isLoaded = (list: string) =>
    projection.dossiers.some(
      ({ lists: covered, lastChecked }) =>
        covered[list] === "complete" && lastChecked !== null && day <= parseDay(lastChecked),
    );
  return { searched: lists.filter(isLoaded), missing: lists.filter((list) => !isLoaded(list)) };
}
