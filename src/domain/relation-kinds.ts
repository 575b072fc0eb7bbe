import type { EntityKind } from "./entity.js";
import type { AmountQualifier, MoneyRange } from "./money.js";
import type { Share } from "./share.js";

const ANY: readonly EntityKind[] = [
  "University",
  "Company",
  "Organization",
  "PublicBody",
  "Program",
  "Person",
  "Arrangement",
  "UnknownParty",
];
const HOLDERS = ANY.filter((kind) => kind !== "Program");
const HELD: readonly EntityKind[] = ["Company", "Organization", "Arrangement", "University"];
const BODIES: readonly EntityKind[] = ["Company", "Organization", "University", "PublicBody"];

/**
 * Which way ownership goes through a claim of the kind: down from its `from` to its `to`, up from its `from` to its `to`,
 * up as from a part to its whole, or none. Those that transmit make up ownership chains.
 */
export type Transmission = "down" | "up" | "part" | "none";

/**
 * What a claim of the kind is in a proof: a link of a chain, a transaction, a side of a program, one of two names,
 * nothing.
 */
export type ProofPart = "chain" | "transaction" | "program" | "identity" | "none";

/** How an empty end reads: it still holds, it is certain until last stated, or it is one day. */
export type EmptyEnd = "holds" | "lastStated" | "oneDay";

export interface RelationKindRow {
  /** The graph's relationship type. */
  readonly verb: string;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** Cells of relations.csv that belong to this kind beside the common ones. */
  readonly fields: readonly string[];
  readonly sameKind?: true;
  /** PartOf joins Program to Program, and bodies to bodies, never one to the other. */
  readonly programToProgram?: true;
  readonly transmits: Transmission;
  readonly carriesMoney: boolean;
  /** Whether it ties a university to another party or to a program. */
  readonly isTie: boolean;
  readonly inProof: ProofPart;
  /** What it says of its ends on a path, read with it and against it: of no day, so in the past tense. */
  readonly words: readonly [forward: string, backward: string];
  /** Its heading on the pages, and the word on a line between two entities. */
  readonly title: string;
  readonly label: string;
  /** Its place where kinds take turns or stand in lists. */
  readonly order: number;
  readonly emptyEnd: EmptyEnd;
  readonly description: string;
}

/** Every relation of the graph: one table from which columns, labels, enums and tests are read. */
export const RELATION_KINDS = {
  Ownership: {
    verb: "OWNS",
    from: HOLDERS,
    to: HELD,
    fields: ["share", "right"],
    transmits: "down",
    carriesMoney: false,
    isTie: false,
    inProof: "chain",
    words: ["owned a share of", "was owned, in part or in whole, by"],
    title: "Ownership",
    label: "owns",
    order: 3,
    emptyEnd: "holds",
    description: "From holder to held: a share, known or not.",
  },
  Control: {
    verb: "CONTROLS",
    from: HOLDERS,
    to: HELD,
    fields: ["basis"],
    transmits: "down",
    carriesMoney: false,
    isTie: false,
    inProof: "chain",
    words: ["controlled", "was controlled by"],
    title: "Control",
    label: "controls",
    order: 4,
    emptyEnd: "holds",
    description: "From controller to controlled; says nothing of the share.",
  },
  Affiliation: {
    verb: "AFFILIATED_WITH",
    from: BODIES,
    to: BODIES,
    fields: [],
    transmits: "up",
    carriesMoney: false,
    isTie: false,
    inProof: "chain",
    words: ["was an affiliate of", "had the affiliate"],
    title: "Affiliation",
    label: "belongs to",
    order: 5,
    emptyEnd: "holds",
    description: "From affiliate to group: an authority or the company says that they belong together.",
  },
  PartOf: {
    verb: "PART_OF",
    from: [...BODIES, "Program"],
    to: [...BODIES, "Program"],
    fields: [],
    programToProgram: true,
    transmits: "part",
    carriesMoney: false,
    isTie: false,
    inProof: "chain",
    words: ["was part of", "had as a part"],
    title: "Part of",
    label: "part of",
    order: 6,
    emptyEnd: "holds",
    description: "From unit to whole: the same legal person or scheme.",
  },
  Funding: {
    verb: "FUNDED",
    from: ANY,
    to: ANY,
    fields: ["amount", "amount_max", "amount_qualifier", "amount_per", "currency", "payment", "form"],
    transmits: "none",
    carriesMoney: true,
    isTie: true,
    inProof: "transaction",
    words: ["funded", "had funding from"],
    title: "Money",
    label: "money",
    order: 1,
    emptyEnd: "oneDay",
    description: "From payer to recipient: money given, paid or promised.",
  },
  Collaboration: {
    verb: "COLLABORATES_WITH",
    from: ANY,
    to: ANY,
    fields: ["form"],
    transmits: "none",
    carriesMoney: false,
    isTie: true,
    inProof: "transaction",
    words: ["had research or other ties with", "had research or other ties with"],
    title: "Research together",
    label: "research",
    order: 2,
    emptyEnd: "lastStated",
    description: "One side and the other, read both ways: research or membership together.",
  },
  Participation: {
    verb: "PARTICIPATES_IN",
    from: ANY,
    to: ["Program"],
    fields: ["role"],
    transmits: "none",
    carriesMoney: false,
    isTie: true,
    inProof: "program",
    words: ["had a tie to", "had a tie to"],
    title: "Taking part",
    label: "takes part",
    order: 7,
    emptyEnd: "lastStated",
    description: "From an entity to the program that it takes part in.",
  },
  Backing: {
    verb: "BACKS",
    from: ANY,
    to: ["Program"],
    fields: ["role"],
    transmits: "none",
    carriesMoney: false,
    isTie: true,
    inProof: "program",
    words: ["ran or funded", "was run or funded by"],
    title: "Running or funding a program",
    label: "backs",
    order: 8,
    emptyEnd: "holds",
    description: "From an entity to the program that it runs or funds.",
  },
  Post: {
    verb: "HOLDS_POST",
    from: ["Person"],
    to: ANY,
    fields: ["role"],
    transmits: "none",
    carriesMoney: false,
    isTie: false,
    inProof: "none",
    words: ["held a post at", "had in a post"],
    title: "Posts held",
    label: "post",
    order: 9,
    emptyEnd: "lastStated",
    description: "From a person to the entity in which the person holds a post.",
  },
  Succession: {
    verb: "SUCCEEDS",
    from: ANY,
    to: ANY,
    fields: [],
    sameKind: true,
    transmits: "none",
    carriesMoney: false,
    isTie: false,
    inProof: "none",
    words: ["was the successor of", "was the predecessor of"],
    title: "Succession",
    label: "succeeds",
    order: 10,
    emptyEnd: "holds",
    description: "From successor to predecessor; transmits nothing.",
  },
  Identity: {
    verb: "SAME_AS",
    from: ANY,
    to: ANY,
    fields: ["probability", "decided_by"],
    sameKind: true,
    transmits: "none",
    carriesMoney: false,
    isTie: false,
    inProof: "identity",
    words: ["is the same as", "is the same as"],
    title: "The same party",
    label: "same as",
    order: 11,
    emptyEnd: "holds",
    description: "From an entity to the entity that it is; only a decided one counts.",
  },
  Link: {
    verb: "LINKED_TO",
    from: ANY,
    to: ANY,
    fields: [],
    transmits: "none",
    carriesMoney: false,
    isTie: false,
    inProof: "none",
    words: ["was said to be connected with", "was said to be connected with"],
    title: "Other reported links",
    label: "linked",
    order: 12,
    emptyEnd: "holds",
    description: "A reported connection that fits nothing else; never transmits exposure.",
  },
} as const satisfies Record<string, RelationKindRow>;

export type RelationKind = keyof typeof RELATION_KINDS;
export const RELATION_KIND_NAMES = Object.keys(RELATION_KINDS) as readonly RelationKind[];

/** Names of kinds by what they transmit: one ownership step each. */
export const OWN_STEP_KINDS = RELATION_KIND_NAMES.filter((kind) => RELATION_KINDS[kind].transmits !== "none");

export const OWNERSHIP_RIGHTS = ["economic", "votes", "unspecified"] as const;
export const CONTROL_BASES = ["consolidation", "board", "contract", "law", "stated"] as const;
export const FUNDING_FORMS = [
  "gift",
  "contract",
  "grant",
  "sponsorship",
  "fellowship",
  "equipment",
  "unspecified",
] as const;
/** For what time an amount is given, where it is no whole. It is never multiplied. */
export const AMOUNT_PERIODS = ["year"] as const;
/** Committed: announced or promised, and no source shows that it was paid. */
export const PAYMENTS = ["paid", "committed"] as const;
export const COLLABORATION_FORMS = [
  "research_agreement",
  "joint_laboratory",
  "membership",
  "unspecified",
] as const;
export const PARTICIPATION_ROLES = ["participant", "partner", "host"] as const;
export const BACKING_ROLES = ["runs", "funds"] as const;

export type OwnershipRight = (typeof OWNERSHIP_RIGHTS)[number];
export type ControlBasis = (typeof CONTROL_BASES)[number];
export type FundingForm = (typeof FUNDING_FORMS)[number];
export type AmountPeriod = (typeof AMOUNT_PERIODS)[number];
export type Payment = (typeof PAYMENTS)[number];
export type CollaborationForm = (typeof COLLABORATION_FORMS)[number];
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];
export type BackingRole = (typeof BACKING_ROLES)[number];

/** What belongs to some kinds only, as `fields` of the table say; null in a relation of another kind. */
export interface RelationFields {
  /** Ownership: never null (unknown is [0, 1]). */
  readonly share: Share | null;
  readonly right: OwnershipRight | null;
  readonly basis: ControlBasis | null;
  /** Funding: null where the source gives no amount. */
  readonly amount: MoneyRange | null;
  /** Funding: kept also where the amount is unknown; XXX where the source names none. */
  readonly currency: string | null;
  /** Funding: null where the amount is as exact as it is written, and where there is none. */
  readonly amountQualifier: AmountQualifier | null;
  /** Funding: null where the amount is the whole. */
  readonly amountPer: AmountPeriod | null;
  /** Funding: never null. */
  readonly payment: Payment | null;
  readonly form: FundingForm | CollaborationForm | null;
  /** Participation and Backing: from their lists; Post: free words. */
  readonly role: string | null;
  readonly probability: number | null;
  readonly decidedBy: string | null;
}
