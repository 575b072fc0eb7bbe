import { parseDay } from "../domain/day.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { answerControl } from "../questions/control.js";
import { answerIntegratedOwnership } from "../questions/integrated-ownership.js";
import { answerOwnershipRule } from "../questions/ownership-rule.js";
import type { CaseAsk, ControlAsk, IntegratedAsk, RuleAsk } from "./conformance-cases.js";
import { type CasePlace, partyId } from "./conformance-dossier.js";

/** How far a share may be from the one expected. */
const TOLERANCE = 1e-9;

/** How an answer differs from the one expected, as a clause; null where it does not. */
export async function differenceIn(
  graph: ResidentGraph,
  place: CasePlace,
  ask: CaseAsk,
): Promise<string | null> {
  if (ask.ask === "rule") return ruleDifference(graph, place, ask);
  return ask.ask === "control" ? controlDifference(graph, place, ask) : shareDifference(graph, place, ask);
}

async function ruleDifference(graph: ResidentGraph, place: CasePlace, ask: RuleAsk): Promise<string | null> {
  const answer = await answerOwnershipRule(graph, {
    regime: ask.regime,
    company: partyId(place, ask.company),
    flagged: ask.flagged.map((name) => partyId(place, name)),
    validAt: parseDay(ask.on),
  });
  const words = (verdict: unknown, wouldBe: unknown) =>
    `${verdict}${wouldBe ? ` (would be ${wouldBe})` : ""}`;
  const given = words(answer?.verdict, answer?.wouldBe);
  const expected = words(ask.is, ask.wouldBe);
  return given === expected
    ? null
    : `${ask.regime} of ${ask.company} on ${ask.on} is ${given}, not ${expected}`;
}

async function controlDifference(
  graph: ResidentGraph,
  place: CasePlace,
  ask: ControlAsk,
): Promise<string | null> {
  const answer = await answerControl(graph, {
    controller: partyId(place, ask.controller),
    company: partyId(place, ask.company),
    validAt: parseDay(ask.on),
  });
  if (answer?.verdict === ask.is) return null;
  return `control of ${ask.controller} over ${ask.company} is ${answer?.verdict}, not ${ask.is}`;
}

async function shareDifference(
  graph: ResidentGraph,
  place: CasePlace,
  ask: IntegratedAsk,
): Promise<string | null> {
  const answer = await answerIntegratedOwnership(graph, {
    owner: partyId(place, ask.owner),
    company: partyId(place, ask.company),
    validAt: parseDay(ask.on),
  });
  const share = answer?.share;
  const given = answer?.closedLoop ? "closed loop" : share ? `[${share.min}, ${share.max}]` : "nothing";
  const isSame =
    ask.is === "closed loop"
      ? answer?.closedLoop === true
      : share != null && isNear(share.min, ask.is[0]) && isNear(share.max, ask.is[1]);
  if (isSame) return null;
  const expected = ask.is === "closed loop" ? ask.is : `[${ask.is.join(", ")}]`;
  return `the share of ${ask.company} that ${ask.owner} has is ${given}, not ${expected}`;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE;
}
