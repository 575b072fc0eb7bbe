import { ExposureError } from "../../domain/errors.js";
import type { Connection } from "./connection.js";

/**
 * The layout of what this program writes; it stands on the GraphVersion node. A graph without it is of layout 1, which lacks
 * properties that are as good as empty: it is read as it is, and the first load gives it the number in its last transaction.
 */
export const LAYOUT = 2;

/** Which layout has the graph? No row: nothing was ever loaded. */
const TEXT = "MATCH (v:GraphVersion) RETURN [coalesce(v.layout, 1)]";

/** @throws DATA_INVALID where a newer program has written into the database. */
export async function checkLayout(connection: Connection): Promise<void> {
  const [row] = await connection.rows(TEXT, {});
  const layout = Number(row?.[0] ?? LAYOUT);
  if (layout <= LAYOUT) return;
  const message = `${connection.where.uri} holds a graph of layout ${layout} and this program reads layouts 1 to ${LAYOUT}: use the newer program that wrote it`;
  throw new ExposureError("DATA_INVALID", message);
}
