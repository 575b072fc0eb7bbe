import fc from "fast-check";
import { expect } from "vitest";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { buildProjection } from "../../src/graph/build-projection.js";
import { refreshedProjection } from "../../src/graph/refresh-projection.js";
import { rewind } from "../../src/graph/rewind.js";
import { View } from "../../src/graph/view.js";
import { RelationIndex } from "../../src/questions/resident/relation-index.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { randomCase } from "../exposure/random-graph.js";
import { wholeAnswer } from "../exposure/whole-finding.js";
import { records } from "../store/arbitraries.js";
import { dossier, write } from "../store/small-records.js";
import { historyOf, THROWS } from "./random-history.js";
import { told } from "./told.js";

export interface LawOptions {
  /** An empty store, prepared; the law closes it. */
  readonly open: () => Promise<GraphStore>;
  readonly seed: number;
  readonly numRuns: number;
}

/**
 * After any history of loads, followed load by load, a projection tells what one that is built from nothing tells, in the
 * same numbers, and answers alike; and what it was refreshed from tells what it told before. The answer: how many loads
 * were followed, and how many findings compared.
 */
export async function followsRandomGraphs({ open, ...options }: LawOptions) {
  const count = { loads: 0, findings: 0 };
  const property = fc.asyncProperty(randomCase, THROWS, async ({ world, terms }, throws) => {
    const nouns = [
      dossier(),
      ...world.flags.map((value) => ({ record: "flag", value }) as const),
      ...world.entities.map((value) => ({ record: "entity", value }) as const),
    ];
    await following(
      open,
      historyOf({ nouns, claims: world.claims }, throws),
      async (refreshed, built, before) => {
        count.loads += 1;
        expect(told(await rewind(before, refreshed))).toEqual(told(await rewind(before, built)));
        for (const { id } of world.claims)
          expect([...RelationIndex.of(refreshed).revisions(id)].sort()).toEqual(
            [...RelationIndex.of(built).revisions(id)].sort(),
          );
        if (refreshed.entities.indexOf(terms.university) < 0) return;
        const targets = terms.targets?.filter((id) => refreshed.entities.indexOf(id) >= 0) ?? null;
        const asked = { ...terms, targets };
        const found = findExposures(View.of(refreshed, asked), asked);
        count.findings += found.findings.length;
        const expected = findExposures(View.of(built, asked), asked);
        expect(plain(wholeAnswer(found))).toEqual(plain(wholeAnswer(expected)));
      },
    );
  });
  await fc.assert(property, options);
  return count;
}

/** The same of records of every kind, however they look. */
export async function followsAnyRecords({ open, ...options }: LawOptions) {
  const count = { loads: 0 };
  const property = fc.asyncProperty(records("any"), records("other"), THROWS, async (some, more, throws) => {
    const material = {
      nouns: [...some.nouns, ...more.nouns],
      claims: [...some.claims, ...more.claims],
    };
    await following(open, historyOf(material, throws), () => {
      count.loads += 1;
    });
  });
  await fc.assert(property, options);
  return count;
}

type Followed = Awaited<ReturnType<typeof buildProjection>>;

async function following(
  open: () => Promise<GraphStore>,
  loads: ReturnType<typeof historyOf>,
  compare: (refreshed: Followed, built: Followed, before: Followed) => void | Promise<void>,
): Promise<void> {
  const store = await open();
  try {
    let projection = await buildProjection(store);
    for (const load of loads) {
      const before = told(projection);
      await write(store, load);
      const refreshed = await refreshedProjection(projection, store);
      if (refreshed === null) throw new Error("the projection cannot be refreshed");
      const built = await buildProjection(store);
      expect(told(refreshed)).toEqual(told(built));
      expect(told(projection)).toEqual(before);
      expect(sizes(refreshed)).toEqual(sizes(built));
      await compare(refreshed, built, projection);
      projection = refreshed;
    }
  } finally {
    await store.close();
  }
}

/** Nothing is left behind of what was replaced. */
function sizes({ entities, relations }: Followed): unknown {
  return [entities.byteLength, relations.byteLength];
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
