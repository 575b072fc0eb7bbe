import { expect, test } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { checkedDays } from "../../src/domain/dossier.js";
import { checkedText } from "../../src/explain/checked-text.js";

const checked = (...days: readonly (string | null)[]) =>
  checkedDays(days.map((lastChecked) => ({ lastChecked })));

test("dossiers were last checked between the first and the last of their days", () => {
  expect(checked("2026-11-24", "2026-11-20", "2026-11-22")).toEqual({
    earliest: parseDay("2026-11-20"),
    latest: parseDay("2026-11-24"),
  });
});

test("a dossier that does not say is left out, and where none says nothing is known", () => {
  expect(checked(null, "2026-11-24")).toEqual({
    earliest: parseDay("2026-11-24"),
    latest: parseDay("2026-11-24"),
  });
  expect(checked(null)).toBeNull();
  expect(checked()).toBeNull();
});

test("a reader is told the day, or both", () => {
  expect(checkedText(checked("2026-11-24"))).toBe("The collection was last checked on 24 November 2026.");
  expect(checkedText(checked("2026-11-24", "2026-10-02"))).toBe(
    "The collection was last checked between 2 October and 24 November 2026.",
  );
  expect(checkedText(null)).toBeNull();
});
