import { Arg, Ctx, Field, ID, InterfaceType, Query, Resolver } from "type-graphql";
import { badInput } from "../../domain/errors.js";
import { requireNode } from "../../questions/arguments/known-ids.js";
import { MAX_PAGE_SIZE } from "../../questions/pagination.js";
import { kindOfNode } from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";

@InterfaceType("Node", {
  description:
    "Anything with an id of its own: entities, flags, claims and sources. `node(id)` finds it again.",
  resolveType: (node) => kindOfNode(node),
})
export abstract class NodeType {
  @Field(() => ID, {
    description:
      "Readable, permanent and never used again for something else; its first word says what it is.",
  })
  declare id: string;
}

@Resolver()
export class NodeQueries {
  @Query(() => NodeType, {
    nullable: true,
    description:
      "Whatever has this id: an entity, a flag, a claim (as known today, a retracted one as it was last) or a source; null where nothing has.",
  })
  node(@Arg("id", () => ID, { description: "The id." }) id: string, @Ctx() context: GraphContext) {
    return requireNode(context.projection, "id", id, context.today);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "The same for many ids, in their order; null for each that nothing has.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `The ids, ${MAX_PAGE_SIZE} at most.` }) ids: readonly string[],
    @Ctx() context: GraphContext,
  ) {
    if (ids.length > MAX_PAGE_SIZE)
      throw badInput("were given", {
        argument: "ids",
        value: ids.length,
        remedy: `ask for ${MAX_PAGE_SIZE} at a time`,
      });
    return ids.map((id) => {
      try {
        return requireNode(context.projection, "ids", id, context.today);
      } catch (fault) {
        return fault;
      }
    });
  }
}
