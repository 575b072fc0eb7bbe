import type { Decision } from "../../domain/act.js";
import type { RiskTopic } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import type { Claim } from "../../domain/record.js";
import type { Verdict } from "../finding.js";
import type { RuleVerdict } from "../rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../rules/regimes.js";
import { claimText, quotedClause, quotedText } from "./claim-text.js";
import { type CoverageToTell, coverageText } from "./coverage-text.js";
import { dayWords } from "./date-words.js";
import { type FlagToTell, flagText } from "./flag-text.js";
import type { Names } from "./names.js";
import { listWords, sentence } from "./sentence.js";

/** Everything that the summary tells. */
export interface ReviewToTell {
  readonly university: string;
  readonly counterparty: string;
  readonly validAt: number;
  readonly knownAt: number;
  readonly listings: readonly FlagToTell[];
  readonly listsSearched: readonly string[];
  readonly rules: readonly {
    readonly regime: Regime;
    readonly verdict: RuleVerdict;
    readonly wouldBe: Verdict | null;
  }[];
  readonly policies: readonly string[];
  readonly decisions: readonly (CoverageToTell & {
    readonly decision: Decision;
    readonly responses: string;
  })[];
  /** What sources state to be not so, between the two. */
  readonly denied: readonly Claim[];
  /** Those that are not denied. */
  readonly holdings: readonly Claim[];
  readonly links: readonly Claim[];
  /** Criteria under which there is any flag or claim, and all of them. */
  readonly criteria: { readonly met: readonly RiskTopic[]; readonly all: readonly RiskTopic[] };
  readonly names: Names;
}

/** The review as one paragraph: listed by name, the rules, the policies, the decisions, and where to read on. */
export function reviewText(told: ReviewToTell): string {
  const { university, counterparty } = told;
  const clocks = `as of ${dayWords(told.validAt)}, as known on ${dayWords(told.knownAt)}`;
  return [
    `${counterparty}, as the policies of ${university} ask, ${clocks}.`,
    listedText(told),
    rulesText(told),
    ...(told.policies.length === 0 ? [`No review policy of ${university} is on record.`] : told.policies),
    ...decisionTexts(told),
    ...told.denied.map((claim) => quotedText(claim, told.names)),
    ...told.holdings.map((claim) => claimText(claim, told.names)),
    ...told.links.map((claim) => linkText(claim, told.names)),
    criteriaText(told),
    "What no dossier holds was not searched; this lays out what sources say and advises nothing.",
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function linkText(claim: Claim, names: Names): string {
  return `${quotedClause(claim, names)}; it fits no channel and transmits nothing.`;
}

function listedText({ listings, listsSearched, names, validAt }: ReviewToTell): string {
  const told = listings.map((flag) => flagText(flag, names, null));
  const byName = listings.some((flag) => !flag.isCoveredOnly);
  const complete = listWords(listsSearched.map((list) => LISTS[list]?.name ?? list));
  const covered =
    complete === ""
      ? "no list is loaded in full for that day, so this does not say that it is on none"
      : `loaded in full for that day: ${complete}; of other lists this says nothing`;
  if (byName) return `Listed by name: ${told.join(" ")}`;
  const none = `No listing by name that was open on ${dayWords(validAt)} is on record; ${covered}.`;
  return [none, ...told].join(" ");
}

const VERDICT_WORDS: Readonly<Record<RuleVerdict, string>> = {
  YES: "caught",
  NO: "not caught",
  UNDETERMINED: "undetermined",
  NOT_IN_FORCE: "not in force",
};

function rulesText({ rules, validAt }: ReviewToTell): string {
  if (rules.length === 0) return "";
  const words = rules.map(({ regime, verdict, wouldBe }) =>
    wouldBe === null
      ? `${REGIME_TABLE[regime].name}: ${VERDICT_WORDS[verdict]}`
      : `${REGIME_TABLE[regime].name}: ${VERDICT_WORDS[verdict]} (if it were: ${VERDICT_WORDS[wouldBe]})`,
  );
  return `Under the legal ownership rules on ${dayWords(validAt)}, ${words.join("; ")}.`;
}

/** Decisions that cover the counterparty or may are told one by one, the others by their number. */
function decisionTexts({
  decisions,
  names,
  university,
  counterparty,
  validAt,
}: ReviewToTell): readonly string[] {
  const day = dayWords(validAt);
  if (decisions.length === 0)
    return [`No decision of ${university} that was in force on ${day} is on record.`];
  const covering = decisions.filter(({ covers }) => covers !== "NO");
  const others = decisions.length - covering.length;
  const told = covering.map((each) =>
    [claimText(each.decision, names), coverageText(each, names), each.responses]
      .filter((text) => text !== "")
      .join(" "),
  );
  if (others === 0) return told;
  const count = others === 1 ? "One decision" : `${others} decisions`;
  const does = others === 1 ? "names others and does" : "name others and do";
  return [
    ...told,
    sentence(`${count} of ${university} in force on ${day} ${does} not cover ${counterparty}`),
  ];
}

function criteriaText({ criteria }: ReviewToTell): string {
  if (criteria.all.length === 0) return "";
  const words = (topics: readonly RiskTopic[]) =>
    listWords(topics.map((topic) => topic.replaceAll("_", " ")));
  const none = criteria.all.filter((topic) => !criteria.met.includes(topic));
  const met = criteria.met.length === 0 ? [] : [`something is on record under ${words(criteria.met)}`];
  const unmet = none.length === 0 ? [] : [`nothing under ${words(none)}`];
  return `Of the criteria, ${[...met, ...unmet].join("; ")}.`;
}
