import type { RelationTable } from "../../graph/relation-table.js";
import type { TransactionTiming } from "../finding.js";

/** What a Funding adds to a sum. */
export interface FundingMoney {
  /** Not a number: its whole amount is not known; an amount a year is never multiplied. */
  readonly least: number;
  /** Not a number: no upper bound is known. */
  readonly most: number;
  /** Announced or promised, payment not shown: never added to what was paid. */
  readonly isCommitted: boolean;
  /** Of a known amount: it is about so much. */
  readonly isApproximate: boolean;
}

/** Of a Funding of the projection. */
export function fundingMoney(relations: RelationTable, funding: number): FundingMoney {
  const isWhole = relations.amountPer(funding) === null;
  const least = isWhole ? relations.leastAmount(funding) : Number.NaN;
  return {
    least,
    most: isWhole ? relations.mostAmount(funding) : Number.NaN,
    isCommitted: relations.payment(funding) === "committed",
    isApproximate: !Number.isNaN(least) && relations.amountQualifier(funding) === "about",
  };
}

/** Of a transaction that is a Funding. */
export function moneyOf({
  amount,
  amountQualifier,
  amountPer,
  payment,
}: Pick<TransactionTiming, "amount" | "amountQualifier" | "amountPer" | "payment">): FundingMoney {
  const whole = amountPer === null ? amount : null;
  return {
    least: whole?.min ?? Number.NaN,
    most: whole?.max ?? Number.NaN,
    isCommitted: payment === "committed",
    isApproximate: whole !== null && amountQualifier === "about",
  };
}
