import type { Connection } from "../connection.js";

/** Keeps that an editor took a revision away. Parameters: id, revision. */
const INSERT = "insert or ignore into editor_retractions (id, revision) values (?, ?)";

export function noteEditorRetraction(connection: Connection, id: string, revision: number): void {
  connection.run(INSERT, [id, revision]);
}
