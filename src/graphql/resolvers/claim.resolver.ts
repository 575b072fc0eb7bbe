import { Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import type { Decision, ReviewPolicy } from "../../domain/act.js";
import { DAWN, NEVER } from "../../domain/day.js";
import type { FlagEvent, FlagSubject, Response } from "../../domain/flag.js";
import type { Share } from "../../domain/share.js";
import { isKnown } from "../../domain/share.js";
import { claimText } from "../../exposure/explain/claim-text.js";
import { shareWords } from "../../exposure/explain/number-words.js";
import { responsesTo } from "../../questions/act-lists.js";
import { dossierBySlug } from "../../questions/look-up.js";
import { type ResidentClaim, recordedDay, retractedDay } from "../../questions/resident-claim.js";
import type { ResidentRelation } from "../../questions/resident-relation.js";
import { citationsOf } from "../citations.js";
import type { GraphContext } from "../context.js";
import {
  BackingType,
  ClaimType,
  CollaborationType,
  ControlType,
  DecisionType,
  FlagEventType,
  FlagSubjectType,
  FundingType,
  IdentityType,
  ParticipationType,
  PostType,
  RelationType,
  ResponseType,
  ReviewPolicyType,
  ShareType,
} from "../types/claim.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import {
  BackingRoleEnum,
  CollaborationFormEnum,
  ControlBasisEnum,
  FundingFormEnum,
  ParticipationRoleEnum,
} from "../types/enums.js";
import { FlagType } from "../types/flag.type.js";
import { NodeType } from "../types/node.type.js";
import { DateScalar, UncertainDateScalar } from "../types/scalars.js";
import { CitationType, DossierType } from "../types/source.type.js";

@Resolver(() => ClaimType)
export class ClaimResolver {
  @FieldResolver(() => String, {
    description: "The claim as one English sentence; says on what kind of word it rests.",
  })
  async text(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return claimText(await context.fullClaim(claim), context.names);
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: 'Since when it holds, as its row says; null: not known, never "always".',
  })
  async start(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claim)).start;
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description:
      "The first day on which it no longer holds; null: no end is known (a Funding without one is of one day within start).",
  })
  async end(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claim)).end;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The day from which the public could know it; null: always known.",
  })
  recorded(@Root() claim: ResidentClaim) {
    return recordedDay(claim) <= DAWN ? null : recordedDay(claim);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The day on which it was taken back or corrected; null: it stands.",
  })
  retracted(@Root() claim: ResidentClaim) {
    return retractedDay(claim) >= NEVER ? null : retractedDay(claim);
  }

  @FieldResolver(() => [CitationType], {
    description: "Whose words it relies on; the quote belongs to the first.",
  })
  async citations(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return citationsOf(context.projection, await context.fullClaim(claim));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What a reader should know beside it; null where nothing.",
  })
  async note(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claim)).note;
  }

  @FieldResolver(() => DossierType, { description: "The dossier that holds it." })
  dossier(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return dossierBySlug(context.projection, claim.dossier);
  }
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
    description: "How likely it is, from 0 to 1; only a decided one counts. Null where nobody said.",
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

@Resolver(() => FlagSubjectType)
export class FlagSubjectResolver {
  @FieldResolver(() => FlagType, { description: "The flag." })
  flag(@Root() subject: FlagSubject, @Ctx() context: GraphContext) {
    return context.flagById(subject.flag);
  }

  @FieldResolver(() => EntityType, { description: "Whom it concerns." })
  entity(@Root() subject: FlagSubject, @Ctx() context: GraphContext) {
    return context.entityById(subject.entity);
  }
}

@Resolver(() => FlagEventType)
export class FlagEventResolver {
  @FieldResolver(() => FlagType, { description: "The flag to which it happened." })
  flag(@Root() event: FlagEvent, @Ctx() context: GraphContext) {
    return context.flagById(event.flag);
  }

  @FieldResolver(() => UncertainDateScalar, { description: "When it happened; ../.. where no source says." })
  date(@Root() event: FlagEvent) {
    return event.start ?? "../..";
  }
}

@Resolver(() => ResponseType)
export class ResponseResolver {
  @FieldResolver(() => NodeType, { description: "The flag or the decision that it answers." })
  to(@Root() response: Response, @Ctx() context: GraphContext) {
    return context.flagOrDecision(response.to);
  }

  @FieldResolver(() => EntityType, { description: "Who answered." })
  by(@Root() response: Response, @Ctx() context: GraphContext) {
    return context.entityById(response.by);
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "When; null where no source says.",
  })
  date(@Root() response: Response) {
    return response.start;
  }
}

@Resolver(() => DecisionType)
export class DecisionResolver {
  @FieldResolver(() => EntityType, { description: "Who decided." })
  by(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return context.entityById(decision.by);
  }

  @FieldResolver(() => [EntityType], { description: "About whom; empty where the words name nobody." })
  counterparties(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return decision.counterparties.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [ResponseType], {
    description: "What was answered to it, as known today, in order of date.",
  })
  responses(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return responsesTo(context.projection, decision.id, context.today);
  }
}

@Resolver(() => ReviewPolicyType)
export class ReviewPolicyResolver {
  @FieldResolver(() => UniversityType, { description: "Whose rule it is." })
  university(@Root() policy: ReviewPolicy, @Ctx() context: GraphContext) {
    return context.entityById(policy.university);
  }
}
