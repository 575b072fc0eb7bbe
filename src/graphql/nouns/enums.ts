import { registerEnumType } from "type-graphql";
import type { DecisionKind } from "../../domain/act.js";
import type { ClaimStatus } from "../../domain/claim.js";
import { ENTITY_KINDS, type EntityKind } from "../../domain/entity.js";
import { enumName } from "../../domain/enum-name.js";
import {
  FLAG_EVENTS,
  type FlagEventKind,
  type FlagKind,
  type FlagState,
  type ProbeType,
  type ResponseKind,
  type RiskTopic,
  SUBJECT_ROLE_TABLE,
  type SubjectRole,
} from "../../domain/flag.js";
import type { ListClass } from "../../domain/lists.js";
import type { AmountQualifier } from "../../domain/money.js";
import {
  type AmountPeriod,
  type BackingRole,
  type CollaborationForm,
  type ControlBasis,
  type FundingForm,
  type OwnershipRight,
  type ParticipationRole,
  type Payment,
  RELATION_KINDS,
  type RelationKind,
} from "../../domain/relation-kinds.js";
import type { Verdict } from "../../domain/verdict.js";
import type { Severity } from "../../dossier/rules.js";
import { CHANNELS, type ChannelId } from "../../exposure/channels.js";
import type { Timing } from "../../exposure/finding.js";
import type { TruncationReason } from "../../graph/paths/path.js";
import type { EntityOrder } from "../../questions/lists/entity-list.js";
import type { Direction } from "../../questions/lists/relation-list.js";

/**
 * A GraphQL enum made from constants of the domain: `no_comment` becomes NO_COMMENT, `PartOf` PART_OF. `values` gives
 * each constant its description, so that a new constant without one does not compile.
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> {
  const entries = Object.entries<string>(values);
  const keys = Object.fromEntries(entries.map(([value]) => [enumName(value), value as Value]));
  const valuesConfig = Object.fromEntries(
    entries.map(([value, words]) => [enumName(value), { description: words }]),
  );
  registerEnumType(keys, { name, description, valuesConfig });
  return keys;
}

/** The description of each row of a table of the domain. */
export function described<Key extends string>(
  table: Readonly<Record<Key, { readonly description: string }>>,
) {
  const rows = Object.entries<{ readonly description: string }>(table);
  return Object.fromEntries(rows.map(([key, row]) => [key, row.description])) as Record<Key, string>;
}

/*
 * All enums of the API in one place, beyond the usual length: each is a name and a table of words, and a reader who
 * looks for what a value means looks here.
 */

export const EntityKindEnum = enumOf<EntityKind>(
  "EntityKind",
  "What an entity is. A subsidiary is a role that claims give, not a kind.",
  described(ENTITY_KINDS),
);

export const RelationKindEnum = enumOf<RelationKind>(
  "RelationKind",
  "What a relation says of its two ends.",
  described(RELATION_KINDS),
);

export const VerdictEnum = enumOf<Verdict>(
  "Verdict",
  "An answer to a yes-or-no question on claims that may be incomplete.",
  {
    YES: "It is so in every reading of what is known.",
    NO: "It is so in no reading of what is known.",
    UNDETERMINED: "It is so in some readings only: what is missing would settle it.",
  },
);

export const ChannelEnum = enumOf<ChannelId>(
  "Channel",
  "The way in which a target reaches a university; nothing else counts as exposure. Each value's pattern: S the university or a part of it, X a counterparty, T the target, P a program, own+ one or more steps of ownership, control, affiliation or part.",
  Object.fromEntries(
    Object.entries(CHANNELS).map(([id, { label, pattern }]) => [
      id,
      `${sentence(label)} Pattern: ${pattern}`,
    ]),
  ) as Record<ChannelId, string>,
);

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export const TimingEnum = enumOf<Timing>(
  "Timing",
  "How a transaction stands in time to a flag of the target. Strongest first.",
  {
    CONCURRENT: "In every reading of the dates it falls on days on which the flag is open.",
    POSSIBLY_CONCURRENT: "In some reading of the dates it falls on days on which the flag is open.",
    AFTER: "It comes after days on which the flag was open.",
    BEFORE: "It comes before the flag was opened.",
    UNDATED: "No source dates it.",
    NO_FLAG:
      "No probe or listing that counts is on record for the target, so it stands in no time to one: neither during nor before nor after.",
  },
);

export const FlagKindEnum = enumOf<FlagKind>("FlagKind", "What a government did.", {
  Probe: "It looked into a party: an investigation, a prosecution, an inquiry.",
  Listing: "It put a party on a list.",
});

export const ListClassEnum = enumOf<ListClass>("ListClass", "What a list bars.", {
  sanctions: "Dealings with the party.",
  export_control: "Exports to the party without a licence.",
  military_company: "Names companies as military; bars some purchases and investments.",
  research_bar: "Research together with the party.",
  procurement_ban: "Purchases by the state itself; not counted in exposure unless asked for.",
  network_ban: "The party's equipment in networks; not counted in exposure unless asked for.",
});

export const FlagStateEnum = enumOf<FlagState>(
  "FlagState",
  "Where a flag stands on a day, by its events up to then.",
  {
    open: "It runs.",
    established: "It ended in a plea, a conviction, a judgment or a settlement: it stays as history.",
    ended: "It ended without anything established, or was lifted.",
    suspended: "It rests.",
  },
);

export const ProbeTypeEnum = enumOf<ProbeType>("ProbeType", "What sort of probe.", {
  investigation: "An agency investigates.",
  prosecution: "A criminal case.",
  congressional_inquiry: "Legislators ask or allege.",
  regulatory_review: "A regulator reviews a transaction or a party.",
  audit: "An audit.",
  enforcement: "An administrative or civil case.",
});

export const FlagEventKindEnum = enumOf<FlagEventKind>(
  "FlagEventKind",
  "What happened to a flag.",
  described(FLAG_EVENTS),
);

export const SubjectRoleEnum = enumOf<SubjectRole>(
  "SubjectRole",
  "In which role a flag concerns an entity. Only the first three make it flagged.",
  described(SUBJECT_ROLE_TABLE),
);

export const ResponseKindEnum = enumOf<ResponseKind>("ResponseKind", "How a party answered.", {
  denied: "It denied.",
  admitted: "It admitted.",
  no_comment: "It declined to comment.",
  no_reply: "It did not reply.",
  statement: "It made a statement.",
});

export const DecisionKindEnum = enumOf<DecisionKind>(
  "DecisionKind",
  "What was decided about counterparties, or how things stood, where a source tells of a state and not of who decided it. Text and scope of the decision say more.",
  {
    no_new_engagements: "To accept no new engagements; what already ran is not ended by it.",
    moratorium: "A moratorium on new engagements.",
    cut_ties: "To cut or reduce ties.",
    ended_agreement: "To end an agreement.",
    review: "Engagements were being reviewed, or a review was considered.",
    continued: "Engagements went on.",
    declined: "To decline an engagement.",
    removed_equipment: "To remove or bar equipment.",
  },
);

export const ClaimStatusEnum = enumOf<ClaimStatus>(
  "ClaimStatus",
  "On what kind of word a claim rests. Strongest first.",
  {
    confirmed: "The party concerned, a public record or several sources say so.",
    reported: "A source reports it.",
    alleged: "An allegation. Counts only where a question asks for it.",
    denied: "The source states that it was not so. Never counts.",
  },
);

export const FundingFormEnum = enumOf<FundingForm>("FundingForm", "In what form money was given.", {
  gift: "A gift.",
  contract: "A contract.",
  grant: "A grant.",
  sponsorship: "A sponsorship.",
  fellowship: "Fellowships or scholarships.",
  equipment: "Equipment.",
  unspecified: "The source does not say.",
});

export const AmountQualifierEnum = enumOf<AmountQualifier>(
  "AmountQualifier",
  "How near a stated amount is to what was paid.",
  {
    about: "The source says about; both ends of the amount are the stated number.",
    at_least: "The source gives a lower end only.",
    up_to: "The source gives an upper end only.",
  },
);

export const AmountPeriodEnum = enumOf<AmountPeriod>(
  "AmountPeriod",
  "For what time an amount is given that is no whole.",
  { year: "For each year; how many years is not part of it." },
);

export const PaymentEnum = enumOf<Payment>("Payment", "Whether a source shows that money was paid.", {
  paid: "It was paid.",
  committed: "It was announced or promised; no source shows that it was paid.",
});

export const CollaborationFormEnum = enumOf<CollaborationForm>(
  "CollaborationForm",
  "In what form two sides work together.",
  {
    research_agreement: "A research agreement.",
    joint_laboratory: "A joint laboratory.",
    membership: "One is a member of the other or of something of the other's.",
    unspecified: "The source does not say.",
  },
);

export const ParticipationRoleEnum = enumOf<ParticipationRole>(
  "ParticipationRole",
  "In which role an entity takes part in a program.",
  {
    participant: "It takes part.",
    partner: "It is a partner.",
    host: "It is the host.",
  },
);

export const BackingRoleEnum = enumOf<BackingRole>(
  "BackingRole",
  "In which role an entity stands behind a program.",
  {
    runs: "It runs the program.",
    funds: "It pays for the program.",
  },
);

export const OwnershipRightEnum = enumOf<OwnershipRight>("OwnershipRight", "What a share is a share of.", {
  economic: "Profits and assets.",
  votes: "Votes.",
  unspecified: "The source does not say; counts as both.",
});

export const ControlBasisEnum = enumOf<ControlBasis>("ControlBasis", "On what control rests.", {
  consolidation: "Consolidated accounts.",
  board: "Seats on the board.",
  contract: "A contract.",
  law: "The law.",
  stated: "A source states it.",
});

export const DirectionEnum = enumOf<Direction>("Direction", "Which end of a relation an entity is.", {
  outgoing: "The relation starts from the entity.",
  incoming: "The relation leads to the entity.",
  both: "Either.",
});

export const TruncationReasonEnum = enumOf<TruncationReason>(
  "TruncationReason",
  "Why a search stopped short.",
  {
    HUB_LIMIT: "The entity has more claims to follow than hubLimit: it was not passed through.",
    MAX_HOPS: "There would have been longer paths than maxHops.",
    DEADLINE: "The time allowed ran out.",
    ROW_BUDGET: "The number of claims allowed ran out.",
  },
);

export const RiskTopicEnum = enumOf<RiskTopic>(
  "RiskTopic",
  "What a flag is about, or what a review looks at.",
  {
    intellectual_property: "Intellectual property.",
    export_controls: "Export controls.",
    data_security: "Data security and access.",
    economic_competitiveness: "Economic competitiveness.",
    national_security: "National security.",
    human_rights: "Political, civil and human rights.",
    sanctions: "Sanctions.",
    corruption: "Corruption.",
    foreign_funding_disclosure: "Disclosure of money from abroad.",
  },
);

export const EntityOrderByEnum = enumOf<EntityOrder["by"]>("EntityOrderBy", "What entities are sorted by.", {
  name: "The name, without regard to case, accents and punctuation.",
  country: "The country's code, then the name; entities without one stand last.",
});

export const OrderDirectionEnum = enumOf<EntityOrder["direction"]>(
  "OrderDirection",
  "Which way a list is sorted.",
  {
    ascending: "Smallest first.",
    descending: "Greatest first.",
  },
);

export const SeverityEnum = enumOf<Severity>("ProblemSeverity", "How much a problem in a dossier matters.", {
  error: "It keeps the dossier from being loaded.",
  warning: "It is told and keeps nothing from being loaded.",
});
