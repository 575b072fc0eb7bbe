import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { parseShare } from "../../src/domain/share.js";
import {
  asOf,
  monthsBetween,
  monthWords,
  onDate,
  sinceDate,
  spanWords,
  untilDate,
} from "../../src/explain/date-words.js";
import { counted, moneyWords, rounded, roundedWords, shareWords } from "../../src/explain/number-words.js";
import { sentence, wordCount } from "../../src/explain/sentence.js";

const usd = (min: number, max: number | null = min) => ({ min, max, currency: "USD" });

describe("money in words", () => {
  it.each([
    [usd(500_000), "$500,000"],
    [usd(3_850_000), "$3.85 million"],
    [usd(10_000_000), "$10 million"],
    [usd(1_075_000), "$1,075,000"],
    [usd(5_370_928), "$5,370,928"],
    [usd(1_192_000_000), "$1.192 billion"],
    [usd(892_360_064), "$892,360,064"],
    [{ min: 692_000, max: 692_000, currency: "GBP" }, "£692,000"],
    [{ min: 1234.5, max: 1234.5, currency: "EUR" }, "€1,234.50"],
    [{ min: 3_000_000, max: 3_000_000, currency: "CAD" }, "3 million Canadian dollars"],
    [{ min: 1, max: 1, currency: "CHF" }, "1 Swiss franc"],
    [
      { min: 2, max: 5, currency: "XXX" },
      "between 2 in a currency that the source does not name and 5 in a currency that the source does not name",
    ],
    [usd(2_500_000, 3_000_000), "between $2.5 million and $3 million"],
    [usd(0, 5), "up to $5"],
    [usd(4_800_000, null), "at least $4.8 million"],
    [usd(0, null), "an undisclosed sum"],
    [null, "an undisclosed sum"],
  ])("tells %j as %s", (money, words) => {
    expect(moneyWords(money)).toBe(words);
  });

  it("says that a figure is round, and that it is paid each year", () => {
    expect(moneyWords(usd(500_000), { amountQualifier: "about", amountPer: "year" })).toBe(
      "about $500,000 a year",
    );
    expect(moneyWords(null, { amountQualifier: "about" })).toBe("an undisclosed sum");
  });

  it("keeps every digit of any amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000_000 }), (amount) => {
        const [, figure = "", unit] =
          /^\$([\d.,]+)(?: (million|billion))?$/.exec(moneyWords(usd(amount, amount))) ?? [];
        const scale = unit === "million" ? 1e6 : unit === "billion" ? 1e9 : 1;
        expect(Math.round(Number(figure.replaceAll(",", "")) * scale)).toBe(amount);
      }),
    );
  });

  it("rounds for a headline by less than 0.4 per cent", () => {
    expect(roundedWords(9_534_986, "USD")).toBe("$9.5 million");
    expect(roundedWords(3_283_860, "USD")).toBe("$3.28 million");
    expect(roundedWords(500_000, "USD")).toBe("$500,000");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (amount) => {
        expect(Math.abs(rounded(amount) - amount)).toBeLessThan(amount * 0.004);
      }),
    );
  });
});

describe("counts in words", () => {
  it.each([
    [0, "no gifts"],
    [1, "one gift"],
    [9, "nine gifts"],
    [12, "12 gifts"],
    [1_053, "1,053 gifts"],
  ])("%i", (count, words) => {
    expect(counted(count, "gift")).toBe(words);
  });
});

describe("shares in words", () => {
  it.each([
    ["60", "60 per cent"],
    ["[25,50]", "between 25 and 50 per cent"],
    ["(50,75]", "more than 50 and at most 75 per cent"],
    ["[75,100]", "at least 75 per cent"],
    ["[0,29.41]", "at most 29.41 per cent"],
    ["", "a share of unknown size"],
  ])("says the share %s as %s", (text, words) => {
    expect(shareWords(parseShare(text))).toBe(words);
  });
});

describe("dates in words", () => {
  it.each([
    ["2019", "in 2019", "since 2019", "until some time in 2019", "as of 2019"],
    ["2019-04-03", "on 3 April 2019", "since 3 April 2019", "until 2 April 2019", "as of 3 April 2019"],
    ["2019-04", "in April 2019", "since April 2019", "until some time in April 2019", "as of April 2019"],
    ["../2018", "in or before 2018", "since at least 2018", "until 2018 at the latest", "as of 2018"],
    [
      "../2019-03",
      "in or before March 2019",
      "since at least March 2019",
      "until March 2019 at the latest",
      "as of March 2019",
    ],
    [
      "../2019-04-04",
      "by 4 April 2019",
      "since at least 4 April 2019",
      "until 4 April 2019 at the latest",
      "as of 4 April 2019",
    ],
    [
      "2019-05/..",
      "in or after May 2019",
      "since May 2019 or later",
      "until at least May 2019",
      "as of May 2019",
    ],
    [
      "2019-05-02/..",
      "on or after 2 May 2019",
      "since 2 May 2019 or later",
      "until at least 2 May 2019",
      "as of 2 May 2019",
    ],
    [
      "2018/2019",
      "between 2018 and 2019",
      "since some day between 2018 and 2019",
      "until some day between 2018 and 2019",
      "as of 2019",
    ],
    ["../..", "on a day that is not known", null, null, "as of a day that is not known"],
  ])("never tells %s finer than it is", (text, on, since, until, as) => {
    expect([onDate(text), sinceDate(text, "since"), untilDate(text), asOf(text)]).toEqual([
      on,
      since,
      until,
      as,
    ]);
  });

  it("tells months where days would be too much", () => {
    expect(monthWords("2025-07-02")).toBe("July 2025");
    expect(monthWords("../2025-07")).toBe("July 2025");
    expect(monthWords("2019")).toBe("2019");
    expect(monthsBetween(parseDay("2016-01-21"), parseDay("2018-09-30"))).toBe(
      "between January 2016 and September 2018",
    );
    expect(monthsBetween(parseDay("2019-03-01"), parseDay("2019-03-31"))).toBe("in March 2019");
  });
});

describe("spans in words", () => {
  const between = (from: string, to: string, atLeast = false) =>
    spanWords(parseDay(from), parseDay(to), atLeast);

  it.each([
    ["2018-12-20", "2019-01-24", "35 days"],
    ["2019-01-24", "2019-01-25", "one day"],
    ["2019-03-01", "2019-05-16", "more than two months"],
    ["2017-12-20", "2019-01-24", "13 months"],
    ["2018-01-31", "2018-04-28", "nearly three months"],
    ["2015-01-24", "2019-01-24", "about four years"],
    ["2016-08-01", "2019-01-24", "about two and a half years"],
    ["2017-02-25", "2019-02-20", "more than 23 months"],
  ])("from %s to %s: %s", (from, to, words) => {
    expect(between(from, to)).toBe(words);
  });

  it("says at least where one of the days is uncertain", () => {
    expect(between("2018-12-20", "2019-01-24", true)).toBe("at least 35 days");
    expect(between("2017-12-20", "2019-01-24", true)).toBe("at least 13 months");
    expect(between("2015-12-24", "2019-01-24", true)).toBe("at least three years");
  });

  it("is true of any two days", () => {
    const day = fc.integer({ min: parseDay("2000-01-01"), max: parseDay("2030-12-31") });
    const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4_000 }), (from, days) => {
        const words = spanWords(from, from + days);
        const count = words
          .split(" ")
          .map((word) => (WORDS.includes(word) ? WORDS.indexOf(word) : Number(word)))
          .find((number) => !Number.isNaN(number)) as number;
        const [least, most] = boundsOf(words, count);
        expect([words, days >= least, days <= most]).toEqual([words, true, true]);
      }),
    );
  });

  /** The days that words may mean: months have 28 to 31 days. */
  function boundsOf(words: string, count: number): readonly [number, number] {
    if (/days?$/.test(words)) return [count, count];
    if (words.endsWith("years")) {
      const years = words.includes("and a half") ? count + 0.5 : count;
      return [(years - 0.3) * 365, (years + 0.3) * 366];
    }
    if (words.startsWith("nearly")) return [(count - 1) * 30, count * 31];
    return [
      Math.max(59, count * 30.2 - 3),
      words.startsWith("more than") ? (count + 1) * 31 : count * 31 + 7,
    ];
  }
});

describe("sentences", () => {
  it("keep the full stop of a name, and a name's own first letter", () => {
    expect(sentence("it was added to a list with Huawei Technologies Co., Ltd.")).toBe(
      "It was added to a list with Huawei Technologies Co., Ltd.",
    );
    expect(sentence("iFlytek denied it")).toBe("iFlytek denied it.");
  });

  it("count their words without the marks of citations", () => {
    expect(wordCount("Two of the gifts, worth $3,283,860, are dated 30 January [14, 15]; more [1–12].")).toBe(
      11,
    );
  });
});
