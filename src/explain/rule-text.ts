import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { LISTS } from "../domain/lists.js";
import type { Claim } from "../domain/record.js";
import { BILLION, percent, type Share } from "../domain/share.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import type { Verdict } from "../domain/verdict.js";
import type { RuleVerdict } from "../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../ownership/rules/regimes.js";
import { publisherOf, publishersOf } from "./attribution.js";
import { calledIn } from "./claim-text.js";
import { dayWords, laterDate, yearWords } from "./date-words.js";
import type { NamedSource, Names } from "./names.js";
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

/** A verdict on control, to be told. */
export interface ControlToTell {
  readonly controller: EntityId;
  readonly company: EntityId;
  readonly day: Day;
  readonly verdict: Verdict;
  readonly votes: Share;
  readonly stated: readonly EntityId[];
  readonly voters: readonly { readonly party: EntityId; readonly votes: Share }[];
  /** Contradictions among the votes, each as a clause. */
  readonly problems: readonly string[];
}

/** Why one party controls another, or does not, or why that is undetermined. Never empty. */
export function controlText(told: ControlToTell, names: Names): string {
  const called = calledIn(names);
  const { controller, company, day, verdict } = told;
  if (controller === company) return sentence(`${called(company)} is the same party`);
  const clause = VERDICTS[verdict](called(controller), called(company));
  return [
    sentence(`as of ${dayWords(day)} ${clause}`),
    ...grounds(told, called),
    ...told.problems.map(sentence),
  ].join(" ");
}

const VERDICTS: Readonly<Record<Verdict, (controller: string, company: string) => string>> = {
  YES: (controller, company) => `the claims in this collection show that ${controller} controls ${company}`,
  NO: (controller, company) => `the claims in this collection show no control of ${company} by ${controller}`,
  UNDETERMINED: (controller, company) =>
    `the claims in this collection leave open whether ${controller} controls ${company}`,
};

function grounds(told: ControlToTell, called: (id: EntityId) => string): readonly string[] {
  const { controller, company, verdict, stated, voters, votes } = told;
  const through = (party: EntityId) => {
    if (party === controller) return called(party);
    return `${called(party)}, which it ${verdict === "YES" ? "controls" : "may control"},`;
  };
  if (stated.length > 0) {
    const parties = listWords(stated.map(through)).replace(/,$/, "");
    return [
      verdict === "YES"
        ? sentence(`a source says that ${called(company)} is controlled by, or is part of, ${parties}`)
        : sentence(`a source points to control of ${called(company)} by ${parties}, and leaves it open`),
    ];
  }
  if (voters.length === 0)
    return [
      sentence(
        `no votes in ${called(company)} are known to lie with it or with anything that it may control`,
      ),
    ];
  const first = voters.slice(0, VOTERS_TOLD);
  const held = listWords([
    ...first.map(({ party, votes: some }) => `${through(party)} with ${shareWords(some)}`),
    ...(voters.length > first.length ? [`${numeral(voters.length - first.length)} more`] : []),
  ]);
  return [
    sentence(`votes in ${called(company)} lie with ${held}`),
    sentence(`together they come to ${shareWords(votes)}, and control takes more than 50 per cent`),
  ];
}

const VOTERS_TOLD = 3;

/**
 * On what kind of word a verdict rests, in a sentence or two with the publishers: that a claim of its proof is reported
 * only, and that none of the sources of one is of the day asked about. Empty where neither is so.
 */
export function restsOnText(claims: readonly Claim[], day: Day, names: Names): string {
  const reported = claims.filter(({ status }) => status === "reported");
  const whose = publishersOf(reported, names) ?? "a source that is not of that time";
  const stale = claims.flatMap((claim) => lastStated(claim, day, names) ?? []);
  const oldest = Math.min(...stale.map(({ latest }) => latest));
  const first = stale.find(({ latest }) => latest === oldest);
  return [
    ...(reported.length > 0 ? [`this rests on what ${whose} reported, and is not confirmed`] : []),
    ...(first === undefined
      ? []
      : [
          `it was last stated in ${first.year}, by ${first.publisher}, and no source says that it still held on ${dayWords(day)}`,
        ]),
  ]
    .map(sentence)
    .join(" ");
}

interface LastStated {
  /** Who stated it last. */
  readonly publisher: string;
  /** The last day on which that may have been published. */
  readonly latest: Day;
  readonly year: string;
}

/** When a claim without a known end was last stated, if that was in a year before the one asked about. */
function lastStated(claim: Claim, day: Day, names: Names): LastStated | null {
  if (claim.end !== null) return null;
  let last: { readonly source: NamedSource; readonly published: string } | null = null;
  for (const id of claim.sources) {
    const source = names.source(id);
    const published = source?.published ?? null;
    if (source === null || published === null) continue;
    if (laterDate(last?.published ?? null, published) === published) last = { source, published };
  }
  const year = last === null ? null : yearWords(last.published);
  if (last === null || year === null || year >= dayWords(day).slice(-4)) return null;
  return { publisher: publisherOf(last.source), latest: parseUncertainDate(last.published).latest, year };
}
