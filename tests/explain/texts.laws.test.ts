import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, parseDay, printDay } from "../../src/domain/day.js";
import { FLAGGING_ROLES } from "../../src/domain/flag.js";
import { flagLife, openDays } from "../exposure/naive/flag-life.js";
import { see } from "../exposure/naive/world.js";
import { tried } from "../laws.js";
import { NAMES, shortNameOf, type TextCase, type ToldGroup, textCase, toldGroups } from "./random-texts.js";
import { MOST_WORDS, wordsOf } from "./refused.js";
import { splitSentences } from "./split-sentences.js";

/** What holds of every sentence about every graph. */
const OPTIONS = tried(20_190_404, 400);
const TIME = { timeout: 240_000 };

/** Tries a law on the groups of random graphs; a law that meets too few of its sentences says nothing. */
async function always(
  least: number,
  law: (group: ToldGroup, random: TextCase) => number,
  random: fc.Arbitrary<TextCase> = textCase,
): Promise<void> {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(random, async (one) => {
      for (const group of await toldGroups(one)) met += law(group, one);
    }),
    OPTIONS,
  );
  expect(met).toBeGreaterThan(least * (OPTIONS.numRuns / 400));
}

// ---- dates in sentences

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DATE = new RegExp(`(?:(\\d{1,2}) )?(${MONTHS.join("|")}) (\\d{4})`, "g");

interface Printed {
  readonly first: Day;
  readonly last: Day;
}

/** The dates that a text prints, in their order: a month is all its days. */
function datesIn(printed: string): readonly Printed[] {
  const text = printed
    .replaceAll(/between (\d{1,2}) and (\d{1,2} (\w+ \d{4}))/g, "between $1 $3 and $2")
    .replaceAll(
      /between ((?:\d{1,2} )?[A-Z]\w+) and ((?:\d{1,2} )?[A-Z]\w+ (\d{4}))/g,
      "between $1 $3 and $2",
    );
  return [...text.matchAll(DATE)].map(([, day, month = "", year = ""]) => {
    const at = MONTHS.indexOf(month) + 1;
    const first = parseDay(`${year}-${String(at).padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`);
    if (day !== undefined) return { first, last: first };
    const next = at === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(at + 1).padStart(2, "0")}-01`;
    return { first, last: parseDay(next) - 1 };
  });
}

const SMALL = "zero one two three four five six seven eight nine ten".split(" ");
const SPAN =
  /(at least |more than |nearly |about )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten)( and a half)? (days?|months|years?)/;

/** Whether words for a span are true of two days, as the rules have them: "35 days", "13 months", "about four years". */
function isTrueSpan(
  [, qualifier = "", count = "", half, unit = ""]: RegExpExecArray,
  from: Day,
  to: Day,
): boolean {
  const n = (SMALL.includes(count) ? SMALL.indexOf(count) : Number(count)) + (half ? 0.5 : 0);
  const days = to - from;
  const months = wholeMonths(from, to);
  if (unit.startsWith("day")) return days < 60 && (qualifier === "at least " ? days >= n : days === n);
  if (days < 60) return false;
  if (unit === "months") {
    if (months >= 24) return false;
    return qualifier === "nearly " ? months + 1 === n : months === n;
  }
  if (months < 24) return false;
  return qualifier === "at least " ? Math.floor(months / 12) === n : Math.abs(days / 365.25 - n) <= 0.3;
}

/** By counting day for day: the most months that can be added to a day without passing another. */
function wholeMonths(from: Day, to: Day): number {
  const [year = 0, month = 0, day = 0] = printDay(from).split("-").map(Number);
  for (let months = 0; ; months += 1) {
    const at = month + months;
    const [y, m] = [year + Math.floor(at / 12), (at % 12) + 1];
    const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
    const next = Date.UTC(y, m - 1, Math.min(day, last)) / 86_400_000;
    if (next > to) return months;
  }
}

/** Sentences, each with what stands before it. */
function sentencesOf(text: string): readonly { readonly sentence: string; readonly before: string }[] {
  const all = splitSentences(text);
  return all.map((sentence, at) => ({ sentence, before: all.slice(0, at).join(" ") }));
}

// ---- laws

describe("of every graph", () => {
  it("no sentence is longer than a reader's breath, and no headline than a page's", TIME, async () => {
    await always(400, ({ headline, paragraph }) => {
      expect(wordsOf(headline), headline).toBeLessThanOrEqual(30);
      const sentences = splitSentences(paragraph);
      for (const sentence of sentences) {
        // Events that no flag of the kind has: a check refuses their rows.
        if (!/was a subject of the/.test(sentence))
          expect(wordsOf(sentence), sentence).toBeLessThanOrEqual(MOST_WORDS);
      }
      return sentences.length;
    });
  });

  it("a printed gap is the difference of the two printed days", TIME, async () => {
    await always(15, ({ paragraph }) => {
      let met = 0;
      for (const { sentence, before } of sentencesOf(paragraph)) {
        for (const { words, from, to } of gapsIn(sentence, before)) {
          met += 1;
          const span = SPAN.exec(words) as RegExpExecArray;
          const isTrue = from.some((day) => to.some((other) => isTrueSpan(span, day, other)));
          expect(isTrue, `${before} | ${sentence}`).toBe(true);
        }
      }
      return met;
    });
  });

  it("what a flag opened within is a period that the flag was open in", TIME, async () => {
    const near = textCase.filter(({ terms }) => terms.validAt < parseDay("2020-03-01"));
    await always(
      0,
      ({ told, paragraph }, { world, terms }) => {
        let met = 0;
        for (const { sentence, before } of sentencesOf(paragraph)) {
          const at = sentence.search(/a period during which |[Dd]uring that period |\bwhile\b.*\bopen\b/);
          if (at < 0) continue;
          met += 1;
          const opened = datesIn(sentence.slice(at))[0] as Printed;
          const seen = see(world, terms);
          const open = told.flags.flatMap(({ record, target }) => {
            const life = flagLife(seen, record.flag, seen.partyOf(target));
            return life === null ? [] : openDays(seen, life);
          });
          const printed = `${before.split(/(?<=\.) /).slice(-1)[0] ?? ""} ${sentence.slice(0, at)}`;
          const periods = [...told.claims.values()].filter(
            ({ record, end, start }) =>
              record === "relation" &&
              end !== null &&
              // A sum prints the months of all.
              (/of the payments|all of it/i.test(sentence) ||
                start === null ||
                datesIn(start.includes("/") ? "" : wordsOfDay(start)).every((date) =>
                  datesIn(printed).some(({ first }) => first === date.first),
                )),
          );
          const within = periods.filter(
            ({ clock }) => clock.startLatest <= opened.first && opened.first < clock.endEarliest,
          );
          expect(within.length, `${printed} | ${sentence}`).toBeGreaterThan(0);
          const overlaps = within.some(({ clock }) =>
            open.some((day) => clock.startLatest <= day && day < clock.endEarliest),
          );
          expect(overlaps, sentence).toBe(true);
        }
        return met;
      },
      near,
    );
  });

  it("what came after a flag's opening is printed with a day that is not before it", TIME, async () => {
    await always(10, ({ paragraph }) => {
      let met = 0;
      for (const { sentence, before } of sentencesOf(paragraph)) {
        const match = /^(.*?)(?:, after|[Tt]hat was after|came after) (.*)$/.exec(sentence);
        if (match === null || /at least a part|whether/i.test(sentence)) continue;
        const [, lead = "", behind = ""] = match;
        const opened = datesIn(behind)[0];
        const own = datesIn(lead);
        const told = own.length > 0 ? own : datesIn(before).slice(-2);
        if (opened === undefined || told.length === 0) continue;
        met += 1;
        const last = Math.max(...told.map((date) => date.last));
        expect(last, `${before} | ${sentence}`).toBeGreaterThanOrEqual(opened.first);
      }
      return met;
    });
  });

  it("a reply names its speaker and nobody else, and is one that the graph holds", TIME, async () => {
    const REPLIED =
      / (?:disputed the listing|denied the charges|issued a denial|admitted facts|declined to comment|did not reply|made a statement)\b/;
    await always(40, ({ told, paragraph }, { world }) => {
      let met = 0;
      for (const { sentence } of sentencesOf(paragraph)) {
        if (!REPLIED.test(sentence)) continue;
        met += 1;
        const named = NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(sentence));
        expect(named.length, sentence).toBe(1);
        // Its own words; or those of one who is not accused itself, where a target was.
        const held = told.flags.some(({ record, target, party }) => {
          const accused = record.subjects.filter(({ role }) => FLAGGING_ROLES.includes(role));
          return world.claims.some((claim) => {
            if (claim.record !== "response" || claim.to !== record.flag.id) return false;
            const isOwn = party.includes(claim.by);
            if (shortNameOf(isOwn ? target : claim.by) !== named[0]) return false;
            return isOwn || accused.every(({ entity }) => entity !== claim.by);
          });
        });
        expect(held, sentence).toBe(true);
      }
      return met;
    });
  });

  it("where no flag counts there is no word of time beside it, and it is said", TIME, async () => {
    const TIMED =
      /\b(?:(?<!or )before|during|while|(?<!or )later)\b|(?<!\bor )\bafter (?!.*(?:moratorium|decision|review|removal|cut))/;
    await always(15, ({ told, headline, paragraph }) => {
      if (told.findings.some(({ timing }) => timing !== "NO_FLAG")) return 0;
      for (const target of new Set(told.findings.map((finding) => finding.target))) {
        const name = shortNameOf(target);
        expect(paragraph, paragraph).toMatch(
          new RegExp(
            `(?:no listing or probe of ${name}|listings and probes that were asked for concerns ${name})`,
            "i",
          ),
        );
      }
      // What came after the university's own decision is told of that.
      const sentences = splitSentences(paragraph).filter(
        (each) => !/whether .* before or after [A-Z]\w+'s /i.test(each),
      );
      for (const sentence of [headline, ...sentences]) expect(sentence, paragraph).not.toMatch(TIMED);
      return 1;
    });
  });
});

function wordsOfDay(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

interface Gap {
  readonly words: string;
  readonly from: readonly Day[];
  readonly to: readonly Day[];
}

/** Every gap that a sentence prints, with the days between which it must lie. */
function gapsIn(sentence: string, before: string): readonly Gap[] {
  const last = /\bthe last [^,]+?, (.*), (?:came )?([^,]*?) before[.;]?/i.exec(sentence);
  if (last) {
    const [whole, day = "", words = ""] = last;
    const opened = datesIn(sentence.slice(0, sentence.indexOf(whole)));
    const flag = opened.length > 0 ? opened : datesIn(before.split(/(?<=\.) /).slice(-1)[0] ?? "");
    return SPAN.test(words)
      ? [{ words, from: datesIn(day).map((date) => date.last), to: flag.map(({ first }) => first) }]
      : [];
  }
  const later = new RegExp(`, (${SPAN.source}) later\\.`).exec(sentence);
  if (later) {
    const from = datesIn(before).flatMap((date) => [date.last, date.first]);
    return [{ words: later[1] ?? "", from, to: datesIn(sentence).map(({ first }) => first) }];
  }
  const gap = new RegExp(`(${SPAN.source}) before (.*)$`).exec(sentence);
  if (!gap) return [];
  const lead = sentence.slice(0, gap.index);
  const own = datesIn(lead);
  const from = own.length > 0 ? own : datesIn(before.split(/(?<=\.) /).slice(-1)[0] ?? "");
  const to = datesIn(gap.at(-1) ?? "").slice(0, 1);
  return [
    {
      words: gap[1] ?? "",
      from: from.flatMap(({ first, last }) => [last, first, first - 1]),
      to: to.map(({ first }) => first),
    },
  ];
}
