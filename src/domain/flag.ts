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

export interface SubjectRoleRow {
  /** Whether it makes an entity flagged; the others are shown with the flag and transmit nothing. */
  readonly isFlagging: boolean;
  /** The kinds of flags in which it can be told. */
  readonly toldIn: readonly FlagKind[];
  readonly description: string;
}

/** The roles in which a flag concerns an entity, the gravest first. */
export const SUBJECT_ROLE_TABLE = {
  respondent: { isFlagging: true, toldIn: ["Probe"], description: "Accused, charged or under inquiry." },
  listed: { isFlagging: true, toldIn: ["Listing"], description: "Has an entry of its own." },
  covered_affiliate: {
    isFlagging: true,
    toldIn: ["Listing"],
    description: "Covered by the text without an entry of its own.",
  },
  records_requested: { isFlagging: false, toldIn: ["Probe"], description: "Was asked for records." },
  victim: { isFlagging: false, toldIn: ["Probe"], description: "Is named as a victim." },
  witness: { isFlagging: false, toldIn: ["Probe"], description: "Is named as a witness." },
  mentioned: { isFlagging: false, toldIn: ["Probe", "Listing"], description: "Is mentioned." },
} as const satisfies Record<string, SubjectRoleRow>;
export type SubjectRole = keyof typeof SUBJECT_ROLE_TABLE;
export const SUBJECT_ROLES = Object.keys(SUBJECT_ROLE_TABLE) as readonly SubjectRole[];
export const FLAGGING_ROLES = SUBJECT_ROLES.filter((role) => SUBJECT_ROLE_TABLE[role].isFlagging);

/**
 * What an event makes of a flag: open; open unless it is suspended; open where it had no state; established; over, which is
 * ended unless something was established; ended; or suspended.
 */
export type EventEffect =
  | "open"
  | "openUnlessSuspended"
  | "openAtFirst"
  | "established"
  | "over"
  | "ended"
  | "suspended";

export interface FlagEventRow {
  readonly makes: EventEffect;
  /** Whether a flag's life may begin with it. */
  readonly isOpening: boolean;
  /** Whether it is how a flag comes out: what establishes or ends it. */
  readonly isOutcome: boolean;
  readonly description: string;
}

/** The events of a flag, in the order in which those of one day apply. */
export const FLAG_EVENTS = {
  opened: { makes: "open", isOpening: true, isOutcome: false, description: "It was opened: OPEN from here." },
  alleged: {
    makes: "openAtFirst",
    isOpening: true,
    isOutcome: false,
    description: "It was alleged: OPEN if it had no state yet.",
  },
  charged: {
    makes: "openUnlessSuspended",
    isOpening: true,
    isOutcome: false,
    description: "Charges were brought: OPEN from here.",
  },
  listed: {
    makes: "open",
    isOpening: true,
    isOutcome: false,
    description: "The listing took effect: OPEN from here.",
  },
  amended: {
    makes: "openAtFirst",
    isOpening: false,
    isOutcome: false,
    description: "It was changed: the state stays.",
  },
  settled: {
    makes: "established",
    isOpening: false,
    isOutcome: true,
    description: "It was settled: ESTABLISHED.",
  },
  pleaded_guilty: {
    makes: "established",
    isOpening: false,
    isOutcome: true,
    description: "A guilty plea: ESTABLISHED.",
  },
  convicted: {
    makes: "established",
    isOpening: false,
    isOutcome: true,
    description: "A conviction: ESTABLISHED.",
  },
  judgment: {
    makes: "established",
    isOpening: false,
    isOutcome: true,
    description: "A judgment: ESTABLISHED.",
  },
  dismissed: { makes: "ended", isOpening: false, isOutcome: true, description: "It was dismissed: ENDED." },
  acquitted: { makes: "ended", isOpening: false, isOutcome: true, description: "An acquittal: ENDED." },
  closed: {
    makes: "over",
    isOpening: false,
    isOutcome: true,
    description: "It was closed: ENDED unless something was established.",
  },
  suspended: {
    makes: "suspended",
    isOpening: false,
    isOutcome: false,
    description: "It was suspended: SUSPENDED.",
  },
  delisted: {
    makes: "ended",
    isOpening: false,
    isOutcome: true,
    description: "The listing was lifted: ENDED.",
  },
  expired: {
    makes: "over",
    isOpening: false,
    isOutcome: true,
    description: "It ran out: ENDED unless something was established.",
  },
} as const satisfies Record<string, FlagEventRow>;
export type FlagEventKind = keyof typeof FLAG_EVENTS;
export const FLAG_EVENT_KINDS = Object.keys(FLAG_EVENTS) as readonly FlagEventKind[];
export const OPENING_EVENTS = FLAG_EVENT_KINDS.filter((event) => FLAG_EVENTS[event].isOpening);
export const OUTCOME_EVENTS = FLAG_EVENT_KINDS.filter((event) => FLAG_EVENTS[event].isOutcome);

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
