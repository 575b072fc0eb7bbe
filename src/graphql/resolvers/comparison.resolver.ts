import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { MatrixCell } from "../../exposure/comparisons/exposure-matrix.js";
import type { SharedEntry, SharedExposure } from "../../exposure/comparisons/shared-exposures.js";
import { answerExposureMatrix, type MatrixAnswer } from "../../questions/exposure-matrix.js";
import { type FundingTotals, listFundingTotals } from "../../questions/funding-totals.js";
import { answerSharedExposures, type SharedAnswer } from "../../questions/shared-exposures.js";
import { type Answer, answeredFinding, type PartOfAnswer, partOf } from "../answer.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import {
  ExposureMatrixArgs,
  ExposureMatrixType,
  MatrixCellType,
  SharedExposureAnswerType,
  SharedExposureEntryType,
  SharedExposuresArgs,
  SharedExposureType,
} from "../types/comparison.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import { SearchScopeType } from "../types/exposure.type.js";
import { exposureOptions, given } from "../types/exposure-args.type.js";
import { FindingType } from "../types/finding.type.js";
import { MatrixLabelType } from "../types/funding-total.type.js";
import { FundingTotalConnection, FundingTotalsArgs } from "../types/funding-totals-args.type.js";
import { PayerGroupType } from "../types/payer-group.type.js";

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

  @FieldResolver(() => SearchScopeType, { description: "What was searched, for all of them together." })
  scope(@Root() { scope }: SharedAnswer) {
    return scope;
  }

  @FieldResolver(() => [SharedExposureType], {
    description: "Targets of most universities first, then in the order of their first finding.",
  })
  shared(@Root() answer: SharedAnswer) {
    const whole = { knownAt: answer.scope.knownAt, details: answer.details };
    return answer.shared.map((each) => partOf(whole, each));
  }
}

@Resolver(() => SharedExposureType)
export class SharedExposureResolver {
  @FieldResolver(() => EntityType, { description: "To whom they are exposed." })
  target(@Root() { target }: SharedExposure, @Ctx() context: GraphContext) {
    return context.entityById(target);
  }

  @FieldResolver(() => [UniversityType], {
    description: "Those of the universities that have a finding, by id.",
  })
  universities(@Root() { universities }: SharedExposure, @Ctx() context: GraphContext) {
    return universities.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [SharedExposureEntryType], {
    description: "What each of them received, and what of it stands in another's entry too; by id.",
  })
  entries(@Root() { entries }: SharedExposure) {
    return entries;
  }

  @FieldResolver(() => [FindingType], { description: "Their findings, in order." })
  findings(@Root() { findings, answer }: PartOfAnswer<SharedExposure>) {
    return findings.map((finding) => answeredFinding(answer, finding));
  }
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

  @FieldResolver(() => SearchScopeType, { description: "What was searched, for all universities together." })
  scope(@Root() { scope }: MatrixAnswer) {
    return scope;
  }

  @FieldResolver(() => [MatrixLabelType], { description: "The rows." })
  rows(@Root() { rows }: MatrixAnswer) {
    return rows;
  }

  @FieldResolver(() => [MatrixLabelType], { description: "The columns." })
  columns(@Root() { columns }: MatrixAnswer) {
    return columns;
  }

  @FieldResolver(() => [MatrixCellType], { description: "By row, then by column; empty cells are left out." })
  cells(@Root() answer: MatrixAnswer) {
    const whole: Answer = { knownAt: answer.scope.knownAt, details: answer.details };
    return answer.cells.map((cell) => partOf(whole, cell));
  }
}

@Resolver(() => MatrixCellType)
export class MatrixCellResolver {
  @FieldResolver(() => [FindingType], { description: "The findings that stand in it, in order." })
  findings(@Root() { findings, answer }: PartOfAnswer<MatrixCell>) {
    return findings.map((finding) => answeredFinding(answer, finding));
  }
}

@Resolver(() => FundingTotalConnection)
export class FundingTotalsResolver {
  @Query(() => FundingTotalConnection, {
    nullable: true,
    description:
      "Sums of confirmed and reported fundings by some keys and the currency, in the order of the keys; each funding once.",
  })
  async fundingTotals(@Args(() => FundingTotalsArgs) args: FundingTotalsArgs, @Ctx() context: GraphContext) {
    const found = await listFundingTotals(context.scope(args), args);
    const page = connection(found, args, (total) => total);
    return Object.defineProperty(page, "found", { value: found });
  }

  @FieldResolver(() => [PayerGroupType], {
    description:
      "The groups of the payers in the whole list, not on this page, by id; only that of the filter's payerGroup where it names one. Each with what stands outside of it under the same filter.",
  })
  payerGroups(@Root() { found }: { readonly found: FundingTotals }) {
    return found.payerGroups();
  }
}
