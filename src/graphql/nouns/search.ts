import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { EntityKind } from "../../domain/entity.js";
import { type ScoreFeature, type SearchHit, searchEntities } from "../../questions/names/search-names.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "./entity.js";
import { EntityKindEnum } from "./enums.js";
import { connection, connectionOf, PageArgs } from "./page.js";

@ObjectType("ScoreFeature", { description: "One reason for a score.", simpleResolvers: true })
export class ScoreFeatureType implements ScoreFeature {
  @Field(() => String, {
    description:
      "identifier: an identifier or the id fits exactly; words: how many of the words asked for stand in the name, whole or as beginnings; wholeWords: how many as whole words; nearWords: how many begin no name of the graph and stand in this one but for a letter or two (a mark; it weighs nothing); coverage: how much of the name they make up, legal forms apart; equal: the texts are the same but for case, accents and punctuation; mainName: it is the name, not an alias; claims: how many claims name it, on a scale of logarithms, 1 for the one that most claims name.",
  })
  declare id: ScoreFeature["id"];

  @Field(() => Float, { description: "From 0 to 1." })
  declare value: number;
}

@ObjectType("SearchHit", { description: "An entity that a search found.", simpleResolvers: true })
export class SearchHitType implements Pick<SearchHit, "score" | "matchedName" | "features"> {
  @Field(() => Float, {
    description:
      "From 0 to 1: 1 for an identifier, otherwise 0.4 words + 0.2 wholeWords + 0.15 coverage + 0.1 equal + 0.05 mainName + 0.1 claims.",
  })
  declare score: number;

  @Field(() => String, { description: "The name, alias, short name or identifier that fits best." })
  declare matchedName: string;

  @Field(() => [ScoreFeatureType], { description: "What the score is made of." })
  declare features: readonly ScoreFeature[];
}

@Resolver(() => SearchHitType)
export class SearchResolver {
  @Query(() => SearchConnection, {
    nullable: true,
    description: "Entities by name, alias, identifier or id: the best first, then by name and id.",
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: GraphContext) {
    return connection(searchEntities(context.projection, args.text, args.kinds ?? null), args, (hit) => hit);
  }

  @FieldResolver(() => EntityType, { description: "What was found." })
  entity(@Root() hit: SearchHit, @Ctx() context: GraphContext) {
    return context.entityAt(hit.entity);
  }
}

export const SearchConnection = connectionOf("Search", () => SearchHitType, "hits of a search");

@ArgsType()
class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      'A name or a part of one (words may be given by their beginnings; one of five letters or more that begins no name may have a typing error, one of nine or more two), an identifier such as "ror 042nb2s44", or an id. Case, accents and punctuation do not matter.',
  })
  declare text: string;

  @Field(() => [EntityKindEnum], { nullable: true, description: "Only these kinds; null: all." })
  declare kinds?: readonly EntityKind[] | null;
}
