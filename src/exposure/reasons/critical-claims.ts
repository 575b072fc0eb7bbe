import type { ClaimId, ClaimStatus } from "../../domain/claim.js";
import { PART_OF } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { ChannelId } from "../channels.js";
import type { Finding, RestsOn } from "../finding.js";
import { hasFinding, type Net, netFor } from "../findings/find-exposures.js";
import type { ExposureTermsOf } from "../question.js";
import { claimsOfConditions } from "./claims-of-conditions.js";

/**
 * The relations (Identities included) without any one of which a finding would vanish, by id. Each candidate is taken out
 * of the view and the question is asked again: no shortcut that could be wrong. Where ownership chains lead is walked
 * anew only where it may lead further without the claim: an Identity made one party of two, a PartOf barred a part of the
 * university. A flag's own claims are not relations; they are listed under flags.
 */
export function* criticalClaims(
  view: View,
  terms: ExposureTermsOf,
  finding: Finding,
): Generator<void, readonly ClaimId[]> {
  const { relations } = view.projection;
  const net = yield* sharedNet(view, terms, finding.channel);
  const critical: ClaimId[] = [];
  for (const [id, revisions] of candidates(view, terms, finding)) {
    yield;
    const frees = revisions.some(
      (relation) => relations.isDecided(relation) || relations.kind[relation] === PART_OF,
    );
    const stays = yield* hasFinding(view.without(revisions), terms, finding, frees ? undefined : net);
    if (!stays) critical.push(id);
  }
  return critical.sort();
}

/**
 * What could be critical: the claims of the shown path, for none that is not on it is on every path; the Identities that
 * make the parties of the finding, for without one of them its target may be another; and where the finding stands on a
 * condition (HOLDING and PARENT without a named target need control that is not NO, minShare a share), the claims that
 * the condition may rest on. By id, with the relation numbers of all revisions that exist.
 */
function candidates(
  view: View,
  terms: ExposureTermsOf,
  finding: Finding,
): ReadonlyMap<ClaimId, readonly number[]> {
  const { relations, entities } = view.projection;
  const found = new Map<ClaimId, number[]>();
  const add = (relation: number) => {
    if (!view.has(relation)) return;
    const id = relations.id(relation);
    found.set(id, [...new Set([...(found.get(id) ?? []), relation])]);
  };
  const onPath = new Set(finding.path.steps.map((step) => step.relation));
  for (const step of finding.path.steps) {
    for (const end of [step.from, step.to]) {
      for (const relation of relations.outgoing.of(entities.indexOf(end)))
        if (onPath.has(relations.id(relation))) add(relation);
    }
  }
  for (const id of [
    finding.university,
    finding.target,
    ...finding.counterparties.map((each) => each.counterparty),
  ]) {
    for (const member of view.members(entities.indexOf(id))) {
      for (const relation of relations.outgoing.of(member)) if (relations.isDecided(relation)) add(relation);
    }
  }
  for (const relation of claimsOfConditions(view, terms, finding)) add(relation);
  return found;
}

/**
 * The weakest status without which a finding would vanish: the strongest for which it stands on claims of that status
 * and stronger ones alone.
 */
export function* restsOn(view: View, terms: ExposureTermsOf, finding: Finding): Generator<void, RestsOn> {
  const orders: readonly RestsOn[][] = [["confirmed"], ["confirmed", "reported"]];
  for (const order of orders) {
    const statuses: readonly ClaimStatus[] = order.filter((status) => terms.statuses.includes(status));
    const narrowed = view.withStatuses(statuses);
    if (statuses.length === 0) continue;
    const net = yield* sharedNet(narrowed, terms, finding.channel);
    if (yield* hasFinding(narrowed, { ...terms, statuses }, finding, net)) return statuses.at(-1) as RestsOn;
  }
  return "alleged";
}

/**
 * The net of a question's channel in a view, walked once for all findings that are asked about: for each of a hundred it
 * would be the same walk. Kept as long as the question is.
 */
function* sharedNet(view: View, terms: ExposureTermsOf, channel: ChannelId): Generator<void, Net> {
  const ofViews = NETS.get(terms) ?? new Map<View, Map<ChannelId, Net>>();
  NETS.set(terms, ofViews);
  const nets = ofViews.get(view) ?? new Map<ChannelId, Net>();
  ofViews.set(view, nets);
  const asked = { ...terms, statuses: view.terms.statuses, channels: [channel] };
  const net: Net = nets.get(channel) ?? (yield* netFor(view, asked));
  nets.set(channel, net);
  return net;
}

const NETS = new WeakMap<ExposureTermsOf, Map<View, Map<ChannelId, Net>>>();
