import { BILLION } from "../../domain/share.js";
import { type ShareReading, VOTES } from "./shareholders.js";

/**
 * What makes a company caught by a set of parties: a row of the table that the one fixpoint reads. OFAC_50, EU_50,
 * UK_50, BIS_50 (see `regimes`) and company control are such rows.
 */
export interface CatchRule {
  /** The shares that count; the threshold reached in any one of them suffices. */
  readonly limbs: readonly ShareReading[];
  /** In billionths. */
  readonly threshold: number;
  /** Whether the threshold itself suffices. */
  readonly inclusive: boolean;
  /** Whether a Control claim or PartOf catches by itself (an Affiliation then only may). */
  readonly byStatement: boolean;
}

/** Company control: more than half of the votes, alone and through controlled companies, or a claim that says so. */
export const COMPANY_CONTROL: CatchRule = {
  limbs: [VOTES],
  threshold: BILLION / 2,
  inclusive: false,
  byStatement: true,
};
