import { required } from "./cells.js";
import type { Row } from "./row.js";

const LOCAL_ID = /^[A-Za-z0-9][A-Za-z0-9._+-]*$/;

/** The id of a row that is local to its dossier; null where it is empty or ill-formed (named). */
export function localId(row: Row): string | null {
  const cell = required(row, "id");
  if (cell === "") return null;
  if (LOCAL_ID.test(cell)) return cell;
  row.error("id", `id: "${cell}" is not an id: use letters, digits and - . _ + only`);
  return null;
}

const GLOBAL_ID = /^[a-z-]+:[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The id of an entity or flag: `prefix:name`, the prefix that of its kind; null where it is not (named). */
export function globalId(row: Row, prefix: string | null): string | null {
  const cell = required(row, "id");
  if (cell === "") return null;
  if (!GLOBAL_ID.test(cell)) {
    row.error(
      "id",
      `id: "${cell}" is not an id: write ${prefix ?? "kind"}:name with letters, digits and - . _ only`,
    );
    return null;
  }
  if (prefix !== null && !cell.startsWith(`${prefix}:`)) {
    row.error(
      "id",
      `id: "${cell}" does not begin with "${prefix}:" as its kind demands: correct the id or the kind`,
    );
  }
  return cell;
}
