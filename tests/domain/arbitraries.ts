import fc from "fast-check";
import { DAWN, NEVER, printDay } from "../../src/domain/day.js";

/** Days of the years 1900 to 2100. */
export const days = () => fc.integer({ min: -25_567, max: 47_481 });

/** A possibly half-open span of days, as [earliest, latest]. */
export const spans = () =>
  fc
    .tuple(days(), fc.integer({ min: 0, max: 800 }), fc.boolean(), fc.boolean())
    .map(([first, length, left, right]) => ({
      earliest: left ? DAWN : first,
      latest: right ? NEVER : first + length,
    }));

/** A part of a date text: a year, a month or a day. */
const parts = () =>
  fc.tuple(days(), fc.constantFrom(4, 7, 10)).map(([day, length]) => printDay(day).slice(0, length));

/** Texts of uncertain dates in all their forms. */
export const uncertainDateTexts = () =>
  fc.oneof(
    parts(),
    parts().map((part) => `../${part}`),
    parts().map((part) => `${part}/..`),
    fc
      .tuple(days(), fc.integer({ min: 0, max: 800 }))
      .map(([day, length]) => `${printDay(day)}/${printDay(day + length)}`),
    fc
      .tuple(
        days(),
        fc.integer({ min: 367, max: 2000 }),
        fc.constantFrom(4, 7, 10),
        fc.constantFrom(4, 7, 10),
      )
      .map(([day, length, a, b]) => `${printDay(day).slice(0, a)}/${printDay(day + length).slice(0, b)}`),
  );

/** Calendar days as text. */
export const dayTexts = () => days().map(printDay);
