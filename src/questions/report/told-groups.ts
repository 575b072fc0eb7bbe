import type { Decision } from "../../domain/act.js";
import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { Claim } from "../../domain/record.js";
import { claimsToTell } from "../../explain/finding-text.js";
import type { GroupToTell, WithoutFlag } from "../../explain/group-story.js";
import type { DecisionCoverage, Finding } from "../../exposure/finding.js";
import type { ExposureTermsOf } from "../../exposure/question.js";
import { coverage, decisionsOf } from "../../exposure/transactions/after-decision.js";
import { partyOfId } from "../../exposure/transactions/search.js";
import { flagsFor } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import { stronger } from "../../ownership/control/verdict.js";
import { graphNames } from "../resident/graph-names.js";
import type { LoadClaims } from "./exposure-report.js";
import { flagsOfParty, flagToTell, responsesTo } from "./told-flags.js";

/** What the texts about some findings of a university need: a group of a report, or one finding alone. */
export interface FindingsToTell {
  readonly university: EntityId;
  readonly group: EntityId;
  readonly findings: readonly Finding[];
  readonly repeats: readonly Finding[];
}

/** Gathers it: the claims are loaded once. */
export async function groupToTell(
  view: View,
  terms: ExposureTermsOf,
  some: FindingsToTell,
  loadClaims: LoadClaims,
): Promise<GroupToTell> {
  const { university, group, findings, repeats } = some;
  const targets = [...new Set([...findings, ...repeats].map(({ target }) => target))];
  const counted = flagsFor(view, terms.flags);
  const claims = await loadClaims(claimsToTell(findings));
  return {
    university,
    group,
    findings,
    repeats,
    claims: byId(claims),
    flags: targets.flatMap((target) =>
      counted.of(partyOfId(view, target, "target")).map((flag) => flagToTell(view, flag, target)),
    ),
    withoutFlag: (target) => withoutFlag(view, terms, target),
    decisions: decisionsIn(view),
    covered: decisionCoverages(view, university, findings),
    responsesTo: (decision) => responsesTo(view, [decision]),
    validAt: terms.validAt,
    names: graphNames(view.projection, terms.knownAt),
  };
}

function withoutFlag(view: View, terms: ExposureTermsOf, target: EntityId): WithoutFlag | null {
  const party = partyOfId(view, target, "target");
  if (flagsFor(view, terms.flags).of(party).length > 0) return null;
  if (flagsOfParty(view, party).length === 0) return "NONE";
  const isSelected = Object.values(terms.flags).some((part) => part !== undefined);
  return isSelected ? "NOT_ASKED_FOR" : "NOT_COUNTED";
}

/** The university's own decisions that speak of a counterparty of findings, on the day that its shares are judged on. */
export function decisionCoverages(
  view: View,
  university: EntityId,
  findings: readonly Finding[],
): readonly DecisionCoverage[] {
  const counterparties = findings.flatMap((finding) => finding.counterparties);
  return decisionsOf(view, partyOfId(view, university, "university")).flatMap((decision) => {
    const covers = counterparties
      .map(({ counterparty, asOf }) =>
        coverage(view, decision, partyOfId(view, counterparty, "counterparty"), asOf),
      )
      .reduce(stronger, "NO");
    return covers === "NO" ? [] : [{ decision: decision.id, covers }];
  });
}

/** Those that carry in a view, by id; made once for all findings. */
function decisionsIn(view: View): ReadonlyMap<ClaimId, Decision> {
  const known = DECISIONS.get(view);
  if (known !== undefined) return known;
  const decisions = byId(view.projection.decisions.filter((decision) => view.knows(decision)));
  DECISIONS.set(view, decisions);
  return decisions;
}

const DECISIONS = new WeakMap<View, ReadonlyMap<ClaimId, Decision>>();

function byId<Item extends Claim>(claims: readonly Item[]): ReadonlyMap<ClaimId, Item> {
  return new Map(claims.map((claim) => [claim.id, claim]));
}
