import type { Decision, ReviewPolicy } from "../domain/act.js";
import type { ClaimBase, ClaimClock } from "../domain/claim.js";
import type { Dossier } from "../domain/dossier.js";
import { ENTITY_KIND_NAMES, type Entity, type Identifier } from "../domain/entity.js";
import { FLAG_KINDS, type Flag, type FlagEvent, type FlagSubject, type Response } from "../domain/flag.js";
import type { MoneyRange } from "../domain/money.js";
import type { Claim, ClaimRecordKind, Noun } from "../domain/record.js";
import { isDecidedIdentity, type Relation } from "../domain/relation.js";
import {
  type Payment,
  RELATION_KIND_NAMES,
  RELATION_KINDS,
  type RelationKind,
} from "../domain/relation-kinds.js";
import type { Share } from "../domain/share.js";
import type { Source } from "../domain/source.js";
import {
  type Column,
  type Columns,
  endAt,
  integer,
  integerOrNull,
  keyOfA,
  label,
  list,
  listOf,
  mark,
  nested,
  realOrNull,
  record,
  splitPair,
  text,
  textOrNull,
  truthOrNull,
} from "./columns.js";
import type { StoredClaim } from "./graph-store.js";

/**
 * Every record that stores keep, field by field: tables, encoding and decoding in SQLite and in Neo4j, and the migration
 * from earlier layouts follow from it. A field without a column does not compile. Columns stand in the order of the
 * SQLite tables; a comment is shown by `.schema`.
 */

/** The layout of what this program writes: one more whenever a column comes (its `since`) or what stands around them changes. */
export const LAYOUT = 2;

const DOSSIER: Columns<Dossier> = {
  slug: text(),
  title: text(),
  publisher: textOrNull(),
  description: textOrNull(),
  coverage: textOrNull(),
  licence: textOrNull(),
  lastChecked: textOrNull(),
  lists: record({ comment: "JSON object: list -> complete | partial" }),
};

const SOURCE: Columns<Source> = {
  id: text(),
  dossier: keyOfA("dossiers"),
  publisher: text({ comment: "who put the page at its address" }),
  copyOf: textOrNull({ comment: "who published the original, where the page is a copy", since: 2 }),
  title: text(),
  url: textOrNull(),
  archivedUrl: textOrNull(),
  published: textOrNull({
    comment: "a date as uncertain as the source gives it: 2019, 2019-04, 2019-04-03, 2019-05/..",
  }),
  retrieved: textOrNull(),
  grade: textOrNull({ comment: "Admiralty code" }),
};

const HELD_BY = "JSON list of the dossiers that hold the row; empty: kept only for old claims";

const ENTITY: Columns<Entity> = {
  id: text(),
  kind: label("Entity", ENTITY_KIND_NAMES),
  name: text(),
  short: textOrNull({ comment: "the short name that an editor chose", since: 2 }),
  aliases: list({ comment: "JSON list" }),
  country: textOrNull(),
  region: textOrNull(),
  founded: textOrNull(),
  dissolved: textOrNull(),
  identifiers: listOf<Identifier>(
    { comment: "JSON list of {scheme, value}" },
    {
      print: ({ scheme, value }) => `${scheme}=${value}`,
      parse: (pair) => {
        const [scheme, value] = splitPair(pair);
        return { scheme, value };
      },
    },
  ),
  website: textOrNull(),
  summary: textOrNull(),
  dossiers: list({ comment: HELD_BY }),
};

const FLAG: Columns<Flag> = {
  id: text(),
  kind: label("Flag", Object.keys(FLAG_KINDS) as Flag["kind"][], { comment: "Probe | Listing" }),
  title: text(),
  type: textOrNull(),
  list: textOrNull(),
  authorities: list({ comment: "JSON list of entities" }),
  docket: textOrNull(),
  reference: textOrNull(),
  country: textOrNull(),
  topics: list({ comment: "JSON list" }),
  note: textOrNull(),
  dossiers: list({ comment: HELD_BY }),
};

export const CLOCK: Columns<ClaimClock> = {
  startEarliest: integer({ comment: "days since 1970-01-01, every default resolved;" }),
  startLatest: integer({ comment: "-2147418112 is before every day, 2147418112 after every day" }),
  endEarliest: integer(),
  endLatest: integer(),
  recorded: integer({ column: "recorded_day", property: "recordedDay" }),
  retracted: integer({ column: "retracted_day", property: "retractedDay" }),
  undated: mark({ comment: "1: a Funding with neither date" }),
};

/** What every claim has. The columns of a kind of claim stand before these, but for the first three. */
export const CLAIM: Columns<ClaimBase> = {
  id: text(),
  revision: integer(),
  dossier: keyOfA("dossiers"),
  status: text({ comment: "confirmed | reported | alleged | denied (the source states that it was not so)" }),
  sources: list({ comment: "JSON list of sources; quote and locator belong to the first" }),
  quote: textOrNull(),
  locator: textOrNull(),
  note: textOrNull(),
  text: textOrNull({
    comment: "the predicate that an editor wrote: subject, date and amount are left out",
    since: 2,
  }),
  caveat: textOrNull({ comment: "what is said with the claim wherever it is told", since: 2 }),
  start: textOrNull({
    column: "start_date",
    comment: "dates as uncertain as the source gives them; empty is not known",
  }),
  end: textOrNull({ column: "end_date", comment: "the first day on which it no longer holds" }),
  recorded: textOrNull({ comment: "when the public could know it; empty: see recorded_day" }),
  retracted: textOrNull(),
  clock: nested(CLOCK),
};

/** The versions that brought a claim and took it away: they stand behind its own columns. */
export const VERSIONS: Columns<Omit<StoredClaim, "claim" | "byEditor">> = {
  since: integer({ comment: "the version of the graph that brought the row" }),
  until: integerOrNull({ comment: "the version that took it away; empty: it stands" }),
};

const RELATION: Columns<Relation> = {
  kind: relationshipType(),
  from: endAt("start", "entities", { column: "from_id" }),
  to: endAt("end", "entities", { column: "to_id" }),
  share: share(),
  right: textOrNull({ column: "share_right" }),
  basis: textOrNull(),
  amount: amount(),
  currency: textOrNull(),
  amountQualifier: textOrNull({ comment: "about | at_least | up_to", since: 2 }),
  amountPer: textOrNull({ comment: "year; empty: the amount is the whole", since: 2 }),
  payment: payment(),
  form: textOrNull(),
  role: textOrNull(),
  probability: realOrNull(),
  decidedBy: decidedBy(),
  ...CLAIM,
  revision: integer({ comment: "0 as first loaded; a correction counts one up" }),
};

/** In Neo4j the type of the relationship: the verb of its kind. */
function relationshipType(): Column<RelationKind> {
  return {
    ...text<RelationKind>(),
    neo4j: {
      cells: [{ place: "type" }],
      write: (kind, row) => void row.push(RELATION_KINDS[kind].verb),
      read: (row, at) => {
        const kind = RELATION_KIND_NAMES.find((each) => RELATION_KINDS[each].verb === row[at]);
        if (kind === undefined) throw new RangeError(`no relation has the type ${row[at]}`);
        return kind;
      },
    },
  };
}

function share(): Column<Share | null> {
  return {
    sqlite: {
      cells: [
        {
          name: "share_min",
          type: "real",
          comment: "a fraction: 0.25 is 25 per cent; from 0 to 1 is not known",
        },
        { name: "share_max", type: "real" },
        {
          name: "share_exclusive",
          type: "integer",
          comment: "1: above share_min; 2: below share_max; 3: both",
        },
      ],
      write(share, row) {
        if (share === null) row.push(null, null, null);
        else row.push(share.min, share.max, (share.minExclusive ? 1 : 0) + (share.maxExclusive ? 2 : 0));
      },
      read(row, at) {
        const [min, max, exclusive] = row.slice(at, at + 3) as [number | null, number | null, number | null];
        if (min === null || max === null) return null;
        const [minExclusive, maxExclusive] = [exclusive === 1 || exclusive === 3, (exclusive ?? 0) >= 2];
        return { min, max, minExclusive, maxExclusive };
      },
    },
    neo4j: {
      cells: ["shareMin", "shareMax", "shareMinExclusive", "shareMaxExclusive"].map((name) => ({ name })),
      write(share, row) {
        if (share === null) row.push(null, null, null, null);
        else row.push(share.min, share.max, share.minExclusive || null, share.maxExclusive || null);
      },
      read(row, at) {
        const [min, max] = [row[at], row[at + 1]] as [number | null, number | null];
        if (min === null || max === null) return null;
        return { min, max, minExclusive: row[at + 2] === true, maxExclusive: row[at + 3] === true };
      },
    },
  };
}

/** A row of either engine that is being written. */
interface AnyRow {
  push(...cells: readonly (string | number | null)[]): number;
}

/** Its currency is the next column. */
function amount(): Column<MoneyRange | null> {
  type Money = [min: number | null, max: number | null, currency: string | null];
  const codec = {
    write(amount: MoneyRange | null, row: AnyRow) {
      row.push(amount?.min ?? null, amount?.max ?? null);
    },
    read(row: readonly unknown[], at: number): MoneyRange | null {
      const [min, max, currency] = row.slice(at, at + 3) as Money;
      return min === null || currency === null ? null : { min, max, currency };
    },
  };
  return {
    sqlite: {
      cells: [
        { name: "amount", type: "real" },
        { name: "amount_max", type: "real", comment: "empty beside an amount: no upper bound is known" },
      ],
      ...codec,
    },
    neo4j: {
      cells: [{ name: "amount" }, { name: "amountMax" }],
      ...codec,
    },
  };
}

/** Of what is paid nothing is kept. */
function payment(): Column<Payment | null, Relation> {
  const codec = {
    write: (payment: Payment | null, row: AnyRow) => void row.push(payment === "committed" ? payment : null),
    read: (row: readonly unknown[], at: number, { kind }: Partial<Relation>) =>
      row[at] === "committed" ? ("committed" as const) : kind === "Funding" ? ("paid" as const) : null,
  };
  return {
    sqlite: {
      cells: [
        {
          type: "text",
          comment: "committed: announced or promised, payment not shown; empty: paid",
        },
      ],
      ...codec,
    },
    neo4j: {
      cells: [{}],
      ...codec,
    },
    since: 2,
  };
}

/** Beside it stands whether the relation is a decided Identity, which follows from other fields. */
function decidedBy(): Column<string | null, Relation> {
  const [name, decided] = [textOrNull<string>(), mark({ comment: "1: a decided Identity" })];
  return {
    sqlite: {
      cells: [...name.sqlite.cells, ...decided.sqlite.cells.map((cell) => ({ ...cell, name: "decided" }))],
      write(value, row, relation) {
        name.sqlite.write(value, row, relation);
        decided.sqlite.write(isDecidedIdentity(relation), row, relation);
      },
      read: name.sqlite.read,
    },
    neo4j: {
      cells: [...name.neo4j.cells, { name: "decided" }],
      write(value, row, relation) {
        name.neo4j.write(value, row, relation);
        decided.neo4j.write(isDecidedIdentity(relation), row, relation);
      },
      read: name.neo4j.read,
    },
  };
}

const SUBJECT: Columns<FlagSubject> = {
  flag: endAt("start", "flags"),
  entity: endAt("end", "entities"),
  role: text(),
  ...CLAIM,
};

const EVENT: Columns<FlagEvent> = {
  flag: keyOfA("flags"),
  event: text({ comment: "its date stands in start_date" }),
  ...CLAIM,
};

const RESPONSE: Columns<Response> = {
  to: text({ column: "to_id", comment: "a flag or a decision" }),
  by: keyOfA("entities", { column: "by_id" }),
  kind: text({ comment: "its date stands in start_date" }),
  ...CLAIM,
};

const DECISION: Columns<Decision> = {
  by: keyOfA("entities", { column: "by_id" }),
  kind: text(),
  counterparties: list({ comment: "JSON list of entities" }),
  coversSubsidiaries: truthOrNull({ comment: "1, 0, or empty: the words do not say" }),
  scope: textOrNull(),
  reason: textOrNull(),
  ...CLAIM,
};

const POLICY: Columns<ReviewPolicy> = {
  university: keyOfA("entities"),
  name: text(),
  countries: list({ comment: "JSON list" }),
  criteria: list({ comment: "JSON list" }),
  ...CLAIM,
};

/** A kind of record: the name of its table, and its columns. */
export interface StoredRecord<R> {
  readonly table: string;
  readonly columns: Columns<R>;
}

/** The key of each noun; those that name no dossiers say in a column of their own whether one holds them. */
export interface StoredNoun<R> extends StoredRecord<R> {
  readonly key: "slug" | "id";
  readonly held?: string;
}

type NounValue<K extends Noun["record"]> = Extract<Noun, { record: K }>["value"];
type ClaimOf<K extends ClaimRecordKind> = Extract<Claim, { record: K }>;

/** In the order in which a reader gets them. */
export const NOUNS: { readonly [K in Noun["record"]]: StoredNoun<NounValue<K>> } = {
  dossier: {
    table: "dossiers",
    key: "slug",
    columns: DOSSIER,
    held: "0: dropped, and kept only for its old claims",
  },
  source: {
    table: "sources",
    key: "id",
    columns: SOURCE,
    held: "0: dropped, and kept only for old claims that cite it",
  },
  flag: { table: "flags", key: "id", columns: FLAG },
  entity: { table: "entities", key: "id", columns: ENTITY },
};

/** In the order in which a reader gets them. */
export const CLAIMS: { readonly [K in ClaimRecordKind]: StoredRecord<ClaimOf<K>> } = {
  relation: { table: "relations", columns: RELATION },
  subject: { table: "subjects", columns: SUBJECT },
  event: { table: "events", columns: EVENT },
  response: { table: "responses", columns: RESPONSE },
  decision: { table: "decisions", columns: DECISION },
  policy: { table: "policies", columns: POLICY },
};

export const NOUN_RECORDS = Object.keys(NOUNS) as readonly Noun["record"][];
export const CLAIM_RECORDS = Object.keys(CLAIMS) as readonly ClaimRecordKind[];

/** The key of a noun: a dossier's slug, the id of all others. */
export function keyOf(noun: Noun): string {
  return noun.record === "dossier" ? noun.value.slug : noun.value.id;
}
