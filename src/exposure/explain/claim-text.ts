import type { Decision, DecisionKind, ReviewPolicy } from "../../domain/act.js";
import type {
  FlagEvent,
  FlagEventKind,
  FlagSubject,
  Response,
  ResponseKind,
  SubjectRole,
} from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { Relation } from "../../domain/relation.js";
import { RELATION_KINDS } from "../../domain/relation-kinds.js";
import { laterDate, onDate, sinceDate, untilDate, yearWords } from "./date-words.js";
import type { Names } from "./names.js";
import { allegedly, said } from "./on-whose-word.js";
import { relationClause, type Tense } from "./relation-clause.js";
import { listWords, stopped } from "./sentence.js";

/**
 * A claim as one English sentence: who, what, how much, when, and on what kind of word. It holds exactly what the
 * claim's own row states; sources and quotes are cited beside it.
 */
export function claimText(claim: Claim, names: Names): string {
  return stopped(claimClause(claim, names));
}

/** The same without its full stop: marks, a quote or a remark may follow. */
export function claimClause(claim: Claim, names: Names): string {
  if (claim.record === "relation") return said(claim.status, relationWords(claim, names));
  if (claim.record === "subject") return said(claim.status, subjectWords(claim, names));
  if (claim.record === "event") return eventText(claim, names);
  if (claim.record === "response") return said(claim.status, responseWords(claim, names));
  if (claim.record === "decision") return said(claim.status, decisionWords(claim, names));
  return said(claim.status, policyWords(claim, names));
}

/** A claim as a sentence with the words that its source uses, where they are kept. */
export function quotedText(claim: Claim, names: Names): string {
  return stopped(quotedClause(claim, names));
}

/** The same without its full stop. */
export function quotedClause(claim: Claim, names: Names): string {
  return `${claimClause(claim, names)}${claim.quote === null ? "" : ` ("${claim.quote}")`}`;
}

function entityName(id: string, names: Names): string {
  return names.entity(id) ?? id;
}

function entityList(ids: readonly string[], names: Names): string {
  return listWords(ids.map((id) => entityName(id, names)));
}

function flagTitle(id: string, names: Names): string {
  return `"${names.flag(id)?.title ?? id}"`;
}

// ---- relations

function relationWords(relation: Relation, names: Names): string {
  const ends = { from: entityName(relation.from, names), to: entityName(relation.to, names) };
  const clause = relationClause(relation, ends, relation.end === null ? "present" : "past");
  const event = RELATION_KINDS[relation.kind].emptyEnd === "oneDay" && relation.end === null;
  if (event)
    return joined(clause, relation.start === null ? "on a day that is not known" : onDate(relation.start));
  return withPeriod(clause, relation, names);
}

/** The clause with its time: "… from 2008 until 2020", "…, since 2008, as last stated in 2019". */
function withPeriod(clause: string, claim: Claim, names: Names): string {
  const until = claim.end === null ? null : untilDate(claim.end);
  if (until !== null) {
    return joined(clause, claim.start === null ? null : sinceDate(claim.start, "from"), until);
  }
  const since = claim.start === null ? null : sinceDate(claim.start, "since");
  return [clause, since, lastStated(claim, names)].filter((part) => part !== null).join(", ");
}

/** The last word of a claim whose end no source gives: the year, or the day where it may have ended right after. */
function lastStated(claim: Claim, names: Names): string | null {
  const published = claim.sources.reduce<string | null>(
    (latest, source) => laterDate(latest, names.source(source)?.published ?? null),
    null,
  );
  if (published === null) return null;
  const untilSaid = claim.record === "relation" && RELATION_KINDS[claim.kind].emptyEnd === "lastStated";
  if (untilSaid) return `as last stated ${onDate(published)}`;
  const year = yearWords(published);
  return year === null ? null : `as last stated in ${year}`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}

// ---- flags

const SUBJECT_WORDS: Record<SubjectRole, string> = {
  respondent: "a respondent in",
  listed: "named in the listing",
  covered_affiliate: "covered, without an entry of its own, by the listing",
  records_requested: "asked for records in",
  victim: "named as a victim in",
  witness: "named as a witness in",
  mentioned: "mentioned in",
};

function subjectWords(subject: FlagSubject, names: Names): string {
  const tense: Tense = subject.end === null ? "present" : "past";
  const who = `${entityName(subject.entity, names)} ${tense === "present" ? "is" : "was"}`;
  // What is alleged is that it was harmed, not that somebody names it so.
  const harmed = subject.role === "victim" && subject.status === "alleged";
  const what = harmed ? "a victim in" : SUBJECT_WORDS[subject.role];
  return withPeriod(joined(who, what, flagTitle(subject.flag, names)), subject, names);
}

/** What an event did to its flag; the flag's title stands before it. */
const EVENT_WORDS: Record<FlagEventKind, string> = {
  opened: "was opened",
  alleged: "brought an allegation",
  charged: "led to charges",
  listed: "took effect",
  amended: "was amended",
  settled: "was settled",
  pleaded_guilty: "led to a guilty plea",
  convicted: "led to a conviction",
  judgment: "led to a judgment",
  dismissed: "was dismissed",
  acquitted: "ended in an acquittal",
  closed: "was closed",
  suspended: "was suspended",
  delisted: "was lifted",
  expired: "expired",
};

/** An allegation already says that it is one: it is not told as "alleged to be alleged". */
function eventText(event: FlagEvent, names: Names): string {
  const status = event.event === "alleged" && event.status === "alleged" ? "confirmed" : event.status;
  return said(status, joined(flagTitle(event.flag, names), eventWords(event)));
}

/** An event without its flag's name: "was dismissed on 1 June 2020". */
export function eventWords(event: Pick<FlagEvent, "event" | "start">): string {
  return joined(EVENT_WORDS[event.event], event.start === null ? null : onDate(event.start));
}

// ---- responses

/** A title names a case, an inquiry or a list: what is denied or admitted is what it is about. */
const RESPONSE_WORDS: Record<ResponseKind, string> = {
  denied: "denied the accusations behind",
  admitted: "admitted facts behind",
  no_comment: "declined to comment on",
  no_reply: "did not reply when asked about",
  statement: "made a statement on",
};

function responseWords(response: Response, names: Names): string {
  const when = response.start === null ? null : onDate(response.start);
  const who = entityName(response.by, names);
  return joined(when, who, RESPONSE_WORDS[response.kind], answeredWords(response.to, names));
}

/**
 * A response where its matter has just been named: "ZTE declined to comment on it in April 2019". `before`: what it came
 * before, so that no reader takes it for an answer to that: "ZTE denied the earlier accusations behind it in April 2019,
 * before it was charged".
 */
export function responseToItWords(
  response: Pick<Response, "by" | "kind" | "start" | "status">,
  names: Names,
  before: string | null = null,
): string {
  const when = response.start === null ? null : onDate(response.start);
  const words = RESPONSE_WORDS[response.kind];
  const answered = before === null ? words : words.replace("the accusations", "the earlier accusations");
  const clause = joined(entityName(response.by, names), answered, "it", when);
  const whole = before === null ? clause : `${clause}, before ${before}`;
  return response.status === "alleged" ? allegedly(whole) : whole;
}

function answeredWords(id: string, names: Names): string {
  const decision = names.decision(id);
  if (decision === null) return flagTitle(id, names);
  const when = decision.start === null ? null : onDate(decision.start);
  return joined("the decision that", entityName(decision.by, names), "took", when);
}

// ---- acts

/** Before and after the date. Where a source tells of a state and not of who decided it, so do the words. */
const DECISION_WORDS: Record<DecisionKind, readonly [string, string]> = {
  no_new_engagements: ["decided", "to accept no new engagements with"],
  moratorium: ["had", "a moratorium on new engagements with"],
  cut_ties: ["decided", "to cut or reduce its ties with"],
  ended_agreement: ["decided", "to end an agreement with"],
  review: ["was", "reviewing or considering its engagements with"],
  continued: ["went on", "with its engagements with"],
  declined: ["decided", "to decline an engagement with"],
  removed_equipment: ["decided", "to remove or bar equipment of"],
};

function decisionWords(decision: Decision, names: Names): string {
  const { kind, start } = decision;
  const [verb, act] = DECISION_WORDS[kind];
  const when = start === null ? null : kind === "moratorium" ? sinceDate(start, "from") : onDate(start);
  const until = decision.end === null ? null : untilDate(decision.end);
  const clause = joined(
    entityName(decision.by, names),
    verb,
    when,
    act,
    decision.counterparties.length === 0
      ? "parties that the source does not name"
      : entityList(decision.counterparties, names),
  );
  const subsidiaries =
    decision.coversSubsidiaries === null
      ? ""
      : decision.coversSubsidiaries
        ? ", subsidiaries included"
        : ", subsidiaries not included";
  return `${clause}${subsidiaries}${until === null ? "" : `; this stood ${until}`}`;
}

const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

function policyWords(policy: ReviewPolicy, names: Names): string {
  const countries = listWords(policy.countries.map((country) => REGIONS.of(country) ?? country));
  const clause = joined(
    entityName(policy.university, names),
    policy.end === null ? "has" : "had",
    `the review policy "${policy.name}"`,
    countries === "" ? null : `for engagements with ${countries}`,
  );
  return withPeriod(clause, policy, names);
}
