import type { ClaimRecordKind } from "../../../domain/record.js";
import type { Connection } from "../connection.js";
import { CLAIM_TABLES } from "../tables/all-tables.js";

export interface OpenEnd {
  readonly claim: string;
  /** The entity or flag that is not there. */
  readonly missing: string;
}

/** Which claim of this load speaks of a record that is not there? Parameters: first id, last id, first version, last version. */
function text(record: ClaimRecordKind): string {
  const { name, ends } = CLAIM_TABLES[record];
  return Object.entries(ends)
    .map(
      ([column, target]) => `select id as claim, ${column} as missing from ${name}
  where id between ?1 and ?2 and since between ?3 and ?4 and not exists (select 1 from ${target} where ${target}.id = ${column})`,
    )
    .join(" union all ")
    .concat(" limit 1");
}

const TEXTS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: text("relation"),
  subject: text("subject"),
  event: text("event"),
  response: text("response"),
  decision: text("decision"),
  policy: text("policy"),
};

/** The first claim with an open end among those that some versions brought, ids between two; undefined: none. */
export function findOpenEnd(
  connection: Connection,
  record: ClaimRecordKind,
  ids: { readonly first: string; readonly last: string },
  versions: readonly [first: number, last: number],
): OpenEnd | undefined {
  return connection.first<OpenEnd>(TEXTS[record], [ids.first, ids.last, ...versions]);
}
