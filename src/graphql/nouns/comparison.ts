import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { MatrixCell } from "../../exposure/comparisons/exposure-matrix.js";
import type { MatrixAxis } from "../../exposure/comparisons/matrix-entries.js";
import type { MatrixMeasure } from "../../exposure/comparisons/matrix-measure.js";
import type { SharedEntry, SharedExposure } from "../../exposure/comparisons/shared-exposures.js";
import type { ExposureTotal } from "../../exposure/finding.js";
import {
  answerExposureMatrix,
  answerSharedExposures,
  type MatrixAnswer,
  MOST_COMPARED,
  MOST_LABELS,
  MOST_UNIVERSITIES,
  type SharedAnswer,
} from "../../questions/exposure-matrix.js";
import { transactionList } from "../../questions/lists/finding-lists.js";
import { type Answer, answerWith, Part, parts, type TransactionMoment } from "../answer.js";
import type { GraphContext } from "../context.js";
import { EntityType, UniversityType } from "./entity.js";
import { enumOf } from "./enums.js";
import { exposureOptions, given, UniversityExposureArgs } from "./exposure-arguments.js";
import { ExposureTotalType, FindingType } from "./finding.js";
import { MatrixLabelType, MatrixTotalType } from "./funding.js";
import { connection, PageArgs } from "./page.js";
import { CountryCodeScalar, CurrencyCodeScalar, DateScalar } from "./scalars.js";
import { SearchScopeType } from "./scope.js";
import { TransactionConnection } from "./transaction.js";

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
export class SharedExposureAnswerType {
  @Field(() => SearchScopeType, { description: "What was searched, for all of them together." })
  declare scope: SharedAnswer["scope"];
}

@Resolver(() => SharedExposureAnswerType)
export class SharedExposuresResolver {
  @Query(() => SharedExposureAnswerType, {
    nullable: true,
    description: "The targets on which at least two of some universities have findings.",
  })
  sharedExposures(@Args(() => SharedExposuresArgs) args: SharedExposuresArgs, @Ctx() context: GraphContext) {
    const { universities, ...options } = args;
    return answerSharedExposures(context.graph, { universities, ...exposureOptions(options) });
  }

  @FieldResolver(() => [SharedExposureType], {
    description: "Targets of most universities first, then in the order of their first finding.",
  })
  shared(@Root() answer: SharedAnswer) {
    return parts(answer.shared, answerWith(answer.scope, answer.details));
  }
}

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

  @Field(() => [SharedExposureEntryType], {
    description: "What each of them received, and what of it stands in another's entry too; by id.",
  })
  declare entries: SharedExposure["entries"];
}

@Resolver(() => SharedExposureType)
export class SharedExposureResolver {
  @FieldResolver(() => EntityType, { description: "To whom they are exposed." })
  target(@Root() { part }: Part<SharedExposure>, @Ctx() context: GraphContext) {
    return context.entityById(part.target);
  }

  @FieldResolver(() => [UniversityType], {
    description: "Those of the universities that have a finding, by id.",
  })
  universities(@Root() { part }: Part<SharedExposure>, @Ctx() context: GraphContext) {
    return part.universities.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [FindingType], { description: "Their findings, in order." })
  findings(@Root() { part, answer }: Part<SharedExposure>) {
    return parts(part.findings, answer);
  }
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

@Resolver(() => SharedExposureEntryType)
export class SharedExposureEntryResolver {
  @FieldResolver(() => UniversityType, { description: "The university." })
  university(@Root() { university }: SharedEntry, @Ctx() context: GraphContext) {
    return context.entityById(university);
  }

  @FieldResolver(() => [UniversityType], {
    description:
      "The others whose entries count some transaction of its own too: a system its campuses', by id.",
  })
  countedIn(@Root() { countedIn }: SharedEntry, @Ctx() context: GraphContext) {
    return countedIn.map((id) => context.entityById(id));
  }
}

@ObjectType("MatrixCell", { description: "One cell; empty ones are left out.", simpleResolvers: true })
export class MatrixCellType extends MatrixTotalType {
  @Field(() => Int, { description: "The place of its row in rows, from 0." })
  declare row: number;

  @Field(() => Int, { description: "The place of its column in columns, from 0." })
  declare column: number;
}

/** What the parts of a matrix need of their answer. */
type MatrixParts = Answer & TransactionMoment;

@Resolver(() => MatrixCellType)
export class MatrixCellResolver {
  @FieldResolver(() => [FindingType], { description: "The findings that stand in it, in order." })
  findings(@Root() { part, answer }: Part<MatrixCell, MatrixParts>) {
    return parts(part.findings, answer);
  }

  @FieldResolver(() => TransactionConnection, {
    description:
      "The transactions that it counts or sums, each once under its strongest timing, in order of date; undated ones last. Of FINDINGS: those of the findings that stand in the cell.",
  })
  transactions(
    @Root() { part, answer }: Part<MatrixCell, MatrixParts>,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return connection(transactionList(part.transactions, {}), page, (each) => new Part(each, answer));
  }
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

  @Field(() => SearchScopeType, { description: "What was searched, for all universities together." })
  declare scope: MatrixAnswer["scope"];

  @Field(() => [MatrixLabelType], { description: "The rows." })
  declare rows: MatrixAnswer["rows"];

  @Field(() => [MatrixLabelType], { description: "The columns." })
  declare columns: MatrixAnswer["columns"];
}

@Resolver(() => ExposureMatrixType)
export class ExposureMatrixResolver {
  @Query(() => ExposureMatrixType, {
    nullable: true,
    description: "Findings of many universities laid out in rows and columns; equal axes are refused.",
  })
  exposureMatrix(@Args(() => ExposureMatrixArgs) args: ExposureMatrixArgs, @Ctx() context: GraphContext) {
    const { flags: _, ...others } = given(args);
    return answerExposureMatrix(context.graph, { ...others, ...exposureOptions(args) });
  }

  @FieldResolver(() => [MatrixCellType], { description: "By row, then by column; empty cells are left out." })
  cells(@Root() answer: MatrixAnswer) {
    const { scope, details, transactionShare } = answer;
    return parts(answer.cells, { ...answerWith(scope, details), transactionShare });
  }
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
