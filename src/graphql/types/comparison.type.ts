import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { MoneyRange } from "../../domain/money.js";
import type { MatrixAxis } from "../../exposure/comparisons/matrix-entries.js";
import type { MatrixMeasure, Measured } from "../../exposure/comparisons/matrix-measure.js";
import type { ExposureTotal } from "../../exposure/finding.js";
import { MOST_LABELS, MOST_UNIVERSITIES } from "../../questions/exposure-matrix.js";
import { MOST_COMPARED } from "../../questions/shared-exposures.js";
import { enumOf } from "../enum-of.js";
import { ExposureTotalType } from "./exposure.type.js";
import { UniversityExposureArgs } from "./exposure-args.type.js";
import { MoneyRangeType } from "./quantity.type.js";
import { CountryCodeScalar, CurrencyCodeScalar, DateScalar } from "./scalars.js";

export const MatrixAxisEnum = enumOf<MatrixAxis>("MatrixAxis", "By what findings can be laid out.", {
  UNIVERSITY: "The university; a system repeats the money of its campuses, as its countedIn says.",
  TARGET: "To whom it is exposed.",
  TARGET_GROUP: "The group of the target.",
  COUNTERPARTY: "With whom the university itself dealt.",
  CHANNEL: "How it reaches the university.",
  YEAR: "The year of a transaction's earliest day; 'unclear' where the span of its start crosses a year or is open.",
  COUNTRY: "The payer's country; 'unknown' where no source gives it.",
  TIMING: "How it stands in time to the target's flags: each transaction once, under its strongest.",
});

export const MatrixMeasureEnum = enumOf<MatrixMeasure>("MatrixMeasure", "What the cells hold.", {
  FINDINGS: "How many findings.",
  TRANSACTIONS: "How many distinct transactions.",
  GROSS:
    "The sum of distinct Fundings of one currency that were paid; unknown amounts change no sum. What was committed stands beside it, in the cell's committed, and on the axis TIMING nowhere.",
  GROSS_CONCURRENT: "The same of those that are CONCURRENT.",
});

@ObjectType("SharedExposureAnswer", {
  description: "The targets on which at least two of some universities have findings.",
  simpleResolvers: true,
})
export class SharedExposureAnswerType {}

@ObjectType("SharedExposure", {
  description: "A target on which several universities have findings.",
  simpleResolvers: true,
})
export class SharedExposureType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over the transactions of all of them, each once, also where one is a part of another. One entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];
}

@ObjectType("SharedExposureEntry", {
  description: "One of the universities that share a target, with what it received.",
  simpleResolvers: true,
})
export class SharedExposureEntryType {
  @Field(() => [ExposureTotalType], {
    description: "Over its distinct transactions; one entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => [ExposureTotalType], {
    description:
      "Over those that stand in no entry of a part of it: the ownTotals of all entries count each transaction once.",
  })
  declare ownTotals: readonly ExposureTotal[];
}

@ObjectType("MatrixTotal", {
  description: "Of one row or one column everything that is in it, each finding and transaction once.",
  simpleResolvers: true,
})
export class MatrixTotalType implements Measured {
  @Field(() => Float, { description: "The count, or the least that the sum may be." })
  declare min: number;

  @Field(() => Float, {
    nullable: true,
    description: "The count, or the most that the sum may be; null where an amount has no upper bound.",
  })
  declare max: number | null;

  @Field(() => MoneyRangeType, {
    nullable: true,
    description:
      "Of GROSS: what was announced or promised and is not shown to have been paid; never part of min and max. Null for any other measure.",
  })
  declare committed: MoneyRange | null;

  @Field(() => Int, {
    description:
      "Of money: how many of the fundings have no known amount, or one for a year only: they change no sum.",
  })
  declare unknownAmounts: number;

  @Field(() => Int, { description: "Of money: how many of the amounts that were summed are about so much." })
  declare approximate: number;
}

@ObjectType("MatrixCell", { description: "One cell; empty ones are left out.", simpleResolvers: true })
export class MatrixCellType extends MatrixTotalType {
  @Field(() => Int, { description: "The place of its row in rows, from 0." })
  declare row: number;

  @Field(() => Int, { description: "The place of its column in columns, from 0." })
  declare column: number;
}

@ObjectType("ExposureMatrix", {
  description:
    "Findings laid out in rows and columns. Each cell counts a transaction once; rows and columns are not the sums of their cells.",
  simpleResolvers: true,
})
export class ExposureMatrixType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over everything that the cells measure, lines beyond the limit included, each transaction once, whatever number of cells it stands in: where universities are an axis, the sum of the ownTotals of all of them. One entry for each currency.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: "The currency of the sums; null where the cells hold no money.",
  })
  declare currency: string | null;
}

@ArgsType()
export class SharedExposuresArgs extends UniversityExposureArgs {
  @Field(() => [ID], { description: `The universities, 2 to ${MOST_COMPARED}.` })
  declare universities: readonly string[];
}

@ArgsType()
export class ExposureMatrixArgs extends UniversityExposureArgs {
  @Field(() => MatrixAxisEnum, { description: "What makes a row." })
  declare rows: MatrixAxis;

  @Field(() => MatrixAxisEnum, { description: "What makes a column; another axis than the rows'." })
  declare columns: MatrixAxis;

  @Field(() => MatrixMeasureEnum, { description: "What the cells hold." })
  declare measure: MatrixMeasure;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    defaultValue: "USD",
    description: "The currency of GROSS and GROSS_CONCURRENT.",
  })
  declare currency?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 50,
    description: `The most rows and the most columns, 1 to ${MOST_LABELS}: those that measure most.`,
  })
  declare limit?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Only these universities. Null: all of them, up to ${MOST_UNIVERSITIES}.`,
  })
  declare universities?: readonly string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Only payers of these countries." })
  declare countries?: readonly string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only transactions that may have begun on this day or later. Null: any.",
  })
  declare from?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only transactions that may have begun by this day. Null: any.",
  })
  declare to?: number | null;
}
