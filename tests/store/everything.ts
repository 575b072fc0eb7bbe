import type { EntityId } from "../../src/domain/entity.js";
import type { Claim, Noun } from "../../src/domain/record.js";
import type { Relation } from "../../src/domain/relation.js";
import { isDecidedIdentity } from "../../src/domain/relation.js";
import { BILLION } from "../../src/domain/share.js";
import type { GraphReader, RecordPage, RelationColumns, StoredClaim } from "../../src/store/graph-store.js";

export interface Everything {
  readonly nouns: Noun[];
  readonly claims: StoredClaim[];
}

/** All records of a read, in the order in which they come. */
export async function gather(pages: AsyncIterable<RecordPage>): Promise<Everything> {
  const all: Everything = { nouns: [], claims: [] };
  for await (const page of pages) {
    if (page.kind === "nouns") all.nouns.push(...page.nouns);
    else all.claims.push(...page.claims);
  }
  return all;
}

type Row = { readonly [column in keyof Omit<RelationColumns, "ends">]: RelationColumns[column][number] };
/** A relation of a page, its ends by their ids. */
export type RelationRow = Omit<Row, "from" | "to"> & { readonly from: EntityId; readonly to: EntityId };

/** The relations of a store as rows, by id and revision. */
export async function relationRows(reader: GraphReader): Promise<RelationRow[]> {
  const rows: RelationRow[] = [];
  for await (const page of reader.readRelations()) {
    const { ends: _, ...inRows } = page;
    const columns = Object.keys(inRows) as (keyof typeof inRows)[];
    page.id.forEach((_, index) => {
      const row = Object.fromEntries(columns.map((name) => [name, page[name][index]]));
      const end = (column: "from" | "to") => page.ends[page[column][index] as number];
      rows.push({ ...row, from: end("from"), to: end("to") } as RelationRow);
    });
  }
  return rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.revision - b.revision));
}

/** The row that a projection must get for a relation. */
export function rowOf(relation: Relation): RelationRow {
  const { share, amount, clock } = relation;
  return {
    id: relation.id,
    revision: relation.revision,
    kind: relation.kind,
    from: relation.from,
    to: relation.to,
    status: relation.status,
    shareMin: share && Math.round(share.min * BILLION),
    shareMax: share && Math.round(share.max * BILLION),
    exclusive: share ? (share.minExclusive ? 1 : 0) + (share.maxExclusive ? 2 : 0) : 0,
    right: relation.right,
    amountMin: amount?.min ?? null,
    amountMax: amount?.max ?? null,
    currency: relation.currency,
    amountQualifier: relation.amountQualifier,
    amountPer: relation.amountPer,
    payment: relation.payment,
    decided: isDecidedIdentity(relation) ? 1 : 0,
    startEarliest: clock.startEarliest,
    startLatest: clock.startLatest,
    endEarliest: clock.endEarliest,
    endLatest: clock.endLatest,
    recorded: clock.recorded,
    retracted: clock.retracted,
    undated: clock.undated ? 1 : 0,
  };
}

export const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);

export const claimsOf = (claims: readonly StoredClaim[]): Claim[] => claims.map(({ claim }) => claim);
export const isRelation = (claim: Claim): claim is Relation => claim.record === "relation";
export const nounKey = (noun: Noun): string => (noun.record === "dossier" ? noun.value.slug : noun.value.id);
