import type { ClaimId } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import type { Claim } from "../domain/record.js";
import { calledIn } from "../explain/claim-text.js";
import { type WhyNotToTell, whyNotText } from "../explain/why-not-text.js";
import type { ChannelId } from "../exposure/channels.js";
import type { ExposureTermsOf } from "../exposure/question.js";
import { type WhyNot, whyNot } from "../exposure/reasons/why-not.js";
import { partyOfId } from "../exposure/transactions/search.js";
import { flagsFor } from "../graph/flags/counted-flags.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import { hubClaims } from "../graph/walk/hubs.js";
import { type ExposureOptions, exposureTermsOf } from "./arguments/exposure-terms.js";
import { requireEntity } from "./arguments/known-ids.js";
import { requireSelection } from "./exposure.js";
import { inTurns } from "./in-turns.js";
import { flagsOfParty, flagToTell } from "./report/descriptions.js";
import { graphNames } from "./resident/graph-names.js";
import { claimsAsKnown } from "./resident/resident-records.js";

export interface WhyNotQuestion extends ExposureOptions {
  readonly university: EntityId;
  readonly target: EntityId;
}

export interface WhyNotAnswer {
  readonly knownAt: number;
  readonly found: boolean;
  readonly nearest: ChannelId | null;
  readonly explanation: string;
  /** One sentence each; empty where there is a finding. */
  readonly missing: readonly string[];
  readonly denied: readonly ClaimId[];
  readonly successions: readonly ClaimId[];
}

/**
 * Why a university has no finding on a target.
 * @throws NOT_FOUND for an id that is not in the graph, WRONG_KIND for one that is no university, BAD_USER_INPUT for what
 * the question names beside it and the graph has not.
 */
export async function answerWhyNot(graph: ResidentGraph, question: WhyNotQuestion): Promise<WhyNotAnswer> {
  const projection = await graph.current();
  requireEntity(projection, "university", question.university, ["University"]);
  requireEntity(projection, "target", question.target);
  requireSelection(projection, question);
  const terms: ExposureTermsOf = exposureTermsOf(question, {
    university: question.university,
    targets: null,
  });
  const view = graph.view(projection, terms);
  const why = await inTurns(whyNot(view, terms, question.target));
  const told = await toldOf(graph, view, terms, { why, target: question.target });
  const { found, nearest, denied, successions } = why;
  return { knownAt: terms.knownAt, found, nearest, ...whyNotText(told), denied, successions };
}

async function toldOf(
  graph: ResidentGraph,
  view: View,
  terms: ExposureTermsOf,
  { why, target }: { readonly why: WhyNot; readonly target: EntityId },
): Promise<WhyNotToTell> {
  const names = graphNames(view.projection, terms.knownAt);
  const path = [...new Set(why.path?.steps.map((step) => step.relation) ?? [])];
  const ids = [...path, ...why.suggested, ...why.denied, ...why.successions];
  const claims = await claimsAsKnown(graph.store, ids, terms.knownAt);
  const those = (wanted: readonly ClaimId[]) => wanted.flatMap((id) => claims.get(id) ?? []);
  const chain = those(path);
  const only = (holds: (claim: Claim) => boolean) => chain.filter(holds);
  const called = calledIn(names);
  const company = why.isCoShareholder ? coShared(why) : null;
  return {
    why,
    university: called(terms.university),
    target: called(target),
    terms,
    chain,
    alleged: only(({ status }) => status === "alleged"),
    later: only(({ clock }) => clock.startEarliest > terms.validAt),
    unknown: only(({ clock }) => clock.recorded > terms.knownAt),
    suggested: those(why.suggested),
    denied: those(why.denied),
    successions: those(why.successions),
    hubs: hubsOn(view, terms, why).map(called),
    company: company === null ? null : called(company),
    flags: flagsOf(view, terms, target),
    names,
  };
}

/** The company on a path of co-shareholders: where it turns from the university's chain down to the target's up. */
function coShared({ path }: WhyNot): EntityId | null {
  const steps = path?.steps ?? [];
  const turn = steps.findIndex((step, at) => step.forward && steps[at + 1]?.forward === false);
  return steps[turn]?.to ?? null;
}

/** Parties inside the path from which more ownership claims lead on than the question follows. */
function hubsOn(view: View, { hubLimit }: ExposureTermsOf, { path, nearest }: WhyNot): readonly EntityId[] {
  const direction = nearest === "PARENT" ? "down" : "up";
  const inner = path?.steps.slice(0, -1).map((step) => step.to) ?? [];
  return inner.filter((id) => hubClaims(view, partyOfId(view, id, "path"), direction, hubLimit) !== null);
}

function flagsOf(view: View, terms: ExposureTermsOf, target: EntityId) {
  const party = partyOfId(view, target, "target");
  const id = view.projection.entities.id(party);
  return {
    counted: flagsFor(view, terms.flags).of(party).length > 0,
    isUniversity: !flagsFor(view, terms.flags).makesTarget(party),
    all: flagsOfParty(view, party).map((flag) => flagToTell(view, flag, id)),
  };
}
