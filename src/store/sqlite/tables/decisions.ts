import type { Decision } from "../../../domain/act.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import { type ClaimTable, decodeList, encodeList } from "./table.js";

type DecisionRow = readonly [
  by: string,
  kind: Decision["kind"],
  counterparties: string,
  coversSubsidiaries: number | null,
  scope: string | null,
  reason: string | null,
  ...claim: ClaimCells,
];

export const DECISIONS: ClaimTable<Decision, DecisionRow> = {
  name: "decisions",
  definition: `create table decisions (
  id text not null,
  revision integer not null,
  dossier text not null references dossiers (slug),
  by_id text not null references entities (id),
  kind text not null,
  counterparties text not null, -- JSON list of entities
  covers_subsidiaries integer, -- 1, 0, or empty: the words do not say
  scope text,
  reason text,
  ${CLAIM_DEFINITION}`,
  columns: ["by_id", "kind", "counterparties", "covers_subsidiaries", "scope", "reason", ...CLAIM_COLUMNS],
  ends: { by_id: "entities" },
  encode({ claim, since, until }) {
    const { by, kind, counterparties, coversSubsidiaries, scope, reason } = claim;
    const covers = coversSubsidiaries === null ? null : coversSubsidiaries ? 1 : 0;
    return [by, kind, encodeList(counterparties), covers, scope, reason, ...encodeClaim(claim, since, until)];
  },
  decode(row) {
    const [by, kind, counterparties, covers, scope, reason] = row;
    const claim: Decision = {
      record: "decision",
      by,
      kind,
      counterparties: decodeList<string>(counterparties),
      coversSubsidiaries: covers === null ? null : covers === 1,
      scope,
      reason,
      ...decodeClaim(row),
    };
    return { claim, ...decodeVersions(row) };
  },
};
