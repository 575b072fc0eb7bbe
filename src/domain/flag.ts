import type { ClaimBase } from "./claim.js";
import { DAWN, type Day } from "./day.js";
import type { EntityId } from "./entity.js";

export const FLAG_KINDS = { Probe: { prefix: "probe" }, Listing: { prefix: "listing" } } as const;
export type FlagKind = keyof typeof FLAG_KINDS;
export type FlagId = string;

export const PROBE_TYPES = [
  "investigation",
  "prosecution",
  "congressional_inquiry",
  "regulatory_review",
  "audit",
  "enforcement",
] as const;
export type ProbeType = (typeof PROBE_TYPES)[number];

/** The six criteria of an elevated-risk review, and what a flag may be about besides. */
export const RISK_TOPICS = [
  "intellectual_property",
  "export_controls",
  "data_security",
  "economic_competitiveness",
  "national_security",
  "human_rights",
  "sanctions",
  "corruption",
  "foreign_funding_disclosure",
] as const;
export type RiskTopic = (typeof RISK_TOPICS)[number];

/** What a government did: a probe or a listing action. Its life is told by its events. */
export interface Flag {
  readonly id: FlagId;
  readonly kind: FlagKind;
  readonly title: string;
  /** Probe only. */
  readonly type: ProbeType | null;
  /** Listing only: a key of LISTS. */
  readonly list: string | null;
  readonly authorities: readonly EntityId[];
  readonly docket: string | null;
  /** Listing only, e.g. 84 FR 22961. */
  readonly reference: string | null;
  readonly country: string | null;
  readonly topics: readonly RiskTopic[];
  readonly note: string | null;
  readonly dossiers: readonly string[];
}

export const SUBJECT_ROLES = [
  "respondent",
  "listed",
  "covered_affiliate",
  "records_requested",
  "victim",
  "witness",
  "mentioned",
] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];
/** Only these make an entity flagged; the others are shown with the flag and transmit nothing. */
export const FLAGGING_ROLES: readonly SubjectRole[] = ["respondent", "listed", "covered_affiliate"];

/** The order in which events of one day apply. */
export const FLAG_EVENT_KINDS = [
  "opened",
  "alleged",
  "charged",
  "listed",
  "amended",
  "settled",
  "pleaded_guilty",
  "convicted",
  "judgment",
  "dismissed",
  "acquitted",
  "closed",
  "suspended",
  "delisted",
  "expired",
] as const;
export type FlagEventKind = (typeof FLAG_EVENT_KINDS)[number];
export const OPENING_EVENTS: readonly FlagEventKind[] = ["opened", "alleged", "charged", "listed"];
/** How a flag comes out: what establishes or ends it. */
export const OUTCOME_EVENTS: readonly FlagEventKind[] = [
  "settled",
  "pleaded_guilty",
  "convicted",
  "judgment",
  "dismissed",
  "acquitted",
  "closed",
  "delisted",
  "expired",
];

/** The first day on which an event may have come. An opening one that is open to the left is read as its last day ("by D"). */
export function firstDayOf({ event, clock }: Pick<FlagEvent, "event" | "clock">): Day {
  const openLeft = OPENING_EVENTS.includes(event) && clock.startEarliest <= DAWN;
  return openLeft ? clock.startLatest : clock.startEarliest;
}

export const FLAG_STATES = ["open", "established", "ended", "suspended"] as const;
export type FlagState = (typeof FLAG_STATES)[number];

export interface FlagSubject extends ClaimBase {
  readonly record: "subject";
  readonly flag: FlagId;
  readonly entity: EntityId;
  readonly role: SubjectRole;
}

/** Its date stands in `start`; `end` is null. */
export interface FlagEvent extends ClaimBase {
  readonly record: "event";
  readonly flag: FlagId;
  readonly event: FlagEventKind;
}

export const RESPONSE_KINDS = ["denied", "admitted", "no_comment", "no_reply", "statement"] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** The right of reply. Its date stands in `start`; `to` is a flag's id or a decision's claim id. */
export interface Response extends ClaimBase {
  readonly record: "response";
  readonly to: FlagId | string;
  readonly by: EntityId;
  readonly kind: ResponseKind;
}
