import { Field, Int, ObjectType } from "type-graphql";
import type { MoneyRange } from "../../domain/money.js";
import type { ExposureTotal } from "../../exposure/finding.js";
import { ExposureTotalType } from "./exposure.type.js";
import { MoneyRangeType } from "./quantity.type.js";
import { UncertainDateScalar } from "./scalars.js";

@ObjectType("MatrixLabel", { description: "One value of a dimension.", simpleResolvers: true })
export class MatrixLabelType {
  @Field(() => [ExposureTotalType], {
    nullable: true,
    description:
      "Of a university in a matrix: over those of the transactions in its line that stand in no line of a part of it. The ownTotals of all universities count each transaction once. Null for any other value.",
  })
  declare ownTotals: readonly ExposureTotal[] | null;

  @Field(() => String, { description: "The dimension, for example CURRENCY." })
  declare dimension: string;

  @Field(() => String, { description: "The value, for programs: an id or a code." })
  declare key: string;

  @Field(() => String, { description: "The value, for readers." })
  declare label: string;
}

@ObjectType("FundingTotal", {
  description: "Confirmed and reported Fundings of one currency, summed.",
  simpleResolvers: true,
})
export class FundingTotalType {
  @Field(() => MoneyRangeType, {
    description: "The sum of the known amounts that were paid; max is null where one has no upper bound.",
  })
  declare total: MoneyRange;

  @Field(() => MoneyRangeType, {
    description:
      "The sum of the known amounts that were announced or promised and are not shown to have been paid; never part of the total.",
  })
  declare committed: MoneyRange;

  @Field(() => Int, { description: "How many fundings were summed, unknown amounts included." })
  declare transactions: number;

  @Field(() => Int, {
    description: "How many of them have no known amount, or one for a year only: they change no sum.",
  })
  declare unknownAmounts: number;

  @Field(() => Int, { description: "How many of the amounts that were summed are about so much." })
  declare approximate: number;

  @Field(() => UncertainDateScalar, {
    nullable: true,
    description: "The start of the first; null where none is dated.",
  })
  declare earliest: string | null;

  @Field(() => UncertainDateScalar, {
    nullable: true,
    description: "The start of the last; null where none is dated.",
  })
  declare latest: string | null;
}
