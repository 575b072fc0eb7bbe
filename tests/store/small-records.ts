import type { Decision } from "../../src/domain/act.js";
import type { ClaimBase, ClaimClock } from "../../src/domain/claim.js";
import { NEVER } from "../../src/domain/day.js";
import type { FlagEvent, FlagSubject, Response } from "../../src/domain/flag.js";
import type { Claim, Noun } from "../../src/domain/record.js";
import type { Relation } from "../../src/domain/relation.js";
import { UNKNOWN_SHARE } from "../../src/domain/share.js";
import type { Change, GraphStore } from "../../src/store/graph-store.js";

const CLOCK: ClaimClock = {
  startEarliest: 17_000,
  startLatest: 17_001,
  endEarliest: NEVER,
  endLatest: NEVER,
  recorded: 17_002,
  retracted: NEVER,
  undated: false,
};

const base = (row: string): ClaimBase => ({
  id: `claim:story/${row}`,
  revision: 0,
  dossier: "story",
  status: "confirmed",
  sources: ["source:story/s-1"],
  quote: "the words",
  locator: null,
  note: null,
  text: null,
  caveat: null,
  start: "2016-07-18/2016-07-19",
  end: null,
  recorded: null,
  retracted: null,
  clock: CLOCK,
});

export const dossier = (): Noun => ({
  record: "dossier",
  value: {
    slug: "story",
    title: "A story",
    publisher: null,
    description: null,
    coverage: null,
    licence: null,
    lastChecked: null,
    lists: {},
  },
});

export const source = (row = "s-1"): Noun => ({
  record: "source",
  value: {
    id: `source:story/${row}`,
    dossier: "story",
    publisher: "A paper",
    copyOf: null,
    title: "A page",
    url: "https://example.org/page",
    archivedUrl: null,
    published: "2019-04-03",
    retrieved: "2020-01-01",
    grade: null,
  },
});

export const entity = (id: string, name = id): Noun => ({
  record: "entity",
  value: {
    id,
    kind: id.startsWith("university:") ? "University" : "Company",
    name,
    short: null,
    aliases: [],
    country: null,
    region: null,
    founded: null,
    dissolved: null,
    identifiers: [],
    website: null,
    summary: null,
    dossiers: ["story"],
  },
});

export const flag = (): Noun => ({
  record: "flag",
  value: {
    id: "probe:story",
    kind: "Probe",
    title: "A probe",
    type: "investigation",
    list: null,
    authorities: ["company:b"],
    docket: null,
    reference: null,
    country: "US",
    topics: ["sanctions"],
    note: null,
    dossiers: ["story"],
  },
});

export const ownership = (row: string, changes: Partial<Relation> = {}): Relation => ({
  record: "relation",
  kind: "Ownership",
  from: "company:a",
  to: "company:b",
  share: UNKNOWN_SHARE,
  right: "unspecified",
  basis: null,
  amount: null,
  currency: null,
  amountQualifier: null,
  amountPer: null,
  payment: null,
  form: null,
  role: null,
  probability: null,
  decidedBy: null,
  ...base(row),
  ...changes,
});

export const gift = (row: string, amount: number): Relation =>
  ownership(row, {
    kind: "Funding",
    share: null,
    right: null,
    amount: { min: amount, max: amount, currency: "USD" },
    currency: "USD",
    payment: "paid",
    form: "gift",
    to: "university:u",
  });

export const subject = (): FlagSubject => ({
  record: "subject",
  flag: "probe:story",
  entity: "company:a",
  role: "respondent",
  ...base("subject"),
});

export const event = (): FlagEvent => ({
  record: "event",
  flag: "probe:story",
  event: "charged",
  ...base("event"),
});

export const decision = (): Decision => ({
  record: "decision",
  by: "university:u",
  kind: "cut_ties",
  counterparties: ["company:a", "company:b"],
  coversSubsidiaries: true,
  scope: null,
  reason: "the charges",
  ...base("decision"),
});

export const response = (): Response => ({
  record: "response",
  to: "claim:story/decision",
  by: "company:a",
  kind: "denied",
  ...base("response"),
});

export const put = (noun: Noun): Change => ({ change: "put", noun });
export const drop = (record: Noun["record"], id: string): Change => ({ change: "drop", record, id });
export const add = (claim: Claim): Change => ({ change: "add", claim });
export const retract = ({ record, id, revision }: Claim): Change => ({
  change: "retract",
  record,
  id,
  revision,
  retracted: "2024-06-01",
  retractedDay: 19_875,
});

/** Two companies, a university, and claims of every kind but a policy. */
export const story = (): Change[] => [
  put(dossier()),
  put(source()),
  put(entity("company:a")),
  put(entity("company:b")),
  put(entity("university:u")),
  put(flag()),
  add(ownership("owns")),
  add(gift("gift", 500_000)),
  add(subject()),
  add(event()),
  add(response()),
  add(decision()),
];

/** Writes a load on top of whatever version there is. */
export async function write(store: GraphStore, changes: readonly Change[]) {
  return store.write(changes, { expectedVersion: (await store.version()).n });
}
