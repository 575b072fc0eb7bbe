import { describe, expect, it } from "vitest";
import { DAWN, NEVER } from "../../../src/domain/day.js";
import { dayRanks, rankBy } from "../../../src/exposure/reverse/day-ranks.js";
import { PartyDays } from "../../../src/exposure/reverse/party-days.js";

const FEW = Int32Array.of(NEVER, 30, 10, DAWN, 20, 10, -5);
/** More days than two bytes can number. */
const MANY = Int32Array.from({ length: 70_000 }, (_, at) => 70_000 - at);

describe("ranks of days", () => {
  it("follow the days, and give them back", () => {
    for (const given of [FEW, MANY]) {
      const { days, ranks } = dayRanks(given);
      expect(Array.from(ranks, (rank) => days[rank])).toEqual([...given]);
      expect([...days]).toEqual([...days].sort((a, b) => a - b));
      expect(new Set(days.slice(1)).size).toBe(new Set(given).size + 2);
    }
  });

  it("take two bytes each where these are enough", () => {
    expect(dayRanks(FEW).ranks).toBeInstanceOf(Uint16Array);
    expect(dayRanks(MANY).ranks).toBeInstanceOf(Int32Array);
  });

  it("are found for days between", () => {
    const { days } = dayRanks(FEW);
    expect([-(2 ** 31), -6, -5, 9, 15, 30, 31].map((day) => days[rankBy(days, day)])).toEqual([
      -(2 ** 31),
      DAWN,
      -5,
      -5,
      10,
      30,
      30,
    ]);
  });
});

describe("days of parties", () => {
  it.each([
    ["few", FEW],
    ["more than two bytes number", MANY],
  ])("are joined where they touch and stand apart where they do not, of %s days", (_, given) => {
    const { days } = dayRanks(given);
    const rank = (day: number) => rankBy(days, day);
    const held = PartyDays.none(3, days);
    expect([held.has(1), held.of(1), held.overlaps(1, -9, 99)]).toEqual([false, [], false]);
    expect(held.add(1, rank(10), rank(20))).toBe(true);
    expect(held.add(1, rank(10), rank(20))).toBe(false);
    held.add(1, rank(20), rank(30));
    expect([held.of(1), held.overlaps(1, 30, 99), held.overlaps(1, 29, 99)]).toEqual([[10, 30], false, true]);
    held.add(2, rank(10), rank(20));
    held.add(2, rank(30), rank(99));
    expect(held.apart(2)).toHaveLength(4);
    expect([held.overlaps(2, 20, 30), held.overlaps(2, 19, 30), held.has(0)]).toEqual([false, true, false]);
    held.add(2, rank(20), rank(30));
    expect([held.apart(2), held.of(2)[0]]).toEqual([undefined, 10]);
    held.clear(2);
    expect(held.has(2)).toBe(false);
    held.fill(2);
    expect(held.add(2, rank(10), rank(30))).toBe(false);
  });
});
