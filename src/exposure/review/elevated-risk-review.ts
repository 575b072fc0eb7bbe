import type { ClaimId } from "../../domain/claim.js";
import { byStart } from "../../domain/claim-order.js";
import type { RiskTopic } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { type CountedFlag, flagsFor } from "../../graph/flags/counted-flags.js";
import { type ListCoverage, listCoverage } from "../../graph/flags/listed-parties.js";
import type { View } from "../../graph/view.js";
import { verdict, weaker } from "../../ownership/control/verdict.js";
import type { DecisionCoverage } from "../finding.js";
import { deniedClaims } from "../findings/denied-claims.js";
import type { ExposureTermsOf } from "../question.js";
import { coverage, decisionsOf } from "../transactions/after-decision.js";
import { partyOfId } from "../transactions/search.js";
import { mayBeOpenOn } from "../transactions/timing.js";
import { type Dealings, dealingsWith } from "./dealings-with.js";
import { type OwnerAbove, ownersAbove } from "./owners-above.js";
import { partyCountry } from "./party-country.js";
import { type PolicyApplication, policyApplication } from "./policy-application.js";
import { type CriterionEvidence, criteriaEvidence } from "./review-criteria.js";

/** What a university's own rules ask about a counterparty, and what is on record. It advises nothing. */
export interface ElevatedRiskReview {
  readonly university: number;
  readonly counterparty: number;
  readonly owners: readonly OwnerAbove[];
  /** Listings of the counterparty itself that may be open that day, on lists of any class; by id. */
  readonly listings: readonly CountedFlag[];
  /** Of all lists that the model knows: which are loaded for that day. */
  readonly lists: ListCoverage;
  /** The university's own policies, in order of date. */
  readonly policies: readonly PolicyApplication[];
  /** Of the counterparty and of those who own or control it, sorted. */
  readonly countries: readonly string[];
  /** The university's own decisions that may be in force that day, in order of date, and whether they cover it. */
  readonly decisions: readonly DecisionCoverage[];
  /** Under the criteria of the policies that may be in force. */
  readonly criteria: readonly CriterionEvidence[];
  readonly dealings: Dealings;
  /** What sources state to be not so, between the university or a part of it and the counterparty; by id. */
  readonly denied: readonly ClaimId[];
}

/**
 * Reviews a counterparty as a university's own policies ask: first whether it is listed by name, then whether each
 * policy applies and through whom, which decisions cover it, and under each criterion what is on record. In steps.
 */
export function* elevatedRiskReview(
  view: View,
  terms: ExposureTermsOf,
  counterpartyId: string,
): Generator<void, ElevatedRiskReview> {
  const { validAt } = terms;
  const university = partyOfId(view, terms.university, "university");
  const counterparty = partyOfId(view, counterpartyId, "counterparty");
  const owners = ownersAbove(view, counterparty, validAt);
  const policies = policiesOf(view, university).map((policy) =>
    policyApplication(view, policy, counterparty, owners),
  );
  const dealings = yield* dealingsWith(view, terms, counterparty);
  const criteria = policies
    .filter(({ inForce }) => inForce !== "NO")
    .flatMap(({ policy }): readonly RiskTopic[] => policy.criteria);
  const countries = [counterparty, ...owners.map(({ party }) => party)].flatMap(
    (party) => partyCountry(view, party) ?? [],
  );
  return {
    university,
    counterparty,
    owners,
    listings: openListings(view, counterparty),
    lists: listCoverage(view.projection, Object.keys(LISTS), validAt),
    policies,
    countries: [...new Set(countries)].sort(),
    decisions: decisionsInForce(view, university, counterparty),
    criteria: criteriaEvidence(view, criteria, { counterparty, owners, dealings }),
    dealings,
    denied: deniedClaims(view, { ...terms, targets: [counterpartyId] }),
  };
}

function policiesOf(view: View, university: number) {
  const { policies, entities } = view.projection;
  return policies
    .filter(
      (policy) => view.holds(policy) && view.partyOf(entities.indexOf(policy.university)) === university,
    )
    .sort(byStart);
}

function decisionsInForce(view: View, university: number, counterparty: number): readonly DecisionCoverage[] {
  const { validAt } = view.terms;
  return decisionsOf(view, university).flatMap((decision) => {
    const { startLatest, endEarliest, endLatest } = decision.clock;
    if (validAt >= endLatest) return [];
    const inForce = verdict(startLatest <= validAt && validAt < endEarliest, true);
    const covers = weaker(inForce, coverage(view, decision, counterparty, validAt));
    return [{ decision: decision.id, covers }];
  });
}

/** Listings on lists of any class, those of a state's own purchases and networks included. */
function openListings(view: View, party: number): readonly CountedFlag[] {
  const flags = flagsFor(view, { kinds: ["Listing"], lists: Object.keys(LISTS) });
  return flags.of(party).filter((flag) => mayBeOpenOn(flag, view.terms.validAt));
}
