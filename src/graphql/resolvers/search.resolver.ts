import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { EntityKind } from "../../domain/entity.js";
import { type SearchHit, searchEntities } from "../../questions/names/search-names.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { EntityType } from "../types/entity.type.js";
import { EntityKindEnum } from "../types/enums.js";
import { PageArgs } from "../types/page.type.js";
import { SearchConnection, SearchHitType } from "../types/search.type.js";

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
