import fc from "fast-check";
import { DECISION_KINDS } from "../../src/domain/act.js";
import { CLAIM_STATUSES, type ClaimBase } from "../../src/domain/claim.js";
import { DAWN, NEVER } from "../../src/domain/day.js";
import { ENTITY_KIND_NAMES, IDENTIFIER_SCHEMES } from "../../src/domain/entity.js";
import {
  FLAG_EVENT_KINDS,
  PROBE_TYPES,
  RESPONSE_KINDS,
  RISK_TOPICS,
  SUBJECT_ROLES,
} from "../../src/domain/flag.js";
import { LISTS } from "../../src/domain/lists.js";
import { AMOUNT_QUALIFIERS } from "../../src/domain/money.js";
import type { Claim, Noun } from "../../src/domain/record.js";
import {
  AMOUNT_PERIODS,
  COLLABORATION_FORMS,
  CONTROL_BASES,
  FUNDING_FORMS,
  OWNERSHIP_RIGHTS,
  PAYMENTS,
  RELATION_KIND_NAMES,
} from "../../src/domain/relation-kinds.js";
import { BILLION, type Share } from "../../src/domain/share.js";
import { days, dayTexts, uncertainDateTexts } from "../domain/arbitraries.js";

/** Everything that a dossier can hold: its nouns, and claims that speak of them. */
export interface Records {
  readonly nouns: readonly Noun[];
  readonly claims: readonly Claim[];
}

const text = () =>
  fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), fc.constantFrom(...AWKWARD));
const textOrNull = () => fc.option(text(), { freq: 2 });

/** What has broken stores before: quotes, statements, other scripts, signs that CSV and JSON escape. */
const AWKWARD = [
  `it's "quoted"`,
  "'; DROP TABLE relations; --",
  "}) DETACH DELETE n //",
  "$version `since` {x: 1}",
  "華為技術有限公司",
  "línea uno\nline two\ttab\\",
  "a=b;c=d",
  "%_?*",
  " ",
  "",
  "👩‍🔬",
];

function entity(slug: string, n: number): fc.Arbitrary<Noun> {
  return fc
    .record({
      kind: fc.constantFrom(...ENTITY_KIND_NAMES),
      name: text(),
      short: textOrNull(),
      aliases: fc.array(text(), { maxLength: 3 }),
      country: fc.option(fc.constantFrom("US", "CN")),
      region: textOrNull(),
      founded: fc.option(uncertainDateTexts()),
      dissolved: fc.option(uncertainDateTexts()),
      identifiers: fc.array(
        fc.record({ scheme: fc.constantFrom(...Object.keys(IDENTIFIER_SCHEMES)), value: text() }),
        { maxLength: 3 },
      ),
      website: textOrNull(),
      summary: textOrNull(),
    })
    .map((cells) => ({
      record: "entity",
      value: { id: `company:${slug}-${n}`, ...cells, dossiers: n % 2 ? [slug] : ["another", slug] },
    }));
}

function flag(slug: string, n: number, entities: readonly string[]): fc.Arbitrary<Noun> {
  return fc
    .record({
      kind: fc.constantFrom("Probe" as const, "Listing" as const),
      title: text(),
      type: fc.option(fc.constantFrom(...PROBE_TYPES)),
      list: fc.option(fc.constantFrom(...Object.keys(LISTS))),
      authorities: fc.subarray([...entities]),
      docket: textOrNull(),
      reference: textOrNull(),
      country: fc.option(fc.constantFrom("US", "CN")),
      topics: fc.subarray([...RISK_TOPICS]),
      note: textOrNull(),
    })
    .map((cells) => ({ record: "flag", value: { id: `flag:${slug}-${n}`, ...cells, dossiers: [slug] } }));
}

function source(slug: string, n: number): fc.Arbitrary<Noun> {
  return fc
    .record({
      publisher: text(),
      copyOf: textOrNull(),
      title: text(),
      url: textOrNull(),
      archivedUrl: textOrNull(),
      published: fc.option(uncertainDateTexts()),
      retrieved: fc.option(dayTexts()),
      grade: fc.option(fc.constantFrom("A1", "B2")),
    })
    .map((cells) => ({ record: "source", value: { id: `source:${slug}/s-${n}`, dossier: slug, ...cells } }));
}

function dossier(slug: string): fc.Arbitrary<Noun> {
  return fc
    .record({
      title: text(),
      publisher: textOrNull(),
      description: textOrNull(),
      coverage: textOrNull(),
      licence: textOrNull(),
      lastChecked: fc.option(dayTexts()),
      lists: fc.dictionary(
        fc.constantFrom(...Object.keys(LISTS)),
        fc.constantFrom("complete" as const, "partial" as const),
        { noNullPrototype: true, maxKeys: 3 },
      ),
    })
    .map((cells) => ({ record: "dossier", value: { slug, ...cells } }));
}

const anyDay = () => fc.oneof(days(), fc.constantFrom(DAWN, NEVER));

function claimBase(slug: string, id: string): fc.Arbitrary<ClaimBase> {
  return fc
    .record({
      status: fc.constantFrom(...CLAIM_STATUSES),
      sources: fc.subarray([`source:${slug}/s-0`, `source:${slug}/s-1`]),
      quote: textOrNull(),
      locator: textOrNull(),
      note: textOrNull(),
      text: textOrNull(),
      caveat: textOrNull(),
      start: fc.option(uncertainDateTexts()),
      end: fc.option(uncertainDateTexts()),
      recorded: fc.option(dayTexts()),
      retracted: fc.option(dayTexts()),
      clock: fc.record({
        startEarliest: anyDay(),
        startLatest: anyDay(),
        endEarliest: anyDay(),
        endLatest: anyDay(),
        recorded: anyDay(),
        retracted: anyDay(),
        undated: fc.boolean(),
      }),
    })
    .map((cells) => ({ id: `claim:${slug}/${id}`, revision: 0, dossier: slug, ...cells }));
}

const share = (): fc.Arbitrary<Share> =>
  fc
    .record({
      bounds: fc.tuple(fc.integer({ min: 0, max: BILLION }), fc.integer({ min: 0, max: BILLION })),
      minExclusive: fc.boolean(),
      maxExclusive: fc.boolean(),
    })
    .map(({ bounds, ...exclusive }) => ({
      min: Math.min(...bounds) / BILLION,
      max: Math.max(...bounds) / BILLION,
      ...exclusive,
    }));

/** Money in cents: the drop-in for SQLite takes a fraction below 1e-16 for a whole number. */
const amount = () => fc.integer({ min: 0, max: 10 ** 14 }).map((cents) => cents / 100);

function relation(slug: string, n: number, entities: readonly string[]): fc.Arbitrary<Claim> {
  return fc
    .record({
      base: claimBase(slug, `relation-${n}`),
      kind: fc.constantFrom(...RELATION_KIND_NAMES),
      from: fc.constantFrom(...entities),
      to: fc.constantFrom(...entities),
      share: share(),
      right: fc.constantFrom(...OWNERSHIP_RIGHTS),
      basis: fc.constantFrom(...CONTROL_BASES),
      money: fc.option(fc.record({ min: amount(), max: fc.option(amount()) })),
      currency: fc.constantFrom("USD", "CNY", "XXX"),
      amountQualifier: fc.option(fc.constantFrom(...AMOUNT_QUALIFIERS)),
      amountPer: fc.option(fc.constantFrom(...AMOUNT_PERIODS)),
      payment: fc.constantFrom(...PAYMENTS),
      fundingForm: fc.constantFrom(...FUNDING_FORMS),
      collaborationForm: fc.constantFrom(...COLLABORATION_FORMS),
      role: text(),
      probability: fc.constantFrom(1, 0.5, 0.1 + 0.2),
      decidedBy: textOrNull(),
    })
    .map(({ base, kind, from, to, ...own }) => ({
      record: "relation",
      kind,
      from,
      to,
      share: kind === "Ownership" ? own.share : null,
      right: kind === "Ownership" ? own.right : null,
      basis: kind === "Control" ? own.basis : null,
      amount: kind === "Funding" && own.money ? { ...own.money, currency: own.currency } : null,
      currency: kind === "Funding" ? own.currency : null,
      amountQualifier: kind === "Funding" ? own.amountQualifier : null,
      amountPer: kind === "Funding" ? own.amountPer : null,
      payment: kind === "Funding" ? own.payment : null,
      form: kind === "Funding" ? own.fundingForm : kind === "Collaboration" ? own.collaborationForm : null,
      role: kind === "Participation" || kind === "Backing" || kind === "Post" ? own.role : null,
      probability: kind === "Identity" ? own.probability : null,
      decidedBy: kind === "Identity" ? own.decidedBy : null,
      ...base,
      clock: { ...base.clock, undated: kind === "Funding" && base.clock.undated },
    }));
}

function otherClaims(
  slug: string,
  entities: readonly string[],
  flags: readonly string[],
): fc.Arbitrary<Claim>[] {
  const anEntity = () => fc.constantFrom(...entities);
  const aFlag = () => fc.constantFrom(...flags);
  const base = (id: string) =>
    claimBase(slug, id).map((each) => ({ ...each, clock: { ...each.clock, undated: false } }));
  const join = <T extends object>(own: fc.Arbitrary<T>, id: string) =>
    fc.tuple(own, base(id)).map(([cells, claim]) => ({ ...cells, ...claim }) as unknown as Claim);
  return [
    join(
      fc.record({
        record: fc.constant("subject"),
        flag: aFlag(),
        entity: anEntity(),
        role: fc.constantFrom(...SUBJECT_ROLES),
      }),
      "subject",
    ),
    join(
      fc.record({ record: fc.constant("event"), flag: aFlag(), event: fc.constantFrom(...FLAG_EVENT_KINDS) }),
      "event",
    ),
    join(
      fc.record({
        record: fc.constant("response"),
        to: fc.oneof(aFlag(), fc.constant(`claim:${slug}/decision`)),
        by: anEntity(),
        kind: fc.constantFrom(...RESPONSE_KINDS),
      }),
      "response",
    ),
    join(
      fc.record({
        record: fc.constant("decision"),
        by: anEntity(),
        kind: fc.constantFrom(...DECISION_KINDS),
        counterparties: fc.array(anEntity(), { maxLength: 3 }),
        coversSubsidiaries: fc.option(fc.boolean()),
        scope: textOrNull(),
        reason: textOrNull(),
      }),
      "decision",
    ),
    join(
      fc.record({
        record: fc.constant("policy"),
        university: anEntity(),
        name: text(),
        countries: fc.subarray(["CN", "RU", "SA"]),
        criteria: fc.subarray([...RISK_TOPICS]),
      }),
      "policy",
    ),
  ];
}

/** The records of one dossier: every kind of noun and claim, with every optional cell now there, now not. */
export function records(slug: string): fc.Arbitrary<Records> {
  const entities = [0, 1, 2].map((n) => `company:${slug}-${n}`);
  const flags = [0, 1].map((n) => `flag:${slug}-${n}`);
  return fc.record({
    nouns: fc.tuple(
      dossier(slug),
      source(slug, 0),
      source(slug, 1),
      ...entities.map((_, n) => entity(slug, n)),
      ...flags.map((_, n) => flag(slug, n, entities)),
    ),
    claims: fc.tuple(
      ...[0, 1, 2, 3].map((n) => relation(slug, n, entities)),
      ...otherClaims(slug, entities, flags),
    ),
  });
}
