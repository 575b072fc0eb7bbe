/** What an entity is, with the prefix of its ids. A subsidiary is a role that claims give, not a kind. */
export const ENTITY_KINDS = {
  University: {
    prefix: "university",
    description: "A higher-education institution, a campus or a system of them.",
  },
  Company: { prefix: "company", description: "A legal person that trades." },
  Organization: {
    prefix: "organization",
    description:
      "Anything else with a name: laboratory, institute, association, consortium, union committee.",
  },
  PublicBody: { prefix: "public-body", description: "A ministry, agency, court, legislature or state." },
  Program: { prefix: "program", description: "A named scheme that people and bodies take part in." },
  Person: { prefix: "person", description: "A public role-holder; no private details." },
  Arrangement: { prefix: "arrangement", description: "A trust, fund or nomination." },
  UnknownParty: {
    prefix: "unknown-party",
    description:
      "An owner or payer that the source says exists but does not name; never merged with another.",
  },
} as const;

export type EntityKind = keyof typeof ENTITY_KINDS;
export type EntityId = string;
export const ENTITY_KIND_NAMES = Object.keys(ENTITY_KINDS) as readonly EntityKind[];

/** A registry's number for an entity; never used as an id. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** Schemes that a dossier may use, with the address at which a value can be looked up (`$` is the value). */
export const IDENTIFIER_SCHEMES: Readonly<Record<string, string | null>> = {
  ror: "https://ror.org/$",
  lei: "https://search.gleif.org/#/record/$",
  wikidata: "https://www.wikidata.org/wiki/$",
  grid: null,
  isni: "https://isni.org/isni/$",
  opencorporates: "https://opencorporates.com/companies/$",
  uscc: null,
  cik: "https://www.sec.gov/edgar/browse/?CIK=$",
  isin: null,
  ticker: null,
  opeid: null,
};

/** A noun of the graph. It makes no claim by itself; texts of dates are UncertainDates. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** The short name that an editor chose for texts, where the whole one is said already. */
  readonly short: string | null;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, or null where no source gives it. */
  readonly country: string | null;
  readonly region: string | null;
  readonly founded: string | null;
  readonly dissolved: string | null;
  readonly identifiers: readonly Identifier[];
  readonly website: string | null;
  readonly summary: string | null;
  /** Slugs of the dossiers that hold its row, sorted. */
  readonly dossiers: readonly string[];
}
