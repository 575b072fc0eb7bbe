import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import type { Claim } from "../../../src/domain/record.js";
import { changes, type Moment } from "../../../src/exposure/differences/changes.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../naive/projection-of.js";
import {
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  subjectRow,
  termsOf,
} from "../naive/rows.js";
import { randomCase } from "../random-graph.js";
import { workedOut } from "./worked-out.js";

const S = "university:s";
const T = "company:t";
const X = "company:x";
const [A, B, OTHER] = ["company:a", "company:b", "company:other"] as const;
let rows = 0;
function relation(kind: RelationCells["kind"], from: string, to: string, cells: Partial<RelationCells> = {}) {
  rows += 1;
  return relationRow({ id: `claim:rows/c${rows}`, kind, from, to, start: "2018-01-01", ...cells });
}
const SUBJECT = { id: "claim:rows/subject", flag: "listing:l", entity: T, role: "listed" } as const;
const subject = subjectRow(SUBJECT);
const listed = eventRow({ id: "claim:rows/event", flag: "listing:l", event: "listed", start: "2019-05-16" });

const whatChanged = (before: Moment, after: Moment) => workedOut(runToCompletion(changes(before, after)));

async function between(
  claims: readonly Claim[],
  [earlier, later]: readonly [{ validAt: string; knownAt: string }, { validAt: string; knownAt: string }],
) {
  const world = {
    entities: [S, T, X, A, B, OTHER].map((id) => entityRow(id)),
    flags: [flagRow("listing:l")],
    claims,
  };
  const projection = await projectionOf(world);
  const moment = ({ validAt, knownAt }: { validAt: string; knownAt: string }) => {
    const terms = termsOf(S, validAt, { knownAt: parseDay(knownAt) });
    return { terms, view: View.of(projection, terms) };
  };
  const { added, removed, changed } = whatChanged(moment(earlier), moment(later));
  return {
    added: added.map(({ finding, because }) => [finding.channel, ...because]),
    removed: removed.map(({ finding, because }) => [finding.channel, ...because]),
    changed: changed.map(({ what, because }) => [what.join("+"), ...because]),
  };
}

const ON = (knownAt: string, validAt = "2020-06-01") => ({ knownAt, validAt });
const NOTHING = { added: [], removed: [], changed: [] };

describe("what changed between two moments", () => {
  const gift = relation("Funding", X, S, { start: "2019-07-01" });

  it("names the claim that became known", async () => {
    const owned = relation("Ownership", T, X, { share: "60", recorded: "2020-03-01" });
    const found = await between([subject, listed, gift, owned], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(found).toEqual({ ...NOTHING, added: [["SUBSIDIARY", owned.id]] });
  });

  it("names the claim that was retracted", async () => {
    const owned = relation("Ownership", T, X, { share: "60", retracted: "2020-03-01" });
    const found = await between([subject, listed, gift, owned], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(found).toEqual({ ...NOTHING, removed: [["SUBSIDIARY", owned.id]] });
  });

  it("names the row of a flag that opens by it since an opening event of the future was withdrawn, and not that event", async () => {
    const later = { start: "2021-01-01", recorded: "2019-01-01", retracted: "2020-03-01" };
    const event = eventRow({ id: "claim:rows/later", flag: "listing:l", event: "listed", ...later });
    const since = subjectRow({ ...SUBJECT, start: "2019-01-01" });
    const direct = relation("Funding", T, S, { start: "2019-07-01" });
    const found = await between([since, event, direct], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(found).toEqual({ ...NOTHING, added: [["DIRECT", since.id]] });
  });

  it("names the claim that makes a target a part of the university", async () => {
    const direct = relation("Funding", T, S, { start: "2019-07-01" });
    const part = relation("PartOf", T, S, { recorded: "2020-03-01" });
    const became = await between([subject, listed, direct, part], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(became).toEqual({ ...NOTHING, removed: [["DIRECT", part.id]] });
    const past = relation("PartOf", T, S, { retracted: "2020-03-01" });
    const ceased = await between([subject, listed, direct, past], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(ceased).toEqual({ ...NOTHING, added: [["DIRECT", past.id]] });
  });

  it("names the Identity that makes two targets one", async () => {
    const direct = relation("Funding", T, S, { start: "2019-07-01" });
    const same = relation("Identity", T, X, { decidedBy: "rule", recorded: "2020-03-01" });
    const other = subjectRow({ ...SUBJECT, id: "claim:rows/other", entity: X });
    const claims = [subject, other, listed, gift, direct, same];
    const { removed } = await between(claims, [ON("2020-01-01"), ON("2020-06-01")]);
    expect(removed).toEqual([["DIRECT", same.id]]);
  });

  it("names the claim that was corrected, and in what the finding changed", async () => {
    const id = "claim:rows/corrected";
    const wrong = relation("Ownership", T, X, { id, share: "40", retracted: "2020-03-01" });
    const right = relation("Ownership", T, X, { id, share: "60", revision: 1, recorded: "2020-03-01" });
    const found = await between([subject, listed, gift, wrong, right], [ON("2020-01-01"), ON("2020-06-01")]);
    expect(found).toEqual({ ...NOTHING, changed: [["CONTROL+SHARE", id]] });
  });

  it("says that timing changed where the flag was open sooner, and not that the flag stands otherwise", async () => {
    const direct = relation("Funding", T, S, { start: "2019-07-01" });
    const renewed = eventRow({
      id: "claim:rows/renewed",
      flag: "listing:l",
      event: "listed",
      start: "2020-01-01",
    });
    const first = eventRow({
      id: "claim:rows/first",
      flag: "listing:l",
      event: "listed",
      start: "2019-05-16",
      recorded: "2020-03-01",
    });
    const found = await between([subject, renewed, first, direct], [ON("2020-02-01"), ON("2020-06-01")]);
    expect(found).toEqual({ ...NOTHING, changed: [["TIMING", first.id]] });
  });

  it("says of one more gift that an amount changed, and of one more holding a share", async () => {
    const owned = relation("Ownership", T, X, { share: "60" });
    const more = relation("Funding", X, S, { start: "2019-08-01", recorded: "2020-03-01" });
    const gifts = [subject, listed, owned, gift, more];
    expect(await between(gifts, [ON("2020-01-01"), ON("2020-06-01")])).toEqual({
      ...NOTHING,
      changed: [["AMOUNT", more.id]],
    });
    const held = relation("Ownership", S, X, { share: "10" });
    const itself = relation("Ownership", S, T, { share: "10", recorded: "2020-03-01" });
    const holdings = [subject, listed, owned, held, itself];
    expect(await between(holdings, [ON("2020-01-01"), ON("2020-06-01")])).toEqual({
      ...NOTHING,
      changed: [["SHARE", itself.id]],
    });
  });

  it("names the holding of somebody else that bounded a share, also where it decides nothing", async () => {
    const chain = [relation("Ownership", T, A), relation("Ownership", A, B, { share: "40" })];
    const above = [
      relation("Ownership", OTHER, B, { share: "60" }),
      relation("Ownership", B, X, { share: "100" }),
    ];
    // T's share of A is not known: 40 of 100 are left to it, until they are all.
    const bound = relation("Ownership", OTHER, A, { share: "60", retracted: "2020-03-01" });
    const claims = [subject, listed, gift, ...chain, ...above, bound];
    expect(await between(claims, [ON("2020-01-01"), ON("2020-06-01")])).toEqual({
      ...NOTHING,
      changed: [["SHARE", bound.id]],
    });
  });

  it("names the listing that happened between two days", async () => {
    const owned = relation("Ownership", T, X, { share: "60" });
    const found = await between(
      [subject, listed, gift, owned],
      [ON("2020-06-01", "2019-05-01"), ON("2020-06-01", "2020-06-01")],
    );
    // The gift of July came in between as well.
    expect(found).toEqual({ ...NOTHING, added: [["SUBSIDIARY", gift.id, listed.id].sort()] });
  });

  it("is nothing between a moment and itself, and turns round with its moments", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, fc.integer({ min: 0, max: 12 }), async ({ world, terms }, back) => {
        const projection = await projectionOf(world);
        const now = { terms, view: View.of(projection, terms) };
        const earlier = { ...terms, validAt: terms.validAt - back, knownAt: parseDay("2020-01-08") };
        const then = { terms: earlier, view: View.of(projection, earlier) };
        const same = whatChanged(now, now);
        expect([same.added, same.removed, same.changed]).toEqual([[], [], []]);
        const there = whatChanged(then, now);
        const back2 = whatChanged(now, then);
        const keys = (list: typeof there.added) => list.map(({ finding, because }) => [finding.key, because]);
        expect(keys(there.added)).toEqual(keys(back2.removed));
        expect(keys(there.removed)).toEqual(keys(back2.added));
        // A claim may be known in several revisions: one of them is the cause.
        const starts = (cause: string) =>
          world.claims.filter(({ id }) => id === cause).map(({ clock }) => clock.startEarliest);
        const causes = [...there.added, ...there.removed, ...there.changed].flatMap((each) => each.because);
        expect(causes.filter((id) => Math.min(...starts(id)) > terms.validAt)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
