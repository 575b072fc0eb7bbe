import { RELATION_KIND_NAMES, RELATION_KINDS } from "../../domain/relation-kinds.js";

/** A file of a dossier: its columns in their usual order, those that may not be left out, those that hold lists. */
export interface DossierTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  readonly lists: readonly string[];
}

const KNOWLEDGE = ["recorded", "retracted"];
const WORD = ["status", "sources", "quote", "locator", "note", "text", "caveat"];
const CLAIM_LISTS = ["sources"];

/** Cells of relations.csv that belong to some kinds only. */
export const OWN_FIELDS: readonly string[] = [
  ...new Set(RELATION_KIND_NAMES.flatMap((kind): readonly string[] => RELATION_KINDS[kind].fields)),
];

/** Every table of a dossier, in the order of reading: what others refer to comes first. */
export const TABLES = {
  sources: {
    file: "sources.csv",
    columns: [
      ...["id", "publisher", "copy_of", "title", "url", "archived_url", "published", "retrieved", "grade"],
    ],
    required: ["id", "publisher", "title"],
    lists: [],
  },
  entities: {
    file: "entities.csv",
    columns: [
      ...["id", "kind", "name", "short", "aliases", "country", "region", "founded", "dissolved"],
      ...["identifiers", "website", "summary"],
    ],
    required: ["id", "kind", "name"],
    lists: ["aliases", "identifiers"],
  },
  flags: {
    file: "flags.csv",
    columns: [
      ...["id", "kind", "title", "type", "list", "authority", "docket", "reference", "country", "topics"],
      "note",
    ],
    required: ["id", "kind", "title"],
    lists: ["authority", "topics"],
  },
  decisions: {
    file: "decisions.csv",
    columns: [
      ...["id", "by", "kind", "counterparties", "covers_subsidiaries", "scope", "reason", "start", "end"],
      ...KNOWLEDGE,
      ...WORD,
    ],
    required: ["id", "by", "kind", "sources"],
    lists: ["counterparties", ...CLAIM_LISTS],
  },
  relations: {
    file: "relations.csv",
    columns: ["id", "kind", "from", "to", ...OWN_FIELDS, "start", "end", ...KNOWLEDGE, ...WORD],
    required: ["id", "kind", "from", "to", "sources"],
    lists: CLAIM_LISTS,
  },
  subjects: {
    file: "subjects.csv",
    columns: ["id", "flag", "entity", "role", "start", "end", ...KNOWLEDGE, ...WORD],
    required: ["id", "flag", "entity", "role", "sources"],
    lists: CLAIM_LISTS,
  },
  events: {
    file: "events.csv",
    columns: ["id", "flag", "event", "date", ...KNOWLEDGE, ...WORD],
    required: ["id", "flag", "event", "sources"],
    lists: CLAIM_LISTS,
  },
  responses: {
    file: "responses.csv",
    columns: ["id", "to", "by", "kind", "date", ...KNOWLEDGE, ...WORD],
    required: ["id", "to", "by", "kind", "sources"],
    lists: CLAIM_LISTS,
  },
  policies: {
    file: "policies.csv",
    columns: ["id", "university", "name", "countries", "criteria", "start", "end", ...KNOWLEDGE, ...WORD],
    required: ["id", "university", "name", "sources"],
    lists: ["countries", "criteria", ...CLAIM_LISTS],
  },
} as const satisfies Record<string, DossierTable>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The file in which a dossier says what it is. */
export const SETTINGS_FILE = "dossier.yml";
