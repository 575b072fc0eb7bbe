import {
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { EntityId } from "../../domain/entity.js";
import type { AmountQualifier, MoneyRange } from "../../domain/money.js";
import {
  type AmountPeriod,
  type OwnershipRight,
  type Payment,
  RELATION_KIND_NAMES,
  RELATION_KINDS,
  type RelationKind,
} from "../../domain/relation-kinds.js";
import type { Share } from "../../domain/share.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { type RelationCount, relationCounts } from "../../questions/graph-info.js";
import { type Direction, relationsByDate, relationsOf } from "../../questions/lists/relation-list.js";
import { MAX_PAGE_SIZE } from "../../questions/pagination.js";
import { kindOfNode, type ResidentRelation } from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { EntityType } from "./entity.js";
import {
  AmountPeriodEnum,
  AmountQualifierEnum,
  BackingRoleEnum,
  CollaborationFormEnum,
  ControlBasisEnum,
  DirectionEnum,
  FundingFormEnum,
  OwnershipRightEnum,
  ParticipationRoleEnum,
  PaymentEnum,
  RelationKindEnum,
} from "./enums.js";
import { connection, connectionOf, ListArgs } from "./page.js";
import { MoneyRangeType, ShareType } from "./quantity.js";

@InterfaceType("Relation", {
  implements: ClaimType,
  description: "A claim that joins two entities.",
  resolveType: kindOfNode,
})
export abstract class RelationType
  extends ClaimType
  implements Pick<ResidentRelation, "id" | "kind" | "status">
{
  @Field(() => RelationKindEnum, { description: "What it says of its ends." })
  declare kind: RelationKind;
}

@Resolver(() => RelationType)
export class RelationResolver {
  @FieldResolver(() => EntityType, {
    description:
      "Where it starts from: holder, controller, affiliate, unit, payer, participant, backer, person.",
  })
  from(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return context.entityById(relation.from);
  }

  @FieldResolver(() => EntityType, {
    description: "Where it leads to: held, controlled, group, whole, recipient, program.",
  })
  to(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return context.entityById(relation.to);
  }
}

/** Kinds whose resident cells go beyond those of every relation: they are described below. */
const WITH_CELLS: readonly RelationKind[] = ["Ownership", "Funding"];

function typeOfKind(kind: RelationKind): ClassType<RelationType> {
  @ObjectType(kind, {
    implements: RelationType,
    description: RELATION_KINDS[kind].description,
    simpleResolvers: true,
  })
  class KindType extends RelationType {}
  return KindType;
}

/** The type of any other kind; what the store alone holds of some of them is resolved below. */
export const {
  Control: ControlType,
  Collaboration: CollaborationType,
  Participation: ParticipationType,
  Backing: BackingType,
  Post: PostType,
  Succession: SuccessionType,
  Identity: IdentityType,
} = Object.fromEntries(
  RELATION_KIND_NAMES.filter((kind) => !WITH_CELLS.includes(kind)).map((kind) => [kind, typeOfKind(kind)]),
) as Record<RelationKind, ClassType<RelationType>>;

@ObjectType("Ownership", {
  implements: RelationType,
  description: RELATION_KINDS.Ownership.description,
  simpleResolvers: true,
})
export class OwnershipType extends RelationType implements Pick<ResidentRelation, "right"> {
  @Field(() => ShareType, { description: "How much is held; unknown is [0, 1]." })
  declare share: Share;

  @Field(() => OwnershipRightEnum, { description: "What it is a share of." })
  declare right: OwnershipRight;
}

@Resolver(() => ControlType)
export class ControlResolver {
  @FieldResolver(() => ControlBasisEnum, { description: "On what it rests." })
  async basis(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).basis ?? "stated";
  }
}

@ObjectType("Funding", {
  implements: RelationType,
  description: RELATION_KINDS.Funding.description,
  simpleResolvers: true,
})
export class FundingType
  extends RelationType
  implements Pick<ResidentRelation, "amount" | "amountQualifier" | "amountPer" | "payment">
{
  @Field(() => MoneyRangeType, {
    nullable: true,
    description: "How much; null where the source gives no amount.",
  })
  declare amount: MoneyRange | null;

  @Field(() => AmountQualifierEnum, {
    nullable: true,
    description: "How near the amount is to what was paid; null where the source qualifies it in no way.",
  })
  declare amountQualifier: AmountQualifier | null;

  @Field(() => AmountPeriodEnum, {
    nullable: true,
    description:
      "For what time the amount was given, where it is no whole: it is never multiplied. Null: it is the whole.",
  })
  declare amountPer: AmountPeriod | null;

  @Field(() => PaymentEnum, { description: "Whether a source shows that it was paid." })
  declare payment: Payment;
}

@Resolver(() => FundingType)
export class FundingResolver {
  @FieldResolver(() => FundingFormEnum, { description: "In what form." })
  async form(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).form ?? "unspecified";
  }
}

@Resolver(() => CollaborationType)
export class CollaborationResolver {
  @FieldResolver(() => CollaborationFormEnum, { description: "In what form." })
  async form(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).form ?? "unspecified";
  }
}

@Resolver(() => ParticipationType)
export class ParticipationResolver {
  @FieldResolver(() => ParticipationRoleEnum, { description: "In which role." })
  async role(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).role ?? "participant";
  }
}

@Resolver(() => BackingType)
export class BackingResolver {
  @FieldResolver(() => BackingRoleEnum, { description: "In which role." })
  async role(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).role ?? "runs";
  }
}

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The post in the source's words; null where it does not say.",
  })
  async role(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).role;
  }
}

@Resolver(() => IdentityType)
export class IdentityResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: "How likely it is, from 0 to 1; only a decided one counts. Null where none is given.",
  })
  async probability(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).probability;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Who decided it; null: undecided, it transmits nothing.",
  })
  async decidedBy(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).decidedBy;
  }
}

export const RelationConnection = connectionOf("Relation", () => RelationType as never, "relations");

export const OwnershipConnection = connectionOf("Ownership", () => OwnershipType, "ownerships");

export const FundingConnection = connectionOf("Funding", () => FundingType, "fundings");

@ObjectType("RelationCount", {
  description: "How many relations of one kind there are.",
  simpleResolvers: true,
})
export class RelationCountType implements RelationCount {
  @Field(() => RelationKindEnum, { description: "The kind." })
  declare kind: RelationKind;

  @Field(() => Int, { description: "How many." })
  declare count: number;
}

@ArgsType()
class RelationsArgs extends ListArgs {
  @Field(() => [RelationKindEnum], { nullable: true, description: "Only these kinds; null: all." })
  declare kinds?: readonly RelationKind[] | null;

  @Field(() => DirectionEnum, {
    nullable: true,
    defaultValue: "both",
    description: "Which end the entity is.",
  })
  declare direction?: Direction | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Only those with one of these at the other end, or with one party with it; ${MAX_PAGE_SIZE} at most. Null: all.`,
  })
  declare others?: readonly EntityId[] | null;
}

@Resolver(() => EntityType)
export class EntityRelationsResolver {
  @FieldResolver(() => [RelationCountType], {
    description:
      "How many relations of each kind name it today, whatever their status; kinds without any are left out.",
  })
  relationCounts(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return relationCounts(
      context.projection,
      relationsOf(context.scope({}), entity.id, { kinds: null, direction: "both" }),
    );
  }

  @FieldResolver(() => RelationConnection, {
    description:
      "The relations that name it, in order of date, whatever their status; those without a start come last.",
  })
  async relations(
    @Root() entity: ResidentEntity,
    @Args(() => RelationsArgs) args: RelationsArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const found = relationsOf(scope, entity.id, {
      kinds: args.kinds ?? null,
      direction: args.direction ?? "both",
      others: args.others,
    });
    const list = await relationsByDate(scope, found, context.findStartless);
    return connection(list, args, (relation) => context.relationAt(relation));
  }
}
