import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import {
  answerIntegratedOwnership,
  type IntegratedOwnershipAnswer,
} from "../../questions/integrated-ownership.js";
import { answerOwnership, type OwnershipAnswer, type Stake } from "../../questions/ownership.js";
import { type PartOfAnswer, partOf, pathIn } from "../answer.js";
import type { GraphContext } from "../context.js";
import type { Moment } from "../moment.js";
import { EntityType } from "../types/entity.type.js";
import { SearchScopeType } from "../types/exposure.type.js";
import { given } from "../types/exposure-args.type.js";
import {
  IntegratedOwnershipArgs,
  IntegratedOwnershipType,
  OwnershipAnswerType,
  OwnershipArgs,
  StakeType,
} from "../types/ownership.type.js";
import { PathType } from "../types/path.type.js";
import { ShareType } from "../types/quantity.type.js";

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

  @FieldResolver(() => SearchScopeType, {
    description: "What was searched; truncated where not everybody is listed.",
  })
  scope(@Root() { scope }: OwnershipAnswer) {
    return scope;
  }

  @FieldResolver(() => EntityType, { description: "The entity asked about." })
  company(@Root() { company }: OwnershipAnswer, @Ctx() context: GraphContext) {
    return context.entityById(company);
  }

  @FieldResolver(() => [StakeType], {
    description: "Everybody above it, the nearest first, then by the greater integrated share, then by id.",
  })
  holders(@Root() { holders, scope }: OwnershipAnswer) {
    return holders.map((stake) => partOf(scope, stake));
  }

  @FieldResolver(() => [StakeType], {
    description: "Everything below it, the nearest first, then by the greater integrated share, then by id.",
  })
  holdings(@Root() { holdings, scope }: OwnershipAnswer) {
    return holdings.map((stake) => partOf(scope, stake));
  }
}

@Resolver(() => StakeType)
export class StakeResolver {
  @FieldResolver(() => EntityType, { description: "Who, or what." })
  party(@Root() { party }: Stake, @Ctx() context: GraphContext) {
    return context.entityById(party);
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description:
      "What the upper of the two holds of the lower directly; null where no claim says that it holds any.",
  })
  direct(@Root() { direct }: Stake) {
    return direct;
  }

  @FieldResolver(() => ShareType, {
    nullable: true,
    description: "The economic share, directly and through everything between; null in a closed loop.",
  })
  integrated(@Root() { integrated }: Stake) {
    return integrated;
  }

  @FieldResolver(() => PathType, { description: "The shortest chain, from the entity asked about." })
  path(@Root() { path, answer }: PartOfAnswer<Stake, Moment>) {
    return pathIn(answer, path);
  }
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

  @FieldResolver(() => ShareType, {
    nullable: true,
    description: "The integrated share; its bounds are never exclusive. Null in a closed loop.",
  })
  share(@Root() { share }: IntegratedOwnershipAnswer) {
    return share;
  }

  @FieldResolver(() => ShareType, { description: "What is held directly; [0, 0] where nothing is." })
  direct(@Root() { direct }: IntegratedOwnershipAnswer) {
    return direct;
  }
}
