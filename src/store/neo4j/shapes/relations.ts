import type { MoneyRange } from "../../../domain/money.js";
import { isDecidedIdentity, type Relation } from "../../../domain/relation.js";
import { RELATION_KIND_NAMES, RELATION_KINDS, type RelationKind } from "../../../domain/relation-kinds.js";
import type { Share } from "../../../domain/share.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

/** The relationship types of all relations, as a pattern names them: `OWNS|CONTROLS|…`. */
export const RELATION_TYPES = RELATION_KIND_NAMES.map((kind) => RELATION_KINDS[kind].verb).join("|");

const KIND_OF_TYPE = new Map<string, RelationKind>(
  RELATION_KIND_NAMES.map((kind) => [RELATION_KINDS[kind].verb, kind]),
);

/** The properties that not every kind has, by the cell of the dossier that they come from. */
const PROPERTIES_OF_FIELD: Readonly<Record<string, readonly string[]>> = {
  share: ["shareMin", "shareMax", "shareMinExclusive", "shareMaxExclusive"],
  right: ["right"],
  basis: ["basis"],
  amount: ["amount", "amountMax"],
  amount_qualifier: ["amountQualifier"],
  amount_per: ["amountPer"],
  currency: ["currency"],
  payment: ["payment"],
  form: ["form"],
  role: ["role"],
  probability: ["probability", "decided"],
  decided_by: ["decidedBy"],
};

/** The properties that relations of a kind never have. */
export function neverOf(kind: RelationKind): readonly string[] {
  const fields: readonly string[] = RELATION_KINDS[kind].fields;
  return Object.entries(PROPERTIES_OF_FIELD).flatMap(([field, names]) =>
    fields.includes(field) ? [] : names,
  );
}

type RelationCells = readonly [
  from: string,
  to: string,
  type: string,
  shareMin: number | null,
  shareMax: number | null,
  shareMinExclusive: true | null,
  shareMaxExclusive: true | null,
  right: Relation["right"],
  basis: Relation["basis"],
  amount: number | null,
  amountMax: number | null,
  currency: string | null,
  form: Relation["form"],
  role: string | null,
  probability: number | null,
  decidedBy: string | null,
  decided: true | null,
  amountQualifier: Relation["amountQualifier"],
  amountPer: Relation["amountPer"],
  /** What is paid carries none. */
  payment: "committed" | null,
  ...claim: ClaimCells,
];

/** `(:Entity)-[:OWNS {…}]->(:Entity)`: the type is the verb of its kind. */
export const RELATION_SHAPE: Shape<Stored<Relation>, RelationCells> = {
  leading: 3,
  properties: [
    plain("shareMin"),
    plain("shareMax"),
    plain("shareMinExclusive"),
    plain("shareMaxExclusive"),
    plain("right"),
    plain("basis"),
    plain("amount"),
    plain("amountMax"),
    plain("currency"),
    plain("form"),
    plain("role"),
    plain("probability"),
    plain("decidedBy"),
    plain("decided"),
    plain("amountQualifier"),
    plain("amountPer"),
    plain("payment"),
    ...CLAIM_PROPERTIES,
  ],
  encode(stored) {
    const { claim } = stored;
    const { share, amount } = claim;
    return [
      claim.from,
      claim.to,
      RELATION_KINDS[claim.kind].verb,
      share?.min ?? null,
      share?.max ?? null,
      share?.minExclusive || null,
      share?.maxExclusive || null,
      claim.right,
      claim.basis,
      amount?.min ?? null,
      amount?.max ?? null,
      claim.currency,
      claim.form,
      claim.role,
      claim.probability,
      claim.decidedBy,
      isDecidedIdentity(claim) || null,
      claim.amountQualifier,
      claim.amountPer,
      claim.payment === "committed" ? claim.payment : null,
      ...encodeClaim(stored),
    ];
  },
  decode(cells) {
    const [from, to, type, shareMin, shareMax, minExclusive, maxExclusive, right, basis] = cells;
    const [amountMin, amountMax, currency, form, role] = [
      cells[9],
      cells[10],
      cells[11],
      cells[12],
      cells[13],
    ];
    const kind = kindOfType(type);
    const claim: Relation = {
      record: "relation",
      kind,
      from,
      to,
      share: decodeShare(shareMin, shareMax, { min: minExclusive, max: maxExclusive }),
      right,
      basis,
      amount: decodeAmount(amountMin, amountMax, currency),
      currency,
      amountQualifier: cells[17],
      amountPer: cells[18],
      payment: cells[19] ?? (kind === "Funding" ? "paid" : null),
      form,
      role,
      probability: cells[14],
      decidedBy: cells[15],
      ...decodeClaim(cells),
    };
    return { claim, ...decodeVersions(cells) };
  },
};

export function kindOfType(type: string): RelationKind {
  const kind = KIND_OF_TYPE.get(type);
  if (kind === undefined) throw new RangeError(`no relation has the type ${type}`);
  return kind;
}

function decodeShare(
  min: number | null,
  max: number | null,
  exclusive: { readonly min: true | null; readonly max: true | null },
): Share | null {
  if (min === null || max === null) return null;
  return { min, max, minExclusive: exclusive.min === true, maxExclusive: exclusive.max === true };
}

function decodeAmount(min: number | null, max: number | null, currency: string | null): MoneyRange | null {
  return min === null || currency === null ? null : { min, max, currency };
}
