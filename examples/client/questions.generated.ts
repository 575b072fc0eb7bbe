/*
 * Generated from schema/schema.graphql and the questions in schema/examples; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/clients/client.test.ts -u
 */
import type { TypedDocument } from "./typed-document.js";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** For what time an amount is given that is no whole. */
export type AmountPeriod =
  /** For each year; how many years is not part of it. */
  | 'YEAR';

/** How near a stated amount is to what was paid. */
export type AmountQualifier =
  /** The source says about; both ends of the amount are the stated number. */
  | 'ABOUT'
  /** The source gives a lower end only. */
  | 'AT_LEAST'
  /** The source gives an upper end only. */
  | 'UP_TO';

/** In which role an entity stands behind a program. */
export type BackingRole =
  /** It pays for the program. */
  | 'FUNDS'
  /** It runs the program. */
  | 'RUNS';

/** The way in which a target reaches a university; nothing else counts as exposure. Each value's pattern: S the university or a part of it, X a counterparty, T the target, P a program, own+ one or more steps of ownership, control, affiliation or part. */
export type Channel =
  /** Money or research from the target itself. Pattern: S <-Funding T | S -Collaboration- T */
  | 'DIRECT'
  /** The university owns something that is the target, or that the target owns a part of. Pattern: S own+-> X, X = T | X <-own+ T */
  | 'HOLDING'
  /** Money or research from something that owns or controls the target. Pattern: S <-Funding X own+-> T | S -Collaboration- X own+-> T */
  | 'PARENT'
  /** One side runs or pays for a program that the other takes part in. Pattern: S Participation P <-Backing X (<-own+ T)? | S Backing P <-Participation X (<-own+ T)? */
  | 'PROGRAM'
  /** Money or research from something that the target owns or controls. Pattern: S <-Funding X <-own+ T | S -Collaboration- X <-own+ T */
  | 'SUBSIDIARY';

/** On what kind of word a claim rests. Strongest first. */
export type ClaimStatus =
  /** An allegation. Counts only where a question asks for it. */
  | 'ALLEGED'
  /** The party concerned, a public record or several sources say so. */
  | 'CONFIRMED'
  /** The source states that it was not so. Never counts. */
  | 'DENIED'
  /** A source reports it. */
  | 'REPORTED';

/** In what form two sides work together. */
export type CollaborationForm =
  /** A joint laboratory. */
  | 'JOINT_LABORATORY'
  /** One is a member of the other or of something of the other's. */
  | 'MEMBERSHIP'
  /** A research agreement. */
  | 'RESEARCH_AGREEMENT'
  /** The source does not say. */
  | 'UNSPECIFIED';

/** On what control rests. */
export type ControlBasis =
  /** Seats on the board. */
  | 'BOARD'
  /** Consolidated accounts. */
  | 'CONSOLIDATION'
  /** A contract. */
  | 'CONTRACT'
  /** The law. */
  | 'LAW'
  /** A source states it. */
  | 'STATED';

/** What was decided about counterparties, or how things stood, where a source tells of a state and not of who decided it. Text and scope of the decision say more. */
export type DecisionKind =
  /** Engagements went on. */
  | 'CONTINUED'
  /** To cut or reduce ties. */
  | 'CUT_TIES'
  /** To decline an engagement. */
  | 'DECLINED'
  /** To end an agreement. */
  | 'ENDED_AGREEMENT'
  /** A moratorium on new engagements. */
  | 'MORATORIUM'
  /** To accept no new engagements; what already ran is not ended by it. */
  | 'NO_NEW_ENGAGEMENTS'
  /** To remove or bar equipment. */
  | 'REMOVED_EQUIPMENT'
  /** Engagements were being reviewed, or a review was considered. */
  | 'REVIEW';

/** Which entities: all conditions must hold, absent and null ones hold. */
export type EntityFilter = {
  /** It is established in one of these. */
  readonly countries?: ReadonlyArray<string> | null | undefined;
  /** One of these dossiers holds its row. */
  readonly dossiers?: ReadonlyArray<string> | null | undefined;
  /** Whether some flag names it as respondent, listed or covered affiliate. */
  readonly flagged?: boolean | null | undefined;
  /** It has this identifier. */
  readonly identifier?: IdentifierFilter | null | undefined;
  /** Whether some confirmed or reported claim says that it is owned or controlled. */
  readonly isSubsidiary?: boolean | null | undefined;
  /** Every word stands in one of its names, as a word or its beginning; case and accents do not matter. */
  readonly text?: string | null | undefined;
};

/** What an entity is. A subsidiary is a role that claims give, not a kind. */
export type EntityKind =
  /** A trust, fund or nomination. */
  | 'ARRANGEMENT'
  /** A legal person that trades. */
  | 'COMPANY'
  /** Anything else with a name: laboratory, institute, association, consortium, union committee. */
  | 'ORGANIZATION'
  /** A public role-holder; no private details. */
  | 'PERSON'
  /** A named scheme that people and bodies take part in. */
  | 'PROGRAM'
  /** A ministry, agency, court, legislature or state. */
  | 'PUBLIC_BODY'
  /** A higher-education institution, a campus or a system of them. */
  | 'UNIVERSITY'
  /** An owner or payer that the source says exists but does not name; never merged with another. */
  | 'UNKNOWN_PARTY';

/** How entities are sorted; the id decides between equals. */
export type EntityOrder = {
  /** By what. */
  readonly by: EntityOrderBy;
  /** Which way. */
  readonly direction: OrderDirection;
};

/** What entities are sorted by. */
export type EntityOrderBy =
  /** The country's code, then the name; entities without one stand last. */
  | 'COUNTRY'
  /** The name, without regard to case, accents and punctuation. */
  | 'NAME';

/** In what a finding differs between two answers. */
export type FindingChange =
  /** A transaction came, went, has another amount, or is known to have been paid in one answer only. */
  | 'AMOUNT'
  /** The verdict on control of a counterparty. */
  | 'CONTROL'
  /** A counted flag came, went or has another state. */
  | 'FLAG_STATE'
  /** The verdict of a legal ownership rule on a counterparty. */
  | 'RULE'
  /** The economic share of a counterparty. */
  | 'SHARE'
  /** A transaction, or the whole, stands otherwise in time. */
  | 'TIMING';

/** What happened to a flag. */
export type FlagEventKind =
  /** An acquittal: ENDED. */
  | 'ACQUITTED'
  /** It was alleged: OPEN if it had no state yet. */
  | 'ALLEGED'
  /** It was changed: the state stays. */
  | 'AMENDED'
  /** Charges were brought: OPEN from here. */
  | 'CHARGED'
  /** It was closed: ENDED unless something was established. */
  | 'CLOSED'
  /** A conviction: ESTABLISHED. */
  | 'CONVICTED'
  /** The listing was lifted: ENDED. */
  | 'DELISTED'
  /** It was dismissed: ENDED. */
  | 'DISMISSED'
  /** It ran out: ENDED unless something was established. */
  | 'EXPIRED'
  /** A judgment: ESTABLISHED. */
  | 'JUDGMENT'
  /** The listing took effect: OPEN from here. */
  | 'LISTED'
  /** It was opened: OPEN from here. */
  | 'OPENED'
  /** A guilty plea: ESTABLISHED. */
  | 'PLEADED_GUILTY'
  /** It was settled: ESTABLISHED. */
  | 'SETTLED'
  /** It was suspended: SUSPENDED. */
  | 'SUSPENDED';

/** Which flags: all conditions must hold, absent and null ones hold. */
export type FlagFilter = {
  /** Brought by one of these public bodies. */
  readonly authorities?: ReadonlyArray<string> | null | undefined;
  /** One of these. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. */
  readonly kinds?: ReadonlyArray<FlagKind> | null | undefined;
  /** A listing on one of these lists, for example us-entity-list. */
  readonly lists?: ReadonlyArray<string> | null | undefined;
  /** It concerns a party (of subjects, if given) in one of these roles. */
  readonly roles?: ReadonlyArray<SubjectRole> | null | undefined;
  /** In one of these states on validAt; today where none is given. */
  readonly states?: ReadonlyArray<FlagState> | null | undefined;
  /** It concerns one of these entities. */
  readonly subjects?: ReadonlyArray<string> | null | undefined;
  /** Every word stands in the title, docket or reference, as a word or its beginning. */
  readonly text?: string | null | undefined;
  /** About one of these. */
  readonly topics?: ReadonlyArray<RiskTopic> | null | undefined;
};

/** What a government did. */
export type FlagKind =
  /** It put a party on a list. */
  | 'LISTING'
  /** It looked into a party: an investigation, a prosecution, an inquiry. */
  | 'PROBE';

/** Which flags count in an exposure question, read on the question's own clocks: all conditions must hold. Without states: OPEN, ESTABLISHED, SUSPENDED. Without lists or ids: no list of class PROCUREMENT_BAN or NETWORK_BAN. */
export type FlagSelection = {
  /** Brought by one of these public bodies. */
  readonly authorities?: ReadonlyArray<string> | null | undefined;
  /** One of these. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. */
  readonly kinds?: ReadonlyArray<FlagKind> | null | undefined;
  /** A listing on one of these lists, for example us-entity-list. */
  readonly lists?: ReadonlyArray<string> | null | undefined;
  /** Possibly in one of these states for the target on validAt. */
  readonly states?: ReadonlyArray<FlagState> | null | undefined;
  /** About one of these. */
  readonly topics?: ReadonlyArray<RiskTopic> | null | undefined;
};

/** Where a flag stands on a day, by its events up to then. */
export type FlagState =
  /** It ended without anything established, or was lifted. */
  | 'ENDED'
  /** It ended in a plea, a conviction, a judgment or a settlement: it stays as history. */
  | 'ESTABLISHED'
  /** It runs. */
  | 'OPEN'
  /** It rests. */
  | 'SUSPENDED';

/** Which fundings: all conditions must hold, absent and null ones hold. */
export type FundingFilter = {
  /** The payer's country is one of these. */
  readonly countries?: ReadonlyArray<string> | null | undefined;
  /** One of these dossiers holds the claim. */
  readonly dossiers?: ReadonlyArray<string> | null | undefined;
  /** In one of these forms. */
  readonly forms?: ReadonlyArray<FundingForm> | null | undefined;
  /** It may have begun on this day or later. */
  readonly from?: string | null | undefined;
  /** The payer belongs to the same group as this party, on validAt (without it on the day of asking). */
  readonly payerGroup?: string | null | undefined;
  /** Made by one of these. */
  readonly payers?: ReadonlyArray<string> | null | undefined;
  /** Made to one of these; parts are recipients of their own. */
  readonly recipients?: ReadonlyArray<string> | null | undefined;
  /** It may have begun by this day. */
  readonly to?: string | null | undefined;
};

/** In what form money was given. */
export type FundingForm =
  /** A contract. */
  | 'CONTRACT'
  /** Equipment. */
  | 'EQUIPMENT'
  /** Fellowships or scholarships. */
  | 'FELLOWSHIP'
  /** A gift. */
  | 'GIFT'
  /** A grant. */
  | 'GRANT'
  /** A sponsorship. */
  | 'SPONSORSHIP'
  /** The source does not say. */
  | 'UNSPECIFIED';

/** By what a payer belongs to a group. */
export type GroupRule =
  /** A source counts it to the group; that does not say control. */
  | 'AFFILIATION'
  /** It is controlled (verdict YES), directly or through others. */
  | 'CONTROL'
  /** Both stand in the chain that leads up; that does not say control. */
  | 'CONTROL_AND_AFFILIATION'
  /** It is the topmost company itself, or belongs to no other. */
  | 'ITSELF';

/** A registry's number. */
export type IdentifierFilter = {
  /** The registry, for example ror. */
  readonly scheme: string;
  /** The number as the graph writes it. */
  readonly value: string;
};

/** What a list bars. */
export type ListClass =
  /** Exports to the party without a licence. */
  | 'EXPORT_CONTROL'
  /** Names companies as military; bars some purchases and investments. */
  | 'MILITARY_COMPANY'
  /** The party's equipment in networks; not counted in exposure unless asked for. */
  | 'NETWORK_BAN'
  /** Purchases by the state itself; not counted in exposure unless asked for. */
  | 'PROCUREMENT_BAN'
  /** Research together with the party. */
  | 'RESEARCH_BAR'
  /** Dealings with the party. */
  | 'SANCTIONS';

/** Which way a list is sorted. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASCENDING'
  /** Greatest first. */
  | 'DESCENDING';

/** Why what a payer of the same family paid is not counted in a group. */
export type OutsideReason =
  /** It belonged to the group on the day of the payment, and does not for certain on the day asked about. */
  | 'ON_PAYMENT_DAY'
  /** The claims leave open whether it belongs to the same group on the day asked about. */
  | 'POSSIBLY';

/** What a share is a share of. */
export type OwnershipRight =
  /** Profits and assets. */
  | 'ECONOMIC'
  /** The source does not say; counts as both. */
  | 'UNSPECIFIED'
  /** Votes. */
  | 'VOTES';

/** In which role an entity takes part in a program. */
export type ParticipationRole =
  /** It is the host. */
  | 'HOST'
  /** It takes part. */
  | 'PARTICIPANT'
  /** It is a partner. */
  | 'PARTNER';

/** Whether a source shows that money was paid. */
export type Payment =
  /** It was announced or promised; no source shows that it was paid. */
  | 'COMMITTED'
  /** It was paid. */
  | 'PAID';

/** What sort of probe. */
export type ProbeType =
  /** An audit. */
  | 'AUDIT'
  /** Legislators ask or allege. */
  | 'CONGRESSIONAL_INQUIRY'
  /** An administrative or civil case. */
  | 'ENFORCEMENT'
  /** An agency investigates. */
  | 'INVESTIGATION'
  /** A criminal case. */
  | 'PROSECUTION'
  /** A regulator reviews a transaction or a party. */
  | 'REGULATORY_REVIEW';

/** A legal rule under which what is not listed is treated like its listed owners. */
export type Regime =
  /** The Affiliates Rule of BIS: half or more, aggregated; in force at times only. */
  | 'BIS_50'
  /** The EU's ownership criterion: half or more since 3 July 2024, more than half before; aggregated. */
  | 'EU_50'
  /** OFAC's 50 Percent Rule: half or more, holders aggregated. */
  | 'OFAC_50'
  /** The UK's test: more than half of the shares or of the votes, each listed party alone. */
  | 'UK_50';

/** What a relation says of its two ends. */
export type RelationKind =
  /** From affiliate to group: an authority or the company says that they belong together. */
  | 'AFFILIATION'
  /** From an entity to the program that it runs or funds. */
  | 'BACKING'
  /** One side and the other, read both ways: research or membership together. */
  | 'COLLABORATION'
  /** From controller to controlled; says nothing of the share. */
  | 'CONTROL'
  /** From payer to recipient: money given, paid or promised. */
  | 'FUNDING'
  /** From an entity to the entity that it is; only a decided one counts. */
  | 'IDENTITY'
  /** A reported connection that fits nothing else; never transmits exposure. */
  | 'LINK'
  /** From holder to held: a share, known or not. */
  | 'OWNERSHIP'
  /** From an entity to the program that it takes part in. */
  | 'PARTICIPATION'
  /** From unit to whole: the same legal person or scheme. */
  | 'PART_OF'
  /** From a person to the entity in which the person holds a post. */
  | 'POST'
  /** From successor to predecessor; transmits nothing. */
  | 'SUCCESSION';

/** How a party answered. */
export type ResponseKind =
  /** It admitted. */
  | 'ADMITTED'
  /** It denied. */
  | 'DENIED'
  /** It declined to comment. */
  | 'NO_COMMENT'
  /** It did not reply. */
  | 'NO_REPLY'
  /** It made a statement. */
  | 'STATEMENT';

/** What a flag is about, or what a review looks at. */
export type RiskTopic =
  /** Corruption. */
  | 'CORRUPTION'
  /** Data security and access. */
  | 'DATA_SECURITY'
  /** Economic competitiveness. */
  | 'ECONOMIC_COMPETITIVENESS'
  /** Export controls. */
  | 'EXPORT_CONTROLS'
  /** Disclosure of money from abroad. */
  | 'FOREIGN_FUNDING_DISCLOSURE'
  /** Political, civil and human rights. */
  | 'HUMAN_RIGHTS'
  /** Intellectual property. */
  | 'INTELLECTUAL_PROPERTY'
  /** National security. */
  | 'NATIONAL_SECURITY'
  /** Sanctions. */
  | 'SANCTIONS';

/** What a legal ownership rule says of a company on a day. */
export type RuleVerdict =
  /** It is caught in no reading of what is known, and the lists that it rests on are loaded. */
  | 'NO'
  /** The rule is not in force that day; `wouldBe` tells what it would give. */
  | 'NOT_IN_FORCE'
  /** It is caught in some readings only, or a list is missing: the explanation says which. */
  | 'UNDETERMINED'
  /** It is caught in every reading of what is known. */
  | 'YES';

/** What would be otherwise: at most 200 items. Nothing is written. */
export type Scenario = {
  /** Entities of which no listing counts, or listings that count for no entity. */
  readonly delist?: ReadonlyArray<string> | null | undefined;
  /** Entities that are listed from validAt on; the listing counts whatever lists are selected. */
  readonly list?: ReadonlyArray<string> | null | undefined;
  /** Claims of any sort that do not exist, in every version. */
  readonly rejectClaims?: ReadonlyArray<string> | null | undefined;
  /** Sources taken as not believed: a claim falls with the last of its sources. */
  readonly rejectSources?: ReadonlyArray<string> | null | undefined;
  /** Groups of entities of one kind that are one party. No claim says so, so no path shows a step for it. */
  readonly same?: ReadonlyArray<ReadonlyArray<string>> | null | undefined;
  /** Other shares in Ownerships. */
  readonly shares?: ReadonlyArray<ScenarioShare> | null | undefined;
  /** Other thresholds of rules. */
  readonly thresholds?: ReadonlyArray<ScenarioThreshold> | null | undefined;
};

/** Another share in an Ownership. Fractions in [0, 1]. */
export type ScenarioShare = {
  /** The Ownership claim. */
  readonly claim: string;
  /** The most that it may be; equal to min for a share that is known. */
  readonly max: number;
  /** Whether it is less than max. */
  readonly maxExclusive?: boolean | null | undefined;
  /** The least that it may be. */
  readonly min: number;
  /** Whether it is more than min. */
  readonly minExclusive?: boolean | null | undefined;
};

/** Another threshold for a legal ownership rule. */
export type ScenarioThreshold = {
  /** Whether the threshold itself suffices. */
  readonly inclusive: boolean;
  /** The rule. */
  readonly regime: Regime;
  /** A fraction in [0, 1]. */
  readonly threshold: number;
};

/** In which role a flag concerns an entity. Only the first three make it flagged. */
export type SubjectRole =
  /** Covered by the text without an entry of its own. */
  | 'COVERED_AFFILIATE'
  /** Has an entry of its own. */
  | 'LISTED'
  /** Is mentioned. */
  | 'MENTIONED'
  /** Was asked for records. */
  | 'RECORDS_REQUESTED'
  /** Accused, charged or under inquiry. */
  | 'RESPONDENT'
  /** Is named as a victim. */
  | 'VICTIM'
  /** Is named as a witness. */
  | 'WITNESS';

/** How a transaction stands in time to a flag of the target. Strongest first. */
export type Timing =
  /** It comes after days on which the flag was open. */
  | 'AFTER'
  /** It comes before the flag was opened. */
  | 'BEFORE'
  /** In every reading of the dates it falls on days on which the flag is open. */
  | 'CONCURRENT'
  /** No probe or listing that counts is on record for the target, so it stands in no time to one: neither during nor before nor after. */
  | 'NO_FLAG'
  /** In some reading of the dates it falls on days on which the flag is open. */
  | 'POSSIBLY_CONCURRENT'
  /** No source dates it. */
  | 'UNDATED';

/** Why a search stopped short. */
export type TruncationReason =
  /** The time allowed ran out. */
  | 'DEADLINE'
  /** The entity has more claims to follow than hubLimit: it was not passed through. */
  | 'HUB_LIMIT'
  /** There would have been longer paths than maxHops. */
  | 'MAX_HOPS'
  /** The number of claims allowed ran out. */
  | 'ROW_BUDGET';

/** An answer to a yes-or-no question on claims that may be incomplete. */
export type Verdict =
  /** It is so in no reading of what is known. */
  | 'NO'
  /** It is so in some readings only: what is missing would settle it. */
  | 'UNDETERMINED'
  /** It is so in every reading of what is known. */
  | 'YES';

export type AmongThemselvesQueryVariables = Exact<{
  id: string;
  others?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type AmongThemselvesQuery = { readonly entity: { readonly name: string, readonly relations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly text: string, readonly from: { readonly name: string }, readonly to: { readonly name: string } }> } } | null };

export type ArticleStoryQueryVariables = Exact<{
  mit: string;
  counterparties?: ReadonlyArray<string> | string | null | undefined;
  program: string;
  probes?: FlagFilter | null | undefined;
  counted?: FlagSelection | null | undefined;
  before: string;
  validAt: string;
  knownAt: string;
}>;


export type ArticleStoryQuery = { readonly university: { readonly name: string, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly start: string | null, readonly kind: DecisionKind, readonly coversSubsidiaries: boolean | null, readonly scope: string | null, readonly reason: string | null, readonly note: string | null, readonly counterparties: ReadonlyArray<{ readonly name: string }>, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly copyOf: string | null, readonly title: string, readonly url: string | null, readonly published: string | null, readonly grade: string | null } }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly note: string | null, readonly text: string, readonly by: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly copyOf: string | null } }> }> }> }, readonly reviewPolicies: ReadonlyArray<{ readonly name: string, readonly countries: ReadonlyArray<string>, readonly criteria: ReadonlyArray<RiskTopic>, readonly start: string | null, readonly note: string | null, readonly university: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }>, readonly signatories: { readonly nodes: ReadonlyArray<
        | { readonly from: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string } }> }
        | { readonly role: string | null, readonly from: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string } }> }
      > }, readonly exposure: { readonly summary: string, readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly explanation: string, readonly target: { readonly name: string } }> }, readonly denied: ReadonlyArray<{ readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }> } | null } | null, readonly decidedBefore: { readonly nodes: ReadonlyArray<{ readonly start: string | null, readonly kind: DecisionKind, readonly text: string, readonly note: string | null, readonly by: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly copyOf: string | null, readonly url: string | null } }> }> } | null, readonly program: { readonly name: string, readonly summary: string | null, readonly relations: { readonly nodes: ReadonlyArray<{ readonly text: string, readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly copyOf: string | null } }> }> } } | null, readonly probes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly state: FlagState | null, readonly subjects: { readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly status: ClaimStatus, readonly entity: { readonly name: string } }> }, readonly outcome: { readonly text: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string, readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly copyOf: string | null } }> }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly text: string, readonly quote: string | null, readonly by: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly copyOf: string | null } }> }> }> } | null };

export type BehindTheSentenceQueryVariables = Exact<{
  claim: string;
  cited: ReadonlyArray<string> | string;
  printed: string;
  validAt: string;
  knownAt: string;
}>;


export type BehindTheSentenceQuery = { readonly node:
    | { readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly retracted: string | null, readonly note: string | null, readonly caveat: string | null, readonly id: string, readonly dossier: { readonly slug: string, readonly title: string, readonly lastChecked: string | null }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly id: string, readonly publisher: string, readonly copyOf: string | null, readonly title: string, readonly url: string | null, readonly archivedUrl: string | null, readonly published: string | null, readonly retrieved: string | null, readonly grade: string | null } }>, readonly asPrinted: ReadonlyArray<{ readonly isLater: boolean, readonly source: { readonly id: string, readonly publisher: string, readonly published: string | null } }> }
    | { readonly id: string }
   | null, readonly nodes: ReadonlyArray<
    | { readonly id: string }
    | { readonly name: string, readonly shortName: string, readonly kind: EntityKind, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly id: string, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number } }
    | { readonly title: string, readonly country: string | null, readonly note: string | null, readonly id: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }
    | { readonly date: string | null, readonly quote: string | null, readonly text: string, readonly id: string, readonly to:
        | { readonly id: string }
        | { readonly id: string }
      , readonly by: { readonly name: string } }
    | { readonly publisher: string, readonly title: string, readonly grade: string | null, readonly id: string }
   | null> };

export type BerkeleyAfterDecisionQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
}>;


export type BerkeleyAfterDecisionQuery = { readonly exposure: { readonly totals: ReadonlyArray<{ readonly currency: string, readonly afterDecision: { readonly min: number, readonly max: number | null } }>, readonly transactions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly flagState: FlagState | null, readonly relation: { readonly id: string }, readonly byFlag: ReadonlyArray<{ readonly role: SubjectRole, readonly state: FlagState, readonly timing: Timing, readonly flagState: FlagState | null, readonly days: number | null, readonly flag: { readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }> } }>, readonly nodes: ReadonlyArray<{ readonly timing: Timing, readonly relation:
          | { readonly id: string, readonly text: string, readonly start: string | null, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }
          | { readonly amountQualifier: AmountQualifier | null, readonly amountPer: AmountPeriod | null, readonly payment: Payment, readonly form: FundingForm, readonly id: string, readonly text: string, readonly start: string | null, readonly amount: { readonly min: number, readonly max: number | null, readonly currency: string } | null, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }
        , readonly counterparty: { readonly name: string }, readonly afterDecision: { readonly covers: Verdict, readonly explanation: string, readonly decision: { readonly kind: DecisionKind, readonly start: string | null, readonly text: string, readonly scope: string | null, readonly coversSubsidiaries: boolean | null, readonly responses: ReadonlyArray<{ readonly text: string }>, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> } } | null }> } } | null };

export type BerkeleyGroupsQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
}>;


export type BerkeleyGroupsQuery = { readonly exposure: { readonly headline: string, readonly citation: string, readonly totals: ReadonlyArray<TotalFragment>, readonly groups: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly group: { readonly id: string } } }>, readonly nodes: ReadonlyArray<{ readonly headline: string, readonly citation: string, readonly explanation: string, readonly timing: Timing, readonly control: Verdict, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly isLater: boolean, readonly source: { readonly publisher: string, readonly title: string, readonly published: string | null, readonly grade: string | null } }>, readonly group: { readonly id: string, readonly name: string }, readonly proof: { readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly relation: { readonly id: string } }> }, readonly totals: ReadonlyArray<TotalFragment>, readonly findings: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly target: { readonly id: string, readonly name: string }, readonly totals: ReadonlyArray<TotalFragment>, readonly counterparties: ReadonlyArray<{ readonly control: Verdict, readonly asOf: string, readonly counterparty: { readonly name: string }, readonly transactions: ReadonlyArray<{ readonly timing: Timing, readonly relation: { readonly id: string } }> }>, readonly flags: ReadonlyArray<{ readonly state: FlagState, readonly timing: Timing, readonly flag: { readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }> }>, readonly repeats: ReadonlyArray<{ readonly channel: Channel, readonly restsOnUnstatedEnd: boolean, readonly target: { readonly id: string, readonly name: string } }>, readonly transactions: ReadonlyArray<{ readonly timing: Timing, readonly relation: { readonly id: string } }> }> }, readonly ownFlags: ReadonlyArray<{ readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }> } | null };

export type TotalFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly possiblyConcurrent: { readonly min: number, readonly max: number | null }, readonly after: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly undated: { readonly min: number, readonly max: number | null }, readonly withoutFlag: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null }, readonly afterDecision: { readonly min: number, readonly max: number | null } };

export type BerkeleySharesQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  flagged?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type BerkeleySharesQuery = { readonly exposure: { readonly scope: { readonly minShare: number | null, readonly channels: ReadonlyArray<Channel> | null, readonly targets: ReadonlyArray<string> | null }, readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly rule: RuleVerdict, readonly target: { readonly name: string }, readonly lookThrough: ReadonlyArray<{ readonly min: number, readonly max: number | null, readonly currency: string }>, readonly counterparties: ReadonlyArray<{ readonly asOf: string, readonly closedLoop: boolean, readonly control: Verdict, readonly counterparty: { readonly name: string }, readonly economicShare: { readonly min: number, readonly max: number, readonly isKnown: boolean, readonly text: string } | null, readonly rule: { readonly verdict: RuleVerdict, readonly asOf: string, readonly explanation: string, readonly unsettled: ReadonlyArray<{ readonly settles: number, readonly company: { readonly name: string }, readonly holder: { readonly name: string } | null }> }, readonly transactions: ReadonlyArray<{ readonly timing: Timing, readonly relation: { readonly id: string }, readonly economicShare: { readonly min: number, readonly max: number } | null }> }> }> }, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly relation: { readonly id: string }, readonly economicShare: { readonly text: string } | null }> } } | null };

export type CaltechEntityListQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
  flags?: FlagSelection | null | undefined;
}>;


export type CaltechEntityListQuery = { readonly exposure: { readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null } }>, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly timing: Timing, readonly restsOnUnstatedEnd: boolean, readonly days: number | null, readonly timingText: string, readonly relation:
          | { readonly id: string, readonly text: string }
          | { readonly id: string, readonly text: string, readonly amount: { readonly min: number, readonly currency: string } | null }
        , readonly flag:
          | { readonly list: string, readonly listClass: ListClass, readonly reference: string | null, readonly outcomeText: string, readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }
          | { readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }
         | null }> } } | null };

export type CaseOfTheTradeSecretsQueryVariables = Exact<{
  probe: string;
  victim: string;
  validAt: string;
  knownAt: string;
}>;


export type CaseOfTheTradeSecretsQuery = { readonly probe: { readonly title: string, readonly type: ProbeType, readonly docket: string | null, readonly country: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly note: string | null, readonly state: FlagState | null, readonly outcomeText: string, readonly authorities: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: EntityKind }>, readonly outcome: { readonly text: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string, readonly status: ClaimStatus, readonly text: string, readonly recorded: string | null, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }>, readonly subjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly status: ClaimStatus, readonly text: string, readonly note: string | null, readonly entity: { readonly name: string } }> }, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly status: ClaimStatus, readonly text: string, readonly by: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly url: string | null } }> }> } | null, readonly victim: { readonly name: string, readonly region: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string }> }, readonly accusedIn: { readonly totalCount: number }, readonly relations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: RelationKind, readonly text: string, readonly note: string | null }> } } | null };

export type CornellParentQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type CornellParentQuery = { readonly exposure: { readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly control: Verdict, readonly explanation: string, readonly target: { readonly name: string }, readonly targetGroup: { readonly name: string }, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly after: { readonly min: number, readonly max: number | null } }>, readonly counterparties: ReadonlyArray<{ readonly control: Verdict, readonly counterparty: { readonly name: string }, readonly transactions: ReadonlyArray<{ readonly timing: Timing, readonly relation: { readonly id: string } }> }>, readonly criticalClaims: ReadonlyArray<{ readonly id: string, readonly text: string }> }> } } | null };

export type DashboardFirstPageQueryVariables = Exact<{
  to: string;
  canada?: EntityFilter | null | undefined;
  byName?: EntityOrder | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type DashboardFirstPageQuery = { readonly exposedUniversities: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly university: { readonly id: string, readonly name: string, readonly country: string | null, readonly region: string | null, readonly aliases: ReadonlyArray<string>, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly relationCounts: ReadonlyArray<{ readonly kind: RelationKind, readonly count: number }> }, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly afterDecision: { readonly min: number, readonly max: number | null } }>, readonly findings: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly counterparties: ReadonlyArray<{ readonly counterparty: { readonly name: string }, readonly path: { readonly hops: number, readonly text: string } }> }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly scope: { readonly includeParts: boolean | null, readonly hubLimit: number | null, readonly flags: ReadonlyArray<string> | null } } | null, readonly universities: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly name: string, readonly partOf: ReadonlyArray<{ readonly name: string }>, readonly flags: { readonly totalCount: number }, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly start: string | null, readonly end: string | null, readonly kind: DecisionKind, readonly text: string, readonly note: string | null }> } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly groups: { readonly columns: ReadonlyArray<{ readonly label: string, readonly mainTarget: { readonly shortName: string } | null, readonly total: { readonly min: number } | null }> } | null };

export type DecisionsOnHuaweiQueryVariables = Exact<{
  counterparties?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type DecisionsOnHuaweiQuery = { readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly start: string | null, readonly kind: DecisionKind, readonly coversSubsidiaries: boolean | null, readonly scope: string | null, readonly reason: string | null, readonly status: ClaimStatus, readonly text: string, readonly by: { readonly id: string, readonly name: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly text: string, readonly quote: string | null }> }> } | null };

export type ExposedToHuaweiQueryVariables = Exact<{
  to: string;
  validAt: string;
  knownAt: string;
}>;


export type ExposedToHuaweiQuery = { readonly exposedUniversities: { readonly totalCount: number, readonly totals: ReadonlyArray<ExposedSumsFragment>, readonly nodes: ReadonlyArray<{ readonly university: { readonly id: string, readonly name: string, readonly country: string | null }, readonly totals: ReadonlyArray<ExposedSumsFragment>, readonly countedIn: ReadonlyArray<{ readonly id: string }>, readonly ownTotals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null } }>, readonly findings: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly path: { readonly text: string } }> }>, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly maxHops: number | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } } | null };

export type ExposedSumsFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly possiblyConcurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly after: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null }, readonly afterDecision: { readonly min: number, readonly max: number | null } };

export type FlaggedSubsidiariesQueryVariables = Exact<{
  filter?: EntityFilter | null | undefined;
  orderBy?: EntityOrder | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type FlaggedSubsidiariesQuery = { readonly companies: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly name: string, readonly country: string | null, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly ultimateParents: ReadonlyArray<{ readonly name: string }>, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string }>, readonly edges: ReadonlyArray<{ readonly cursor: string }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly programs: { readonly totalCount: number }, readonly relations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node:
              | { readonly kind: RelationKind, readonly text: string, readonly end: string | null, readonly note: string | null, readonly dossier: { readonly slug: string } }
              | { readonly basis: ControlBasis, readonly kind: RelationKind, readonly text: string, readonly end: string | null, readonly note: string | null, readonly dossier: { readonly slug: string } }
              | { readonly right: OwnershipRight, readonly kind: RelationKind, readonly text: string, readonly end: string | null, readonly note: string | null, readonly share: { readonly text: string }, readonly dossier: { readonly slug: string } }
             }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly flags: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean } } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type HuaweiFlagsQueryVariables = Exact<{
  company: string;
  validAt: string;
  knownAt: string;
}>;


export type HuaweiFlagsQuery = { readonly company: { readonly name: string, readonly aliases: ReadonlyArray<string>, readonly country: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly list: string, readonly listClass: ListClass, readonly reference: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly topics: ReadonlyArray<RiskTopic>, readonly state: FlagState | null, readonly authorities: ReadonlyArray<{ readonly name: string }>, readonly outcome: { readonly event: FlagEventKind, readonly date: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string, readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly text: string }> }
        | { readonly type: ProbeType, readonly docket: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly topics: ReadonlyArray<RiskTopic>, readonly state: FlagState | null, readonly authorities: ReadonlyArray<{ readonly name: string }>, readonly outcome: { readonly event: FlagEventKind, readonly date: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string, readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly text: string }> }
      > } } | null };

export type HuaweiFundingTotalsQueryVariables = Exact<{
  filter: FundingFilter;
  then: string;
  validAt: string;
  knownAt: string;
}>;


export type HuaweiFundingTotalsQuery = { readonly then: (
    { readonly payerGroups: ReadonlyArray<GroupedFragment> }
    & SumsFragment
  ) | null, readonly byPayer: (
    { readonly payerGroups: ReadonlyArray<GroupedFragment> }
    & SumsFragment
  ) | null, readonly byYear: SumsFragment | null };

export type SumsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly transactions: number, readonly unknownAmounts: number, readonly approximate: number, readonly earliest: string | null, readonly latest: string | null, readonly keys: ReadonlyArray<{ readonly dimension: string, readonly key: string, readonly label: string, readonly entity: { readonly id: string } | null }>, readonly total: { readonly min: number, readonly max: number | null, readonly currency: string }, readonly committed: { readonly min: number, readonly max: number | null } }> };

export type GroupedFragment = { readonly asOf: string, readonly groupRule: GroupRule, readonly text: string, readonly group: { readonly id: string }, readonly totals: ReadonlyArray<PaidInAllFragment>, readonly payers: ReadonlyArray<{ readonly rule: GroupRule, readonly payer: { readonly id: string }, readonly totals: ReadonlyArray<PaidInAllFragment>, readonly proof: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly id: string }, readonly to: { readonly id: string }, readonly relation: { readonly id: string, readonly text: string } }> }>, readonly outside: ReadonlyArray<{ readonly reason: OutsideReason, readonly text: string, readonly payers: ReadonlyArray<{ readonly id: string }>, readonly totals: ReadonlyArray<PaidInAllFragment> }> };

export type PaidInAllFragment = { readonly transactions: number, readonly unknownAmounts: number, readonly total: { readonly min: number, readonly max: number | null, readonly currency: string }, readonly committed: { readonly min: number, readonly max: number | null } };

export type HuaweiOwnershipQueryVariables = Exact<{
  of: string;
  owner: string;
  company: string;
  validAt: string;
  knownAt: string;
}>;


export type HuaweiOwnershipQuery = { readonly ownership: { readonly right: OwnershipRight, readonly known: number, readonly unknown: number, readonly problems: ReadonlyArray<string>, readonly company: { readonly name: string }, readonly holders: ReadonlyArray<StakeFragment>, readonly holdings: ReadonlyArray<StakeFragment>, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly exploredRelations: number, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } } | null, readonly integratedOwnership: { readonly closedLoop: boolean, readonly converged: boolean, readonly known: number, readonly unknown: number, readonly problems: ReadonlyArray<string>, readonly explanation: string, readonly owner: { readonly name: string }, readonly company: { readonly name: string }, readonly share: { readonly min: number, readonly max: number, readonly minExclusive: boolean, readonly maxExclusive: boolean, readonly isKnown: boolean, readonly text: string } | null, readonly direct: { readonly min: number, readonly max: number, readonly text: string } } | null, readonly company: { readonly parents: ReadonlyArray<{ readonly name: string, readonly kind: EntityKind }>, readonly ultimateParents: ReadonlyArray<{ readonly name: string, readonly kind: EntityKind }>, readonly subsidiaries: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly owners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly right: OwnershipRight, readonly status: ClaimStatus, readonly from: { readonly name: string }, readonly share: { readonly text: string } }> }, readonly holdings: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly text: string, readonly to: { readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

export type StakeFragment = { readonly control: Verdict, readonly closedLoop: boolean, readonly converged: boolean, readonly party: { readonly id: string, readonly name: string, readonly kind: EntityKind }, readonly direct: { readonly text: string } | null, readonly integrated: { readonly min: number, readonly max: number, readonly text: string } | null, readonly path: { readonly hops: number, readonly text: string } };

export type HuaweiMarineRulesQueryVariables = Exact<{
  company: string;
  controller: string;
  flagged?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type HuaweiMarineRulesQuery = { readonly byTheLists: (
    { readonly flagged: ReadonlyArray<{ readonly name: string }> }
    & AnswerFragment
  ) | null, readonly fromItsHolder: (
    { readonly flagged: ReadonlyArray<{ readonly name: string }> }
    & AnswerFragment
  ) | null, readonly inForce: { readonly verdict: RuleVerdict, readonly wouldBe: Verdict | null, readonly asOf: string } | null, readonly control: { readonly verdict: Verdict, readonly explanation: string, readonly problems: ReadonlyArray<string>, readonly votes: { readonly min: number, readonly max: number, readonly text: string }, readonly proof: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly name: string }, readonly to: { readonly name: string }, readonly relation: { readonly id: string, readonly kind: RelationKind, readonly text: string } }> } | null };

export type AnswerFragment = { readonly regime: Regime, readonly asOf: string, readonly verdict: RuleVerdict, readonly wouldBe: Verdict | null, readonly known: number, readonly threshold: number, readonly distanceToFlip: number | null, readonly listsSearched: ReadonlyArray<string>, readonly listsMissing: ReadonlyArray<string>, readonly explanation: string, readonly problems: ReadonlyArray<string>, readonly citation: string, readonly checkedOn: string, readonly company: { readonly name: string }, readonly aggregateShare: { readonly min: number, readonly max: number, readonly text: string }, readonly unsettled: ReadonlyArray<{ readonly known: number, readonly unknown: number, readonly settles: number, readonly company: { readonly name: string }, readonly holder: { readonly name: string } | null }>, readonly proof: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly name: string }, readonly to: { readonly name: string }, readonly relation: { readonly id: string, readonly kind: RelationKind, readonly text: string } }> };

export type HuaweiMoneyMatrixQueryVariables = Exact<{
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type HuaweiMoneyMatrixQuery = { readonly exposureMatrix: { readonly currency: string | null, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null } }>, readonly rows: ReadonlyArray<{ readonly key: string, readonly label: string, readonly entity: { readonly id: string } | null, readonly countedIn: ReadonlyArray<{ readonly id: string, readonly name: string }> | null, readonly ownTotals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null } }> | null }>, readonly columns: ReadonlyArray<{ readonly key: string, readonly label: string, readonly total: { readonly min: number, readonly max: number | null, readonly unknownAmounts: number, readonly approximate: number, readonly committed: { readonly min: number, readonly max: number | null } | null } | null }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly min: number, readonly max: number | null, readonly unknownAmounts: number, readonly approximate: number, readonly committed: { readonly min: number, readonly max: number | null } | null, readonly findings: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing }>, readonly transactions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly timing: Timing, readonly relation: { readonly id: string } }> } }>, readonly scope: { readonly targets: ReadonlyArray<string> | null } } | null };

export type HumanRightsAndEndedFlagsQueryVariables = Exact<{
  humanRights?: FlagFilter | null | undefined;
  ended?: FlagFilter | null | undefined;
  treasury?: FlagFilter | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type HumanRightsAndEndedFlagsQuery = { readonly humanRights: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: FlagKind, readonly title: string, readonly country: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly authorities: ReadonlyArray<{ readonly name: string }>, readonly subjects: { readonly totalCount: number }, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string, readonly quote: string | null, readonly by: { readonly name: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null, readonly ended: { readonly totalCount: number, readonly warnings: ReadonlyArray<string>, readonly nodes: ReadonlyArray<{ readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly event: FlagEventKind, readonly date: string, readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }> } | null, readonly treasury: { readonly totalCount: number, readonly warnings: ReadonlyArray<string>, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly title: string, readonly list: string, readonly listClass: ListClass, readonly reference: string | null, readonly subjects: { readonly nodes: ReadonlyArray<{ readonly start: string | null, readonly end: string | null, readonly entity: { readonly name: string } }> }, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly nodes: ReadonlyArray<{ readonly id: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type InquiriesIntoDisclosureQueryVariables = Exact<{
  filter?: FlagFilter | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type InquiriesIntoDisclosureQuery = { readonly probes: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly title: string, readonly type: ProbeType, readonly docket: string | null, readonly note: string | null, readonly state: FlagState | null, readonly authorities: ReadonlyArray<{ readonly name: string }>, readonly subjects: { readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly start: string | null, readonly entity: { readonly name: string } }> }, readonly outcome: { readonly event: FlagEventKind, readonly date: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ListingOfAugust2019QueryVariables = Exact<{
  listing: string;
  roles?: ReadonlyArray<SubjectRole> | SubjectRole | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type ListingOfAugust2019Query = { readonly listing: { readonly id: string, readonly title: string, readonly list: string, readonly listClass: ListClass, readonly reference: string | null, readonly country: string | null, readonly note: string | null, readonly state: FlagState | null, readonly authorities: ReadonlyArray<{ readonly name: string, readonly flagsBrought: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string }> } }>, readonly outcome: { readonly text: string } | null, readonly events: ReadonlyArray<{ readonly id: string, readonly event: FlagEventKind, readonly date: string, readonly start: string | null, readonly end: string | null, readonly text: string, readonly recorded: string | null, readonly note: string | null, readonly flag: { readonly id: string } }>, readonly responses: ReadonlyArray<{ readonly text: string }>, readonly subjects: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly role: SubjectRole, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly status: ClaimStatus, readonly text: string, readonly note: string | null, readonly flag: { readonly id: string }, readonly entity: { readonly id: string, readonly name: string, readonly kind: EntityKind, readonly country: string | null, readonly region: string | null }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string } }> } }>, readonly nodes: ReadonlyArray<{ readonly entity: { readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type MitAllegationsQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
  flags?: FlagSelection | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
}>;


export type MitAllegationsQuery = { readonly exposure: { readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly restsOn: ClaimStatus, readonly explanation: string, readonly target: { readonly name: string }, readonly flags: ReadonlyArray<{ readonly role: SubjectRole, readonly state: FlagState, readonly timing: Timing, readonly flag: { readonly id: string, readonly title: string, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string, readonly status: ClaimStatus, readonly text: string }>, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly by: { readonly name: string } }> } }>, readonly responses: ReadonlyArray<{ readonly text: string }> }> } } | null };

export type MitAndBerkeleyConnectedQueryVariables = Exact<{
  from: string;
  to: string;
  huawei?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type MitAndBerkeleyConnectedQuery = { readonly through: StepsFragment | null, readonly withoutHuawei: StepsFragment | null };

export type StepsFragment = { readonly paths: ReadonlyArray<{ readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly name: string }, readonly relation: { readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string } }> }, readonly parallel: ReadonlyArray<{ readonly id: string, readonly kind: RelationKind }>, readonly to: { readonly name: string } }> }>, readonly scope: { readonly maxHops: number | null, readonly hubLimit: number | null, readonly exploredEntities: number, readonly exploredRelations: number, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason, readonly skippedRelations: number | null, readonly at: { readonly name: string } | null }> } };

export type MitChangesQueryVariables = Exact<{
  university: string;
  sinceValidAt: string;
  sinceKnownAt: string;
  validAt: string;
  knownAt: string;
}>;


export type MitChangesQuery = { readonly changes: { readonly before: { readonly scope: { readonly validAt: string, readonly knownAt: string }, readonly findings: { readonly totalCount: number } }, readonly after: { readonly scope: { readonly validAt: string, readonly knownAt: string }, readonly findings: { readonly totalCount: number } }, readonly added: ReadonlyArray<{ readonly text: string, readonly finding: { readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly target: { readonly name: string } }, readonly because: ReadonlyArray<{ readonly id: string, readonly text: string }> }>, readonly removed: ReadonlyArray<{ readonly finding: { readonly channel: Channel, readonly target: { readonly name: string } }, readonly because: ReadonlyArray<{ readonly id: string, readonly text: string }> }>, readonly changed: ReadonlyArray<{ readonly text: string, readonly what: ReadonlyArray<FindingChange>, readonly before: { readonly channel: Channel, readonly timing: Timing, readonly target: { readonly name: string } }, readonly after: { readonly timing: Timing }, readonly because: ReadonlyArray<{ readonly id: string, readonly text: string }> }> } | null };

export type MitExposureQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
  flags?: FlagSelection | null | undefined;
}>;


export type MitExposureQuery = { readonly exposure: { readonly headline: string, readonly summary: string, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly before: { readonly min: number, readonly max: number | null }, readonly concurrent: { readonly min: number, readonly max: number | null } }>, readonly denied: ReadonlyArray<{ readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }>, readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly restsOn: ClaimStatus, readonly explanation: string, readonly target: { readonly id: string, readonly name: string }, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly before: { readonly min: number, readonly max: number | null } }>, readonly path: { readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly id: string }, readonly relation: { readonly id: string }, readonly to: { readonly id: string } }> }, readonly counterparties: ReadonlyArray<{ readonly counterparty: { readonly id: string, readonly name: string }, readonly transactions: ReadonlyArray<{ readonly timing: Timing, readonly days: number | null, readonly lastStated: string | null, readonly relation: { readonly id: string, readonly text: string }, readonly flag: { readonly id: string } | null }> }>, readonly flags: ReadonlyArray<{ readonly state: FlagState, readonly timing: Timing, readonly flag: { readonly id: string, readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly decisions: ReadonlyArray<{ readonly covers: Verdict, readonly explanation: string, readonly decision: { readonly text: string } }>, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }> }> }, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly maxHops: number | null, readonly warnings: ReadonlyArray<string>, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }>, readonly checked: { readonly earliest: string, readonly latest: string } | null, readonly dossiers: ReadonlyArray<{ readonly slug: string }> } } | null };

export type MitFindingPathsQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type MitFindingPathsQuery = { readonly exposure: { readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly target: { readonly name: string }, readonly paths: ReadonlyArray<{ readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly relation: { readonly id: string } }> }> }> } } | null };

export type MitReviewQueryVariables = Exact<{
  university: string;
  aramco: string;
  skolkovo: string;
  hisilicon: string;
  validAt: string;
  knownAt: string;
}>;


export type MitReviewQuery = { readonly aramco: ReviewFragment | null, readonly skolkovo: ReviewFragment | null, readonly hisilicon: ReviewFragment | null };

export type ReviewFragment = { readonly countries: ReadonlyArray<string>, readonly summary: string, readonly university: { readonly name: string }, readonly counterparty: { readonly name: string, readonly country: string | null }, readonly policies: ReadonlyArray<{ readonly applies: Verdict, readonly explanation: string, readonly policy: { readonly name: string, readonly countries: ReadonlyArray<string>, readonly criteria: ReadonlyArray<RiskTopic>, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly url: string | null } }> }, readonly because: ReadonlyArray<{ readonly hops: number, readonly text: string }> }>, readonly decisions: ReadonlyArray<{ readonly covers: Verdict, readonly explanation: string, readonly decision: { readonly text: string, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly criteria: ReadonlyArray<{ readonly criterion: RiskTopic, readonly explanation: string, readonly flags: ReadonlyArray<{ readonly id: string, readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }>, readonly claims: ReadonlyArray<{ readonly id: string, readonly status: ClaimStatus, readonly text: string }> }>, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly targets: ReadonlyArray<string> | null, readonly graphVersion: string } };

export type MitSaudiAramcoQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  other?: ReadonlyArray<string> | string | null | undefined;
  flags?: FlagSelection | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type MitSaudiAramcoQuery = { readonly withoutAnyFlag: UntimedFragment | null, readonly flagOfOthers: UntimedFragment | null };

export type UntimedFragment = { readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly withoutFlag: { readonly min: number, readonly max: number | null } }>, readonly findings: { readonly nodes: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly explanation: string, readonly target: { readonly name: string }, readonly flags: ReadonlyArray<{ readonly flag: { readonly id: string } }> }> }, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly timing: Timing, readonly flagState: FlagState | null, readonly days: number | null, readonly relation: { readonly text: string }, readonly flag: { readonly id: string } | null, readonly byFlag: ReadonlyArray<{ readonly timing: Timing }> }> } };

export type MitThenAndNowQueryVariables = Exact<{
  university: string;
  then: string;
  validAt: string;
  knownAt: string;
}>;


export type MitThenAndNowQuery = { readonly asKnownThen: FoundFragment | null, readonly thatDayAsKnownNow: FoundFragment | null, readonly today: FoundFragment | null };

export type FoundFragment = { readonly summary: string, readonly university: { readonly name: string }, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly approximate: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly possiblyConcurrent: { readonly min: number, readonly max: number | null }, readonly after: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly undated: { readonly min: number, readonly max: number | null }, readonly withoutFlag: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null } }>, readonly findings: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly restsOn: ClaimStatus, readonly university: { readonly name: string }, readonly target: { readonly name: string }, readonly targetGroup: { readonly name: string }, readonly flags: ReadonlyArray<{ readonly role: SubjectRole, readonly state: FlagState, readonly timing: Timing, readonly flagState: FlagState | null, readonly days: number | null, readonly flag: { readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly counterparties: ReadonlyArray<{ readonly counterparty: { readonly name: string }, readonly path: { readonly text: string } }> } }>, readonly pageInfo: { readonly startCursor: string | null, readonly endCursor: string | null, readonly hasNextPage: boolean, readonly hasPreviousPage: boolean } }, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly graphVersion: string, readonly exploredEntities: number, readonly exploredRelations: number, readonly flags: ReadonlyArray<string> | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } };

export type MitTimelineQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
}>;


export type MitTimelineQuery = { readonly university: { readonly name: string, readonly timeline: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly date: string, readonly text: string, readonly claim: { readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }, readonly flag: { readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly reviewPolicies: ReadonlyArray<{ readonly name: string, readonly countries: ReadonlyArray<string>, readonly criteria: ReadonlyArray<RiskTopic>, readonly start: string | null, readonly note: string | null }> } | null };

export type MitWhatIfQueryVariables = Exact<{
  university: string;
  scenario: Scenario;
  validAt: string;
  knownAt: string;
}>;


export type MitWhatIfQuery = { readonly whatIf: { readonly before: { readonly findings: { readonly totalCount: number } }, readonly after: { readonly summary: string, readonly findings: { readonly totalCount: number } }, readonly added: ReadonlyArray<{ readonly finding: { readonly channel: Channel, readonly timing: Timing, readonly explanation: string, readonly target: { readonly name: string }, readonly flags: ReadonlyArray<{ readonly state: FlagState, readonly flag: { readonly id: string, readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> } }> }, readonly because: ReadonlyArray<{ readonly text: string }> }>, readonly removed: ReadonlyArray<{ readonly finding: { readonly channel: Channel, readonly timing: Timing, readonly target: { readonly name: string } }, readonly because: ReadonlyArray<{ readonly text: string, readonly citations: ReadonlyArray<{ readonly source: { readonly publisher: string, readonly url: string | null } }> }> }>, readonly changed: ReadonlyArray<{ readonly what: ReadonlyArray<FindingChange>, readonly before: { readonly channel: Channel, readonly timing: Timing, readonly target: { readonly name: string } }, readonly after: { readonly timing: Timing }, readonly because: ReadonlyArray<{ readonly text: string }> }> } | null };

export type MitWhyNotQueryVariables = Exact<{
  university: string;
  zte: string;
  aramco: string;
  futurewei: string;
  validAt: string;
  knownAt: string;
}>;


export type MitWhyNotQuery = { readonly zte: WhyFragment | null, readonly aramco: WhyFragment | null, readonly futurewei: WhyFragment | null };

export type WhyFragment = { readonly found: boolean, readonly nearest: Channel | null, readonly missing: ReadonlyArray<string>, readonly explanation: string, readonly denied: ReadonlyArray<{ readonly id: string, readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }> }>, readonly successions: ReadonlyArray<{ readonly from: { readonly name: string }, readonly to: { readonly name: string } }> };

export type MitZteQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type MitZteQuery = { readonly exposure: { readonly summary: string, readonly findings: { readonly totalCount: number }, readonly denied: ReadonlyArray<{ readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }> }>, readonly scope: { readonly validAt: string, readonly knownAt: string, readonly targets: ReadonlyArray<string> | null, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly includeParts: boolean | null, readonly maxHops: number | null, readonly hubLimit: number | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } } | null };

export type MoneyAfterEntityListQueryVariables = Exact<{
  money?: FundingFilter | null | undefined;
  targets?: ReadonlyArray<string> | string | null | undefined;
  flags?: FlagSelection | null | undefined;
  from: string;
  validAt: string;
  knownAt: string;
}>;


export type MoneyAfterEntityListQuery = { readonly fundingTotals: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly transactions: number, readonly unknownAmounts: number, readonly earliest: string | null, readonly latest: string | null, readonly keys: ReadonlyArray<{ readonly dimension: string, readonly label: string }>, readonly total: { readonly min: number, readonly max: number | null, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null, readonly inDollars: { readonly currency: string | null, readonly rows: ReadonlyArray<{ readonly label: string }>, readonly columns: ReadonlyArray<{ readonly label: string }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly min: number, readonly max: number | null, readonly findings: ReadonlyArray<{ readonly explanation: string }> }>, readonly scope: { readonly flags: ReadonlyArray<string> | null, readonly targets: ReadonlyArray<string> | null } } | null };

export type MoneyToMitQueryVariables = Exact<{
  university: string;
  validAt: string;
  knownAt: string;
}>;


export type MoneyToMitQuery = { readonly university: { readonly name: string, readonly founded: string | null, readonly funding: { readonly totalCount: number, readonly totals: ReadonlyArray<{ readonly transactions: number, readonly unknownAmounts: number, readonly earliest: string | null, readonly latest: string | null, readonly keys: ReadonlyArray<{ readonly dimension: string, readonly key: string, readonly label: string }>, readonly total: { readonly min: number, readonly max: number | null, readonly currency: string } }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly form: FundingForm, readonly start: string | null, readonly status: ClaimStatus, readonly from: { readonly name: string, readonly country: string | null }, readonly amount: { readonly min: number, readonly max: number | null, readonly currency: string } | null, readonly citations: ReadonlyArray<{ readonly locator: string | null, readonly source: { readonly publisher: string, readonly title: string } }> }>, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly programs: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly backers: ReadonlyArray<{ readonly name: string }> }> }, readonly parts: ReadonlyArray<{ readonly name: string, readonly summary: string | null }> } | null };

export type NamedInAPublicRoleQueryVariables = Exact<{
  person: string;
  validAt: string;
  knownAt: string;
}>;


export type NamedInAPublicRoleQuery = { readonly entity: { readonly id: string, readonly kind: EntityKind, readonly name: string, readonly aliases: ReadonlyArray<string>, readonly country: string | null, readonly summary: string | null, readonly flags: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly note: string | null, readonly state: FlagState | null, readonly events: ReadonlyArray<{ readonly date: string, readonly event: FlagEventKind, readonly text: string }>, readonly outcome: { readonly text: string, readonly date: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> } | null, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly text: string, readonly note: string | null }> }> }, readonly relations: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly retracted: string | null, readonly note: string | null, readonly from: { readonly name: string }, readonly to: { readonly name: string, readonly kind: EntityKind }, readonly dossier: { readonly slug: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }> }
        | { readonly probability: number | null, readonly decidedBy: string | null, readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly retracted: string | null, readonly note: string | null, readonly from: { readonly name: string }, readonly to: { readonly name: string, readonly kind: EntityKind }, readonly dossier: { readonly slug: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }> }
        | { readonly role: string | null, readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly retracted: string | null, readonly note: string | null, readonly from: { readonly name: string }, readonly to: { readonly name: string, readonly kind: EntityKind }, readonly dossier: { readonly slug: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly locator: string | null, readonly source: { readonly publisher: string, readonly title: string, readonly url: string | null } }> }
      > }, readonly timeline: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly date: string, readonly text: string }> } } | null };

export type PathsAndControlQueryVariables = Exact<{
  from: string;
  to: string;
  company: string;
  validAt: string;
  knownAt: string;
}>;


export type PathsAndControlQuery = { readonly paths: { readonly paths: ReadonlyArray<{ readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly name: string }, readonly relation: { readonly id: string, readonly kind: RelationKind, readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }, readonly to: { readonly name: string } }> }>, readonly scope: { readonly statuses: ReadonlyArray<ClaimStatus>, readonly maxHops: number | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } } | null, readonly control: { readonly verdict: Verdict, readonly restsOn: string, readonly votes: { readonly min: number, readonly max: number, readonly text: string } } | null };

export type ProgramsOfHuaweiQueryVariables = Exact<{
  filter?: EntityFilter | null | undefined;
  orderBy?: EntityOrder | null | undefined;
  program: string;
  huawei: string;
  validAt: string;
  knownAt: string;
}>;


export type ProgramsOfHuaweiQuery = { readonly programs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly name: string, readonly region: string | null, readonly founded: string | null, readonly backers: ReadonlyArray<{ readonly name: string }>, readonly participants: { readonly totalCount: number } } }>, readonly nodes: ReadonlyArray<{ readonly id: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly program: { readonly name: string, readonly participants: { readonly nodes: ReadonlyArray<{ readonly name: string, readonly country: string | null }> } } | null, readonly company: { readonly programs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string }> } } | null };

export type SameProgramQueryVariables = Exact<{
  mit: string;
  harvard: string;
  validAt: string;
  knownAt: string;
}>;


export type SameProgramQuery = { readonly mit: ProgramsFragment | null, readonly harvard: ProgramsFragment | null };

export type ProgramsFragment = { readonly name: string, readonly programs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly name: string, readonly aliases: ReadonlyArray<string>, readonly founded: string | null, readonly region: string | null, readonly website: string | null, readonly backers: ReadonlyArray<{ readonly name: string }>, readonly participants: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly name: string, readonly country: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly relations: { readonly nodes: ReadonlyArray<
            | { readonly text: string, readonly status: ClaimStatus, readonly note: string | null, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }
            | { readonly text: string, readonly status: ClaimStatus, readonly note: string | null, readonly does: BackingRole, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }
            | { readonly text: string, readonly status: ClaimStatus, readonly note: string | null, readonly as: ParticipationRole, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }
          > }, readonly flags: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }> } } }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type SharedExposuresQueryVariables = Exact<{
  universities: ReadonlyArray<string> | string;
  validAt: string;
  knownAt: string;
}>;


export type SharedExposuresQuery = { readonly sharedExposures: { readonly shared: ReadonlyArray<{ readonly target: { readonly name: string }, readonly universities: ReadonlyArray<{ readonly name: string }>, readonly totals: ReadonlyArray<SharedSumsFragment>, readonly entries: ReadonlyArray<{ readonly university: { readonly id: string }, readonly totals: ReadonlyArray<SharedSumsFragment>, readonly countedIn: ReadonlyArray<{ readonly id: string }>, readonly ownTotals: ReadonlyArray<SharedSumsFragment> }>, readonly findings: ReadonlyArray<{ readonly channel: Channel, readonly timing: Timing, readonly university: { readonly name: string }, readonly totals: ReadonlyArray<{ readonly currency: string, readonly transactions: number, readonly concurrent: { readonly min: number, readonly max: number | null } }> }> }>, readonly scope: { readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason }> } } | null };

export type SharedSumsFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null } };

export type TiesCutInOrderQueryVariables = Exact<{
  counterparties?: ReadonlyArray<string> | string | null | undefined;
  kinds?: ReadonlyArray<DecisionKind> | DecisionKind | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type TiesCutInOrderQuery = { readonly decisions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly start: string | null, readonly end: string | null, readonly id: string, readonly kind: DecisionKind, readonly coversSubsidiaries: boolean | null, readonly text: string, readonly reason: string | null, readonly scope: string | null, readonly by:
          | { readonly name: string, readonly country: string | null }
          | { readonly name: string, readonly country: string | null, readonly exposure: { readonly totals: ReadonlyArray<{ readonly currency: string, readonly afterDecision: { readonly min: number, readonly max: number | null } }>, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly relation: { readonly text: string, readonly citations: ReadonlyArray<{ readonly locator: string | null }> }, readonly counterparty: { readonly name: string }, readonly afterDecision: { readonly covers: Verdict, readonly explanation: string, readonly decision: { readonly id: string } } | null }> } } | null }
        , readonly counterparties: ReadonlyArray<{ readonly name: string }>, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly url: string | null } }>, readonly responses: ReadonlyArray<{ readonly text: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean } } | null };

export type UkUniversitiesAndHuaweiQueryVariables = Exact<{
  filter?: EntityFilter | null | undefined;
  orderBy?: EntityOrder | null | undefined;
  huawei?: ReadonlyArray<string> | string | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type UkUniversitiesAndHuaweiQuery = { readonly universities: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly region: string | null, readonly partOf: ReadonlyArray<{ readonly name: string }>, readonly parts: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly exposure: { readonly transactions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly relation:
              | { readonly text: string, readonly kind: RelationKind, readonly start: string | null, readonly end: string | null, readonly status: ClaimStatus, readonly note: string | null, readonly to: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly published: string | null } }> }
              | { readonly form: CollaborationForm, readonly text: string, readonly kind: RelationKind, readonly start: string | null, readonly end: string | null, readonly status: ClaimStatus, readonly note: string | null, readonly to: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly published: string | null } }> }
              | { readonly text: string, readonly kind: RelationKind, readonly start: string | null, readonly end: string | null, readonly status: ClaimStatus, readonly note: string | null, readonly amount: { readonly min: number, readonly max: number | null, readonly currency: string } | null, readonly to: { readonly name: string }, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string, readonly published: string | null } }> }
            , readonly counterparty: { readonly name: string } }> } } | null, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly text: string, readonly citations: ReadonlyArray<{ readonly quote: string | null, readonly source: { readonly publisher: string } }> }> } }> } | null };

export type WhatIsLoadedQueryVariables = Exact<{
  slug: string;
  university: string;
  validAt: string;
  knownAt: string;
}>;


export type WhatIsLoadedQuery = { readonly graph: { readonly version: string, readonly flags: number, readonly sources: number, readonly checked: { readonly earliest: string, readonly latest: string } | null, readonly entities: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }>, readonly relations: ReadonlyArray<{ readonly kind: RelationKind, readonly count: number }>, readonly dossiers: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly claims: number }>, readonly limits: { readonly maxDocumentBytes: number, readonly maxTokens: number, readonly maxDepth: number, readonly maxAliases: number, readonly maxRootFields: number, readonly maxCost: number, readonly maxPageSize: number, readonly maxHops: number, readonly rowBudget: number, readonly pathBudget: number, readonly deadlineMs: number, readonly requestsPerMinute: number | null } } | null, readonly dossier: { readonly slug: string, readonly title: string, readonly publisher: string, readonly licence: string | null, readonly lastChecked: string | null, readonly claims: number, readonly lists: ReadonlyArray<{ readonly list: string, readonly complete: boolean }> } | null, readonly university: { readonly name: string, readonly website: string | null, readonly relationCounts: ReadonlyArray<{ readonly kind: RelationKind, readonly count: number }>, readonly relations: { readonly totalCount: number } } | null };

export type WhoIsNamedSoQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  validAt: string;
  knownAt: string;
}>;


export type WhoIsNamedSoQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly score: number, readonly matchedName: string, readonly features: ReadonlyArray<{ readonly id: string, readonly value: number }>, readonly entity: { readonly id: string, readonly kind: EntityKind, readonly name: string, readonly aliases: ReadonlyArray<string>, readonly country: string | null, readonly region: string | null, readonly summary: string | null, readonly relationCounts: ReadonlyArray<{ readonly kind: RelationKind, readonly count: number }>, readonly flags: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly text: string } | null, readonly responses: ReadonlyArray<{ readonly text: string }> }> } } } }>, readonly nodes: ReadonlyArray<{ readonly entity: { readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export const amongThemselvesQuestion: TypedDocument<AmongThemselvesQuery, AmongThemselvesQueryVariables> = {
  text: "query AmongThemselves($id:ID!$others:[ID!]$validAt:Date!$knownAt:Date!){entity(id:$id){name relations(others:$others validAt:$validAt knownAt:$knownAt first:50){totalCount nodes{id kind status text from{name}to{name}}}}}",
};

export const articleStoryQuestion: TypedDocument<ArticleStoryQuery, ArticleStoryQueryVariables> = {
  text: "query ArticleStory($mit:ID!$counterparties:[ID!]$program:ID!$probes:FlagFilter$counted:FlagSelection$before:Date!$validAt:Date!$knownAt:Date!){university(id:$mit){name decisions(validAt:$validAt knownAt:$knownAt){nodes{start kind counterparties{name}coversSubsidiaries scope reason note citations{quote source{publisher copyOf title url published grade}}responses{kind date by{name}quote note text citations{source{publisher copyOf}}}}}reviewPolicies(validAt:$validAt knownAt:$knownAt){name university{name}countries criteria start note citations{quote source{publisher}}}signatories:relations(kinds:[POST]validAt:$validAt knownAt:$knownAt){nodes{from{name}...on Post{role}citations{source{publisher}}}}exposure(flags:$counted validAt:$validAt knownAt:$knownAt){summary findings{nodes{channel target{name}explanation}}denied{text citations{quote source{publisher}}}}}decidedBefore:decisions(filter:{counterparties:$counterparties}validAt:$before knownAt:$knownAt){nodes{start by{name}kind text note citations{source{publisher copyOf url}}}}program(id:$program){name summary relations(kinds:[BACKING PARTICIPATION]validAt:$validAt knownAt:$knownAt){nodes{text status citations{quote source{publisher copyOf}}}}}probes(filter:$probes validAt:$validAt knownAt:$knownAt){totalCount nodes{title state(validAt:$validAt knownAt:$knownAt)subjects(roles:[RESPONDENT VICTIM]validAt:$validAt knownAt:$knownAt){nodes{role entity{name}status}}outcome(validAt:$validAt knownAt:$knownAt){text}events(knownAt:$knownAt){event date text citations(knownAt:$knownAt){quote source{publisher copyOf}}}responses(knownAt:$knownAt){by{name}kind text quote citations(knownAt:$knownAt){source{publisher copyOf}}}}}}",
};

export const behindTheSentenceQuestion: TypedDocument<BehindTheSentenceQuery, BehindTheSentenceQueryVariables> = {
  text: "query BehindTheSentence($claim:ID!$cited:[ID!]!$printed:Date!$validAt:Date!$knownAt:Date!){node(id:$claim){id ...on Claim{text status start end recorded retracted note caveat dossier{slug title lastChecked}citations(knownAt:$knownAt){quote locator source{id publisher copyOf title url archivedUrl published retrieved grade}}asPrinted:citations(knownAt:$printed){isLater source{id publisher published}}}}nodes(ids:$cited){id ...on Entity{name shortName kind founded dissolved website identifiers{scheme value url}decisions(validAt:$validAt knownAt:$knownAt){totalCount}}...on Flag{title country note outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}...on Response{to{id}by{name}date quote text}...on Source{publisher title grade}}}",
};

export const berkeleyAfterDecisionQuestion: TypedDocument<BerkeleyAfterDecisionQuery, BerkeleyAfterDecisionQueryVariables> = {
  text: "query BerkeleyAfterDecision($university:ID!$validAt:Date!$knownAt:Date!){exposure(university:$university validAt:$validAt knownAt:$knownAt){totals{currency afterDecision{min max}}transactions(afterDecision:true){totalCount pageInfo{hasNextPage}edges{cursor node{relation{id}byFlag{flag{title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}role state timing flagState days}flagState}}nodes{relation{id text start ...on Funding{amount{min max currency}amountQualifier amountPer payment form}citations{quote locator source{publisher url}}}counterparty{name}timing afterDecision{covers explanation decision{kind start text scope coversSubsidiaries responses{text}citations{quote source{publisher url}}}}}}}}",
};

export const berkeleyGroupsQuestion: TypedDocument<BerkeleyGroupsQuery, BerkeleyGroupsQueryVariables> = {
  text: "query BerkeleyGroups($university:ID!$validAt:Date!$knownAt:Date!){exposure(university:$university validAt:$validAt knownAt:$knownAt){headline citation(format:CSL_JSON)totals{...Total}groups{totalCount pageInfo{hasNextPage}edges{cursor node{group{id}}}nodes{headline citation explanation citations{quote locator isLater source{publisher title published grade}}group{id name}proof{hops text steps{relation{id}}}timing control totals{...Total}findings{channel target{id name}timing control totals{...Total}counterparties{counterparty{name}control asOf transactions{relation{id}timing}}flags{flag{title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}state timing}}repeats{channel target{id name}restsOnUnstatedEnd}transactions{timing relation{id}}}}ownFlags{title state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts}",
};

export const berkeleySharesQuestion: TypedDocument<BerkeleySharesQuery, BerkeleySharesQueryVariables> = {
  text: "query BerkeleyShares($university:ID!$targets:[ID!]$flagged:[ID!]$validAt:Date!$knownAt:Date!){exposure(university:$university targets:$targets channels:[DIRECT SUBSIDIARY]minShare:0.25 validAt:$validAt knownAt:$knownAt){scope{minShare channels targets}findings{nodes{channel target{name}lookThrough{min max currency}rule(regime:OFAC_50 flagged:$flagged)counterparties{counterparty{name}asOf economicShare{min max isKnown text}closedLoop control rule(regime:OFAC_50 flagged:$flagged){verdict asOf explanation unsettled{company{name}holder{name}settles}}transactions{relation{id}timing economicShare{min max}}}}}transactions(first:2){nodes{relation{id}economicShare{text}}}}}",
};

export const caltechEntityListQuestion: TypedDocument<CaltechEntityListQuery, CaltechEntityListQueryVariables> = {
  text: "query CaltechEntityList($university:ID!$validAt:Date!$knownAt:Date!$flags:FlagSelection){exposure(university:$university validAt:$validAt knownAt:$knownAt flags:$flags){totals{currency concurrent{min max}before{min max}transactions}transactions{nodes{relation{id text ...on Funding{amount{min currency}}}timing restsOnUnstatedEnd days timingText flag{title ...on Listing{list listClass reference outcomeText(validAt:$validAt knownAt:$knownAt)}outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}}}}",
};

export const caseOfTheTradeSecretsQuestion: TypedDocument<CaseOfTheTradeSecretsQuery, CaseOfTheTradeSecretsQueryVariables> = {
  text: "query CaseOfTheTradeSecrets($probe:ID!$victim:ID!$validAt:Date!$knownAt:Date!){probe(id:$probe){title type docket country topics note authorities{id name kind}state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){text}outcomeText(validAt:$validAt knownAt:$knownAt)events{event date status text recorded citations{quote source{publisher}}}subjects(validAt:$validAt knownAt:$knownAt){totalCount nodes{entity{name}role status text note}}responses{kind date by{name}quote status text citations{source{publisher url}}}}victim:company(id:$victim){name region flags(validAt:$validAt knownAt:$knownAt){totalCount nodes{id}}accusedIn:flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]validAt:$validAt knownAt:$knownAt){totalCount}relations(validAt:$validAt knownAt:$knownAt first:5){totalCount nodes{kind text note}}}}",
};

export const cornellParentQuestion: TypedDocument<CornellParentQuery, CornellParentQueryVariables> = {
  text: "query CornellParent($university:ID!$targets:[ID!]$validAt:Date!$knownAt:Date!){exposure(university:$university targets:$targets validAt:$validAt knownAt:$knownAt){findings{nodes{channel target{name}targetGroup{name}control totals{currency concurrent{min max}before{min max}after{min max}transactions}counterparties{counterparty{name}control transactions{relation{id}timing}}criticalClaims{id text}explanation}}}}",
};

export const dashboardFirstPageQuestion: TypedDocument<DashboardFirstPageQuery, DashboardFirstPageQueryVariables> = {
  text: "query DashboardFirstPage($to:ID!$canada:EntityFilter$byName:EntityOrder$validAt:Date!$knownAt:Date!){exposedUniversities(to:$to validAt:$validAt knownAt:$knownAt first:3){totalCount edges{cursor node{university{id name country region aliases founded dissolved website summary relationCounts{kind count}}totals{currency concurrent{min max}before{min max}afterDecision{min max}transactions unknownAmounts}findings{channel timing control counterparties{counterparty{name}path{hops text}}}}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}scope{includeParts hubLimit flags}}universities(filter:$canada orderBy:$byName validAt:$validAt knownAt:$knownAt first:4){totalCount edges{cursor node{name partOf(validAt:$validAt knownAt:$knownAt){name}flags(validAt:$validAt knownAt:$knownAt){totalCount}decisions(validAt:$validAt knownAt:$knownAt){nodes{start end kind text note}}}}pageInfo{hasNextPage endCursor}}groups:exposureMatrix(rows:CHANNEL columns:TARGET_GROUP measure:FINDINGS limit:4 validAt:$validAt knownAt:$knownAt){columns{label mainTarget{shortName}total{min}}}}",
};

export const decisionsOnHuaweiQuestion: TypedDocument<DecisionsOnHuaweiQuery, DecisionsOnHuaweiQueryVariables> = {
  text: "query DecisionsOnHuawei($counterparties:[ID!]$validAt:Date!$knownAt:Date!){decisions(filter:{counterparties:$counterparties}validAt:$validAt knownAt:$knownAt){totalCount nodes{start by{id name}kind coversSubsidiaries scope reason status text citations{quote source{publisher title url}}responses{kind text quote}}}}",
};

export const exposedToHuaweiQuestion: TypedDocument<ExposedToHuaweiQuery, ExposedToHuaweiQueryVariables> = {
  text: "query ExposedToHuawei($to:ID!$validAt:Date!$knownAt:Date!){exposedUniversities(to:$to validAt:$validAt knownAt:$knownAt first:200){totalCount totals{...ExposedSums}nodes{university{id name country}totals{...ExposedSums}countedIn{id}ownTotals{currency concurrent{min max}before{min max}transactions}findings{channel timing control path{text}}}scope{validAt knownAt statuses channels maxHops truncated{reason}}}}fragment ExposedSums on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}before{min max}after{min max}committed{min max}afterDecision{min max}transactions unknownAmounts}",
};

export const flaggedSubsidiariesQuestion: TypedDocument<FlaggedSubsidiariesQuery, FlaggedSubsidiariesQueryVariables> = {
  text: "query FlaggedSubsidiaries($filter:EntityFilter$orderBy:EntityOrder$validAt:Date!$knownAt:Date!){companies(filter:$filter orderBy:$orderBy validAt:$validAt knownAt:$knownAt first:6){totalCount edges{cursor node{id name country region founded dissolved website identifiers{scheme value url}ultimateParents(validAt:$validAt knownAt:$knownAt){name}recipients(validAt:$validAt knownAt:$knownAt first:10){totalCount nodes{name}edges{cursor}pageInfo{hasNextPage}}programs(validAt:$validAt knownAt:$knownAt){totalCount}relations(kinds:[OWNERSHIP CONTROL AFFILIATION]direction:BOTH validAt:$validAt knownAt:$knownAt first:4){totalCount edges{cursor node{kind text end note dossier{slug}...on Ownership{share{text}right}...on Control{basis}}}pageInfo{hasNextPage}}flags(validAt:$validAt knownAt:$knownAt first:3){totalCount edges{cursor node{title state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}pageInfo{hasNextPage}}}}pageInfo{hasNextPage endCursor}}}",
};

export const huaweiFlagsQuestion: TypedDocument<HuaweiFlagsQuery, HuaweiFlagsQueryVariables> = {
  text: "query HuaweiFlags($company:ID!$validAt:Date!$knownAt:Date!){company(id:$company){name aliases country identifiers{scheme value url}flags(validAt:$validAt knownAt:$knownAt first:100){totalCount nodes{id kind title ...on Probe{type docket}...on Listing{list listClass reference}authorities{name}topics state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){event date}events{event date status citations{quote source{publisher url}}}responses{kind date quote text}}}}}",
};

export const huaweiFundingTotalsQuestion: TypedDocument<HuaweiFundingTotalsQuery, HuaweiFundingTotalsQueryVariables> = {
  text: "query HuaweiFundingTotals($filter:FundingFilter!$then:Date!$validAt:Date!$knownAt:Date!){then:fundingTotals(groupBy:[PAYER_GROUP]filter:$filter validAt:$then knownAt:$knownAt){...Sums payerGroups{...Grouped}}byPayer:fundingTotals(groupBy:[PAYER_GROUP PAYER COUNTRY]filter:$filter validAt:$validAt knownAt:$knownAt){...Sums payerGroups{...Grouped}}byYear:fundingTotals(groupBy:[YEAR FORM DOSSIER]filter:$filter validAt:$validAt knownAt:$knownAt){...Sums}}fragment Sums on FundingTotalConnection{totalCount nodes{keys{dimension key label entity{id}}total{min max currency}committed{min max}transactions unknownAmounts approximate earliest latest}}fragment Grouped on PayerGroup{group{id}asOf groupRule text totals{...PaidInAll}payers{payer{id}rule totals{...PaidInAll}proof{from{id}to{id}forward relation{id text}}}outside{reason text payers{id}totals{...PaidInAll}}}fragment PaidInAll on FundingTotal{total{min max currency}committed{min max}transactions unknownAmounts}",
};

export const huaweiOwnershipQuestion: TypedDocument<HuaweiOwnershipQuery, HuaweiOwnershipQueryVariables> = {
  text: "query HuaweiOwnership($of:ID!$owner:ID!$company:ID!$validAt:Date!$knownAt:Date!){ownership(of:$of validAt:$validAt knownAt:$knownAt){company{name}right known unknown problems holders{...stake}holdings{...stake}scope{validAt knownAt statuses exploredRelations truncated{reason}}}integratedOwnership(owner:$owner company:$company validAt:$validAt knownAt:$knownAt){owner{name}company{name}share{min max minExclusive maxExclusive isKnown text}direct{min max text}closedLoop converged known unknown problems explanation}company(id:$of){parents(validAt:$validAt knownAt:$knownAt){name kind}ultimateParents(validAt:$validAt knownAt:$knownAt){name kind}subsidiaries(minShare:0.5 validAt:$validAt knownAt:$knownAt first:20){totalCount nodes{id name}}owners(validAt:$validAt knownAt:$knownAt){nodes{id text from{name}share{text}right status}}holdings(validAt:$validAt knownAt:$knownAt first:3){totalCount edges{cursor node{text to{name}}}pageInfo{hasNextPage}}}}fragment stake on Stake{party{id name kind}direct{text}integrated{min max text}control closedLoop converged path{hops text}}",
};

export const huaweiMarineRulesQuestion: TypedDocument<HuaweiMarineRulesQuery, HuaweiMarineRulesQueryVariables> = {
  text: "query HuaweiMarineRules($company:ID!$controller:ID!$flagged:[ID!]$validAt:Date!$knownAt:Date!){byTheLists:ownershipRule(company:$company regime:BIS_50 validAt:$validAt knownAt:$knownAt){...answer flagged{name}}fromItsHolder:ownershipRule(company:$company regime:UK_50 flagged:$flagged validAt:$validAt knownAt:$knownAt){...answer flagged{name}}inForce:ownershipRule(company:$company regime:BIS_50 flagged:$flagged validAt:\"2025-10-01\" knownAt:$knownAt){verdict wouldBe asOf}control(controller:$controller company:$company validAt:$validAt knownAt:$knownAt){verdict votes{min max text}explanation problems proof{from{name}to{name}forward relation{id kind text}}}}fragment answer on RuleAnswer{company{name}regime asOf verdict wouldBe aggregateShare{min max text}known threshold distanceToFlip listsSearched listsMissing unsettled{company{name}holder{name}known unknown settles}explanation problems proof{from{name}to{name}forward relation{id kind text}}citation checkedOn}",
};

export const huaweiMoneyMatrixQuestion: TypedDocument<HuaweiMoneyMatrixQuery, HuaweiMoneyMatrixQueryVariables> = {
  text: "query HuaweiMoneyMatrix($targets:[ID!]$validAt:Date!$knownAt:Date!){exposureMatrix(rows:UNIVERSITY columns:YEAR measure:GROSS limit:8 targets:$targets validAt:$validAt knownAt:$knownAt){currency totals{currency concurrent{min max}before{min max}committed{min max}transactions unknownAmounts}rows{key label entity{id}countedIn{id name}ownTotals{currency concurrent{min max}before{min max}committed{min max}transactions unknownAmounts}}columns{key label total{min max committed{min max}unknownAmounts approximate}}cells{row column min max committed{min max}unknownAmounts approximate findings{channel timing}transactions(first:2){totalCount nodes{timing relation{id}}}}scope{targets}}}",
};

export const humanRightsAndEndedFlagsQuestion: TypedDocument<HumanRightsAndEndedFlagsQuery, HumanRightsAndEndedFlagsQueryVariables> = {
  text: "query HumanRightsAndEndedFlags($humanRights:FlagFilter$ended:FlagFilter$treasury:FlagFilter$validAt:Date!$knownAt:Date!){humanRights:flags(filter:$humanRights validAt:$validAt knownAt:$knownAt first:3){totalCount edges{cursor node{id kind title country topics authorities{name}subjects(validAt:$validAt knownAt:$knownAt){totalCount}outcome(validAt:$validAt knownAt:$knownAt){text}responses{by{name}text quote}}}pageInfo{hasNextPage}}ended:flags(filter:$ended validAt:$validAt knownAt:$knownAt first:20){totalCount warnings nodes{title state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){event date text}responses{text}}}treasury:listings(filter:$treasury validAt:$validAt knownAt:$knownAt first:2){totalCount warnings edges{cursor node{title list listClass reference subjects(roles:[LISTED]validAt:$validAt knownAt:$knownAt){nodes{entity{name}start end}}outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}nodes{id}pageInfo{hasNextPage endCursor}}}",
};

export const inquiriesIntoDisclosureQuestion: TypedDocument<InquiriesIntoDisclosureQuery, InquiriesIntoDisclosureQueryVariables> = {
  text: "query InquiriesIntoDisclosure($filter:FlagFilter$validAt:Date!$knownAt:Date!){probes(filter:$filter validAt:$validAt knownAt:$knownAt first:30){totalCount edges{cursor node{title type docket note authorities{name}subjects(roles:[RESPONDENT RECORDS_REQUESTED]validAt:$validAt knownAt:$knownAt){nodes{role entity{name}start}}state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){event date citations{quote source{publisher}}}responses{text}}}pageInfo{hasNextPage endCursor}}}",
};

export const listingOfAugust2019Question: TypedDocument<ListingOfAugust2019Query, ListingOfAugust2019QueryVariables> = {
  text: "query ListingOfAugust2019($listing:ID!$roles:[SubjectRole!]$validAt:Date!$knownAt:Date!){listing(id:$listing){id title list listClass reference country authorities{name flagsBrought(first:2){totalCount nodes{id}}}note state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){text}events{id flag{id}event date start end text recorded note}responses{text}subjects(roles:$roles validAt:$validAt knownAt:$knownAt first:6){totalCount edges{cursor node{flag{id}entity{id name kind country region}role start end recorded status text note citations{quote locator source{publisher}}}}nodes{entity{name}}pageInfo{hasNextPage endCursor}}}}",
};

export const mitAllegationsQuestion: TypedDocument<MitAllegationsQuery, MitAllegationsQueryVariables> = {
  text: "query MitAllegations($university:ID!$validAt:Date!$knownAt:Date!$flags:FlagSelection$statuses:[ClaimStatus!]){exposure(university:$university validAt:$validAt knownAt:$knownAt flags:$flags statuses:$statuses){findings{nodes{channel target{name}timing restsOn flags{flag{id title events{event date status text}outcome(validAt:$validAt knownAt:$knownAt){text}responses{kind date by{name}quote}}role state timing}responses{text}explanation}}}}",
};

export const mitAndBerkeleyConnectedQuestion: TypedDocument<MitAndBerkeleyConnectedQuery, MitAndBerkeleyConnectedQueryVariables> = {
  text: "query MitAndBerkeleyConnected($from:ID!$to:ID!$huawei:[ID!]$validAt:Date!$knownAt:Date!){through:paths(from:$from to:$to limit:3 maxHops:2 validAt:$validAt knownAt:$knownAt){...Steps}withoutHuawei:paths(from:$from to:$to limit:3 maxHops:4 avoid:$huawei validAt:$validAt knownAt:$knownAt){...Steps}}fragment Steps on PathAnswer{paths{hops text steps{from{name}relation{id kind text status citations{quote locator source{publisher}}}parallel{id kind}to{name}forward}}scope{maxHops hubLimit exploredEntities exploredRelations truncated{at{name}reason skippedRelations}}}",
};

export const mitChangesQuestion: TypedDocument<MitChangesQuery, MitChangesQueryVariables> = {
  text: "query MitChanges($university:ID!$sinceValidAt:Date!$sinceKnownAt:Date!$validAt:Date!$knownAt:Date!){changes(university:$university sinceValidAt:$sinceValidAt sinceKnownAt:$sinceKnownAt validAt:$validAt knownAt:$knownAt){before{scope{validAt knownAt}findings{totalCount}}after{scope{validAt knownAt}findings{totalCount}}added{text finding{channel target{name}timing control}because{id text}}removed{finding{channel target{name}}because{id text}}changed{text what before{channel target{name}timing}after{timing}because{id text}}}}",
};

export const mitExposureQuestion: TypedDocument<MitExposureQuery, MitExposureQueryVariables> = {
  text: "query MitExposure($university:ID!$validAt:Date!$knownAt:Date!$flags:FlagSelection){exposure(university:$university validAt:$validAt knownAt:$knownAt flags:$flags){headline summary totals{currency before{min max}concurrent{min max}transactions unknownAmounts}denied{text citations{quote source{publisher url}}}findings{nodes{channel target{id name}timing control restsOn totals{currency before{min max}transactions unknownAmounts}path{hops text steps{from{id}relation{id}to{id}forward}}counterparties{counterparty{id name}transactions{relation{id text}timing days flag{id}lastStated}}flags{flag{id title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}state timing}decisions{decision{text}covers explanation}explanation citations{source{publisher title url}quote}}}scope{validAt knownAt statuses channels maxHops truncated{reason}warnings checked{earliest latest}dossiers{slug}}}}",
};

export const mitFindingPathsQuestion: TypedDocument<MitFindingPathsQuery, MitFindingPathsQueryVariables> = {
  text: "query MitFindingPaths($university:ID!$targets:[ID!]$validAt:Date!$knownAt:Date!){exposure(university:$university targets:$targets validAt:$validAt knownAt:$knownAt){findings{nodes{channel target{name}paths(limit:4){hops text steps{forward relation{id}}}}}}}",
};

export const mitReviewQuestion: TypedDocument<MitReviewQuery, MitReviewQueryVariables> = {
  text: "query MitReview($university:ID!$aramco:ID!$skolkovo:ID!$hisilicon:ID!$validAt:Date!$knownAt:Date!){aramco:elevatedRiskReview(university:$university counterparty:$aramco validAt:$validAt knownAt:$knownAt){...Review}skolkovo:elevatedRiskReview(university:$university counterparty:$skolkovo validAt:$validAt knownAt:$knownAt){...Review}hisilicon:elevatedRiskReview(university:$university counterparty:$hisilicon validAt:$validAt knownAt:$knownAt){...Review}}fragment Review on ElevatedRiskReview{university{name}counterparty{name country}countries summary policies{policy{name countries criteria citations{source{publisher url}}}applies because{hops text}explanation}decisions{decision{text responses{text}}covers explanation}criteria{criterion explanation flags{id title outcome(validAt:$validAt){text}responses{text}}claims{id status text}}scope{validAt knownAt targets graphVersion}}",
};

export const mitSaudiAramcoQuestion: TypedDocument<MitSaudiAramcoQuery, MitSaudiAramcoQueryVariables> = {
  text: "query MitSaudiAramco($university:ID!$targets:[ID!]$other:[ID!]$flags:FlagSelection$validAt:Date!$knownAt:Date!){withoutAnyFlag:exposure(university:$university targets:$targets validAt:$validAt knownAt:$knownAt){...Untimed}flagOfOthers:exposure(university:$university targets:$other flags:$flags validAt:$validAt knownAt:$knownAt){...Untimed}}fragment Untimed on ExposureReport{totals{currency concurrent{min max}withoutFlag{min max}transactions unknownAmounts}findings{nodes{channel target{name}timing flags{flag{id}}explanation}}transactions(timing:NO_FLAG){nodes{relation{text}timing flag{id}flagState days byFlag{timing}}}}",
};

export const mitThenAndNowQuestion: TypedDocument<MitThenAndNowQuery, MitThenAndNowQueryVariables> = {
  text: "query MitThenAndNow($university:ID!$then:Date!$validAt:Date!$knownAt:Date!){asKnownThen:exposure(university:$university validAt:$then knownAt:$then){...Found}thatDayAsKnownNow:exposure(university:$university validAt:$then knownAt:$knownAt){...Found}today:exposure(university:$university validAt:$validAt knownAt:$knownAt){...Found}}fragment Found on ExposureReport{university{name}summary totals{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}transactions unknownAmounts approximate}findings(first:3){totalCount edges{cursor node{id key university{name}channel target{name}targetGroup{name}timing control restsOn flags{flag{title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}role state timing flagState days}counterparties{counterparty{name}path{text}}}}pageInfo{startCursor endCursor hasNextPage hasPreviousPage}}scope{validAt knownAt graphVersion exploredEntities exploredRelations flags truncated{reason}}}",
};

export const mitTimelineQuestion: TypedDocument<MitTimelineQuery, MitTimelineQueryVariables> = {
  text: "query MitTimeline($university:ID!$validAt:Date!$knownAt:Date!){university(id:$university){name timeline(validAt:$validAt knownAt:$knownAt first:100){totalCount edges{cursor node{date text claim{status citations{quote source{publisher url}}}flag{title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}}pageInfo{hasNextPage endCursor}}reviewPolicies(validAt:$validAt knownAt:$knownAt){name countries criteria start note}}}",
};

export const mitWhatIfQuestion: TypedDocument<MitWhatIfQuery, MitWhatIfQueryVariables> = {
  text: "query MitWhatIf($university:ID!$scenario:Scenario!$validAt:Date!$knownAt:Date!){whatIf(university:$university scenario:$scenario validAt:$validAt knownAt:$knownAt){before{findings{totalCount}}after{summary findings{totalCount}}added{finding{channel target{name}timing flags{flag{id title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}state}explanation}because{text}}removed{finding{channel target{name}timing}because{text citations{source{publisher url}}}}changed{what before{target{name}channel timing}after{timing}because{text}}}}",
};

export const mitWhyNotQuestion: TypedDocument<MitWhyNotQuery, MitWhyNotQueryVariables> = {
  text: "query MitWhyNot($university:ID!$zte:ID!$aramco:ID!$futurewei:ID!$validAt:Date!$knownAt:Date!){zte:whyNot(university:$university target:$zte validAt:$validAt knownAt:$knownAt){...Why}aramco:whyNot(university:$university target:$aramco validAt:$validAt knownAt:$knownAt){...Why}futurewei:whyNot(university:$university target:$futurewei validAt:$validAt knownAt:$knownAt){...Why}}fragment Why on WhyNot{found nearest missing explanation denied{id text citations{quote locator source{publisher url}}}successions{from{name}to{name}}}",
};

export const mitZteQuestion: TypedDocument<MitZteQuery, MitZteQueryVariables> = {
  text: "query MitZte($university:ID!$targets:[ID!]$validAt:Date!$knownAt:Date!){exposure(university:$university targets:$targets validAt:$validAt knownAt:$knownAt){summary findings{totalCount}denied{text status start citations{quote source{publisher title url}}}scope{validAt knownAt targets statuses channels includeParts maxHops hubLimit truncated{reason}}}}",
};

export const moneyAfterEntityListQuestion: TypedDocument<MoneyAfterEntityListQuery, MoneyAfterEntityListQueryVariables> = {
  text: "query MoneyAfterEntityList($money:FundingFilter$targets:[ID!]$flags:FlagSelection$from:Date!$validAt:Date!$knownAt:Date!){fundingTotals(groupBy:[RECIPIENT PAYER]filter:$money validAt:$validAt knownAt:$knownAt first:50){totalCount edges{cursor node{keys{dimension label}total{min max currency}transactions unknownAmounts earliest latest}}pageInfo{hasNextPage}}inDollars:exposureMatrix(rows:UNIVERSITY columns:COUNTERPARTY measure:GROSS_CONCURRENT targets:$targets flags:$flags from:$from validAt:$validAt knownAt:$knownAt){currency rows{label}columns{label}cells{row column min max findings{explanation}}scope{flags targets}}}",
};

export const moneyToMitQuestion: TypedDocument<MoneyToMitQuery, MoneyToMitQueryVariables> = {
  text: "query MoneyToMit($university:ID!$validAt:Date!$knownAt:Date!){university(id:$university){name founded funding(validAt:$validAt knownAt:$knownAt first:100){totalCount totals{keys{dimension key label}total{min max currency}transactions unknownAmounts earliest latest}nodes{id from{name country}amount{min max currency}form start status citations{locator source{publisher title}}}edges{cursor node{id}}pageInfo{hasNextPage endCursor}}programs(validAt:$validAt knownAt:$knownAt){nodes{name backers(validAt:$validAt knownAt:$knownAt){name}}}parts(validAt:$validAt knownAt:$knownAt){name summary}}}",
};

export const namedInAPublicRoleQuestion: TypedDocument<NamedInAPublicRoleQuery, NamedInAPublicRoleQueryVariables> = {
  text: "query NamedInAPublicRole($person:ID!$validAt:Date!$knownAt:Date!){entity(id:$person){id kind name aliases country summary flags(validAt:$validAt knownAt:$knownAt){nodes{id title note state(validAt:$validAt knownAt:$knownAt)events{date event text}outcome(validAt:$validAt knownAt:$knownAt){text date citations{quote source{publisher}}}responses{kind date quote text note}}}relations(validAt:$validAt knownAt:$knownAt){totalCount nodes{id kind from{name}to{name kind}text status start end recorded retracted note dossier{slug}...on Post{role}...on Identity{probability decidedBy}citations{quote locator source{publisher title url}}}}timeline(validAt:$validAt knownAt:$knownAt first:20){totalCount nodes{date text}}}}",
};

export const pathsAndControlQuestion: TypedDocument<PathsAndControlQuery, PathsAndControlQueryVariables> = {
  text: "query PathsAndControl($from:ID!$to:ID!$company:ID!$validAt:Date!$knownAt:Date!){paths(from:$from to:$to limit:3 validAt:$validAt knownAt:$knownAt){paths{hops text steps{from{name}relation{id kind text citations{quote source{publisher}}}to{name}forward}}scope{statuses maxHops truncated{reason}}}control(controller:$to company:$company validAt:$validAt knownAt:$knownAt){verdict votes{min max text}restsOn}}",
};

export const programsOfHuaweiQuestion: TypedDocument<ProgramsOfHuaweiQuery, ProgramsOfHuaweiQueryVariables> = {
  text: "query ProgramsOfHuawei($filter:EntityFilter$orderBy:EntityOrder$program:ID!$huawei:ID!$validAt:Date!$knownAt:Date!){programs(filter:$filter orderBy:$orderBy validAt:$validAt knownAt:$knownAt first:5){totalCount edges{cursor node{name region founded backers(validAt:$validAt knownAt:$knownAt){name}participants(validAt:$validAt knownAt:$knownAt){totalCount}}}nodes{id}pageInfo{hasNextPage endCursor}}program(id:$program){name participants(validAt:$validAt knownAt:$knownAt first:12){nodes{name country}}}company(id:$huawei){programs(validAt:$validAt knownAt:$knownAt){totalCount nodes{name}}}}",
};

export const sameProgramQuestion: TypedDocument<SameProgramQuery, SameProgramQueryVariables> = {
  text: "query SameProgram($mit:ID!$harvard:ID!$validAt:Date!$knownAt:Date!){mit:university(id:$mit){...Programs}harvard:university(id:$harvard){...Programs}}fragment Programs on University{name programs(validAt:$validAt knownAt:$knownAt){totalCount edges{cursor node{name aliases founded region website backers(validAt:$validAt knownAt:$knownAt){name}participants(validAt:$validAt knownAt:$knownAt first:20){totalCount edges{cursor node{name country}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}relations(kinds:[BACKING PARTICIPATION PART_OF SUCCESSION]validAt:$validAt knownAt:$knownAt first:20){nodes{text status note ...on Backing{does:role}...on Participation{as:role}citations{quote source{publisher}}}}flags(validAt:$validAt knownAt:$knownAt){nodes{title outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}}}pageInfo{hasNextPage}}}",
};

export const sharedExposuresQuestion: TypedDocument<SharedExposuresQuery, SharedExposuresQueryVariables> = {
  text: "query SharedExposures($universities:[ID!]!$validAt:Date!$knownAt:Date!){sharedExposures(universities:$universities validAt:$validAt knownAt:$knownAt){shared{target{name}universities{name}totals{...SharedSums}entries{university{id}totals{...SharedSums}countedIn{id}ownTotals{...SharedSums}}findings{university{name}channel timing totals{currency concurrent{min max}transactions}}}scope{statuses channels truncated{reason}}}}fragment SharedSums on ExposureTotal{currency concurrent{min max}before{min max}transactions unknownAmounts}",
};

export const tiesCutInOrderQuestion: TypedDocument<TiesCutInOrderQuery, TiesCutInOrderQueryVariables> = {
  text: "query TiesCutInOrder($counterparties:[ID!]$kinds:[DecisionKind!]$validAt:Date!$knownAt:Date!){decisions(filter:{counterparties:$counterparties kinds:$kinds}validAt:$validAt knownAt:$knownAt first:100){totalCount edges{cursor node{start end by{name country ...on University{exposure(validAt:$validAt knownAt:$knownAt){totals{currency afterDecision{min max}}transactions(afterDecision:true){nodes{relation{text citations{locator}}counterparty{name}afterDecision{covers explanation decision{id}}}}}}}id kind counterparties{name}coversSubsidiaries text reason scope citations{quote source{publisher url}}responses{text}}}pageInfo{hasNextPage hasPreviousPage}}}",
};

export const ukUniversitiesAndHuaweiQuestion: TypedDocument<UkUniversitiesAndHuaweiQuery, UkUniversitiesAndHuaweiQueryVariables> = {
  text: "query UkUniversitiesAndHuawei($filter:EntityFilter$orderBy:EntityOrder$huawei:[ID!]$validAt:Date!$knownAt:Date!){universities(filter:$filter orderBy:$orderBy validAt:$validAt knownAt:$knownAt first:50){totalCount nodes{name region partOf(validAt:$validAt knownAt:$knownAt){name}parts(validAt:$validAt knownAt:$knownAt){id name}exposure(targets:$huawei channels:[DIRECT SUBSIDIARY]validAt:$validAt knownAt:$knownAt){transactions(first:20){totalCount nodes{relation{text kind to{name}start end status note ...on Collaboration{form}...on Funding{amount{min max currency}}citations{quote source{publisher published}}}counterparty{name}}}}decisions(validAt:$validAt knownAt:$knownAt){nodes{text citations{quote source{publisher}}}}}}}",
};

export const whatIsLoadedQuestion: TypedDocument<WhatIsLoadedQuery, WhatIsLoadedQueryVariables> = {
  text: "query WhatIsLoaded($slug:String!$university:ID!$validAt:Date!$knownAt:Date!){graph{checked{earliest latest}version entities{kind count}relations{kind count}flags sources dossiers{slug title claims}limits{maxDocumentBytes maxTokens maxDepth maxAliases maxRootFields maxCost maxPageSize maxHops rowBudget pathBudget deadlineMs requestsPerMinute}}dossier(slug:$slug){slug title publisher licence lastChecked claims lists{list complete}}university(id:$university){name website relationCounts{kind count}relations(kinds:[LINK]validAt:$validAt knownAt:$knownAt){totalCount}}}",
};

export const whoIsNamedSoQuestion: TypedDocument<WhoIsNamedSoQuery, WhoIsNamedSoQueryVariables> = {
  text: "query WhoIsNamedSo($text:String!$kinds:[EntityKind!]$validAt:Date!$knownAt:Date!){search(text:$text kinds:$kinds first:4){totalCount edges{cursor node{score matchedName features{id value}entity{id kind name aliases country region summary relationCounts{kind count}flags(validAt:$validAt knownAt:$knownAt){nodes{title state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){text}responses{text}}}}}}nodes{entity{name}}pageInfo{hasNextPage endCursor}}}",
};
