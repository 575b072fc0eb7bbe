import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { policiesOf } from "../../questions/lists/act-lists.js";
import { flagsBroughtBy } from "../../questions/lists/flag-list.js";
import type { ListClocks } from "../../questions/lists/list-scope.js";
import { type Neighbourhood, neighboursOf } from "../../questions/lists/neighbour-list.js";
import { relationsByDate, relationsOf } from "../../questions/lists/relation-list.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { ReviewPolicyType } from "../types/claim.type.js";
import {
  CompanyType,
  EntityConnection,
  EntityType,
  ProgramConnection,
  ProgramType,
  PublicBodyType,
  UniversityConnection,
  UniversityType,
} from "../types/entity.type.js";
import { FlagConnection } from "../types/flag.type.js";
import { HistoryArgs, HoldingArgs, ListArgs, PageArgs } from "../types/page.type.js";
import { FundingConnection } from "../types/relation.type.js";

/** A short list of neighbours, whole. */
function neighbours(context: GraphContext, entity: ResidentEntity, clocks: ListClocks, asked: Neighbourhood) {
  const { items } = neighboursOf(context.scope(clocks), entity.id, asked);
  return items.map((number) => context.entityAt(number));
}

/** A page of neighbours. */
function neighbourPage(context: GraphContext, entity: ResidentEntity, args: ListArgs, asked: Neighbourhood) {
  const list = neighboursOf(context.scope(args), entity.id, asked);
  return connection(list, args, (number) => context.entityAt(number));
}

const WHOLES: Neighbourhood = { kinds: ["PartOf"], direction: "outgoing", of: null, onTheDay: true };
const PARTS: Neighbourhood = { kinds: ["PartOf"], direction: "incoming", of: null, onTheDay: true };
const PROGRAMS: Neighbourhood = {
  kinds: ["Participation", "Backing"],
  direction: "outgoing",
  of: ["Program"],
  onTheDay: false,
};
const RECIPIENTS: Neighbourhood = {
  kinds: ["Funding"],
  direction: "outgoing",
  of: ["University"],
  onTheDay: false,
};
const BACKERS: Neighbourhood = { kinds: ["Backing"], direction: "incoming", of: null, onTheDay: true };
const PARTICIPANTS: Neighbourhood = {
  kinds: ["Participation"],
  direction: "incoming",
  of: null,
  onTheDay: false,
};

const COUNTED = "Confirmed and reported claims count.";
const PROGRAMS_OF = `The programs that it takes part in, runs or pays for, by id. ${COUNTED}`;

@Resolver(() => UniversityType)
export class UniversityResolver {
  @FieldResolver(() => [EntityType], { description: `What it is a part of, one step up, by id. ${COUNTED}` })
  partOf(
    @Root() entity: ResidentEntity,
    @Args(() => HoldingArgs) args: HoldingArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbours(context, entity, args, WHOLES);
  }

  @FieldResolver(() => [EntityType], {
    description: `Its parts, one step down, by id: campuses, laboratories, its own foundation. ${COUNTED}`,
  })
  parts(
    @Root() entity: ResidentEntity,
    @Args(() => HoldingArgs) args: HoldingArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbours(context, entity, args, PARTS);
  }

  @FieldResolver(() => ProgramConnection, { description: PROGRAMS_OF })
  programs(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbourPage(context, entity, args, PROGRAMS);
  }

  @FieldResolver(() => FundingConnection, {
    description:
      "The fundings made to it, in order of date, whatever their status; those made to its parts are listed there.",
  })
  async funding(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const found = relationsOf(scope, entity.id, { kinds: ["Funding"], direction: "incoming" });
    const list = await relationsByDate(scope, found, context.findStartless);
    return Object.assign(
      connection(list, args, (relation) => context.relationAt(relation)),
      { list, scope },
    );
  }

  @FieldResolver(() => [ReviewPolicyType], { description: "Its standing rules of review, in order of date." })
  reviewPolicies(
    @Root() entity: ResidentEntity,
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() context: GraphContext,
  ) {
    return policiesOf(context.scope(args), entity.id);
  }
}

@Resolver(() => CompanyType)
export class CompanyResolver {
  @FieldResolver(() => UniversityConnection, {
    description: `The universities to which it made a funding itself, by id. ${COUNTED}`,
  })
  recipients(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbourPage(context, entity, args, RECIPIENTS);
  }

  @FieldResolver(() => ProgramConnection, { description: PROGRAMS_OF })
  programs(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbourPage(context, entity, args, PROGRAMS);
  }
}

@Resolver(() => ProgramType)
export class ProgramResolver {
  @FieldResolver(() => [EntityType], { description: `Who runs it or pays for it, by id. ${COUNTED}` })
  backers(
    @Root() entity: ResidentEntity,
    @Args(() => HoldingArgs) args: HoldingArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbours(context, entity, args, BACKERS);
  }

  @FieldResolver(() => EntityConnection, { description: `Who takes part in it, by id. ${COUNTED}` })
  participants(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    return neighbourPage(context, entity, args, PARTICIPANTS);
  }
}

@Resolver(() => PublicBodyType)
export class PublicBodyResolver {
  @FieldResolver(() => FlagConnection, {
    description: "The flags that it brought, as known today, in order of date.",
  })
  flagsBrought(
    @Root() entity: ResidentEntity,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    return connection(flagsBroughtBy(context.scope({}), entity.id), args, (flag) => flag);
  }
}
