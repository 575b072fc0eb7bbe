import type { ReviewPolicy } from "../../../domain/act.js";
import type { RiskTopic } from "../../../domain/flag.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import { type ClaimTable, decodeList, encodeList } from "./table.js";

type PolicyRow = readonly [
  university: string,
  name: string,
  countries: string,
  criteria: string,
  ...claim: ClaimCells,
];

export const POLICIES: ClaimTable<ReviewPolicy, PolicyRow> = {
  name: "policies",
  definition: `create table policies (
  id text not null,
  revision integer not null,
  dossier text not null references dossiers (slug),
  university text not null references entities (id),
  name text not null,
  countries text not null, -- JSON list
  criteria text not null, -- JSON list
  ${CLAIM_DEFINITION}`,
  columns: ["university", "name", "countries", "criteria", ...CLAIM_COLUMNS],
  ends: { university: "entities" },
  encode({ claim, since, until }) {
    const { university, name, countries, criteria } = claim;
    return [
      university,
      name,
      encodeList(countries),
      encodeList(criteria),
      ...encodeClaim(claim, since, until),
    ];
  },
  decode(row) {
    const [university, name, countries, criteria] = row;
    const claim: ReviewPolicy = {
      record: "policy",
      university,
      name,
      countries: decodeList<string>(countries),
      criteria: decodeList<RiskTopic>(criteria),
      ...decodeClaim(row),
    };
    return { claim, ...decodeVersions(row) };
  },
};
