import { CHANNELS } from "../exposure/channels.js";
import type { FindingChange } from "../exposure/differences/finding-changes.js";
import type { Finding, Timing } from "../exposure/finding.js";
import { calledIn } from "./claim-text.js";
import type { Names } from "./names.js";
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
