/**
 * Small random graphs with everything that the method distinguishes, and questions to ask of them. A graph is drawn as
 * rows of cells (as a dossier would give them), so that it shrinks well and could be written to any store.
 */
import fc from "fast-check";
import { DECISION_KINDS } from "../../src/domain/act.js";
import type { ClaimStatus } from "../../src/domain/claim.js";
import { parseDay, printDay } from "../../src/domain/day.js";
import type { Entity } from "../../src/domain/entity.js";
import { FLAG_EVENT_KINDS, type FlagEventKind } from "../../src/domain/flag.js";
import type { Claim } from "../../src/domain/record.js";
import { OWNERSHIP_RIGHTS, type RelationKind } from "../../src/domain/relation-kinds.js";
import type { Source } from "../../src/domain/source.js";
import { parseUncertainDate } from "../../src/domain/uncertain-date.js";
import { CHANNEL_IDS } from "../../src/exposure/channels.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import type { FlagSelection } from "../../src/graph/flags/counted-flags.js";
import {
  type ClaimCells,
  decisionRow,
  entityRow,
  eventRow,
  flagRow,
  type RelationCells,
  relationRow,
  sourceRow,
  subjectRow,
  termsOf,
} from "./naive/rows.js";
import type { World } from "./naive/world.js";

export interface RandomCase {
  readonly world: World & { readonly sources: readonly Source[] };
  readonly terms: ExposureTermsOf;
}

const FIRST_DAY = parseDay("2020-01-01");
/** Everything dated happens within these days. */
const DAYS = 16;

const POOL = {
  universities: ["university:s", "university:u", "university:w"],
  parts: ["organization:lab", "organization:lab2", "university:campus"],
  companies: ["company:a", "company:b", "company:c", "company:d"],
  others: ["company:e", "organization:o", "public-body:g", "person:h", "arrangement:r", "unknown-party:n"],
  programs: ["program:p", "program:q", "program:r"],
} as const;
const BODIES = [...POOL.companies, "organization:o", ...POOL.parts] as const;
const EVERYBODY = Object.values(POOL).flat();

const day = (max = DAYS) => fc.integer({ min: 0, max: max - 1 });
const dayText = (index: number) => printDay(FIRST_DAY + index);
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const rarely = <T>(value: fc.Arbitrary<T>, usual: T, weight = 8) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value });

/** A day, a span of a few days, or a side left open; `span` limits how many readings there are. */
function dateText(span = 4): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: day().map(dayText) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(day(), fc.integer({ min: 1, max: span - 1 }))
        .map(([from, more]) => `${dayText(from)}/${dayText(from + more)}`),
    },
    { weight: 1, arbitrary: day().map((to) => `../${dayText(to)}`) },
    { weight: 1, arbitrary: day().map((from) => `${dayText(from)}/..`) },
  );
}

const early = fc.integer({ min: 0, max: 5 }).map(dayText);
const startText = fc.oneof(
  { weight: 6, arbitrary: early },
  { weight: 4, arbitrary: dateText() },
  { weight: 2, arbitrary: fc.constant(null) },
);
const endText = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: dateText() });

const status: fc.Arbitrary<ClaimStatus> = fc.oneof(
  { weight: 14, arbitrary: fc.constant("confirmed" as const) },
  { weight: 5, arbitrary: fc.constant("reported" as const) },
  { weight: 2, arbitrary: fc.constant("alleged" as const) },
  { weight: 1, arbitrary: fc.constant("denied" as const) },
);

type Common = Required<Pick<ClaimCells, "start" | "end" | "recorded" | "retracted" | "status" | "published">>;

/** Cells that any claim has; a day of knowledge matters only to questions that look back. */
const common: fc.Arbitrary<Common> = fc
  .record({
    start: startText,
    end: endText,
    recorded: rarely(day().map(dayText), null, 14),
    retracted: rarely(day().map(dayText), null, 14),
    status,
    published: fc.oneof(
      { weight: 6, arbitrary: day().map(dayText) },
      { weight: 3, arbitrary: fc.constant("2019-12-30") },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: day().map((from) => `${dayText(from)}/..`) },
    ),
  })
  .map(orderly);

/** An end that could not follow its start is left out, as a dossier's check would ask. */
function orderly(cells: Common): Common {
  if (cells.start === null || cells.end === null) return cells;
  const [start, end] = [parseUncertainDate(cells.start), parseUncertainDate(cells.end)];
  return start.earliest < end.latest ? cells : { ...cells, end: null };
}

const share = fc.oneof(
  { weight: 4, arbitrary: oneOf("", "10", "25", "30", "40", "50", "51", "60", "75", "100") },
  {
    weight: 2,
    arbitrary: oneOf("[25,50]", "(50,75)", "[50,75]", "(25,50]", "[75,100]", "[0,30)", "(50,100]"),
  },
);
const money = fc.oneof(
  { weight: 4, arbitrary: fc.record({ amount: oneOf("1", "20", "300"), currency: oneOf("USD", "EUR", "") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      amount: oneOf("", "5"),
      amountMax: oneOf("70", ".."),
      currency: oneOf("USD", ""),
    }),
  },
  { weight: 1, arbitrary: fc.record({ currency: oneOf("USD", "") }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        amount: oneOf("20", "300"),
        currency: oneOf("USD", "EUR"),
        amountQualifier: oneOf("about" as const, "about" as const, "at_least" as const, "up_to" as const),
        amountPer: fc.constant("year" as const),
        payment: fc.constant("committed" as const),
      },
      { requiredKeys: ["amount", "currency"] },
    ),
  },
);

type Edge = Omit<RelationCells, "id"> & { readonly correction: Correction | null };

/** An older version of the same claim, replaced on a day. */
interface Correction {
  readonly day: string;
  readonly start: string | null;
  readonly share: string;
}

const correction: fc.Arbitrary<Correction | null> = rarely<Correction | null>(
  fc.record({ day: day().map(dayText), start: startText, share }),
  null,
  9,
);

function edge(
  kind: RelationKind,
  from: readonly string[],
  to: readonly string[],
  more: fc.Arbitrary<Partial<RelationCells>> = fc.constant({}),
): fc.Arbitrary<Edge> {
  return fc
    .record({ from: fc.constantFrom(...from), to: fc.constantFrom(...to), common, more, correction })
    .map((drawn) => ({
      kind,
      from: drawn.from,
      to: drawn.to,
      ...drawn.common,
      ...drawn.more,
      correction: drawn.correction,
    }));
}

const HOLDERS = [
  ...[0, 1, 2].flatMap(() => POOL.companies),
  ...["university:s", "university:s", "university:u", "organization:lab"],
  ...POOL.others,
];
const HELD = [
  ...POOL.companies,
  ...POOL.companies,
  ...POOL.companies,
  "organization:o",
  "organization:lab",
  "arrangement:r",
];
const WHOLES = [
  "university:s",
  "university:s",
  "university:s",
  "university:u",
  "university:w",
  "organization:lab",
  "company:a",
  "organization:o",
];
const RECIPIENTS = [
  ...["university:s", "university:s", "university:s", "university:s"],
  ...["university:u", "university:w", "company:b"],
  ...POOL.parts,
];
const PAYERS = [
  ...[0, 1, 2, 3].flatMap(() => POOL.companies),
  ...POOL.programs,
  ...POOL.others,
  ...["university:w", "university:campus"],
];
const TYING = ["university:s", "university:s", "university:u", ...POOL.parts, ...POOL.companies];

const owning = fc.oneof(
  {
    weight: 5,
    arbitrary: edge(
      "Ownership",
      HOLDERS,
      HELD,
      fc.record({ share, right: rarely(oneOf(...OWNERSHIP_RIGHTS), "unspecified" as const, 2) }),
    ),
  },
  { weight: 2, arbitrary: edge("Control", HOLDERS, HELD) },
  { weight: 2, arbitrary: edge("Affiliation", BODIES, [...BODIES, ...POOL.universities]) },
  {
    weight: 1,
    arbitrary: edge("PartOf", [...POOL.companies, "organization:o"], [...POOL.companies, "organization:o"]),
  },
);
const placing = edge("PartOf", [...POOL.parts, ...POOL.parts, ...POOL.universities, "company:b"], WHOLES);
const programs = fc.oneof(
  { weight: 2, arbitrary: edge("PartOf", POOL.programs, POOL.programs) },
  { weight: 4, arbitrary: edge("Participation", TYING, POOL.programs) },
  { weight: 4, arbitrary: edge("Backing", [...TYING, ...POOL.companies], POOL.programs) },
);
const transactions = fc.oneof(
  { weight: 4, arbitrary: edge("Funding", PAYERS, RECIPIENTS, money) },
  { weight: 1, arbitrary: edge("Collaboration", RECIPIENTS, PAYERS) },
  { weight: 1, arbitrary: edge("Collaboration", PAYERS, RECIPIENTS) },
);
const identities = fc.oneof(
  {
    weight: 5,
    arbitrary: edge(
      "Identity",
      POOL.companies,
      POOL.companies,
      rarely(fc.constant({}), { decidedBy: "An editor" }),
    ),
  },
  {
    weight: 1,
    arbitrary: edge(
      "Identity",
      POOL.universities,
      POOL.universities,
      fc.constant({ decidedBy: "An editor" }),
    ),
  },
  {
    weight: 1,
    arbitrary: edge("Identity", POOL.programs, POOL.programs, fc.constant({ decidedBy: "An editor" })),
  },
);
const bystanders = fc.oneof(
  edge("Link", POOL.companies, POOL.universities),
  edge("Succession", POOL.companies, POOL.companies),
  edge("Post", ["person:h"], POOL.universities),
);

const eventCells = {
  date: dateText(3),
  recorded: rarely(day().map(dayText), null, 14),
  retracted: rarely(day().map(dayText), null, 20),
  status,
};
const event = fc.record({
  ...eventCells,
  kind: fc.oneof(
    { weight: 2, arbitrary: oneOf<FlagEventKind>("opened", "listed", "charged") },
    {
      weight: 4,
      arbitrary: oneOf<FlagEventKind>("dismissed", "delisted", "closed", "pleaded_guilty", "suspended"),
    },
    { weight: 1, arbitrary: oneOf(...FLAG_EVENT_KINDS) },
  ),
});
const opening = fc.record({
  ...eventCells,
  kind: oneOf<FlagEventKind>("opened", "listed", "charged", "alleged"),
});

const FLAGGED = [
  ...[0, 1, 2, 3, 4].flatMap(() => POOL.companies),
  ...POOL.programs,
  ...POOL.others,
  ...POOL.universities,
  ...POOL.parts,
];

const subject = fc.record({
  entity: fc.constantFrom(...FLAGGED),
  role: fc.oneof(
    { weight: 6, arbitrary: oneOf("respondent" as const, "listed" as const, "covered_affiliate" as const) },
    { weight: 1, arbitrary: oneOf("victim" as const, "mentioned" as const, "records_requested" as const) },
  ),
  start: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: dateText(3) }),
  end: rarely<string | null>(dateText(3), null, 4),
  common,
});

const flag = fc.record({
  list: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: oneOf("us-entity-list", "us-entity-list", "us-1260h", "us-1260h", "us-889") },
  ),
  topics: fc.subarray(["sanctions", "corruption"] as const),
  authorities: fc.subarray(["public-body:g", "organization:o"]),
  events: fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(opening, fc.array(event, { maxLength: 3 }))
        .map(([first, more]) => [first, ...more]),
    },
    { weight: 1, arbitrary: fc.array(event, { maxLength: 2 }) },
  ),
  subjects: fc.array(subject, { minLength: 1, maxLength: 4, size: "max" }),
});

const decision = fc.record({
  by: fc.constantFrom(...POOL.universities, "university:campus"),
  kind: fc.oneof(oneOf("cut_ties" as const, "moratorium" as const), oneOf(...DECISION_KINDS)),
  counterparties: fc.subarray([...POOL.companies], { minLength: 1, maxLength: 2 }),
  coversSubsidiaries: oneOf(true, true, false, null),
  common,
});

const lives = fc.array(
  fc.record({ entity: fc.constantFrom(...EVERYBODY), founded: fc.boolean(), date: dateText() }),
  { maxLength: 2 },
);

const terms: fc.Arbitrary<ExposureTermsOf> = fc
  .record({
    university: rarely(fc.constantFrom(...POOL.universities), "university:s", 5),
    validAt: fc
      .oneof(fc.integer({ min: 4, max: DAYS + 1 }), fc.integer({ min: 10, max: DAYS + 1 }))
      .map(dayText),
    knownAt: rarely(day().map(dayText), "2100-01-01", 5),
    targets: rarely<readonly string[] | null>(
      fc.subarray([...POOL.companies, "program:p", "university:w"], { minLength: 1 }),
      null,
      2,
    ),
    statuses: rarely(
      oneOf<readonly ClaimStatus[]>(
        ["confirmed", "reported", "alleged"],
        ["confirmed", "reported", "alleged"],
        ["confirmed"],
      ),
      ["confirmed", "reported"],
      1,
    ),
    states: rarely<"ended" | null>(fc.constant("ended"), null, 3),
    kind: rarely<"Probe" | "Listing" | null>(oneOf("Probe", "Listing"), null, 12),
    lists: rarely<readonly string[] | null>(
      fc.subarray(["us-entity-list", "us-889"], { minLength: 1 }),
      null,
      12,
    ),
    chosen: rarely<FlagSelection>(
      fc.oneof(
        fc.record({ ids: fc.subarray(["listing:0", "listing:1", "listing:2", "probe:0", "probe:1"]) }),
        fc.record({ topics: fc.constant(["sanctions" as const]) }),
        fc.record({ authorities: fc.constant(["public-body:g"]) }),
      ),
      {},
      7,
    ),
    channels: rarely(fc.subarray([...CHANNEL_IDS], { minLength: 1 }), [...CHANNEL_IDS], 5),
    maxHops: rarely(fc.integer({ min: 1, max: 5 }), 8, 4),
    includeParts: rarely(fc.constant(false), true, 5),
    hubLimit: rarely(fc.integer({ min: 1, max: 2 }), 5000, 5),
  })
  .map(({ university, validAt, knownAt, states, kind, lists, chosen, ...other }) =>
    termsOf(university, validAt, {
      ...other,
      knownAt: parseDay(knownAt),
      flags: {
        ...(states === null ? {} : { states: ["open", "established", "suspended", "ended"] as const }),
        ...(kind === null ? {} : { kinds: [kind] }),
        ...(lists === null ? {} : { lists }),
        ...chosen,
      },
    }),
  );

const many = <T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(one, { minLength, maxLength, size: "max" });

/** Three in five without a start, as many without an end, as registers have them. */
function mostlyUndated(one: fc.Arbitrary<Edge>): fc.Arbitrary<Edge> {
  const isDated = fc.integer({ min: 0, max: 4 }).map((drawn) => drawn < 2);
  return fc.tuple(one, isDated, isDated).map(([drawn, hasStart, hasEnd]) => ({
    ...drawn,
    start: (hasStart ? drawn.start : null) ?? null,
    end: (hasEnd ? drawn.end : null) ?? null,
  }));
}

/** A graph and one question about it; in a third of them most ownerships are undated. */
export const randomCase: fc.Arbitrary<RandomCase> = fc
  .record({
    owning: fc.oneof(
      { weight: 2, arbitrary: many(owning, 4, 14) },
      { weight: 1, arbitrary: many(mostlyUndated(owning), 4, 14) },
    ),
    placing: many(placing, 0, 3),
    programs: many(programs, 0, 7),
    transactions: many(transactions, 2, 9),
    identities: rarely(many(identities, 1, 2), [], 2),
    bystanders: rarely(many(bystanders, 1, 2), [], 3),
    flags: many(flag, 1, 5),
    decisions: many(decision, 0, 2),
    lives,
    terms,
  })
  .map((drawn) => ({ world: worldOf(drawn), terms: drawn.terms }));

interface Drawn {
  readonly owning: readonly Edge[];
  readonly placing: readonly Edge[];
  readonly programs: readonly Edge[];
  readonly transactions: readonly Edge[];
  readonly identities: readonly Edge[];
  readonly bystanders: readonly Edge[];
  readonly flags: readonly (typeof flag extends fc.Arbitrary<infer F> ? F : never)[];
  readonly decisions: readonly (typeof decision extends fc.Arbitrary<infer D> ? D : never)[];
  readonly lives: readonly (typeof lives extends fc.Arbitrary<readonly (infer L)[]> ? L : never)[];
}

function worldOf(drawn: Drawn): RandomCase["world"] {
  const claims: Claim[] = [
    ...edges("own", drawn.owning),
    ...edges("place", drawn.placing),
    ...edges("program", drawn.programs),
    ...edges("deal", drawn.transactions),
    ...edges(
      "same",
      drawn.identities.filter(({ from, to }) => from !== to),
    ),
    ...edges("by", drawn.bystanders),
    ...drawn.flags.flatMap(flagClaims),
    ...drawn.decisions.map(({ common: cells, ...other }, at) =>
      decisionRow({ ...cells, ...other, id: `claim:rows/decision-${at}` }),
    ),
  ];
  const published = new Map(claims.flatMap((claim) => claim.sources.map((id) => [id, claim])));
  return {
    entities: EVERYBODY.map((id) => entityRow(id, lifeOf(id, drawn))),
    flags: drawn.flags.map((one, at) =>
      flagRow(flagId(at, one.list), {
        topics: one.topics,
        authorities: one.authorities,
        ...(one.list === null ? {} : { list: one.list }),
      }),
    ),
    claims,
    sources: [...publications(drawn)].map(sourceRow).filter((source) => published.has(source.id)),
  };
}

function lifeOf(id: string, { lives: drawn }: Drawn): Partial<Pick<Entity, "founded" | "dissolved">> {
  const own = drawn.filter((one) => one.entity === id);
  const founded = own.find((one) => one.founded)?.date;
  const dissolved = own.find((one) => !one.founded)?.date;
  return { founded: founded ?? null, dissolved: dissolved ?? null };
}

function edges(name: string, drawn: readonly Edge[]): readonly Claim[] {
  return drawn.flatMap(({ correction: older, ...cells }, at) => {
    const id = `claim:rows/${name}-${at}`;
    if (older === null) return [relationRow({ ...cells, id })];
    const { day: replaced, start, share: wrongShare } = older;
    const wrong = { ...cells, start, ...(cells.kind === "Ownership" ? { share: wrongShare } : {}) };
    return [
      relationRow({ ...wrong, end: null, id, revision: 0, recorded: null, retracted: replaced }),
      relationRow({ ...cells, id, revision: 1, recorded: replaced }),
    ];
  });
}

function flagId(at: number, list: string | null): string {
  return list === null ? `probe:${at}` : `listing:${at}`;
}

function flagClaims(drawn: Drawn["flags"][number], at: number): readonly Claim[] {
  const id = flagId(at, drawn.list);
  return [
    ...drawn.events.map(({ kind, date, ...cells }, row) =>
      eventRow({
        ...cells,
        id: `claim:rows/event-${at}-${row}`,
        flag: id,
        event: kind,
        start: date,
        published: "2020-01-03",
      }),
    ),
    ...drawn.subjects.map(({ common: cells, entity, role, start, end }, row) =>
      subjectRow({
        ...cells,
        ...orderly({ ...cells, start, end }),
        id: `claim:rows/subject-${at}-${row}`,
        flag: id,
        entity,
        role,
      }),
    ),
  ];
}

function publications({ flags, decisions, ...drawn }: Drawn): ReadonlySet<string | null> {
  const all = [
    drawn.owning,
    drawn.placing,
    drawn.programs,
    drawn.transactions,
    drawn.identities,
    drawn.bystanders,
  ];
  return new Set([
    "2020-01-03",
    ...all.flat().map((one) => one.published ?? null),
    ...flags.flatMap((one) => one.subjects.map((row) => row.common.published)),
    ...decisions.map((one) => one.common.published),
  ]);
}
