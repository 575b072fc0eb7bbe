import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { ClaimStatus } from "../../domain/claim.js";
import type { CheckedDays } from "../../domain/dossier.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { Truncation, TruncationReason } from "../../graph/paths/path.js";
import type { SearchScope } from "../../questions/report/exposure-report.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "./entity.js";
import { ChannelEnum, ClaimStatusEnum, TruncationReasonEnum } from "./enums.js";
import { DateScalar } from "./scalars.js";
import { DossierType } from "./source.js";

@ObjectType("Truncation", { description: "Where a search stopped short.", simpleResolvers: true })
export class TruncationType implements Pick<Truncation, "reason" | "skippedRelations"> {
  @Field(() => TruncationReasonEnum, { description: "Why." })
  declare reason: TruncationReason;

  @Field(() => Int, {
    nullable: true,
    description: "How many claims were not followed there; null where that was not counted.",
  })
  declare skippedRelations: number | null;
}

@Resolver(() => TruncationType)
export class TruncationResolver {
  @FieldResolver(() => EntityType, {
    nullable: true,
    description: "The entity that was not passed through; null: the search as a whole.",
  })
  at(@Root() { at }: { readonly at: string | null }, @Ctx() context: GraphContext) {
    return at === null ? null : context.entityById(at);
  }
}

@ObjectType("SearchScope", {
  description:
    'What was searched, so that an empty list reads as "nothing within this scope", never as "no exposure".',
  simpleResolvers: true,
})
export class SearchScopeType implements Omit<SearchScope, "dossiers" | "truncated"> {
  @Field(() => DateScalar, { description: "What begins after this day does not exist for the answer." })
  declare validAt: number;

  @Field(() => DateScalar, { description: "Only what was known on this day counts." })
  declare knownAt: number;

  @Field(() => [ClaimStatusEnum], { description: "Claims of these statuses count." })
  declare statuses: readonly ClaimStatus[];

  @Field(() => [ID], {
    nullable: true,
    description:
      "The targets looked for; null: every flagged entity with a counted flag, or the question has no targets.",
  })
  declare targets: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The flags that count; null: the default (open, established or suspended; no bans of a state's own purchases and networks), or the question has no flags.",
  })
  declare flags: readonly string[] | null;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description: "The channels searched; null: the default of the grammar, or the question has no channels.",
  })
  declare channels: readonly ChannelId[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the university stands for its parts too; null where the question has no such choice.",
  })
  declare includeParts: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: "The most claims of a path; null where the question has no such limit.",
  })
  declare maxHops: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Entities with more claims to follow were not passed through; null where the question has no such limit.",
  })
  declare hubLimit: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Counterparties of which the target's economic share is certainly below this fraction were left out; null: none were, or the question has no such bound.",
  })
  declare minShare: number | null;

  @Field(() => CheckedDaysType, {
    nullable: true,
    description: "When its dossiers were last checked; null where none of them says.",
  })
  declare checked: CheckedDays | null;

  @Field(() => String, { description: "The graph's version: rises by one with each load." })
  declare graphVersion: string;

  @Field(() => Int, { description: "How many entities were met." })
  declare exploredEntities: number;

  @Field(() => Int, { description: "How many claims were looked at." })
  declare exploredRelations: number;

  @Field(() => [String], {
    description:
      "What to know before an empty answer is believed, a sentence each: a list that was asked for and of which no listing is loaded.",
  })
  declare warnings: readonly string[];

  @Field(() => [DossierType], {
    description: "The dossiers that the graph holds: what they do not cover was not searched.",
  })
  declare dossiers: SearchScope["dossiers"];

  @Field(() => [TruncationType], {
    description: "Where the search stopped short; empty: it went everywhere within its limits.",
  })
  declare truncated: SearchScope["truncated"];
}

@ObjectType("CheckedDays", {
  description:
    "When dossiers were last checked: what a source published after the first of these days may be missing.",
  simpleResolvers: true,
})
export class CheckedDaysType implements CheckedDays {
  @Field(() => DateScalar, { description: "The first day on which one of them was last checked." })
  declare earliest: number;

  @Field(() => DateScalar, { description: "The last such day." })
  declare latest: number;
}
