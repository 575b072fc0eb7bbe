import {
  Args,
  ArgsType,
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

@ObjectType("Control", {
  implements: RelationType,
  description: RELATION_KINDS.Control.description,
  simpleResolvers: true,
})
export class ControlType extends RelationType {}

@Resolver(() => ControlType)
export class ControlResolver {
  @FieldResolver(() => ControlBasisEnum, { description: "On what it rests." })
  async basis(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).basis ?? "stated";
  }
}

@ObjectType("Affiliation", {
  implements: RelationType,
  description: RELATION_KINDS.Affiliation.description,
  simpleResolvers: true,
})
export class AffiliationType extends RelationType {}

@ObjectType("PartOf", {
  implements: RelationType,
  description: RELATION_KINDS.PartOf.description,
  simpleResolvers: true,
})
export class PartOfType extends RelationType {}

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

@ObjectType("Collaboration", {
  implements: RelationType,
  description: RELATION_KINDS.Collaboration.description,
  simpleResolvers: true,
})
export class CollaborationType extends RelationType {}

@Resolver(() => CollaborationType)
export class CollaborationResolver {
  @FieldResolver(() => CollaborationFormEnum, { description: "In what form." })
  async form(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).form ?? "unspecified";
  }
}

@ObjectType("Participation", {
  implements: RelationType,
  description: RELATION_KINDS.Participation.description,
  simpleResolvers: true,
})
export class ParticipationType extends RelationType {}

@Resolver(() => ParticipationType)
export class ParticipationResolver {
  @FieldResolver(() => ParticipationRoleEnum, { description: "In which role." })
  async role(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).role ?? "participant";
  }
}

@ObjectType("Backing", {
  implements: RelationType,
  description: RELATION_KINDS.Backing.description,
  simpleResolvers: true,
})
export class BackingType extends RelationType {}

@Resolver(() => BackingType)
export class BackingResolver {
  @FieldResolver(() => BackingRoleEnum, { description: "In which role." })
  async role(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).role ?? "runs";
  }
}

@ObjectType("Post", {
  implements: RelationType,
  description: RELATION_KINDS.Post.description,
  simpleResolvers: true,
})
export class PostType extends RelationType {}

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

@ObjectType("Succession", {
  implements: RelationType,
  description: RELATION_KINDS.Succession.description,
  simpleResolvers: true,
})
export class SuccessionType extends RelationType {}

@ObjectType("Identity", {
  implements: RelationType,
  description: RELATION_KINDS.Identity.description,
  simpleResolvers: true,
})
export class IdentityType extends RelationType {}

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

@ObjectType("Link", {
  implements: RelationType,
  description: RELATION_KINDS.Link.description,
  simpleResolvers: true,
})
export class LinkType extends RelationType {}

export const RelationConnection = connectionOf("Relation", () => RelationType as never, "relations");

/** The type of each kind. */
const TYPES = {
  Ownership: OwnershipType,
  Control: ControlType,
  Affiliation: AffiliationType,
  PartOf: PartOfType,
  Funding: FundingType,
  Collaboration: CollaborationType,
  Participation: ParticipationType,
  Backing: BackingType,
  Post: PostType,
  Succession: SuccessionType,
  Identity: IdentityType,
  Link: LinkType,
} satisfies Record<RelationKind, unknown>;

export const RELATION_TYPES = Object.values(TYPES);

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
