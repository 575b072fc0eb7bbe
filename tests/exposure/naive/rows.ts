/** Records as a dossier's rows give them: cells in, domain records out, clocks resolved by the domain. */
import type { Decision, DecisionKind } from "../../../src/domain/act.js";
import type { ClaimBase, ClaimStatus } from "../../../src/domain/claim.js";
import { claimClock, clockCells } from "../../../src/domain/claim-clock.js";
import { parseDay } from "../../../src/domain/day.js";
import { ENTITY_KIND_NAMES, ENTITY_KINDS, type Entity } from "../../../src/domain/entity.js";
import type { Flag, FlagEvent, FlagEventKind, FlagSubject, SubjectRole } from "../../../src/domain/flag.js";
import { type AmountQualifier, NO_CURRENCY, parseMoney } from "../../../src/domain/money.js";
import type { Claim } from "../../../src/domain/record.js";
import type { Relation } from "../../../src/domain/relation.js";
import type {
  AmountPeriod,
  OwnershipRight,
  Payment,
  RelationKind,
} from "../../../src/domain/relation-kinds.js";
import { parseShare } from "../../../src/domain/share.js";
import type { Source } from "../../../src/domain/source.js";
import { CHANNEL_IDS } from "../../../src/exposure/channels.js";
import type { ExposureTermsOf } from "../../../src/exposure/question.js";

export const DOSSIER = "rows";

/** Cells that every claim may have; what is left out is empty. */
export interface ClaimCells {
  readonly id: string;
  readonly revision?: number;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly recorded?: string | null;
  readonly retracted?: string | null;
  readonly status?: ClaimStatus;
  /** Of the one source that it cites. */
  readonly published?: string | null;
}

export interface RelationCells extends ClaimCells {
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: string;
  readonly share?: string;
  readonly right?: OwnershipRight;
  readonly amount?: string;
  readonly amountMax?: string;
  readonly currency?: string;
  readonly amountQualifier?: AmountQualifier;
  readonly amountPer?: AmountPeriod;
  readonly payment?: Payment;
  readonly decidedBy?: string;
}

export function entityRow(id: string, cells: Partial<Pick<Entity, "founded" | "dissolved">> = {}): Entity {
  const kind = ENTITY_KIND_NAMES.find((one) => id.startsWith(`${ENTITY_KINDS[one].prefix}:`));
  if (kind === undefined) throw new Error(`${id} has no known prefix`);
  return {
    id,
    kind,
    name: id,
    short: null,
    aliases: [],
    country: null,
    region: null,
    founded: cells.founded ?? null,
    dissolved: cells.dissolved ?? null,
    identifiers: [],
    website: null,
    summary: null,
    dossiers: [DOSSIER],
  };
}

/** One source per publication date; null has neither publication nor retrieval. */
export function sourceRow(published: string | null): Source {
  return {
    id: sourceId(published),
    dossier: DOSSIER,
    publisher: "A paper",
    copyOf: null,
    title: `Of ${published ?? "no date"}`,
    url: null,
    archivedUrl: null,
    published,
    retrieved: null,
    grade: null,
  };
}

function sourceId(published: string | null): string {
  return `source:${DOSSIER}/${(published ?? "none").replaceAll("/", "-").replaceAll("..", "open")}`;
}

export function relationRow(cells: RelationCells): Relation {
  const { kind, from, to } = cells;
  const isFunding = kind === "Funding";
  const money = isFunding
    ? parseMoney(cells.amount ?? "", cells.amountMax ?? "", cells.currency ?? "", cells.amountQualifier)
    : null;
  return timed(cells, {
    ...base(cells),
    record: "relation",
    kind,
    from,
    to,
    share: kind === "Ownership" ? parseShare(cells.share ?? "") : null,
    right: kind === "Ownership" ? (cells.right ?? "unspecified") : null,
    basis: kind === "Control" ? "stated" : null,
    amount: money,
    currency: isFunding ? cells.currency || NO_CURRENCY : null,
    amountQualifier: cells.amountQualifier ?? null,
    amountPer: cells.amountPer ?? null,
    payment: isFunding ? (cells.payment ?? "paid") : null,
    form: isFunding || kind === "Collaboration" ? "unspecified" : null,
    role: kind === "Participation" ? "participant" : kind === "Backing" ? "runs" : null,
    probability: kind === "Identity" ? 1 : null,
    decidedBy: kind === "Identity" ? (cells.decidedBy ?? null) : null,
  });
}

export function subjectRow(
  cells: ClaimCells & { readonly flag: string; readonly entity: string; readonly role: SubjectRole },
): FlagSubject {
  const { flag, entity, role } = cells;
  return timed(cells, { ...base(cells), record: "subject", flag, entity, role });
}

export function eventRow(
  cells: ClaimCells & { readonly flag: string; readonly event: FlagEventKind },
): FlagEvent {
  return timed(cells, { ...base(cells), record: "event", flag: cells.flag, event: cells.event });
}

export function decisionRow(
  cells: ClaimCells & {
    readonly by: string;
    readonly kind: DecisionKind;
    readonly counterparties: readonly string[];
    readonly coversSubsidiaries: boolean | null;
  },
): Decision {
  const { by, kind, counterparties, coversSubsidiaries } = cells;
  return timed(cells, {
    ...base(cells),
    record: "decision",
    by,
    kind,
    counterparties,
    coversSubsidiaries,
    scope: null,
    reason: null,
  });
}

/** A Listing where a list is given, else a Probe. */
export function flagRow(
  id: string,
  cells: Partial<Pick<Flag, "list" | "topics" | "authorities" | "type">> = {},
): Flag {
  const isListing = id.startsWith("listing:");
  return {
    id,
    kind: isListing ? "Listing" : "Probe",
    title: id,
    type: isListing ? null : (cells.type ?? "investigation"),
    list: isListing ? (cells.list ?? "us-entity-list") : null,
    authorities: cells.authorities ?? [],
    docket: null,
    reference: null,
    country: null,
    topics: cells.topics ?? [],
    note: null,
    dossiers: [DOSSIER],
  };
}

type Unclocked = { readonly [K in keyof Omit<ClaimBase, "clock">]: ClaimBase[K] };

function base(cells: ClaimCells): Unclocked {
  return {
    id: cells.id,
    revision: cells.revision ?? 0,
    dossier: DOSSIER,
    status: cells.status ?? "confirmed",
    sources: [sourceId(cells.published ?? null)],
    quote: null,
    locator: null,
    note: null,
    text: null,
    caveat: null,
    start: cells.start ?? null,
    end: cells.end ?? null,
    recorded: cells.recorded ?? null,
    retracted: cells.retracted ?? null,
  };
}

function timed<T extends Omit<Claim, "clock">>(cells: ClaimCells, claim: T): T & Pick<ClaimBase, "clock"> {
  return {
    ...claim,
    clock: claimClock(clockCells(claim), [{ published: cells.published ?? null, retrieved: null }]),
  };
}

/** The defaults of a question, over everything ever known. */
export function termsOf(
  university: string,
  validAt: string,
  other: Partial<ExposureTermsOf> = {},
): ExposureTermsOf {
  return {
    university,
    targets: null,
    validAt: parseDay(validAt),
    knownAt: parseDay("2100-01-01"),
    statuses: ["confirmed", "reported"],
    flags: {},
    channels: CHANNEL_IDS,
    maxHops: 8,
    includeParts: true,
    hubLimit: 5000,
    ...other,
  };
}
