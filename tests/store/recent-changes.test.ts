import { expect, it } from "vitest";
import { ChangeNotes, changedKeys, type RecentChanges } from "../../src/store/recent-changes.js";
import { add, drop, entity, gift, put, retract } from "./small-records.js";

const BEFORE = { n: 1, changedAt: "2024-01-01T00:00:00.000Z" };
const noted = (n: number, after: string | null, claims: readonly string[]): RecentChanges => ({
  n,
  after,
  size: claims.length,
  keys: JSON.stringify({ nouns: [], claims }),
});

it("notes a record once, whatever a load does to it", () => {
  const notes = new ChangeNotes();
  for (const change of [put(entity("company:a")), drop("entity", "company:a"), add(gift("g", 1))])
    notes.note(change);
  notes.note(retract(gift("g", 1)));
  expect(notes.of(2, BEFORE)).toEqual({
    n: 2,
    after: BEFORE.changedAt,
    size: 2,
    keys: '{"nouns":[["entity","company:a"]],"claims":["claim:story/g"]}',
  });
});

it("notes 50,000 changes and not one more", () => {
  const notes = new ChangeNotes();
  for (let n = 0; n < 50_000; n += 1) notes.note(put(entity(`company:${n}`)));
  expect(notes.of(2, BEFORE)?.size).toBe(50_000);
  notes.note(put(entity("company:one-more")));
  expect(notes.of(2, BEFORE)).toBeNull();
});

it("notes nothing where nothing changed", () => {
  expect(new ChangeNotes().of(2, BEFORE)).toBeNull();
});

it("tells what versions changed together, and nothing where the notes of one are missing", () => {
  const now = { n: 4, changedAt: "2024-01-04T00:00:00.000Z" };
  const second = noted(2, BEFORE.changedAt, ["claim:b/1", "claim:a/1"]);
  const third = noted(3, "2024-01-02T00:00:00.000Z", ["claim:a/1"]);
  const fourth = noted(4, "2024-01-03T00:00:00.000Z", ["claim:c/1"]);
  expect(changedKeys([fourth, second, third], BEFORE, now)).toEqual({
    nouns: [],
    claims: ["claim:a/1", "claim:b/1", "claim:c/1"],
  });
  expect(changedKeys([second, fourth], BEFORE, now)).toBeNull();
  // What a load ended while the notes were read belongs to a later question.
  expect(changedKeys([second, third, fourth], BEFORE, { ...now, n: 3 })?.claims).toHaveLength(2);
});
