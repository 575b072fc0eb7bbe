import { expect, it } from "vitest";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { entityRow, relationRow } from "../exposure/naive/rows.js";
import { ask, storeOf } from "./serving.js";

const S = "university:s";
const X = "company:x";

it("gives a supposed listing every field of a flag, and no claim to rest on", async () => {
  const gift = relationRow({ id: "claim:rows/gift", kind: "Funding", from: X, to: S, start: "2019-07-01" });
  const world = { entities: [S, X].map((id) => entityRow(id)), flags: [], claims: [gift] };
  const graph = new ResidentGraph(await storeOf(world));
  const query = `{
    whatIf(university: "${S}", scenario: { list: ["${X}"] }, validAt: "2020-01-01", knownAt: "2024-01-01") {
      added { finding { flags { flag { id kind title topics events { id } responses { id } subjects { totalCount }
        ... on Listing { list listClass } } state role } } because { id } }
      changed { what }
    }
    exposure(university: "${S}", targets: ["${X}"], validAt: "2020-01-01", knownAt: "2024-01-01") {
      findings { nodes { paths(limit: 0) { hops } } }
    }
  }`;
  const { data, errors } = JSON.parse(JSON.stringify(await ask(graph, query, {})));
  expect(data.whatIf).toEqual({
    added: [
      {
        finding: {
          flags: [
            {
              flag: {
                id: `listing:supposed/${X}`,
                kind: "LISTING",
                title: `Supposed listing of ${X}`,
                topics: [],
                events: [],
                responses: [],
                subjects: { totalCount: 0 },
                list: "supposed",
                listClass: "SANCTIONS",
              },
              state: "OPEN",
              role: "LISTED",
            },
          ],
        },
        because: [],
      },
    ],
    changed: [],
  });
  expect(errors).toMatchObject([
    { message: expect.stringContaining("limit: 0 is out of range"), extensions: { code: "BAD_USER_INPUT" } },
  ]);
});
