import type { Decision } from "../../domain/act.js";
import type { ClaimId } from "../../domain/claim.js";
import { byStart } from "../../domain/claim-order.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import {
  FLAG_STATES,
  FLAGGING_ROLES,
  type FlagState,
  type FlagSubject,
  type Response,
} from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import { claimsToTell } from "../../explain/finding-text.js";
import type { FlagToTell } from "../../explain/flag-description.js";
import type { GroupToTell, WithoutFlag } from "../../explain/group-story.js";
import type { DecisionCoverage, Finding } from "../../exposure/finding.js";
import { targetGroup } from "../../exposure/findings/target-group.js";
import type { ExposureTermsOf } from "../../exposure/question.js";
import { coverage, decisionsOf } from "../../exposure/transactions/after-decision.js";
import { partyOfId } from "../../exposure/transactions/search.js";
import { roleOf, shownState } from "../../exposure/transactions/timing.js";
import { currentBudget } from "../../graph/budget.js";
import { type CountedFlag, flagsFor } from "../../graph/flags/counted-flags.js";
import type { FlagLife } from "../../graph/flags/flag-life.js";
import type { FlagRecord } from "../../graph/projection.js";
import { isKnownOn, type View } from "../../graph/view.js";
import { stronger } from "../../ownership/control/verdict.js";
import { responsesTo } from "../lists/act-lists.js";
import { graphNames } from "../resident/graph-names.js";
import type { LoadClaims } from "./exposure-report.js";

/** What texts tell of findings and of flags: how these stand on validAt, and the right of reply, which validAt does not cut. */

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
  // The claims of many groups come at once.
  await currentBudget().rest();
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
    responsesTo: (decision) => repliesTo(view, [decision]),
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

/** Every flag of which a party is a subject in a flagging role, whatever its state and list; by id. */
export function flagsOfParty(view: View, party: number): readonly CountedFlag[] {
  const ids = [...view.members(party)].flatMap((member) =>
    (view.projection.subjectsOf.get(member) ?? []).map((subject) => subject.flag),
  );
  if (ids.length === 0) return [];
  return flagsFor(view, { ids: [...new Set(ids)].sort(), states: FLAG_STATES }).of(party);
}

/** Responses that texts tell, known on knownAt, whatever validAt: the right of reply is not cut. In order of date. */
export function repliesTo(view: View, to: readonly string[]): readonly Response[] {
  return [...new Set(to)]
    .flatMap((id) => responsesTo(view.projection, id, view.terms.knownAt))
    .filter(({ status }) => status !== "denied")
    .sort(byStart);
}

/** A counted flag of a target with all that a text tells of it. */
export function flagToTell(view: View, flag: CountedFlag, target: string): FlagToTell {
  const { validAt, knownAt } = view.terms;
  const { record } = flag;
  const events = record.events.filter((event) => isKnownOn(event, knownAt) && event.status !== "denied");
  const sorted = [...events].sort((a, b) => a.clock.startLatest - b.clock.startLatest);
  const state = shownState(flag, validAt);
  return {
    record,
    target,
    party: partyIds(view, target),
    role: roleOf(flag),
    state,
    validAt,
    events: sorted,
    counted: sorted.filter((event) => view.knows(event)),
    responses: ownReplies(view, record, target),
    subject: subjectToTell(flag, state, validAt),
    rows: flag.lives.map(({ subject }) => subject),
  };
}

/**
 * The responses to a flag that are a target's own: of the target, and of those who are not accused themselves and belong to
 * its group, or answer where it alone is accused. What another accused party said belongs to that one.
 */
function ownReplies(view: View, { flag, subjects }: FlagRecord, target: string): readonly Response[] {
  const { entities } = view.projection;
  const party = partyIds(view, target);
  const accused = new Set(
    subjects
      .filter(({ role }) => FLAGGING_ROLES.includes(role))
      .map(({ entity }) => entity)
      .filter((id) => !party.includes(id)),
  );
  const groupOf = (id: string) => targetGroup(view, view.partyOf(entities.indexOf(id)), view.terms.validAt);
  return repliesTo(view, [flag.id]).filter(
    ({ by }) =>
      party.includes(by) || (!accused.has(by) && (accused.size === 0 || groupOf(by) === groupOf(target))),
  );
}

/** The entities that are one party with one. */
function partyIds(view: View, id: string): readonly string[] {
  const { entities } = view.projection;
  return [...view.members(entities.indexOf(id))].map((member) => entities.id(member));
}

/** Of several subject rows one for which the flag is in the state that is told. */
function subjectToTell({ lives }: CountedFlag, state: FlagState, day: Day): FlagSubject {
  const told = lives.find((life) => life.stateOn(day) === state) ?? lives[0];
  return (told as FlagLife).subject;
}
