import type { Decision } from "../../../domain/act.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

type DecisionCells = readonly [
  by: string,
  kind: Decision["kind"],
  counterparties: readonly string[],
  coversSubsidiaries: boolean | null,
  scope: string | null,
  reason: string | null,
  ...claim: ClaimCells,
];

/** `(:Entity)-[:DECIDED]->(:Decision:Claim {…})-[:ABOUT]->(:Entity)`. */
export const DECISION_SHAPE: Shape<Stored<Decision>, DecisionCells> = {
  leading: 0,
  properties: [
    plain("by"),
    plain("kind"),
    plain("counterparties"),
    plain("coversSubsidiaries"),
    plain("scope"),
    plain("reason"),
    ...CLAIM_PROPERTIES,
  ],
  encode(stored) {
    const { claim } = stored;
    const { by, kind, counterparties, coversSubsidiaries, scope, reason } = claim;
    return [by, kind, counterparties, coversSubsidiaries, scope, reason, ...encodeClaim(stored)];
  },
  decode(cells) {
    const [by, kind, counterparties, coversSubsidiaries, scope, reason] = cells;
    const claim: Decision = {
      record: "decision",
      by,
      kind,
      counterparties,
      coversSubsidiaries,
      scope,
      reason,
      ...decodeClaim(cells),
    };
    return { claim, ...decodeVersions(cells) };
  },
};
