import { firstDayOf, type RiskTopic } from "../domain/flag.js";
import type { MoneyRange } from "../domain/money.js";
import type { Claim } from "../domain/record.js";
import { isAbout } from "../exposure/review/review-criteria.js";
import { NO_MARKS } from "./citations.js";
import { claimText } from "./claim-text.js";
import { onDate } from "./date-words.js";
import { called, type FlagToTell, relevance } from "./flag-description.js";
import { flagSentences } from "./flag-text.js";
import type { Names } from "./names.js";
import { counted, moneyWords } from "./number-words.js";
import { replyTexts } from "./reply-text.js";
import {
  datedPredicate,
  inTwo,
  joined,
  listWords,
  MOST_WORDS,
  opening,
  sentence,
  wordCount,
} from "./sentence.js";

/** What is on record under one criterion. */
export interface CriterionToTell {
  readonly criterion: RiskTopic;
  readonly flags: readonly FlagToTell[];
  /** Those that only allegations make. */
  readonly alleged: readonly FlagToTell[];
  readonly stateOwnership: readonly Claim[];
  readonly funding: readonly Claim[];
  readonly research: readonly Claim[];
  /** A source's own words that call the counterparty a state's, where no claim says whose it is. */
  readonly stateWords: string | null;
  readonly counterparty: string;
  readonly university: string;
  readonly names: Names;
}

/** The words of reviews of elevated risk for what they ask, and what this collection does not look at. */
export const CRITERIA: Readonly<Record<RiskTopic, { readonly words: string; readonly unseen: string }>> = {
  intellectual_property: { words: "intellectual property", unseen: "patents and licences" },
  export_controls: { words: "export controls", unseen: "licences and goods" },
  data_security: { words: "data security and access", unseen: "the data that a project would open" },
  economic_competitiveness: { words: "economic competitiveness", unseen: "markets and subsidies" },
  national_security: { words: "national security", unseen: "the careers of persons" },
  human_rights: {
    words: "political, civil and human rights",
    unseen: "findings of others than governments",
  },
  sanctions: { words: "sanctions", unseen: "payments to third parties" },
  corruption: { words: "corruption", unseen: "cases that are not public" },
  foreign_funding_disclosure: { words: "disclosure of foreign funding", unseen: "filings after 2020" },
};

const ACTS_TOLD = 2;
const CLAIMS_TOLD = 3;

/** What the collection holds on a criterion, who replied, and what was not looked at. */
export function criterionText(asked: CriterionToTell): string {
  const { words, unseen } = CRITERIA[asked.criterion];
  const { flags, alleged, counterparty, names } = asked;
  const byWeight = [...flags].sort((a, b) => relevance(a) - relevance(b));
  const shown = [...byWeight.slice(0, ACTS_TOLD), ...alleged.slice(0, ACTS_TOLD)];
  const more = flags.length + alleged.length - shown.length;
  const told = shown.flatMap((flag) => [...actWords(flag, names), ...amendments(flag, names)]);
  const [first, ...others] = [...new Set(told)];
  const none = `this collection holds no probe or listing of ${counterparty} or of a known owner that speaks of this`;
  const rest = `${counted(more, "more probe or listing", "more probes or listings")} of it or its owners ${more === 1 ? "is" : "are"} on record`;
  const acts = [`on "${words}": ${opening(first ?? none)}`, ...others, ...(more > 0 ? [rest] : [])];
  const replies = shown.flatMap((flag) => replyTexts(flag, names, NO_MARKS));
  return [
    ...packed(acts),
    ...new Set(replies),
    ...claimsTexts(asked),
    sentence(`this collection does not look at ${unseen}`),
  ].join(" ");
}

/** Clauses as sentences, as many to each as it holds. */
function packed(clauses: readonly string[]): readonly string[] {
  const sentences: string[] = [];
  let last = "";
  for (const clause of clauses) {
    const longer = last === "" ? clause : `${last}; ${clause}`;
    if (last !== "" && wordCount(longer) > MOST_WORDS) {
      sentences.push(sentence(last));
      last = clause;
    } else last = longer;
  }
  return [...sentences, sentence(last)].flatMap(inTwo);
}

/** A probe or listing with its outcomes and limits, as clauses: "Huawei Technologies was added to the Entity List on 16 May 2019". */
export function actWords(flag: FlagToTell, names: Names): readonly string[] {
  return flagSentences(flag, names, NO_MARKS).map((words) => words.replace(/\.$/, ""));
}

/** What was added to a probe later, in an editor's words: "… was charged in a superseding indictment on 13 February 2020 …". */
function amendments(flag: FlagToTell, names: Names): readonly string[] {
  if (flag.record.flag.kind === "Listing") return [];
  return flag.counted
    .filter(({ event, text, status }) => event === "amended" && text !== null && status !== "alleged")
    .filter((event) => firstDayOf(event) <= flag.validAt)
    .map(({ text, start }) =>
      joined(called(flag.target, names), datedPredicate(text ?? "", start && onDate(start))),
    );
}

// ---- ownership, money, research

function claimsTexts(told: CriterionToTell): readonly string[] {
  const { criterion, counterparty, university } = told;
  return [
    ...(isAbout(criterion, "stateOwnership") ? ownershipTexts(told) : []),
    ...(isAbout(criterion, "funding") ? fundingTexts(told) : []),
    ...(isAbout(criterion, "research")
      ? claimTexts(
          told.research,
          `this collection holds no joint research or program of ${university} and ${counterparty}`,
          told.names,
        )
      : []),
  ];
}

function ownershipTexts({ stateOwnership, stateWords, counterparty, names }: CriterionToTell) {
  const none = `this collection holds no claim that a public body owns or controls ${counterparty}`;
  const but = stateWords === null ? none : `${none}, but a source writes "${stateWords}"`;
  return claimTexts(stateOwnership, but, names);
}

function claimTexts(claims: readonly Claim[], none: string, names: Names): readonly string[] {
  if (claims.length === 0) return [sentence(none)];
  const more = claims.length - CLAIMS_TOLD;
  const told = claims.slice(0, CLAIMS_TOLD).map((claim) => claimText(claim, names));
  return more > 0
    ? [...told, sentence(`there ${more === 1 ? "is" : "are"} ${counted(more, "more such claim")}`)]
    : told;
}

/** Sums of what is confirmed or reported; what is alleged or denied is told by itself. */
function fundingTexts({ funding, names, counterparty, university }: CriterionToTell): readonly string[] {
  const none = `this collection holds no money from ${counterparty} to ${university}`;
  const sure = funding.filter(({ status }) => status === "confirmed" || status === "reported");
  const others = funding.filter((claim) => !sure.includes(claim));
  if (sure.length <= CLAIMS_TOLD) return claimTexts([...sure, ...others], none, names);
  const committed = sure.filter((claim) => claim.record === "relation" && claim.payment === "committed");
  const paid = sure.filter((claim) => !committed.includes(claim));
  const to = `${university} or a part of it`;
  const sums = [
    ...(paid.length === 0
      ? []
      : [sentence(`${counterparty} made ${counted(paid.length, "payment")} to ${to}: ${fundingSums(paid)}`)]),
    ...(committed.length === 0
      ? []
      : [
          sentence(
            `${counterparty} promised ${counted(committed.length, "payment")} to ${to} that this collection does not show to have been made: ${fundingSums(committed)}`,
          ),
        ]),
  ];
  return [...sums, ...(others.length === 0 ? [] : claimTexts(others, none, names))];
}

function fundingSums(fundings: readonly Claim[]): string {
  const sums = new Map<string, MoneyRange>();
  let unknown = 0;
  for (const funding of fundings) {
    if (funding.record !== "relation" || funding.amount === null || funding.amountPer !== null) {
      unknown += 1;
      continue;
    }
    const { min, max, currency } = funding.amount;
    const sum = sums.get(currency) ?? { min: 0, max: 0, currency };
    const most = sum.max === null || max === null ? null : sum.max + max;
    sums.set(currency, { min: sum.min + min, max: most, currency });
  }
  const words = [...sums.keys()].sort().map((currency) => moneyWords(sums.get(currency) ?? null));
  const open = unknown === 0 ? [] : [`${counted(unknown, "more payment")} of undisclosed size`];
  return listWords([...words, ...open]);
}

const STATE_WORDS =
  /\b(?:state|government)[- ](?:owned|run|controlled|held)\b|\bstate (?:\w+ )?(?:company|enterprise|firm|giant|producer)\b|\bnationali[sz]ed\b/i;

/** The words of a quote that name a party and call that party a state's; null where none do. */
export function stateWordsIn(quotes: readonly (string | null)[], called: readonly string[]): string | null {
  const ofParty = called.flatMap((name) => saidOf(name));
  for (const quote of quotes) {
    for (const words of ofParty) {
      const said = words.exec(quote ?? "");
      if (quote !== null && said !== null)
        return around(quote.replaceAll('"', "'"), said.index + said[0].search(STATE_WORDS));
    }
  }
  return null;
}

/** "state-owned controlling shareholder NAME", "NAME, a partially state-owned …": no word between that begins another phrase. */
function saidOf(name: string): readonly RegExp[] {
  const between = "(?:(?!and\\b|but\\b|for\\b|from\\b|of\\b|or\\b|to\\b|with\\b)[\\w.-]+,?\\s+){0,3}";
  const called = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [
    new RegExp(`(?:${STATE_WORDS.source})\\s+${between}${called}\\b`, "i"),
    new RegExp(`\\b${called},?\\s+${between}(?:${STATE_WORDS.source})`, "i"),
  ];
}

/** So many words before and after those that matter. */
const AROUND = 5;

function around(quote: string, at: number): string {
  const before = quote
    .slice(0, at)
    .split(/\s+/)
    .slice(-AROUND - 1)
    .join(" ");
  const words = quote.slice(at).split(/\s+/);
  const isCut = [quote.slice(0, at).trim() !== before.trim(), words.length > 2 * AROUND];
  const after = words.slice(0, 2 * AROUND).join(" ");
  return `${isCut[0] ? "… " : ""}${before}${after}${isCut[1] ? " …" : ""}`;
}
