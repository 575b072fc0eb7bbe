import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimClock } from "../../src/domain/claim.js";
import { type CitedDates, type ClockCells, claimClock } from "../../src/domain/claim-clock.js";
import { DAWN, NEVER, parseDay, printDay } from "../../src/domain/day.js";
import type { ClaimRecordKind } from "../../src/domain/record.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../../src/domain/relation-kinds.js";
import { days, dayTexts, uncertainDateTexts } from "./arbitraries.js";

const NO_CELLS = { start: null, end: null, recorded: null, retracted: null };

/** A claim's clock: of a relation by its kind's name, of another record by the record's. */
function clockOf(
  what: RelationKind | Exclude<ClaimRecordKind, "relation">,
  cells: Partial<ClockCells>,
  ...cited: Partial<CitedDates>[]
): ClaimClock {
  const isRelation = RELATION_KIND_NAMES.some((kind) => kind === what);
  const named = isRelation
    ? { record: "relation" as const, kind: what as RelationKind }
    : { record: what as ClaimRecordKind, kind: null };
  return claimClock(
    { ...NO_CELLS, ...named, ...cells },
    cited.map((source) => ({ published: null, retrieved: null, ...source })),
  );
}

/** The start and end as a reader writes them: `earliest..latest`, `-` for an open side. */
function read({ startEarliest, startLatest, endEarliest, endLatest }: ClaimClock): [string, string] {
  return [range(startEarliest, startLatest), range(endEarliest, endLatest)];
}

function range(earliest: number, latest: number): string {
  const text = (day: number) => (day <= DAWN + 1 ? "-" : day >= NEVER ? "+" : printDay(day));
  return earliest === latest ? text(earliest) : `${text(earliest)}..${text(latest)}`;
}

const certain = (clock: ClaimClock, a: number, b: number) => clock.startLatest <= a && b < clock.endEarliest;
const possible = (clock: ClaimClock, a: number, b: number) => clock.startEarliest <= b && a < clock.endLatest;

const cells = (): fc.Arbitrary<ClockCells> =>
  fc.record({
    record: fc.constant("relation" as const),
    kind: fc.constantFrom(...RELATION_KIND_NAMES),
    start: fc.option(uncertainDateTexts()),
    end: fc.option(uncertainDateTexts()),
    recorded: fc.option(dayTexts()),
    retracted: fc.option(dayTexts()),
  });
const citations = () =>
  fc.array(fc.record({ published: fc.option(uncertainDateTexts()), retrieved: fc.option(dayTexts()) }), {
    maxLength: 3,
  });

describe("the clock of a claim", () => {
  test("makes everything that is certain over a span possible over it", () => {
    fc.assert(
      fc.property(
        cells(),
        citations(),
        days(),
        fc.integer({ min: 0, max: 400 }),
        (claim, cited, a, length) => {
          const clock = claimClock(claim, cited);
          if (certain(clock, a, a + length)) expect(possible(clock, a, a + length)).toBe(true);
        },
      ),
    );
  });

  test("never turns a start or an end inside out", () => {
    fc.assert(
      fc.property(cells(), citations(), (claim, cited) => {
        const clock = claimClock(claim, cited);
        expect(clock.startEarliest).toBeLessThanOrEqual(clock.startLatest);
        expect(clock.endEarliest).toBeLessThanOrEqual(clock.endLatest);
      }),
    );
  });

  test("does not depend on the order of the citations", () => {
    fc.assert(
      fc.property(cells(), citations(), (claim, cited) => {
        expect(claimClock(claim, [...cited].reverse())).toEqual(claimClock(claim, cited));
      }),
    );
  });
});

describe("a written start and end", () => {
  test.each<[RelationKind, string, string, string, string]>([
    ["Ownership", "2019-04-03", "2020-01-01", "2019-04-03", "2020-01-01"],
    // A year-only end is never read as 1 January: its latest is the first day of the next year.
    ["Ownership", "2016", "2019", "2016-01-01..2016-12-31", "2019-01-01..2020-01-01"],
    ["Ownership", "2016-05", "2019-03", "2016-05-01..2016-05-31", "2019-03-01..2019-04-01"],
    ["Control", "../2018-12-31", "2019-05/..", "-..2018-12-31", "2019-05-01..+"],
    // In a span the precision of the right side decides its last day.
    ["Control", "2016/2017-03", "2018-06-30/2019", "2016-01-01..2017-03-31", "2018-06-30..2020-01-01"],
    ["Control", "2016", "2018/2019-03-04", "2016-01-01..2016-12-31", "2018-01-01..2019-03-04"],
  ])("%s from %s to %s starts %s and ends %s", (kind, start, end, startDays, endDays) => {
    expect(read(clockOf(kind, { start, end }, { published: "2024" }))).toEqual([startDays, endDays]);
  });
});

describe("an empty start", () => {
  test("reads up to the last day of the earliest publication", () => {
    const clock = clockOf("Ownership", {}, { published: "2019-06" }, { published: "2018" });
    expect(read(clock)).toEqual(["-..2018-12-31", "+"]);
  });

  test("reads the first day of a publication that is open to the right", () => {
    expect(read(clockOf("Ownership", {}, { published: "2019-05-16/.." }))[0]).toBe("-..2019-05-16");
  });

  test("counts retrievals only where no cited source has a publication", () => {
    const retrieved = { retrieved: "2018-01-01" };
    expect(read(clockOf("Ownership", {}, retrieved))[0]).toBe("-..2018-01-01");
    expect(read(clockOf("Ownership", {}, retrieved, { published: "2020-05-05" }))[0]).toBe("-..2020-05-05");
  });

  test("ends the day before the last possible day of an end that is earlier", () => {
    const published = { published: "2024-05-05" };
    expect(read(clockOf("Ownership", { end: "2019-04-03" }, published))).toEqual([
      "-..2019-04-02",
      "2019-04-03",
    ]);
    expect(read(clockOf("Ownership", { end: "2019" }, published))[0]).toBe("-..2019-12-31");
    expect(read(clockOf("Ownership", { end: "2025" }, published))[0]).toBe("-..2024-05-05");
  });

  test("makes the claim possible on every day and certain on none without any day of knowledge", () => {
    const clock = clockOf("Ownership", {}, {});
    const day = parseDay("2019-04-03");
    expect(possible(clock, day, day)).toBe(true);
    expect(certain(clock, day, day)).toBe(false);
  });

  test("of a PartOf reads every day", () => {
    expect(read(clockOf("PartOf", {}, { published: "2019" }))).toEqual(["-", "+"]);
  });
});

describe("an empty end", () => {
  test.each<RelationKind | "decision" | "policy" | "subject">([
    "Ownership",
    "Control",
    "Affiliation",
    "PartOf",
    "Backing",
    "decision",
    "policy",
    "subject",
  ])("of %s still holds", (what) => {
    const clock = clockOf(what, { start: "2016" }, { published: "2019" });
    expect([clock.endEarliest, clock.endLatest]).toEqual([NEVER, NEVER]);
  });

  test.each<RelationKind>(["Collaboration", "Participation", "Post"])(
    "of %s is certain until a source last said so, and possible after",
    (kind) => {
      const clock = clockOf(kind, { start: "2016" }, { published: "2018" }, { published: "2019-06" });
      // L is the day after the first day of the latest publication: that day it still held.
      expect(read(clock)[1]).toBe("2019-06-02..+");
      expect(certain(clock, parseDay("2019-06-01"), parseDay("2019-06-01"))).toBe(true);
      expect(certain(clock, parseDay("2019-06-02"), parseDay("2019-06-02"))).toBe(false);
    },
  );

  test("of a Participation without a dated publication is certain on no day", () => {
    const clock = clockOf("Participation", { start: "2016" }, { retrieved: "2024-01-01" });
    expect(read(clock)[1]).toBe("-..+");
    expect(certain(clock, parseDay("2017-01-01"), parseDay("2017-01-01"))).toBe(false);
  });

  test("of a Funding is one day somewhere within its start", () => {
    expect(read(clockOf("Funding", { start: "2017-12-20" }, {}))).toEqual(["2017-12-20", "2017-12-21"]);
    const year = clockOf("Funding", { start: "2019" }, {});
    expect(read(year)).toEqual(["2019-01-01..2019-12-31", "2019-01-02..2020-01-01"]);
    expect(certain(year, parseDay("2019-06-01"), parseDay("2019-06-01"))).toBe(false);
  });

  test("of a Funding with an end is an interval", () => {
    const clock = clockOf("Funding", { start: "2017-01-01", end: "2020-01-01" }, {});
    expect(read(clock)).toEqual(["2017-01-01", "2020-01-01"]);
    expect(clock.undated).toBe(false);
  });
});

describe("an undated claim", () => {
  test("is a Funding with neither date, made on any day up to P", () => {
    const clock = clockOf("Funding", {}, { published: "2019-04-04" });
    expect(clock.undated).toBe(true);
    expect(clock.startLatest).toBe(parseDay("2019-04-04"));
    expect(clock.endLatest).toBe(parseDay("2019-04-05"));
  });

  test("is never of another kind", () => {
    expect(clockOf("Collaboration", {}, { published: "2019" }).undated).toBe(false);
  });
});

describe("a flag's subject", () => {
  test("that begins at the latest on a day begins on it", () => {
    expect(read(clockOf("subject", { start: "../2019-04-04" }, {}))[0]).toBe("2019-04-04");
  });

  test("without a start keeps P as its latest day", () => {
    expect(read(clockOf("subject", {}, { published: "2019-04-04" }))[0]).toBe("-..2019-04-04");
  });
});

describe("the day from which a claim is known", () => {
  const recorded = (...[what, written, ...cited]: Parameters<typeof clockOf>) =>
    range(clockOf(what, written, ...cited).recorded, clockOf(what, written, ...cited).recorded);

  test("is the one that its row gives", () => {
    expect(recorded("Ownership", { recorded: "2019-05-21" }, { published: "2024" })).toBe("2019-05-21");
  });

  test("is else the last day of the earliest publication", () => {
    expect(recorded("Ownership", { start: "2001" }, { published: "2019-06" }, { published: "2018" })).toBe(
      "2018-12-31",
    );
  });

  test("is the first day of a publication that is open to the right", () => {
    expect(recorded("Ownership", {}, { published: "2019-05-16/.." })).toBe("2019-05-16");
  });

  test("is else the retrieval, and without either it is always known", () => {
    expect(recorded("Ownership", {}, { retrieved: "2024-01-30" }, { retrieved: "2023-01-30" })).toBe(
      "2023-01-30",
    );
    expect(recorded("Ownership", {}, {})).toBe("-");
  });

  test.each<"event" | "subject">(["event", "subject"])(
    "of a flag's %s is its own day, whatever copy is cited",
    (what) => {
      expect(recorded(what, { start: "2019-01-24" }, { published: "2024" })).toBe("2019-01-24");
      expect(recorded(what, { start: "2019" }, { published: "2024" })).toBe("2019-12-31");
      expect(recorded(what, { start: "2019-05-16/.." }, { published: "2024" })).toBe("2019-05-16");
      expect(recorded(what, {}, { published: "2024" })).toBe("2024-12-31");
    },
  );

  test("ends on the day on which the claim is retracted", () => {
    expect(clockOf("Ownership", {}, {}).retracted).toBe(NEVER);
    expect(clockOf("Ownership", { retracted: "2024-01-01" }, {}).retracted).toBe(parseDay("2024-01-01"));
  });
});
