import type { MoneyRange } from "../../../domain/money.js";
import { isDecidedIdentity, type Relation } from "../../../domain/relation.js";
import type { Share } from "../../../domain/share.js";
import {
  CLAIM_COLUMNS,
  CLAIM_DEFINITION,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-columns.js";
import type { ClaimTable } from "./table.js";

type RelationRow = readonly [
  kind: Relation["kind"],
  from: string,
  to: string,
  shareMin: number | null,
  shareMax: number | null,
  shareExclusive: number | null,
  shareRight: Relation["right"],
  basis: Relation["basis"],
  amount: number | null,
  amountMax: number | null,
  currency: string | null,
  amountQualifier: Relation["amountQualifier"],
  amountPer: Relation["amountPer"],
  /** What is paid carries none. */
  payment: "committed" | null,
  form: Relation["form"],
  role: string | null,
  probability: number | null,
  decidedBy: string | null,
  decided: number,
  ...claim: ClaimCells,
];

export const RELATIONS: ClaimTable<Relation, RelationRow> = {
  name: "relations",
  definition: `create table relations (
  id text not null,
  revision integer not null, -- 0 as first loaded; a correction counts one up
  dossier text not null references dossiers (slug),
  kind text not null,
  from_id text not null references entities (id),
  to_id text not null references entities (id),
  share_min real, -- a fraction: 0.25 is 25 per cent; from 0 to 1 is not known
  share_max real,
  share_exclusive integer, -- 1: above share_min; 2: below share_max; 3: both
  share_right text,
  basis text,
  amount real,
  amount_max real, -- empty beside an amount: no upper bound is known
  currency text,
  amount_qualifier text, -- about | at_least | up_to
  amount_per text, -- year; empty: the amount is the whole
  payment text, -- committed: announced or promised, payment not shown; empty: paid
  form text,
  role text,
  probability real,
  decided_by text,
  decided integer not null, -- 1: a decided Identity
  ${CLAIM_DEFINITION}`,
  columns: [
    "kind",
    "from_id",
    "to_id",
    "share_min",
    "share_max",
    "share_exclusive",
    "share_right",
    "basis",
    "amount",
    "amount_max",
    "currency",
    "amount_qualifier",
    "amount_per",
    "payment",
    "form",
    "role",
    "probability",
    "decided_by",
    "decided",
    ...CLAIM_COLUMNS,
  ],
  ends: { from_id: "entities", to_id: "entities" },
  encode({ claim, since, until }) {
    const { kind, from, to, share, right, basis, amount, currency, form, role } = claim;
    const { amountQualifier, amountPer, payment, probability, decidedBy } = claim;
    return [
      kind,
      from,
      to,
      share?.min ?? null,
      share?.max ?? null,
      share && exclusiveBounds(share),
      right,
      basis,
      amount?.min ?? null,
      amount?.max ?? null,
      currency,
      amountQualifier,
      amountPer,
      payment === "committed" ? payment : null,
      form,
      role,
      probability,
      decidedBy,
      isDecidedIdentity(claim) ? 1 : 0,
      ...encodeClaim(claim, since, until),
    ];
  },
  decode(row) {
    const [kind, from, to, shareMin, shareMax, exclusive, right, basis, amountMin, amountMax, currency] = row;
    const [amountQualifier, amountPer, payment] = [row[11], row[12], row[13]];
    const [form, role, probability, decidedBy] = [row[14], row[15], row[16], row[17]];
    const claim: Relation = {
      record: "relation",
      kind,
      from,
      to,
      share: decodeShare(shareMin, shareMax, exclusive),
      right,
      basis,
      amount: decodeAmount(amountMin, amountMax, currency),
      currency,
      amountQualifier,
      amountPer,
      payment: payment ?? (kind === "Funding" ? "paid" : null),
      form,
      role,
      probability,
      decidedBy,
      ...decodeClaim(row),
    };
    return { claim, ...decodeVersions(row) };
  },
};

function exclusiveBounds(share: Share): number {
  return (share.minExclusive ? 1 : 0) + (share.maxExclusive ? 2 : 0);
}

function decodeShare(min: number | null, max: number | null, exclusive: number | null): Share | null {
  if (min === null || max === null) return null;
  return { min, max, minExclusive: exclusive === 1 || exclusive === 3, maxExclusive: (exclusive ?? 0) >= 2 };
}

function decodeAmount(min: number | null, max: number | null, currency: string | null): MoneyRange | null {
  return min === null || currency === null ? null : { min, max, currency };
}
