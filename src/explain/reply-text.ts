import { type FlagEventKind, firstDayOf, type Response } from "../domain/flag.js";
import { cited, type Marks } from "./citations.js";
import { calendarWords, onDate } from "./date-words.js";
import { called, type FlagToTell } from "./flag-description.js";
import type { Names } from "./names.js";
import { dated, joined, opening } from "./sentence.js";
import { responseVerb } from "./verbs.js";

/** An answer in court is a reply: who pleaded or settled is not told to have said nothing. */
const ANSWERS: readonly FlagEventKind[] = ["pleaded_guilty", "settled", "acquitted"];

/**
 * The replies to a flag that are its target's own, one sentence a speaker: several denials are one, with the first and the
 * last date. What another accused party said is told where that one is. That there is no reply is said of accusations only,
 * and only where it is so. `isBrief`: of several denials the first is told in the words of the table.
 */
export function replyTexts(
  flag: FlagToTell,
  names: Names,
  marks: Marks,
  { isBrief = false }: { readonly isBrief?: boolean } = {},
): readonly string[] {
  const replies = repliesTo(flag);
  const subject = called(flag.target, names);
  const speakers = [...new Set(replies.map(({ by }) => by))];
  const told = speakers.flatMap((speaker) => {
    const name = flag.party.includes(speaker) ? subject : called(speaker, names);
    return spokenBy(
      name,
      replies.filter(({ by }) => by === speaker),
      { flag, names, marks, isBrief },
    );
  });
  if (told.length > 0 || flag.record.flag.kind !== "Probe" || hasAnswered(flag)) return told;
  return [`This collection holds no reply from ${called(flag.target, names)}.`];
}

/** The replies since the flag came upon its target, in order of date. */
export function repliesTo(flag: FlagToTell): readonly Response[] {
  const own = flag.responses.filter(({ status }) => status !== "alleged");
  const opened = Math.min(...flag.events.map(firstDayOf), flag.subject.clock.startLatest);
  // What was said before is no reply, unless nothing else was.
  const since = own.filter(({ clock, start }) =>
    start?.startsWith("../") ? clock.startLatest >= opened : clock.startEarliest >= opened,
  );
  return since.length > 0 ? since : own;
}

function hasAnswered({ events, responses, party }: FlagToTell): boolean {
  return (
    events.some(({ event }) => ANSWERS.includes(event)) || responses.some(({ by }) => party.includes(by))
  );
}

interface Told {
  readonly flag: FlagToTell;
  readonly names: Names;
  readonly marks: Marks;
  readonly isBrief: boolean;
}

/** What one speaker said, in order of date; denials at the place of the first. */
function spokenBy(name: string, replies: readonly Response[], told: Told): readonly string[] {
  const denials = replies.filter(({ kind }) => kind === "denied");
  const [first] = denials;
  const last = denials.at(-1);
  return replies.flatMap((reply) => {
    if (reply.kind === "denied" && reply !== first) return [];
    const words = replyWords(name, reply, told);
    if (reply !== first || last === undefined || last === first)
      return [cited(opening(words), told.marks.of(reply))];
    const lead = told.isBrief ? replyWords(name, { ...reply, text: null }, told) : words;
    const isDenial = /\bden(?:y|ie[ds])\b/.test(lead);
    const again = isDenial ? " and has repeated its denial" : ", and has objected since";
    const repeated = `${lead}${again}, most recently ${lastWhen(last)}`;
    return [cited(opening(repeated), told.marks.of(reply, last))];
  });
}

/** "Huawei Technologies denied the charges on 29 January 2019", in the words of an editor where there are any. */
export function replyWords(
  name: string,
  reply: Response,
  { flag }: { readonly flag: Pick<FlagToTell, "record"> },
): string {
  const verb = reply.text ?? responseVerb(reply.kind, flag.record.flag);
  const words = dated(joined(name, verb), reply.start === null ? null : onDate(reply.start));
  return reply.caveat === null ? words : `${words}; ${reply.caveat}`;
}

/** "in February 2020", "by July 2025". */
function lastWhen({ start }: Response): string {
  if (start === null) return "on a day that is not known";
  return start.startsWith("../") ? `by ${calendarWords(start.slice("../".length))}` : onDate(start);
}

/** Whether the target has denied what a flag says, and how a headline says so: "Huawei denied the charges". */
export function denialOf(flag: FlagToTell, names: Names): string | null {
  const denial = repliesTo(flag).find(({ kind }) => kind === "denied");
  return denial === undefined
    ? null
    : `${called(denial.by, names)} ${responseVerb("denied", flag.record.flag)}`;
}
