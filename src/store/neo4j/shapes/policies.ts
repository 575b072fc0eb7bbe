import type { ReviewPolicy } from "../../../domain/act.js";
import type { RiskTopic } from "../../../domain/flag.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

type PolicyCells = readonly [
  university: string,
  name: string,
  countries: readonly string[],
  criteria: readonly RiskTopic[],
  ...claim: ClaimCells,
];

/** `(:University)-[:HAS_POLICY]->(:ReviewPolicy:Claim {…})`. */
export const POLICY_SHAPE: Shape<Stored<ReviewPolicy>, PolicyCells> = {
  leading: 0,
  properties: [
    plain("university"),
    plain("name"),
    plain("countries"),
    plain("criteria"),
    ...CLAIM_PROPERTIES,
  ],
  encode(stored) {
    const { claim } = stored;
    const { university, name, countries, criteria } = claim;
    return [university, name, countries, criteria, ...encodeClaim(stored)];
  },
  decode(cells) {
    const [university, name, countries, criteria] = cells;
    const claim: ReviewPolicy = {
      record: "policy",
      university,
      name,
      countries,
      criteria,
      ...decodeClaim(cells),
    };
    return { claim, ...decodeVersions(cells) };
  },
};
