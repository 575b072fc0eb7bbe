import fc from "fast-check";
import { expect, it } from "vitest";
import { changes, type Moment } from "../../src/exposure/differences/changes.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { rewind } from "../../src/graph/rewind.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { workedOut } from "../exposure/differences/worked-out.js";
import { projectionOf } from "../exposure/naive/projection-of.js";
import type { World } from "../exposure/naive/world.js";
import { randomCase } from "../exposure/random-graph.js";
import { wholeAnswer } from "../exposure/whole-finding.js";
import { tried } from "../laws.js";
import { earlierWorld } from "./earlier-world.js";

const whatChanged = (before: Moment, after: Moment) => workedOut(runToCompletion(changes(before, after)));

const OPTIONS = tried(20_190_403, 150);
const PICKS = fc.array(fc.nat({ max: 1000 }), { minLength: 13, maxLength: 13 });

it("answers as the earlier version did, and what differs is blamed on claims that differ", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(randomCase, PICKS, async ({ world, terms }, picks) => {
      const before = earlierWorld(world, picks);
      if (!before.entities.some(({ id }) => id === terms.university)) return;
      const targets = terms.targets?.filter((id) => before.entities.some((entity) => entity.id === id));
      const asked = { ...terms, targets: targets ?? null };
      const [earlier, later] = [await projectionOf(before), await projectionOf(world)];
      const rewound = await rewind(earlier, later);
      const then = wholeAnswer(findExposures(View.of(earlier, asked), asked));
      const again = wholeAnswer(findExposures(View.of(rewound, asked), asked));
      // How much was looked at is no part of the answer: rows that nobody knows are looked at too.
      expect(plain({ ...again, exploredRelations: 0 })).toEqual(plain({ ...then, exploredRelations: 0 }));
      const difference = whatChanged(
        { view: View.of(rewound, asked), terms: asked },
        { view: View.of(later, asked), terms: asked },
      );
      for (const { because } of [...difference.added, ...difference.removed, ...difference.changed])
        for (const id of because) {
          told += 1;
          expect(witness(before, id)).not.toEqual(witness(world, id));
        }
    }),
    OPTIONS,
  );
  expect(told).toBeGreaterThan(0);
}, 120_000);

it("finds nothing to tell where nothing changed", async () => {
  await fc.assert(
    fc.asyncProperty(randomCase, async ({ world, terms }) => {
      const [earlier, later] = [await projectionOf(world), await projectionOf(world)];
      const rewound = await rewind(earlier, later);
      const difference = whatChanged(
        { view: View.of(rewound, terms), terms },
        { view: View.of(later, terms), terms },
      );
      expect([difference.added, difference.removed, difference.changed]).toEqual([[], [], []]);
    }),
    OPTIONS,
  );
}, 120_000);

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/**
 * What makes a claim a cause: its own revisions; of a subject also the events of its flag, for without an opening event
 * the flag opens by the subject.
 */
function witness({ claims }: World, id: string): unknown {
  const flags = claims.flatMap((claim) =>
    claim.id === id && claim.record === "subject" ? [claim.flag] : [],
  );
  return plain(
    claims.filter((claim) => claim.id === id || (claim.record === "event" && flags.includes(claim.flag))),
  );
}
