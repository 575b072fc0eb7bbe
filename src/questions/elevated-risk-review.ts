import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagId, RiskTopic } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import { BILLION } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import { calledIn } from "../explain/claim-text.js";
import { type CriterionToTell, criterionText, stateWordsIn } from "../explain/criterion-text.js";
import { policyText } from "../explain/policy-text.js";
import { reviewText } from "../explain/review-text.js";
import type { DecisionCoverage } from "../exposure/finding.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import { type ElevatedRiskReview, elevatedRiskReview } from "../exposure/review/elevated-risk-review.js";
import { partyCountry } from "../exposure/review/party-country.js";
import type { PartyFlag } from "../exposure/review/review-criteria.js";
import type { Path } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import { SHARES, shareholdersOf } from "../ownership/control/shareholders.js";
import { ownershipRule } from "../ownership/rules/ownership-rule.js";
import { REGIMES } from "../ownership/rules/regimes.js";
import { exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntity } from "./arguments/known-ids.js";
import { inTurns } from "./in-turns.js";
import { flagToTell, repliesTo } from "./report/descriptions.js";
import type { SearchScope } from "./report/exposure-report.js";
import { exposureScope } from "./report/search-scope.js";
import { graphNames } from "./resident/graph-names.js";
import { claimsAsKnown } from "./resident/resident-records.js";

export interface ReviewQuestion {
  readonly university: EntityId;
  readonly counterparty: EntityId;
  readonly validAt?: Day | undefined;
  readonly knownAt?: Day | undefined;
}

export interface PolicyAnswer {
  readonly policy: ClaimId;
  readonly applies: Verdict;
  /** Chains from the counterparty up to those through whom it applies, or may. */
  readonly because: readonly Path[];
  readonly explanation: string;
}

export interface CriterionAnswer {
  readonly criterion: RiskTopic;
  readonly flags: readonly FlagId[];
  readonly claims: readonly ClaimId[];
  readonly explanation: string;
}

export interface ReviewAnswer {
  readonly scope: SearchScope;
  readonly university: EntityId;
  readonly counterparty: EntityId;
  readonly policies: readonly PolicyAnswer[];
  readonly countries: readonly string[];
  readonly decisions: readonly DecisionCoverage[];
  readonly criteria: readonly CriterionAnswer[];
  readonly summary: string;
}

/**
 * What a university's own review policies ask about a counterparty, and what is on record.
 * @throws NOT_FOUND for an id that is not in the graph, WRONG_KIND for one that is no university.
 */
export async function answerElevatedRiskReview(
  graph: ResidentGraph,
  question: ReviewQuestion,
): Promise<ReviewAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "university", question.university, ["University"]);
  requireEntity(projection, "counterparty", question.counterparty);
  const { university, counterparty, ...clocks } = question;
  const terms: ExposureTermsOf = exposureTermsOf(clocks, { university, targets: [counterparty] });
  const view = graph.view(projection, terms);
  const review = await inTurns(elevatedRiskReview(view, terms, counterparty));
  const told = await teller(graph, view, review);
  const policies = told.policies();
  const criteria = told.criteria();
  const explored = {
    exploredEntities: review.owners.length + 2,
    exploredRelations: told.claims,
    truncated: [],
  };
  return {
    scope: {
      ...exposureScope(projection, { ...clocks, targets: [counterparty] }, terms, explored),
      channels: null,
    },
    university: projection.entities.id(review.university),
    counterparty: projection.entities.id(review.counterparty),
    policies,
    countries: review.countries,
    decisions: review.decisions,
    criteria,
    summary: await told.summary(policies, criteria),
  };
}

/** Turns a review into words: the claims that it names are loaded once. */
async function teller(graph: ResidentGraph, view: View, review: ElevatedRiskReview) {
  const { projection } = view;
  const { relations, entities } = projection;
  const { validAt, knownAt } = view.terms;
  const names = graphNames(projection, knownAt);
  const id = (relation: number) => relations.id(relation);
  const numbers = [
    ...review.owners.flatMap(({ chain }) => chain),
    ...review.dealings.funding,
    ...review.dealings.research,
    ...review.dealings.holdings,
    ...review.dealings.links,
    ...namedIn(view, review),
  ];
  const ids = new Set([...numbers.map(id), ...review.denied]);
  const loaded = await claimsAsKnown(graph.store, [...ids], knownAt);
  const claims = (some: readonly number[]): Claim[] =>
    some.flatMap((relation) => loaded.get(id(relation)) ?? []);
  const called = (party: number) => calledIn(names)(entities.id(party));
  const [university, counterparty] = [called(review.university), called(review.counterparty)];
  const chains = new Map(review.owners.map(({ party, chain }) => [party, chain]));
  const known = shareholdersOf(view, review.counterparty, SHARES, validAt).known / BILLION;

  const policies = (): readonly PolicyAnswer[] =>
    review.policies.map((application) => ({
      policy: application.policy.id,
      applies: application.applies,
      because: application.through.map(({ path }) => path),
      explanation: policyText({
        application,
        counterparty,
        country: partyCountry(view, review.counterparty),
        through: application.through.map(({ owner }) => ({
          owner: called(owner),
          chain: claims(chains.get(owner) ?? []),
        })),
        known: Math.min(1, known),
        validAt,
        names,
      }),
    }));

  const criteria = (): readonly CriterionAnswer[] =>
    review.criteria.map(({ criterion, flags, alleged, stateOwnership, funding, research }) => {
      const toTell = ({ flag, party }: PartyFlag) => flagToTell(view, flag, entities.id(party));
      const told: CriterionToTell = {
        criterion,
        flags: flags.map(toTell),
        alleged: alleged.map(toTell),
        stateOwnership: claims(stateOwnership),
        funding: claims(funding),
        research: claims(research),
        stateWords: stateWordsIn(
          claims(namedIn(view, review)).map(({ quote }) => quote),
          [counterparty, entities.name(review.counterparty)],
        ),
        counterparty,
        university,
        names,
      };
      return {
        criterion,
        flags: [...flags, ...alleged].map(({ flag }) => flag.record.flag.id).sort(),
        claims: [...new Set([...stateOwnership, ...funding, ...research].map(id))].sort(),
        explanation: criterionText(told),
      };
    });

  const summary = async (answered: readonly PolicyAnswer[], evidence: readonly CriterionAnswer[]) =>
    reviewText({
      university,
      counterparty,
      validAt,
      knownAt,
      listings: review.listings.map((flag) => flagToTell(view, flag, entities.id(review.counterparty))),
      listsSearched: review.lists.searched,
      rules: await Promise.all(
        REGIMES.map(async (regime) => {
          const terms = { regime, company: review.counterparty, day: validAt, flagged: null };
          const { verdict, wouldBe } = await inTurns(ownershipRule(view, terms));
          return { regime, verdict, wouldBe };
        }),
      ),
      policies: answered.map(({ explanation }) => explanation),
      decisions: decisionsToTell(view, review),
      denied: review.denied.flatMap((claim) => loaded.get(claim) ?? []),
      holdings: claims(review.dealings.holdings).filter(({ status }) => status !== "denied"),
      links: claims(review.dealings.links).filter(({ status }) => status !== "denied"),
      criteria: {
        met: evidence
          .filter((each) => each.flags.length + each.claims.length > 0)
          .map((each) => each.criterion),
        all: evidence.map((each) => each.criterion),
      },
      names,
    });

  return { claims: loaded.size, policies, criteria, summary };
}

/** The relations that name the counterparty, where none of them says whose it is: their words may. */
function namedIn(view: View, { counterparty, owners }: ElevatedRiskReview): readonly number[] {
  const { relations, entities } = view.projection;
  if (owners.some(({ party }) => entities.kindOf(party) === "PublicBody")) return [];
  return [...view.members(counterparty)].flatMap((member) =>
    [relations.outgoing, relations.incoming].flatMap((list) =>
      [...list.of(member)].filter((relation) => view.has(relation)),
    ),
  );
}

function decisionsToTell(view: View, { decisions, counterparty }: ElevatedRiskReview) {
  const { decisions: all, entities } = view.projection;
  return decisions.flatMap(({ decision: id, covers }) => {
    const decision = all.find((each) => each.id === id && view.holds(each));
    if (!decision) return [];
    const counterparties = [entities.id(counterparty)];
    return [{ decision, covers, counterparties, ofTransaction: false, responses: repliesTo(view, [id]) }];
  });
}
