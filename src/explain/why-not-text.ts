import type { Claim } from "../domain/record.js";
import { percent } from "../domain/share.js";
import { CHANNELS } from "../exposure/channels.js";
import type { ExposureTerms } from "../exposure/question.js";
import type { Condition, WhyNot } from "../exposure/reasons/why-not.js";
import { claimText } from "./claim-text.js";
import { clockWords, dayWords } from "./date-words.js";
import type { FlagToTell } from "./flag-description.js";
import { flagText } from "./flag-text.js";
import type { Names } from "./names.js";
import { counted, numeral } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

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

/** What is missing, one text each, and the whole as a paragraph. */
export function whyNotText(told: WhyNotToTell): { explanation: string; missing: readonly string[] } {
  const { why, names, chain, denied, successions } = told;
  const gaps = gapsOf(told);
  const inChain = new Set(chain.map(({ id }) => id));
  const nearest = nearestWords(told);
  const sentences = [
    leadText(told),
    ...(chain.length === 0 ? [] : [sentence(nearest), ...chain.map((claim) => claimText(claim, names))]),
    ...gaps.flatMap(({ text, claims }) => [
      text,
      ...sentencesOf(
        claims.filter(({ id }) => !inChain.has(id)),
        names,
      ),
    ]),
    ...sentencesOf(denied, names),
    ...successions.flatMap((claim) => [
      claimText(claim, names),
      "What passed to a predecessor or successor does not count here; a question about that party by name shows it.",
    ]),
    ...(why.found ? [] : [`What is outside this collection was not searched.`]),
  ];
  return {
    explanation: sentences.join(" "),
    missing: gaps.map(({ text, claims }) => [text, ...sentencesOf(claims, names)].join(" ")),
  };
}

/** What is missing, and the claims that it speaks of. */
interface Gap {
  readonly text: string;
  readonly claims: readonly Claim[];
}

function sentencesOf(claims: readonly Claim[], names: Names): readonly string[] {
  return claims.map((claim) => claimText(claim, names));
}

function leadText({ why, university, target, terms }: WhyNotToTell): string {
  const what = why.found ? "a finding" : "no finding";
  return sentence(
    `this collection holds ${what} that joins ${university} to ${target}, ${clockWords(terms.validAt, terms.knownAt)}`,
  );
}

function nearestWords({ why }: WhyNotToTell): string {
  const { nearest, found } = why;
  const label = nearest === null ? "" : CHANNELS[nearest].label;
  return found ? `It is of this kind: ${label}` : `What comes nearest is of this kind: ${label}`;
}

function gapsOf(told: WhyNotToTell): readonly Gap[] {
  const { why, university, target } = told;
  const alone = (clause: string): readonly Gap[] => [{ text: sentence(clause), claims: [] }];
  if (why.found) return [];
  if (why.isOwn)
    return alone(
      `${target} belongs to ${university}: what concerns it stands among the university's own probes and listings`,
    );
  if (why.isCoShareholder)
    return alone(
      `${university} and ${target} both own a part of ${told.company ?? "one company"}, and the known votes and statements do not show that ${target} controls it`,
    );
  if (why.missing.length === 0) return alone(`no chain of claims leads from ${university} to ${target}`);
  return why.missing.map((condition) => {
    const { clause, claims = [] } = CONDITION_TEXTS[condition](told);
    return { text: clause.endsWith(".") ? clause : sentence(clause), claims };
  });
}

type GapWords = { readonly clause: string; readonly claims?: readonly Claim[] };

const CONDITION_TEXTS: Record<Condition, (told: WhyNotToTell) => GapWords> = {
  flag: (told) => ({ clause: flagConditionText(told) }),
  day: ({ chain, why, terms }) => ({
    clause:
      why.nearest === "HOLDING"
        ? `It is missing that all of this held on ${dayWords(terms.validAt)}`
        : "A day is missing on which all of this may have held together",
    claims: chain,
  }),
  status: ({ alleged }) => ({
    clause: "A confirmed or reported source is missing: there is only an allegation",
    claims: alleged,
  }),
  hops: ({ chain, terms }) => ({
    clause: `A shorter way is missing: this one is ${numeral(chain.length)} claims long, and the question follows at most ${numeral(terms.maxHops)}`,
  }),
  hub: ({ hubs, terms }) => ({
    clause: `A way around ${listWords(hubs)} is missing: more than ${counted(terms.hubLimit, "claim")} of ownership lead on from there, and the question does not follow them`,
  }),
  parts: ({ university }) => ({
    clause: `A dealing of ${university} itself is missing: this one is with a part of it, and the question leaves parts out`,
  }),
  channel: ({ why }) => ({
    clause: `The question did not ask for this channel (${(why.nearest ?? "").toLowerCase()})`,
  }),
  minShare: ({ target, terms, why }) => ({
    clause: `A share of ${percent(terms.minShare ?? 0)} per cent is missing: ${why.nearest === "PARENT" ? `the share in ${target}` : `what ${target} owns of the counterparty, directly and through others,`} is certainly smaller`,
  }),
  identity: ({ suggested }) => ({
    clause: "It is not decided whether two names are of one party, and a suggestion does not count",
    claims: suggested,
  }),
  validAt: ({ later, terms }) => ({
    clause: `It had not begun by ${dayWords(terms.validAt)}`,
    claims: later,
  }),
  knownAt: ({ unknown, terms }) => ({
    clause: `It was not known on ${dayWords(terms.knownAt)}`,
    claims: unknown,
  }),
};

function flagConditionText({ target, flags, why, names }: WhyNotToTell): string {
  if (flags.counted && why.nearest === "PARENT")
    return [
      `${target} is not the topmost company with an open listing on a list from which the payer is absent, or the payer may not control it.`,
      "Only such a company counts as a parent where the question does not name one.",
    ].join(" ");
  if (flags.counted && flags.isUniversity)
    return `A listing of ${target} is missing: a probe of a university counts only where the question names it.`;
  if (flags.all.length === 0)
    return [
      sentence(`this collection holds no probe of ${target} and no listing`),
      "Without one a party counts only where the question names it.",
    ].join(" ");
  const told = flags.all.map((flag) => flagText(flag, names));
  return [
    sentence(`no probe or listing of ${target} counts for this question`),
    "Without one that counts, a party counts only where the question names it.",
    ...told,
  ].join(" ");
}
