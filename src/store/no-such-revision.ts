import { ExposureError } from "../domain/errors.js";

/** The store is not what the load was compared with. */
export function noSuchRevision(id: string, revision: number): ExposureError {
  return new ExposureError(
    "CONFLICT",
    `the store holds no revision ${revision} of ${id}: run the load again`,
  );
}
