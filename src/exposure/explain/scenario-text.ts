import type { Claim } from "../../domain/record.js";
import { percent, type Share } from "../../domain/share.js";
import { claimText } from "./claim-text.js";
import type { Names } from "./names.js";
import { shareWords } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** What a scenario supposes, with names where the question has ids. */
export interface ScenarioToTell {
  readonly rejected: readonly Claim[];
  /** Titles. */
  readonly sources: readonly string[];
  readonly shares: readonly { readonly claim: Claim; readonly share: Share }[];
  readonly listed: readonly string[];
  readonly delisted: readonly string[];
  readonly same: readonly (readonly string[])[];
  readonly thresholds: readonly {
    readonly regime: string;
    readonly threshold: number;
    readonly inclusive: boolean;
  }[];
  readonly names: Names;
}

const TOLD_OF_EACH = 3;

/** What an answer supposes, before anything that it says: no source states it. Empty for an empty scenario. */
export function scenarioText(told: ScenarioToTell): string {
  const { names } = told;
  const bare = (claim: Claim) => `"${claimText(claim, names)}"`;
  const clauses = [
    ...some(told.rejected.map(bare), (claims) => `that this is left out: ${claims}`),
    ...some(
      told.sources.map((title) => `"${title}"`),
      (titles) => `that nobody believes ${titles}`,
    ),
    ...some(
      told.shares.map(({ claim, share }) => `the share in ${bare(claim)} is ${shareWords(share)}`),
      (shares) => `that ${shares}`,
    ),
    ...some(told.listed, (parties) => `a listing of ${parties}`),
    ...some(told.delisted, (parties) => `that no listing counts of ${parties}`),
    ...told.same.map((group) => `that ${listWords(group)} are one party`),
    ...told.thresholds.map(
      ({ regime, threshold, inclusive }) =>
        `a threshold of ${inclusive ? "at least" : "more than"} ${percent(threshold)} per cent for ${regime}`,
    ),
  ];
  if (clauses.length === 0) return "";
  return sentence(`Supposed by the question, and stated by no source: ${clauses.join("; ")}`);
}

function some(items: readonly string[], clause: (words: string) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length - TOLD_OF_EACH;
  const told = items.slice(0, TOLD_OF_EACH);
  return [clause(listWords(more > 0 ? [...told, `${more} more`] : told))];
}
