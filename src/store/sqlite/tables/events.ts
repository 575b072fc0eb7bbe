import type { FlagEvent } from "../../../domain/flag.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import type { ClaimTable } from "./table.js";

type EventRow = readonly [flag: string, event: FlagEvent["event"], ...claim: ClaimCells];

export const EVENTS: ClaimTable<FlagEvent, EventRow> = {
  name: "events",
  definition: `create table events (
  id text not null,
  revision integer not null,
  dossier text not null references dossiers (slug),
  flag text not null references flags (id),
  event text not null, -- its date stands in start_date
  ${CLAIM_DEFINITION}`,
  columns: ["flag", "event", ...CLAIM_COLUMNS],
  ends: { flag: "flags" },
  encode({ claim, since, until }) {
    return [claim.flag, claim.event, ...encodeClaim(claim, since, until)];
  },
  decode(row) {
    const [flag, event] = row;
    return { claim: { record: "event", flag, event, ...decodeClaim(row) }, ...decodeVersions(row) };
  },
};
