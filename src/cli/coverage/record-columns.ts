import type { Claim, ClaimRecordKind } from "../../domain/record.js";
import { countRecords, RECORDS } from "../../dossier/count/count-claims.js";
import type { MarkdownColumn } from "./markdown-table.js";

/** The words for the kinds of record, as columns and groups. */
export const RECORD_WORDS: Readonly<Record<ClaimRecordKind, string>> = {
  relation: "relations",
  subject: "subjects",
  event: "events",
  response: "responses",
  decision: "decisions",
  policy: "policies",
};

/** Claims by kind of record, and in all, as columns. */
export function recordColumns<Row>(claimsOf: (row: Row) => readonly Claim[]): MarkdownColumn<Row>[] {
  return [
    ...RECORDS.map((record) => ({
      title: RECORD_WORDS[record],
      cell: (row: Row) => countRecords(claimsOf(row))[record],
      number: true as const,
    })),
    { title: "claims", cell: (row) => claimsOf(row).length, number: true },
  ];
}
