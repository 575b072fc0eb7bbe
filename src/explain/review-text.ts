import type { Decision } from "../domain/act.js";
import type { Response, RiskTopic } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import type { Verdict } from "../domain/verdict.js";
import type { RuleVerdict } from "../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../ownership/rules/regimes.js";
import { claimText } from "./claim-text.js";
import { actWords, CRITERIA } from "./criterion-text.js";
import { clockWords, dayWords } from "./date-words.js";
import type { FlagToTell } from "./flag-description.js";
import type { Names } from "./names.js";
import { counted } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";
import { type CoverageToTell, coverageText } from "./transaction-text.js";
import { listWordsOf } from "./verbs.js";

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
    readonly responses: readonly Response[];
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
  const { university, counterparty, names } = told;
  const policies =
    told.policies.length === 0 ? [`This collection holds no review policy of ${university}.`] : told.policies;
  return [
    `This is what the collection holds on ${counterparty} for a review by ${university}, ${clockWords(told.validAt, told.knownAt)}.`,
    ...listedTexts(told),
    ...rulesTexts(told),
    ...policies,
    ...decisionTexts(told),
    ...[...told.denied, ...told.holdings, ...told.links].map((claim) => claimText(claim, names)),
    ...criteriaTexts(told),
    "It advises nothing; what is outside this collection was not searched.",
  ].join(" ");
}

const LISTINGS_TOLD = 3;

function listedTexts({ listings, listsSearched, names, validAt, counterparty }: ReviewToTell) {
  const acts = [...new Set(listings.map((flag) => actWords(flag, names).map(sentence).join(" ")))];
  const more = acts.length - LISTINGS_TOLD;
  const told = [
    ...acts.slice(0, LISTINGS_TOLD),
    ...(more > 0 ? [sentence(`this collection holds ${counted(more, "more listing")} of it`)] : []),
  ];
  if (listings.some((flag) => flag.role !== "covered_affiliate")) return told;
  const day = dayWords(validAt);
  const lists = listsSearched.map((list) => listWordsOf(list));
  return [
    sentence(`this collection holds no listing of ${counterparty} by name that was open on ${day}`),
    ...(lists.length === 0
      ? ["It holds no list in full for that day, so the party may be on one all the same."]
      : [...inParts(lists, "it holds in full for that day"), "Of other lists this says nothing."]),
    ...told,
  ];
}

/** A long list in sentences of three items each. */
function inParts(items: readonly string[], lead: string): readonly string[] {
  const parts = items.filter((_, at) => at % 3 === 0).map((_, at) => items.slice(3 * at, 3 * at + 3));
  return parts.map((part, at) => sentence(`${at === 0 ? lead : "it also holds"} ${listWords(part)}`));
}

/** What a rule does, and what several do. */
const DOES: Readonly<Record<RuleVerdict, readonly [one: string, several: string]>> = {
  YES: ["catches it", "catch it"],
  NO: [
    "does not catch it, as far as its owners are known",
    "do not catch it, as far as its owners are known",
  ],
  UNDETERMINED: ["may catch it", "may catch it"],
  NOT_IN_FORCE: ["was not in force", "were not in force"],
};

const WOULD_BE: Readonly<Record<Verdict, string>> = {
  YES: "would have caught it",
  NO: "would not have caught it",
  UNDETERMINED: "might have caught it",
};

/** A sentence for each verdict, with the rules that give it. */
function rulesTexts({ rules }: ReviewToTell): readonly string[] {
  const verdicts = [...new Set(rules.map(({ verdict }) => verdict))];
  return verdicts.map((verdict) => {
    const some = rules.filter((rule) => rule.verdict === verdict);
    const [one, several] = DOES[verdict];
    const would = [...new Set(some.flatMap(({ wouldBe }) => (wouldBe === null ? [] : WOULD_BE[wouldBe])))];
    const names = listWords(some.map(({ regime }) => REGIME_TABLE[regime].name));
    const also = would.length === 0 ? "" : `, and ${listWords(would)}`;
    return sentence(`${names} ${some.length === 1 ? one : several}${also}`);
  });
}

/** Decisions that cover the counterparty or may are told one by one, the others by their number. */
function decisionTexts(told: ReviewToTell): readonly string[] {
  const { decisions, names, university, counterparty, validAt } = told;
  const day = dayWords(validAt);
  if (decisions.length === 0)
    return [`This collection holds no decision of ${university} that was in force on ${day}.`];
  const covering = decisions.filter(({ covers }) => covers !== "NO");
  const others = decisions.length - covering.length;
  return [
    ...covering.flatMap((each) => [
      claimText(each.decision, names),
      coverageText(each, names),
      ...each.responses.map((response) => claimText(response, names)),
    ]),
    ...(others === 0
      ? []
      : [
          sentence(
            `${counted(others, covering.length === 0 ? "decision" : "other decision")} of ${university} in force on ${day} ${others === 1 ? "does" : "do"} not name ${counterparty}`,
          ),
        ]),
  ];
}

function criteriaTexts({ criteria }: ReviewToTell): readonly string[] {
  if (criteria.all.length === 0) return [];
  const words = (topics: readonly RiskTopic[]) =>
    listWords(topics.map((topic) => `"${CRITERIA[topic].words}"`));
  const none = criteria.all.filter((topic) => !criteria.met.includes(topic));
  return [
    ...(criteria.met.length === 0 ? [] : [`It holds something on ${words(criteria.met)}.`]),
    ...(none.length === 0 ? [] : [`It holds nothing on ${words(none)}.`]),
  ];
}
