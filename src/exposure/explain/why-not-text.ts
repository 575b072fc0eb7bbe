import type { Claim } from "../../domain/record.js";
import { percent } from "../../domain/share.js";
import { CHANNELS } from "../channels.js";
import type { ExposureTerms } from "../question.js";
import type { Condition, WhyNot } from "../reasons/why-not.js";
import { claimText, quotedText } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import { type FlagToTell, flagText } from "./flag-text.js";
import type { Names } from "./names.js";

/** Everything that the answer to "why not?" tells. */
export interface WhyNotToTell {
  readonly why: WhyNot;
  readonly university: string;
  readonly target: string;
  readonly terms: Pick<ExposureTerms, "validAt" | "knownAt" | "maxHops" | "hubLimit" | "minShare">;
  /** The claims of the path, in its order. */
  readonly chain: readonly Claim[];
  /** The claims of the path that are alleged, begin after validAt, or were recorded after knownAt. */
  readonly alleged: readonly Claim[];
  readonly later: readonly Claim[];
  readonly unknown: readonly Claim[];
  readonly suggested: readonly Claim[];
  readonly denied: readonly Claim[];
  readonly successions: readonly Claim[];
  /** Names of the hubs on the path that are not passed through. */
  readonly hubs: readonly string[];
  /** Of the company in which both are co-shareholders. */
  readonly company: string | null;
  /** Why no flag of the target counts. */
  readonly flags: UncountedFlags;
  readonly names: Names;
}

/** `counted`: its flags count, but do not make it a target of this channel where it is not named. */
export interface UncountedFlags {
  readonly counted: boolean;
  readonly isUniversity: boolean;
  readonly all: readonly FlagToTell[];
}

/** What is missing, one sentence each, and the whole as a paragraph. */
export function whyNotText(told: WhyNotToTell): { explanation: string; missing: readonly string[] } {
  const missing = missingTexts(told);
  const sentences = [
    leadText(told),
    ...(told.chain.length === 0 ? [] : [`${nearestWords(told)}: ${texts(told.chain, told.names)}`]),
    ...missing,
    ...told.denied.map((claim) => quotedText(claim, told.names)),
    ...told.successions.map(
      (claim) =>
        `${claimText(claim, told.names)} A succession transmits nothing; asked by name, there is a finding there.`,
    ),
    ...(told.why.found ? [] : ["What no dossier holds was not searched."]),
  ];
  return { explanation: sentences.join(" "), missing };
}

function leadText({ why, university, target, terms }: WhyNotToTell): string {
  const clocks = `as of ${dayWords(terms.validAt)}, as known on ${dayWords(terms.knownAt)}`;
  if (why.found) return `There is a finding of ${university} on ${target}, ${clocks}.`;
  return `There is no finding of ${university} on ${target} within what was searched, ${clocks}.`;
}

function nearestWords({ why }: WhyNotToTell): string {
  const { nearest, found } = why;
  const label = nearest === null ? "" : ` (${CHANNELS[nearest].label})`;
  return found ? `It is by ${nearest}${label}` : `The channel ${nearest}${label} came nearest`;
}

function missingTexts(told: WhyNotToTell): readonly string[] {
  const { why, university, target } = told;
  if (why.found) return [];
  if (why.isOwn) {
    return [
      `${target} belongs to ${university}: it is never a target of its own university, and its flags stand among the university's own.`,
    ];
  }
  if (why.isCoShareholder) {
    const company = told.company ?? "the company";
    return [
      `Missing is control: ${university} and ${target} both own a part of ${company}, and on the known votes and statements ${target} does not control it; co-shareholders alone are no finding.`,
    ];
  }
  if (why.missing.length === 0) {
    return [
      `No claims lead from ${university} to ${target} by any channel, whatever their days, their status and the length of the path.`,
    ];
  }
  return why.missing.map((condition) => CONDITION_TEXTS[condition](told));
}

const CONDITION_TEXTS: Record<Condition, (told: WhyNotToTell) => string> = {
  flag: (told) => flagConditionText(told),
  day: ({ chain, names, why, terms }) =>
    why.nearest === "HOLDING"
      ? `Missing is that all of it holds on ${dayWords(terms.validAt)}: ${texts(chain, names)}`
      : `Missing is a day on which all of it may hold together: ${texts(chain, names)}`,
  status: ({ alleged, names }) =>
    `Missing is a confirmed or reported claim in place of what is only alleged: ${texts(alleged, names)}`,
  hops: ({ chain, terms }) =>
    `Missing is a shorter path: it is ${chain.length} claims long, and the question follows at most ${terms.maxHops}.`,
  hub: ({ hubs, terms }) =>
    `Missing is a path around ${hubs.join(" and ")}: more than ${terms.hubLimit} claims of ownership lead on from there, and the question does not pass through.`,
  parts: ({ university }) =>
    `Missing is a transaction of ${university} itself: this one is with a part of it, and the question leaves parts out.`,
  channel: ({ why }) => `Missing is the channel ${why.nearest}: the question did not ask for it.`,
  minShare: ({ target, terms, why }) =>
    `Missing is a share of ${percent(terms.minShare ?? 0)} per cent: ${why.nearest === "PARENT" ? `the share in ${target}` : `what ${target} owns of the counterparty, directly and through others,`} is certainly below what the question asks for.`,
  identity: ({ suggested, names }) =>
    `Missing is a decision on who is who: a suggestion transmits nothing. ${texts(suggested, names)}`,
  validAt: ({ later, names, terms }) =>
    `Missing is that it had begun by ${dayWords(terms.validAt)}: ${texts(later, names)}`,
  knownAt: ({ unknown, names, terms }) =>
    `Missing is that it was known on ${dayWords(terms.knownAt)}: ${texts(unknown, names)}`,
};

function flagConditionText({ target, flags, why, names }: WhyNotToTell): string {
  if (flags.counted && why.nearest === "PARENT")
    return `Missing is what makes ${target} a target of PARENT where it is not named: that it is the topmost with an open listing on a list on which the payer has none, and that the payer may control it.`;
  if (flags.counted && flags.isUniversity)
    return `Missing is a listing of ${target}: a university, or a part of one, is a target by a probe only where it is named.`;
  if (flags.all.length === 0)
    return `Missing is a flag: no probe or listing that is known and has begun makes ${target} a respondent, listed or covered; it is a target only where it is named.`;
  const told = flags.all.map((flag) => flagText(flag, names, null));
  return `Missing is a flag that counts for this question; those of ${target} do not, and it is a target only where it is named. ${told.join(" ")}`;
}

function texts(claims: readonly Claim[], names: Names): string {
  return claims.map((claim) => claimText(claim, names)).join(" ");
}
