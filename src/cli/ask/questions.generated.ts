/*
 * Generated from schema/questions and schema/schema.graphql; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/graphql/stored-questions.test.ts -u
 */

/** A question's text that remembers what it asks for and what it is answered with. */
export interface StoredQuestion<Answer, Variables> {
  readonly text: string;
  /** Never called: it only carries the types. */
  readonly types?: (variables: Variables) => Answer;
}
type TypedDocument<Answer, Variables> = StoredQuestion<Answer, Variables>;

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

/** Which decisions: all conditions must hold, absent and null ones hold. */
export type DecisionFilter = {
  /** Taken by one of these. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** It names one of these. */
  readonly counterparties?: ReadonlyArray<string> | null | undefined;
  /** Of one of these kinds. */
  readonly kinds?: ReadonlyArray<DecisionKind> | null | undefined;
};

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

/** By what fundings can be grouped; the currency is always part of the key. */
export type FundingDimension =
  /** The payer's country; 'unknown' where no source gives it. */
  | 'COUNTRY'
  /** The dossier that holds the claim. */
  | 'DOSSIER'
  /** In what form the money was given. */
  | 'FORM'
  /** Who paid. */
  | 'PAYER'
  /** The topmost company that controls the payer or to which it is affiliated, on validAt (without it on the day of asking), the payer itself where there is none: the same group as that of a finding's target. payerGroups says by what claims. */
  | 'PAYER_GROUP'
  /** Who got the money. */
  | 'RECIPIENT'
  /** The year of the earliest day; 'unclear' where the span of the start crosses a year or is open. */
  | 'YEAR';

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

/** By what findings can be laid out. */
export type MatrixAxis =
  /** How it reaches the university. */
  | 'CHANNEL'
  /** With whom the university itself dealt. */
  | 'COUNTERPARTY'
  /** The payer's country; 'unknown' where no source gives it. */
  | 'COUNTRY'
  /** To whom it is exposed. */
  | 'TARGET'
  /** The group of the target. */
  | 'TARGET_GROUP'
  /** How it stands in time to the target's flags: each transaction once, under its strongest. */
  | 'TIMING'
  /** The university; a system repeats the money of its campuses, as its countedIn says. */
  | 'UNIVERSITY'
  /** The year of a transaction's earliest day; 'unclear' where the span of its start crosses a year or is open. */
  | 'YEAR';

/** What the cells hold. */
export type MatrixMeasure =
  /** How many findings. */
  | 'FINDINGS'
  /** The sum of distinct Fundings of one currency that were paid; unknown amounts change no sum. What was committed stands beside it, in the cell's committed, and on the axis TIMING nowhere. */
  | 'GROSS'
  /** The same of those that are CONCURRENT. */
  | 'GROSS_CONCURRENT'
  /** How many distinct transactions. */
  | 'TRANSACTIONS';

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

export type AskChangesQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  sinceKnownAt: string;
  sinceValidAt?: string | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
}>;


export type AskChangesQuery = { readonly changes: DifferenceToldFragment | null };

export type AskControlQueryVariables = Exact<{
  controller: string;
  company: string;
  kinds?: ReadonlyArray<RelationKind> | RelationKind | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskControlQuery = { readonly control: { readonly verdict: Verdict, readonly explanation: string, readonly restsOn: string, readonly problems: ReadonlyArray<string>, readonly votes: HeldFragment, readonly proof: ReadonlyArray<StepFragment> } | null, readonly between: { readonly relations: { readonly nodes: ReadonlyArray<
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
        | (
          { readonly kind: RelationKind }
          & ClaimedFragment
        )
      > } } | null };

export type AskDecisionsQueryVariables = Exact<{
  filter?: DecisionFilter | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AskDecisionsQuery = { readonly decisions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<(
      { readonly kind: DecisionKind, readonly coversSubsidiaries: boolean | null, readonly scope: string | null, readonly reason: string | null, readonly by:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly counterparties: ReadonlyArray<
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      >, readonly responses: ReadonlyArray<(
        { readonly quote: string | null }
        & ClaimedFragment
      )> }
      & ClaimedFragment
    )> } | null, readonly graph: { readonly version: string } | null };

export type AskExposedQueryVariables = Exact<{
  to: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
  verbose?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type AskExposedQuery = { readonly target:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
   | null, readonly exposedUniversities: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly university: NamedFragment, readonly totals: ReadonlyArray<TotalFragment>, readonly ownTotals: ReadonlyArray<TotalFragment>, readonly countedIn: ReadonlyArray<NamedFragment>, readonly findings: ReadonlyArray<FindingLineFragment> }>, readonly totals: ReadonlyArray<TotalFragment>, readonly scope: ScopeFragment } | null };

export type AskExposureQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
  verbose?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type AskExposureQuery = { readonly exposure: { readonly headline: string, readonly summary: string, readonly university: NamedFragment, readonly totals: ReadonlyArray<TotalFragment>, readonly ownFlags: ReadonlyArray<{ readonly id: string, readonly kind: FlagKind, readonly title: string }>, readonly denied: ReadonlyArray<
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
    >, readonly groups: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly headline: string, readonly explanation: string, readonly timing: Timing, readonly control: Verdict, readonly group:
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
        , readonly citations: ReadonlyArray<CitedFragment>, readonly totals: ReadonlyArray<TotalFragment>, readonly transactions: ReadonlyArray<DealingFragment>, readonly findings: ReadonlyArray<FindingLineFragment>, readonly repeats: ReadonlyArray<FindingLineFragment> }> }, readonly scope: ScopeFragment } | null };

export type AskFlagsQueryVariables = Exact<{
  filter?: FlagFilter | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AskFlagsQuery = { readonly flags: { readonly totalCount: number, readonly warnings: ReadonlyArray<string>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
      | { readonly list: string, readonly reference: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly country: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly state: FlagState | null, readonly outcomeText: string, readonly authorities: ReadonlyArray<NamedFragment>, readonly outcome: { readonly id: string } | null, readonly subjects: { readonly nodes: ReadonlyArray<(
            { readonly role: SubjectRole, readonly entity:
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
             }
            & ClaimedFragment
          )> }, readonly events: ReadonlyArray<(
          { readonly event: FlagEventKind }
          & ClaimedFragment
        )>, readonly responses: ReadonlyArray<(
          { readonly by:
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
           }
          & ClaimedFragment
        )> }
      | { readonly type: ProbeType, readonly docket: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly country: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly state: FlagState | null, readonly outcomeText: string, readonly authorities: ReadonlyArray<NamedFragment>, readonly outcome: { readonly id: string } | null, readonly subjects: { readonly nodes: ReadonlyArray<(
            { readonly role: SubjectRole, readonly entity:
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
              | NamedFragment
             }
            & ClaimedFragment
          )> }, readonly events: ReadonlyArray<(
          { readonly event: FlagEventKind }
          & ClaimedFragment
        )>, readonly responses: ReadonlyArray<(
          { readonly by:
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
           }
          & ClaimedFragment
        )> }
    > } | null, readonly graph: { readonly version: string } | null };

export type AskFundingQueryVariables = Exact<{
  groupBy: ReadonlyArray<FundingDimension> | FundingDimension;
  filter?: FundingFilter | null | undefined;
  payerGroups?: boolean | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AskFundingQuery = { readonly fundingTotals: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<SumFragment>, readonly payerGroups?: ReadonlyArray<{ readonly groupRule: GroupRule, readonly asOf: string, readonly text: string, readonly group:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly totals: ReadonlyArray<SumFragment>, readonly payers: ReadonlyArray<{ readonly rule: GroupRule, readonly payer:
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
        , readonly proof: ReadonlyArray<StepFragment>, readonly totals: ReadonlyArray<SumFragment> }>, readonly outside: ReadonlyArray<{ readonly reason: OutsideReason, readonly text: string, readonly payers: ReadonlyArray<
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
        >, readonly totals: ReadonlyArray<SumFragment> }> }> } | null };

export type SumFragment = { readonly transactions: number, readonly unknownAmounts: number, readonly approximate: number, readonly earliest: string | null, readonly latest: string | null, readonly keys: ReadonlyArray<{ readonly dimension: string, readonly key: string, readonly label: string }>, readonly total: { readonly min: number, readonly max: number | null, readonly currency: string }, readonly committed: { readonly min: number, readonly max: number | null } };

export type AskIntegratedQueryVariables = Exact<{
  owner: string;
  company: string;
  precision?: number | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskIntegratedQuery = { readonly integratedOwnership: { readonly closedLoop: boolean, readonly converged: boolean, readonly known: number, readonly unknown: number, readonly problems: ReadonlyArray<string>, readonly explanation: string, readonly owner:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly company:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly share: HeldFragment | null, readonly direct: HeldFragment } | null };

export type AskMatrixQueryVariables = Exact<{
  rows: MatrixAxis;
  columns: MatrixAxis;
  measure: MatrixMeasure;
  currency?: string | null | undefined;
  limit?: number | null | undefined;
  universities?: ReadonlyArray<string> | string | null | undefined;
  targets?: ReadonlyArray<string> | string | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
}>;


export type AskMatrixQuery = { readonly exposureMatrix: { readonly currency: string | null, readonly rows: ReadonlyArray<LabelFragment>, readonly columns: ReadonlyArray<LabelFragment>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly min: number, readonly max: number | null, readonly unknownAmounts: number, readonly approximate: number, readonly committed: { readonly min: number, readonly max: number | null } | null, readonly findings: ReadonlyArray<{ readonly key: string }> }>, readonly totals: ReadonlyArray<TotalFragment>, readonly scope: ScopeFragment } | null };

export type LabelFragment = { readonly key: string, readonly label: string, readonly countedIn: ReadonlyArray<NamedFragment> | null, readonly total: { readonly min: number, readonly max: number | null, readonly unknownAmounts: number, readonly approximate: number, readonly committed: { readonly min: number, readonly max: number | null } | null } | null };

export type AskOwnershipQueryVariables = Exact<{
  of: string;
  right?: OwnershipRight | null | undefined;
  precision?: number | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskOwnershipQuery = { readonly ownership: { readonly right: OwnershipRight, readonly known: number, readonly unknown: number, readonly problems: ReadonlyArray<string>, readonly company:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly holders: ReadonlyArray<StakedFragment>, readonly holdings: ReadonlyArray<StakedFragment>, readonly scope: ScopeFragment } | null };

export type StakedFragment = { readonly closedLoop: boolean, readonly converged: boolean, readonly control: Verdict, readonly party:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly direct: HeldFragment | null, readonly integrated: HeldFragment | null, readonly path: { readonly hops: number } };

export type NamedFragment = { readonly id: string, readonly name: string };

export type TotalFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly approximate: number, readonly concurrent: { readonly min: number, readonly max: number | null }, readonly possiblyConcurrent: { readonly min: number, readonly max: number | null }, readonly after: { readonly min: number, readonly max: number | null }, readonly before: { readonly min: number, readonly max: number | null }, readonly undated: { readonly min: number, readonly max: number | null }, readonly withoutFlag: { readonly min: number, readonly max: number | null }, readonly committed: { readonly min: number, readonly max: number | null }, readonly afterDecision: { readonly min: number, readonly max: number | null } };

export type SourcedFragment = { readonly id: string, readonly publisher: string, readonly copyOf: string | null, readonly title: string, readonly published: string | null, readonly url: string | null, readonly archivedUrl: string | null, readonly grade: string | null };

export type CitedFragment = { readonly quote: string | null, readonly locator: string | null, readonly isLater: boolean, readonly source: SourcedFragment };

export type ClaimedFragment = { readonly id: string, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly note: string | null, readonly caveat: string | null, readonly citations: ReadonlyArray<CitedFragment> };

export type ScopeFragment = { readonly validAt: string, readonly knownAt: string, readonly graphVersion: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly includeParts: boolean | null, readonly maxHops: number | null, readonly hubLimit: number | null, readonly minShare: number | null, readonly targets: ReadonlyArray<string> | null, readonly flags: ReadonlyArray<string> | null, readonly exploredEntities: number, readonly exploredRelations: number, readonly warnings: ReadonlyArray<string>, readonly dossiers: ReadonlyArray<{ readonly slug: string }>, readonly checked: { readonly earliest: string, readonly latest: string } | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason, readonly skippedRelations: number | null, readonly at: { readonly id: string } | null }> };

export type FindingLineFragment = { readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly restsOnUnstatedEnd: boolean, readonly restsOn: ClaimStatus, readonly control: Verdict, readonly university: NamedFragment, readonly target:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly totals: ReadonlyArray<TotalFragment> };

export type FindingToldFragment = (
  { readonly explanation: string, readonly citations: ReadonlyArray<CitedFragment>, readonly responses: ReadonlyArray<ClaimedFragment>, readonly path: { readonly hops: number, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly relation: { readonly id: string } }> } }
  & FindingLineFragment
);

export type DealingFragment = { readonly timing: Timing, readonly days: number | null, readonly restsOnUnstatedEnd: boolean, readonly relation:
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly amountQualifier: AmountQualifier | null, readonly amountPer: AmountPeriod | null, readonly payment: Payment, readonly form: FundingForm, readonly kind: RelationKind, readonly amount: { readonly min: number, readonly max: number | null, readonly currency: string } | null, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind, readonly from: { readonly id: string, readonly shortName: string }, readonly to: { readonly id: string, readonly shortName: string } }
      & ClaimedFragment
    )
   };

export type DifferenceToldFragment = { readonly before: { readonly summary: string, readonly scope: ScopeFragment, readonly findings: { readonly totalCount: number } }, readonly after: { readonly summary: string, readonly scope: ScopeFragment, readonly findings: { readonly totalCount: number } }, readonly added: ReadonlyArray<{ readonly text: string, readonly finding: FindingLineFragment, readonly because: ReadonlyArray<
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
    > }>, readonly removed: ReadonlyArray<{ readonly text: string, readonly finding: FindingLineFragment, readonly because: ReadonlyArray<
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
    > }>, readonly changed: ReadonlyArray<{ readonly text: string, readonly what: ReadonlyArray<FindingChange>, readonly before: FindingLineFragment, readonly after: FindingLineFragment, readonly because: ReadonlyArray<
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
    > }> };

export type StepFragment = { readonly forward: boolean, readonly from: { readonly id: string }, readonly to: { readonly id: string }, readonly relation:
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
    | (
      { readonly kind: RelationKind }
      & ClaimedFragment
    )
   };

export type HeldFragment = { readonly min: number, readonly max: number, readonly minExclusive: boolean, readonly maxExclusive: boolean, readonly isKnown: boolean };

export type AskPathsQueryVariables = Exact<{
  from: string;
  to: string;
  limit?: number | null | undefined;
  maxHops?: number | null | undefined;
  avoid?: ReadonlyArray<string> | string | null | undefined;
  kinds?: ReadonlyArray<RelationKind> | RelationKind | null | undefined;
  directed?: boolean | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskPathsQuery = { readonly paths: { readonly paths: ReadonlyArray<{ readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<(
        { readonly parallel: ReadonlyArray<
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
          | (
            { readonly kind: RelationKind }
            & ClaimedFragment
          )
        > }
        & StepFragment
      )> }>, readonly scope: ScopeFragment } | null };

export type AskReviewQueryVariables = Exact<{
  university: string;
  counterparty: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskReviewQuery = { readonly elevatedRiskReview: { readonly countries: ReadonlyArray<string>, readonly summary: string, readonly university: NamedFragment, readonly counterparty:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly policies: ReadonlyArray<{ readonly applies: Verdict, readonly explanation: string, readonly policy: { readonly id: string, readonly name: string }, readonly because: ReadonlyArray<{ readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<StepFragment> }> }>, readonly criteria: ReadonlyArray<{ readonly criterion: RiskTopic, readonly explanation: string, readonly flags: ReadonlyArray<{ readonly id: string, readonly kind: FlagKind, readonly title: string }>, readonly claims: ReadonlyArray<
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
        | ClaimedFragment
      > }>, readonly decisions: ReadonlyArray<{ readonly covers: Verdict, readonly explanation: string, readonly decision: ClaimedFragment }>, readonly scope: ScopeFragment } | null };

export type AskRuleQueryVariables = Exact<{
  company: string;
  regime: Regime;
  flagged?: ReadonlyArray<string> | string | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskRuleQuery = { readonly ownershipRule: { readonly regime: Regime, readonly verdict: RuleVerdict, readonly wouldBe: Verdict | null, readonly known: number, readonly threshold: number, readonly distanceToFlip: number | null, readonly listsSearched: ReadonlyArray<string>, readonly listsMissing: ReadonlyArray<string>, readonly asOf: string, readonly explanation: string, readonly problems: ReadonlyArray<string>, readonly citation: string, readonly checkedOn: string, readonly company:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly aggregateShare: HeldFragment, readonly flagged: ReadonlyArray<
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    >, readonly unsettled: ReadonlyArray<{ readonly known: number, readonly unknown: number, readonly settles: number, readonly company:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly holder:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
       | null }>, readonly proof: ReadonlyArray<StepFragment> } | null };

export type AskSearchQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  first?: number | null | undefined;
}>;


export type AskSearchQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly matchedName: string, readonly score: number, readonly entity: { readonly id: string, readonly kind: EntityKind, readonly name: string } }> } | null };

export type AskSharedQueryVariables = Exact<{
  universities: ReadonlyArray<string> | string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
}>;


export type AskSharedQuery = { readonly sharedExposures: { readonly shared: ReadonlyArray<{ readonly target:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly universities: ReadonlyArray<NamedFragment>, readonly totals: ReadonlyArray<TotalFragment>, readonly entries: ReadonlyArray<{ readonly university: NamedFragment, readonly totals: ReadonlyArray<TotalFragment>, readonly ownTotals: ReadonlyArray<TotalFragment>, readonly countedIn: ReadonlyArray<NamedFragment> }>, readonly findings: ReadonlyArray<FindingLineFragment> }>, readonly scope: ScopeFragment } | null };

export type AskWhatIfQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  scenario: Scenario;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
}>;


export type AskWhatIfQuery = { readonly whatIf: DifferenceToldFragment | null };

export type AskWhyNotQueryVariables = Exact<{
  university: string;
  target: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  maxHops?: number | null | undefined;
  hubLimit?: number | null | undefined;
  minShare?: number | null | undefined;
  statuses?: ReadonlyArray<ClaimStatus> | ClaimStatus | null | undefined;
  includeParts?: boolean | null | undefined;
}>;


export type AskWhyNotQuery = { readonly whyNot: { readonly found: boolean, readonly nearest: Channel | null, readonly missing: ReadonlyArray<string>, readonly explanation: string, readonly denied: ReadonlyArray<
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
      | ClaimedFragment
    >, readonly successions: ReadonlyArray<ClaimedFragment> } | null };

export const askChangesQuestion: TypedDocument<AskChangesQuery, AskChangesQueryVariables> = {
  text: "query AskChanges($university:ID!$targets:[ID!]$sinceKnownAt:Date!$sinceValidAt:Date$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean){changes(university:$university targets:$targets sinceKnownAt:$sinceKnownAt sinceValidAt:$sinceValidAt validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){...DifferenceTold}}fragment DifferenceTold on ExposureDifference{before{summary scope{...Scope}findings{totalCount}}after{summary scope{...Scope}findings{totalCount}}added{text finding{...FindingLine}because{...Claimed}}removed{text finding{...FindingLine}because{...Claimed}}changed{text what before{...FindingLine}after{...FindingLine}because{...Claimed}}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}fragment FindingLine on Finding{key channel university{...Named}target{...Named}timing restsOnUnstatedEnd restsOn control totals{...Total}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askControlQuestion: TypedDocument<AskControlQuery, AskControlQueryVariables> = {
  text: "query AskControl($controller:ID!$company:ID!$kinds:[RelationKind!]$validAt:Date$knownAt:Date){control(controller:$controller company:$company validAt:$validAt knownAt:$knownAt){verdict votes{...Held}explanation restsOn problems proof{...Step}}between:entity(id:$company){relations(kinds:$kinds others:[$controller]first:500 validAt:$validAt knownAt:$knownAt){nodes{...Claimed kind}}}}fragment Held on Share{min max minExclusive maxExclusive isKnown}fragment Step on PathStep{forward from{id}to{id}relation{...Claimed kind}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askDecisionsQuestion: TypedDocument<AskDecisionsQuery, AskDecisionsQueryVariables> = {
  text: "query AskDecisions($filter:DecisionFilter$validAt:Date$knownAt:Date$after:String){decisions(filter:$filter first:100 after:$after validAt:$validAt knownAt:$knownAt){totalCount pageInfo{hasNextPage endCursor}nodes{...Claimed by{...Named}kind counterparties{...Named}coversSubsidiaries scope reason responses(knownAt:$knownAt){...Claimed quote}}}graph{version}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}fragment Named on Entity{id name}",
};

export const askExposedQuestion: TypedDocument<AskExposedQuery, AskExposedQueryVariables> = {
  text: "query AskExposed($to:ID!$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean$verbose:Boolean=false$after:String){target:entity(id:$to){...Named}exposedUniversities(to:$to first:100 after:$after validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){totalCount pageInfo{hasNextPage endCursor}nodes{university{...Named}totals{...Total}ownTotals{...Total}countedIn{...Named}findings{...FindingLine ...FindingTold@include(if:$verbose)}}totals{...Total}scope{...Scope}}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment FindingLine on Finding{key channel university{...Named}target{...Named}timing restsOnUnstatedEnd restsOn control totals{...Total}}fragment FindingTold on Finding{...FindingLine explanation citations{...Cited}responses{...Claimed}path{hops steps{forward relation{id}}}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askExposureQuestion: TypedDocument<AskExposureQuery, AskExposureQueryVariables> = {
  text: "query AskExposure($university:ID!$targets:[ID!]$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean$verbose:Boolean=false$after:String){exposure(university:$university targets:$targets validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){university{...Named}headline summary totals{...Total}ownFlags{id kind title}denied{...Claimed}groups(first:100 after:$after){pageInfo{hasNextPage endCursor}nodes{group{...Named}headline explanation citations{...Cited}timing control totals{...Total}transactions{...Dealing}findings{...FindingLine ...FindingTold@include(if:$verbose)}repeats{...FindingLine ...FindingTold@include(if:$verbose)}}}scope{...Scope}}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}fragment Dealing on TransactionTiming{timing days restsOnUnstatedEnd relation{...Claimed kind from{id shortName}to{id shortName}...on Funding{amount{min max currency}amountQualifier amountPer payment form}}}fragment FindingLine on Finding{key channel university{...Named}target{...Named}timing restsOnUnstatedEnd restsOn control totals{...Total}}fragment FindingTold on Finding{...FindingLine explanation citations{...Cited}responses{...Claimed}path{hops steps{forward relation{id}}}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askFlagsQuestion: TypedDocument<AskFlagsQuery, AskFlagsQueryVariables> = {
  text: "query AskFlags($filter:FlagFilter$validAt:Date$knownAt:Date$after:String){flags(filter:$filter first:10 after:$after validAt:$validAt knownAt:$knownAt){totalCount warnings pageInfo{hasNextPage endCursor}nodes{id kind title ...on Listing{list reference}...on Probe{type docket}authorities{...Named}country topics state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){id}outcomeText(validAt:$validAt knownAt:$knownAt)subjects(first:500 validAt:$validAt knownAt:$knownAt){nodes{...Claimed role entity{...Named}}}events(knownAt:$knownAt){...Claimed event}responses(knownAt:$knownAt){...Claimed by{...Named}}}}graph{version}}fragment Named on Entity{id name}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askFundingQuestion: TypedDocument<AskFundingQuery, AskFundingQueryVariables> = {
  text: "query AskFunding($groupBy:[FundingDimension!]!$filter:FundingFilter$payerGroups:Boolean=false$validAt:Date$knownAt:Date$after:String){fundingTotals(groupBy:$groupBy filter:$filter first:500 after:$after validAt:$validAt knownAt:$knownAt){totalCount pageInfo{hasNextPage endCursor}nodes{...Sum}payerGroups@include(if:$payerGroups){group{...Named}groupRule asOf text totals{...Sum}payers{payer{...Named}rule proof{...Step}totals{...Sum}}outside{reason text payers{...Named}totals{...Sum}}}}}fragment Sum on FundingTotal{keys{dimension key label}total{min max currency}committed{min max}transactions unknownAmounts approximate earliest latest}fragment Named on Entity{id name}fragment Step on PathStep{forward from{id}to{id}relation{...Claimed kind}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askIntegratedQuestion: TypedDocument<AskIntegratedQuery, AskIntegratedQueryVariables> = {
  text: "query AskIntegrated($owner:ID!$company:ID!$precision:Float$validAt:Date$knownAt:Date){integratedOwnership(owner:$owner company:$company precision:$precision validAt:$validAt knownAt:$knownAt){owner{...Named}company{...Named}share{...Held}direct{...Held}closedLoop converged known unknown problems explanation}}fragment Named on Entity{id name}fragment Held on Share{min max minExclusive maxExclusive isKnown}",
};

export const askMatrixQuestion: TypedDocument<AskMatrixQuery, AskMatrixQueryVariables> = {
  text: "query AskMatrix($rows:MatrixAxis!$columns:MatrixAxis!$measure:MatrixMeasure!$currency:CurrencyCode$limit:Int$universities:[ID!]$targets:[ID!]$countries:[CountryCode!]$from:Date$to:Date$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean){exposureMatrix(rows:$rows columns:$columns measure:$measure currency:$currency limit:$limit universities:$universities targets:$targets countries:$countries from:$from to:$to validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){rows{...Label}columns{...Label}cells{row column min max unknownAmounts approximate committed{min max}findings{key}}currency totals{...Total}scope{...Scope}}}fragment Label on MatrixLabel{key label countedIn{...Named}total{min max unknownAmounts approximate committed{min max}}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askOwnershipQuestion: TypedDocument<AskOwnershipQuery, AskOwnershipQueryVariables> = {
  text: "query AskOwnership($of:ID!$right:OwnershipRight$precision:Float$validAt:Date$knownAt:Date){ownership(of:$of right:$right precision:$precision validAt:$validAt knownAt:$knownAt){company{...Named}right known unknown problems holders{...Staked}holdings{...Staked}scope{...Scope}}}fragment Named on Entity{id name}fragment Staked on Stake{party{...Named}direct{...Held}integrated{...Held}closedLoop converged control path{hops}}fragment Held on Share{min max minExclusive maxExclusive isKnown}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askPathsQuestion: TypedDocument<AskPathsQuery, AskPathsQueryVariables> = {
  text: "query AskPaths($from:ID!$to:ID!$limit:Int$maxHops:Int$avoid:[ID!]$kinds:[RelationKind!]$directed:Boolean$validAt:Date$knownAt:Date){paths(from:$from to:$to limit:$limit maxHops:$maxHops avoid:$avoid kinds:$kinds directed:$directed validAt:$validAt knownAt:$knownAt){paths{hops text steps{...Step parallel{...Claimed kind}}}scope{...Scope}}}fragment Step on PathStep{forward from{id}to{id}relation{...Claimed kind}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askReviewQuestion: TypedDocument<AskReviewQuery, AskReviewQueryVariables> = {
  text: "query AskReview($university:ID!$counterparty:ID!$validAt:Date$knownAt:Date){elevatedRiskReview(university:$university counterparty:$counterparty validAt:$validAt knownAt:$knownAt){university{...Named}counterparty{...Named}countries summary policies{policy{id name}applies explanation because{hops text steps{...Step}}}criteria{criterion explanation flags{id kind title}claims{...Claimed}}decisions{decision{...Claimed}covers explanation}scope{...Scope}}}fragment Named on Entity{id name}fragment Step on PathStep{forward from{id}to{id}relation{...Claimed kind}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askRuleQuestion: TypedDocument<AskRuleQuery, AskRuleQueryVariables> = {
  text: "query AskRule($company:ID!$regime:Regime!$flagged:[ID!]$validAt:Date$knownAt:Date){ownershipRule(company:$company regime:$regime flagged:$flagged validAt:$validAt knownAt:$knownAt){company{...Named}regime verdict wouldBe aggregateShare{...Held}known threshold distanceToFlip flagged{...Named}listsSearched listsMissing unsettled{company{...Named}holder{...Named}known unknown settles}asOf explanation problems citation checkedOn proof{...Step}}}fragment Named on Entity{id name}fragment Held on Share{min max minExclusive maxExclusive isKnown}fragment Step on PathStep{forward from{id}to{id}relation{...Claimed kind}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askSearchQuestion: TypedDocument<AskSearchQuery, AskSearchQueryVariables> = {
  text: "query AskSearch($text:String!$kinds:[EntityKind!]$first:Int=20){search(text:$text kinds:$kinds first:$first){totalCount nodes{entity{id kind name}matchedName score}}}",
};

export const askSharedQuestion: TypedDocument<AskSharedQuery, AskSharedQueryVariables> = {
  text: "query AskShared($universities:[ID!]!$targets:[ID!]$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean){sharedExposures(universities:$universities targets:$targets validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){shared{target{...Named}universities{...Named}totals{...Total}entries{university{...Named}totals{...Total}ownTotals{...Total}countedIn{...Named}}findings{...FindingLine}}scope{...Scope}}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment FindingLine on Finding{key channel university{...Named}target{...Named}timing restsOnUnstatedEnd restsOn control totals{...Total}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}",
};

export const askWhatIfQuestion: TypedDocument<AskWhatIfQuery, AskWhatIfQueryVariables> = {
  text: "query AskWhatIf($university:ID!$targets:[ID!]$scenario:Scenario!$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean){whatIf(university:$university targets:$targets scenario:$scenario validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){...DifferenceTold}}fragment DifferenceTold on ExposureDifference{before{summary scope{...Scope}findings{totalCount}}after{summary scope{...Scope}findings{totalCount}}added{text finding{...FindingLine}because{...Claimed}}removed{text finding{...FindingLine}because{...Claimed}}changed{text what before{...FindingLine}after{...FindingLine}because{...Claimed}}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels includeParts maxHops hubLimit minShare targets flags dossiers{slug}checked{earliest latest}exploredEntities exploredRelations truncated{at{id}reason skippedRelations}warnings}fragment FindingLine on Finding{key channel university{...Named}target{...Named}timing restsOnUnstatedEnd restsOn control totals{...Total}}fragment Named on Entity{id name}fragment Total on ExposureTotal{currency concurrent{min max}possiblyConcurrent{min max}after{min max}before{min max}undated{min max}withoutFlag{min max}committed{min max}afterDecision{min max}transactions unknownAmounts approximate}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};

export const askWhyNotQuestion: TypedDocument<AskWhyNotQuery, AskWhyNotQueryVariables> = {
  text: "query AskWhyNot($university:ID!$target:ID!$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]$maxHops:Int$hubLimit:Int$minShare:Float$statuses:[ClaimStatus!]$includeParts:Boolean){whyNot(university:$university target:$target validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels maxHops:$maxHops hubLimit:$hubLimit minShare:$minShare statuses:$statuses includeParts:$includeParts){found nearest missing explanation denied{...Claimed}successions{...Claimed}}}fragment Claimed on Claim{id text(knownAt:$knownAt)status start end note caveat citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{source{...Sourced}quote locator isLater}fragment Sourced on Source{id publisher copyOf title published url archivedUrl grade}",
};
