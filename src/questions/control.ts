import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { Share } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import { controlText } from "../explain/rule-text.js";
import { partyOfId } from "../exposure/transactions/search.js";
import { lazy } from "../graph/lazy.js";
import type { PathStep } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import { controlField } from "../ownership/control/control.js";
import { controlGrounds, controlProof } from "../ownership/rules/control-proof.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { problemsIn } from "./ownership-rule.js";
import { graphNames } from "./resident/graph-names.js";

export interface ControlQuestion {
  readonly controller: EntityId;
  readonly company: EntityId;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

export interface ControlAnswer {
  readonly verdict: Verdict;
  /** Held by the controller alone and through what it controls. */
  readonly votes: Share;
  readonly validAt: Day;
  readonly knownAt: Day;
  explanation(): string;
  /** From the controller down to the company. */
  proof(): Promise<readonly PathStep[]>;
  /** Contradictions among the votes that were read, each as a clause. */
  problems(): readonly string[];
}

/** Whether one party controls another on validAt. @throws NOT_FOUND, WRONG_KIND for ids that are no entities. */
export async function answerControl(graph: ResidentGraph, question: ControlQuestion): Promise<ControlAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "controller", question.controller);
  requireEntity(projection, "company", question.company);
  const validAt = question.validAt ?? today();
  const view = graph.view(projection, {
    validAt,
    knownAt: question.knownAt ?? today(),
    statuses: DEFAULT_STATUSES,
  });
  const controller = partyOfId(view, question.controller, "controller");
  const company = partyOfId(view, question.company, "company");
  return controlAnswer(view, controller, company, validAt);
}

/** The answer for two parties on a day. */
export async function controlAnswer(
  view: View,
  controller: number,
  company: number,
  day: Day,
): Promise<ControlAnswer> {
  const { entities } = view.projection;
  const names = graphNames(view.projection, view.terms.knownAt);
  const { verdict, votes, stated, voters } = await inTurns(controlGrounds(view, controller, company, day));
  const problems = lazy(() => problemsIn(view, controlField(view, company, day), names));
  const told = () => ({
    controller: entities.id(controller),
    company: entities.id(company),
    day,
    verdict,
    votes,
    stated: stated.map((party) => entities.id(party)),
    voters: voters.map((voter) => ({ party: entities.id(voter.party), votes: voter.votes })),
    problems: problems(),
  });
  return {
    verdict,
    votes,
    validAt: day,
    knownAt: view.terms.knownAt,
    explanation: lazy(() => controlText(told(), names)),
    proof: lazy(() => inTurns(controlProof(view, controller, company, day))),
    problems,
  };
}
