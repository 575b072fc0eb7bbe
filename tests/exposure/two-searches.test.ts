import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposuresInSteps } from "../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { projectionOf } from "./naive/projection-of.js";
import { entityRow, relationRow, termsOf } from "./naive/rows.js";
import { randomCase } from "./random-graph.js";
import { wholeFinding } from "./whole-finding.js";

/** What the searches of some questions find when each takes a step in turn, and how many steps they took. */
function interleaved(view: View, questions: readonly ExposureTermsOf[]) {
  const searches = questions.map((terms) => exposuresInSteps(view, terms));
  const found: unknown[] = searches.map(() => null);
  let steps = 0;
  for (let left = searches.length; left > 0; ) {
    for (const [at, search] of searches.entries()) {
      if (found[at] !== null) continue;
      const step = search.next();
      steps += 1;
      if (!step.done) continue;
      found[at] = step.value.findings.map(wholeFinding);
      left -= 1;
    }
  }
  return { found: JSON.stringify(found), steps };
}

function alone(view: View, questions: readonly ExposureTermsOf[]): string {
  return JSON.stringify(
    questions.map((terms) => runToCompletion(exposuresInSteps(view, terms)).findings.map(wholeFinding)),
  );
}

describe("searches that take their steps in turn", () => {
  it("find what each finds alone, whatever the graph", { timeout: 60_000 }, async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(randomCase, async ({ world, terms }) => {
        const projection = await projectionOf(world);
        const universities = ["university:s", "university:u", "university:w"].filter(
          (id) => projection.entities.indexOf(id) >= 0,
        );
        const questions = [terms, ...universities.map((university) => ({ ...terms, university }))];
        const expected = alone(View.of(projection, terms), questions);
        found += expected.length > 20 ? 1 : 0;
        expect(interleaved(View.of(projection, terms), questions).found).toBe(expected);
      }),
      { seed: 20_261_202, numRuns: 100 },
    );
    expect(found).toBeGreaterThan(30);
  });

  it("find the same where a single walk takes many steps", async () => {
    // Above each company stand three others: within six claims 1,093 companies.
    const company = (at: number) => `company:c${at}`;
    const companies = Array.from({ length: 1093 }, (_, at) => company(at));
    const owned = companies.slice(1).map((from, at) =>
      relationRow({
        ...{ id: `claim:rows/o${at}`, kind: "Ownership", share: "30" },
        ...{ from, to: company(Math.floor(at / 3)) },
      }),
    );
    const paid = ["university:u", "university:w"].map((to, at) =>
      relationRow({
        ...{ id: `claim:rows/f${at}`, kind: "Funding", amount: "100", currency: "USD" },
        ...{ from: company(at), to, start: "2025-01-01" },
      }),
    );
    const world = {
      entities: ["university:u", "university:w", ...companies].map((id) => entityRow(id)),
      flags: [],
      claims: [...owned, ...paid],
    };
    const targets = [company(1000), company(1092)];
    const questions = ["university:u", "university:w"].map((id) => termsOf(id, "2025-10-01", { targets }));
    const projection = await projectionOf(world);
    const view = () => View.of(projection, questions[0] as ExposureTermsOf);
    const { found, steps } = interleaved(view(), questions);
    expect(found).toBe(alone(view(), questions));
    expect(JSON.parse(found)[0]).toHaveLength(2);
    expect(steps).toBeGreaterThan(20);
  });
});
