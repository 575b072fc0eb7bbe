import { ExposureError } from "../../domain/errors.js";
import {
  AMOUNT_QUALIFIERS,
  type AmountQualifier,
  type MoneyRange,
  NO_CURRENCY,
  parseMoney,
} from "../../domain/money.js";
import type { Relation } from "../../domain/relation.js";
import {
  AMOUNT_PERIODS,
  BACKING_ROLES,
  COLLABORATION_FORMS,
  CONTROL_BASES,
  FUNDING_FORMS,
  OWNERSHIP_RIGHTS,
  PARTICIPATION_ROLES,
  PAYMENTS,
  RELATION_KIND_NAMES,
  RELATION_KINDS,
  type RelationFields,
  type RelationKind,
} from "../../domain/relation-kinds.js";
import { parseShare, type Share, UNKNOWN_SHARE } from "../../domain/share.js";
import { date, oneOf, parsed, required, requiredOneOf, text } from "./cells.js";
import { type ClaimContext, claimCells } from "./claim-cells.js";
import { OWN_FIELDS } from "./columns.js";
import { isCurrency } from "./currencies.js";
import type { Row } from "./row.js";

/**
 * Reads a row of relations.csv. A kind that is not known is named, and Link, which joins any two, stands in for it: a
 * faulty row is never written, but whom it names is looked up all the same.
 */
export function relationRow(row: Row, context: ClaimContext): Relation {
  const known = requiredOneOf(row, "kind", RELATION_KIND_NAMES);
  const kind = known ?? "Link";
  const from = context.share(required(row, "from"));
  const to = context.share(required(row, "to"));
  const valid = { record: "relation", kind, start: date(row, "start"), end: date(row, "end") } as const;
  const base = claimCells(row, context, valid);
  for (const column of FOREIGN_FIELDS.get(kind) ?? []) {
    if (known !== null && row.cell(column) !== "") row.error("foreignCell", foreignField(column, kind));
  }
  const own = OWN_READERS[kind]?.(row) ?? NO_FIELDS;
  // Relations are the mass of every dossier: a literal without spreads is made ten times as fast.
  return {
    id: base.id,
    revision: base.revision,
    dossier: base.dossier,
    status: base.status,
    sources: base.sources,
    quote: base.quote,
    locator: base.locator,
    note: base.note,
    text: base.text,
    caveat: base.caveat,
    start: base.start,
    end: base.end,
    recorded: base.recorded,
    retracted: base.retracted,
    clock: base.clock,
    record: "relation",
    kind,
    from,
    to,
    share: own.share,
    right: own.right,
    basis: own.basis,
    amount: own.amount,
    currency: own.currency,
    amountQualifier: own.amountQualifier,
    amountPer: own.amountPer,
    payment: own.payment,
    form: own.form,
    role: own.role,
    probability: own.probability,
    decidedBy: own.decidedBy,
  };
}

type MoneyFields = Pick<RelationFields, "amount" | "currency" | "amountQualifier" | "amountPer">;

const NO_FIELDS: RelationFields = {
  share: null,
  right: null,
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
};

/**
 * How the own cells of a kind are read, and what an empty one means: an unspecified right or form, a control that
 * the source merely states, a participant. Who backs a program must say how.
 */
const OWN_READERS: Readonly<Partial<Record<RelationKind, (row: Row) => RelationFields>>> = {
  Ownership: (row) => ({
    ...NO_FIELDS,
    share: share(row),
    right: oneOf(row, "right", OWNERSHIP_RIGHTS) ?? "unspecified",
  }),
  Control: (row) => ({ ...NO_FIELDS, basis: oneOf(row, "basis", CONTROL_BASES) ?? "stated" }),
  Funding: (row) => ({
    ...NO_FIELDS,
    ...money(row),
    payment: oneOf(row, "payment", PAYMENTS) ?? "paid",
    form: oneOf(row, "form", FUNDING_FORMS) ?? "unspecified",
  }),
  Collaboration: (row) => ({
    ...NO_FIELDS,
    form: oneOf(row, "form", COLLABORATION_FORMS) ?? "unspecified",
  }),
  Participation: (row) => ({
    ...NO_FIELDS,
    role: oneOf(row, "role", PARTICIPATION_ROLES) ?? "participant",
  }),
  Backing: (row) => ({ ...NO_FIELDS, role: requiredOneOf(row, "role", BACKING_ROLES) }),
  Post: (row) => ({ ...NO_FIELDS, role: text(row, "role") }),
  Identity: (row) => ({ ...NO_FIELDS, probability: probability(row), decidedBy: text(row, "decided_by") }),
};

const FOREIGN_FIELDS: ReadonlyMap<RelationKind, readonly string[]> = new Map(
  RELATION_KIND_NAMES.map((kind) => {
    const own: readonly string[] = RELATION_KINDS[kind].fields;
    return [kind, OWN_FIELDS.filter((field) => !own.includes(field))];
  }),
);

function foreignField(column: string, kind: RelationKind): string {
  const owners = RELATION_KIND_NAMES.filter((each) =>
    (RELATION_KINDS[each].fields as readonly string[]).includes(column),
  );
  return `${column}: belongs to ${owners.join(", ")}, not to ${kind}: leave it empty or correct the kind`;
}

const SHARES = new Map<string, Share>();

/** Equal cells share one value; a file has few distinct ones, and a hostile one does not fill the memory. */
function share(row: Row): Share {
  const cell = row.cell("share");
  const met = SHARES.get(cell);
  if (met !== undefined) return met;
  const value = parsed(row, "share", "share", parseShare);
  if (value === null) return UNKNOWN_SHARE;
  if (SHARES.size < 10_000) SHARES.set(cell, value);
  return value;
}

function money(row: Row): MoneyFields {
  const amountQualifier = oneOf(row, "amount_qualifier", AMOUNT_QUALIFIERS);
  const amountPer = oneOf(row, "amount_per", AMOUNT_PERIODS);
  const { amount, currency } = amountOf(row, amountQualifier ?? "");
  if (amountPer !== null && row.cell("amount") === "" && row.cell("amount_max") === "")
    row.error(
      "amount",
      `amount_per: "${amountPer}" stands beside no amount: give the amount, or leave it empty`,
    );
  return { amount, currency, amountQualifier, amountPer };
}

function amountOf(
  row: Row,
  qualifier: AmountQualifier | "",
): { amount: MoneyRange | null; currency: string } {
  const cell = row.cell("currency");
  const isKnown = cell === "" || isCurrency(cell);
  if (!isKnown)
    row.error(
      "code",
      `currency: "${cell}" is not a currency: write three capital letters of ISO 4217, e.g. USD`,
    );
  const currency = isKnown ? cell : "";
  try {
    const amount = parseMoney(row.cell("amount"), row.cell("amount_max"), currency, qualifier);
    return { amount, currency: currency === "" ? NO_CURRENCY : currency };
  } catch (fault) {
    if (!(fault instanceof ExposureError)) throw fault;
    row.error("amount", `amount: ${fault.message}`);
    return { amount: null, currency: NO_CURRENCY };
  }
}

function probability(row: Row): number | null {
  const cell = row.cell("probability");
  if (cell === "") return null;
  const value = Number(cell);
  if (/^\d(\.\d+)?$/.test(cell) && value >= 0 && value <= 1) return value;
  row.error("code", `probability: "${cell}" is not a probability: write a number from 0 to 1, e.g. 0.8`);
  return null;
}
