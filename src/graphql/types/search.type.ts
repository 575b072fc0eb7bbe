import { Field, Float, ObjectType } from "type-graphql";
import type { ScoreFeature, SearchHit } from "../../questions/names/search-names.js";
import { connectionOf } from "../connection-of.js";

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

export const SearchConnection = connectionOf("Search", () => SearchHitType, "hits of a search");
