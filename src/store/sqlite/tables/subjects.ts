import type { FlagSubject } from "../../../domain/flag.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import type { ClaimTable } from "./table.js";

type SubjectRow = readonly [flag: string, entity: string, role: FlagSubject["role"], ...claim: ClaimCells];

export const SUBJECTS: ClaimTable<FlagSubject, SubjectRow> = {
  name: "subjects",
  definition: `create table subjects (
  id text not null,
  revision integer not null,
  dossier text not null references dossiers (slug),
  flag text not null references flags (id),
  entity text not null references entities (id),
  role text not null,
  ${CLAIM_DEFINITION}`,
  columns: ["flag", "entity", "role", ...CLAIM_COLUMNS],
  ends: { flag: "flags", entity: "entities" },
  encode({ claim, since, until }) {
    return [claim.flag, claim.entity, claim.role, ...encodeClaim(claim, since, until)];
  },
  decode(row) {
    const [flag, entity, role] = row;
    return { claim: { record: "subject", flag, entity, role, ...decodeClaim(row) }, ...decodeVersions(row) };
  },
};
