import type { ClaimBase, ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { FLAGGING_ROLES, type FlagEvent, OPENING_EVENTS } from "../../domain/flag.js";
import { relationsOfSteps } from "../../graph/paths/path.js";
import { IDENTITY, isOwnStep, PART_OF } from "../../graph/relation-table.js";
import { Pace } from "../../graph/run-to-completion.js";
import { isSupposedId } from "../../graph/suppose.js";
import type { View } from "../../graph/view.js";
import { controllersInSteps } from "../../ownership/control/control.js";
import type { RuleField } from "../../ownership/control/rule-field.js";
import type { Finding } from "../finding.js";
import { findingPaths } from "../reasons/finding-paths.js";
import { institution } from "../transactions/parts.js";
import { partyOfId } from "../transactions/search.js";
import { type Differences, isBetween } from "./differs.js";
import type { Side } from "./side.js";

/** So many paths of a finding are looked at. */
const PATHS = 20;

/** So many claims are looked at in one step, some tens of microseconds. */
const CLAIMS_A_STEP = 64;

/**
 * The claims that make a finding differ between two sides, by id; `rule`, `share`: in what a legal rule or a share says
 * too. In steps.
 */
export type Causes = (
  before: Finding | null,
  after: Finding | null,
  options?: { readonly rule: boolean; readonly share: boolean },
) => Generator<void, readonly ClaimId[]>;

/**
 * Finds what makes a difference: of the claims on which a finding rests on either side (paths, transactions, the flags of
 * its target, the holdings on which control or a share stands, what gives one of its parties another name or, on the
 * other side, places it in the university) those that exist on one side only, have another share, or begin or end between
 * the two days. None of them begins after the later day: what is yet to come makes nothing differ that has been.
 */
export function causesOf(before: Side, after: Side, differences: Differences): Causes {
  const sides = [before, after].map((side) => ({ ...side, own: ownOf(side) }));
  const { relations } = before.view.projection;
  const last = lastDay(before.view, after.view);
  return function* (earlier, later, { rule, share } = { rule: false, share: false }) {
    const compared = { differences, rule, share, sides };
    const rests = [
      ...(earlier ? [yield* restsOn(before, earlier, compared)] : []),
      ...(later ? [yield* restsOn(after, later, compared)] : []),
    ];
    const differing = yield* differences.relations();
    const pace = new Pace(CLAIMS_A_STEP);
    const found = new Set<ClaimId>();
    for (const support of rests) {
      for (const relation of support.relations) {
        if (differing.has(relation) && relations.startEarliest(relation) <= last)
          found.add(relations.id(relation));
        if (pace.isStep()) yield;
      }
      for (const claim of support.claims) {
        if (claimDiffers(before.view, after.view, claim)) found.add(claim.id);
        if (pace.isStep()) yield;
      }
    }
    return [...found].filter((id) => !isSupposedId(id)).sort();
  };
}

/** What a finding rests on: relations (numbers, every revision) and claims about flags. */
interface Support {
  readonly relations: ReadonlySet<number>;
  readonly claims: ReadonlySet<ClaimBase>;
}

interface Compared {
  readonly differences: Differences;
  readonly rule: boolean;
  readonly share: boolean;
  /** Both: what ended a flag may be supposed away in one of them, and a party may belong to the university in one. */
  readonly sides: readonly SideWithOwn[];
}

interface SideWithOwn extends Side {
  /** The university and what was ever placed in it. */
  readonly own: ReadonlySet<number>;
}

function ownOf({ view, terms }: Side): ReadonlySet<number> {
  return institution(view, partyOfId(view, terms.university, "university"), terms).own;
}

function* restsOn(
  { view, terms }: Side,
  finding: Finding,
  { differences, rule, share, sides }: Compared,
): Generator<void, Support> {
  const { entities } = view.projection;
  const steps = (yield* findingPaths(view, terms, finding, PATHS)).flatMap((path) => path.steps);
  const relations = new Set(relationsOfSteps(view.projection, steps));
  const owners = new Set<number>();
  const differing = yield* differences.relations();
  const pace = new Pace(CLAIMS_A_STEP);
  const parties = new Set(steps.flatMap((step) => [step.from, step.to]));
  for (const { counterparty, asOf, transactions } of finding.counterparties) {
    const party = view.partyOf(entities.indexOf(counterparty));
    parties.add(counterparty);
    for (const relation of numbersOf(
      view,
      party,
      transactions.map((each) => each.relation),
    ))
      relations.add(relation);
    const target = view.partyOf(entities.indexOf(finding.target));
    const [above, below] = finding.channel === "PARENT" ? [party, target] : [target, party];
    if (party === target && !rule) continue;
    if (share)
      for (const relation of yield* differences.holdingsBetween(above, below)) relations.add(relation);
    const { field } = yield* controllersInSteps(view, below, asOf);
    if (rule) for (const owner of field.parties) owners.add(owner);
    for (const relation of differing) {
      if (isHoldingOn(view, relation, field)) relations.add(relation);
      if (pace.isStep()) yield;
    }
  }
  for (const relation of differing) {
    if (isIdentityOf(view, relation, parties)) relations.add(relation);
    if (pace.isStep()) yield;
  }
  const { own } = sides.find((side) => side.view === view) as SideWithOwn;
  const outside = [...parties, finding.target].filter((id) => !own.has(view.partyOf(entities.indexOf(id))));
  for (const side of sides) for (const relation of placesInUniversity(side, outside)) relations.add(relation);
  const flagged = finding.channel === "PARENT" ? [...parties, finding.target] : [finding.target];
  const about = new Set([...flagged.map((id) => view.partyOf(entities.indexOf(id))), ...owners]);
  const members = [...about].flatMap((party) => [...view.members(party)]);
  const claims = sides.flatMap((side) => members.flatMap((member) => [...flagClaims(side.view, member)]));
  return { relations, claims: new Set(claims) };
}

/** The PartOf claims by which some parties, and what these are parts of, belong to the university. */
function* placesInUniversity({ view, own }: SideWithOwn, ids: readonly EntityId[]): Iterable<number> {
  const { entities, relations } = view.projection;
  const placed = new Set(
    ids.map((id) => view.partyOf(entities.indexOf(id))).filter((party) => own.has(party)),
  );
  for (const party of placed) {
    for (const member of view.members(party)) {
      for (const relation of relations.up.of(member)) {
        const whole = view.partyOf(relations.upper(relation));
        if (relations.kind[relation] !== PART_OF || !own.has(whole) || !view.has(relation)) continue;
        yield relation;
        placed.add(whole);
      }
    }
  }
}

/** The relations of a party with these ids. */
function* numbersOf(view: View, party: number, ids: readonly ClaimId[]): Iterable<number> {
  const { relations } = view.projection;
  const wanted = new Set(ids);
  for (const member of view.members(party)) {
    for (const list of [relations.outgoing, relations.incoming])
      for (const relation of list.of(member)) if (wanted.has(relations.id(relation))) yield relation;
  }
}

/** Whether a relation is a decided Identity of one of some parties: it may give them another name. */
function isIdentityOf(view: View, relation: number, parties: ReadonlySet<EntityId>): boolean {
  const { entities, relations } = view.projection;
  if (relations.kind[relation] !== IDENTITY || !relations.isDecided(relation)) return false;
  const ends = [relations.from[relation] as number, relations.to[relation] as number];
  return ends.some((end) => parties.has(entities.id(view.partyOf(end))));
}

/** Whether a relation is an ownership claim on one of some parties. */
function isHoldingOn(view: View, relation: number, field: RuleField): boolean {
  const { relations } = view.projection;
  if (!isOwnStep(relations.kind[relation] as number)) return false;
  return field.has(view.partyOf(relations.lower(relation)));
}

/** Subject rows that flag an entity, and the events of their flags, as a view has them. */
function* flagClaims(view: View, entity: number): Iterable<ClaimBase> {
  const { subjectsOf, flags } = view.projection;
  for (const subject of subjectsOf.get(entity) ?? []) {
    if (!FLAGGING_ROLES.includes(subject.role)) continue;
    yield subject;
    yield* flags.get(subject.flag)?.events ?? [];
  }
}

/** The later of the two days that are asked about. */
function lastDay({ terms: a }: View, { terms: b }: View): Day {
  return Math.max(a.validAt, b.validAt);
}

function claimDiffers(before: View, after: View, claim: ClaimBase): boolean {
  if (claim.clock.startEarliest > lastDay(before, after)) return false;
  const [was, is] = [existsIn(before, claim), existsIn(after, claim)];
  if (was !== is || opensOtherwise(before, after, claim)) return true;
  const { startEarliest, startLatest, endEarliest, endLatest } = claim.clock;
  return (
    is && [startEarliest, startLatest, endEarliest, endLatest].some((day) => isBetween(before, after, day))
  );
}

/** Whether a claim about a flag carries and has not been supposed away. */
function existsIn(view: View, claim: ClaimBase): boolean {
  if (!view.holds(claim)) return false;
  const flag = "flag" in claim ? view.projection.flags.get(claim.flag as string) : undefined;
  const claims: readonly ClaimBase[] = [...(flag?.subjects ?? []), ...(flag?.events ?? [])];
  return claims.includes(claim);
}

/**
 * Whether the flag of a claim opens by events on one side and by its subject row on the other, and the claim is that row
 * or one of these events: an opening event that is known makes it so also where it lies after validAt.
 */
function opensOtherwise(before: View, after: View, claim: ClaimBase): boolean {
  const [was, is] = [before, after].map((view) => openingEvents(view, claim));
  if (was === undefined || is === undefined || was.length > 0 === is.length > 0) return false;
  return !("event" in claim) || [...was, ...is].some((event) => event === claim);
}

/** The opening events of a claim's flag that are known, whatever validAt. */
function openingEvents(view: View, claim: ClaimBase): readonly FlagEvent[] {
  const flag = "flag" in claim ? view.projection.flags.get(claim.flag as string) : undefined;
  return (flag?.events ?? []).filter((event) => OPENING_EVENTS.includes(event.event) && view.knows(event));
}
