import { describe, expect, it } from "vitest";
import { findPaths, type PathTerms } from "../../../src/graph/paths/find-paths.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { View } from "../../../src/graph/view.js";
import { projectionOf } from "../../exposure/naive/projection-of.js";
import { entityRow, type RelationCells, relationRow, termsOf } from "../../exposure/naive/rows.js";

const START = { start: "2015-01-01" };
const IDS = ["company:a", "company:b", "university:u", "university:v"] as const;
const CLAIMS: readonly (Pick<RelationCells, "kind" | "from" | "to"> & { id: string })[] = [
  { id: "claim:rows/gift", kind: "Funding", from: "company:a", to: "university:u" },
  { id: "claim:rows/owned", kind: "Ownership", from: "company:b", to: "company:a" },
  { id: "claim:rows/research", kind: "Collaboration", from: "university:v", to: "university:u" },
];

/** The claims of the paths between two, and which of them are followed the way that they point. */
async function paths(from: (typeof IDS)[number], to: (typeof IDS)[number], other: Partial<PathTerms> = {}) {
  const claims = CLAIMS.map((cells) => relationRow({ ...START, ...cells }));
  const projection = await projectionOf({ entities: IDS.map((id) => entityRow(id)), flags: [], claims });
  const view = View.of(projection, termsOf("university:u", "2021-06-01"));
  const party = (id: string) => view.partyOf(projection.entities.indexOf(id));
  const terms = {
    limit: 3,
    maxHops: 8,
    kinds: null,
    avoid: new Set<number>(),
    hubLimit: 5000,
    directed: true,
  };
  const found = runToCompletion(findPaths(view, { ...terms, from: party(from), to: party(to), ...other }));
  return found.paths.map(({ steps }) => steps.map(({ relation, forward }) => [relation.slice(11), forward]));
}

describe("paths between two", () => {
  it("follow claims one way only if asked to, and a Collaboration both ways all the same", async () => {
    const chain = [
      ["owned", true],
      ["gift", true],
      ["research", false],
    ];
    expect(await paths("company:b", "university:v")).toEqual([chain]);
    expect(await paths("university:v", "university:u")).toEqual([[["research", true]]]);
    expect(await paths("university:v", "company:b")).toEqual([]);
    const back = [...chain].reverse().map(([id, forward]) => [id, !forward]);
    expect(await paths("university:v", "company:b", { directed: false })).toEqual([back]);
  });

  it("count each claim of a hub once, however it is followed", async () => {
    // university:u has two claims: it is passed through where two may be followed, and not where one may.
    for (const directed of [true, false]) {
      expect(await paths("company:a", "university:v", { directed, hubLimit: 2 })).toHaveLength(1);
      expect(await paths("company:a", "university:v", { directed, hubLimit: 1 })).toEqual([]);
    }
  });
});
