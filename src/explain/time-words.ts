import type { Decision } from "../domain/act.js";
import type { EntityId } from "../domain/entity.js";
import { firstDayOf } from "../domain/flag.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { authorityOf } from "./attribution.js";
import { calendarWords, onDate, spanWords } from "./date-words.js";
import { nounsOf, sumsWords, whenWords } from "./dealing-text.js";
import { type Dealing, groupedBy, lastDay, lastToldDay, sumOf } from "./dealings.js";
import type { FlagToTell, Opening } from "./flag-description.js";
import { limitsOf } from "./flag-text.js";
import type { GroupStory } from "./group-story.js";
import { type Names, possessive } from "./names.js";
import { numeral } from "./number-words.js";
import { asOfDate } from "./period-words.js";
import { joined, listWords, standsAlone, within } from "./sentence.js";
import { closingBefore, hasGap, type Standing } from "./standing.js";
import type { Teller } from "./teller.js";
import { anyVerbOf, DECISION_WORDS, listWordsOf } from "./verbs.js";

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
  speaksOf: readonly EntityId[] = [],
): string {
  const isNew = teller.isFirst(keyOf(flag, opening));
  const subject = speaksOf.includes(flag.target)
    ? againWords(flag.target, teller)
    : teller.short(flag.target);
  if (!isNew) return `${subject} ${opening.brief}`;
  if (teller.isBrief)
    return `${subject} ${opening.brief.replace(/ by (?:U\.S\. )?prosecutors\b/, "")}${teller.marks.of(...opening.claims)}`;
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
  if (time.startsWith("; ")) return `, after ${decision}${time}`;
  return time.startsWith(", after ") ? `${time} and after ${decision}` : `${time}, after ${decision}`;
}

/** The same behind a clause that is long already: "; that was after …". */
export function timeApart(time: string): string {
  return time
    .replace(/^, a period during which /, "; during that period ")
    .replace(/^, a period that /, "; that period ")
    .replace(/^, a period of which /, "; of that period ")
    .replace(/^, /, "; that was ");
}

function standingBehind(standing: Standing, dealing: Dealing, teller: Teller): string {
  switch (standing.how) {
    case "after":
      return `, after ${openingWords(standing, teller, partiesOf(dealing))}`;
    case "running": {
      const { kind, end } = dealing.claim;
      const opened = openingWords(standing, teller, partiesOf(dealing));
      // Of a sum over a period no source dates the payments: that any came later is not said.
      if (kind === "Funding")
        return end === null
          ? `; whether that was before or after ${opened} is not known`
          : `, ${withinPeriod(standing.opening, opened, dealing)}`;
      // Of a state that is dated by the last word on it alone, that day is what came after.
      return isAsOf(dealing, teller) ? `, after ${opened}` : `; that went on after ${opened}`;
    }
    case "unclear": {
      const opened = openingWords(standing, teller, partiesOf(dealing));
      if (dealing.claim.end !== null && !isAsOf(dealing, teller))
        return `; whether that lasted until ${opened} is not known`;
      const that = isStatedAfter(dealing, standing.opening, teller) ? "it began" : "that was";
      return `; whether ${that} before or after ${opened} is not known`;
    }
    case "unstated": {
      if (isToldLater(dealing, standing, teller.names) || IS_UNKNOWN.test(dealing.claim.caveat ?? ""))
        return "";
      const opened = openingWords(standing, teller, partiesOf(dealing));
      return dealing.claim.kind === "Funding"
        ? `; whether all of it was paid before ${opened} is not known`
        : `; whether this still held when ${opened} is not known`;
    }
    case "past": {
      const closing = closingWords(standing, dealing, teller, partiesOf(dealing));
      return closing === null ? "" : `, after ${closing}`;
    }
    case "before": {
      if (!hasGap(standing) || standing.to - standing.from > LONG_AFTER) return "";
      const gap = `${spanWords(standing.from, standing.to, standing.atLeast)} before ${openingWords(standing, teller, partiesOf(dealing))}`;
      return dealing.claim.end === null || isAsOf(dealing, teller)
        ? `, ${gap}`
        : `, a period that ended ${gap}`;
    }
    default:
      return "";
  }
}

/** A caveat that says by itself that the end of something is not known. */
const IS_UNKNOWN = /\bwhat (?:be)?came of\b/;

function partiesOf({ claim }: Dealing): readonly EntityId[] {
  return [claim.from, claim.to];
}

/** Whether a state is dated by the last word on it alone: "as of May 2022". */
function isAsOf({ claim }: Dealing, { names }: Teller): boolean {
  return claim.kind !== "Funding" && asOfDate(claim, names) !== null;
}

/** Whether the day as of which a state is told came after an opening. */
function isStatedAfter({ claim }: Dealing, { latest }: Opening, { names }: Teller): boolean {
  const asOf = asOfDate(claim, names);
  return asOf !== null && claim.kind !== "Funding" && parseUncertainDate(asOf).earliest >= latest;
}

/** What opened within the period of a sum, or may have before it; of one that was paid also that its days are not known. */
function withinPeriod({ earliest }: Opening, words: string, { claim }: Dealing): string {
  const days = claim.payment === "committed" ? "" : "; when within it the money was paid is not known";
  return claim.clock.startLatest <= earliest
    ? `a period during which ${words}${days}`
    : `a period of which at least a part came after ${words}${days}`;
}

/** What brought a flag and ended it before a dealing: "ZTE was charged in 2016 and pleaded guilty on 22 March 2017". */
function closingWords(
  { flag, opening }: { readonly flag: FlagToTell; readonly opening: Opening },
  dealing: Dealing,
  teller: Teller,
  speaksOf: readonly EntityId[],
): string | null {
  const event = closingBefore(flag, opening, dealing);
  if (event === null) return null;
  teller.endedBy.set(flag, firstDayOf(event));
  const noun = flag.record.flag;
  const verb = anyVerbOf(noun, event.event);
  const template = verb.words({ authority: authorityOf(noun, teller.names) });
  const words = event.text ?? template.replace(`from ${listWordsOf(noun.list)}`, "from it");
  const when = event.start === null ? null : onDate(event.start);
  const ended = `${joined(words, when)}${teller.marks.of(event)}`;
  return `${openingWords({ flag, opening }, teller, speaksOf)} and ${ended}`;
}

// ---- several dealings

/** How sums stand in time, one sentence a part that stands alike, the strongest first. */
export function timesOf(money: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] {
  const by = (how: Standing["how"]) => money.filter((each) => story.standing(each).how === how);
  const sentences: string[] = [];
  // Of the same sum a part that is told behind another is another part.
  let isAnother = false;
  const withDecision = new Set<Dealing>();
  const nextPart = (part: readonly Dealing[]) => {
    const next = partOf(part, money, isAnother);
    isAnother = true;
    return next;
  };
  const tellParts = (
    how: "after" | "running" | "unclear",
    say: (part: SomeDealings, words: string, opening: Opening) => string,
  ) => {
    for (const [, its] of groupedBy(by(how), (each) => flagOf(story.standing(each)))) {
      const standing = story.standing(its[0] as Dealing);
      if (!("opening" in standing)) continue;
      const part = nextPart(its);
      sentences.push(teller.sentence(say(part, openingWords(standing, teller), standing.opening)));
    }
  };
  tellParts("after", (part, opening) => {
    const decision = decisionBehind(part.dealings, story, teller);
    if (decision !== "") for (const each of part.dealings) withDecision.add(each);
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
    (part, words, opening) =>
      `${part.words} for ${withinPeriod(opening, words, part.dealings[0] as Dealing)}`,
  );
  tellParts(
    "unclear",
    (part, opening) => `whether ${part.subject} came before or after ${opening} is not known`,
  );
  const past = by("past");
  const closing = past[0] && closingFor(story.standing(past[0]), past[0], teller);
  if (closing)
    sentences.push(teller.sentence(`${nextPart(past).words} dated ${datesOf(past)}, after ${closing}`));
  const rest = money.filter((each) => story.decisionBefore(each) !== null && !withDecision.has(each));
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
  return standing.how === "past" ? closingWords(standing, dealing, teller, []) : null;
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

interface SomeDealings {
  readonly dealings: readonly Dealing[];
  /** "two of the gifts, worth $3,283,860, are", "all of it is". */
  readonly words: string;
  /** "two of the gifts, worth $3,283,860,", "all of it". */
  readonly subject: string;
}

function partOf(part: readonly Dealing[], whole: readonly Dealing[], isAnother = false): SomeDealings {
  if (part.length === whole.length) return { dealings: part, words: "all of it is", subject: "all of it" };
  const one = part.length === 1;
  const nouns = nounsOf(whole).replace(/^\S+ /, "");
  const subject = `${another(part.length, isAnother)} of the ${nouns}, worth ${sumsWords(part)},`;
  return { dealings: part, words: `${subject} ${one ? "is" : "are"}`, subject };
}

/** "two"; behind others "another two", "another". */
function another(count: number, isAnother: boolean): string {
  if (!isAnother) return numeral(count);
  return count === 1 ? "another" : `another ${numeral(count)}`;
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
      : `, and whether ${noun.includes(" ") ? "it" : `the ${noun}`} covered ${listWords(unsure.map((id) => teller.short(id)))} is not certain`;
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

/** A flag that came after a dealing, with the two days between which the gap is. */
export type Later = Pick<
  Extract<Standing, { how: "before" }>,
  "flag" | "opening" | "from" | "to" | "atLeast"
>;

/** The flag that is told as having come later than a dealing; null where none is. */
export function longAfter(dealing: Dealing, standing: Standing, names: Names): Later | null {
  if (standing.how !== "unstated" && !hasGap(standing)) return null;
  if (!isToldLater(dealing, standing, names)) return null;
  const [from, to] = [lastToldDay(dealing, names), standing.opening.earliest];
  const atLeast = standing.how === "unstated" || standing.atLeast;
  return { flag: standing.flag, opening: standing.opening, from, to, atLeast };
}

/** What came long after; and of what a university only took part in, or was named for, all that came after. */
function isToldLater(
  dealing: Dealing,
  { how, opening }: Extract<Standing, { opening: Opening }>,
  names: Names,
) {
  if (how === "unstated" && dealing.claim.kind === "Participation") return true;
  return opening.earliest - lastToldDay(dealing, names) > LONG_AFTER;
}

/** A flag that came long after the last dealing: "Alibaba was added to … on 8 June 2026, about eight years later". */
export function laterWords(standing: Later, teller: Teller): string {
  return `${openingWords(standing, teller)}, ${spanWords(standing.from, standing.to, standing.atLeast)} later`;
}
