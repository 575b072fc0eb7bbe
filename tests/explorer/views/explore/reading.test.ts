import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../src/domain/day.js";
import { readingOn, spanOf } from "../../../../src/explorer/views/explore/reading.js";
import { party, relation } from "./drawn-relation.js";

const on = (day: string, more: Parameters<typeof relation>[0]) =>
  readingOn(spanOf(relation(more)), parseDay(day));

describe("how a relation stands on a day", () => {
  it("holds for certain between the last reading of its start and the first of its end", () => {
    const owned = { kind: "OWNERSHIP", start: "2015", end: "2020" } as const;
    expect(on("2014-12-31", owned)).toBe("later");
    expect(on("2015-06-01", owned)).toBe("possible");
    expect(on("2015-12-31", owned)).toBe("certain");
    expect(on("2019-12-31", owned)).toBe("certain");
    // An end that names a year may be as late as the first day of the next.
    expect(on("2020-12-31", owned)).toBe("possible");
    expect(on("2021-01-01", owned)).toBe("ended");
  });

  it("counts money as given once its day has come, and never as ended", () => {
    const gift = { kind: "FUNDING", start: "2017-12-20", end: null } as const;
    expect(on("2017-12-19", gift)).toBe("later");
    expect(on("2017-12-20", gift)).toBe("certain");
    expect(on("2026-01-01", gift)).toBe("certain");
    expect(on("2017-06-01", { ...gift, start: "2017" })).toBe("possible");
  });

  it("takes a collaboration for possible after a source last stated it", () => {
    const together = { kind: "COLLABORATION", start: "2015", end: null } as const;
    expect(on("2019-04-04", together)).toBe("certain");
    expect(on("2019-04-05", together)).toBe("possible");
  });

  it("reads an empty start as by the day of the earliest publication", () => {
    const part = { kind: "CONTROL", start: null, end: null } as const;
    expect(on("2019-04-03", part)).toBe("possible");
    expect(on("2019-04-04", part)).toBe("certain");
  });

  it("keeps money on its day where the payer was founded some time in that year", () => {
    const gift = { kind: "FUNDING", start: "2017-12-20", end: null } as const;
    const from = party("company:a", { founded: "2017" });
    expect(on("2017-12-20", { ...gift, from })).toBe("certain");
    const owned = { ...gift, kind: "OWNERSHIP", from } as const;
    expect(on("2017-12-20", owned)).toBe("possible");
    expect(on("2017-12-31", owned)).toBe("certain");
  });

  it("ends with the side that was dissolved", () => {
    const owned = {
      kind: "OWNERSHIP",
      start: "2015-01-01",
      end: null,
      to: party("company:b", { dissolved: "2018-05-01" }),
    } as const;
    expect(on("2018-05-01", owned)).toBe("certain");
    expect(on("2018-05-02", owned)).toBe("ended");
  });
});
