import type { Claim } from "../domain/record.js";
import { percent, type Share } from "../domain/share.js";
import { CHANNELS } from "../exposure/channels.js";
import type { FindingChange } from "../exposure/differences/finding-changes.js";
import type { Finding, Timing } from "../exposure/finding.js";
import { REGIME_TABLE, type Regime } from "../ownership/rules/regimes.js";
import { calledIn, claimText } from "./claim-text.js";
import type { Names } from "./names.js";
import { shareWords } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** A difference between two answers as a sentence: a finding came, went or changed. */
export function cameText(finding: Finding, names: Names): string {
  return sentence(`a finding was added: ${findingWords(finding, names)}, ${TIMINGS[finding.timing]}`);
}

export function wentText(finding: Finding, names: Names): string {
  return sentence(`a finding was removed: ${findingWords(finding, names)}`);
}

export function changedText(
  before: Finding,
  after: Finding,
  what: readonly FindingChange[],
  names: Names,
): string {
  const changed = listWords(what.map((each) => CHANGES[each]));
  const lead = `a finding changed in ${changed}: ${findingWords(after, names)}`;
  if (before.timing === after.timing) return sentence(lead);
  return `${sentence(lead)} ${sentence(`it was told as "${TIMINGS[before.timing]}" and is now "${TIMINGS[after.timing]}"`)}`;
}

/** "Huawei Technologies (money or research from the target itself)". */
function findingWords({ target, channel }: Finding, names: Names): string {
  return `${calledIn(names)(target)} (${CHANNELS[channel].label})`;
}

const TIMINGS: Readonly<Record<Timing, string>> = {
  CONCURRENT: "while a probe or listing was open",
  POSSIBLY_CONCURRENT: "possibly while a probe or listing was open",
  AFTER: "after a probe or listing was last open",
  BEFORE: "before a probe or listing opened",
  UNDATED: "without a date",
  NO_FLAG: "with no probe or listing that counts",
};

const CHANGES: Readonly<Record<FindingChange, string>> = {
  TIMING: "its time",
  CONTROL: "who controls whom",
  RULE: "what a legal ownership rule says",
  SHARE: "a share",
  AMOUNT: "its payments",
  FLAG_STATE: "the state of a probe or listing",
};

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
    readonly regime: Regime;
    readonly threshold: number;
    readonly inclusive: boolean;
  }[];
  readonly names: Names;
}

const TOLD_OF_EACH = 3;

/** What an answer supposes, before anything that it says: no source states it. Empty for an empty scenario. */
export function scenarioText(told: ScenarioToTell): string {
  const { names, rejected, sources, shares, listed, delisted, same, thresholds } = told;
  const quoted = (claim: Claim) => `"${claimText(claim, names)}"`;
  const clauses = [
    ...few(rejected).map((claim) => `that this is left out: ${quoted(claim)}`),
    ...more(rejected, "claim", "are left out too"),
    ...few(sources).map((title) => `that "${title}" is no source`),
    ...more(sources, "source", "are left out too"),
    ...few(shares).map(
      ({ claim, share }) => `a share of ${shareWords(share)} in place of this: ${quoted(claim)}`,
    ),
    ...more(shares, "share", "are other ones too"),
    ...some(listed, (parties) => `a listing of ${parties}`),
    ...some(delisted, (parties) => `that no listing of ${parties} counts`),
    ...same.map((group) => `that ${listWords(group)} are one party`),
    ...thresholds.map(
      ({ regime, threshold, inclusive }) =>
        `a threshold of ${inclusive ? "at least" : "more than"} ${percent(threshold)} per cent for ${REGIME_TABLE[regime].name}`,
    ),
  ];
  if (clauses.length === 0) return "";
  return [
    "What follows supposes something that no source states.",
    ...clauses.map((clause) => sentence(`it supposes ${clause}`)),
  ].join(" ");
}

/** A headline of an answer that supposes something, so that it is not taken for one of what is. */
export function supposedHeadline(headline: string): string {
  return `Supposed: ${headline}`;
}

function few<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(0, TOLD_OF_EACH);
}

function more(items: readonly unknown[], noun: string, what: string): readonly string[] {
  const left = items.length - TOLD_OF_EACH;
  return left > 0 ? [`that ${left === 1 ? `one more ${noun}` : `${left} more ${noun}s`} ${what}`] : [];
}

function some(items: readonly string[], clause: (words: string) => string): string[] {
  if (items.length === 0) return [];
  const left = items.length - TOLD_OF_EACH;
  const told = items.slice(0, TOLD_OF_EACH);
  return [clause(listWords(left > 0 ? [...told, `${left} more`] : told))];
}
