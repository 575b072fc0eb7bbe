import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { LISTS } from "../../domain/lists.js";
import { BILLION, percent, type Share } from "../../domain/share.js";
import type { Verdict } from "../finding.js";
import type { RuleVerdict } from "../rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../rules/regimes.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { shareWords } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** What a rule says of a company, to be told. */
export interface RuleToTell {
  readonly regime: Regime;
  readonly company: EntityId;
  readonly day: Day;
  readonly verdict: RuleVerdict;
  readonly wouldBe: Verdict | null;
  /** Whether the company is itself among the flagged parties. */
  readonly isFlagged: Verdict;
  /** Whether the flagged parties were given with the question; otherwise they are those on the regime's lists. */
  readonly isGiven: boolean;
  readonly aggregate: Share;
  /** Billionths. */
  readonly threshold: number;
  readonly inclusive: boolean;
  /** A fraction. */
  readonly known: number;
  /** Caught holders whose shares count, the greatest first; `inFull`: not flagged, but caught themselves. */
  readonly counted: readonly { readonly holder: EntityId; readonly share: Share; readonly inFull: boolean }[];
  readonly missingLists: readonly string[];
  readonly restsOnMissingLists: boolean;
  /** Open shares, those first that would settle most. */
  readonly unsettled: readonly { readonly company: EntityId; readonly holder: EntityId | null }[];
  readonly problems: readonly string[];
}

/** Why a company is caught by a rule, or is not, or why that is undetermined. Never empty. */
export function ruleText(told: RuleToTell, names: Names): string {
  const called = (id: EntityId) => names.entity(id) ?? id;
  const row = REGIME_TABLE[told.regime];
  return [
    told.verdict === "NOT_IN_FORCE" ? notInForce(told, called) : verdictSentence(told, called, true),
    ...countedSentences(told, called),
    ...knownSentences(told, called),
    ...listSentences(told),
    ...told.problems.map(sentence),
    ...(BESIDE[told.regime] ?? []),
    told.day > row.checkedOn
      ? `The table of rules was last checked against the law as published by ${dayWords(row.checkedOn)}: no later rule is known to it.`
      : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

type Called = (id: EntityId) => string;

const CAUGHT: Readonly<Record<Verdict, (company: string, rule: string) => string>> = {
  YES: (company, rule) => `${company} is caught by ${rule}`,
  NO: (company, rule) => `${company} is not caught by ${rule}`,
  UNDETERMINED: (company, rule) => `whether ${company} is caught by ${rule} is undetermined`,
};

function verdictSentence(told: RuleToTell, called: Called, dated: boolean): string {
  const judged = judgedOf(told);
  const clause = CAUGHT[judged](called(told.company), REGIME_TABLE[told.regime].name);
  return sentence(dated ? `on ${dayWords(told.day)} ${clause}` : clause);
}

/** What the rule gives, in force or not. */
function judgedOf({ verdict, wouldBe }: RuleToTell): Verdict {
  return verdict === "NOT_IN_FORCE" ? (wouldBe ?? "NO") : verdict;
}

function notInForce(told: RuleToTell, called: Called): string {
  const name = REGIME_TABLE[told.regime].name;
  return `${sentence(`on ${dayWords(told.day)} ${name} is not in force`)} ${sentence(`If it were: ${verdictSentence(told, called, false)}`)}`;
}

function countedSentences(told: RuleToTell, called: Called): readonly string[] {
  const limit = `${told.inclusive ? "" : "more than "}${percent(told.threshold / BILLION)} per cent${told.inclusive ? " or more" : ""}`;
  const asks = `the rule asks for ${limit}`;
  const whose = told.isGiven ? "the parties asked about" : "the listed parties";
  if (told.isFlagged === "YES")
    return [sentence(told.isGiven ? "it is one of the parties asked about" : "it is listed itself")];
  const maybe = told.isFlagged === "UNDETERMINED" ? ["It may be listed itself."] : [];
  if (told.counted.length === 0)
    return [...maybe, sentence(`No share of it counts as held by ${whose}; ${asks}`)];
  const held = listWords(
    told.counted.map(({ holder, share }) => `${called(holder)} with ${shareWords(share)}`),
  );
  const inFull = told.counted.filter((each) => each.inFull).map(({ holder }) => called(holder));
  const total = shareWords(told.aggregate);
  return [
    ...maybe,
    sentence(
      told.counted.length === 1
        ? `Counted is ${held}; ${asks}`
        : `Counted are ${held}, together ${total}; ${asks}`,
    ),
    inFull.length === 0
      ? ""
      : sentence(
          `${listWords(inFull)} ${inFull.length === 1 ? "counts" : "count"} in full, being ${judgedOf(told) === "YES" ? "caught" : "possibly caught"} ${inFull.length === 1 ? "itself" : "themselves"}: shares along a chain are not multiplied`,
        ),
  ];
}

function knownSentences(told: RuleToTell, called: Called): readonly string[] {
  const judged = judgedOf(told);
  const known = `Known owners account for ${percent(told.known)} of 100 per cent of it`;
  if (judged === "NO") return [sentence(`${known}; the rest counts as held by none of these parties`)];
  if (judged === "YES" || told.unsettled.length === 0) return [];
  const shares = told.unsettled
    .slice(0, 3)
    .map(
      ({ holder, company }) =>
        `the share of ${holder === null ? "others" : called(holder)} in ${called(company)}`,
    );
  return [sentence(`it would help most to know ${listWords(shares)}`), sentence(known)];
}

function listSentences({ missingLists, restsOnMissingLists, isGiven }: RuleToTell): readonly string[] {
  if (isGiven || missingLists.length === 0) return [];
  const lists = listWords(missingLists.map((list) => LISTS[list]?.name ?? list));
  const missing = `Not loaded completely for that day: ${lists}`;
  return [
    sentence(
      restsOnMissingLists ? `${missing}; without it absence proves nothing, so this is no NO` : missing,
    ),
  ];
}

/** What the regime knows beside ownership, and what this answer leaves out. */
const BESIDE: Readonly<Record<Regime, readonly string[]>> = {
  OFAC_50: ["The rule speaks of ownership only; control is asked separately."],
  EU_50: ["Beside ownership the EU also looks at control, which is asked separately."],
  UK_50: [
    "Each listed party is taken alone, shares and votes beside each other; different parties are added only under a joint arrangement, and the UK's further control condition is asked separately.",
  ],
  BIS_50: [
    "Of several listed owners the most restrictive requirement applies; the programmes of the SDN list that the rule also names are left out here.",
  ],
};
