import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDay, printDay } from "../../src/domain/day.js";
import { type LoadOptions, type LoadReport, loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { retraction } from "../../src/dossier/load/retract-claim.js";
import type { DossierFolder } from "../../src/dossier/read/dossier-folder.js";
import type { GraphStore, StoredClaim } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { edited, STORY, story } from "./folder-of.js";

const FIRST_DAY = "2026-02-01";
const LATER = "2026-03-01";
const LATER_STILL = "2026-04-01";

let store: GraphStore;
beforeEach(async () => {
  store = await openStore({ engine: "memory" });
});
afterEach(() => store.close());

function load(day: string, folder: DossierFolder, options: Partial<LoadOptions> = {}): Promise<LoadReport> {
  return loadDossiers([folder], store, { day: parseDay(day), ...options });
}

/** All revisions of a claim of the story, the oldest first. */
function revisions(row: string): Promise<readonly StoredClaim[]> {
  return store.claims([`claim:story/${row}`]);
}

/** The revisions of a claim that are known on a day. */
async function knownOn(row: string, day: string): Promise<readonly number[]> {
  const k = parseDay(day);
  const all = await revisions(row);
  return all
    .filter(({ claim: { clock } }) => clock.recorded <= k && k < clock.retracted)
    .map(({ claim }) => claim.revision);
}

/** Everything in the store, for comparison. */
async function contents(from: GraphStore = store): Promise<unknown> {
  const pages: unknown[] = [];
  for await (const page of from.readRecords()) pages.push(page);
  for await (const page of from.readRelations()) pages.push(page);
  return pages;
}

const withGift = (from: string, to: string) => story(edited("relations", from, to));
const withoutGift = story({
  relations: (STORY.relations ?? "")
    .split("\n")
    .filter((row) => !row.startsWith("gift"))
    .join("\n"),
});

describe("loading a dossier", () => {
  test("creates every claim and raises the version by one", async () => {
    const report = await load(FIRST_DAY, story());
    expect(report).toMatchObject({ graphVersion: 1, created: 8, corrected: 0, unchanged: 0, retracted: 0 });
    expect(report.problems).toEqual([]);
  });

  test("twice changes nothing and leaves the version", async () => {
    await load(FIRST_DAY, story());
    const before = await contents();
    const report = await load(LATER, story());
    expect(report).toMatchObject({ graphVersion: 1, created: 0, unchanged: 8, changes: 0, missing: [] });
    expect(await contents()).toEqual(before);
  });

  test("writes nothing where anything is wrong", async () => {
    const report = await load(FIRST_DAY, withGift("USD", "DOLLARS"));
    expect(report).toMatchObject({ graphVersion: 0, created: 0 });
    expect(report.problems).toHaveLength(1);
    expect(await contents()).toEqual([]);
  });

  test("as a dry run says what it would do and writes nothing", async () => {
    expect(await load(FIRST_DAY, story(), { dryRun: true })).toMatchObject({ graphVersion: 0, created: 8 });
    expect((await store.version()).n).toBe(0);
  });

  test("does not depend on the order of rows", async () => {
    await load(FIRST_DAY, story());
    const expected = await contents();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(STORY)),
        fc.infiniteStream(fc.nat()),
        async (name, numbers) => {
          if (name === "settings") return;
          const [header = "", ...rows] = (STORY[name] ?? "").split("\n");
          const keyed = rows.map((row) => ({ row, key: numbers.next().value ?? 0 }));
          const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
          const other = await openStore({ engine: "memory" });
          await loadDossiers([story({ [name]: [header, ...shuffled].join("\n") })], other, {
            day: parseDay(FIRST_DAY),
          });
          expect(await contents(other)).toEqual(expected);
          await other.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  test("does not depend on the order of dossiers, which share nouns with equal cells", async () => {
    const second = story({ settings: "slug: second\ntitle: Second\n" }, "second");
    const stores = await Promise.all([openStore({ engine: "memory" }), openStore({ engine: "memory" })]);
    const [a, b] = stores as [GraphStore, GraphStore];
    await loadDossiers([story(), second], a, { day: parseDay(FIRST_DAY) });
    await loadDossiers([second, story()], b, { day: parseDay(FIRST_DAY) });
    expect(await contents(b)).toEqual(await contents(a));
    expect((await a.entities(["company:maker"]))[0]?.dossiers).toEqual(["second", "story"]);
    await Promise.all([a.close(), b.close()]);
  });
});

describe("a changed row", () => {
  test("is a correction: the old revision is kept and ends on the day of loading, the new one begins there", async () => {
    await load(FIRST_DAY, story());
    const report = await load(LATER, withGift("500000", "550000"));
    expect(report).toMatchObject({ graphVersion: 2, created: 0, corrected: 1, unchanged: 7 });
    const [old, now] = (await revisions("gift-2019")).map(({ claim }) => claim);
    expect([old?.retracted, now?.recorded, now?.retracted]).toEqual([LATER, LATER, null]);
    expect(old?.record === "relation" && old.amount?.min).toBe(500_000);
    expect(await knownOn("gift-2019", "2026-02-28")).toEqual([0]);
    expect(await knownOn("gift-2019", LATER)).toEqual([1]);
  });

  test("is unchanged when it is loaded again, although its own `recorded` is empty", async () => {
    await load(FIRST_DAY, story());
    await load(LATER, withGift("500000", "550000"));
    const report = await load(LATER_STILL, withGift("500000", "550000"));
    expect(report).toMatchObject({ graphVersion: 2, corrected: 0, unchanged: 8, changes: 0 });
  });

  test("corrected twice on one day is known as it was last", async () => {
    await load(FIRST_DAY, story());
    await load(LATER, withGift("500000", "550000"));
    await load(LATER, withGift("500000", "560000"));
    expect(await knownOn("gift-2019", LATER)).toEqual([2]);
  });

  test("that gives its own `recorded` is known from it, and the older ones only until then", async () => {
    await load(FIRST_DAY, story());
    await load(LATER, withGift("500000", "550000"));
    const header = edited("relations", "end,status", "end,recorded");
    const own = (header.relations ?? "")
      .replace("2019-05-20,,,", "2019-05-20,,2020-01-01,")
      .replace("500000", "600000");
    await load(LATER_STILL, story({ relations: own }));
    expect(await knownOn("gift-2019", "2019-12-31")).toEqual([0]);
    expect(await knownOn("gift-2019", "2020-01-01")).toEqual([2]);
    expect(await knownOn("gift-2019", LATER_STILL)).toEqual([2]);
  });

  test("leaves at most one revision known on any day, whatever is corrected when", async () => {
    const step = fc.record({
      amount: fc.integer({ min: 1, max: 3 }),
      recorded: fc.option(fc.integer({ min: 17_000, max: 20_600 }).map(printDay)),
      wait: fc.integer({ min: 0, max: 40 }),
      present: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const other = await openStore({ engine: "memory" });
        let day = parseDay(FIRST_DAY);
        for (const { amount, recorded, wait, present } of steps) {
          day += wait;
          const rows = present
            ? `\ngift-2019,Funding,company:maker,university:north,${amount},USD,2019-05-20,${recorded ?? ""},gazette-2019`
            : "";
          const relations = `id,kind,from,to,amount,currency,start,recorded,sources${rows}`;
          await loadDossiers([story({ relations })], other, { day, prune: true });
        }
        const clocks = (await other.claims(["claim:story/gift-2019"])).map(({ claim }) => claim.clock);
        const edges = clocks.flatMap(({ recorded, retracted }) => [recorded, retracted - 1]);
        for (const k of edges) {
          expect(
            clocks.filter(({ recorded, retracted }) => recorded <= k && k < retracted).length,
          ).toBeLessThanOrEqual(1);
        }
        await other.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe("a row that is gone", () => {
  test("is reported and left as it is", async () => {
    await load(FIRST_DAY, story());
    const report = await load(LATER, withoutGift);
    expect(report.missing).toEqual([{ dossier: "story", record: "relation", id: "claim:story/gift-2019" }]);
    expect(report).toMatchObject({ graphVersion: 1, retracted: 0, changes: 0 });
    expect(await knownOn("gift-2019", LATER)).toEqual([0]);
  });

  test("is retracted by a prune with the day of loading, and kept", async () => {
    await load(FIRST_DAY, story());
    expect(await load(LATER, withoutGift, { prune: true })).toMatchObject({ graphVersion: 2, retracted: 1 });
    expect(await knownOn("gift-2019", "2026-02-28")).toEqual([0]);
    expect(await knownOn("gift-2019", LATER)).toEqual([]);
    expect(await load(LATER_STILL, withoutGift, { prune: true })).toMatchObject({
      graphVersion: 2,
      retracted: 0,
    });
  });

  test("is a new revision when it comes back", async () => {
    await load(FIRST_DAY, story());
    await load(LATER, withoutGift, { prune: true });
    expect(await load(LATER_STILL, story())).toMatchObject({ graphVersion: 3, created: 1, unchanged: 7 });
    expect(await knownOn("gift-2019", "2026-03-31")).toEqual([]);
    expect(await knownOn("gift-2019", LATER_STILL)).toEqual([1]);
  });
});

describe("a claim that an editor retracted", () => {
  const GIFT = "claim:story/gift-2019";

  /** Retracts the gift as an editor does. */
  async function retract(day: string): Promise<void> {
    const of = { id: GIFT, reason: "The paper took it back.", day: parseDay(day) } as const;
    const { version, changes } = await retraction(store, of);
    await store.write(changes, { expectedVersion: version });
  }

  const STILL = { leftRetracted: [{ dossier: "story", record: "relation", id: GIFT, retracted: LATER }] };

  test.each([{ prune: false }, { prune: true }, { dryRun: true }])(
    "stays so when its folder is loaded again, and the load says so: %j",
    async (options) => {
      await load(FIRST_DAY, story());
      await retract(LATER);
      const before = await contents();
      const report = await load(LATER_STILL, story(), options);
      expect(report).toMatchObject({ graphVersion: 2, created: 0, unchanged: 8, changes: 0, ...STILL });
      expect(await contents()).toEqual(before);
      expect(await knownOn("gift-2019", LATER_STILL)).toEqual([]);
      expect(await knownOn("gift-2019", "2026-02-28")).toEqual([0]);
    },
  );

  test("stays so after a touch, and when its row was corrected before", async () => {
    await load(FIRST_DAY, story());
    const corrected = withGift("500000", "550000");
    await load(FIRST_DAY, corrected);
    await retract(LATER);
    await store.touch();
    expect(await load(LATER_STILL, corrected)).toMatchObject({ graphVersion: 4, changes: 0, ...STILL });
  });

  test("comes back as a new revision when its row changes, and may be retracted again", async () => {
    await load(FIRST_DAY, story());
    await retract(LATER);
    const report = await load(LATER_STILL, withGift("500000", "550000"));
    expect(report).toMatchObject({ graphVersion: 3, created: 1, unchanged: 7, leftRetracted: [] });
    expect(await knownOn("gift-2019", LATER_STILL)).toEqual([1]);
    expect(await load(LATER_STILL, withGift("500000", "550000"))).toMatchObject({ changes: 0 });
    await retract("2026-05-01");
    expect(await load("2026-05-02", withGift("500000", "550000"))).toMatchObject({ graphVersion: 4 });
    expect(await knownOn("gift-2019", "2026-05-02")).toEqual([]);
  });

  test("has not changed by a row that says of itself that it is retracted, then or later", async () => {
    const ending = (day: string) =>
      story({
        relations: (STORY.relations ?? "")
          .replace("end,status", "end,retracted")
          .replace("2019-05-20,,,", `2019-05-20,,${day},`),
      });
    await load(FIRST_DAY, story());
    await retract(LATER);
    expect(await load(LATER_STILL, ending(LATER))).toMatchObject({ changes: 0, ...STILL });
    expect(await load(LATER_STILL, ending(LATER_STILL))).toMatchObject({ changes: 0, ...STILL });
    expect(await load(LATER_STILL, ending("2026-02-15"))).toMatchObject({ created: 1, leftRetracted: [] });
    expect(await knownOn("gift-2019", LATER_STILL)).toEqual([]);
  });

  test("is not reported when its row is gone", async () => {
    await load(FIRST_DAY, story());
    await retract(LATER);
    expect(await load(LATER_STILL, withoutGift)).toMatchObject({
      changes: 0,
      missing: [],
      leftRetracted: [],
    });
  });
});

describe("a noun", () => {
  const extra = { entities: `${STORY.entities}\ncompany:other,Company,Other,,DE,,` };

  test("is kept as last written", async () => {
    await load(FIRST_DAY, story());
    const report = await load(
      LATER,
      story(edited("entities", "North University", "University of the North")),
    );
    expect(report).toMatchObject({ graphVersion: 2, corrected: 0, unchanged: 8, changes: 1 });
    expect((await store.entities(["university:north"]))[0]?.name).toBe("University of the North");
  });

  test("that a folder no longer has is reported, and dropped by a prune if no claim needs it", async () => {
    await load(FIRST_DAY, story(extra));
    const report = await load(LATER, story());
    expect(report.missing).toEqual([{ dossier: "story", record: "entity", id: "company:other" }]);
    expect(await store.entities(["company:other"])).toHaveLength(1);
    await load(LATER, story(), { prune: true });
    expect(await store.entities(["company:other"])).toEqual([]);
  });

  test("that a retracted claim speaks of is kept by a prune", async () => {
    const owned = {
      ...extra,
      relations: `${STORY.relations}\nother-2018,Ownership,company:other,company:maker,,,,,,../2018-12-31,,,register-2018,`,
    };
    await load(FIRST_DAY, story(owned));
    await load(LATER, story(), { prune: true });
    expect((await store.entities(["company:other"]))[0]?.dossiers).toEqual([]);
    expect((await revisions("other-2018"))[0]?.claim.retracted).toBe(LATER);
  });

  test("of another dossier in the store may be named, and may not be contradicted", async () => {
    await load(FIRST_DAY, story());
    const settings = "slug: second\ntitle: Second\n";
    const bare = {
      flags: "",
      subjects: "",
      events: "",
      decisions: "",
      responses: "",
      policies: "",
      entities: "",
    };
    expect((await load(LATER, story({ ...bare, settings }))).problems).toEqual([]);
    const other = {
      ...bare,
      ...edited("entities", "Maker Limited", "Maker Inc."),
      settings: "slug: third\ntitle: Third\n",
    };
    const { problems } = await load(LATER, story(other));
    expect(problems.map(({ message }) => message)).toEqual([
      'name: differs from the row of "company:maker" in the dossier "story" of the store: make the rows equal, or load both dossiers together',
    ]);
  });
});

describe("a source whose dates change", () => {
  test("moves the days of the claims that cite it, and corrects nothing", async () => {
    await load(FIRST_DAY, story());
    const report = await load(LATER, story(edited("sources", "2019-06-03", "2019-06-10")));
    expect(report).toMatchObject({ graphVersion: 2, corrected: 0, unchanged: 8 });
    const [gift] = await revisions("gift-2019");
    expect(gift?.claim.revision).toBe(0);
    expect(gift?.claim.clock.recorded).toBe(parseDay("2019-06-10"));
  });

  test("does not move the day from which a correction is known", async () => {
    await load(FIRST_DAY, story());
    await load(LATER, withGift("500000", "550000"));
    const changed = {
      ...edited("relations", "500000", "550000"),
      ...edited("sources", "2019-06-03", "2019-06-10"),
    };
    await load(LATER_STILL, story(changed));
    const clocks = (await revisions("gift-2019")).map(({ claim }) => claim.clock);
    expect(clocks.map(({ recorded }) => printDay(recorded))).toEqual(["2019-06-10", LATER]);
  });
});
