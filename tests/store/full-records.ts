import type { ClaimBase } from "../../src/domain/claim.js";
import type { Claim, Noun } from "../../src/domain/record.js";
import type { Relation } from "../../src/domain/relation.js";
import type { Change } from "../../src/store/graph-store.js";
import { add, decision, event, flag, ownership, put, response, retract, subject } from "./small-records.js";

/** What no record of a story leaves empty: every field of every record has a value in one of these. */
const FULL_NOUNS: readonly Noun[] = [
  {
    record: "dossier",
    value: {
      slug: "full",
      title: "A title",
      publisher: "A publisher",
      description: "A description",
      coverage: "What is covered",
      licence: "CC0-1.0",
      lastChecked: "2024-01-31",
      lists: { "us-entity-list": "partial", "us-1260h": "complete" },
    },
  },
  {
    record: "source",
    value: {
      id: "source:full/s-1",
      dossier: "full",
      publisher: "A paper",
      copyOf: "Another paper",
      title: "A page",
      url: "https://example.org/page",
      archivedUrl: "https://example.org/archived",
      published: "2019-05/..",
      retrieved: "2020-01-01",
      grade: "B2",
    },
  },
  {
    record: "entity",
    value: {
      id: "university:full",
      kind: "University",
      name: "A University",
      short: "AU",
      aliases: ["An alias", "華為"],
      country: "US",
      region: "California",
      founded: "1868",
      dissolved: "2020-01/2020-02",
      identifiers: [
        { scheme: "ror", value: "01an7q238" },
        { scheme: "lei", value: "a=b" },
      ],
      website: "https://example.org",
      summary: "A line",
      dossiers: ["another", "full"],
    },
  },
  {
    record: "entity",
    value: {
      id: "company:full",
      kind: "Company",
      name: "A Company",
      short: null,
      aliases: [],
      country: null,
      region: null,
      founded: null,
      dissolved: null,
      identifiers: [],
      website: null,
      summary: null,
      dossiers: ["full"],
    },
  },
  {
    record: "flag",
    value: {
      id: "listing:full",
      kind: "Listing",
      title: "A listing",
      type: "audit",
      list: "us-entity-list",
      authorities: ["university:full"],
      docket: "19-cr-1",
      reference: "84 FR 22961",
      country: "US",
      topics: ["export_controls", "sanctions"],
      note: "A note",
      dossiers: ["full"],
    },
  },
];

const claim = (row: string): ClaimBase => ({
  id: `claim:full/${row}`,
  revision: 0,
  dossier: "full",
  status: "alleged",
  sources: ["source:full/s-1", "source:story/s-1"],
  quote: 'It\'s "quoted"',
  locator: "p. 3",
  note: "A note",
  text: "gave {amount}",
  caveat: "the paper says",
  start: "2019",
  end: "2020-01",
  recorded: "2021-01-01",
  retracted: "2022-01-01",
  clock: {
    startEarliest: 17_897,
    startLatest: 18_261,
    endEarliest: 18_262,
    endLatest: 18_293,
    recorded: 18_628,
    retracted: 18_993,
    undated: true,
  },
});

const relation = (row: string, own: Partial<Relation>): Relation => ({
  ...ownership(row, { share: null, right: null, from: "company:full", to: "university:full", ...own }),
  ...claim(row),
});

const FULL_CLAIMS: readonly Claim[] = [
  relation("owns", {
    kind: "Ownership",
    share: { min: 0.25, max: 0.5, minExclusive: true, maxExclusive: true },
    right: "votes",
  }),
  relation("owns-below", {
    kind: "Ownership",
    share: { min: 0, max: 1, minExclusive: false, maxExclusive: true },
    right: "economic",
  }),
  relation("controls", { kind: "Control", basis: "board" }),
  relation("promised", {
    kind: "Funding",
    amount: { min: 500_000.25, max: 600_000, currency: "USD" },
    currency: "USD",
    amountQualifier: "about",
    amountPer: "year",
    payment: "committed",
    form: "gift",
  }),
  relation("paid", {
    kind: "Funding",
    amount: { min: 7, max: null, currency: "CNY" },
    currency: "CNY",
    payment: "paid",
    form: "contract",
  }),
  relation("not-known", { kind: "Funding", currency: "XXX", payment: "paid", form: "unspecified" }),
  relation("works-with", { kind: "Collaboration", form: "joint_laboratory" }),
  relation("post", { kind: "Post", role: "director" }),
  relation("same", { kind: "Identity", probability: 1, decidedBy: "An editor" }),
  relation("perhaps", { kind: "Identity", probability: 0.5, decidedBy: "An editor" }),
  { ...subject(), flag: "listing:full", entity: "company:full", role: "listed", ...claim("subject") },
  { ...event(), flag: "listing:full", event: "listed", ...claim("event") },
  { ...response(), to: "listing:full", by: "company:full", kind: "denied", ...claim("response") },
  {
    ...decision(),
    by: "university:full",
    counterparties: ["company:full"],
    coversSubsidiaries: false,
    scope: "research",
    reason: "the listing",
    ...claim("decision"),
  },
  {
    record: "policy",
    university: "university:full",
    name: "A policy",
    countries: ["CN", "RU"],
    criteria: ["export_controls"],
    ...claim("policy"),
  },
];

/** One record of each kind with a value in every field, on top of a story. */
export const fullRecords = (): Change[] => [...FULL_NOUNS.map(put), ...FULL_CLAIMS.map(add)];

/** An editor takes one claim away, a load another, and a flag changes. */
export const laterChanges = (): Change[] => [
  { ...retract(ownership("owns")), byEditor: true } as Change,
  retract(event()),
  put({ ...flag(), value: { ...flag().value, note: "changed" } } as Noun),
];
