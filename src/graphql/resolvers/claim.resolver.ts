import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Decision, ReviewPolicy } from "../../domain/act.js";
import { DAWN, NEVER } from "../../domain/day.js";
import type { FlagEvent, FlagSubject, Response } from "../../domain/flag.js";
import { claimText } from "../../explain/claim-text.js";
import { responsesTo } from "../../questions/lists/act-lists.js";
import { dossierBySlug } from "../../questions/resident/look-up.js";
import { type ResidentClaim, recordedDay, retractedDay } from "../../questions/resident/resident-claim.js";
import { citationsOf } from "../citations.js";
import type { GraphContext } from "../context.js";
import {
  ClaimType,
  DecisionType,
  FlagEventType,
  FlagSubjectType,
  ResponseType,
  ReviewPolicyType,
} from "../types/claim.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import { FlagType } from "../types/flag.type.js";
import { NodeType } from "../types/node.type.js";
import { KnownArgs } from "../types/page.type.js";
import { DateScalar, UncertainDateScalar } from "../types/scalars.js";
import { CitationArgs, CitationType, DossierType } from "../types/source.type.js";

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
  async citations(
    @Root() claim: ResidentClaim,
    @Args(() => CitationArgs) { knownAt }: CitationArgs,
    @Ctx() context: GraphContext,
  ) {
    return citationsOf(context.projection, await context.fullClaim(claim), knownAt ?? context.today);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What a reader should know beside it; null where nothing.",
  })
  async note(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claim)).note;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What limits it, told with it wherever it is told; null where nothing does.",
  })
  async caveat(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claim)).caveat;
  }

  @FieldResolver(() => DossierType, { description: "The dossier that holds it." })
  dossier(@Root() claim: ResidentClaim, @Ctx() context: GraphContext) {
    return dossierBySlug(context.projection, claim.dossier);
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

  @FieldResolver(() => [EntityType], { description: "About whom; empty where the words name no entity." })
  counterparties(@Root() decision: Decision, @Ctx() context: GraphContext) {
    return decision.counterparties.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [ResponseType], {
    description: "What was answered to it, in order of date.",
  })
  responses(
    @Root() decision: Decision,
    @Args(() => KnownArgs) { knownAt }: KnownArgs,
    @Ctx() context: GraphContext,
  ) {
    return responsesTo(context.projection, decision.id, knownAt ?? context.today);
  }
}

@Resolver(() => ReviewPolicyType)
export class ReviewPolicyResolver {
  @FieldResolver(() => UniversityType, { description: "Whose rule it is." })
  university(@Root() policy: ReviewPolicy, @Ctx() context: GraphContext) {
    return context.entityById(policy.university);
  }
}
