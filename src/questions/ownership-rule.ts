import { DEFAULT_STATUSES } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { BILLION, type Share } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import type { Names } from "../explain/names.js";
import { type RuleToTell, ruleText } from "../explain/rule-text.js";
import { overfullText } from "../explain/share-problem-text.js";
import { partyOfId } from "../exposure/transactions/search.js";
import { lazy } from "../graph/lazy.js";
import type { PathStep } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import type { RuleField } from "../ownership/control/rule-field.js";
import { shareOf } from "../ownership/control/share-of.js";
import { overfullIn } from "../ownership/rules/data-problems.js";
import {
  ownershipRule,
  type RuleJudgement,
  type RuleTerms,
  type RuleVerdict,
} from "../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, type Regime } from "../ownership/rules/regimes.js";
import { ruleProof } from "../ownership/rules/rule-proof.js";
import { type UnsettledShare, unsettledShares } from "../ownership/rules/unsettled-shares.js";
import { requireEntities, requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { graphNames } from "./resident/graph-names.js";

export interface OwnershipRuleQuestion {
  readonly company: EntityId;
  readonly regime: Regime;
  /** Absent: the parties on the regime's lists. */
  readonly flagged?: readonly EntityId[] | undefined;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

/** What a legal ownership rule says of a company on a day. What costs extra work is a function. */
export interface RuleAnswer {
  readonly company: EntityId;
  readonly regime: Regime;
  /** The parties that the rule starts from, by id. */
  readonly flagged: readonly EntityId[];
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly verdict: RuleVerdict;
  readonly wouldBe: Verdict | null;
  readonly aggregateShare: Share;
  /** Fractions. */
  readonly known: number;
  readonly threshold: number;
  readonly distanceToFlip: number | null;
  readonly listsSearched: readonly string[];
  readonly listsMissing: readonly string[];
  readonly citation: string;
  readonly checkedOn: Day;
  unsettled(): Promise<readonly UnsettledShare[]>;
  explanation(): Promise<string>;
  /** From the flagged parties down to the company. */
  proof(): Promise<readonly PathStep[]>;
  /** Contradictions among the shares that were read, each as a clause. */
  problems(): readonly string[];
}

/**
 * What a legal ownership rule says of a company on validAt.
 * @throws NOT_FOUND for a company that is not in the graph, BAD_USER_INPUT for a flagged party that is not in the graph.
 */
export async function answerOwnershipRule(
  graph: ResidentGraph,
  question: OwnershipRuleQuestion,
): Promise<RuleAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "company", question.company);
  requireEntities(projection, "flagged", question.flagged);
  const validAt = question.validAt ?? today();
  const view = graph.view(projection, {
    validAt,
    knownAt: question.knownAt ?? today(),
    statuses: DEFAULT_STATUSES,
  });
  return ruleAnswer(view, {
    regime: question.regime,
    company: partyOfId(view, question.company, "company"),
    day: validAt,
    flagged: flaggedParties(view, question.flagged),
  });
}

/** The parties of the ids that a question names; null where it names none and the lists decide. */
export function flaggedParties(
  view: View,
  ids: readonly EntityId[] | null | undefined,
): readonly number[] | null {
  return ids ? [...new Set(ids.map((id) => partyOfId(view, id, "flagged")))] : null;
}

/** The answer for a company (a party) on a day. */
export async function ruleAnswer(view: View, terms: RuleTerms): Promise<RuleAnswer> {
  const { entities } = view.projection;
  const judgement = await inTurns(ownershipRule(view, terms));
  const row = REGIME_TABLE[terms.regime];
  const unsettled = lazy(() => inTurns(unsettledShares(view, judgement)));
  const names = graphNames(view.projection, view.terms.knownAt);
  const problems = lazy(() => problemsIn(view, judgement.field, names));
  return {
    company: entities.id(terms.company),
    regime: terms.regime,
    flagged: [...judgement.flagged.may].sort((a, b) => a - b).map((party) => entities.id(party)),
    asOf: terms.day,
    knownAt: view.terms.knownAt,
    verdict: judgement.verdict,
    wouldBe: judgement.wouldBe,
    aggregateShare: judgement.aggregate,
    known: judgement.known,
    threshold: judgement.rule.threshold / BILLION,
    distanceToFlip: judgement.distanceToFlip,
    listsSearched: judgement.lists.searched,
    listsMissing: judgement.lists.missing,
    citation: row.citation,
    checkedOn: row.checkedOn,
    unsettled,
    explanation: lazy(async () => ruleText(toTell(view, judgement, await unsettled(), problems()), names)),
    proof: lazy(() => inTurns(ruleProof(view, judgement))),
    problems,
  };
}

function toTell(
  view: View,
  judgement: RuleJudgement,
  unsettled: readonly UnsettledShare[],
  problems: readonly string[],
): RuleToTell {
  const { entities } = view.projection;
  const { terms, field, run, rule } = judgement;
  const set = run.verdict === "YES" ? run.must : run.may;
  const limb = field.heldCompany(field.company)?.limbs[run.limb];
  const counted = (limb?.holders ?? [])
    .filter((holder) => set.has(holder.party) && holder.party !== field.company && holder.upper > 0)
    .sort((a, b) => b.lower - a.lower || b.upper - a.upper || a.party - b.party);
  return {
    regime: terms.regime,
    company: entities.id(terms.company),
    day: terms.day,
    verdict: judgement.verdict,
    wouldBe: judgement.wouldBe,
    isFlagged: judgement.isFlagged,
    isGiven: terms.flagged !== null,
    aggregate: judgement.aggregate,
    threshold: rule.threshold,
    inclusive: rule.inclusive,
    known: judgement.known,
    counted: counted.map((holder) => ({
      holder: entities.id(holder.party),
      share: shareOf(holder),
      inFull: !run.seeds.includes(holder.party),
    })),
    missingLists: judgement.lists.missing,
    restsOnMissingLists: judgement.restsOnMissingLists,
    unsettled,
    problems,
  };
}

/** The contradictions among the shares of a field, each as a clause. */
export function problemsIn(view: View, field: RuleField, names: Names): readonly string[] {
  return overfullIn(field).map(([company, known]) =>
    overfullText(view.projection.entities.id(company), known / BILLION, names),
  );
}
