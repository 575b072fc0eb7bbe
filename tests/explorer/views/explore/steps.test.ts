import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  pinnedAt,
  type Step,
  stepsOf,
  stepsText,
  withStep,
} from "../../../../src/explorer/views/explore/steps.js";

const id = fc
  .tuple(fc.constantFrom("university", "company", "unknown-party"), fc.stringMatching(/^[a-z0-9-]{1,12}$/))
  .map((parts) => parts.join(":"));
const day = fc.constantFrom(null, "2019-04-04", "2026-01-31");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant("chain" as const),
    university: id,
    target: id,
    channel: fc.constantFrom(null, "DIRECT" as const, "HOLDING" as const),
    day,
  }),
  fc.record({ act: fc.constantFrom("add" as const, "remove" as const, "unpin" as const), id }),
  fc.record({
    act: fc.constant("expand" as const),
    id,
    limit: fc.integer({ min: 1, max: 500 }),
    kinds: fc.constantFrom([], ["FUNDING" as const], ["PART_OF" as const, "LINK" as const]),
  }),
  fc.record({
    act: fc.constant("connect" as const),
    from: id,
    to: id,
    limit: fc.integer({ min: 1, max: 500 }),
    day,
    avoid: fc.array(id, { maxLength: 3 }),
  }),
  fc.record({
    act: fc.constant("pin" as const),
    id,
    x: fc.integer({ min: -9999, max: 9999 }),
    y: fc.integer({ min: -9999, max: 9999 }),
  }),
  fc.constant({ act: "tidy" as const }),
);

describe("where steps leave an entity pinned", () => {
  it("is where it was pinned last, and nowhere once it was let go or removed", () => {
    const steps = stepsOf("add*a:x~pin*a:x*1*2~pin*a:y*9*9~pin*a:x*3*4");
    expect(pinnedAt(steps, "a:x")).toEqual({ x: 3, y: 4 });
    expect(pinnedAt([...steps, ...stepsOf("unpin*a:x")], "a:x")).toBeNull();
    expect(pinnedAt([...steps, ...stepsOf("remove*a:x~add*a:x")], "a:x")).toBeNull();
    expect(pinnedAt(steps, "a:z")).toBeNull();
  });
});

describe("the steps of an address", () => {
  it("read as they were written", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        expect(stepsOf(stepsText(steps))).toEqual(steps);
      }),
    );
  });

  it("stay readable", () => {
    const steps: Step[] = [
      {
        act: "chain",
        university: "university:mit",
        target: "company:huawei-technologies",
        channel: null,
        day: null,
      },
      { act: "expand", id: "university:mit", limit: 25, kinds: [] },
    ];
    expect(stepsText(steps)).toBe(
      "chain*university:mit*company:huawei-technologies~expand*university:mit*25",
    );
  });

  it("grow by one, but a move takes the place of the move before it", () => {
    const pin = (x: number): Step => ({ act: "pin", id: "university:mit", x, y: 0 });
    expect(withStep([{ act: "tidy" }], pin(1))).toEqual([{ act: "tidy" }, pin(1)]);
    expect(withStep([pin(1)], pin(2))).toEqual([pin(2)]);
    expect(withStep([pin(1)], { ...pin(2), id: "company:zte" } as Step)).toHaveLength(2);
  });

  it.each([
    "fly*university:mit",
    "add",
    "add*mit",
    "add*university:mit*25",
    "expand*university:mit*0",
    "expand*university:mit*501",
    "expand*university:mit*25*GIFTS",
    "pin*university:mit*1",
    "pin*university:mit*1*here",
    "connect*university:mit*company:zte*3*2019-02-30",
    "chain*university:mit*company:zte**SIDEWAYS",
    "tidy*up",
  ])("that cannot be read are named, with a way on: %s", (text) => {
    expect(() => stepsOf(`add*university:mit~${text}`)).toThrowError(
      expect.objectContaining({
        name: "BadPlace",
        message: expect.stringContaining(`“${text}”`),
        remedy: { steps: null, select: null },
      }),
    );
  });
});
