/*
 * Generated from documents/*.graphql and schema/schema.graphql; a test keeps it equal to them.
 * To write it anew: npx vitest run --project unit tests/explorer/typed-documents.test.ts -u
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

/** On what kind of word a claim rests. Strongest first. */
export type ClaimStatus =
  /** Somebody alleges it. Counts only where a question asks for it. */
  | 'ALLEGED'
  /** The party concerned, a public record or several sources say so. */
  | 'CONFIRMED'
  /** The source states that it was not so. Never counts. */
  | 'DENIED'
  /** A source reports it. */
  | 'REPORTED';

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

export type MoneyFragment = { readonly min: number, readonly max: number | null, readonly currency: string };

export type EntityFragment = { readonly id: string, readonly kind: EntityKind, readonly name: string, readonly aliases: ReadonlyArray<string>, readonly country: string | null };

export type TotalFragment = { readonly currency: string, readonly transactions: number, readonly unknownAmounts: number, readonly concurrent: MoneyFragment, readonly possiblyConcurrent: MoneyFragment, readonly after: MoneyFragment, readonly before: MoneyFragment, readonly undated: MoneyFragment, readonly afterDecision: MoneyFragment };

export type ScopeFragment = { readonly validAt: string, readonly knownAt: string, readonly graphVersion: string, readonly statuses: ReadonlyArray<ClaimStatus>, readonly channels: ReadonlyArray<Channel> | null, readonly maxHops: number | null, readonly hubLimit: number | null, readonly truncated: ReadonlyArray<{ readonly reason: TruncationReason, readonly skippedRelations: number | null, readonly at: { readonly id: string, readonly name: string } | null }>, readonly dossiers: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly lastChecked: string | null }> };

export type CitedFragment = { readonly quote: string | null, readonly locator: string | null, readonly source: { readonly id: string, readonly publisher: string, readonly title: string, readonly url: string | null, readonly archivedUrl: string | null, readonly published: string | null, readonly retrieved: string | null, readonly grade: string | null } };

export type ClaimedFragment = { readonly id: string, readonly text: string, readonly status: ClaimStatus, readonly start: string | null, readonly end: string | null, readonly recorded: string | null, readonly note: string | null, readonly citations: ReadonlyArray<CitedFragment> };

export type AnsweredFragment = { readonly id: string, readonly text: string, readonly kind: ResponseKind, readonly date: string | null, readonly quote: string | null, readonly by: EntityFragment, readonly citations: ReadonlyArray<CitedFragment> };

export type GraphInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type GraphInfoQuery = { readonly graph: { readonly version: string, readonly changedAt: string | null, readonly flags: number, readonly sources: number, readonly dossiers: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly claims: number, readonly lastChecked: string | null }>, readonly entities: ReadonlyArray<{ readonly kind: EntityKind, readonly count: number }> } | null };

export const graphInfoQuestion: TypedDocument<GraphInfoQuery, GraphInfoQueryVariables> = {
  text: "query GraphInfo{graph{version changedAt flags sources dossiers{slug title claims lastChecked}entities{kind count}}}",
};
