import { Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { isKnown, type Share } from "../../domain/share.js";
import { shareWords } from "../../explain/number-words.js";
import type { ResidentRelation } from "../../questions/resident/resident-relation.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "../types/entity.type.js";
import {
  BackingRoleEnum,
  CollaborationFormEnum,
  ControlBasisEnum,
  FundingFormEnum,
  ParticipationRoleEnum,
} from "../types/enums.js";
import { ShareType } from "../types/quantity.type.js";
import {
  BackingType,
  CollaborationType,
  ControlType,
  FundingType,
  IdentityType,
  ParticipationType,
  PostType,
  RelationType,
} from "../types/relation.type.js";

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

@Resolver(() => ShareType)
export class ShareResolver {
  @FieldResolver(() => Boolean, { description: "False: nothing at all is known of it." })
  isKnown(@Root() share: Share) {
    return isKnown(share);
  }

  @FieldResolver(() => String, { description: 'In words, for example "more than 50 per cent".' })
  text(@Root() share: Share) {
    return shareWords(share);
  }
}

@Resolver(() => ControlType)
export class ControlResolver {
  @FieldResolver(() => ControlBasisEnum, { description: "On what it rests." })
  async basis(@Root() relation: ResidentRelation, @Ctx() context: GraphContext) {
    return (await context.fullRelation(relation)).basis ?? "stated";
  }
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
