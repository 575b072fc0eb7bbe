/*
 * Generated from documents/*.graphql and schema/schema.graphql; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/explorer/typed-documents.test.ts -u
 */
import type { TypedDocument } from "./typed-document.js";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** How a citation to copy is written. */
export type CitationFormat =
  /** As a list of CSL-JSON, which reference managers import: the answer first, then its sources. */
  | 'CSL_JSON'
  /** As text: headline, paragraph, the university's own decisions, clocks, sources with their grades. */
  | 'TEXT';

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

export type AskUniversityQueryVariables = Exact<{
  university: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  targets?: ReadonlyArray<string> | string | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  groups: number;
}>;


export type AskUniversityQuery = { readonly university: (
    { readonly region: string | null, readonly summary: string | null, readonly parts: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly decisions: { readonly nodes: ReadonlyArray<(
        { readonly responses: ReadonlyArray<{ readonly text: string }>, readonly citations: ReadonlyArray<CitedFragment> }
        & DecidedFragment
      )> } }
    & NamedFragment
  ) | null, readonly exposure: { readonly headline: string, readonly summary: string, readonly totals: ReadonlyArray<TotalFragment>, readonly denied: ReadonlyArray<
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
    >, readonly ownFlags: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    >, readonly findings: { readonly totalCount: number }, readonly groups: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly timing: Timing, readonly explanation: string, readonly group:
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
        , readonly citations: ReadonlyArray<CitedFragment>, readonly totals: ReadonlyArray<TotalFragment>, readonly findings: ReadonlyArray<FindingRowFragment>, readonly repeats: ReadonlyArray<{ readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly target:
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
           }> }> }, readonly afterDecision: { readonly totalCount: number, readonly nodes: ReadonlyArray<DealtFragment> }, readonly scope: ScopeFragment } | null };

export type OpenFindingQueryVariables = Exact<{
  university: string;
  target: string;
  channel: Channel;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
}>;


export type OpenFindingQuery = { readonly exposure: { readonly headline: string, readonly groups: { readonly nodes: ReadonlyArray<{ readonly explanation: string, readonly citations: ReadonlyArray<CitedFragment> }> }, readonly findings: { readonly nodes: ReadonlyArray<WholeFindingFragment> }, readonly scope: ScopeFragment } | null };

export type FindingRowFragment = { readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly restsOn: ClaimStatus, readonly ofac: RuleVerdict, readonly eu: RuleVerdict, readonly uk: RuleVerdict, readonly bis: RuleVerdict, readonly target:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly totals: ReadonlyArray<TotalFragment>, readonly path: ToldPathFragment, readonly counterparties: ReadonlyArray<{ readonly control: Verdict, readonly closedLoop: boolean, readonly asOf: string, readonly counterparty:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly economicShare: HeldFragment | null }>, readonly flags: ReadonlyArray<{ readonly role: SubjectRole, readonly state: FlagState, readonly timing: Timing, readonly flag: { readonly id: string, readonly title: string } }> };

export type WholeFindingFragment = { readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly restsOn: ClaimStatus, readonly explanation: string, readonly university: NamedFragment, readonly target:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly targetGroup:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly citations: ReadonlyArray<CitedFragment>, readonly totals: ReadonlyArray<TotalFragment>, readonly lookThrough: ReadonlyArray<MoneyFragment>, readonly paths: ReadonlyArray<WalkFragment>, readonly criticalClaims: ReadonlyArray<
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
  >, readonly responses: ReadonlyArray<(
    { readonly to:
      | { readonly id: string }
      | { readonly id: string }
     }
    & AnsweredFragment
  )>, readonly decisions: ReadonlyArray<{ readonly covers: Verdict, readonly explanation: string, readonly decision: (
      { readonly citations: ReadonlyArray<CitedFragment> }
      & DecidedFragment
    ) }>, readonly flags: ReadonlyArray<{ readonly role: SubjectRole, readonly state: FlagState, readonly timing: Timing, readonly flag:
      | WholeFlag_Listing_Fragment
      | WholeFlag_Probe_Fragment
     }>, readonly counterparties: ReadonlyArray<{ readonly asOf: string, readonly control: Verdict, readonly closedLoop: boolean, readonly counterparty:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly economicShare: HeldFragment | null, readonly transactions: ReadonlyArray<DealtFragment>, readonly ofac: RuledFragment, readonly eu: RuledFragment, readonly uk: RuledFragment, readonly bis: RuledFragment }> };

export type WalkFragment = { readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly from:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly to:
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
      | NamedFragment
    , readonly relation:
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
     }> };

export type DealtFragment = (
  { readonly timingText: string, readonly counterparty:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly economicShare: HeldFragment | null, readonly flag:
    | Flagged_Listing_Fragment
    | Flagged_Probe_Fragment
   | null, readonly afterDecision: { readonly covers: Verdict, readonly explanation: string, readonly decision: DecidedFragment } | null, readonly relation:
    | { readonly kind: RelationKind, readonly from:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly to:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
       }
    | { readonly form: FundingForm, readonly kind: RelationKind, readonly from:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      , readonly to:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
       }
   }
  & DealingFragment
);

export type DecidedFragment = { readonly id: string, readonly text: string, readonly kind: DecisionKind, readonly start: string | null, readonly end: string | null, readonly by:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
   };

export type RuledFragment = { readonly regime: Regime, readonly verdict: RuleVerdict, readonly wouldBe: Verdict | null, readonly asOf: string, readonly threshold: number, readonly explanation: string, readonly citation: string, readonly checkedOn: string, readonly aggregateShare: HeldFragment };

export type LeadingProofQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
}>;


export type LeadingProofQuery = { readonly exposure: { readonly groups: { readonly nodes: ReadonlyArray<{ readonly proof: WalkFragment }> }, readonly transactions: DealingsFragment } | null };

export type CiteAnswerQueryVariables = Exact<{
  university: string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  format: CitationFormat;
  address: string;
}>;


export type CiteAnswerQuery = { readonly exposure: { readonly citation: string } | null };

export type CiteFindingQueryVariables = Exact<{
  university: string;
  target: string;
  channel: Channel;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  format: CitationFormat;
  address: string;
}>;


export type CiteFindingQuery = { readonly exposure: { readonly groups: { readonly nodes: ReadonlyArray<{ readonly citation: string }> } } | null };

export type WhyNotQueryVariables = Exact<{
  university: string;
  target: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
}>;


export type WhyNotQuery = { readonly entity:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
   | null, readonly whyNot: { readonly found: boolean, readonly explanation: string, readonly missing: ReadonlyArray<string>, readonly denied: ReadonlyArray<
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

export type AskSeveralQueryVariables = Exact<{
  universities: ReadonlyArray<string> | string;
  targets?: ReadonlyArray<string> | string | null | undefined;
  named: ReadonlyArray<string> | string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskSeveralQuery = { readonly nodes: ReadonlyArray<(
    { readonly decisions: { readonly nodes: ReadonlyArray<(
        { readonly counterparties: ReadonlyArray<{ readonly id: string }>, readonly responses: ReadonlyArray<{ readonly text: string }> }
        & DecidedFragment
      )> }, readonly exposure: { readonly findings: { readonly totalCount: number, readonly nodes: ReadonlyArray<ComparedRowFragment> }, readonly groups: { readonly totalCount: number }, readonly totals: ReadonlyArray<TotalFragment> } | null }
    & NamedFragment
  ) | null>, readonly named: ReadonlyArray<
    | FlaggedParty_Arrangement_Fragment
    | FlaggedParty_Company_Fragment
    | FlaggedParty_Organization_Fragment
    | FlaggedParty_Person_Fragment
    | FlaggedParty_Program_Fragment
    | FlaggedParty_PublicBody_Fragment
    | FlaggedParty_University_Fragment
    | FlaggedParty_UnknownParty_Fragment
   | null>, readonly sharedExposures: { readonly shared: ReadonlyArray<{ readonly target:
        | FlaggedParty_Arrangement_Fragment
        | FlaggedParty_Company_Fragment
        | FlaggedParty_Organization_Fragment
        | FlaggedParty_Person_Fragment
        | FlaggedParty_Program_Fragment
        | FlaggedParty_PublicBody_Fragment
        | FlaggedParty_University_Fragment
        | FlaggedParty_UnknownParty_Fragment
      , readonly findings: ReadonlyArray<ComparedRowFragment> }>, readonly scope: ScopeFragment } | null };

type FlaggedParty_Arrangement_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_Company_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_Organization_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_Person_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_Program_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_PublicBody_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_University_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

type FlaggedParty_UnknownParty_Fragment = (
  { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } }
  & NamedFragment
);

export type FlaggedPartyFragment =
  | FlaggedParty_Arrangement_Fragment
  | FlaggedParty_Company_Fragment
  | FlaggedParty_Organization_Fragment
  | FlaggedParty_Person_Fragment
  | FlaggedParty_Program_Fragment
  | FlaggedParty_PublicBody_Fragment
  | FlaggedParty_University_Fragment
  | FlaggedParty_UnknownParty_Fragment
;

export type ComparedRowFragment = { readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly university: NamedFragment, readonly target: { readonly id: string }, readonly totals: ReadonlyArray<TotalFragment>, readonly path: ToldPathFragment };

export type CompanyOwnershipQueryVariables = Exact<{
  id: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type CompanyOwnershipQuery = { readonly entity:
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly backers: ReadonlyArray<
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
      >, readonly participants: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
          | NamedFragment
        > }, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
    | (
      { readonly aliases: ReadonlyArray<string>, readonly region: string | null, readonly founded: string | null, readonly dissolved: string | null, readonly website: string | null, readonly summary: string | null, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null }>, readonly decisions: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly citations: ReadonlyArray<CitedFragment> }
          & DecidedFragment
        )> } }
      & NamedFragment
    )
   | null, readonly ownership: { readonly known: number, readonly unknown: number, readonly problems: ReadonlyArray<string>, readonly holders: ReadonlyArray<StakeFragment>, readonly holdings: ReadonlyArray<StakeFragment>, readonly scope: ScopeFragment } | null, readonly ofac: RuledFragment | null, readonly eu: RuledFragment | null, readonly uk: RuledFragment | null, readonly bis: RuledFragment | null };

export type CompanyFlagsQueryVariables = Exact<{
  id: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type CompanyFlagsQuery = { readonly entity: { readonly id: string, readonly flagged: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | WholeFlag_Listing_Fragment
        | WholeFlag_Probe_Fragment
      > }, readonly named: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | WholeFlag_Listing_Fragment
        | WholeFlag_Probe_Fragment
      > } } | null };

export type CompanyExposedQueryVariables = Exact<{
  id: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  first: number;
}>;


export type CompanyExposedQuery = { readonly exposedUniversities: { readonly totalCount: number, readonly totals: ReadonlyArray<TotalFragment>, readonly nodes: ReadonlyArray<{ readonly university: NamedFragment, readonly totals: ReadonlyArray<TotalFragment>, readonly countedIn: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly findings: ReadonlyArray<{ readonly key: string, readonly channel: Channel, readonly timing: Timing }> }>, readonly scope: ScopeFragment } | null };

export type CompanyDealingsQueryVariables = Exact<{
  id: string;
  university: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type CompanyDealingsQuery = { readonly exposure: { readonly transactions: DealingsFragment } | null };

export type StakeFragment = { readonly control: Verdict, readonly closedLoop: boolean, readonly converged: boolean, readonly party:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly direct: HeldFragment | null, readonly integrated: HeldFragment | null, readonly path: { readonly hops: number, readonly text: string, readonly steps: ReadonlyArray<{ readonly forward: boolean, readonly from: { readonly id: string }, readonly to: { readonly id: string }, readonly relation:
        | { readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly end: string | null }
        | { readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly end: string | null, readonly share: HeldFragment }
       }> } };

export type FlaggedCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type FlaggedCompaniesQuery = { readonly companies: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly country: string | null, readonly flags: { readonly totalCount: number } }> } | null };

export type LaidFragment = { readonly currency: string | null, readonly rows: ReadonlyArray<{ readonly key: string, readonly label: string, readonly countedIn: ReadonlyArray<{ readonly id: string, readonly name: string }> | null, readonly entity: { readonly partOf: ReadonlyArray<{ readonly id: string }> } | null }>, readonly columns: ReadonlyArray<{ readonly key: string, readonly label: string, readonly entity: { readonly name: string, readonly shortName: string } | null, readonly mainTarget: { readonly name: string, readonly shortName: string } | null, readonly total: { readonly min: number, readonly max: number | null, readonly committed: MoneyFragment | null } | null }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly min: number, readonly max: number | null, readonly committed: MoneyFragment | null }>, readonly scope: ScopeFragment };

export type DashboardMatrixQueryVariables = Exact<{
  rows: MatrixAxis;
  columns: MatrixAxis;
  measure: MatrixMeasure;
  currency: string;
  limit: number;
  universities?: ReadonlyArray<string> | string | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type DashboardMatrixQuery = { readonly exposureMatrix: LaidFragment | null };

export type DashboardCellQueryVariables = Exact<{
  columns: MatrixAxis;
  universities?: ReadonlyArray<string> | string | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type DashboardCellQuery = { readonly exposureMatrix: { readonly rows: ReadonlyArray<{ readonly key: string }>, readonly columns: ReadonlyArray<{ readonly key: string, readonly label: string }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly findings: ReadonlyArray<{ readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly university: { readonly id: string, readonly name: string }, readonly target: { readonly id: string, readonly name: string }, readonly path: ToldPathFragment }>, readonly transactions: DealingsFragment }> } | null };

export type DashboardBarQueryVariables = Exact<{
  rows: MatrixAxis;
  limit: number;
  currency: string;
  universities?: ReadonlyArray<string> | string | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type DashboardBarQuery = { readonly exposureMatrix: { readonly rows: ReadonlyArray<{ readonly key: string, readonly label: string }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly transactions: DealingsFragment }> } | null };

export type DashboardCurrenciesQueryVariables = Exact<{
  universities?: ReadonlyArray<string> | string | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  flags?: FlagSelection | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type DashboardCurrenciesQuery = { readonly exposureMatrix: { readonly totals: ReadonlyArray<{ readonly currency: string }> } | null };

export type DashboardFlagsQueryVariables = Exact<{
  filter?: FlagFilter | null | undefined;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  first: number;
}>;


export type DashboardFlagsQuery = { readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly list: string, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly event: FlagEventKind, readonly date: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly text: string, readonly by: { readonly id: string, readonly name: string, readonly shortName: string } }>, readonly subjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly entity: { readonly id: string, readonly name: string, readonly shortName: string, readonly country: string | null } }> } }
      | { readonly id: string, readonly kind: FlagKind, readonly title: string, readonly state: FlagState | null, readonly outcome: { readonly event: FlagEventKind, readonly date: string } | null, readonly events: ReadonlyArray<{ readonly event: FlagEventKind, readonly date: string }>, readonly responses: ReadonlyArray<{ readonly kind: ResponseKind, readonly date: string | null, readonly text: string, readonly by: { readonly id: string, readonly name: string, readonly shortName: string } }>, readonly subjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly entity: { readonly id: string, readonly name: string, readonly shortName: string, readonly country: string | null } }> } }
    > } | null, readonly graph: { readonly version: string, readonly dossiers: ReadonlyArray<{ readonly title: string }> } | null };

export type DashboardChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardChoicesQuery = { readonly universities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly country: string | null }> } | null, readonly payers: { readonly nodes: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly dimension: string, readonly key: string }> }> } | null };

export type GraphVersionQueryVariables = Exact<{ [key: string]: never; }>;


export type GraphVersionQuery = { readonly graph: { readonly version: string } | null };

export type PartyFragment = { readonly id: string, readonly kind: EntityKind, readonly name: string, readonly shortName: string, readonly country: string | null, readonly founded: string | null, readonly dissolved: string | null };

type Drawn_ETwfyRmsrIp1xGrwS5t5VcPfxfuuQsOsV4rGv9mUgYc_Fragment = { readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly text: string, readonly start: string | null, readonly end: string | null, readonly from:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly to:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly publisher: string, readonly published: string | null, readonly retrieved: string | null } }>, readonly dossier: { readonly title: string } };

type Drawn_Funding_Fragment = { readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly text: string, readonly start: string | null, readonly end: string | null, readonly amount: MoneyFragment | null, readonly from:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly to:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly publisher: string, readonly published: string | null, readonly retrieved: string | null } }>, readonly dossier: { readonly title: string } };

type Drawn_Ownership_Fragment = { readonly id: string, readonly kind: RelationKind, readonly status: ClaimStatus, readonly text: string, readonly start: string | null, readonly end: string | null, readonly share: { readonly min: number, readonly max: number, readonly minExclusive: boolean, readonly maxExclusive: boolean }, readonly from:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly to:
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
    | PartyFragment
  , readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly publisher: string, readonly published: string | null, readonly retrieved: string | null } }>, readonly dossier: { readonly title: string } };

export type DrawnFragment =
  | Drawn_ETwfyRmsrIp1xGrwS5t5VcPfxfuuQsOsV4rGv9mUgYc_Fragment
  | Drawn_Funding_Fragment
  | Drawn_Ownership_Fragment
;

export type ExploreEntitiesQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  knownAt?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ExploreEntitiesQuery = { readonly nodes: ReadonlyArray<
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
    | (
      { readonly relations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Funding_Fragment
          | DrawnFragment
          | DrawnFragment
          | Drawn_Ownership_Fragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
          | DrawnFragment
        > } }
      & PartyFragment
    )
   | null>, readonly graph: { readonly version: string } | null };

export type ExploreAmongQueryVariables = Exact<{
  id: string;
  others: ReadonlyArray<string> | string;
  knownAt?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ExploreAmongQuery = { readonly entity: { readonly relations: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
        | DrawnFragment
        | DrawnFragment
        | DrawnFragment
        | DrawnFragment
        | Drawn_Funding_Fragment
        | DrawnFragment
        | DrawnFragment
        | Drawn_Ownership_Fragment
        | DrawnFragment
        | DrawnFragment
        | DrawnFragment
        | DrawnFragment
      > } } | null };

export type ExploreChainQueryVariables = Exact<{
  university: string;
  target: string;
  channels?: ReadonlyArray<Channel> | Channel | null | undefined;
  validAt?: string | null | undefined;
}>;


export type ExploreChainQuery = { readonly exposure: { readonly findings: { readonly nodes: ReadonlyArray<{ readonly paths: ReadonlyArray<WayFragment> }> } } | null };

export type ExplorePathsQueryVariables = Exact<{
  from: string;
  to: string;
  limit: number;
  avoid?: ReadonlyArray<string> | string | null | undefined;
  validAt?: string | null | undefined;
}>;


export type ExplorePathsQuery = { readonly paths: { readonly paths: ReadonlyArray<WayFragment>, readonly scope: { readonly maxHops: number | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason, readonly at: { readonly id: string, readonly name: string } | null }> } } | null };

export type WayFragment = { readonly text: string, readonly steps: ReadonlyArray<{ readonly from: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string }, readonly relation: { readonly status: ClaimStatus } }> };

export type ExploreFlagsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ExploreFlagsQuery = { readonly nodes: ReadonlyArray<
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
    | (
      { readonly summary: string | null, readonly flags: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | Flagged_Listing_Fragment
          | Flagged_Probe_Fragment
        > } }
      & NamedFragment
    )
   | null> };

export type ExplorePairQueryVariables = Exact<{
  id: string;
  others: ReadonlyArray<string> | string;
  kinds?: ReadonlyArray<RelationKind> | RelationKind | null | undefined;
  knownAt?: string | null | undefined;
  first: number;
}>;


export type ExplorePairQuery = { readonly entity: { readonly relations: { readonly nodes: ReadonlyArray<
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
      > } } | null };

export type ExploreAllegationsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ExploreAllegationsQuery = { readonly nodes: ReadonlyArray<{ readonly id: string, readonly flags: { readonly nodes: ReadonlyArray<
        | (
          { readonly events: ReadonlyArray<{ readonly citations: ReadonlyArray<{ readonly source: { readonly id: string } }> }> }
          & Flagged_Listing_Fragment
        )
        | (
          { readonly events: ReadonlyArray<{ readonly citations: ReadonlyArray<{ readonly source: { readonly id: string } }> }> }
          & Flagged_Probe_Fragment
        )
      > } } | null> };

export type ExploreClaimsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  knownAt?: string | null | undefined;
}>;


export type ExploreClaimsQuery = { readonly nodes: ReadonlyArray<
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
   | null> };

export type AskFlagQueryVariables = Exact<{
  flag: string;
  ids: ReadonlyArray<string> | string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type AskFlagQuery = { readonly node:
    | (
      { readonly subjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly entity:
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
           }> } }
      & WholeFlag_Listing_Fragment
    )
    | (
      { readonly subjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly role: SubjectRole, readonly entity:
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
            | NamedFragment
           }> } }
      & WholeFlag_Probe_Fragment
    )
   | null, readonly exposureMatrix: { readonly rows: ReadonlyArray<{ readonly key: string, readonly label: string }>, readonly columns: ReadonlyArray<{ readonly key: string }>, readonly cells: ReadonlyArray<{ readonly row: number, readonly column: number, readonly min: number }>, readonly scope: ScopeFragment } | null };

export type FlagTitleQueryVariables = Exact<{
  flag: string;
}>;


export type FlagTitleQuery = { readonly node: { readonly id: string, readonly title: string } | null };

export type MoneyFragment = { readonly min: number, readonly max: number | null, readonly currency: string };

export type NamedFragment = { readonly id: string, readonly kind: EntityKind, readonly name: string, readonly shortName: string, readonly country: string | null };

export type TotalFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: MoneyFragment, readonly possiblyConcurrent: MoneyFragment, readonly after: MoneyFragment, readonly before: MoneyFragment, readonly undated: MoneyFragment, readonly withoutFlag: MoneyFragment, readonly committed: MoneyFragment, readonly afterDecision: MoneyFragment };

export type ScopeFragment = { readonly validAt: string, readonly knownAt: string, readonly graphVersion: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly maxHops: number | null, readonly hubLimit: number | null, readonly warnings: ReadonlyArray<string>, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason, readonly skippedRelations: number | null, readonly at: { readonly id: string, readonly name: string } | null }>, readonly checked: { readonly earliest: string, readonly latest: string } | null, readonly dossiers: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly lastChecked: string | null }> };

export type CitedFragment = { readonly quote: string | null, readonly locator: string | null, readonly isLater: boolean, readonly source: { readonly id: string, readonly publisher: string, readonly copyOf: string | null, readonly title: string, readonly url: string | null, readonly archivedUrl: string | null, readonly published: string | null, readonly retrieved: string | null, readonly grade: string | null } };

export type ClaimedFragment = { readonly id: string, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly note: string | null, readonly citations: ReadonlyArray<CitedFragment> };

export type DealingsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<DealingFragment> };

export type DealingFragment = { readonly timing: Timing, readonly relation:
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | (
      { readonly amount: MoneyFragment | null }
      & ClaimedFragment
    )
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
    | ClaimedFragment
   };

export type AnsweredFragment = { readonly id: string, readonly text: string, readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly by:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly citations: ReadonlyArray<CitedFragment> };

export type HeldFragment = { readonly text: string, readonly isKnown: boolean, readonly min: number, readonly max: number, readonly minExclusive: boolean, readonly maxExclusive: boolean };

type Flagged_Listing_Fragment = { readonly list: string, readonly listClass: ListClass, readonly reference: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly outcomeText: string, readonly state: FlagState | null, readonly responses: ReadonlyArray<{ readonly text: string, readonly date: string | null }> };

type Flagged_Probe_Fragment = { readonly type: ProbeType, readonly docket: string | null, readonly id: string, readonly kind: FlagKind, readonly title: string, readonly outcomeText: string, readonly state: FlagState | null, readonly responses: ReadonlyArray<{ readonly text: string, readonly date: string | null }> };

export type FlaggedFragment =
  | Flagged_Listing_Fragment
  | Flagged_Probe_Fragment
;

type WholeFlag_Listing_Fragment = (
  { readonly note: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly authorities: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly events: ReadonlyArray<(
    { readonly event: FlagEventKind, readonly date: string }
    & ClaimedFragment
  )>, readonly whole: ReadonlyArray<AnsweredFragment> }
  & Flagged_Listing_Fragment
);

type WholeFlag_Probe_Fragment = (
  { readonly note: string | null, readonly topics: ReadonlyArray<RiskTopic>, readonly authorities: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly events: ReadonlyArray<(
    { readonly event: FlagEventKind, readonly date: string }
    & ClaimedFragment
  )>, readonly whole: ReadonlyArray<AnsweredFragment> }
  & Flagged_Probe_Fragment
);

export type WholeFlagFragment =
  | WholeFlag_Listing_Fragment
  | WholeFlag_Probe_Fragment
;

export type ToldPathFragment = { readonly text: string, readonly steps: ReadonlyArray<{ readonly relation: { readonly id: string, readonly status: ClaimStatus } }> };

export type ReviewCounterpartyQueryVariables = Exact<{
  university: string;
  counterparty: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ReviewCounterpartyQuery = { readonly elevatedRiskReview: { readonly countries: ReadonlyArray<string>, readonly summary: string, readonly university: NamedFragment, readonly counterparty:
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
      | (
        { readonly region: string | null }
        & NamedFragment
      )
    , readonly policies: ReadonlyArray<{ readonly applies: Verdict, readonly explanation: string, readonly because: ReadonlyArray<{ readonly text: string, readonly steps: ReadonlyArray<{ readonly relation: { readonly status: ClaimStatus } }> }>, readonly policy: { readonly id: string, readonly name: string, readonly countries: ReadonlyArray<string>, readonly criteria: ReadonlyArray<RiskTopic>, readonly start: string | null, readonly end: string | null, readonly citations: ReadonlyArray<CitedFragment> } }>, readonly decisions: ReadonlyArray<{ readonly covers: Verdict, readonly explanation: string, readonly decision: (
        { readonly citations: ReadonlyArray<CitedFragment>, readonly responses: ReadonlyArray<{ readonly text: string }> }
        & DecidedFragment
      ) }>, readonly criteria: ReadonlyArray<{ readonly criterion: RiskTopic, readonly explanation: string, readonly flags: ReadonlyArray<
        | Flagged_Listing_Fragment
        | Flagged_Probe_Fragment
      >, readonly claims: ReadonlyArray<
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
      > }>, readonly scope: ScopeFragment } | null };

export type PartyNamesQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type PartyNamesQuery = { readonly nodes: ReadonlyArray<
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
   | null> };

export type ReviewingUniversitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewingUniversitiesQuery = { readonly universities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly reviewPolicies: ReadonlyArray<{ readonly id: string, readonly name: string }> }> } | null };

export type ScreenNameQueryVariables = Exact<{
  text: string;
}>;


export type ScreenNameQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly score: number, readonly matchedName: string, readonly features: ReadonlyArray<{ readonly id: string, readonly value: number }>, readonly entity:
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
        | (
          { readonly flags: { readonly totalCount: number } }
          & NamedFragment
        )
       }> } | null };

export type ScreenUniversityQueryVariables = Exact<{
  id: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ScreenUniversityQuery = { readonly exposure: { readonly findings: { readonly totalCount: number }, readonly groups: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly group: { readonly id: string, readonly name: string } }> }, readonly totals: ReadonlyArray<TotalFragment> } | null };

export type ScreenPartyQueryVariables = Exact<{
  id: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type ScreenPartyQuery = { readonly exposedUniversities: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly university: { readonly id: string, readonly name: string } }> } | null };

export type FindQueryVariables = Exact<{
  text: string;
  kinds?: ReadonlyArray<EntityKind> | EntityKind | null | undefined;
  first: number;
  withFlags: boolean;
}>;


export type FindQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly score: number, readonly matchedName: string, readonly features: ReadonlyArray<{ readonly id: string, readonly value: number }>, readonly entity:
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
        | NamedFragment
       }> } | null, readonly flags?: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: FlagKind, readonly title: string }> } | null };

export type StartQueryVariables = Exact<{
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  letter: string;
}>;


export type StartQuery = { readonly graph: { readonly version: string, readonly changedAt: string | null, readonly sources: number, readonly flags: number, readonly checked: { readonly earliest: string, readonly latest: string } | null, readonly entities: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }> } | null, readonly mit: { readonly headline: string } | null, readonly berkeley: { readonly headline: string } | null, readonly caltech: { readonly headline: string } | null, readonly flags: { readonly nodes: ReadonlyArray<
      | Flagged_Listing_Fragment
      | Flagged_Probe_Fragment
    > } | null };

export type WhatIfMaterialQueryVariables = Exact<{
  university: string;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type WhatIfMaterialQuery = { readonly university: NamedFragment | null, readonly exposure: { readonly findings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly flags: ReadonlyArray<{ readonly flag: { readonly id: string, readonly kind: FlagKind, readonly title: string } }>, readonly counterparties: ReadonlyArray<{ readonly path: { readonly steps: ReadonlyArray<{ readonly relation:
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | Struck_Ownership_Fragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
                | StruckFragment
               }> }, readonly transactions: ReadonlyArray<{ readonly relation:
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | Struck_Ownership_Fragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
              | StruckFragment
             }> }> }> }, readonly scope: ScopeFragment } | null };

export type WhatIfQueryVariables = Exact<{
  university: string;
  scenario: Scenario;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type WhatIfQuery = { readonly whatIf: { readonly before: { readonly summary: string, readonly findings: { readonly totalCount: number }, readonly totals: ReadonlyArray<TotalFragment> }, readonly after: { readonly summary: string, readonly findings: { readonly totalCount: number }, readonly totals: ReadonlyArray<TotalFragment>, readonly scope: ScopeFragment }, readonly added: ReadonlyArray<{ readonly finding: FindingLineFragment, readonly because: ReadonlyArray<
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
      > }>, readonly removed: ReadonlyArray<{ readonly finding: FindingLineFragment, readonly because: ReadonlyArray<
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
      > }>, readonly changed: ReadonlyArray<{ readonly what: ReadonlyArray<FindingChange>, readonly before: FindingLineFragment, readonly after: FindingLineFragment, readonly because: ReadonlyArray<
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
      > }> } | null };

export type SupposedNamesQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type SupposedNamesQuery = { readonly nodes: ReadonlyArray<
    | { readonly text: string, readonly id: string }
    | { readonly name: string, readonly id: string }
    | { readonly title: string, readonly id: string }
    | { readonly publisher: string, readonly title: string, readonly id: string }
   | null> };

type Struck_QFbg9BhGkt3UtyVn6kZ14amp5Hxdm8lujk7kRNuGabQ_Fragment = { readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly publisher: string, readonly title: string } }> };

type Struck_Ownership_Fragment = { readonly id: string, readonly kind: RelationKind, readonly text: string, readonly status: ClaimStatus, readonly share: HeldFragment, readonly citations: ReadonlyArray<{ readonly source: { readonly id: string, readonly publisher: string, readonly title: string } }> };

export type StruckFragment =
  | Struck_QFbg9BhGkt3UtyVn6kZ14amp5Hxdm8lujk7kRNuGabQ_Fragment
  | Struck_Ownership_Fragment
;

export type FindingLineFragment = { readonly key: string, readonly channel: Channel, readonly timing: Timing, readonly control: Verdict, readonly target:
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
    | NamedFragment
  , readonly path: ToldPathFragment, readonly totals: ReadonlyArray<TotalFragment>, readonly counterparties: ReadonlyArray<{ readonly counterparty: { readonly id: string }, readonly economicShare: HeldFragment | null }> };

export type CiteWhatIfQueryVariables = Exact<{
  university: string;
  scenario: Scenario;
  validAt?: string | null | undefined;
  knownAt?: string | null | undefined;
  format: CitationFormat;
  address: string;
}>;


export type CiteWhatIfQuery = { readonly whatIf: { readonly after: { readonly citation: string } } | null };

export const askUniversityQuestion: TypedDocument<AskUniversityQuery, AskUniversityQueryVariables> = {
  text: "query AskUniversity($university:ID!$validAt:Date$knownAt:Date$flags:FlagSelection$targets:[ID!]$channels:[Channel!]$groups:Int!){university(id:$university){...Named region summary parts(validAt:$validAt knownAt:$knownAt){id name}decisions(knownAt:$knownAt first:20){nodes{...Decided responses(knownAt:$knownAt){text}citations(knownAt:$knownAt){...Cited}}}}exposure(university:$university validAt:$validAt knownAt:$knownAt flags:$flags targets:$targets channels:$channels){headline summary totals{...Total}denied{...Claimed}ownFlags{...Flagged}findings(first:0){totalCount}groups(first:$groups){totalCount nodes{group{...Named}timing explanation citations{...Cited}totals{...Total}findings{...FindingRow}repeats{key channel timing target{...Named}}}}afterDecision:transactions(afterDecision:true first:20){totalCount nodes{...Dealt}}scope{...Scope}}}fragment Named on Entity{id kind name shortName country}fragment Decided on Decision{id text kind start end by{...Named}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment FindingRow on Finding{key channel target{...Named}timing control restsOn totals{...Total}path{...ToldPath}counterparties{counterparty{...Named}control closedLoop economicShare{...Held}asOf}ofac:rule(regime:OFAC_50)eu:rule(regime:EU_50)uk:rule(regime:UK_50)bis:rule(regime:BIS_50)flags{flag{id title}role state timing}}fragment ToldPath on Path{text steps{relation{id status}}}fragment Held on Share{text isKnown min max minExclusive maxExclusive}fragment Dealt on TransactionTiming{...Dealing counterparty{...Named}timingText economicShare{...Held}flag{...Flagged}afterDecision{decision{...Decided}covers explanation}relation{kind from{...Named}to{...Named}...on Funding{form}}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const openFindingQuestion: TypedDocument<OpenFindingQuery, OpenFindingQueryVariables> = {
  text: "query OpenFinding($university:ID!$target:ID!$channel:Channel!$validAt:Date$knownAt:Date$flags:FlagSelection){exposure(university:$university targets:[$target]channels:[$channel]validAt:$validAt knownAt:$knownAt flags:$flags){headline groups(first:1){nodes{explanation citations{...Cited}}}findings(first:1){nodes{...WholeFinding}}scope{...Scope}}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment WholeFinding on Finding{key channel university{...Named}target{...Named}targetGroup{...Named}timing control restsOn explanation citations{...Cited}totals{...Total}lookThrough{...Money}paths(limit:5){...Walk}criticalClaims{...Claimed}responses{...Answered to{id}}decisions{decision{...Decided citations(knownAt:$knownAt){...Cited}}covers explanation}flags{flag{...WholeFlag}role state timing}counterparties{counterparty{...Named}asOf control closedLoop economicShare{...Held}transactions{...Dealt}ofac:rule(regime:OFAC_50){...Ruled}eu:rule(regime:EU_50){...Ruled}uk:rule(regime:UK_50){...Ruled}bis:rule(regime:BIS_50){...Ruled}}}fragment Named on Entity{id kind name shortName country}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}fragment Walk on Path{hops text steps{forward from{...Named}to{...Named}relation{...Claimed kind}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Answered on Response{id text kind date quote by{...Named}citations(knownAt:$knownAt){...Cited}}fragment Decided on Decision{id text kind start end by{...Named}}fragment WholeFlag on Flag{...Flagged note topics authorities{id name}events(knownAt:$knownAt){...Claimed event date}whole:responses(knownAt:$knownAt){...Answered}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment Held on Share{text isKnown min max minExclusive maxExclusive}fragment Dealt on TransactionTiming{...Dealing counterparty{...Named}timingText economicShare{...Held}flag{...Flagged}afterDecision{decision{...Decided}covers explanation}relation{kind from{...Named}to{...Named}...on Funding{form}}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Ruled on RuleAnswer{regime verdict wouldBe asOf aggregateShare{...Held}threshold explanation citation checkedOn}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const leadingProofQuestion: TypedDocument<LeadingProofQuery, LeadingProofQueryVariables> = {
  text: "query LeadingProof($university:ID!$targets:[ID!]$channels:[Channel!]$validAt:Date$knownAt:Date$flags:FlagSelection){exposure(university:$university targets:$targets channels:$channels validAt:$validAt knownAt:$knownAt flags:$flags){groups(first:1){nodes{proof{...Walk}}}transactions(first:100){...Dealings}}}fragment Walk on Path{hops text steps{forward from{...Named}to{...Named}relation{...Claimed kind}}}fragment Named on Entity{id kind name shortName country}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Dealings on TransactionConnection{totalCount nodes{...Dealing}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Money on MoneyRange{min max currency}",
};

export const citeAnswerQuestion: TypedDocument<CiteAnswerQuery, CiteAnswerQueryVariables> = {
  text: "query CiteAnswer($university:ID!$targets:[ID!]$channels:[Channel!]$validAt:Date$knownAt:Date$flags:FlagSelection$format:CitationFormat!$address:String!){exposure(university:$university targets:$targets channels:$channels validAt:$validAt knownAt:$knownAt flags:$flags){citation(format:$format address:$address)}}",
};

export const citeFindingQuestion: TypedDocument<CiteFindingQuery, CiteFindingQueryVariables> = {
  text: "query CiteFinding($university:ID!$target:ID!$channel:Channel!$validAt:Date$knownAt:Date$flags:FlagSelection$format:CitationFormat!$address:String!){exposure(university:$university targets:[$target]channels:[$channel]validAt:$validAt knownAt:$knownAt flags:$flags){groups(first:1){nodes{citation(format:$format address:$address)}}}}",
};

export const whyNotQuestion: TypedDocument<WhyNotQuery, WhyNotQueryVariables> = {
  text: "query WhyNot($university:ID!$target:ID!$validAt:Date$knownAt:Date$flags:FlagSelection$channels:[Channel!]){entity(id:$target){...Named}whyNot(university:$university target:$target validAt:$validAt knownAt:$knownAt flags:$flags channels:$channels){found explanation missing denied{...Claimed}successions{...Claimed}}}fragment Named on Entity{id kind name shortName country}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}",
};

export const askSeveralQuestion: TypedDocument<AskSeveralQuery, AskSeveralQueryVariables> = {
  text: "query AskSeveral($universities:[ID!]!$targets:[ID!]$named:[ID!]!$validAt:Date$knownAt:Date){nodes(ids:$universities){...on University{...Named decisions(knownAt:$knownAt first:50){nodes{...Decided counterparties{id}responses(knownAt:$knownAt){text}}}exposure(targets:$targets validAt:$validAt knownAt:$knownAt){findings(first:50){totalCount nodes{...ComparedRow}}groups(first:1){totalCount}totals{...Total}}}}named:nodes(ids:$named){...on Entity{...FlaggedParty}}sharedExposures(universities:$universities targets:$targets validAt:$validAt knownAt:$knownAt){shared{target{...FlaggedParty}findings{...ComparedRow}}scope{...Scope}}}fragment Named on Entity{id kind name shortName country}fragment Decided on Decision{id text kind start end by{...Named}}fragment ComparedRow on Finding{key channel timing university{...Named}target{id}totals{...Total}path{...ToldPath}}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}fragment ToldPath on Path{text steps{relation{id status}}}fragment FlaggedParty on Entity{...Named flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]validAt:$validAt knownAt:$knownAt first:50){totalCount nodes{...Flagged}}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const companyOwnershipQuestion: TypedDocument<CompanyOwnershipQuery, CompanyOwnershipQueryVariables> = {
  text: "query CompanyOwnership($id:ID!$validAt:Date$knownAt:Date){entity(id:$id){...Named aliases region founded dissolved website summary identifiers{scheme value url}decisions(first:25 knownAt:$knownAt validAt:$validAt){totalCount nodes{...Decided citations(knownAt:$knownAt){...Cited}}}...on Program{backers(knownAt:$knownAt){...Named}participants(first:100 knownAt:$knownAt){totalCount nodes{...Named}}}}ownership(of:$id validAt:$validAt knownAt:$knownAt){known unknown problems holders{...Stake}holdings{...Stake}scope{...Scope}}ofac:ownershipRule(company:$id regime:OFAC_50 validAt:$validAt knownAt:$knownAt){...Ruled}eu:ownershipRule(company:$id regime:EU_50 validAt:$validAt knownAt:$knownAt){...Ruled}uk:ownershipRule(company:$id regime:UK_50 validAt:$validAt knownAt:$knownAt){...Ruled}bis:ownershipRule(company:$id regime:BIS_50 validAt:$validAt knownAt:$knownAt){...Ruled}}fragment Named on Entity{id kind name shortName country}fragment Decided on Decision{id text kind start end by{...Named}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Stake on Stake{party{...Named}direct{...Held}integrated{...Held}control closedLoop converged path{hops text steps{forward from{id}to{id}relation{id kind status end ...on Ownership{share{...Held}}}}}}fragment Held on Share{text isKnown min max minExclusive maxExclusive}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}fragment Ruled on RuleAnswer{regime verdict wouldBe asOf aggregateShare{...Held}threshold explanation citation checkedOn}",
};

export const companyFlagsQuestion: TypedDocument<CompanyFlagsQuery, CompanyFlagsQueryVariables> = {
  text: "query CompanyFlags($id:ID!$validAt:Date$knownAt:Date){entity(id:$id){id flagged:flags(first:60 roles:[RESPONDENT LISTED COVERED_AFFILIATE]validAt:$validAt knownAt:$knownAt){totalCount nodes{...WholeFlag}}named:flags(first:30 roles:[RECORDS_REQUESTED VICTIM WITNESS MENTIONED]validAt:$validAt knownAt:$knownAt){totalCount nodes{...WholeFlag}}}}fragment WholeFlag on Flag{...Flagged note topics authorities{id name}events(knownAt:$knownAt){...Claimed event date}whole:responses(knownAt:$knownAt){...Answered}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Answered on Response{id text kind date quote by{...Named}citations(knownAt:$knownAt){...Cited}}fragment Named on Entity{id kind name shortName country}",
};

export const companyExposedQuestion: TypedDocument<CompanyExposedQuery, CompanyExposedQueryVariables> = {
  text: "query CompanyExposed($id:ID!$validAt:Date$knownAt:Date$first:Int!){exposedUniversities(to:$id first:$first validAt:$validAt knownAt:$knownAt){totalCount totals{...Total}nodes{university{...Named}totals{...Total}countedIn{id name}findings{key channel timing}}scope{...Scope}}}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}fragment Named on Entity{id kind name shortName country}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const companyDealingsQuestion: TypedDocument<CompanyDealingsQuery, CompanyDealingsQueryVariables> = {
  text: "query CompanyDealings($id:ID!$university:ID!$validAt:Date$knownAt:Date){exposure(university:$university targets:[$id]validAt:$validAt knownAt:$knownAt){transactions(first:100){...Dealings}}}fragment Dealings on TransactionConnection{totalCount nodes{...Dealing}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Money on MoneyRange{min max currency}",
};

export const flaggedCompaniesQuestion: TypedDocument<FlaggedCompaniesQuery, FlaggedCompaniesQueryVariables> = {
  text: "query FlaggedCompanies{companies(filter:{flagged:true}first:500){totalCount nodes{id name country flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]first:0){totalCount}}}}",
};

export const dashboardMatrixQuestion: TypedDocument<DashboardMatrixQuery, DashboardMatrixQueryVariables> = {
  text: "query DashboardMatrix($rows:MatrixAxis!$columns:MatrixAxis!$measure:MatrixMeasure!$currency:CurrencyCode!$limit:Int!$universities:[ID!]$countries:[CountryCode!]$from:Date$to:Date$flags:FlagSelection$validAt:Date$knownAt:Date){exposureMatrix(rows:$rows columns:$columns measure:$measure currency:$currency limit:$limit universities:$universities countries:$countries from:$from to:$to flags:$flags validAt:$validAt knownAt:$knownAt){...Laid}}fragment Laid on ExposureMatrix{currency rows{key label countedIn{id name}entity{...on University{partOf(validAt:$validAt knownAt:$knownAt){id}}}}columns{key label entity{name shortName}mainTarget{name shortName}total{min max committed{...Money}}}cells{row column min max committed{...Money}}scope{...Scope}}fragment Money on MoneyRange{min max currency}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const dashboardCellQuestion: TypedDocument<DashboardCellQuery, DashboardCellQueryVariables> = {
  text: "query DashboardCell($columns:MatrixAxis!$universities:[ID!]$countries:[CountryCode!]$from:Date$to:Date$flags:FlagSelection$validAt:Date$knownAt:Date){exposureMatrix(rows:UNIVERSITY columns:$columns measure:FINDINGS limit:40 universities:$universities countries:$countries from:$from to:$to flags:$flags validAt:$validAt knownAt:$knownAt){rows{key}columns{key label}cells{row column findings{key channel timing university{id name}target{id name}path{...ToldPath}}transactions(first:25){...Dealings}}}}fragment ToldPath on Path{text steps{relation{id status}}}fragment Dealings on TransactionConnection{totalCount nodes{...Dealing}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Money on MoneyRange{min max currency}",
};

export const dashboardBarQuestion: TypedDocument<DashboardBarQuery, DashboardBarQueryVariables> = {
  text: "query DashboardBar($rows:MatrixAxis!$limit:Int!$currency:CurrencyCode!$universities:[ID!]$countries:[CountryCode!]$from:Date$to:Date$flags:FlagSelection$validAt:Date$knownAt:Date){exposureMatrix(rows:$rows columns:TIMING measure:GROSS currency:$currency limit:$limit universities:$universities countries:$countries from:$from to:$to flags:$flags validAt:$validAt knownAt:$knownAt){rows{key label}cells{row transactions(first:25){...Dealings}}}}fragment Dealings on TransactionConnection{totalCount nodes{...Dealing}}fragment Dealing on TransactionTiming{timing relation{...Claimed ...on Funding{amount{...Money}}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Money on MoneyRange{min max currency}",
};

export const dashboardCurrenciesQuestion: TypedDocument<DashboardCurrenciesQuery, DashboardCurrenciesQueryVariables> = {
  text: "query DashboardCurrencies($universities:[ID!]$countries:[CountryCode!]$from:Date$to:Date$flags:FlagSelection$validAt:Date$knownAt:Date){exposureMatrix(rows:UNIVERSITY columns:TIMING measure:TRANSACTIONS limit:1 universities:$universities countries:$countries from:$from to:$to flags:$flags validAt:$validAt knownAt:$knownAt){totals{currency}}}",
};

export const dashboardFlagsQuestion: TypedDocument<DashboardFlagsQuery, DashboardFlagsQueryVariables> = {
  text: "query DashboardFlags($filter:FlagFilter$validAt:Date$knownAt:Date$first:Int!){flags(filter:$filter validAt:$validAt knownAt:$knownAt first:$first){totalCount nodes{id kind title state(validAt:$validAt knownAt:$knownAt)outcome(validAt:$validAt knownAt:$knownAt){event date}events(knownAt:$knownAt){event date}responses(knownAt:$knownAt){kind date text by{id name shortName}}subjects(roles:[RESPONDENT LISTED COVERED_AFFILIATE]knownAt:$knownAt first:30){totalCount nodes{role entity{id name shortName country}}}...on Listing{list}}}graph{version dossiers{title}}}",
};

export const dashboardChoicesQuestion: TypedDocument<DashboardChoicesQuery, DashboardChoicesQueryVariables> = {
  text: "query DashboardChoices{universities(first:500){nodes{id country}}payers:fundingTotals(groupBy:[COUNTRY]first:300){nodes{keys{dimension key}}}}",
};

export const graphVersionQuestion: TypedDocument<GraphVersionQuery, GraphVersionQueryVariables> = {
  text: "query GraphVersion{graph{version}}",
};

export const exploreEntitiesQuestion: TypedDocument<ExploreEntitiesQuery, ExploreEntitiesQueryVariables> = {
  text: "query ExploreEntities($ids:[ID!]!$knownAt:Date$first:Int!$after:String){nodes(ids:$ids){...on Entity{...Party relations(knownAt:$knownAt first:$first after:$after){totalCount pageInfo{hasNextPage endCursor}nodes{...Drawn}}}}graph{version}}fragment Party on Entity{id kind name shortName country founded dissolved}fragment Drawn on Relation{id kind status text start end from{...Party}to{...Party}citations(knownAt:$knownAt){source{id publisher published retrieved}}dossier{title}...on Ownership{share{min max minExclusive maxExclusive}}...on Funding{amount{...Money}}}fragment Money on MoneyRange{min max currency}",
};

export const exploreAmongQuestion: TypedDocument<ExploreAmongQuery, ExploreAmongQueryVariables> = {
  text: "query ExploreAmong($id:ID!$others:[ID!]!$knownAt:Date$first:Int!$after:String){entity(id:$id){relations(others:$others knownAt:$knownAt first:$first after:$after){pageInfo{hasNextPage endCursor}nodes{...Drawn}}}}fragment Drawn on Relation{id kind status text start end from{...Party}to{...Party}citations(knownAt:$knownAt){source{id publisher published retrieved}}dossier{title}...on Ownership{share{min max minExclusive maxExclusive}}...on Funding{amount{...Money}}}fragment Party on Entity{id kind name shortName country founded dissolved}fragment Money on MoneyRange{min max currency}",
};

export const exploreChainQuestion: TypedDocument<ExploreChainQuery, ExploreChainQueryVariables> = {
  text: "query ExploreChain($university:ID!$target:ID!$channels:[Channel!]$validAt:Date){exposure(university:$university targets:[$target]channels:$channels validAt:$validAt){findings(first:10){nodes{paths(limit:3){...Way}}}}}fragment Way on Path{text steps{from{id name}to{id name}relation{status}}}",
};

export const explorePathsQuestion: TypedDocument<ExplorePathsQuery, ExplorePathsQueryVariables> = {
  text: "query ExplorePaths($from:ID!$to:ID!$limit:Int!$avoid:[ID!]$validAt:Date){paths(from:$from to:$to limit:$limit avoid:$avoid validAt:$validAt){paths{...Way}scope{maxHops truncated{reason at{id name}}}}}fragment Way on Path{text steps{from{id name}to{id name}relation{status}}}",
};

export const exploreFlagsQuestion: TypedDocument<ExploreFlagsQuery, ExploreFlagsQueryVariables> = {
  text: "query ExploreFlags($ids:[ID!]!$validAt:Date$knownAt:Date){nodes(ids:$ids){...on Entity{...Named summary flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]validAt:$validAt knownAt:$knownAt first:50){totalCount nodes{...Flagged}}}}}fragment Named on Entity{id kind name shortName country}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}",
};

export const explorePairQuestion: TypedDocument<ExplorePairQuery, ExplorePairQueryVariables> = {
  text: "query ExplorePair($id:ID!$others:[ID!]!$kinds:[RelationKind!]$knownAt:Date$first:Int!){entity(id:$id){relations(others:$others kinds:$kinds knownAt:$knownAt first:$first){nodes{...Claimed}}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}",
};

export const exploreAllegationsQuestion: TypedDocument<ExploreAllegationsQuery, ExploreAllegationsQueryVariables> = {
  text: "query ExploreAllegations($ids:[ID!]!$validAt:Date$knownAt:Date){nodes(ids:$ids){...on Entity{id flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]validAt:$validAt knownAt:$knownAt first:50){nodes{...Flagged events(knownAt:$knownAt){citations{source{id}}}}}}}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}",
};

export const exploreClaimsQuestion: TypedDocument<ExploreClaimsQuery, ExploreClaimsQueryVariables> = {
  text: "query ExploreClaims($ids:[ID!]!$knownAt:Date){nodes(ids:$ids){...on Claim{...Claimed}}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}",
};

export const askFlagQuestion: TypedDocument<AskFlagQuery, AskFlagQueryVariables> = {
  text: "query AskFlag($flag:ID!$ids:[ID!]!$validAt:Date$knownAt:Date){node(id:$flag){...on Flag{...WholeFlag subjects(first:200 knownAt:$knownAt){totalCount nodes{role entity{...Named}}}}}exposureMatrix(rows:UNIVERSITY columns:CHANNEL measure:FINDINGS limit:200 flags:{ids:$ids}validAt:$validAt knownAt:$knownAt){rows{key label}columns{key}cells{row column min}scope{...Scope}}}fragment WholeFlag on Flag{...Flagged note topics authorities{id name}events(knownAt:$knownAt){...Claimed event date}whole:responses(knownAt:$knownAt){...Answered}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Answered on Response{id text kind date quote by{...Named}citations(knownAt:$knownAt){...Cited}}fragment Named on Entity{id kind name shortName country}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const flagTitleQuestion: TypedDocument<FlagTitleQuery, FlagTitleQueryVariables> = {
  text: "query FlagTitle($flag:ID!){node(id:$flag){...on Flag{id title}}}",
};

export const reviewCounterpartyQuestion: TypedDocument<ReviewCounterpartyQuery, ReviewCounterpartyQueryVariables> = {
  text: "query ReviewCounterparty($university:ID!$counterparty:ID!$validAt:Date$knownAt:Date){elevatedRiskReview(university:$university counterparty:$counterparty validAt:$validAt knownAt:$knownAt){university{...Named}counterparty{...Named region}countries summary policies{applies explanation because{text steps{relation{status}}}policy{id name countries criteria start end citations(knownAt:$knownAt){...Cited}}}decisions{covers explanation decision{...Decided citations(knownAt:$knownAt){...Cited}responses(knownAt:$knownAt){text}}}criteria{criterion explanation flags{...Flagged}claims{...Claimed}}scope{...Scope}}}fragment Named on Entity{id kind name shortName country}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}fragment Decided on Decision{id text kind start end by{...Named}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const partyNamesQuestion: TypedDocument<PartyNamesQuery, PartyNamesQueryVariables> = {
  text: "query PartyNames($ids:[ID!]!){nodes(ids:$ids){...on Entity{...Named}}}fragment Named on Entity{id kind name shortName country}",
};

export const reviewingUniversitiesQuestion: TypedDocument<ReviewingUniversitiesQuery, ReviewingUniversitiesQueryVariables> = {
  text: "query ReviewingUniversities{universities(first:500){nodes{id name reviewPolicies{id name}}}}",
};

export const screenNameQuestion: TypedDocument<ScreenNameQuery, ScreenNameQueryVariables> = {
  text: "query ScreenName($text:String!){search(text:$text first:3){totalCount nodes{score matchedName features{id value}entity{...Named flags(roles:[RESPONDENT LISTED COVERED_AFFILIATE]first:1){totalCount}}}}}fragment Named on Entity{id kind name shortName country}",
};

export const screenUniversityQuestion: TypedDocument<ScreenUniversityQuery, ScreenUniversityQueryVariables> = {
  text: "query ScreenUniversity($id:ID!$validAt:Date$knownAt:Date){exposure(university:$id validAt:$validAt knownAt:$knownAt){findings(first:1){totalCount}groups(first:5){totalCount nodes{group{id name}}}totals{...Total}}}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}",
};

export const screenPartyQuestion: TypedDocument<ScreenPartyQuery, ScreenPartyQueryVariables> = {
  text: "query ScreenParty($id:ID!$validAt:Date$knownAt:Date){exposedUniversities(to:$id first:3 validAt:$validAt knownAt:$knownAt){totalCount nodes{university{id name}}}}",
};

export const findQuestion: TypedDocument<FindQuery, FindQueryVariables> = {
  text: "query Find($text:String!$kinds:[EntityKind!]$first:Int!$withFlags:Boolean!){search(text:$text kinds:$kinds first:$first){totalCount nodes{score matchedName features{id value}entity{...Named}}}flags(filter:{text:$text}first:5)@include(if:$withFlags){nodes{id kind title}}}fragment Named on Entity{id kind name shortName country}",
};

export const startQuestion: TypedDocument<StartQuery, StartQueryVariables> = {
  text: "query Start($validAt:Date$knownAt:Date$letter:Date!){graph{version changedAt sources flags checked{earliest latest}entities{kind count}}mit:exposure(university:\"university:mit\" validAt:$letter knownAt:$knownAt){headline}berkeley:exposure(university:\"university:uc-berkeley\" validAt:$validAt knownAt:$knownAt){headline}caltech:exposure(university:\"university:caltech\" validAt:$validAt knownAt:$knownAt){headline}flags(last:3 validAt:$validAt knownAt:$knownAt){nodes{...Flagged}}}fragment Flagged on Flag{id kind title outcomeText(validAt:$validAt knownAt:$knownAt)state(validAt:$validAt knownAt:$knownAt)responses(knownAt:$knownAt){text date}...on Probe{type docket}...on Listing{list listClass reference}}",
};

export const whatIfMaterialQuestion: TypedDocument<WhatIfMaterialQuery, WhatIfMaterialQueryVariables> = {
  text: "query WhatIfMaterial($university:ID!$validAt:Date$knownAt:Date){university(id:$university){...Named}exposure(university:$university validAt:$validAt knownAt:$knownAt){findings(first:40){totalCount nodes{flags{flag{id kind title}}counterparties{path{steps{relation{...Struck}}}transactions{relation{...Struck}}}}}scope{...Scope}}}fragment Named on Entity{id kind name shortName country}fragment Struck on Relation{id kind text status citations(knownAt:$knownAt){source{id publisher title}}...on Ownership{share{...Held}}}fragment Held on Share{text isKnown min max minExclusive maxExclusive}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}",
};

export const whatIfQuestion: TypedDocument<WhatIfQuery, WhatIfQueryVariables> = {
  text: "query WhatIf($university:ID!$scenario:Scenario!$validAt:Date$knownAt:Date){whatIf(university:$university scenario:$scenario validAt:$validAt knownAt:$knownAt){before{summary findings{totalCount}totals{...Total}}after{summary findings{totalCount}totals{...Total}scope{...Scope}}added{finding{...FindingLine}because{...Claimed}}removed{finding{...FindingLine}because{...Claimed}}changed{what before{...FindingLine}after{...FindingLine}because{...Claimed}}}}fragment Total on ExposureTotal{currency concurrent{...Money}possiblyConcurrent{...Money}after{...Money}before{...Money}undated{...Money}withoutFlag{...Money}committed{...Money}afterDecision{...Money}transactions unknownAmounts}fragment Money on MoneyRange{min max currency}fragment Scope on SearchScope{validAt knownAt graphVersion statuses channels maxHops hubLimit warnings truncated{reason skippedRelations at{id name}}checked{earliest latest}dossiers{slug title lastChecked}}fragment FindingLine on Finding{key channel timing control target{...Named}path{...ToldPath}totals{...Total}counterparties{counterparty{id}economicShare{...Held}}}fragment Named on Entity{id kind name shortName country}fragment ToldPath on Path{text steps{relation{id status}}}fragment Held on Share{text isKnown min max minExclusive maxExclusive}fragment Claimed on Claim{id text status start end recorded note citations(knownAt:$knownAt){...Cited}}fragment Cited on Citation{quote locator isLater source{id publisher copyOf title url archivedUrl published retrieved grade}}",
};

export const supposedNamesQuestion: TypedDocument<SupposedNamesQuery, SupposedNamesQueryVariables> = {
  text: "query SupposedNames($ids:[ID!]!){nodes(ids:$ids){id ...on Entity{name}...on Flag{title}...on Claim{text}...on Source{publisher title}}}",
};

export const citeWhatIfQuestion: TypedDocument<CiteWhatIfQuery, CiteWhatIfQueryVariables> = {
  text: "query CiteWhatIf($university:ID!$scenario:Scenario!$validAt:Date$knownAt:Date$format:CitationFormat!$address:String!){whatIf(university:$university scenario:$scenario validAt:$validAt knownAt:$knownAt){after{citation(format:$format address:$address)}}}",
};
