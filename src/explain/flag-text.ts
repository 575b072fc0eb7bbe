import type { Day } from "../domain/day.js";
import { type FlagEvent, firstDayOf } from "../domain/flag.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { accordingTo, authorityOf, namesItsAccuser } from "./attribution.js";
import { type Cited, cited, type Marks, NO_MARKS, unmarked } from "./citations.js";
import { asOf, laterDate, monthWords, onDate, untilDate } from "./date-words.js";
import {
  called,
  type FlagToTell,
  isOnlyAlleged,
  isOpening,
  type Opening,
  OUTCOMES,
  openingsOf,
} from "./flag-description.js";
import type { Names } from "./names.js";
import { replyTexts } from "./reply-text.js";
import { datedPredicate, inTwo, joined, listWords, MOST_WORDS, opening, wordCount } from "./sentence.js";
import { anyVerbOf, listWordsOf, nounOf, underWords } from "./verbs.js";

/** A flag in sentences that can stand by themselves: what happened, how it came out, who replied. Without marks uncited. */
export function flagText(flag: FlagToTell, names: Names, marks: Marks = NO_MARKS): string {
  return [...flagSentences(flag, names, marks), ...replyTexts(flag, names, marks)].join(" ");
}

/** What happened and how it came out, one sentence as a rule. `subject`: how the sentence calls the target. */
export function flagSentences(
  flag: FlagToTell,
  names: Names,
  marks: Marks,
  subject: string = called(flag.target, names),
): readonly string[] {
  if (isOnlyAlleged(flag)) return [allegedSentence(flag, names, marks, subject)];
  const opened = openingsOf(flag, names).at(-1) as Opening;
  const outcomes = outcomesOf(flag, names);
  const standing =
    outcomes.length === 0 ? `${endedForTarget(flag)}${standingWords(flag, opened, names)}` : "";
  const whose = reportedBy([flag.subject, ...flag.counted.filter(isOpening)], names);
  const lead = `${opening(`${subject} ${opened.words}${whose}`)}${marks.of(...opened.claims)}`;
  const limits = limitsOf([...opened.claims, ...outcomes.flatMap(({ claims }) => claims)]);
  const behind = `${standing}${limits.map((limit) => `; ${limit}`).join("")}`;
  return [
    ...outcomeTexts(outcomes, { lead, behind, subject, marks }),
    ...earlierTexts(flag, names, marks, subject),
  ];
}

/** Outcomes in one sentence with what they are the outcome of, as far as it holds them; else in sentences of their own. */
export function outcomeTexts(
  outcomes: readonly Outcome[],
  {
    lead,
    behind = "",
    subject,
    marks,
  }: { readonly lead: string; readonly behind?: string; readonly subject: string; readonly marks: Marks },
): readonly string[] {
  const own = outcomes.filter(({ isOwn }) => isOwn);
  const others = outcomes.filter(({ isOwn }) => !isOwn);
  const said = ({ words, claims }: Outcome) => `${words}${marks.of(...claims)}`;
  const joint = own.length === 0 ? "" : own.length === 1 ? " and " : ", ";
  const whole = `${lead}${joint}${listWords(own.map(said))}${others.map((each) => `; ${said(each)}`).join("")}${behind}`;
  if (wordCount(unmarked(whole)) <= MOST_WORDS || outcomes.length === 0) return inTwo(cited(whole, ""));
  return [
    ...inTwo(cited(`${lead}${behind}`, "")),
    ...own.map((each) => cited(opening(`${subject} ${said(each)}`), "")),
    ...others.map((each) => cited(opening(said(each)), "")),
  ];
}

/** What limits claims, each once. */
export function limitsOf(claims: readonly Cited[]): readonly string[] {
  return [...new Set(claims.flatMap(({ caveat }) => caveat ?? []))];
}

/** How a flag that came again had come out before: dismissed and charged anew, lifted and listed again. */
export function earlierTexts(
  flag: FlagToTell,
  names: Names,
  marks: Marks,
  subject: string,
): readonly string[] {
  const openings = openingsOf(flag, names);
  const [first, last] = [openings[0]?.earliest ?? 0, openings.at(-1)?.earliest ?? 0];
  return flag.counted
    .filter(
      (event) => OUTCOMES.includes(event.event) && firstDayOf(event) < last && firstDayOf(event) >= first,
    )
    .map((event) => {
      const { isOwn, verb, when } = outcomeOf(flag, event, names);
      return cited(joined("Earlier", isOwn ? subject : null, datedPredicate(verb, when)), marks.of(event));
    });
}

/** What an outcome says: of the party, or (not its own) of the matter. */
export interface Outcome {
  readonly isOwn: boolean;
  readonly words: string;
  readonly claims: readonly FlagEvent[];
}

/** How the flag came out, after a day; those in the same words together: "settled on 7 March and on 23 March 2017". */
export function outcomesOf(
  flag: FlagToTell,
  names: Names,
  since: Day = Number.NEGATIVE_INFINITY,
): readonly Outcome[] {
  const opened = openingsOf(flag, names).at(-1)?.earliest ?? Number.NEGATIVE_INFINITY;
  const events = flag.events
    .filter(
      (event) =>
        OUTCOMES.includes(event.event) &&
        event.status !== "alleged" &&
        firstDayOf(event) >= opened &&
        firstDayOf(event) > since,
    )
    // Where nothing opened the flag its first outcome is told as what brought it.
    .slice(flag.counted.some(isOpening) ? 0 : 1);
  const alike = new Map<string, FlagEvent[]>();
  for (const event of events) {
    const { verb } = outcomeOf(flag, event, names);
    alike.set(verb, [...(alike.get(verb) ?? []), event]);
  }
  return [...alike.values()].map((claims) => {
    const { isOwn, verb } = outcomeOf(flag, claims[0] as FlagEvent, names);
    const when = claims.flatMap(({ start }) => (start === null ? [] : [onDate(start)]));
    return { isOwn, words: datedPredicate(verb, listWords(when)), claims };
  });
}

function outcomeOf(
  { record: { flag }, validAt }: FlagToTell,
  event: FlagEvent,
  names: Names,
): { readonly isOwn: boolean; readonly verb: string; readonly when: string | null } {
  const verb = anyVerbOf(flag, event.event);
  const later = firstDayOf(event) > validAt ? "later " : "";
  const template = verb
    .words({ authority: authorityOf(flag, names) })
    .replace(`from ${listWordsOf(flag.list)}`, "from it");
  return {
    isOwn: event.text !== null || verb.of === "party",
    verb: `${later}${event.text ?? template}`,
    when: event.start === null ? null : onDate(event.start),
  };
}

/** Until when a flag concerned its target, where its own row ends and no event of the flag ended it. */
function endedForTarget({ subject, state }: FlagToTell): string {
  const until = subject.end === null || state !== "ended" ? null : untilDate(subject.end);
  return until === null ? "" : `, ${until}`;
}

const A_YEAR = 366;

/** An open case or inquiry of which no outcome is known is told as of the last word on it. */
function standingWords(flag: FlagToTell, opened: Opening, names: Names): string {
  const noun = flag.record.flag;
  if (noun.kind === "Listing" || flag.state !== "open") return "";
  const last = lastReported(flag, names);
  const name = nounOf(noun);
  const unknown = `this collection does not hold its outcome`;
  if (last === null || isSameMonth(last, opened)) return `; ${unknown}`;
  if (noun.type === "prosecution") return `; the ${name} was open when last reported, in ${monthWords(last)}`;
  const under = underWords(noun, { authority: authorityOf(noun, names) });
  return `; it was ${under} ${asOf(monthOnly(last))}, and ${unknown}`;
}

/** How the case stood when last reported: "the case was open when last reported, in July 2025"; null where that is told. */
export function stoodOpen(flag: FlagToTell, names: Names): string | null {
  const noun = flag.record.flag;
  if (noun.kind === "Listing" || flag.state !== "open" || outcomesOf(flag, names).length > 0) return null;
  const last = lastReported(flag, names);
  return last === null ? null : `the ${nounOf(noun)} was open when last reported, in ${monthWords(last)}`;
}

function isSameMonth(date: string, { latest }: Opening): boolean {
  const { earliest } = parseUncertainDate(date);
  return earliest - latest < 31;
}

function monthOnly(date: string): string {
  return (date.split("/").at(-1) === ".." ? date : (date.split("/").at(-1) ?? date))
    .split("-")
    .slice(0, 2)
    .join("-");
}

/** When a source last spoke of a flag. */
export function lastReported(flag: FlagToTell, names: Names): string | null {
  return [...flag.subject.sources, ...flag.events.flatMap(({ sources }) => sources)].reduce<string | null>(
    (latest, source) => laterDate(latest, names.source(source)?.published ?? null),
    null,
  );
}

/** Whether a source of the twelve months before validAt speaks of a flag. */
export function isRecent(flag: FlagToTell, names: Names): boolean {
  const last = lastReported(flag, names);
  return last !== null && parseUncertainDate(last).latest > flag.validAt - A_YEAR;
}

/** ", according to CNBC", where no source of the claims confirms them. */
function reportedBy(claims: readonly (Cited & { readonly status: string })[], names: Names): string {
  const reported = claims.filter(({ status }) => status === "reported");
  const whose = reported.length < claims.length ? null : accordingTo(reported, names);
  return whose === null ? "" : `, ${whose}`;
}

// ---- what is only alleged

function allegedSentence(flag: FlagToTell, names: Names, marks: Marks, subject: string): string {
  const noun = flag.record.flag;
  const event = flag.events.filter(({ event }) => event === "alleged").at(-1);
  const accuser = authorityOf(noun, names);
  const when = event?.start ? onDate(event.start) : null;
  const claims = event ? [event, flag.subject] : [flag.subject];
  const text = event?.text ?? flag.subject.text ?? null;
  if (text === null)
    return cited(
      opening(joined(subject, `was the subject of allegations by ${accuser}`, when)),
      marks.of(...claims),
    );
  if (namesItsAccuser(text)) return cited(opening(joined(subject, text, when)), marks.of(...claims));
  return cited(opening(joined(accuser, "alleged", when, `that ${subject} ${text}`)), marks.of(...claims));
}
