import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { MoneyRange } from "../../domain/money.js";
import type { FundingForm } from "../../domain/relation-kinds.js";
import type { FundingDimension } from "../../exposure/comparisons/funding-totals.js";
import type { Measured } from "../../exposure/comparisons/matrix-measure.js";
import type { GroupRule, OutsideReason } from "../../exposure/comparisons/payer-groups.js";
import type { ExposureTotal } from "../../exposure/finding.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import type { MatrixLabel } from "../../questions/exposure-matrix.js";
import {
  type FundingTotal,
  type FundingTotals,
  type GroupedPayer,
  listFundingTotals,
  type OutsideGroup,
  type ToldPayerGroup,
  totalsByCurrency,
} from "../../questions/funding-totals.js";
import type { FundingFilter } from "../../questions/lists/funding-filter.js";
import type { ListScope } from "../../questions/lists/list-scope.js";
import { relationsByDate, relationsOf } from "../../questions/lists/relation-list.js";
import type { List } from "../../questions/pagination.js";
import type { GraphContext } from "../context.js";
import { EntityType, UniversityType } from "./entity.js";
import { enumOf, FundingFormEnum } from "./enums.js";
import { ExposureTotalType } from "./finding.js";
import { connection, connectionOf, ListArgs } from "./page.js";
import { PathStepType, stepNodes } from "./path.js";
import { MoneyRangeType } from "./quantity.js";
import { FundingConnection } from "./relation.js";
import { CountryCodeScalar, DateScalar, UncertainDateScalar } from "./scalars.js";

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

@Resolver(() => MatrixLabelType)
export class MatrixLabelResolver {
  @FieldResolver(() => EntityType, {
    nullable: true,
    description: "The entity, where the value is one; null otherwise.",
  })
  entity(@Root() label: { entity: string | null }, @Ctx() context: GraphContext) {
    return label.entity === null ? null : context.entityById(label.entity);
  }

  @FieldResolver(() => EntityType, {
    nullable: true,
    description:
      "Of a group in a matrix: the target in it that most of its findings are on, by whose name readers may know the group; of several the group itself, else the smallest id. Null for any other value.",
  })
  mainTarget(@Root() { mainTarget }: MatrixLabel, @Ctx() context: GraphContext) {
    return mainTarget == null ? null : context.entityById(mainTarget);
  }

  @FieldResolver(() => MatrixTotalType, {
    nullable: true,
    description:
      "Of a row or a column of a matrix: everything in it, what lies beyond the limit of the other axis too, each finding and transaction once. Null for a key of other sums.",
  })
  total(@Root() { total }: MatrixLabel) {
    return total ?? null;
  }

  @FieldResolver(() => [UniversityType], {
    nullable: true,
    description:
      "Of a university in a matrix: the other universities asked about, shown or not, whose lines count some transaction of this one's too, by id. Null for any other value.",
  })
  countedIn(@Root() { countedIn }: MatrixLabel, @Ctx() context: GraphContext) {
    return countedIn?.map((id) => context.entityById(id)) ?? null;
  }
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

  @Field(() => [MatrixLabelType], {
    description: "What the sum is for; the currency is always part of it.",
  })
  declare keys: FundingTotal["keys"];
}

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

export const GroupRuleEnum = enumOf<GroupRule>("GroupRule", "By what a payer belongs to a group.", {
  ITSELF: "It is the topmost company itself, or belongs to no other.",
  CONTROL: "It is controlled (verdict YES), directly or through others.",
  AFFILIATION: "A source counts it to the group; that does not say control.",
  CONTROL_AND_AFFILIATION: "Both stand in the chain that leads up; that does not say control.",
});

export const OutsideReasonEnum = enumOf<OutsideReason>(
  "OutsideReason",
  "Why what a payer of the same family paid is not counted in a group.",
  {
    ON_PAYMENT_DAY:
      "It belonged to the group on the day of the payment, and does not for certain on the day asked about.",
    POSSIBLY: "The claims leave open whether it belongs to the same group on the day asked about.",
  },
);

@ObjectType("PayerGroup", {
  description:
    "Payers that count as one group on a day, with what they paid: the same group as that of a finding's target. The word group does not say control.",
  simpleResolvers: true,
})
export class PayerGroupType implements Pick<ToldPayerGroup, "asOf" | "groupRule" | "totals" | "text"> {
  @Field(() => DateScalar, {
    description: "The day on which the group is read: validAt, without it the day of asking.",
  })
  declare asOf: number;

  @Field(() => GroupRuleEnum, { description: "By what its payers belong to it, all together." })
  declare groupRule: GroupRule;

  @Field(() => [FundingTotalType], {
    description: "What they paid, each funding once; one entry for each currency.",
  })
  declare totals: readonly FundingTotal[];

  @Field(() => String, { description: "Which payers are counted, and by which rule, in words." })
  declare text: string;

  @Field(() => [OutsideGroupType], {
    description: "What stands outside, one entry for each reason; empty where nothing does.",
  })
  declare outside: ToldPayerGroup["outside"];
}

@Resolver(() => PayerGroupType)
export class PayerGroupResolver {
  @FieldResolver(() => EntityType, { description: "The topmost company; a payer that belongs to none." })
  group(@Root() { group }: ToldPayerGroup, @Ctx() context: GraphContext) {
    return context.entityById(group);
  }

  @FieldResolver(() => [GroupedPayerType], { description: "By id." })
  payers(@Root() { payers, knownAt }: ToldPayerGroup) {
    return payers.map((payer) => ({ ...payer, knownAt }));
  }
}

@ObjectType("GroupedPayer", { description: "A payer of a group.", simpleResolvers: true })
export class GroupedPayerType implements Pick<GroupedPayer, "rule" | "totals"> {
  @Field(() => GroupRuleEnum, { description: "By what it belongs to the group." })
  declare rule: GroupRule;

  @Field(() => [FundingTotalType], { description: "What it paid; one entry for each currency." })
  declare totals: readonly FundingTotal[];
}

@Resolver(() => GroupedPayerType)
export class GroupedPayerResolver {
  @FieldResolver(() => EntityType, { description: "Who paid." })
  payer(@Root() { payer }: GroupedPayer, @Ctx() context: GraphContext) {
    return context.entityById(payer);
  }

  @FieldResolver(() => [PathStepType], {
    description: "The claims that put it in the group, from the group down; none for the group itself.",
  })
  async proof(@Root() payer: GroupedPayer & Pick<ToldPayerGroup, "knownAt">, @Ctx() context: GraphContext) {
    return stepNodes(await payer.proof(), payer, context);
  }
}

@ObjectType("OutsideGroup", {
  description:
    "What was paid by others of the same family (they and the group may have a company above them in common) and is not counted in the group.",
  simpleResolvers: true,
})
export class OutsideGroupType implements Pick<OutsideGroup, "reason" | "totals" | "text"> {
  @Field(() => OutsideReasonEnum, { description: "Why it is not counted." })
  declare reason: OutsideReason;

  @Field(() => [FundingTotalType], { description: "What they paid; one entry for each currency." })
  declare totals: readonly FundingTotal[];

  @Field(() => String, { description: "How much more, from whom, and why it is not counted, in words." })
  declare text: string;
}

@Resolver(() => OutsideGroupType)
export class OutsideGroupResolver {
  @FieldResolver(() => [EntityType], { description: "Who paid, by id." })
  payers(@Root() { payers }: OutsideGroup, @Ctx() context: GraphContext) {
    return payers.map((payer) => context.entityById(payer));
  }
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

@Resolver(() => UniversityType)
export class UniversityFundingResolver {
  @FieldResolver(() => FundingConnection, {
    description:
      "The fundings made to it, in order of date, whatever their status; those made to its parts are listed there.",
  })
  async funding(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const found = relationsOf(scope, entity.id, { kinds: ["Funding"], direction: "incoming" });
    const list = await relationsByDate(scope, found, context.findStartless);
    return Object.assign(
      connection(list, args, (relation) => context.relationAt(relation)),
      { list, scope },
    );
  }
}

@Resolver(() => FundingConnection)
export class FundingConnectionResolver {
  @FieldResolver(() => [FundingTotalType], {
    description:
      "Sums over the whole list, not this page: confirmed and reported fundings, one entry for each currency, by its code.",
  })
  totals(@Root() { list, scope }: { list: List<number>; scope: ListScope }) {
    return totalsByCurrency(scope, list.items);
  }
}
