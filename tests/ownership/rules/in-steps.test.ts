import { expect, it } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";
import { ownershipRule } from "../../../src/ownership/rules/ownership-rule.js";
import { unsettledShares } from "../../../src/ownership/rules/unsettled-shares.js";
import { ASKED_ON, type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";

const NAMES = Array.from({ length: 40 }, (_, at) => `C${at}`);

/** All hold each other, nobody knows how much. */
const TANGLE = NAMES.flatMap((from) =>
  NAMES.filter((to) => to !== from).map((to): Edge => [from, to, "[0,100]"]),
);

it("gives the turn away within each fixpoint that a rule and its unsettled shares take", async () => {
  const view = await viewOfEdges(TANGLE);
  const day = parseDay(ASKED_ON);
  const flagged = NAMES.slice(0, 6).map((name) => party(view, name));
  const terms = { regime: "UK_50", company: party(view, "C20"), day, flagged } as const;
  const steps = unsettledShares(view, runToCompletion(ownershipRule(view, terms)));
  let taken = 0;
  while (!steps.next().done) taken += 1;
  // A hundred shares at either end, and the six flagged parties one by one.
  expect(taken).toBeGreaterThanOrEqual(100 * 2 * 6);
});
