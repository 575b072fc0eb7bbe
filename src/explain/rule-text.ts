import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { LISTS } from "../domain/lists.js";
import { BILLION, percent, type Share } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import type { RuleVerdict } from "../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../ownership/rules/regimes.js";
import { calledIn } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { numeral, shareWords } from "./number-words.js";
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
  const called = calledIn(names);
  const row = REGIME_TABLE[told.regime];
  return [
    told.verdict === "NOT_IN_FORCE" ? notInForce(told, called) : verdictSentence(told, called, true),
    ...countedSentences(told, called),
    ...knownSentences(told, called),
    ...listSentences(told),
    ...told.problems.map(sentence),
    ...row.beside,
    told.day > row.checkedOn
      ? `The rule is applied as the law was published by ${dayWords(row.checkedOn)}; what came later was not looked at.`
      : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

type Called = (id: EntityId) => string;

const CAUGHT: Readonly<Record<Verdict, (company: string, rule: string) => string>> = {
  YES: (company, rule) => `${rule} catches ${company}`,
  NO: (company, rule) => `${rule} does not catch ${company}, as far as its owners are known`,
  UNDETERMINED: (company, rule) => `it is not certain whether ${rule} catches ${company}`,
};

function verdictSentence(told: RuleToTell, called: Called, dated: boolean): string {
  const clause = CAUGHT[judgedOf(told)](called(told.company), REGIME_TABLE[told.regime].name);
  return sentence(dated ? `as of ${dayWords(told.day)} ${clause}` : clause);
}

/** What the rule gives, in force or not. */
function judgedOf({ verdict, wouldBe }: RuleToTell): Verdict {
  return verdict === "NOT_IN_FORCE" ? (wouldBe ?? "NO") : verdict;
}

function notInForce(told: RuleToTell, called: Called): string {
  const { name } = REGIME_TABLE[told.regime];
  return [
    sentence(`on ${dayWords(told.day)} ${name} was not in force`),
    sentence(`if it had been, this would hold: ${CAUGHT[judgedOf(told)](called(told.company), name)}`),
  ].join(" ");
}

const HOLDERS_TOLD = 3;

function countedSentences(told: RuleToTell, called: Called): readonly string[] {
  const per = `${percent(told.threshold / BILLION)} per cent`;
  const asks = `the rule asks for ${told.inclusive ? `${per} or more` : `more than ${per}`}`;
  const whose = told.isGiven ? "the parties asked about" : "listed parties";
  if (told.isFlagged === "YES")
    return [told.isGiven ? "It is one of the parties asked about." : "It is on such a list itself."];
  const maybe = told.isFlagged === "UNDETERMINED" ? ["It may be on such a list itself."] : [];
  if (told.counted.length === 0)
    return [...maybe, sentence(`no share of it is known to be held by ${whose}, and ${asks}`)];
  const first = told.counted.slice(0, HOLDERS_TOLD);
  const left = told.counted.length - first.length;
  const held = listWords([
    ...first.map(({ holder, share }) => `${called(holder)} with ${shareWords(share)}`),
    ...(left > 0 ? [`${numeral(left)} more`] : []),
  ]);
  const inFull = told.counted.filter((each) => each.inFull).map(({ holder }) => called(holder));
  const together = told.counted.length === 1 ? "" : `together they hold ${shareWords(told.aggregate)}; `;
  return [
    ...maybe,
    sentence(`${told.counted.length === 1 ? "the holder that counts" : "the holders that count"}: ${held}`),
    sentence(`${together}${asks}`),
    inFull.length === 0
      ? ""
      : sentence(
          `${listWords(inFull)} ${inFull.length === 1 ? "counts" : "count"} in full, because the rule ${judgedOf(told) === "YES" ? "catches" : "may catch"} ${inFull.length === 1 ? "it" : "them"} too: shares along a chain are not multiplied`,
        ),
  ];
}

function knownSentences(told: RuleToTell, called: Called): readonly string[] {
  const judged = judgedOf(told);
  const known = `the owners that are known hold ${percent(told.known)} per cent of it`;
  if (judged === "NO") return [sentence(`${known}; the rest is counted as held by others`)];
  if (judged === "YES" || told.unsettled.length === 0) return [];
  const shares = told.unsettled
    .slice(0, 3)
    .map(
      ({ holder, company }) =>
        `the share of ${holder === null ? "others" : called(holder)} in ${called(company)}`,
    );
  return [sentence(`what would settle it soonest: ${listWords(shares)}`), sentence(known)];
}

function listSentences({ missingLists, restsOnMissingLists, isGiven }: RuleToTell): readonly string[] {
  if (isGiven || missingLists.length === 0) return [];
  const lists = listWords(missingLists.map((list) => LISTS[list]?.name ?? list));
  const missing = `this collection does not hold these lists in full for that day: ${lists}`;
  return [
    sentence(missing),
    ...(restsOnMissingLists ? ["A company that is missing from them may be on them all the same."] : []),
  ];
}
