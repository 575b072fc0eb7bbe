/** Which claims exist for a question, between which parties, with which clocks. */
import type { Decision } from "../../../src/domain/act.js";
import type { ClaimBase, ClaimClock } from "../../../src/domain/claim.js";
import { DAWN, type Day, NEVER } from "../../../src/domain/day.js";
import type { Entity, EntityId, EntityKind } from "../../../src/domain/entity.js";
import {
  FLAGGING_ROLES,
  type Flag,
  type FlagEvent,
  type FlagSubject,
  OPENING_EVENTS,
} from "../../../src/domain/flag.js";
import type { Claim } from "../../../src/domain/record.js";
import { isDecidedIdentity, type Relation } from "../../../src/domain/relation.js";
import { parseUncertainDate } from "../../../src/domain/uncertain-date.js";
import type { ExposureTerms } from "../../../src/exposure/question.js";
import { dayRange, possibleOn } from "./days.js";

/** Everything that was ever stated, as plain records. */
export interface World {
  readonly entities: readonly Entity[];
  readonly flags: readonly Flag[];
  readonly claims: readonly Claim[];
}

/** A relation between two parties, with the clock that the lives of its ends leave. */
export interface SeenRelation {
  readonly relation: Relation;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly clock: ClaimClock;
}

/** What the question sees. Ids of parties are the ids of the entities that name them. */
export interface Seen {
  readonly terms: ExposureTerms;
  readonly days: readonly Day[];
  readonly relations: readonly SeenRelation[];
  readonly identities: readonly Relation[];
  readonly flags: readonly Flag[];
  /** Rows with a flagging role that begin by validAt. */
  readonly subjects: readonly FlagSubject[];
  readonly events: readonly SeenEvent[];
  /** Flags with an opening event that is known and of a counted status, whatever validAt. */
  readonly flagsWithOpening: ReadonlySet<string>;
  readonly decisions: readonly Decision[];
  readonly parties: readonly EntityId[];
  readonly partyOf: (id: EntityId) => EntityId;
  readonly kindOf: (party: EntityId) => EntityKind;
}

export interface SeenEvent {
  readonly event: FlagEvent;
  readonly earliest: Day;
  readonly latest: Day;
}

export function see(world: World, terms: ExposureTerms): Seen {
  const visible = world.claims.filter((claim) => isVisible(claim, terms));
  const relations = visible.flatMap((claim) => (claim.record === "relation" ? [claim] : []));
  const identities = relations.filter(isDecidedIdentity);
  const partyOf = parties(world.entities, identities);
  const kinds = new Map(world.entities.map((entity) => [entity.id, entity.kind]));
  const events = visible.flatMap((claim) => (claim.record === "event" ? [readEvent(claim)] : []));
  return {
    terms,
    days: dayRange([terms.validAt, ...world.entities.flatMap(lifeDays), ...world.claims.flatMap(clockDays)]),
    relations: seenRelations(world, relations, terms.validAt, partyOf),
    identities,
    flags: world.flags,
    subjects: visible.flatMap((claim) =>
      claim.record === "subject" && isFlagging(claim) && beginsBy(claim, terms.validAt) ? [claim] : [],
    ),
    events: events.filter((event) => event.earliest <= terms.validAt),
    flagsWithOpening: new Set(events.filter(isOpening).map((event) => event.event.flag)),
    decisions: visible.flatMap((claim) =>
      claim.record === "decision" && beginsBy(claim, terms.validAt) ? [claim] : [],
    ),
    parties: [...new Set(world.entities.map((entity) => partyOf(entity.id)))].sort(),
    partyOf,
    kindOf: (party) => kinds.get(party) ?? "Organization",
  };
}

/** "A claim is known on k if recorded ≤ k and not (retracted ≤ k)." "statuses: which claims may carry; denied never carries." */
function isVisible(claim: Claim, terms: ExposureTerms): boolean {
  const known = claim.clock.recorded <= terms.knownAt && terms.knownAt < claim.clock.retracted;
  return known && claim.status !== "denied" && terms.statuses.includes(claim.status);
}

/** "validAt cuts off the future: transactions, claims and flag events that begin after it do not exist." */
function beginsBy(claim: Pick<ClaimBase, "clock">, validAt: Day): boolean {
  return claim.clock.startEarliest <= validAt;
}

function isFlagging(subject: FlagSubject): boolean {
  return FLAGGING_ROLES.includes(subject.role);
}

function isOpening(event: SeenEvent): boolean {
  return OPENING_EVENTS.includes(event.event.event);
}

/** "An opening event … that is open to the left (`../D`) is read as its last day." */
function readEvent(event: FlagEvent): SeenEvent {
  const { startEarliest, startLatest } = event.clock;
  const readAsLast = OPENING_EVENTS.includes(event.event) && startEarliest <= DAWN;
  return { event, earliest: readAsLast ? startLatest : startEarliest, latest: startLatest };
}

/** "A decided Identity makes two nodes one party before anything is walked." */
function seenRelations(
  world: World,
  relations: readonly Relation[],
  validAt: Day,
  partyOf: (id: EntityId) => EntityId,
): readonly SeenRelation[] {
  const entities = new Map(world.entities.map((entity) => [entity.id, entity]));
  return relations
    .filter((relation) => relation.kind !== "Identity")
    .map((relation) => ({
      relation,
      from: partyOf(relation.from),
      to: partyOf(relation.to),
      clock: cutToLives(relation, [entities.get(relation.from), entities.get(relation.to)]),
    }))
    .filter((seen) => beginsBy(seen, validAt));
}

/**
 * "No relation is possible after the day `dissolved` of either end, and none that has a start before `founded`." What
 * held at all began on a day on which it may hold, whatever the last reading of the founding.
 */
function cutToLives(relation: Relation, ends: readonly (Entity | undefined)[]): ClaimClock {
  const { clock } = relation;
  const hasStart = !clock.undated && !(clock.startEarliest <= DAWN && clock.startLatest >= NEVER);
  let { startEarliest, endEarliest, endLatest } = clock;
  let founded: Day = DAWN;
  for (const end of ends) {
    if (end?.founded && hasStart) {
      const { earliest, latest } = parseUncertainDate(end.founded);
      startEarliest = Math.max(startEarliest, earliest);
      founded = Math.max(founded, latest);
    }
    if (end?.dissolved) {
      const dissolved = parseUncertainDate(end.dissolved);
      endEarliest = Math.min(endEarliest, dissolved.earliest + 1);
      endLatest = Math.min(endLatest, dissolved.latest + 1);
    }
  }
  const startLatest = Math.max(startEarliest, clock.startLatest, Math.min(founded, endLatest - 1));
  return { ...clock, startEarliest, startLatest, endEarliest, endLatest };
}

/** "both are then one party everywhere, named by the entity that its Identities lead to (if several, the smallest id)." */
function parties(entities: readonly Entity[], identities: readonly Relation[]): (id: EntityId) => EntityId {
  const names = new Map<EntityId, EntityId>();
  const leadsTo = (id: EntityId) =>
    closure([id], (at) => identities.filter((s) => s.from === at).map((s) => s.to));
  for (const { id } of entities) {
    const members = closure([id], (at) =>
      identities.flatMap((same) => (same.from === at ? [same.to] : same.to === at ? [same.from] : [])),
    );
    const lastOnes = [...members].filter((member) =>
      [...leadsTo(member)].every((on) => leadsTo(on).has(member)),
    );
    names.set(id, lastOnes.sort()[0] ?? id);
  }
  return (id) => names.get(id) ?? id;
}

/** Everything that can be reached from some ids, these included. */
export function closure(
  from: readonly EntityId[],
  next: (id: EntityId) => readonly EntityId[],
): Set<EntityId> {
  const reached = new Set(from);
  for (const id of reached) for (const other of next(id)) reached.add(other);
  return reached;
}

/** "S and whatever a counted PartOf ever placed in it": the wholes' units, units of units and so on. */
export function placedIn(seen: Seen, whole: EntityId): Set<EntityId> {
  return closure([whole], (at) =>
    seen.relations
      .filter(({ relation, to, clock }) => relation.kind === "PartOf" && to === at && mayEverHold(clock))
      .map(({ from }) => from),
  );
}

/** Whether there is any day on which it may hold. */
export function mayEverHold(clock: ClaimClock): boolean {
  return possibleOn(clock, clock.startEarliest);
}

function clockDays({ clock }: Claim): readonly Day[] {
  return [clock.startEarliest, clock.startLatest, clock.endEarliest, clock.endLatest];
}

function lifeDays({ founded, dissolved }: Entity): readonly Day[] {
  return [founded, dissolved].flatMap((text) => {
    const date = text === null ? null : parseUncertainDate(text);
    return date === null ? [] : [date.earliest, date.latest];
  });
}
