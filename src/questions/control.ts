import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { Share } from "../domain/share.js";
import { control, votesOf } from "../exposure/control.js";
import type { Verdict } from "../exposure/finding.js";
import { partyOfId } from "../exposure/search.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { entityOfKind } from "./look-up.js";

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
}

/** Whether one party controls another on validAt. Null where the graph has one of the ids not. */
export async function answerControl(
  graph: ResidentGraph,
  question: ControlQuestion,
): Promise<ControlAnswer | null> {
  const projection = await graph.current();
  if (!entityOfKind(projection, question.controller) || !entityOfKind(projection, question.company))
    return null;
  const validAt = question.validAt ?? today();
  const view = graph.view(projection, {
    validAt,
    knownAt: question.knownAt ?? today(),
    statuses: DEFAULT_STATUSES,
  });
  const controller = partyOfId(view, question.controller, "controller");
  const company = partyOfId(view, question.company, "company");
  return {
    verdict: control(view, controller, company, validAt),
    votes: votesOf(view, controller, company, validAt),
  };
}
