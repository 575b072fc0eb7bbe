import { type Day, parseDay } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import type { CatchRule } from "../control/catch-rule.js";
import { SHARES, VOTES_TOO } from "../control/shareholders.js";

/** Legal rules under which what is not listed is treated like its listed owners. */
export const REGIMES = ["OFAC_50", "EU_50", "UK_50", "BIS_50"] as const;
export type Regime = (typeof REGIMES)[number];

/** A threshold, in billionths, from a day on (null: always). */
export interface RegimeThreshold {
  readonly from: Day | null;
  readonly threshold: number;
  /** Whether the threshold itself suffices. */
  readonly inclusive: boolean;
}

/** One row of the table. Days are half-open: [from, until); null is an open side. */
export interface RegimeRow {
  readonly name: string;
  /** The shares that count; any of them suffices. */
  readonly limbs: CatchRule["limbs"];
  /** In order of time. */
  readonly thresholds: readonly RegimeThreshold[];
  /** Whether the holdings of different listed parties are added. */
  readonly aggregates: boolean;
  /** The lists (keys of LISTS) whose open listings make the flagged parties. */
  readonly lists: readonly string[];
  readonly inForce: readonly { readonly from: Day | null; readonly until: Day | null }[];
  readonly citation: string;
  /** The last day whose published law this row was compared with; nothing later is known to it. */
  readonly checkedOn: Day;
}

const HALF = BILLION / 2;
const AT_LEAST_HALF: RegimeThreshold = { from: null, threshold: HALF, inclusive: true };
const MORE_THAN_HALF: RegimeThreshold = { from: null, threshold: HALF, inclusive: false };
/** The day on which the suspension of the Affiliates Rule was published, the latest text among the sources. */
const CHECKED_ON = parseDay("2025-11-12");

/**
 * The regimes, each with its source.
 *
 * Choices: the EU row follows the Council's guidance for its whole time, also before aggregation was spelled out in it;
 * the UK row runs each listed party alone, for OFSI would not simply aggregate different designated persons' holdings;
 * the BIS row leaves out the SDN programmes that the rule also names, as they are not told apart here.
 */
export const REGIME_TABLE: Readonly<Record<Regime, RegimeRow>> = {
  OFAC_50: {
    name: "OFAC's 50 Percent Rule",
    limbs: [SHARES],
    thresholds: [AT_LEAST_HALF],
    aggregates: true,
    lists: ["us-sdn"],
    inForce: [{ from: parseDay("2014-08-13"), until: null }],
    citation:
      "US Treasury, OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 13 August 2014; OFAC FAQs 398 to 402",
    checkedOn: CHECKED_ON,
  },
  EU_50: {
    name: "the EU's ownership criterion",
    limbs: [SHARES],
    thresholds: [MORE_THAN_HALF, { from: parseDay("2024-07-03"), threshold: HALF, inclusive: true }],
    aggregates: true,
    lists: ["eu-consolidated"],
    inForce: [{ from: null, until: null }],
    citation:
      "Council of the EU, EU Best Practices for the effective implementation of restrictive measures, update of 3 July 2024, section on ownership and control (before it: more than 50 per cent)",
    checkedOn: CHECKED_ON,
  },
  UK_50: {
    name: "the UK's ownership condition",
    limbs: [SHARES, VOTES_TOO],
    thresholds: [MORE_THAN_HALF],
    aggregates: false,
    lists: ["uk-consolidated"],
    inForce: [{ from: null, until: null }],
    citation:
      "Regulations under the Sanctions and Anti-Money Laundering Act 2018, e.g. The Russia (Sanctions) (EU Exit) Regulations 2019 (SI 2019/855), regulation 7 and Schedule 1; OFSI, UK Financial Sanctions General Guidance, section 4 (no simple aggregation)",
    checkedOn: CHECKED_ON,
  },
  BIS_50: {
    name: "the BIS Affiliates Rule",
    limbs: [SHARES],
    thresholds: [AT_LEAST_HALF],
    aggregates: true,
    lists: ["us-entity-list", "us-meu"],
    inForce: [
      { from: parseDay("2025-09-29"), until: parseDay("2025-11-10") },
      { from: parseDay("2026-11-10"), until: null },
    ],
    citation:
      "US Commerce Department, BIS, Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities, interim final rule effective 29 September 2025 (RIN 0694-AK11); suspended from 10 November 2025 for one year by the final rule published on 12 November 2025, which itself puts it back into effect on 10 November 2026",
    checkedOn: CHECKED_ON,
  },
};

/** The threshold of a regime on a day. */
export function thresholdOn(row: RegimeRow, day: Day): RegimeThreshold {
  const begun = row.thresholds.filter(({ from }) => from === null || from <= day);
  return begun.at(-1) ?? (row.thresholds[0] as RegimeThreshold);
}

/** Whether a regime is in force on a day. */
export function isInForce(row: RegimeRow, day: Day): boolean {
  return row.inForce.some(
    ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
  );
}
