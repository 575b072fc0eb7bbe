import { Args, Ctx, Field, FieldResolver, InterfaceType, Resolver, Root } from "type-graphql";
import type { ClaimStatus } from "../../domain/claim.js";
import { DAWN, NEVER } from "../../domain/day.js";
import { claimText } from "../../explain/claim-text.js";
import {
  dossierBySlug,
  kindOfNode,
  type ResidentClaim,
  recordedDay,
  retractedDay,
} from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";
import { ClaimStatusEnum } from "./enums.js";
import { NodeType } from "./node.js";
import { KnownArgs } from "./page.js";
import { DateScalar, UncertainDateScalar } from "./scalars.js";
import { CitationArgs, CitationType, citationsOf, DossierType } from "./source.js";

@InterfaceType("Claim", {
  implements: NodeType,
  description:
    "A statement that a source carries. It is bitemporal: start and end say when it held, recorded and retracted when the public could know it.",
  resolveType: kindOfNode,
})
export abstract class ClaimType extends NodeType {
  @Field(() => ClaimStatusEnum, { description: "On what kind of word it rests." })
  declare status: ClaimStatus;
}

@Resolver(() => ClaimType)
export class ClaimResolver {
  @FieldResolver(() => String, {
    description:
      "The claim as one English sentence; says on what kind of word it rests. What was published only after knownAt vouches for nothing.",
  })
  async text(
    @Root() claim: ResidentClaim,
    @Args(() => KnownArgs) { knownAt }: KnownArgs,
    @Ctx() context: GraphContext,
  ) {
    return claimText(await context.fullClaim(claim), context.namesOn(knownAt ?? context.today));
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
