import type { ManagedTransaction } from "neo4j-driver";
import { MOST_KEPT, type RecentChanges } from "../../recent-changes.js";
import { integer } from "../connection.js";

/** Keeps what a load changed. Parameters: the version that it made, and its properties. */
const CREATE = "CREATE (c:RecentChanges {n: $n, after: $after, size: $size, keys: $keys})";

/** How many changes are noted of each version? The latest first. */
const SIZES = "MATCH (c:RecentChanges) RETURN [c.n, c.size] ORDER BY c.n DESC";

/** Forgets the changes of versions. Parameter: the last of them. */
const FORGET = "MATCH (c:RecentChanges) WHERE c.n <= $n DELETE c";

export async function noteChanges(transaction: ManagedTransaction, changes: RecentChanges): Promise<void> {
  const { n, after, size, keys } = changes;
  await transaction.run(CREATE, { n: integer(n), after, size: integer(size), keys });
  const { records } = await transaction.run(SIZES);
  let together = 0;
  for (const [version, noted] of records.map((record) => record.get(0) as [number, number])) {
    together += noted;
    if (together <= MOST_KEPT) continue;
    await transaction.run(FORGET, { n: integer(version) });
    return;
  }
}
