import type { EntityId } from "../domain/entity.js";
import { attributed } from "./attribution.js";
import { NO_MARKS } from "./citations.js";
import { calendarWords, dayWords, monthsBetween, monthWords, onDate, spanWords } from "./date-words.js";
import { backingOf, caveatOf, dealingClause, payersWords, recipientsOf } from "./dealing-text.js";
import { type Dealing, otherSide, sayingMore, sumOf } from "./dealings.js";
import { type FlagToTell, isOnlyAlleged } from "./flag-description.js";
import { outcomesOf } from "./flag-text.js";
import type { GroupStory } from "./group-story.js";
import { withoutFlagTexts } from "./group-text.js";
import { possessive } from "./names.js";
import { moneyWords, rounded, roundedWords } from "./number-words.js";
import { relationClause } from "./relation-clause.js";
import { denialOf } from "./reply-text.js";
import { joined, listWords, opening, sentence, wordCount } from "./sentence.js";
import type { Standing } from "./standing.js";
import { Teller } from "./teller.js";
import { afterDecisionRange, againWords, firstOpening, isDatedAfter, LONG_AFTER } from "./time-words.js";
import { DECISION_WORDS } from "./verbs.js";

/** A headline has so many words at most. */
export const MOST_OF_A_HEADLINE = 30;

/**
 * What a group comes to in one sentence: the money, from whom, and the one thing about its time that matters most. A date
 * and a timing in it are of the same dealing, or the period is printed. An accusation comes with its denial.
 */
export function groupHeadline(story: GroupStory, mostWords = MOST_OF_A_HEADLINE): string {
  const teller = new Teller(story.told.names, NO_MARKS);
  const candidates = story.money.length > 0 ? limitedMoney(story, teller) : otherHeadlines(story, teller);
  const university = teller.short(story.told.university);
  const without = withoutFlagTexts(story, teller)[0]
    ?.replace(/\.$/, "")
    .replace(/^./, (letter) => letter.toLowerCase());
  const limited = without === undefined ? [] : candidates.map((each) => `${each}; ${without}`);
  const fits = (clause: string) => wordCount(clause) <= mostWords;
  const [strongest] = story.dealings;
  const party = strongest === undefined ? story.told.group : otherSide(strongest);
  const last = `${university} had dealings with ${teller.short(party)}`;
  const plain = strongest === undefined ? [] : plainForms(strongest, teller);
  return sentence(opening([...limited, ...candidates, ...plain, last].find(fits) ?? last));
}

/** Where there is no room for an editor's words with what limits them: other words for money, a sign of the limit, or none. */
function plainForms(dealing: Dealing, teller: Teller): readonly string[] {
  const { claim } = dealing;
  const untold = { ...claim, text: null };
  const clause = relationClause(untold, endsIn(untold, teller), "past");
  const ofMoney =
    claim.kind === "Funding"
      ? [dealingClause({ claim: untold }, teller), attributed(claim, clause, { names: teller.names })]
      : [];
  const words = dealingClause(dealing, teller);
  return [
    ...ofMoney.map((each) => `${each}${caveatOf(claim)}`),
    ...(claim.caveat === null ? [] : [`${words}${LIMITED}`]),
    words,
    ...ofMoney,
  ];
}

const LIMITED = "; the text says what limits this";

function endsIn({ from, to }: Dealing["claim"], teller: Teller) {
  return { from: teller.short(from), to: teller.short(to) };
}

// ---- money

/** What limits a single sum is told with it as far as there is room. */
function limitedMoney(story: GroupStory, teller: Teller): readonly string[] {
  const [only, ...others] = leadingMoney(story);
  const caveat = only === undefined || others.length > 0 ? "" : caveatOf(only.claim);
  // Not behind a reply, to which it would seem to belong; nor twice that days are not known.
  const isFree = (each: string) =>
    /; dates of payment/.test(each) !== /dates of payment/.test(caveat) || !each.includes("; ");
  return moneyHeadlines(story, teller).flatMap((each) =>
    caveat === "" || !isFree(each) || / (?:denied|disputed|no reply)\b/.test(each)
      ? each
      : [`${each}${caveat}`, each],
  );
}

/** From the fullest to the plainest. */
function moneyHeadlines(story: GroupStory, teller: Teller): readonly string[] {
  const money = leadingMoney(story);
  const isPromised = money.every(({ claim }) => claim.payment === "committed");
  const [only] = money;
  const { isAbout, ...sum } = sumOf(money);
  const amount = `${isAbout ? "about " : ""}${headlineSum(sum)}`;
  const whose = whoseWord(money, teller);
  const recipient = recipientWords(money, story, teller);
  const leads = payerForms(money, story, teller).map((payers) =>
    isPromised
      ? `${recipient} was promised ${amount} by ${payers}`
      : `${recipient} received ${amount} from ${payers}`,
  );
  const when = money.length === 1 && only ? whenOf(only) : periodOf(money);
  const heads = leads.map((lead) => `${joined(lead, when)}${whose}`);
  const bare = leads.map((lead) => `${lead}${whose}`);
  // No source says when within a period it was paid: it is printed, and no other time is.
  if (only?.claim.end && money.length === 1)
    return [
      ...(when === null ? [] : heads.map((head) => `${head}${WITHIN}`)),
      ...heads.map((head) => `${head}${WITHIN_SHORT}`),
      ...heads,
      ...bare,
    ];
  const paid = story.money.filter(({ claim }) => isPromised || claim.payment !== "committed");
  const told = money.length === paid.length ? tailsOf(money, story, teller) : [];
  const tails = whose === "" ? told : told.map(apart);
  return [
    ...heads.flatMap((head) => tails.map((tail) => `${head}${tail}`)),
    // A gap is printed beside the day from which it is counted, or not at all.
    ...bare.flatMap((lead) => tails.filter((tail) => !isGap(tail)).map((tail) => `${lead}${tail}`)),
    ...heads,
    ...bare,
  ];
}

/** The university; where parts of it received everything, those parts. */
function recipientWords(money: readonly Dealing[], { told }: GroupStory, teller: Teller): string {
  const recipients = recipientsOf(money, told.university);
  const names = teller.namer.shorts(recipients);
  if (recipients.includes(told.university)) return names;
  return `${names}, ${recipients.length > 1 ? "parts" : "part"} of ${teller.short(told.university)},`;
}

/** Words on time behind "according to CNBC", whose word they are not. */
function apart(tail: string): string {
  const part = /^, ((?:up to )?\S+(?: \S+)? of it) /.exec(tail);
  return part ? `; ${part[1]} came ${tail.slice(part[0].length)}` : tail.replace(/^, /, "; that was ");
}

/** Whether words on time count days, months or years: "13 months before the company was charged". */
function isGap(tail: string): boolean {
  return / before /.test(tail) && !/^(?:, |; that was )before /.test(tail);
}

const WITHIN = "; dates of payment within that period are not known";
const WITHIN_SHORT = "; dates of payment are not known";

/** What is paid before what is promised, what is confirmed before what is reported; of one currency. */
export function leadingMoney({ money }: GroupStory): readonly Dealing[] {
  const paid = money.filter(({ claim }) => claim.payment !== "committed");
  const some = paid.length > 0 ? paid : money;
  const [first] = some;
  const best = some.filter(({ claim }) => claim.status === first?.claim.status);
  return best.filter(({ claim }) => claim.amount?.currency === best[0]?.claim.amount?.currency);
}

function headlineSum(sum: { min: number; max: number | null; currency: string }): string {
  if (sum.min === sum.max) return roundedWords(sum.min, sum.currency);
  return moneyWords({ ...sum, min: rounded(sum.min), max: sum.max === null ? null : rounded(sum.max) });
}

/** Who paid, from the fullest naming to the plainest. */
function payerForms(money: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] {
  const ids = story.payers.order.filter((id) => money.some((each) => otherSide(each) === id));
  const names = ids.map((id) => teller.short(id));
  const fresh = new Teller(teller.names, NO_MARKS);
  for (const id of ids) fresh.short(id);
  const full = payersWords(ids.map((id) => story.payers.called(id, fresh)));
  const plain = listWords(names);
  const short = names.length > 2 ? `${names[0]} and ${names.length - 1} others of its group` : plain;
  return [...new Set([full, plain, short])];
}

function whoseWord(money: readonly Dealing[], teller: Teller): string {
  if (money.every(({ claim }) => claim.status === "confirmed")) return "";
  const [strongest] = money;
  return strongest === undefined ? "" : attributed(strongest.claim, "", { names: teller.names });
}

/** When a dealing was: its month, or the whole period where it has one. */
function whenOf({ claim }: Dealing): string | null {
  if (claim.start === null) return null;
  if (claim.end === null)
    return claim.start.includes("/") ? onDate(claim.start) : onDate(claim.start.slice(0, 7));
  const until = periodEnd(claim.end);
  if (until === null || claim.start.startsWith("../")) return null;
  return `between ${monthWords(claim.start)} and ${until}`;
}

function periodEnd(end: string): string | null {
  if (end.includes("/")) return null;
  if (end.length === "YYYY-MM-DD".length) {
    const day = Date.parse(`${end}T00:00:00Z`) / 86_400_000 - 1;
    return dayWords(day).replace(/^\d+ /, "");
  }
  return calendarWords(end);
}

function periodOf(money: readonly Dealing[]): string | null {
  const starts = money.map(({ claim }) => claim.start);
  if (!starts.every((start) => start !== null && /^\d{4}-\d{2}(?:-\d{2})?$/.test(start))) return null;
  if (!money.every(({ claim }) => claim.end === null)) return null;
  const days = money.map(({ claim }) => claim.clock.startEarliest);
  return monthsBetween(Math.min(...days), Math.max(...money.map(({ claim }) => claim.clock.startLatest)));
}

// ---- time

/** What matters most about the time of sums, from the fullest to the plainest. */
function tailsOf(money: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] {
  const after = afterDecision(money, story, teller);
  const part = after ?? openPart(money, story, teller);
  if (part !== null) return typeof part === "string" ? [part] : part;
  if (!money.every((each) => story.standing(each).how === "before")) return [];
  const standing = firstOpening(money, story);
  if (standing === null || standing.to - standing.from > LONG_AFTER) return [];
  const [only] = money;
  const lead =
    money.length === 1 && only?.claim.end === null
      ? `, ${spanWords(standing.from, standing.to, standing.atLeast)} before `
      : ", before ";
  return openingForms(standing, money, { story, teller }).map((form) => `${lead}${form}`);
}

/** ", up to $3.28 million of it after its own moratorium". */
function afterDecision(money: readonly Dealing[], story: GroupStory, teller: Teller): string | null {
  const range = afterDecisionRange(story);
  const dated = money.filter((each) => {
    const before = story.decisionBefore(each);
    return before !== null && isDatedAfter(each, before.decision);
  });
  const nouns = new Set(
    money.flatMap((each) => {
      const before = story.decisionBefore(each);
      return before === null ? [] : [DECISION_WORDS[before.decision.kind].noun];
    }),
  );
  const [noun] = nouns;
  if (range === null || range.max === null || noun === undefined || nouns.size > 1) return null;
  const by = new Set(money.flatMap((each) => story.decisionBefore(each)?.decision.by ?? []));
  const whose = [...by].every((id) => recipientsOf(money, story.told.university).includes(id))
    ? "its own"
    : possessive(teller.short([...by][0] as EntityId));
  const whole = sumOf(money);
  const isWhole = dated.length === money.length && range.min === whole.min;
  if (isWhole) return `, after ${whose} ${noun}`;
  const words = roundedWords(range.max, range.currency);
  return `, ${range.min === range.max ? words : `up to ${words}`} of it after ${whose} ${noun}`;
}

/** What came after a flag had opened: ", $90,000 of it after Huawei was added to the Entity List". */
function openPart(money: readonly Dealing[], story: GroupStory, teller: Teller): readonly string[] | null {
  const after = money.filter((each) => story.standing(each).how === "after");
  const [first] = after;
  if (first === undefined) return null;
  const standing = story.standing(first);
  const alike = after.filter((each) => flagOf(story.standing(each)) === flagOf(standing));
  const { isAbout, ...sum } = sumOf(alike);
  const part = alike.length === money.length ? "" : `${isAbout ? "about " : ""}${headlineSum(sum)} of it `;
  return openingForms(standing, money, { story, teller }).map((form) => `, ${part}after ${form}`);
}

function flagOf(standing: Standing): FlagToTell | null {
  return "flag" in standing ? standing.flag : null;
}

/** What opened a flag, without its date: in an editor's words, then in those of the table; charges with their denial. */
function openingForms(
  standing: Standing,
  money: readonly Dealing[],
  { story, teller }: { readonly story: GroupStory; readonly teller: Teller },
): readonly string[] {
  if (!("flag" in standing)) return [];
  const { flag, opening: opened } = standing;
  if (isOnlyAlleged(flag)) return [];
  const payers = new Set(money.map(otherSide));
  const isPayer =
    story.money.length === 0
      ? money.every(({ claim }) => claim.from === flag.target || claim.to === flag.target)
      : payers.size === 1 && payers.has(flag.target) && story.payers.order.length === 1;
  const subject = isPayer ? againWords(flag.target, teller) : teller.short(flag.target);
  const bare = (words: string) =>
    `${subject} ${words.replace(/, (?:enacted|announced|issued)$/, "").replace(/^(was charged) by U\.S\. prosecutors$/, "$1")}`;
  const forms = [...new Set(opened.undated.map(bare))];
  if (flag.record.flag.kind !== "Probe") return forms;
  return forms.map((form) => `${form}; ${answerOf(flag, teller)}`);
}

/** What was answered to charges: a denial, else how they came out, else that no reply is held. */
function answerOf(flag: FlagToTell, teller: Teller): string {
  const denial = denialOf(flag, teller.names);
  if (denial !== null) return denial;
  const [outcome] = outcomesOf(flag, teller.names);
  if (outcome === undefined) return `this collection holds no reply from ${teller.short(flag.target)}`;
  return outcome.isOwn ? `${teller.short(flag.target)} ${outcome.words}` : outcome.words;
}

// ---- what is no sum

/** "Huawei Technologies funded the program, according to Bloomberg", where the words of the dealing name no target. */
function funderOf(dealing: Dealing, { told }: GroupStory, teller: Teller): string | null {
  const backing = backingOf(dealing, told, teller);
  if (backing === null) return null;
  const verb = backing.role === "funds" ? "funded" : "ran";
  return attributed(backing, `${teller.short(backing.from)} ${verb} the program`, {
    names: teller.names,
    most: 1,
  });
}

function otherHeadlines(story: GroupStory, teller: Teller): readonly string[] {
  const [dealing] = sayingMore(story.others);
  if (dealing === undefined) return [];
  const standing = story.standing(dealing);
  const { claim } = dealing;
  const clause = dealingClause(dealing, teller);
  const tails =
    standing.how === "after" && !isOnlyAlleged(standing.flag)
      ? openingForms(standing, [dealing], { story, teller }).map((form) => `, after ${form}`)
      : [];
  const funder = funderOf(dealing, story, teller);
  const heads = [
    ...(funder === null ? [] : [`${clause}; ${funder}`]),
    ...tails.map((tail) => `${clause}${claim.status === "reported" ? apart(tail) : tail}`),
    clause,
  ];
  // What limits a claim is told wherever the claim is told.
  return heads.map((head) => `${head}${caveatOf(claim)}`);
}
