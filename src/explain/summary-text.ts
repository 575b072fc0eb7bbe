import type { Day } from "../domain/day.js";
import type { CheckedDays } from "../domain/dossier.js";
import type { EntityId } from "../domain/entity.js";
import type { Claim } from "../domain/record.js";
import { accordingTo } from "./attribution.js";
import { checkedText } from "./checked-text.js";
import { NO_MARKS } from "./citations.js";
import { onDate } from "./date-words.js";
import { type Dealing, lastDay, sayingMore } from "./dealings.js";
import { type FlagToTell, openingsOf } from "./flag-description.js";
import { flagSentences } from "./flag-text.js";
import type { GroupStory } from "./group-story.js";
import { backingSentences, dealingSentence, decisionSentence, withoutFlagTexts } from "./group-text.js";
import { groupHeadline, leadingMoney } from "./headline.js";
import type { Names } from "./names.js";
import { replyTexts } from "./reply-text.js";
import { dated, joined, MOST_WORDS, opening, sentence } from "./sentence.js";
import { paragraph, Teller, type Unit } from "./teller.js";

/** A report with everything that its headline and its summary need. */
export interface ReportToTell {
  readonly university: EntityId;
  /** In order. */
  readonly groups: readonly GroupStory[];
  /** Null: every target was looked for. */
  readonly targets: readonly EntityId[] | null;
  readonly ownFlags: readonly FlagToTell[];
  readonly denied: readonly Claim[];
  readonly validAt: Day;
  readonly knownAt: Day;
  /** When the collection was last checked; null: it does not say. */
  readonly checked: CheckedDays | null;
  readonly names: Names;
}

/** Of money that the headline's sum does not hold so many dealings are told. */
const MORE_MONEY_TOLD = 2;
/** A summary has so many words at most. */
const MOST_OF_A_SUMMARY = 120;

/** The report in one sentence: that of its first group, or that there is none. */
export function reportHeadline(told: ReportToTell): string {
  const [first] = told.groups;
  return first === undefined ? nothingText(told) : groupHeadline(first);
}

/**
 * The report as one paragraph that can be printed alone: dealings, decisions, the university's own flags, what was denied.
 * In steps, a group each.
 */
export function* summaryText(told: ReportToTell): Generator<void, string> {
  const teller = new Teller(told.names, NO_MARKS);
  const [first, ...others] = told.groups;
  const checked = checkedUnits(told);
  const isFirst = isLater(told);
  const further: Unit[] = [];
  for (const [at, story] of others.entries()) {
    yield;
    further.push(unit(4 - at * 0.1, otherGroup(story, teller)));
  }
  const units: readonly Unit[] = [
    ...(isFirst ? checked : []),
    ...(first === undefined ? [unit(null, nothingText(told))] : firstGroup(first, teller)),
    ...told.denied.map((claim) => unit(9, deniedSentence(claim, teller))),
    ...further,
    ...inOrderOfDate(told).map((flag, at) => ({
      sentences: [...flagSentences(flag, told.names, NO_MARKS), ...replyTexts(flag, told.names, NO_MARKS)],
      weight: 8.5 - at * 0.1,
    })),
    ...(isFirst ? [] : checked),
  ];
  return paragraph(units, MOST_OF_A_SUMMARY).text;
}

/** The university's own flags by when they came upon it. */
function inOrderOfDate({ ownFlags, names }: ReportToTell): readonly FlagToTell[] {
  const day = (flag: FlagToTell) => openingsOf(flag, names)[0]?.latest ?? 0;
  return [...ownFlags].sort((a, b) => day(a) - day(b));
}

function unit(weight: number | null, ...sentences: readonly string[]): Unit {
  return { sentences, weight };
}

/** The first group: its headline, what else passed in order of date, the university's own decision. */
function firstGroup(story: GroupStory, teller: Teller): readonly Unit[] {
  const { told } = story;
  const others = ofDifferentKinds(story.money.length > 0 ? story.others : story.others.slice(1));
  const [decision] = told.covered;
  const headline = groupHeadline(story, MOST_WORDS);
  const leading = leadingMoney(story);
  const moreMoney = story.money.filter((each) => !leading.includes(each)).slice(0, MORE_MONEY_TOLD);
  return [
    unit(null, headline),
    ...moreMoney.map((dealing, at) =>
      unit(7.9 - at * 0.1, dealingSentence(dealing, story, { teller, isTimed: false })),
    ),
    ...[...others]
      .sort((a, b) => lastDay(a) - lastDay(b))
      .map((dealing) =>
        unit(
          7 - others.indexOf(dealing),
          ...backingSentences(dealing, story, teller),
          dealingSentence(dealing, story, { teller, isTimed: false }),
        ),
      ),
    ...(decision === undefined ? [] : [unit(8, decisionSentence(decision.decision, told, teller))]),
    ...(headline.includes("this collection holds no") ? [] : withoutFlagTexts(story, teller)).map((text) =>
      unit(null, text),
    ),
  ];
}

/** A further group: its sum, else its strongest dealing with what limits it. */
function otherGroup(story: GroupStory, teller: Teller): string {
  const [dealing] = story.others;
  return story.money.length > 0 || dealing === undefined
    ? groupHeadline(story)
    : dealingSentence(dealing, story, { teller, isTimed: false });
}

/** The strongest dealing of each kind. */
function ofDifferentKinds(others: readonly Dealing[]): readonly Dealing[] {
  const kinds = new Set<string>();
  return sayingMore(others).filter(({ claim }) => {
    const isNew = !kinds.has(claim.kind);
    kinds.add(claim.kind);
    return isNew;
  });
}

/** What a source states to be not so, with who said it: an editor's words do; else the source is named. */
export function deniedSentence(claim: Claim, teller: Teller): string {
  if (claim.record !== "relation") return "";
  const when = claim.start === null ? null : onDate(claim.start);
  const caveat = claim.caveat === null ? "" : `; ${claim.caveat}`;
  const from = teller.short(claim.from);
  if (claim.text !== null) return teller.sentence(`${dated(joined(from, claim.text), when)}${caveat}`, claim);
  const whose = accordingTo([claim], teller.names);
  const clause = `${from} had no dealings of this kind with ${teller.short(claim.to)}`;
  return teller.sentence(`${joined(clause, when)}${whose === null ? "" : `, ${whose}`}${caveat}`, claim);
}

/** Whether a later day is asked about than that on which the collection was last checked. */
function isLater({ checked, validAt, knownAt }: ReportToTell): boolean {
  return checked !== null && Math.max(validAt, knownAt) > checked.latest;
}

/** That there is no dealing, which is no proof that there was none. */
function nothingText({ university, targets, names }: ReportToTell): string {
  const teller = new Teller(names, NO_MARKS);
  const whom =
    targets === null
      ? "a party under a listing or probe that counts"
      : teller.namer.shorts(targets.slice(0, 3));
  return sentence(
    opening(`this collection holds no dealing between ${teller.short(university)} and ${whom}`),
  );
}

function checkedUnits(told: ReportToTell): readonly Unit[] {
  const { university, names } = told;
  const checked = checkedText(told.checked);
  if (checked === null) return [];
  const isAlone = told.groups.length + told.ownFlags.length + told.denied.length === 0;
  if (!isAlone || isLater(told)) return [unit(null, checked)];
  const filings = names.about(university)?.country === "US" ? "; U.S. filings start at $250,000 a year" : "";
  return [unit(null, `${checked.replace(/^The collection/, "It").replace(/\.$/, "")}${filings}.`)];
}
