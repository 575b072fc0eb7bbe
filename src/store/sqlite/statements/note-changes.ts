import { MOST_KEPT, type RecentChanges } from "../../recent-changes.js";
import type { Connection } from "../connection.js";

/** Keeps what a load changed. Parameters: its cells. */
const INSERT = "replace into recent_changes (n, after, size, keys) values (?, ?, ?, ?)";

/** Forgets the oldest of more than so many changes. Parameter: how many are kept. */
const FORGET = `delete from recent_changes where n <= (select max(n)
  from (select n, sum(size) over (order by n desc) as together from recent_changes) where together > ?)`;

export function noteChanges(connection: Connection, { n, after, size, keys }: RecentChanges): void {
  connection.run(INSERT, [n, after, size, keys]);
  connection.run(FORGET, [MOST_KEPT]);
}
