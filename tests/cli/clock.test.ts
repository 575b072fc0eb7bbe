import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printDay, today } from "../../src/domain/day.js";
import type { StoredClaim } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { edited, type Files, STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

const FIXTURE = join(import.meta.dirname, "fixtures/clock-ahead.mjs");
const TEN_YEARS = 3652;
const CORRECTED: Files = { ...STORY, ...edited("relations", "500000", "600000") };
const GIFT = "claim:story/gift-2019";

/** A day so many days from now. */
const daysAhead = (days: number) => printDay(today() + days);

/** A store that holds the story, loaded today. */
async function storyLoaded() {
  const folder = temporaryFolder();
  const path = join(folder, "graph.db");
  const story = join(folder, "story");
  const at = (days: number, command: readonly string[]) =>
    run([...command, "--store", `sqlite:${path}`], {
      environment: { NODE_OPTIONS: `--import=${FIXTURE}`, CLOCK_AHEAD_DAYS: String(days) },
    });
  const load = (days: number, files: Files, ...options: readonly string[]) =>
    at(days, ["load", writeFolder(story, files), ...options]);
  expect((await load(0, STORY)).code).toBe(0);
  return { path, load, check: () => at(0, ["check"]), stats: () => at(0, ["stats", "--json"]) };
}

async function revisionsOf(path: string, id: string): Promise<readonly StoredClaim[]> {
  const store = await openStore({ engine: "sqlite", path }, { readOnly: true });
  try {
    return await store.claims([id]);
  } finally {
    await store.close();
  }
}

/** From which day until which a reader knows each revision; null: still. */
async function knownDays(path: string, id: string) {
  return (await revisionsOf(path, id)).map(({ claim }) => [claim.recorded, claim.retracted]);
}

describe("a correction with a clock that runs ahead", () => {
  test.each([2, TEN_YEARS])("by %i days is refused, and nothing is written", async (days) => {
    const { path, load } = await storyLoaded();
    const before = await revisionsOf(path, GIFT);
    const { code, err } = await load(days, CORRECTED);
    expect([code, err]).toEqual([
      1,
      `exposure-graph: the clock of this machine says ${daysAhead(days)} and the newest version is of ${daysAhead(0)}: what is corrected or retracted counts from the day of loading, so say which it is with --recorded-at YYYY-MM-DD (or "today", where the clock is right)\n`,
    ]);
    expect(await revisionsOf(path, GIFT)).toEqual(before);
  });

  test("is taken where it runs ahead by a day, where the day is told, and where nothing is dated by it", async () => {
    const nextDay = await storyLoaded();
    expect((await nextDay.load(1, CORRECTED)).out).toMatch(/1 corrected/);
    const told = await storyLoaded();
    expect((await told.load(TEN_YEARS, CORRECTED, "--recorded-at", daysAhead(0))).out).toMatch(/1 corrected/);
    expect(await knownDays(told.path, GIFT)).toEqual([
      [null, daysAhead(0)],
      [daysAhead(0), null],
    ]);
    expect((await told.check()).code).toBe(0);
    const added = await storyLoaded();
    const more = `${STORY.events}\nmaker-again,listing:maker-2019,amended,2020-05-16,gazette-2019`;
    expect((await added.load(TEN_YEARS, { ...STORY, events: more })).out).toMatch(/1 created, 0 corrected/);
  });

  test("that was let through is told by check, and corrected by the same folder", async () => {
    const { path, load, check } = await storyLoaded();
    expect((await load(TEN_YEARS, CORRECTED, "--recorded-at", "today")).out).toMatch(/1 corrected/);
    const told = await check();
    expect([told.code, told.out.trim().split("\n")]).toEqual([
      3,
      [
        `graph: the newest version is of ${daysAhead(TEN_YEARS)}, which is still to come: set the clock right, and load again [DS022]`,
        `story: ${GIFT} was taken away on ${daysAhead(TEN_YEARS)}, after ${daysAhead(1)}, and is known until then: load its folder with the clock set right, with --prune where its row is gone [DS022]`,
        `story/relations.csv:2: recorded: ${daysAhead(TEN_YEARS)} is after ${daysAhead(1)}, and no claim is known before it is recorded: correct it, or load with the clock set right [DS022]`,
      ],
    ]);
    expect((await load(0, CORRECTED)).out).toMatch(/0 created, 1 corrected, 7 unchanged, 0 retracted/);
    expect(await knownDays(path, GIFT)).toEqual([
      [null, daysAhead(0)],
      // Known on no day.
      [daysAhead(TEN_YEARS), daysAhead(TEN_YEARS)],
      [daysAhead(0), null],
    ]);
    expect((await check()).out).toBe("");
    expect((await load(0, CORRECTED)).out).toMatch(/nothing to change/);
  });

  test("the same of a row that is gone", async () => {
    const { path, load, check } = await storyLoaded();
    const without = { ...STORY, relations: (STORY.relations ?? "").replace(/\ngift.*/, "") };
    expect((await load(TEN_YEARS, without, "--prune")).code).toBe(1);
    expect((await load(TEN_YEARS, without, "--prune", "--recorded-at", "today")).out).toMatch(/1 retracted/);
    expect((await check()).code).toBe(3);
    expect((await load(0, without)).out).toMatch(/1 retracted/);
    expect(await knownDays(path, GIFT)).toEqual([[null, daysAhead(0)]]);
    expect((await check()).out).toBe("");
    expect((await load(0, without)).out).toMatch(/nothing to change/);
  });

  test("a row that gives a day to come as its own is refused", async () => {
    const { load } = await storyLoaded();
    const events = (STORY.events ?? "")
      .replace("date,", "date,recorded,")
      .replace("05-16,", "05-16,2999-01-01,");
    const { code, out } = await load(0, { ...STORY, events });
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/story\/events\.csv:2: recorded: 2999-01-01 is after .* \[DS022\]/),
    ]);
  });
});

test("--recorded-at wants a day", async () => {
  const { load } = await storyLoaded();
  const { code, err } = await load(0, CORRECTED, "--recorded-at", "soon");
  expect([code, err]).toEqual([2, expect.stringContaining('"soon" is not a day')]);
});
