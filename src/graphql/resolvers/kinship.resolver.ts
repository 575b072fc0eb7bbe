import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { ownershipsOf, parentsOf, subsidiariesOf, ultimateParentsOf } from "../../questions/lists/kinship.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { CompanyConnection, CompanyType, EntityType } from "../types/entity.type.js";
import { KinArgs, OwnershipListArgs, SubsidiariesArgs } from "../types/ownership.type.js";
import { OwnershipConnection } from "../types/relation.type.js";

const COUNTED = "Confirmed and reported claims of ownership or control count, of any share.";

@Resolver(() => CompanyType)
export class KinshipResolver {
  @FieldResolver(() => OwnershipConnection, {
    description: "The ownerships in it, in order of date, whatever their status.",
  })
  owners(
    @Root() entity: ResidentEntity,
    @Args(() => OwnershipListArgs) args: OwnershipListArgs,
    @Ctx() context: GraphContext,
  ) {
    return ownerships(context, entity, args, "incoming");
  }

  @FieldResolver(() => OwnershipConnection, {
    description: "The ownerships that it holds, in order of date, whatever their status.",
  })
  holdings(
    @Root() entity: ResidentEntity,
    @Args(() => OwnershipListArgs) args: OwnershipListArgs,
    @Ctx() context: GraphContext,
  ) {
    return ownerships(context, entity, args, "outgoing");
  }

  @FieldResolver(() => [EntityType], {
    description: `Who owns a part of it or controls it, one step up, by id. ${COUNTED}`,
  })
  parents(@Root() entity: ResidentEntity, @Args(() => KinArgs) args: KinArgs, @Ctx() context: GraphContext) {
    return parentsOf(context.scope(args), entity.id).items.map((party) => context.entityAt(party));
  }

  @FieldResolver(() => [EntityType], {
    description: `Every party at the top above it: nothing is above such a party but what is also below it. By id. ${COUNTED}`,
  })
  ultimateParents(
    @Root() entity: ResidentEntity,
    @Args(() => KinArgs) args: KinArgs,
    @Ctx() context: GraphContext,
  ) {
    return ultimateParentsOf(context.scope(args), entity.id).items.map((party) => context.entityAt(party));
  }

  @FieldResolver(() => CompanyConnection, {
    description: `The companies that it owns or controls, at any depth, by id. ${COUNTED}`,
  })
  subsidiaries(
    @Root() entity: ResidentEntity,
    @Args(() => SubsidiariesArgs) args: SubsidiariesArgs,
    @Ctx() context: GraphContext,
  ) {
    const list = subsidiariesOf(context.scope(args), entity.id, args.minShare ?? null);
    return connection(list, args, (party) => context.entityAt(party));
  }
}

async function ownerships(
  context: GraphContext,
  entity: ResidentEntity,
  args: OwnershipListArgs,
  direction: "incoming" | "outgoing",
) {
  const list = await ownershipsOf(context.scope(args), entity.id, direction, context.findStartless);
  return connection(list, args, (relation) => context.relationAt(relation));
}
