import type { ManagedTransaction } from "neo4j-driver";
import type { Claim } from "../../../domain/record.js";
import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../../domain/relation-kinds.js";
import { noSuchRevision } from "../../refusals.js";
import type { Cells } from "../connection.js";

/** The statements that do one thing to claims of any kind. */
export interface ClaimTexts {
  /** One a relationship type: all in one cost the server two and a half times the memory. */
  readonly relation: readonly string[];
  readonly subject: readonly string[];
  /** All other claims are nodes. */
  readonly node: readonly string[];
}

/** What a claim is known by. */
interface Revision {
  readonly record: Claim["record"];
  readonly id: string;
  readonly revision: number;
}

/** Finds each claim `c` by the id and revision that open its row, does to it what is said, and names it. */
export function claimTexts(what: string): ClaimTexts {
  const onType = (type: string) => `UNWIND $rows AS row MATCH ()-[c:${type}]->()
WHERE c.id = row[0] AND c.revision = toInteger(row[1]) ${what} RETURN [c.id, c.revision]`;
  return {
    relation: RELATION_KIND_NAMES.map((kind) => onType(RELATION_KINDS[kind].verb)),
    subject: [onType("CONCERNS")],
    node: [
      `UNWIND $rows AS row MATCH (c:Claim {id: row[0], revision: toInteger(row[1])}) ${what} RETURN [c.id, c.revision]`,
    ],
  };
}

/** @throws CONFLICT that names the first revision which is not there. */
export async function changeClaims<C extends Revision>(
  transaction: ManagedTransaction,
  texts: ClaimTexts,
  work: {
    readonly changes: readonly C[];
    readonly rowOf: (change: C) => Cells;
    readonly parameters: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  for (const place of ["relation", "subject", "node"] as const) {
    let waiting = work.changes.filter((change) => placeOf(change) === place);
    for (const text of texts[place]) {
      if (waiting.length === 0) break;
      const rows = waiting.map(work.rowOf);
      const { records } = await transaction.run(text, { ...work.parameters, rows });
      const found = new Set(records.map((record) => (record.get(0) as [string, number]).join(" ")));
      waiting = waiting.filter(({ id, revision }) => !found.has(`${id} ${revision}`));
    }
    const [missing] = waiting;
    if (missing) throw noSuchRevision(missing.id, missing.revision);
  }
}

function placeOf({ record }: Revision): keyof ClaimTexts {
  return record === "relation" || record === "subject" ? record : "node";
}
