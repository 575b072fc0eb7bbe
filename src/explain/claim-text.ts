import type { Decision, ReviewPolicy } from "../domain/act.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagEvent, FlagEventKind, FlagId, FlagSubject, Response } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import type { Relation } from "../domain/relation.js";
import { RELATION_KINDS } from "../domain/relation-kinds.js";
import { accuserOf, attributed, authorityOf, namesItsAccuser, publishersOf } from "./attribution.js";
import { countryWords } from "./country-words.js";
import { asOf, monthWords, onDate, sinceDate, untilDate } from "./date-words.js";
import { inProse, type Names, possessive } from "./names.js";
import { moneyWords, UNDISCLOSED } from "./number-words.js";
import { eventDateOf, isToday, pastPeriodOf, periodOf, tellsAState } from "./period-words.js";
import { relationClause, relationDenied } from "./relation-clause.js";
import { dated, inTwo, joined, listWords, opening, stopped } from "./sentence.js";
import { anyVerbOf, DECISION_WORDS, listWordsOf, nounOf, responseVerb, underWords, verbOf } from "./verbs.js";

/**
 * A claim as one English sentence: who, what, how much, when, and on whose word. It holds exactly what the claim's own row
 * states, the words that an editor wrote for it before any template; sources and quotes are cited beside it.
 */
export function claimText(claim: Claim, names: Names): string {
  return stopped(claimClause(claim, names));
}

/** The same without its full stop: marks, a quote or a remark may follow. */
export function claimClause(claim: Claim, names: Names): string {
  const clause = opening(onItsWord(claim, names));
  return claim.caveat === null ? clause : withCaveat(clause, claim.caveat);
}

/** What limits a claim is told with it: behind a semicolon, or in a sentence of its own where that gets too long. */
function withCaveat(clause: string, caveat: string): string {
  return inTwo(`${clause}; ${caveat}`).join(" ");
}

/** A claim as a sentence with the words that its source uses, where they are kept. */
export function quotedText(claim: Claim, names: Names): string {
  return stopped(quotedClause(claim, names));
}

/** The same without its full stop. */
export function quotedClause(claim: Claim, names: Names): string {
  return `${claimClause(claim, names)}${claim.quote === null ? "" : ` ("${claim.quote}")`}`;
}

/** A clause with the word on which it stands: of a denial its speaker, of an allegation the accuser. */
function onItsWord(claim: Claim, names: Names): string {
  if (claim.status === "denied") return deniedWords(claim, names);
  const clause = wordsOf(claim, names);
  const flag = "flag" in claim ? names.flag(claim.flag) : null;
  const accuser = flag === null ? accuserOf(claim, names) : authorityOf(flag, names);
  if (isAllegation(claim)) return saysItself(claim) ? clause : `${accuser} alleged that ${clause}`;
  return attributed(claim, clause, { names, accuser });
}

/** Whether a claim rests on the accuser's word alone. That it was alleged may be confirmed all the same. */
function isAllegation(claim: Claim): boolean {
  return claim.status === "alleged" || (claim.record === "event" && claim.event === "alleged");
}

/** Words of an editor, or of the table, that say themselves that it is alleged. */
function saysItself(claim: Claim): boolean {
  if (claim.text !== null) return namesItsAccuser(claim.text);
  return claim.record === "subject" || (claim.record === "event" && claim.event === "alleged");
}

function wordsOf(claim: Claim, names: Names): string {
  switch (claim.record) {
    case "relation":
      return relationWords(claim, names);
    case "subject":
      return subjectWords(claim, names);
    case "event":
      return eventClause(claim, names);
    case "response":
      return responseWords(claim, names);
    case "decision":
      return decisionWords(claim, names);
    case "policy":
      return policyWords(claim, names);
  }
}

/** What a source states to be not so. An editor's words say who said it; else the source does. */
function deniedWords(claim: Claim, names: Names): string {
  const whose = publishersOf([claim], names);
  const lead = whose === null ? "" : `according to ${whose}, `;
  if (claim.record !== "relation") return `${lead}it is not so that ${wordsOf(claim, names)}`;
  if (claim.text !== null) return relationWords(claim, names);
  const ends = endsOf(claim, names);
  return joined(`${lead}${relationDenied(claim, ends)}`, pastPeriodOf(claim, names));
}

// ---- names

/** An entity as it stands within a sentence, by its short name. */
export function calledIn(names: Names): (id: EntityId) => string {
  return (id) => inProse(names.short(id) ?? names.entity(id) ?? id);
}

function endsOf({ from, to }: Relation, names: Names) {
  const called = calledIn(names);
  return { from: called(from), to: called(to) };
}

function quotedTitle(id: FlagId, names: Names): string {
  return `"${names.flag(id)?.title ?? id}"`;
}

// ---- dates

/** A clause with its day. */
function datedOn(clause: string, start: string | null): string {
  return dated(clause, start === null ? null : onDate(start));
}

// ---- relations

function relationWords(relation: Relation, names: Names): string {
  if (relation.text !== null || isOneDay(relation)) return pastRelationWords(relation, names);
  const { tense, words } = periodOf(relation, names);
  return joined(relationClause(relation, endsOf(relation, names), tense), words);
}

/** A relation in the past tense, also where it still holds today: for texts about another day. */
export function pastRelationWords(relation: Relation, names: Names): string {
  const ends = endsOf(relation, names);
  const isEvent = isOneDay(relation);
  const clause =
    relation.text === null
      ? relationClause(relation, ends, "past")
      : `${ends.from} ${amountIn(relation.text, relation)}`;
  if (!isEvent)
    return relation.text === null
      ? joined(clause, pastPeriodOf(relation, names))
      : withPeriod(clause, relation, names);
  if (relation.start === null && relation.text === null) return `${clause} on a day that is not known`;
  return datedOn(clause, relation.start);
}

function isOneDay({ kind, end }: Relation): boolean {
  return RELATION_KINDS[kind].emptyEnd === "oneDay" && end === null;
}

/** An editor's clause with its time behind it, after a comma where the clause has one of its own. */
function withPeriod(clause: string, claim: Relation | ReviewPolicy, names: Names): string {
  const words = tellsAState(claim) ? pastPeriodOf(claim, names) : eventDateOf(claim, names);
  return dated(/,(?!\d)/.test(clause) && words !== null ? `${clause},` : clause, words).replace(/,$/, "");
}

/**
 * An editor's words with the row's amount where they leave a place for it, else behind them. Of a sum that the row does not
 * give nothing is added: the words, or what limits them, say what is known of it.
 */
export function amountIn(text: string, relation: Pick<Relation, "kind"> & Partial<Relation>): string {
  const { amount = null, amountQualifier = null, amountPer = null } = relation;
  const sum = moneyWords(amount, { amountQualifier, amountPer });
  if (text.includes("{amount}")) return text.replace("{amount}", sum);
  return relation.kind === "Funding" && sum !== UNDISCLOSED ? `${text} for ${sum}` : text;
}

// ---- flags

function subjectWords(subject: FlagSubject, names: Names): string {
  const name = calledIn(names)(subject.entity);
  const period = pastPeriodOf(subject, names);
  if (subject.text !== null) return joined(name, subject.text, datedOnce(subject));
  const flag = names.flag(subject.flag);
  if (flag === null) return joined(name, "is named in", subject.flag, period);
  const title = quotedTitle(subject.flag, names);
  if (subject.role === "victim")
    return subject.status === "alleged"
      ? joined(authorityOf(flag, names), "described", name, "as a victim in", title)
      : joined(name, "was named as a victim in", title);
  if (subject.role === "witness") return joined(name, "was named as a witness in", title);
  if (subject.role === "mentioned") return joined(name, "was mentioned in", title);
  if (subject.role === "records_requested") return askedAbout(subject, names);
  const clause = flag.kind === "Listing" ? listedWords(subject, names) : respondentWords(subject, names);
  return `${joined(name, clause)}${standingWords(subject, names)}`;
}

/** Since and until when, in words of events: "on 24 January 2019", "from 16 May 2019 until 5 June 2020". */
function datedOnce({ start, end }: Pick<FlagSubject, "start" | "end">): string | null {
  const until = end === null ? null : untilDate(end);
  if (until === null) return start === null ? null : onDate(start);
  return joined(start === null ? null : sinceDate(start, "from"), until);
}

/** Since when a party is charged; how long, the case tells. */
function defendantWhen({ start, end }: FlagSubject): string | null {
  if (end !== null) return datedOnce({ start, end });
  if (start === null) return null;
  return start.startsWith("../") ? asOf(start.slice("../".length)) : sinceDate(start, "from");
}

/** The party that a request names is not the one that was asked. */
function askedAbout(subject: FlagSubject, names: Names): string {
  const called = calledIn(names);
  const flag = names.flag(subject.flag);
  const asked = names.concerned(subject.flag).slice(0, PARTIES_NAMED).map(called);
  const who = asked.length === 0 ? "for" : `${listWords(asked)} for`;
  const authority = flag === null ? "an authority" : authorityOf(flag, names);
  return joined(`${authority} asked ${who} records about ${called(subject.entity)}`, datedOnce(subject));
}

function listedWords(subject: FlagSubject, names: Names): string {
  const flag = names.flag(subject.flag);
  const list = listWordsOf(flag?.list ?? null);
  const isCovered = subject.role === "covered_affiliate";
  const lasting = subject.end !== null || subject.start === null || subject.start.startsWith("../");
  if (isCovered || lasting || flag === null) {
    const how = isCovered ? "was covered, without an entry of its own, by" : "was on";
    return joined(how, list, pastPeriodOf(subject, names));
  }
  const verb = anyVerbOf(flag, "listed").words({ authority: authorityOf(flag, names) });
  return joined(verb, onDate(subject.start ?? ""));
}

function respondentWords(subject: FlagSubject, names: Names): string {
  const flag = names.flag(subject.flag);
  if (flag === null) return "";
  const told = { authority: authorityOf(flag, names) };
  if (subject.status === "alleged") return joined(anyVerbOf(flag, "alleged").words(told), datedOnce(subject));
  if (flag.type === "prosecution")
    return joined("was a defendant in", quotedTitle(subject.flag, names), defendantWhen(subject));
  const verb = verbOf(flag, "opened");
  if (subject.end !== null || subject.start === null || verb === null)
    return joined(`was ${underWords(flag, told)}`, pastPeriodOf(subject, names));
  return joined(verb.words(told), onDate(subject.start));
}

/** Whether a claim's own sentence tells how its flag came out. */
export function tellsOutcome(claim: Claim): boolean {
  if (claim.record !== "subject" || claim.end !== null) return false;
  return claim.role === "respondent" || claim.role === "listed";
}

/** How the matter came out, in the same sentence as that it concerns a party; that nothing is known of it, where it may have. */
function standingWords(subject: FlagSubject, names: Names): string {
  const flag = names.flag(subject.flag);
  if (flag === null || !tellsOutcome(subject)) return "";
  const { outcome, lastSaid } = names.standing(subject.flag);
  const noun = `the ${nounOf(flag)}`;
  if (outcome !== null) {
    const words = flag.kind === "Listing" ? LISTING_OUTCOMES[outcome.event] : OUTCOMES[outcome.event];
    return words === undefined ? "" : `; ${noun} ${joined(words, outcome.start && onDate(outcome.start))}`;
  }
  if (flag.kind === "Listing" || lastSaid === null || isToday(lastSaid, names.knownOn)) return "";
  return `; this collection does not hold the outcome, ${asOf(monthWords(lastSaid))}`;
}

/** What became of a case or an inquiry as a whole. */
const OUTCOMES: Partial<Record<FlagEventKind, string>> = {
  settled: "was settled",
  pleaded_guilty: "led to a guilty plea",
  convicted: "led to a conviction",
  judgment: "ended in a final decision",
  dismissed: "was dismissed",
  acquitted: "ended in an acquittal",
  closed: "was closed",
};

const LISTING_OUTCOMES: Partial<Record<FlagEventKind, string>> = {
  delisted: "ended",
  expired: "expired",
};

const PARTIES_NAMED = 2;

/** An event, told of the party that it concerns; of many, of the one of which most is known. */
function eventClause(event: FlagEvent, names: Names): string {
  const flag = names.flag(event.flag);
  if (flag === null) return joined(event.flag, event.event, event.start && onDate(event.start));
  const verb = anyVerbOf(flag, event.event);
  const words = event.text ?? verb.words({ authority: authorityOf(flag, names) });
  // An editor's words say which case it is.
  const isCase = event.text === null && IN_A_CASE.has(flag.type ?? "");
  const within = isCase ? ` in ${quotedTitle(event.flag, names)}` : "";
  if (event.text === null && verb.of === "matter") {
    const when = joined(words, event.start && onDate(event.start));
    return flag.kind === "Listing"
      ? `${when} for ${partiesOf(event.flag, names).replace(/,$/, "")}`
      : `in ${quotedTitle(event.flag, names)}, ${when}`;
  }
  return `${datedOn(joined(partiesOf(event.flag, names), words), event.start)}${within}`;
}

const IN_A_CASE: ReadonlySet<string> = new Set(["prosecution", "enforcement"]);

/** Whom a flag concerns, as a singular subject: "Huawei Technologies", "Huawei Technologies, among others,". */
function partiesOf(flag: FlagId, names: Names): string {
  const [first, ...others] = names.concerned(flag);
  if (first === undefined) return quotedTitle(flag, names);
  return `${calledIn(names)(first)}${others.length === 0 ? "" : ", among others,"}`;
}

/** An event as what became of its matter, without naming it: "was dismissed on 1 June 2020". */
export function eventWords({ event, start }: Pick<FlagEvent, "event" | "start">): string {
  return joined(OUTCOMES[event] ?? LISTING_OUTCOMES[event] ?? OTHER_EVENTS[event], start && onDate(start));
}

const OTHER_EVENTS: Partial<Record<FlagEventKind, string>> = {
  opened: "was opened",
  alleged: "was alleged",
  charged: "led to charges",
  listed: "was made",
  amended: "was amended",
  suspended: "was suspended",
};

// ---- responses

function responseWords(response: Response, names: Names): string {
  const who = calledIn(names)(response.by);
  const flag = names.flag(response.to);
  const verb = response.text ?? responseVerb(response.kind, flag).replace(/ in the matter$/, "");
  return datedOn(joined(who, verb, answeredWords(response, names)), response.start);
}

/** A response where its matter has just been named, with what limits it: "ZTE declined to comment in April 2019". */
export function responseToItWords(
  response: Pick<Response, "by" | "to" | "kind" | "start" | "text" | "caveat">,
  names: Names,
): string {
  const verb = response.text ?? responseVerb(response.kind, names.flag(response.to));
  const clause = datedOn(joined(calledIn(names)(response.by), verb), response.start);
  return response.caveat === null ? clause : withCaveat(clause, response.caveat);
}

/** To what: an editor's words say it themselves. */
function answeredWords(response: Response, names: Names): string | null {
  if (response.text !== null) return null;
  const decision = names.decision(response.to);
  if (decision === null) return `in ${quotedTitle(response.to, names)}`;
  const when = decision.start === null ? null : `of ${monthWords(decision.start)}`;
  return joined("on", possessive(calledIn(names)(decision.by)), DECISION_WORDS[decision.kind].noun, when);
}

// ---- acts

function decisionWords(decision: Decision, names: Names): string {
  const { kind, start, text } = decision;
  const called = calledIn(names);
  const until = decision.end === null ? null : untilDate(decision.end);
  // What was said was said on its day, however long it held.
  const stood = until === null || text?.startsWith("said ") ? "" : `, ${until}`;
  const by = called(decision.by);
  const lasts = text === null ? kind === "moratorium" : text.startsWith("had ");
  const front = lasts ? start && sinceDate(start, "from") : start && onDate(start);
  if (text !== null) return `${joined(front, by, text)}${stood}`;
  const { verb, act } = DECISION_WORDS[kind];
  const named = decision.counterparties.map(called);
  const whom = named.length === 0 ? "parties that the source does not name" : listWords(named);
  return `${joined(front, by, verb, act, whom)}${SUBSIDIARIES[String(decision.coversSubsidiaries)]}${stood}`;
}

const SUBSIDIARIES: Readonly<Record<string, string>> = {
  true: ", subsidiaries included",
  false: ", subsidiaries not included",
  null: "",
};

function policyWords(policy: ReviewPolicy, names: Names): string {
  const by = calledIn(names)(policy.university);
  if (policy.text !== null) return withPeriod(`${by} ${policy.text}`, policy, names);
  const { tense, words } = periodOf(policy, names);
  const countries = listWords(policy.countries.map(countryWords));
  return joined(
    by,
    HAS[tense],
    `the review policy "${policy.name}"`,
    countries === "" ? null : `for engagements with ${countries}`,
    words,
  );
}

const HAS = { present: "has", perfect: "has had", past: "had" } as const;
