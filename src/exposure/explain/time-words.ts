import type { Decision } from "../../domain/act.js";
import type { EntityId } from "../../domain/entity.js";
import { firstDayOf } from "../../domain/flag.js";
import { authorityOf } from "./attribution.js";
import { calendarWords, onDate, spanWords } from "./date-words.js";
import { nounsOf, sumsWords, whenWords } from "./dealing-text.js";
import { type Dealing, groupedBy, lastDay, sumOf } from "./dealings.js";
import { limitsOf } from "./flag-text.js";
import type { GroupStory } from "./group-story.js";
import { possessive } from "./names.js";
import { numeral } from "./number-words.js";
import { joined, listWords, standsAlone, within } from "./sentence.js";
import { closingBefore, hasGap, type Standing } from "./standing.js";
import type { Teller } from "./teller.js";
import type { FlagToTell, Opening } from "./told-flag.js";
import { anyVerbOf, DECISION_WORDS } from "./verbs.js";

/** How dealings stand in time to flags and to the university's own decisions, in words. */

/** A flag that opened later than so many days after the last dealing is told last, and as later. */
export const LONG_AFTER = 3 * 365;

/**
 * What brought a flag, with whom it concerns: in full the first time, then in the words of the table. `speaksOf`: who the
 * sentence is about already, and is not named in it again.
 */
export function openingWords(
  { flag, opening }: { readonly flag: FlagToTell; readonly opening: Opening },
  teller: Teller,
  speaksOf: EntityId | null = null,
): string {
  const isNew = teller.isFirst(keyOf(flag, opening));
  const subject = speaksOf === flag.target ? againWords(flag.target, teller) : teller.short(flag.target);
  if (!isNew) return `${subject} ${opening.brief}`;
  if (teller.isBrief) return `${subject} ${opening.brief}${teller.marks.of(...opening.claims)}`;
  // What limits it and is no sentence belongs here; the rest follows with the replies.
  const limits = limitsOf(opening.claims).filter((limit) => !standsAlone(limit));
  return `${subject} ${[opening.words, ...limits].join(", ")}${teller.marks.of(...opening.claims)}`;
}

/** A party that a sentence has named: "the company". */
export function againWords(id: EntityId, teller: Teller): string {
  const kind = teller.names.about(id)?.kind;
  return kind === "Company" ? "the company" : teller.short(id);
}

/** What a text remembers of an opening that it told. */
export function keyOf(flag: FlagToTell, opening: Opening): string {
  return `${flag.target} ${flag.record.flag.id} ${opening.latest}`;
}

/** How one dealing stands in time, as it goes on behind its own clause; empty where nothing is to be said there. */
export function timeBehind(dealing: Dealing, story: GroupStory, teller: Teller): string {
  const standing = story.standing(dealing);
  const time = standingBehind(standing, dealing, teller);
  const before = story.decisionBefore(dealing);
  if (before !== null && !isDatedAfter(dealing, before.decision)) {
    const open = unclearAfter([dealing], [dealing], { story, teller });
    return open === null ? time : `${time}; ${open}`;
  }
  const decision = decisionBehind([dealing], story, teller);
  if (decision === "") return time;
  return time.startsWith(", after ") ? `${time} and after ${decision}` : `${time}, after ${decision}`;
}

/** The same behind a clause that is long already: "; that was after …". */
export function timeApart(time: string): string {
  return time.replace(/^, a period during which /, "; during that period ").replace(/^, /, "; that was ");
}

function standingBehind(standing: Standing, dealing: Dealing, teller: Teller): string {
  switch (standing.how) {
    case "after":
      return `, after ${openingWords(standing, teller, dealing.claim.from)}`;
    case "running": {
      const { kind, start, end } = dealing.claim;
      const opened = openingWords(standing, teller, dealing.claim.from);
      // Of a sum over a period no source dates the payments: that any came later is not said.
      if (kind === "Funding")
        return end === null
          ? `; whether that was before or after ${opened} is not known`
          : `, ${withinPeriod(opened, dealing)}`;
      // Of a state that is dated by the last word on it alone, that day is what came after.
      const isOneDay = end === null && (start === null || start.startsWith("../"));
      return isOneDay ? `, after ${opened}` : `; it went on after ${opened}`;
    }
    case "unclear":
      return dealing.claim.end === null
        ? `; whether that was before or after ${openingWords(standing, teller, dealing.claim.from)} is not known`
        : `; whether it went on until ${openingWords(standing, teller, dealing.claim.from)} is not known`;
    case "unstated":
      if (standing.opening.earliest - lastDay(dealing) > LONG_AFTER) return "";
      return `; whether this still held when ${openingWords(standing, teller, dealing.claim.from)} is not known`;
    case "past": {
      const closing = closingWords(standing, dealing, teller, dealing.claim.from);
      return closing === null ? "" : `, after ${closing}`;
    }
    case "before":
      if (!hasGap(standing) || standing.to - standing.from > LONG_AFTER) return "";
      return `, ${spanWords(standing.from, standing.to, standing.atLeast)} before ${openingWords(standing, teller, dealing.claim.from)}`;
    default:
      return "";
  }
}

/** What opened within the period of a sum; of one that was paid also that its days are not known. */
function withinPeriod(opening: string, { claim }: Dealing): string {
  const days = claim.payment === "committed" ? "" : "; when within it the money was paid is not known";
  return `a period during which ${opening}${days}`;
}

/** What brought a flag and ended it before a dealing: "ZTE was charged in 2016 and pleaded guilty on 22 March 2017". */
function closingWords(
  { flag, opening }: { readonly flag: FlagToTell; readonly opening: Opening },
  dealing: Dealing,
  teller: Teller,
  speaksOf: EntityId | null,
): string | null {
  const event = closingBefore(flag, dealing);
  if (event === null) return null;
  teller.endedBy.set(flag, firstDayOf(event));
  const noun = flag.record.flag;
  const verb = anyVerbOf(noun, event.event);
  const words = event.text ?? verb.words({ authority: authorityOf(noun, teller.names) });
  const when = event.start === null ? null : onDate(event.start);
  const ended = `${joined(words, when)}${teller.marks.of(event)}`;
  return `${openingWords({ flag, opening }, teller, speaksOf)} and ${ended}`;
}

// ---- several dealings

/** How sums stand in time, one sentence a part that stands alike, the strongest first. */
export function timesOf(money: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] {
  const by = (how: Standing["how"]) => money.filter((each) => story.standing(each).how === how);
  const sentences: string[] = [];
  const tellParts = (how: "after" | "running" | "unclear", say: (part: Part, opening: string) => string) => {
    for (const [, its] of groupedBy(by(how), (each) => flagOf(story.standing(each)))) {
      const standing = story.standing(its[0] as Dealing);
      if (!("opening" in standing)) continue;
      const part = partOf(its, money);
      sentences.push(teller.sentence(say(part, openingWords(standing, teller))));
    }
  };
  tellParts("after", (part, opening) => {
    const decision = decisionBehind(part.dealings, story, teller);
    const behind = decision === "" ? "" : ` and after ${decision}`;
    return part.dealings.length === money.length
      ? `all of it came after ${opening}${behind}`
      : within(`${part.words} dated ${datesOf(part.dealings)}, after ${opening}${behind}`, () => {
          const also = decision === "" ? "" : `; that was also after ${decision}`;
          return `${part.words} dated ${datesOf(part.dealings)}, after ${opening}${also}`;
        });
  });
  tellParts(
    "running",
    (part, opening) => `${part.words} for ${withinPeriod(opening, part.dealings[0] as Dealing)}`,
  );
  tellParts(
    "unclear",
    (part, opening) => `whether ${part.subject} came before or after ${opening} is not known`,
  );
  const past = by("past");
  const closing = past[0] && closingFor(story.standing(past[0]), past[0], teller);
  if (closing)
    sentences.push(teller.sentence(`${partOf(past, money).words} dated ${datesOf(past)}, after ${closing}`));
  const rest = afterDecisionOnly(money, story);
  for (const [, its] of groupedBy(rest, (each) => story.decisionBefore(each)?.decision.id)) {
    const certain = its.filter((each) =>
      isDatedAfter(each, (story.decisionBefore(each) as { decision: Decision }).decision),
    );
    const unclear = its.filter((each) => !certain.includes(each));
    const open = unclear.length === 0 ? null : unclearAfter(unclear, money, { story, teller });
    if (open !== null) sentences.push(teller.sentence(open));
    if (certain.length === 0) continue;
    const decision = decisionBehind(certain, story, teller);
    if (decision !== "")
      sentences.push(
        teller.sentence(`${partOf(certain, money).words} dated ${datesOf(certain)}, after ${decision}`),
      );
  }
  const before = by("before");
  if (before.length > 0 && before.length === money.length)
    sentences.push(...beforeAll(before, story, teller));
  const undated = by("undated");
  if (undated.length > 0)
    sentences.push(teller.sentence(`no source dates ${partOf(undated, money).subject}`));
  return sentences;
}

function flagOf(standing: Standing): string | null {
  return "flag" in standing ? keyOf(standing.flag, standing.opening) : null;
}

function closingFor(standing: Standing, dealing: Dealing, teller: Teller): string | null {
  return standing.how === "past" ? closingWords(standing, dealing, teller, null) : null;
}

/** Those that came after a decision of the university's own and after no flag: they are told by the decision. */
function afterDecisionOnly(money: readonly Dealing[], story: GroupStory): readonly Dealing[] {
  return money.filter((each) => story.decisionBefore(each) !== null && story.standing(each).how !== "after");
}

/** All of a sum came before the first flag: with the gap from the last of it. */
function beforeAll(before: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] {
  const first = firstOpening(before, story);
  const last = before.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));
  if (first === null || first.to - first.from > LONG_AFTER) return [];
  const opening = openingWords(first, teller);
  const gap = spanWords(first.from, first.to, first.atLeast);
  const noun = nounsOf([last]).replace(/^one /, "");
  const when = last.claim.start === null ? "" : `, ${onDate(last.claim.start)},`;
  const lead = `all of it came before ${opening}`;
  return [
    teller.sentence(
      within(
        `${lead}, the last ${noun}${when} ${gap} before`,
        () => `${lead}; the last ${noun}${when} came ${gap} before`,
      ),
    ),
  ];
}

/** Of the flags before which dealings came the first, with the gap from the last dealing to it. */
export function firstOpening(
  before: readonly Dealing[],
  story: GroupStory,
): Extract<Standing, { how: "before" }> | null {
  const standings = before.map((each) => story.standing(each)).filter(hasGap);
  const [first] = [...standings].sort((a, b) => a.opening.earliest - b.opening.earliest);
  const [last] = [...standings].sort((a, b) => b.from - a.from);
  if (first === undefined || last === undefined || last.from >= first.to) return null;
  return { ...first, from: last.from, atLeast: first.atLeast || last.atLeast };
}

interface Part {
  readonly dealings: readonly Dealing[];
  /** "two of the gifts, worth $3,283,860, are", "all of it is". */
  readonly words: string;
  /** "two of the gifts, worth $3,283,860,", "all of it". */
  readonly subject: string;
}

function partOf(part: readonly Dealing[], whole: readonly Dealing[]): Part {
  if (part.length === whole.length) return { dealings: part, words: "all of it is", subject: "all of it" };
  const one = part.length === 1;
  const nouns = nounsOf(whole).replace(/^\S+ /, "");
  const subject = `${numeral(part.length)} of the ${nouns}, worth ${sumsWords(part)},`;
  return { dealings: part, words: `${subject} ${one ? "is" : "are"}`, subject };
}

/** "13 March 2019", "February and March 2019", "between May 2019 and June 2020". */
function datesOf(dealings: readonly Dealing[]): string {
  const starts = [...new Set(dealings.map(({ claim }) => claim.start ?? ""))].sort();
  const [only] = starts;
  if (starts.length === 1 && only) return onDate(only).replace(/^(?:on|in) /, "");
  const isPlain = starts.every((start) => /^\d{4}-\d{2}/.test(start) && !start.includes("/"));
  const months = [...new Set(starts.map((start) => start.slice(0, 7)))];
  if (isPlain && months.length < 4) {
    const years = new Set(months.map((month) => month.slice(0, 4)));
    const words = months.map((month, at) =>
      years.size === 1 && at < months.length - 1
        ? calendarWords(month).replace(/ \d{4}$/, "")
        : calendarWords(month),
    );
    return listWords(words);
  }
  return whenWords(dealings)?.replace(/^in /, "") ?? "to days that are not known";
}

// ---- the university's own decision

/**
 * The decision after which dealings are dated: "Berkeley's moratorium of 30 January 2019; the money may have been promised
 * earlier, and whether the moratorium covered Futurewei is not certain". Empty where there is none for all of them.
 */
function decisionBehind(dealings: readonly Dealing[], story: GroupStory, teller: Teller): string {
  const before = dealings.map((each) => story.decisionBefore(each));
  const [first] = before;
  if (!first || !before.every((each) => each?.decision.id === first.decision.id)) return "";
  const { decision } = first;
  if (!dealings.every((each) => isDatedAfter(each, decision))) return "";
  const isNew = teller.isFirst(decision.id);
  const noun = DECISION_WORDS[decision.kind].noun;
  const unsure = [
    ...new Set(
      dealings.flatMap((each) =>
        story.decisionBefore(each)?.covers === "UNDETERMINED" ? [each.claim.from] : [],
      ),
    ),
  ];
  const promised = "; the money may have been promised earlier";
  const covers =
    unsure.length === 0
      ? ""
      : `, and whether the ${noun} covered ${listWords(unsure.map((id) => teller.short(id)))} is not certain`;
  const isMoney = dealings.every(({ claim }) => claim.kind === "Funding");
  const marks = isNew ? teller.marks.of(decision) : "";
  return `${possessive(teller.short(decision.by))} ${noun}${ofDate(decision)}${marks}${isMoney ? promised : ""}${covers}`;
}

/** Whether a dealing began for certain after the day of a decision. */
export function isDatedAfter({ claim }: Dealing, { clock }: Decision): boolean {
  return claim.clock.startEarliest > clock.startLatest;
}

/** Dealings of which the dates leave open whether they came after a decision; null where none does. */
function unclearAfter(
  dealings: readonly Dealing[],
  whole: readonly Dealing[],
  { story, teller }: { readonly story: GroupStory; readonly teller: Teller },
): string | null {
  const decision = story.decisionBefore(dealings[0] as Dealing)?.decision;
  if (decision === undefined) return null;
  const noun = `${possessive(teller.short(decision.by))} ${DECISION_WORDS[decision.kind].noun}${ofDate(decision)}`;
  const marks = teller.isFirst(decision.id) ? teller.marks.of(decision) : "";
  return `whether ${whole.length === 1 ? "it" : partOf(dealings, whole).subject} came before or after ${noun}${marks} is not known`;
}

/** " of 30 January 2019", " in force by November 2018". */
export function ofDate({ start }: Pick<Decision, "start">): string {
  if (start === null) return "";
  if (!start.includes("/")) return ` of ${calendarWords(start)}`;
  return start.startsWith("../") ? `, ${onDate(start)}` : ` of a day ${onDate(start)}`;
}

/** Of sums that came after an own decision the least and the most: "up to $3.28 million". */
export function afterDecisionRange(
  story: GroupStory,
): { readonly min: number; readonly max: number | null; readonly currency: string } | null {
  const after = story.money.filter((each) => story.decisionBefore(each) !== null);
  const currencies = new Set(after.map(({ claim }) => claim.amount?.currency));
  if (after.length === 0 || currencies.size > 1) return null;
  const certain = after.filter((each) => story.decisionBefore(each)?.covers === "YES");
  const whole = sumOf(after);
  return { min: certain.length === 0 ? 0 : sumOf(certain).min, max: whole.max, currency: whole.currency };
}

/** A flag that came long after the last dealing: "Alibaba was added to … on 8 June 2026, about eight years later". */
export function laterWords(standing: Extract<Standing, { how: "before" }>, teller: Teller): string {
  return `${openingWords(standing, teller)}, ${spanWords(standing.from, standing.to, standing.atLeast)} later`;
}
