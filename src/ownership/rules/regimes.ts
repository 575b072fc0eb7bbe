import { type Day, parseDay } from "../../domain/day.js";
import { BILLION } from "../../domain/share.js";
import type { CatchRule } from "../control/catch-rule.js";
import { SHARES, VOTES_TOO } from "../control/shareholders.js";

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
  /** What it catches, in a line. */
  readonly description: string;
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
  /** Sentences on what the regime knows beside ownership, and what an answer by it leaves out. */
  readonly beside: readonly string[];
  /** The last day whose published law this row was compared with; nothing later is known to it. */
  readonly checkedOn: Day;
}

const HALF = BILLION / 2;
const AT_LEAST_HALF: RegimeThreshold = { from: null, threshold: HALF, inclusive: true };
const MORE_THAN_HALF: RegimeThreshold = { from: null, threshold: HALF, inclusive: false };
/** The day on which the suspension of the Affiliates Rule was published, the latest text among the sources. */
const CHECKED_ON = parseDay("2025-11-12");

/**
 * The regimes, each with its source: legal rules under which what is not listed is treated like its listed owners.
 *
 * Choices: the EU row follows the Council's guidance for its whole time, also before aggregation was spelled out in it;
 * the UK row runs each listed party alone, for OFSI would not simply aggregate different designated persons' holdings;
 * the BIS row leaves out the SDN programmes that the rule also names, as they are not told apart here.
 */
const ROWS = {
  OFAC_50: {
    name: "OFAC's 50 Percent Rule",
    description: "OFAC's 50 Percent Rule: half or more, holders aggregated.",
    limbs: [SHARES],
    thresholds: [AT_LEAST_HALF],
    aggregates: true,
    lists: ["us-sdn"],
    inForce: [{ from: parseDay("2014-08-13"), until: null }],
    citation:
      "US Treasury, OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 13 August 2014; OFAC FAQs 398 to 402",
    beside: ["The rule speaks of ownership only; control is a question of its own."],
    checkedOn: CHECKED_ON,
  },
  EU_50: {
    name: "the EU's ownership criterion",
    description:
      "The EU's ownership criterion: half or more since 3 July 2024, more than half before; aggregated.",
    limbs: [SHARES],
    thresholds: [MORE_THAN_HALF, { from: parseDay("2024-07-03"), threshold: HALF, inclusive: true }],
    aggregates: true,
    lists: ["eu-consolidated"],
    inForce: [{ from: null, until: null }],
    citation:
      "Council of the EU, EU Best Practices for the effective implementation of restrictive measures, update of 3 July 2024, section on ownership and control (before it: more than 50 per cent)",
    beside: ["Beside ownership the EU also looks at control, which is a question of its own."],
    checkedOn: CHECKED_ON,
  },
  UK_50: {
    name: "the UK's ownership condition",
    description: "The UK's test: more than half of the shares or of the votes, each listed party alone.",
    limbs: [SHARES, VOTES_TOO],
    thresholds: [MORE_THAN_HALF],
    aggregates: false,
    lists: ["uk-consolidated"],
    inForce: [{ from: null, until: null }],
    citation:
      "Regulations under the Sanctions and Anti-Money Laundering Act 2018, e.g. The Russia (Sanctions) (EU Exit) Regulations 2019 (SI 2019/855), regulation 7 and Schedule 1; OFSI, UK Financial Sanctions General Guidance, section 4 (no simple aggregation)",
    beside: [
      "Each listed party is taken alone, its shares and its votes apart; several are added up only under a joint arrangement.",
      "The UK's further condition of control is a question of its own.",
    ],
    checkedOn: CHECKED_ON,
  },
  BIS_50: {
    name: "the BIS Affiliates Rule",
    description: "The Affiliates Rule of BIS: half or more, aggregated; in force at times only.",
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
    beside: [
      "Of several listed owners the strictest requirement applies; the programs of the SDN list that the rule also names are left out here.",
    ],
    checkedOn: CHECKED_ON,
  },
} satisfies Record<string, RegimeRow>;

export type Regime = keyof typeof ROWS;
export const REGIME_TABLE: Readonly<Record<Regime, RegimeRow>> = ROWS;
export const REGIMES = Object.keys(ROWS) as readonly Regime[];

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
