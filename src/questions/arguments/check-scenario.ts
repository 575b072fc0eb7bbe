import { badInput, type Phrase } from "../../domain/errors.js";
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
