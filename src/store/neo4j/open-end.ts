import { ExposureError } from "../../domain/errors.js";
import type { ClaimRecordKind } from "../../domain/record.js";
import type { Cells } from "./connection.js";
import { CLAIM_SHAPES } from "./shapes/all-shapes.js";

/** What is said of a claim, by its cells, that speaks of something which is not in the store. */
export function openEnd(record: ClaimRecordKind, cells: Cells | undefined, missing: string): ExposureError {
  const { leading, properties } = CLAIM_SHAPES[record];
  const claim = cells?.[leading + properties.findIndex(({ name }) => name === "id")];
  const message = `${claim} speaks of ${missing}, which is not in the store: load the row of ${missing} with it`;
  return new ExposureError("DATA_INVALID", message);
}
