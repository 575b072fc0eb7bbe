import { type FlagEvent, type FlagEventKind, firstDayOf, type RiskTopic } from "../../domain/flag.js";
import type { MoneyRange } from "../../domain/money.js";
import type { Claim } from "../../domain/record.js";
import { isAbout } from "../review/review-criteria.js";
import { authorityOf } from "./attribution.js";
import { calledIn, claimText } from "./claim-text.js";
import { asOf, monthWords, onDate } from "./date-words.js";
import type { Names } from "./names.js";
import { counted, moneyWords } from "./number-words.js";
import { joined, listWords, MOST_WORDS, sentence, wordCount } from "./sentence.js";
import type { FlagToTell } from "./told-flag.js";
import { anyVerbOf, responseVerb } from "./verbs.js";

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
export function criterionText(told: CriterionToTell): string {
  const { words, unseen } = CRITERIA[told.criterion];
  const { flags, alleged, counterparty, names } = told;
  const acts = [...actsWords(flags, names), ...actsWords(alleged, names)];
  const none = `this collection holds no probe or listing of ${counterparty} or of a known owner`;
  const [first = none, ...others] = acts;
  const clauses = [
    `on "${words}", ${first}`,
    ...others,
    ...repliesWords([...flags, ...alleged], names),
    `this collection does not look at ${unseen}`,
  ];
  return [...packed(clauses), ...claimsTexts(told)].join(" ");
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
  return [...sentences, sentence(last)];
}

// ---- probes and listings

/** The gravest first: cases, then listings, then inquiries. */
const GRAVEST: readonly (string | null)[] = ["prosecution", "enforcement", null];

/** A clause for each party, with what weighs most, and one for what is left out. */
function actsWords(flags: readonly FlagToTell[], names: Names): readonly string[] {
  const rank = ({ record }: FlagToTell) => {
    const at = GRAVEST.indexOf(record.flag.type);
    return at < 0 ? GRAVEST.length : at;
  };
  const byWeight = [...flags].sort((a, b) => rank(a) - rank(b));
  const told = byWeight.slice(0, ACTS_TOLD);
  const parties = [...new Set(told.map(({ target }) => target))];
  const more = byWeight.length - told.length;
  return [
    ...parties.map((party) => {
      const own = told.filter(({ target }) => target === party);
      return `${calledIn(names)(party)} ${listWords([...new Set(own.map((flag) => actVerb(flag, names)))])}`;
    }),
    ...(more > 0
      ? [
          `${counted(more, "more probe or listing", "more probes or listings")} of it or its owners ${more === 1 ? "is" : "are"} on record`,
        ]
      : []),
  ];
}

const TELLING: readonly FlagEventKind[] = [
  "convicted",
  "pleaded_guilty",
  "judgment",
  "settled",
  "charged",
  "listed",
  "opened",
  "alleged",
];

/** A probe or listing as its weightiest event: "Huawei Technologies was added to the Entity List on 16 May 2019". */
export function actWords(flag: FlagToTell, names: Names): string {
  return `${calledIn(names)(flag.target)} ${actVerb(flag, names)}`;
}

function actVerb(flag: FlagToTell, names: Names): string {
  const { record } = flag;
  const noun = record.flag;
  const event = tellingEvent(flag);
  const kind = event?.event ?? (noun.kind === "Listing" ? "listed" : "opened");
  const verb = anyVerbOf(noun, kind);
  const words = event?.text ?? verb.words({ authority: authorityOf(noun, names) });
  const own = noun.kind === "Listing" ? flag.subject.start : null;
  const start = own ?? event?.start ?? null;
  const when = start === null ? null : start.startsWith("../") ? asOf(start) : onDate(start);
  return joined(words, when);
}

function tellingEvent({ events, validAt }: FlagToTell): FlagEvent | null {
  const past = events.filter((event) => firstDayOf(event) <= validAt);
  for (const kind of TELLING) {
    const last = past.findLast(({ event }) => event === kind);
    if (last) return last;
  }
  return null;
}

/** Who of them replied, each party once: with its first and its last reply. What others replied is theirs. */
function repliesWords(flags: readonly FlagToTell[], names: Names): readonly string[] {
  const parties = new Set(flags.map(({ target }) => target));
  const all = flags.flatMap(({ record, responses }) =>
    responses.filter(({ by }) => parties.has(by)).map((response) => ({ response, flag: record.flag })),
  );
  const speakers = [...new Set(all.map(({ response }) => response.by))];
  return speakers.flatMap((by) => {
    const said = all.filter(({ response }) => response.by === by);
    const [first, last] = [said[0], said.at(-1)];
    if (first === undefined || last === undefined) return [];
    const words = first.response.text ?? responseVerb(first.response.kind, first.flag);
    const when = first.response.start === null ? null : onDate(first.response.start);
    const again = said.length > 1 && last.response.start !== null;
    const also = again
      ? `and replied ${counted(said.length - 1, "more time")}, last in ${monthWords(last.response.start ?? "")}`
      : null;
    return [joined(calledIn(names)(by), words, when, also)];
  });
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
  const but = stateWords === null ? none : `${none}, but a source speaks of "${stateWords}"`;
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

/** The words of a quote that name a party and call it a state's; null where none do. */
export function stateWordsIn(quotes: readonly (string | null)[], called: readonly string[]): string | null {
  const found = quotes.find(
    (quote) => quote !== null && STATE_WORDS.test(quote) && called.some((name) => quote.includes(name)),
  );
  return found ? found.replaceAll('"', "'") : null;
}
