import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { OwnershipRight } from "../../domain/relation-kinds.js";
import type { Verdict } from "../../domain/verdict.js";
import { integratedText } from "../../explain/integrated-text.js";
import { restsOnText } from "../../explain/rule-text.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { answerControl, type ControlAnswer } from "../../questions/control.js";
import {
  answerIntegratedOwnership,
  type IntegratedOwnershipAnswer,
} from "../../questions/integrated-ownership.js";
import {
  ownershipsOf,
  parentsOf,
  subsidiariesOf,
  ultimateParentsOf,
} from "../../questions/lists/corporate-hierarchy.js";
import { answerOwnership, type OwnershipAnswer, type Stake } from "../../questions/ownership.js";
import { type Moment, Part, parts } from "../answer.js";
import type { GraphContext } from "../context.js";
import { CompanyConnection, CompanyType, EntityType } from "./entity.js";
import { OwnershipRightEnum, VerdictEnum } from "./enums.js";
import { given, KNOWN_AT } from "./exposure-arguments.js";
import { connection, HoldingArgs, ListArgs } from "./page.js";
import { PathStepType, PathType, stepNodes } from "./path.js";
import { PrecisionArgs, ShareType } from "./quantity.js";
import { OwnershipConnection } from "./relation.js";
import { DateScalar } from "./scalars.js";
import { SearchScopeType } from "./scope.js";

const ON = "On which day. Null: today.";

const KNOWN =
  "How much of its shares is attributed to holders: a fraction, above 1 where claims contradict each other.";

const UNKNOWN = "The rest of its shares: a fraction.";

const CLOSED_LOOP =
  "Whether the owner lies in a loop of companies that own each other wholly: then there is no number.";

const CONVERGED =
  "False where to narrow the share to `precision` would have taken too long: its bounds are true, and wider.";

const PROBLEMS = "Contradictions among the shares that were read, each as a clause; nothing is normalised.";

@ArgsType()
export class OwnershipArgs extends PrecisionArgs {
  @Field(() => ID, { description: "Whose holders and holdings." })
  declare of: string;

  @Field(() => OwnershipRightEnum, {
    nullable: true,
    defaultValue: "unspecified",
    description:
      "Which right the direct shares are read in. UNSPECIFIED: economic shares, votes where nothing else is given. Integrated shares are economic.",
  })
  declare right?: OwnershipRight | null;

  @Field(() => DateScalar, { nullable: true, description: ON })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}

@ArgsType()
export class IntegratedOwnershipArgs extends PrecisionArgs {
  @Field(() => ID, { description: "Who may own." })
  declare owner: string;

  @Field(() => ID, { description: "What may be owned." })
  declare company: string;

  @Field(() => DateScalar, { nullable: true, description: ON })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}

/** Clocks and page of a list of claims that may hold on a day. */
@ArgsType()
export class OwnershipListArgs extends ListArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the claim may hold. Null: whenever it held.",
  })
  declare validAt?: number | null;
}

@ArgsType()
export class SubsidiariesArgs extends OwnershipListArgs {
  @Field(() => Float, {
    nullable: true,
    description: "A fraction: drops those of which the integrated share is certainly below it. Null: none.",
  })
  declare minShare?: number | null;
}

/** Clocks of a whole list of owners or subsidiaries. */
@ArgsType()
export class KinArgs extends HoldingArgs {}

@ObjectType("Stake", { description: "A party above or below an entity.", simpleResolvers: true })
export class StakeType implements Pick<Stake, "control" | "closedLoop" | "converged"> {
  @Field(() => VerdictEnum, { description: "Whether the upper of the two controls the lower." })
  declare control: Verdict;

  @Field(() => Boolean, { description: CLOSED_LOOP })
  declare closedLoop: boolean;

  @Field(() => Boolean, { description: CONVERGED })
  declare converged: boolean;

  @Field(() => ShareType, {
    nullable: true,
    description:
      "What the upper of the two holds of the lower directly; null where no claim says that it holds any.",
  })
  declare direct: Stake["direct"];

  @Field(() => ShareType, {
    nullable: true,
    description: "The economic share, directly and through everything between; null in a closed loop.",
  })
  declare integrated: Stake["integrated"];
}

@Resolver(() => StakeType)
export class StakeResolver {
  @FieldResolver(() => EntityType, { description: "Who, or what." })
  party(@Root() { part }: Part<Stake, Moment>, @Ctx() context: GraphContext) {
    return context.entityById(part.party);
  }

  @FieldResolver(() => PathType, { description: "The shortest chain, from the entity asked about." })
  path(@Root() { part, answer }: Part<Stake, Moment>) {
    return new Part(part.path, answer);
  }
}

@ObjectType("OwnershipAnswer", {
  description: "Who owns an entity and what it owns, on a day.",
  simpleResolvers: true,
})
export class OwnershipAnswerType
  implements Pick<OwnershipAnswer, "right" | "known" | "unknown" | "problems">
{
  @Field(() => OwnershipRightEnum, { description: "The right that the direct shares are read in." })
  declare right: OwnershipRight;

  @Field(() => Float, { description: KNOWN })
  declare known: number;

  @Field(() => Float, { description: UNKNOWN })
  declare unknown: number;

  @Field(() => [String], { description: PROBLEMS })
  declare problems: readonly string[];

  @Field(() => SearchScopeType, {
    description: "What was searched; truncated where not every holder or holding is listed.",
  })
  declare scope: OwnershipAnswer["scope"];
}

@Resolver(() => OwnershipAnswerType)
export class OwnershipResolver {
  @Query(() => OwnershipAnswerType, {
    nullable: true,
    description:
      "Who owns an entity and what it owns, at any depth, with direct and integrated shares. Null where there is no such entity.",
  })
  ownership(@Args(() => OwnershipArgs) args: OwnershipArgs, @Ctx() context: GraphContext) {
    return answerOwnership(context.graph, given(args));
  }

  @FieldResolver(() => EntityType, { description: "The entity asked about." })
  company(@Root() { company }: OwnershipAnswer, @Ctx() context: GraphContext) {
    return context.entityById(company);
  }

  @FieldResolver(() => [StakeType], {
    description:
      "Every holder above it, the nearest first, then by the greater integrated share, then by id.",
  })
  holders(@Root() { holders, scope }: OwnershipAnswer) {
    return parts(holders, scope);
  }

  @FieldResolver(() => [StakeType], {
    description: "Everything below it, the nearest first, then by the greater integrated share, then by id.",
  })
  holdings(@Root() { holdings, scope }: OwnershipAnswer) {
    return parts(holdings, scope);
  }
}

@ObjectType("IntegratedOwnership", {
  description: "What an owner owns of a company on a day, directly and through everything between.",
  simpleResolvers: true,
})
export class IntegratedOwnershipType
  implements Pick<IntegratedOwnershipAnswer, "closedLoop" | "converged" | "known" | "unknown" | "problems">
{
  @Field(() => Boolean, { description: CLOSED_LOOP })
  declare closedLoop: boolean;

  @Field(() => Boolean, { description: CONVERGED })
  declare converged: boolean;

  @Field(() => Float, { description: KNOWN })
  declare known: number;

  @Field(() => Float, { description: UNKNOWN })
  declare unknown: number;

  @Field(() => [String], { description: PROBLEMS })
  declare problems: readonly string[];

  @Field(() => ShareType, {
    nullable: true,
    description: "The integrated share; its bounds are never exclusive. Null in a closed loop.",
  })
  declare share: IntegratedOwnershipAnswer["share"];

  @Field(() => ShareType, { description: "What is held directly; [0, 0] where nothing is." })
  declare direct: IntegratedOwnershipAnswer["direct"];
}

@Resolver(() => IntegratedOwnershipType)
export class IntegratedOwnershipResolver {
  @Query(() => IntegratedOwnershipType, {
    nullable: true,
    description:
      "The integrated (economic) share of a company that an owner has, between its bounds. Null where one of them is not there.",
  })
  integratedOwnership(
    @Args(() => IntegratedOwnershipArgs) args: IntegratedOwnershipArgs,
    @Ctx() context: GraphContext,
  ) {
    return answerIntegratedOwnership(context.graph, given(args));
  }

  @FieldResolver(() => EntityType, { description: "The owner." })
  owner(@Root() { owner }: IntegratedOwnershipAnswer, @Ctx() context: GraphContext) {
    return context.entityById(owner);
  }

  @FieldResolver(() => EntityType, { description: "The company." })
  company(@Root() { company }: IntegratedOwnershipAnswer, @Ctx() context: GraphContext) {
    return context.entityById(company);
  }

  @FieldResolver(() => String, {
    description: "The share, what is held directly and what is known, in words.",
  })
  explanation(@Root() answer: IntegratedOwnershipAnswer, @Ctx() context: GraphContext) {
    return integratedText(answer, context.names);
  }
}

async function ownerships(
  context: GraphContext,
  entity: ResidentEntity,
  args: OwnershipListArgs,
  direction: "incoming" | "outgoing",
) {
  const list = await ownershipsOf(context.scope(args), entity.id, direction, context.findStartless);
  return connection(list, args, (relation) => context.relationAt(relation));
}

@ArgsType()
export class ControlArgs {
  @Field(() => ID, { description: "Who may control." })
  declare controller: string;

  @Field(() => ID, { description: "What may be controlled." })
  declare company: string;

  @Field(() => DateScalar, { nullable: true, description: "On which day. Null: today." })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;
}

@ObjectType("ControlAnswer", { description: "Whether one entity controls a company.", simpleResolvers: true })
export class ControlAnswerType {
  @Field(() => VerdictEnum, {
    description:
      "YES: it and the companies that it controls hold more than half of the votes, or a claim says so.",
  })
  declare verdict: Verdict;

  @Field(() => ShareType, {
    description: "The votes that it holds, alone and through what it controls.",
  })
  declare votes: ControlAnswer["votes"];
}

@Resolver(() => ControlAnswerType)
export class ControlAnswerResolver {
  @Query(() => ControlAnswerType, {
    nullable: true,
    description: "Whether one entity controls a company on a day. Null where one of them is not there.",
  })
  control(@Args(() => ControlArgs) args: ControlArgs, @Ctx() context: GraphContext) {
    return answerControl(context.graph, given(args));
  }

  @FieldResolver(() => String, { description: "Why, in a sentence or two." })
  explanation(@Root() answer: ControlAnswer) {
    return answer.explanation();
  }

  @FieldResolver(() => String, {
    description:
      "On what kind of word the proof rests: that a claim of it is reported only, or was last stated before validAt. Empty where neither is so.",
  })
  async restsOn(@Root() answer: ControlAnswer, @Ctx() context: GraphContext) {
    const claims = await context.claimsKnownIn(answer)(
      (await answer.proof()).map(({ relation }) => relation),
    );
    return restsOnText(claims, answer.validAt, context.namesOn(answer.knownAt));
  }

  @FieldResolver(() => [PathStepType], {
    description:
      "The claims that the verdict rests on, from the controller down; for NO what was counted and does not suffice. Empty where nothing was.",
  })
  async proof(@Root() answer: ControlAnswer, @Ctx() context: GraphContext) {
    return stepNodes(await answer.proof(), answer, context);
  }

  @FieldResolver(() => [String], {
    description: "Contradictions among the votes that were read, each as a clause; nothing is normalised.",
  })
  problems(@Root() answer: ControlAnswer) {
    return answer.problems();
  }
}

const WHAT_COUNTS = "Confirmed and reported claims of ownership or control count, of any share.";

@Resolver(() => CompanyType)
export class CorporateHierarchyResolver {
  @FieldResolver(() => OwnershipConnection, {
    description: "The ownerships in it, in order of date, whatever their status.",
  })
  owners(
    @Root() entity: ResidentEntity,
    @Args(() => OwnershipListArgs) args: OwnershipListArgs,
    @Ctx() context: GraphContext,
  ) {
    return ownerships(context, entity, args, "incoming");
  }

  @FieldResolver(() => OwnershipConnection, {
    description: "The ownerships that it holds, in order of date, whatever their status.",
  })
  holdings(
    @Root() entity: ResidentEntity,
    @Args(() => OwnershipListArgs) args: OwnershipListArgs,
    @Ctx() context: GraphContext,
  ) {
    return ownerships(context, entity, args, "outgoing");
  }

  @FieldResolver(() => [EntityType], {
    description: `Who owns a part of it or controls it, one step up, by id. ${WHAT_COUNTS}`,
  })
  parents(@Root() entity: ResidentEntity, @Args(() => KinArgs) args: KinArgs, @Ctx() context: GraphContext) {
    return parentsOf(context.scope(args), entity.id).items.map((party) => context.entityAt(party));
  }

  @FieldResolver(() => [EntityType], {
    description: `Every party at the top above it: nothing is above such a party but what is also below it. By id. ${WHAT_COUNTS}`,
  })
  async ultimateParents(
    @Root() entity: ResidentEntity,
    @Args(() => KinArgs) args: KinArgs,
    @Ctx() context: GraphContext,
  ) {
    const { items } = await ultimateParentsOf(context.scope(args), entity.id);
    return items.map((party) => context.entityAt(party));
  }

  @FieldResolver(() => CompanyConnection, {
    description: `The companies that it owns or controls, at any depth, by id. ${WHAT_COUNTS}`,
  })
  async subsidiaries(
    @Root() entity: ResidentEntity,
    @Args(() => SubsidiariesArgs) args: SubsidiariesArgs,
    @Ctx() context: GraphContext,
  ) {
    const list = await subsidiariesOf(context.scope(args), entity.id, args.minShare ?? null);
    return connection(list, args, (party) => context.entityAt(party));
  }
}
