import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAWN, NEVER, parseDay, printDay } from "../../src/domain/day.js";
import { parseUncertainDate, printUncertainDate } from "../../src/domain/uncertain-date.js";
import { spans, uncertainDateTexts } from "./arbitraries.js";

describe("an uncertain date", () => {
  test("reads what it prints as the same days", () => {
    fc.assert(
      fc.property(spans(), ({ earliest, latest }) => {
        const read = parseUncertainDate(printUncertainDate(earliest, latest));
        expect([read.earliest, read.latest]).toEqual([earliest, latest]);
      }),
    );
  });

  test("prints what it reads as a text that reads the same, never longer", () => {
    fc.assert(
      fc.property(uncertainDateTexts(), (text) => {
        const { earliest, latest } = parseUncertainDate(text);
        const printed = printUncertainDate(earliest, latest);
        const again = parseUncertainDate(printed);
        expect([again.earliest, again.latest]).toEqual([earliest, latest]);
        expect(printUncertainDate(again.earliest, again.latest)).toBe(printed);
      }),
    );
  });

  test("never turns inside out", () => {
    fc.assert(
      fc.property(uncertainDateTexts(), (text) => {
        const { earliest, latest } = parseUncertainDate(text);
        expect(earliest).toBeLessThanOrEqual(latest);
      }),
    );
  });

  test.each([
    ["2019", "2019-01-01", "2019-12-31"],
    ["2019-04", "2019-04-01", "2019-04-30"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2019-04-03", "2019-04-03", "2019-04-03"],
    ["../2018-12-31", null, "2018-12-31"],
    ["2019-05/..", "2019-05-01", null],
    ["2019-05/2020", "2019-05-01", "2020-12-31"],
    ["2019/2019-06", "2019-01-01", "2019-06-30"],
    ["../..", null, null],
  ])("%s reads from %s to %s", (text, earliest, latest) => {
    const date = parseUncertainDate(text);
    expect(date.earliest).toBe(earliest === null ? DAWN : parseDay(earliest));
    expect(date.latest).toBe(latest === null ? NEVER : parseDay(latest));
  });

  test.each(["", "19", "2019-4-3", "03/04/2019", "2019/2018", "April 2019", "2019/", " 2019"])(
    "refuses %j and says how dates are written",
    (text) => {
      expect(() => parseUncertainDate(text)).toThrow(/is not a date/);
    },
  );
});

describe("a date that the calendar does not have", () => {
  test.each([
    ["2019-13", '"2019-13" is a month that does not exist: months are 01 to 12'],
    ["2019-00-10", '"2019-00-10" is a month that does not exist: months are 01 to 12'],
    ["2019-02-29", '"2019-02-29" is a day that does not exist: 2019-02 has 28 days'],
    ["2020-02-30", '"2020-02-30" is a day that does not exist: 2020-02 has 29 days'],
    ["2019/2019-04-31", '"2019-04-31" is a day that does not exist: 2019-04 has 30 days'],
    ["2019-12-00", '"2019-12-00" is a day that does not exist: 2019-12 has 31 days'],
  ])("is told as such: %s", (text, message) => {
    expect(() => parseUncertainDate(text)).toThrow(message);
  });
});

describe("a day", () => {
  test("is read and printed without loss", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(parseDay(printDay(day))).toBe(day);
      }),
    );
  });

  test("refuses what the calendar does not have", () => {
    expect(() => parseDay("2019-02-29")).toThrow(
      '"2019-02-29" is a day that does not exist: 2019-02 has 28 days',
    );
  });
});
