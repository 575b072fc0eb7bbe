import type { EntityKind } from "./entity.js";

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

/** What a claim of the kind does in the exposure grammar. */
export type GrammarPart = "ownership" | "transaction" | "tie" | "identity" | "none";

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
  readonly grammar: GrammarPart;
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
    grammar: "ownership",
    emptyEnd: "holds",
    description: "From holder to held: a share, known or not.",
  },
  Control: {
    verb: "CONTROLS",
    from: HOLDERS,
    to: HELD,
    fields: ["basis"],
    grammar: "ownership",
    emptyEnd: "holds",
    description: "From controller to controlled; says nothing of the share.",
  },
  Affiliation: {
    verb: "AFFILIATED_WITH",
    from: BODIES,
    to: BODIES,
    fields: [],
    grammar: "ownership",
    emptyEnd: "holds",
    description: "From affiliate to group: an authority or the company says that they belong together.",
  },
  PartOf: {
    verb: "PART_OF",
    from: [...BODIES, "Program"],
    to: [...BODIES, "Program"],
    fields: [],
    programToProgram: true,
    grammar: "ownership",
    emptyEnd: "holds",
    description: "From unit to whole: the same legal person or scheme.",
  },
  Funding: {
    verb: "FUNDED",
    from: ANY,
    to: ANY,
    fields: ["amount", "amount_max", "amount_qualifier", "amount_per", "currency", "payment", "form"],
    grammar: "transaction",
    emptyEnd: "oneDay",
    description: "From payer to recipient: money given, paid or promised.",
  },
  Collaboration: {
    verb: "COLLABORATES_WITH",
    from: ANY,
    to: ANY,
    fields: ["form"],
    grammar: "transaction",
    emptyEnd: "lastStated",
    description: "One side and the other, read both ways: research or membership together.",
  },
  Participation: {
    verb: "PARTICIPATES_IN",
    from: ANY,
    to: ["Program"],
    fields: ["role"],
    grammar: "tie",
    emptyEnd: "lastStated",
    description: "From an entity to the program that it takes part in.",
  },
  Backing: {
    verb: "BACKS",
    from: ANY,
    to: ["Program"],
    fields: ["role"],
    grammar: "tie",
    emptyEnd: "holds",
    description: "From an entity to the program that it runs or funds.",
  },
  Post: {
    verb: "HOLDS_POST",
    from: ["Person"],
    to: ANY,
    fields: ["role"],
    grammar: "none",
    emptyEnd: "lastStated",
    description: "From a person to the entity in which the person holds a post.",
  },
  Succession: {
    verb: "SUCCEEDS",
    from: ANY,
    to: ANY,
    fields: [],
    sameKind: true,
    grammar: "none",
    emptyEnd: "holds",
    description: "From successor to predecessor; transmits nothing.",
  },
  Identity: {
    verb: "SAME_AS",
    from: ANY,
    to: ANY,
    fields: ["probability", "decided_by"],
    sameKind: true,
    grammar: "identity",
    emptyEnd: "holds",
    description: "From an entity to the entity that it is; only a decided one counts.",
  },
  Link: {
    verb: "LINKED_TO",
    from: ANY,
    to: ANY,
    fields: [],
    grammar: "none",
    emptyEnd: "holds",
    description: "A reported connection that fits nothing else; never transmits exposure.",
  },
} as const satisfies Record<string, RelationKindRow>;

export type RelationKind = keyof typeof RELATION_KINDS;
export const RELATION_KIND_NAMES = Object.keys(RELATION_KINDS) as readonly RelationKind[];
