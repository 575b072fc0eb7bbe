import { badInput } from "../../domain/errors.js";
import { withArticle } from "../../domain/with-article.js";
import type { Projection } from "../../graph/projection.js";
import { OWNERSHIP } from "../../graph/relation-table.js";
import { RelationIndex } from "../resident/relation-index.js";
import { revisionsOfClaim } from "../resident/resident-claim.js";
import type { Scenario, ScenarioShare } from "./scenario.js";

/**
 * Refuses a scenario that names what the graph has not, or supposes what cannot be.
 * @throws BAD_USER_INPUT; the message names the item, its value and the remedy.
 */
export function checkScenario(projection: Projection, scenario: Scenario): void {
  const claims = RelationIndex.of(projection);
  const isClaim = (id: string) =>
    claims.revisions(id).length > 0 || revisionsOfClaim(projection, id).length > 0;
  const isEntity = (id: string) => projection.entities.indexOf(id) >= 0;
  const isListing = (id: string) => projection.flags.get(id)?.flag.kind === "Listing";
  requireEach(
    "rejectClaims",
    scenario.rejectClaims,
    isClaim,
    "no claim of this graph: take an id from an answer",
  );
  requireEach(
    "rejectSources",
    scenario.rejectSources,
    (id) => projection.sources.has(id),
    "no source of this graph: take an id from a citation",
  );
  requireEach("list", scenario.list, isEntity, "no entity of this graph: find its id with search(text: …)");
  requireEach(
    "delist",
    scenario.delist,
    (id) => isEntity(id) || isListing(id),
    "neither an entity nor a listing of this graph: find its id with search(text: …) or listings",
  );
  checkShares(projection, scenario.shares ?? []);
  checkSame(projection, scenario.same ?? [], isEntity);
  checkThresholds(scenario);
  checkListed(scenario);
}

function requireEach(
  argument: string,
  ids: readonly string[] | null | undefined,
  isKnown: (id: string) => boolean,
  remedy: string,
): void {
  (ids ?? []).forEach((id, at) => {
    if (!isKnown(id)) throw badInput(`scenario.${argument}[${at}]: "${id}" is ${remedy}`);
  });
}

function checkShares(projection: Projection, shares: readonly ScenarioShare[]): void {
  const met = new Set<string>();
  shares.forEach((share, at) => {
    const item = `scenario.shares[${at}]`;
    const [relation] = RelationIndex.of(projection).revisions(share.claim);
    if (relation === undefined || projection.relations.kind[relation] !== OWNERSHIP) {
      throw badInput(
        `${item}: "${share.claim}" is no Ownership of this graph: give the id of an Ownership claim`,
      );
    }
    if (met.has(share.claim)) throw badInput(`${item}: "${share.claim}" has a share already: give one`);
    met.add(share.claim);
    const { min, max, minExclusive, maxExclusive } = share;
    if (!(min >= 0 && max <= 1 && min <= max)) {
      throw badInput(`${item}: min ${min} and max ${max} are no share: give fractions, 0 ≤ min ≤ max ≤ 1`);
    }
    if (min === max && (minExclusive || maxExclusive)) {
      throw badInput(`${item}: no number lies between its bounds: leave out minExclusive and maxExclusive`);
    }
  });
}

function checkSame(
  projection: Projection,
  groups: readonly (readonly string[])[],
  isEntity: (id: string) => boolean,
): void {
  groups.forEach((group, at) => {
    const item = `scenario.same[${at}]`;
    requireEach(`same[${at}]`, group, isEntity, "no entity of this graph: find its id with search(text: …)");
    if (new Set(group).size < 2)
      throw badInput(`${item}: [${group.join(", ")}] is no pair: give two or more different entities`);
    const kinds = new Set(group.map((id) => projection.entities.kindOf(projection.entities.indexOf(id))));
    if (kinds.size > 1)
      throw badInput(
        `${item}: ${[...kinds].map(withArticle).join(" and ")} cannot be the same: give entities of one kind`,
      );
  });
}

function checkThresholds({ thresholds }: Scenario): void {
  const met = new Set<string>();
  (thresholds ?? []).forEach(({ regime, threshold }, at) => {
    const item = `scenario.thresholds[${at}]`;
    if (!(threshold >= 0 && threshold <= 1))
      throw badInput(`${item}: ${threshold} is no threshold: give a fraction from 0 to 1`);
    if (met.has(regime)) throw badInput(`${item}: ${regime} has a threshold already: give one`);
    met.add(regime);
  });
}

function checkListed({ list, delist }: Scenario): void {
  (list ?? []).forEach((id, at) => {
    if (delist?.includes(id))
      throw badInput(`scenario.list[${at}]: "${id}" is listed and delisted at once: give it in one of them`);
  });
}
