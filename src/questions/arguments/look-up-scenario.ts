import { ExposureError } from "../../domain/errors.js";
import { FLAGGING_ROLES, type FlagSubject } from "../../domain/flag.js";
import { BILLION } from "../../domain/share.js";
import type { LookedUpScenario } from "../../exposure/differences/what-if.js";
import type { Projection } from "../../graph/projection.js";
import type { ShareBounds } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import type { GraphReader } from "../../store/graph-store.js";
import { RelationIndex } from "../resident/relation-index.js";
import { type ActOrFlagClaim, revisionsOfClaim } from "../resident/resident-claim.js";
import { checkScenario } from "./check-scenario.js";
import { claimsOfSources } from "./claims-of-sources.js";
import { MOST_SUPPOSITIONS, type Scenario, type ScenarioShare, sizeOfScenario } from "./scenario.js";

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
