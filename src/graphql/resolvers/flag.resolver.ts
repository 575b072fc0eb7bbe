import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Flag, FlagEvent } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { outcomeText } from "../../explain/outcome-text.js";
import { timelineText } from "../../explain/timeline-text.js";
import { responsesTo } from "../../questions/lists/act-lists.js";
import { eventsOf, outcomeOf, stateOf, subjectsOf } from "../../questions/lists/flag-list.js";
import type { ListScope } from "../../questions/lists/list-scope.js";
import { claimOfItem, flagOfItem, replyBeside, type TimelineItem } from "../../questions/lists/timeline.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { ClaimType, FlagEventType, FlagSubjectConnection, ResponseType } from "../types/claim.type.js";
import { PublicBodyType } from "../types/entity.type.js";
import { FlagStateEnum, ListClassEnum } from "../types/enums.js";
import { FlagType, ListingType, TimelineEntryType } from "../types/flag.type.js";
import { DayArgs, KnownArgs } from "../types/page.type.js";
import { UncertainDateScalar } from "../types/scalars.js";
import { FlagsOfArgs } from "./entity.resolver.js";

@Resolver(() => FlagType)
export class FlagResolver {
  @FieldResolver(() => [PublicBodyType], { description: "Who brought it." })
  authorities(@Root() flag: Flag, @Ctx() context: GraphContext) {
    return flag.authorities.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [FlagEventType], {
    description: "Its life, in order of date, whatever the status of each event.",
  })
  events(@Root() flag: Flag, @Args(() => KnownArgs) { knownAt }: KnownArgs, @Ctx() context: GraphContext) {
    return eventsOf(context.projection, flag.id, knownAt ?? context.today);
  }

  @FieldResolver(() => FlagSubjectConnection, { description: "Whom it concerns, in order of date." })
  subjects(@Root() flag: Flag, @Args(() => FlagsOfArgs) args: FlagsOfArgs, @Ctx() context: GraphContext) {
    return connection(
      subjectsOf(context.scope(args), flag.id, args.roles ?? null),
      args,
      (subject) => subject,
    );
  }

  @FieldResolver(() => FlagStateEnum, {
    nullable: true,
    description:
      "Where it stands by confirmed and reported events; null: it has no state on that day. For one subject it may have begun later or ended earlier.",
  })
  state(@Root() flag: Flag, @Args(() => DayArgs) args: DayArgs, @Ctx() context: GraphContext) {
    return stateOf(context.scope(args), flag.id);
  }

  @FieldResolver(() => FlagEventType, {
    nullable: true,
    description: "How it came out: the last establishing or ending event by that day; null: it has not.",
  })
  outcome(@Root() flag: Flag, @Args(() => DayArgs) args: DayArgs, @Ctx() context: GraphContext) {
    return outcomeOf(context.scope(args), flag.id);
  }

  @FieldResolver(() => String, {
    description:
      "How it came out, as a sentence; without an outcome that a listing still holds, or that none is on record by that day.",
  })
  async outcomeText(@Root() flag: Flag, @Args(() => DayArgs) args: DayArgs, @Ctx() context: GraphContext) {
    const scope = context.scope(args);
    const { kind, id } = flag;
    const outcome = outcomeOf(scope, id);
    const told = outcome === null ? null : ((await context.fullClaim(outcome)) as FlagEvent);
    const state = stateOf(scope, id);
    return outcomeText({ kind, state, outcome: told, by: args.validAt ?? null }, context.names);
  }

  @FieldResolver(() => [ResponseType], {
    description: "The right of reply: what was answered to it, in order of date.",
  })
  responses(@Root() flag: Flag, @Args(() => KnownArgs) { knownAt }: KnownArgs, @Ctx() context: GraphContext) {
    return responsesTo(context.projection, flag.id, knownAt ?? context.today);
  }
}

@Resolver(() => ListingType)
export class ListingResolver {
  @FieldResolver(() => ListClassEnum, {
    description: "What the list bars; of a supposed listing the strictest.",
  })
  listClass(@Root() flag: Flag) {
    return LISTS[flag.list ?? ""]?.class ?? "sanctions";
  }
}

/** An item of a timeline with the scope that it was found in. */
interface Entry {
  readonly item: TimelineItem;
  readonly scope: ListScope;
}

@Resolver(() => TimelineEntryType)
export class TimelineEntryResolver {
  @FieldResolver(() => UncertainDateScalar, { description: "When it began or happened." })
  async date(@Root() { item, scope }: Entry, @Ctx() context: GraphContext) {
    return (await context.fullClaim(claimOfItem(scope, item))).start;
  }

  @FieldResolver(() => String, {
    description:
      "The claim as a sentence; beside a flag or a decision also how it came out and what was answered, later days included.",
  })
  async text(@Root() { item, scope }: Entry, @Ctx() context: GraphContext) {
    const claim = claimOfItem(scope, item);
    const lasting = context.scope({ validAt: scope.knownAt, knownAt: scope.knownAt });
    return timelineText(await context.fullClaim(claim), replyBeside(lasting, claim), context.names);
  }

  @FieldResolver(() => ClaimType, { description: "The claim itself, with its sources." })
  claim(@Root() { item, scope }: Entry) {
    return claimOfItem(scope, item);
  }

  @FieldResolver(() => FlagType, {
    nullable: true,
    description: "The flag of which it tells; null for other claims.",
  })
  flag(@Root() { item, scope }: Entry, @Ctx() context: GraphContext) {
    const id = flagOfItem(scope, claimOfItem(scope, item));
    return id === null ? null : context.flagById(id);
  }
}
