import { expect, test } from "vitest";
import { entityRow, relationRow } from "../exposure/naive/rows.js";
import { ask, graphOf } from "./serving.js";

const [A, B, C] = ["company:a", "company:b", "company:c"] as const;
const relation = (id: string, kind: "Ownership" | "Control" | "Funding", from: string, to: string) =>
  relationRow({ id: `claim:rows/${id}`, kind, from, to, start: "2018-01-01" });

test("a step between two entities shows every claim that joins them, once", async () => {
  const graph = await graphOf({
    entities: [A, B, C].map((id) => entityRow(id)),
    flags: [],
    claims: [
      relation("own", "Ownership", A, B),
      relation("control", "Control", A, B),
      relation("pay", "Funding", B, A),
      relation("next", "Ownership", B, C),
    ],
  });
  const steps = async (directed: boolean) => {
    const { data } = await ask(
      graph,
      `{ paths(from: "${A}", to: "${C}", directed: ${directed}, validAt: "2020-01-01") {
        paths { steps { relation { id } parallel { id kind } } } } }`,
    );
    return data;
  };
  const path = (...parallel: readonly { id: string; kind: string }[]) => ({
    paths: {
      paths: [
        {
          steps: [
            { relation: { id: "claim:rows/control" }, parallel },
            { relation: { id: "claim:rows/next" }, parallel: [] },
          ],
        },
      ],
    },
  });
  const own = { id: "claim:rows/own", kind: "OWNERSHIP" };
  expect(await steps(true)).toEqual(path(own));
  expect(await steps(false)).toEqual(path(own, { id: "claim:rows/pay", kind: "FUNDING" }));
});
