import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { BILLION, type Share } from "../domain/share.js";
import { overfullText } from "../explain/share-problem-text.js";
import { partyOfId } from "../exposure/transactions/search.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { ECONOMIC, isContradictory, shareholdersOf } from "../ownership/control/shareholders.js";
import { integratedOwnershipInSteps } from "../ownership/integrated-ownership/integrated-ownership.js";
import { directShare } from "../ownership/integrated-ownership/stakes.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { requireFraction } from "./require.js";
import { graphNames } from "./resident/graph-names.js";

export interface IntegratedOwnershipQuestion {
  readonly owner: EntityId;
  readonly company: EntityId;
  /** How near the bounds of the share must come to what they are in the end, a fraction. Default: `PRECISION`. */
  readonly precision?: number | undefined;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

export interface IntegratedOwnershipAnswer {
  readonly owner: EntityId;
  readonly company: EntityId;
  /** Null in a closed loop. */
  readonly share: Share | null;
  /** [0, 0] where nothing is held directly. */
  readonly direct: Share;
  readonly closedLoop: boolean;
  /** False where it would have taken too long until the bounds had come so near. */
  readonly converged: boolean;
  /** Fractions: how much of the company's shares is attributed, and the rest. */
  readonly known: number;
  readonly unknown: number;
  /** Contradictions among the company's shares, each as a clause. */
  readonly problems: readonly string[];
}

const NO_SHARE: Share = { min: 0, max: 0, minExclusive: false, maxExclusive: false };

/** What an owner owns of a company on validAt, directly and through everything between. @throws NOT_FOUND, WRONG_KIND. */
export async function answerIntegratedOwnership(
  graph: ResidentGraph,
  question: IntegratedOwnershipQuestion,
): Promise<IntegratedOwnershipAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "owner", question.owner);
  requireEntity(projection, "company", question.company);
  const { precision } = question;
  requireFraction("precision", precision);
  const validAt = question.validAt ?? today();
  const knownAt = question.knownAt ?? today();
  const view = graph.view(projection, { validAt, knownAt, statuses: DEFAULT_STATUSES });
  const owner = partyOfId(view, question.owner, "owner");
  const company = partyOfId(view, question.company, "company");
  const shares = shareholdersOf(view, company, ECONOMIC, validAt);
  const id = projection.entities.id(company);
  return {
    owner: projection.entities.id(owner),
    company: id,
    ...(await inTurns(integratedOwnershipInSteps(view, owner, company, validAt, precision))),
    direct: directShare(view, owner, company, { day: validAt, reading: ECONOMIC }) ?? NO_SHARE,
    known: shares.known / BILLION,
    unknown: Math.max(0, BILLION - shares.known) / BILLION,
    problems: isContradictory(shares)
      ? [overfullText(id, shares.known / BILLION, graphNames(projection, knownAt))]
      : [],
  };
}
