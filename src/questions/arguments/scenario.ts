import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { badInput, ExposureError, type Phrase } from "../../domain/errors.js";
import { FLAGGING_ROLES, type FlagId, type FlagSubject } from "../../domain/flag.js";
import { BILLION, type Share } from "../../domain/share.js";
import { withArticle } from "../../domain/with-article.js";
import type { LookedUpScenario } from "../../exposure/differences/what-if.js";
import { currentBudget } from "../../graph/budget.js";
import type { Projection } from "../../graph/projection.js";
import { OWNERSHIP, type ShareBounds } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { Regime } from "../../ownership/rules/regimes.js";
import type { GraphReader } from "../../store/graph-store.js";
import { RelationIndex } from "../resident/relation-index.js";
import { type ActOrFlagClaim, actsAndFlagClaims, revisionsOfClaim } from "../resident/resident-records.js";

/** What would be otherwise. Absent lists change nothing. */
export interface Scenario {
  /** Claims of any sort that do not exist, in every version. */
  readonly rejectClaims?: readonly ClaimId[] | null | undefined;
  /** Sources taken as not believed: a claim falls with the last of its sources. */
  readonly rejectSources?: readonly string[] | null | undefined;
  /** Shares of Ownerships. */
  readonly shares?: readonly ScenarioShare[] | null | undefined;
  /** Entities that are listed from validAt on. */
  readonly list?: readonly EntityId[] | null | undefined;
  /** Entities of which no listing counts, or listings that count for no entity. */
  readonly delist?: readonly (EntityId | FlagId)[] | null | undefined;
  /** Groups of entities that are one party each. */
  readonly same?: readonly (readonly EntityId[])[] | null | undefined;
  readonly thresholds?: readonly ScenarioThreshold[] | null | undefined;
}

export interface ScenarioShare extends Share {
  readonly claim: ClaimId;
}

/** `threshold` is a fraction; `inclusive`: the threshold itself suffices. */
export interface ScenarioThreshold {
  readonly regime: Regime;
  readonly threshold: number;
  readonly inclusive: boolean;
}

/** More items than this in one scenario are refused. */
export const MOST_SUPPOSITIONS = 200;

/** How many items a scenario has; of a group each member. */
function sizeOfScenario(scenario: Scenario): number {
  const { rejectClaims, rejectSources, shares, list, delist, same, thresholds } = scenario;
  const lists = [rejectClaims, rejectSources, shares, list, delist, thresholds, ...(same ?? [])];
  return lists.reduce((sum, items) => sum + (items?.length ?? 0), 0);
}

/**
 * Refuses a scenario that names what the graph has not, or supposes what cannot be.
 * @throws BAD_USER_INPUT; the message names the item, its value and the remedy.
 */
function checkScenario(projection: Projection, scenario: Scenario): void {
  const claims = RelationIndex.of(projection);
  const isClaim = (id: string) =>
    claims.revisions(id).length > 0 || revisionsOfClaim(projection, id).length > 0;
  const isEntity = (id: string) => projection.entities.indexOf(id) >= 0;
  const isListing = (id: string) => projection.flags.get(id)?.flag.kind === "Listing";
  requireEach("rejectClaims", scenario.rejectClaims, {
    isKnown: isClaim,
    problem: "is no claim of this graph",
    remedy: "take an id from an answer",
  });
  requireEach("rejectSources", scenario.rejectSources, {
    isKnown: (id) => projection.sources.has(id),
    problem: "is no source of this graph",
    remedy: "take an id from a citation",
  });
  requireEach("list", scenario.list, entityIn(projection));
  requireEach("delist", scenario.delist, {
    isKnown: (id) => isEntity(id) || isListing(id),
    problem: "is neither an entity nor a listing of this graph",
    remedy: (wording) => wording.lookUp("entityOrListing"),
  });
  checkShares(projection, scenario.shares ?? []);
  checkSame(projection, scenario.same ?? []);
  checkThresholds(scenario);
  checkListed(scenario);
}

function requireEach(
  argument: string,
  ids: readonly string[] | null | undefined,
  { isKnown, problem, remedy }: Known,
): void {
  (ids ?? []).forEach((id, at) => {
    if (!isKnown(id)) throw badInput(problem, { argument: `scenario.${argument}[${at}]`, value: id, remedy });
  });
}

/** What ids may name, and what is told of one that names nothing of it. */
interface Known {
  readonly isKnown: (id: string) => boolean;
  readonly problem: string;
  readonly remedy: Phrase;
}

function entityIn({ entities }: Projection): Known {
  return {
    isKnown: (id) => entities.indexOf(id) >= 0,
    problem: "is no entity of this graph",
    remedy: (wording) => wording.lookUp("entity"),
  };
}

function checkShares(projection: Projection, shares: readonly ScenarioShare[]): void {
  const met = new Set<string>();
  shares.forEach((share, at) => {
    const argument = `scenario.shares[${at}]`;
    const [relation] = RelationIndex.of(projection).revisions(share.claim);
    if (relation === undefined || projection.relations.kind[relation] !== OWNERSHIP) {
      throw badInput("is no Ownership of this graph", {
        argument,
        value: share.claim,
        remedy: "give the id of an Ownership claim",
      });
    }
    if (met.has(share.claim))
      throw badInput("has a share already", { argument, value: share.claim, remedy: "give one" });
    met.add(share.claim);
    const { min, max, minExclusive, maxExclusive } = share;
    if (!(min >= 0 && max <= 1 && min <= max)) {
      throw badInput(`min ${min} and max ${max} are no share`, {
        argument,
        remedy: "give fractions, 0 ≤ min ≤ max ≤ 1",
      });
    }
    if (min === max && (minExclusive || maxExclusive)) {
      throw badInput("no number lies between its bounds", {
        argument,
        remedy: "leave out minExclusive and maxExclusive",
      });
    }
  });
}

function checkSame(projection: Projection, groups: readonly (readonly string[])[]): void {
  groups.forEach((group, at) => {
    const argument = `scenario.same[${at}]`;
    requireEach(`same[${at}]`, group, entityIn(projection));
    if (new Set(group).size < 2)
      throw badInput(`[${group.join(", ")}] is no pair`, {
        argument,
        remedy: "give two or more different entities",
      });
    const kinds = new Set(group.map((id) => projection.entities.kindOf(projection.entities.indexOf(id))));
    if (kinds.size > 1)
      throw badInput(`${[...kinds].map(withArticle).join(" and ")} cannot be the same`, {
        argument,
        remedy: "give entities of one kind",
      });
  });
}

function checkThresholds({ thresholds }: Scenario): void {
  const met = new Set<string>();
  (thresholds ?? []).forEach(({ regime, threshold }, at) => {
    const argument = `scenario.thresholds[${at}]`;
    if (!(threshold >= 0 && threshold <= 1))
      throw badInput("is no threshold", {
        argument,
        value: threshold,
        remedy: "give a fraction from 0 to 1",
      });
    if (met.has(regime))
      throw badInput("has a threshold already", { argument, value: regime, remedy: "give one" });
    met.add(regime);
  });
}

function checkListed({ list, delist }: Scenario): void {
  (list ?? []).forEach((id, at) => {
    if (delist?.includes(id))
      throw badInput("is listed and delisted at once", {
        argument: `scenario.list[${at}]`,
        value: id,
        remedy: "give it in one of them",
      });
  });
}

/** Claims that rest on some sources alone: relations (numbers) and all others. */
interface ClaimsOfSources {
  readonly relations: readonly number[];
  readonly acts: readonly ActOrFlagClaim[];
}

/**
 * The claims of which every cited source is among some. Sources belong to a dossier, so only the dossiers of these are
 * looked through: a relation's citations stand in the store only, and are memoised for the projection.
 */
async function claimsOfSources(
  store: GraphReader,
  projection: Projection,
  sources: readonly string[],
): Promise<ClaimsOfSources> {
  const those = new Set(sources);
  const falls = (cited: readonly string[]) => cited.length > 0 && cited.every((source) => those.has(source));
  const slugs = new Set(sources.flatMap((id) => projection.sources.get(id)?.dossier ?? []));
  const relations: number[] = [];
  for (const slug of slugs) {
    for (const { id, recorded, cited } of await citationsOf(store, projection, slug)) {
      if (!falls(cited)) continue;
      for (const relation of RelationIndex.of(projection).revisions(id)) {
        if (projection.relations.recorded[relation] === recorded) relations.push(relation);
      }
    }
  }
  const acts = slugs.size === 0 ? [] : actsAndFlagClaims(projection).filter((claim) => falls(claim.sources));
  return { relations, acts };
}

/** What one revision of a relation cites. */
interface CitedRelation {
  readonly id: ClaimId;
  readonly recorded: Day;
  readonly cited: readonly string[];
}

function citationsOf(
  store: GraphReader,
  projection: Projection,
  slug: string,
): Promise<readonly CitedRelation[]> {
  const known = CITATIONS.get(projection) ?? new Map<string, Promise<readonly CitedRelation[]>>();
  CITATIONS.set(projection, known);
  const citations = known.get(slug) ?? readCitations(store, slug);
  known.set(slug, citations);
  citations.catch(() => known.delete(slug));
  // Others may wait for the same reading: it goes on when one of them has no more time.
  return currentBudget().wait(() => citations);
}

async function readCitations(store: GraphReader, slug: string): Promise<readonly CitedRelation[]> {
  const found: CitedRelation[] = [];
  for await (const page of store.readDossier(slug)) {
    if (page.kind !== "claims") continue;
    for (const { claim } of page.claims) {
      if (claim.record === "relation")
        found.push({ id: claim.id, recorded: claim.clock.recorded, cited: claim.sources });
    }
  }
  return found;
}

const CITATIONS = new WeakMap<Projection, Map<string, Promise<readonly CitedRelation[]>>>();

/**
 * Looks up what a scenario names. Nothing is written.
 * @throws COST_LIMIT_EXCEEDED for a scenario of more than 200 items, BAD_USER_INPUT naming the item that is unknown or
 * cannot be.
 */
export async function lookUpScenario(
  store: GraphReader,
  view: View,
  scenario: Scenario,
): Promise<LookedUpScenario> {
  const size = sizeOfScenario(scenario);
  if (size > MOST_SUPPOSITIONS) {
    throw new ExposureError("COST_LIMIT_EXCEEDED", "items are too many", {
      argument: "scenario",
      value: size,
      remedy: `give at most ${MOST_SUPPOSITIONS}`,
    });
  }
  const { projection } = view;
  checkScenario(projection, scenario);
  const rejected = rejectedClaims(projection, scenario);
  const unsourced = await claimsOfSources(store, projection, scenario.rejectSources ?? []);
  const reshared = shares(projection, scenario.shares ?? []);
  const entity = (id: string) => projection.entities.indexOf(id);
  return {
    records: {
      rejected: [...rejected.acts, ...unsourced.acts, ...delistedSubjects(view, scenario)],
      shares: reshared,
      listed: (scenario.list ?? []).map((id) => view.partyOf(entity(id))),
      listedOn: view.terms.validAt,
    },
    beside: {
      rejected: [...rejected.relations, ...unsourced.relations],
      reshared: [...reshared.keys()],
      same: (scenario.same ?? []).flatMap((group) => pairs(group.map(entity))),
      thresholds: new Map((scenario.thresholds ?? []).map(({ regime, ...threshold }) => [regime, threshold])),
    },
  };
}

function rejectedClaims(projection: Projection, { rejectClaims }: Scenario) {
  const relations: number[] = [];
  const acts: ActOrFlagClaim[] = [];
  for (const id of rejectClaims ?? []) {
    relations.push(...RelationIndex.of(projection).revisions(id));
    acts.push(...revisionsOfClaim(projection, id));
  }
  return { relations, acts };
}

function shares(projection: Projection, given: readonly ScenarioShare[]): ReadonlyMap<number, ShareBounds> {
  const bounds = new Map<number, ShareBounds>();
  for (const { claim, min, max, minExclusive, maxExclusive } of given) {
    const share = {
      min: Math.round(min * BILLION),
      max: Math.round(max * BILLION),
      minExclusive,
      maxExclusive,
    };
    for (const relation of RelationIndex.of(projection).revisions(claim)) bounds.set(relation, share);
  }
  return bounds;
}

/** Each member of a group leads to the next, the last to the first: the group has no direction of its own. */
function pairs(group: readonly number[]): [number, number][] {
  return group.map((member, at) => [member, group[(at + 1) % group.length] as number]);
}

/** The rows that make listings count: of an entity those of its party, of a listing all. */
function delistedSubjects(view: View, { delist }: Scenario): FlagSubject[] {
  const { flags, subjectsOf, entities } = view.projection;
  const isListing = (subject: FlagSubject) =>
    FLAGGING_ROLES.includes(subject.role) && flags.get(subject.flag)?.flag.kind === "Listing";
  return (delist ?? []).flatMap((id) => {
    const record = flags.get(id);
    if (record) return record.subjects.filter(isListing);
    return [...view.members(entities.indexOf(id))].flatMap((member) =>
      (subjectsOf.get(member) ?? []).filter(isListing),
    );
  });
}
