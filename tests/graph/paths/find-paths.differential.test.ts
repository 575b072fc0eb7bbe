import fc from "fast-check";
import { expect, it } from "vitest";
import { findPaths, type PathTerms } from "../../../src/graph/paths/find-paths.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { entityRow, relationRow, termsOf } from "../../exposure/naive/rows.js";
import { tried } from "../../laws.js";

/** The claims of a view that may hold on validAt, as steps between parties, both ways unless `directed`. */
function stepsOf(view: View, { kinds, directed }: PathTerms): [from: number, to: number][] {
  const { relations } = view.projection;
  const steps: [number, number][] = [];
  for (let relation = 0; relation < relations.count; relation += 1) {
    const kind = relations.kindOf(relation);
    const { validAt } = view.terms;
    const holds = relations.startEarliest(relation) <= validAt && validAt < relations.endLatest(relation);
    const counts = kinds ? kinds.includes(kind) : kind !== "Identity";
    if (!view.has(relation) || !counts || (kind !== "Funding" && !holds)) continue;
    const ends = [relations.from, relations.to].map((end) => view.partyOf(end[relation] as number));
    const [from, to] = ends as [number, number];
    steps.push([from, to]);
    if (!directed) steps.push([to, from]);
  }
  return steps;
}

/** Every loopless path, shortest first, then by the sequence of parties. */
function everyPath(view: View, terms: PathTerms): readonly (readonly number[])[] {
  const steps = stepsOf(view, terms);
  const { from, to, avoid, hubLimit, maxHops, directed } = terms;
  const ends = directed ? steps.flat() : steps.map(([at]) => at);
  const isHub = (party: number) => ends.filter((end) => end === party).length > hubLimit;
  const parties = new Set(steps.flat());
  const after = new Map(
    [...parties].map((party) => [
      party,
      new Set(steps.filter(([at]) => at === party).map(([, next]) => next)),
    ]),
  );
  const barred = new Set([...parties].filter((party) => avoid.has(party) || isHub(party)));
  const found: (readonly number[])[] = [];
  const open: (readonly number[])[] = from === to ? [] : [[from]];
  for (const path of open) {
    if (path.length > maxHops) continue;
    for (const next of after.get(path.at(-1) as number) ?? []) {
      if (path.includes(next)) continue;
      if (next === to) found.push([...path, next]);
      else if (!barred.has(next)) open.push([...path, next]);
    }
  }
  const differs = (a: readonly number[], b: readonly number[]) => a.findIndex((party, at) => party !== b[at]);
  return found.sort(
    (a, b) => a.length - b.length || (a[differs(a, b)] as number) - (b[differs(a, b)] as number),
  );
}

/** The parties that a path given leads over. */
function partiesOf(view: View, steps: readonly { readonly from: string; readonly to: string }[]): number[] {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const parties = ends.map((id) => view.partyOf(view.projection.entities.indexOf(id)));
  return parties.filter((party, at) => party !== parties[at - 1]);
}

const NAMES = Array.from({ length: 9 }, (_, at) => `company:c${at}`);

/** Claims every which way between a few companies, some of them ended, and now and then two of these that are one. */
const claims = fc.array(
  fc.record({
    kind: fc.constantFrom("Ownership", "Funding", "Affiliation", "Link", "Identity"),
    from: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES),
    end: fc.constantFrom(null, null, null, "2019-05-01"),
    decidedBy: fc.constantFrom("", "", "", "An editor"),
  }),
  { minLength: 6, maxLength: 26 },
);

it("gives the first of all loopless paths, as writing them all out does", { timeout: 60_000 }, async () => {
  const question = fc.record({
    from: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES),
    avoid: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
    limit: fc.integer({ min: 1, max: 8 }),
    maxHops: fc.integer({ min: 1, max: 6 }),
    hubLimit: fc.constantFrom(5000, 5000, 4, 6),
    directed: fc.boolean(),
    kinds: fc.constantFrom(null, null, ["Ownership", "Link", "Identity"] as const),
  });
  const met = { hubs: 0, most: 0, longest: 0, joined: 0 };
  await fc.assert(
    fc.asyncProperty(claims, question, async (drawn, asked) => {
      const rows = drawn.map((cells, at) =>
        relationRow({ ...cells, id: `claim:rows/r${at}`, start: "2018-01-01", share: "1", currency: "USD" }),
      );
      const world = { entities: NAMES.map((id) => entityRow(id)), flags: [], claims: rows };
      const { validAt, knownAt, statuses } = termsOf("company:c0", "2020-01-01", {});
      const view = View.of(await projectionOf(world), { validAt, knownAt, statuses });
      const party = (id: string) => view.partyOf(view.projection.entities.indexOf(id));
      const [from, to] = [party(asked.from), party(asked.to)];
      const terms = { ...asked, from, to, avoid: new Set(asked.avoid.map(party)) };
      const expected = everyPath(view, terms).slice(0, terms.limit);
      const { paths, truncated } = runToCompletion(findPaths(view, terms));
      expect(paths.map(({ steps }) => partiesOf(view, steps))).toEqual(expected);
      expect(paths.map(({ hops }) => hops)).toEqual(expected.map((path) => path.length - 1));
      met.hubs += truncated.length;
      met.most = Math.max(met.most, paths.length);
      met.longest = Math.max(met.longest, ...paths.map(({ hops }) => hops));
      met.joined += paths.filter(({ hops, steps }) => steps.length > hops).length;
    }),
    tried(20_261_127, 1_000),
  );
  expect(met.most).toBe(8);
  expect(met.longest).toBeGreaterThanOrEqual(5);
  expect(Math.min(met.hubs, met.joined)).toBeGreaterThan(20);
});
