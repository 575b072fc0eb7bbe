import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { FlagId, Response } from "../../domain/flag.js";
import type { RightOfReply } from "../../explain/timeline-text.js";
import { type List, type ListOrder, listed } from "../pagination.js";
import { type ActOrFlagClaim, type ResidentClaim, residentRelation } from "../resident/resident-records.js";
import { decisionsAbout, policiesOf, responsesTo } from "./act-lists.js";
import { dateKey, relationDateOrder } from "./date-order.js";
import { outcomeOf } from "./flag-list.js";
import type { ListScope } from "./list-scope.js";
import { type FindStartless, relationsOf, startlessAmong } from "./relation-list.js";

/** A dated claim of a timeline: a relation by its number, anything else as it is. */
export type TimelineItem = number | ActOrFlagClaim;

/**
 * The dated claims of an entity (or its party), in order of date: its relations, its rows in flags with the flags'
 * events and the responses to them, the decisions that it took or that name it with their responses, its policies.
 * Claims without a start are left out.
 */
export async function timelineOf(
  scope: ListScope,
  entity: EntityId,
  findStartless: FindStartless,
): Promise<List<TimelineItem>> {
  const { projection } = scope;
  const found = relationsOf(scope, entity, { kinds: null, direction: "both" });
  const startless = await startlessAmong(scope, found, findStartless);
  const dated = found.filter((relation) => !startless.has(relation));
  const relationOrder = relationDateOrder(projection, startless);
  const order: ListOrder<TimelineItem> = {
    name: "timeline",
    key: (item) => (typeof item === "number" ? relationOrder.key(item) : dateKey(item)),
  };
  const others = claimsOf(scope, entity).filter((claim) => claim.start !== null);
  return listed<TimelineItem>([...dated, ...others], order);
}

function claimsOf(scope: ListScope, entity: EntityId): readonly ActOrFlagClaim[] {
  const { projection } = scope;
  const rows = scope.membersOf(entity).flatMap((member) => projection.subjectsOf.get(member) ?? []);
  const subjects = rows.filter((row) => scope.lists(row));
  const flags = [...new Set(subjects.map((row) => row.flag))];
  const events = flags.flatMap((flag) => projection.flags.get(flag)?.events ?? []);
  const decisions = decisionsAbout(scope, entity).items;
  const matters = [...flags, ...decisions.map((decision) => decision.id)];
  const responses = matters.flatMap((matter) => responsesTo(projection, matter, scope.knownAt));
  const claims: ActOrFlagClaim[] = [...events, ...responses].filter((claim) => scope.lists(claim));
  return [...subjects, ...claims, ...decisions, ...policiesOf(scope, entity)];
}

/** The flag of which an entry tells; null for other claims. */
export function flagOfItem(scope: ListScope, item: ResidentClaim): FlagId | null {
  if (item.record === "subject" || item.record === "event") return item.flag;
  return item.record === "response" && scope.projection.flags.has(item.to) ? item.to : null;
}

/** The item as a resident claim. */
export function claimOfItem(scope: ListScope, item: TimelineItem): ResidentClaim {
  return typeof item === "number" ? residentRelation(scope.projection, item) : item;
}

/**
 * What belongs beside an entry, as known on knownAt, later days included: the outcome of its flag, and the responses
 * unless the entry is one itself.
 */
export function replyBeside(lasting: ListScope, claim: ResidentClaim): RightOfReply {
  const flag = flagOfItem(lasting, claim);
  const outcome = flag === null ? null : outcomeOf(lasting, flag);
  return {
    outcome: outcome?.id === claim.id ? null : outcome,
    responses: responsesBeside(lasting, claim, flag),
  };
}

function responsesBeside(lasting: ListScope, claim: ResidentClaim, flag: FlagId | null): readonly Response[] {
  if (claim.record === "response") return [];
  const matter: FlagId | ClaimId | null = claim.record === "decision" ? claim.id : flag;
  return matter === null ? [] : responsesTo(lasting.projection, matter, lasting.knownAt);
}
