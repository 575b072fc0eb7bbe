import type { Response } from "../../../domain/flag.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import type { ClaimTable } from "./table.js";

type ResponseRow = readonly [to: string, by: string, kind: Response["kind"], ...claim: ClaimCells];

export const RESPONSES: ClaimTable<Response, ResponseRow> = {
  name: "responses",
  definition: `create table responses (
  id text not null,
  revision integer not null,
  dossier text not null references dossiers (slug),
  to_id text not null, -- a flag or a decision
  by_id text not null references entities (id),
  kind text not null, -- its date stands in start_date
  ${CLAIM_DEFINITION}`,
  columns: ["to_id", "by_id", "kind", ...CLAIM_COLUMNS],
  ends: { by_id: "entities" },
  encode({ claim, since, until }) {
    return [claim.to, claim.by, claim.kind, ...encodeClaim(claim, since, until)];
  },
  decode(row) {
    const [to, by, kind] = row;
    return { claim: { record: "response", to, by, kind, ...decodeClaim(row) }, ...decodeVersions(row) };
  },
};
