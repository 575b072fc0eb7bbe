import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { FundingForm } from "../../domain/relation.js";
import type { FundingDimension } from "../../exposure/comparisons/funding-totals.js";
import type { FundingFilter } from "../../questions/lists/funding-filter.js";
import { connectionOf } from "../connection-of.js";
import { enumOf } from "../enum-of.js";
import { FundingFormEnum } from "./enums.js";
import { FundingTotalType } from "./funding-total.type.js";
import { ListArgs } from "./page.type.js";
import { CountryCodeScalar, DateScalar } from "./scalars.js";

export const FundingDimensionEnum = enumOf<FundingDimension>(
  "FundingDimension",
  "By what fundings can be grouped; the currency is always part of the key.",
  {
    RECIPIENT: "Who got the money.",
    PAYER: "Who paid.",
    PAYER_GROUP:
      "The topmost company that controls the payer or to which it is affiliated, on validAt (without it on the day of asking), the payer itself where there is none: the same group as that of a finding's target. payerGroups says by what claims.",
    YEAR: "The year of the earliest day; 'unclear' where the span of the start crosses a year or is open.",
    COUNTRY: "The payer's country; 'unknown' where no source gives it.",
    FORM: "In what form the money was given.",
    DOSSIER: "The dossier that holds the claim.",
  },
);

@InputType("FundingFilter", {
  description: "Which fundings: all conditions must hold, absent and null ones hold.",
})
export class FundingFilterInput implements FundingFilter {
  @Field(() => [ID], {
    nullable: true,
    description: "Made to one of these; parts are recipients of their own.",
  })
  declare recipients?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "Made by one of these." })
  declare payers?: readonly string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The payer belongs to the same group as this party, on validAt (without it on the day of asking).",
  })
  declare payerGroup?: string | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "The payer's country is one of these." })
  declare countries?: readonly string[] | null;

  @Field(() => [FundingFormEnum], { nullable: true, description: "In one of these forms." })
  declare forms?: readonly FundingForm[] | null;

  @Field(() => DateScalar, { nullable: true, description: "It may have begun on this day or later." })
  declare from?: number | null;

  @Field(() => DateScalar, { nullable: true, description: "It may have begun by this day." })
  declare to?: number | null;

  @Field(() => [String], { nullable: true, description: "One of these dossiers holds the claim." })
  declare dossiers?: readonly string[] | null;
}

export const FundingTotalConnection = connectionOf(
  "FundingTotal",
  () => FundingTotalType,
  "sums of fundings",
);

@ArgsType()
export class FundingTotalsArgs extends ListArgs {
  @Field(() => [FundingDimensionEnum], {
    description: "The keys, each once; empty: the currency alone.",
  })
  declare groupBy: readonly FundingDimension[];

  @Field(() => FundingFilterInput, { nullable: true, description: "Which fundings. Null: all." })
  declare filter?: FundingFilterInput | null;
}
