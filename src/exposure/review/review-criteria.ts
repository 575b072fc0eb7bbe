import { DEFAULT_STATUSES } from "../../domain/claim.js";
import { RISK_TOPICS, type RiskTopic } from "../../domain/flag.js";
import { LISTS, UNCOUNTED_CLASSES } from "../../domain/lists.js";
import { type CountedFlag, type FlagSelection, flagsFor } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import type { Dealings } from "./dealings-with.js";
import type { OwnerAbove } from "./owners-above.js";

/** What is on record under one criterion of a review; a reader judges what it means. */
export interface CriterionEvidence {
  readonly criterion: RiskTopic;
  /**
   * Counted flags with this topic of the counterparty and of those who own or control it, by id; under data security also
   * bans of networks and of a state's purchases.
   */
  readonly flags: readonly PartyFlag[];
  /** Flags with this topic that only allegations make, of the same parties; by id. */
  readonly alleged: readonly PartyFlag[];
  /** Claims of chains up to public bodies, money, research: as far as the criterion is about them. Relation numbers. */
  readonly stateOwnership: readonly number[];
  readonly funding: readonly number[];
  readonly research: readonly number[];
}

export interface PartyFlag {
  readonly party: number;
  readonly flag: CountedFlag;
}

/**
 * Which claims are laid out under a criterion beside its flags. A choice of this method, kept small: ownership by public
 * bodies where a criterion is about a state, money where it is about money, research where it is about its results. All
 * other criteria have their flags alone.
 */
const LAID_OUT: Partial<Record<RiskTopic, readonly ("stateOwnership" | "funding" | "research")[]>> = {
  intellectual_property: ["research"],
  economic_competitiveness: ["stateOwnership", "funding"],
  national_security: ["stateOwnership"],
  foreign_funding_disclosure: ["funding"],
};

/** The evidence under each criterion, in the order of the table of topics. */
export function criteriaEvidence(
  view: View,
  criteria: readonly RiskTopic[],
  about: {
    readonly counterparty: number;
    readonly owners: readonly OwnerAbove[];
    readonly dealings: Dealings;
  },
): readonly CriterionEvidence[] {
  const parties = [about.counterparty, ...about.owners.map(({ party }) => party)];
  const flags = flagsOfAll(view, parties, {});
  const bans = flagsOfAll(view, parties, { kinds: ["Listing"], lists: BANS });
  const told = flagsOfAll(view.withStatuses([...DEFAULT_STATUSES, "alleged"]), parties, {});
  const counted = new Set(flags.map(({ flag }) => flag.record.flag.id));
  const alleged = told.filter(({ flag }) => !counted.has(flag.record.flag.id));
  const stateOwnership = [
    ...new Set(about.owners.filter(({ party }) => isPublicBody(view, party)).flatMap(({ chain }) => chain)),
  ];
  return RISK_TOPICS.filter((topic) => criteria.includes(topic)).map((criterion) => {
    const shown = LAID_OUT[criterion] ?? [];
    return {
      criterion,
      flags: byFlagId([
        ...flags.filter((each) => isOn(each, criterion)),
        ...(criterion === "data_security" ? bans : []),
      ]),
      alleged: alleged.filter((each) => isOn(each, criterion)),
      stateOwnership: shown.includes("stateOwnership") ? stateOwnership : [],
      funding: shown.includes("funding") ? about.dealings.funding : [],
      research: shown.includes("research") ? about.dealings.research : [],
    };
  });
}

/** Whether a criterion is about such claims, so that their absence is worth saying. */
export function isAbout(criterion: RiskTopic, what: "stateOwnership" | "funding" | "research"): boolean {
  return LAID_OUT[criterion]?.includes(what) ?? false;
}

/** Lists that bar equipment from networks and from a state's purchases. */
const BANS: readonly string[] = Object.entries(LISTS).flatMap(([list, row]) =>
  UNCOUNTED_CLASSES.includes(row.class) ? [list] : [],
);

function isOn({ flag }: PartyFlag, criterion: RiskTopic): boolean {
  return flag.record.flag.topics.includes(criterion);
}

/** The flags of a selection that some parties have, each once, for the first of them; by id. */
function flagsOfAll(view: View, parties: readonly number[], selection: FlagSelection): readonly PartyFlag[] {
  const flags = flagsFor(view, selection);
  return byFlagId(parties.flatMap((party) => flags.of(party).map((flag) => ({ party, flag }))));
}

function byFlagId(flags: readonly PartyFlag[]): readonly PartyFlag[] {
  const found = new Map<string, PartyFlag>();
  for (const each of flags) {
    const { id } = each.flag.record.flag;
    if (!found.has(id)) found.set(id, each);
  }
  return [...found.keys()].sort().map((id) => found.get(id) as PartyFlag);
}

function isPublicBody(view: View, party: number): boolean {
  return view.projection.entities.kindOf(party) === "PublicBody";
}
