import type { Connection } from "../connection.js";

/** Gives the pen back without a new version. Parameter: the load's own mark. */
const TEXT = "MATCH (v:GraphVersion) WHERE v.load = $load REMOVE v.load, v.loadBeat";

export async function layDownPen(connection: Connection, load: string): Promise<void> {
  await connection.run(TEXT, { load });
}
