import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type {
  Flag,
  FlagEvent,
  FlagEventKind,
  FlagKind,
  FlagState,
  FlagSubject,
  ProbeType as ProbeSort,
  RiskTopic,
  SubjectRole,
} from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { outcomeText, timelineText } from "../../explain/timeline-text.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { requireFlag } from "../../questions/arguments/known-ids.js";
import { responsesTo } from "../../questions/lists/act-lists.js";
import {
  eventsOf,
  type FlagFilter,
  flagsBroughtBy,
  flagsOf,
  listFlags,
  outcomeOf,
  stateOf,
  subjectsOf,
} from "../../questions/lists/flag-list.js";
import type { ListScope } from "../../questions/lists/list-scope.js";
import { listWarnings } from "../../questions/lists/list-warnings.js";
import {
  claimOfItem,
  flagOfItem,
  replyBeside,
  type TimelineItem,
  timelineOf,
} from "../../questions/lists/timeline.js";
import { kindOfNode } from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { ResponseType } from "./decision.js";
import { EntityType, PublicBodyType } from "./entity.js";
import {
  FlagEventKindEnum,
  FlagKindEnum,
  FlagStateEnum,
  ListClassEnum,
  ProbeTypeEnum,
  RiskTopicEnum,
  SubjectRoleEnum,
} from "./enums.js";
import { NodeType } from "./node.js";
import { connection, connectionOf, DayArgs, KnownArgs, ListArgs, PageArgs } from "./page.js";
import { CountryCodeScalar, UncertainDateScalar } from "./scalars.js";

@InterfaceType("Flag", {
  implements: NodeType,
  description: "What a government did: a probe or a listing. Show it with its outcome and its responses.",
  resolveType: kindOfNode,
})
export abstract class FlagType
  extends NodeType
  implements Pick<Flag, "id" | "kind" | "title" | "country" | "note" | "topics">
{
  @Field(() => FlagKindEnum, { description: "A probe or a listing." })
  declare kind: FlagKind;

  @Field(() => String, { description: "What it is called." })
  declare title: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country whose authority it is; null where that is no country.",
  })
  declare country: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What a reader should know beside it; null where nothing.",
  })
  declare note: string | null;

  @Field(() => [RiskTopicEnum], { description: "What it is about." })
  declare topics: readonly RiskTopic[];
}

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

@ObjectType("Probe", {
  implements: FlagType,
  description: "A government looks into a party.",
  simpleResolvers: true,
})
export class ProbeType extends FlagType implements Pick<Flag, "type" | "docket"> {
  @Field(() => ProbeTypeEnum, { description: "What sort of probe." })
  declare type: ProbeSort;

  @Field(() => String, { nullable: true, description: "The case's number; null where there is none." })
  declare docket: string | null;
}

@ObjectType("Listing", {
  implements: FlagType,
  description: "A government puts a party on a list.",
  simpleResolvers: true,
})
export class ListingType extends FlagType implements Pick<Flag, "list" | "reference"> {
  @Field(() => String, { description: "The list, for example us-entity-list." })
  declare list: string;

  @Field(() => String, {
    nullable: true,
    description: "Where it was published, for example 84 FR 22961; null where not noted.",
  })
  declare reference: string | null;
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

@ObjectType("TimelineEntry", {
  description: "A dated claim of an entity, of its flags or of its decisions.",
  simpleResolvers: true,
})
export class TimelineEntryType {}

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

export const FlagConnection = connectionOf("Flag", () => FlagType as never, "flags");

export const ProbeConnection = connectionOf("Probe", () => ProbeType, "probes");

export const ListingConnection = connectionOf("Listing", () => ListingType, "listings");

export const TimelineConnection = connectionOf("Timeline", () => TimelineEntryType, "entries of a timeline");

@ArgsType()
class FlagListArgs extends ListArgs {
  @Field(() => FlagFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: FlagFilterInput | null;
}

function flagPage(context: GraphContext, kinds: readonly FlagKind[] | null, args: FlagListArgs) {
  const scope = context.scope(args);
  const page = connection(listFlags(scope, args.filter ?? {}, kinds), args, (flag) => flag);
  const value = listWarnings(scope.projection, args.filter?.lists ?? []);
  return Object.defineProperty(page, "warnings", { value });
}

/** A list of flags that was asked for by a filter; one that an entity has warns of nothing. */
type WarningList = { readonly warnings?: readonly string[] };

const WARNINGS = "What limits the answer: of which lists of the filter nothing is loaded, in sentences.";

@Resolver(() => FlagConnection)
export class FlagWarnings {
  @FieldResolver(() => [String], { description: WARNINGS })
  warnings(@Root() { warnings = [] }: WarningList) {
    return warnings;
  }
}

@Resolver(() => ListingConnection)
export class ListingWarnings {
  @FieldResolver(() => [String], { description: WARNINGS })
  warnings(@Root() { warnings = [] }: WarningList) {
    return warnings;
  }
}

@Resolver()
export class FlagListQueries {
  @Query(() => FlagConnection, {
    nullable: true,
    description: "Probes and listings, in order of date of their first event.",
  })
  flags(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, null, args);
  }

  @Query(() => ProbeConnection, {
    nullable: true,
    description: "Probes, in order of date of their first event.",
  })
  probes(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, ["Probe"], args);
  }

  @Query(() => ListingConnection, {
    nullable: true,
    description: "Listings, in order of date of their first event.",
  })
  listings(@Args(() => FlagListArgs) args: FlagListArgs, @Ctx() context: GraphContext) {
    return flagPage(context, ["Listing"], args);
  }
}

@ObjectType("FlagSubject", {
  implements: ClaimType,
  description: "That a flag concerns an entity, and in which role.",
  simpleResolvers: true,
})
export class FlagSubjectType extends ClaimType {
  @Field(() => SubjectRoleEnum, {
    description: "The role; only RESPONDENT, LISTED and COVERED_AFFILIATE make the entity flagged.",
  })
  declare role: SubjectRole;
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

@ObjectType("FlagEvent", {
  implements: ClaimType,
  description: "Something that happened to a flag. Its date stands in start, too.",
  simpleResolvers: true,
})
export class FlagEventType extends ClaimType {
  @Field(() => FlagEventKindEnum, { description: "What happened." })
  declare event: FlagEventKind;
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

export const FlagSubjectConnection = connectionOf("FlagSubject", () => FlagSubjectType, "subjects of a flag");

@InputType("FlagFilter", { description: "Which flags: all conditions must hold, absent and null ones hold." })
export class FlagFilterInput implements FlagFilter {
  @Field(() => [ID], { nullable: true, description: "One of these." })
  declare ids?: readonly string[] | null;

  @Field(() => [FlagKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly FlagKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Every word stands in the title, docket or reference, as a word or its beginning.",
  })
  declare text?: string | null;

  @Field(() => [ID], { nullable: true, description: "Brought by one of these public bodies." })
  declare authorities?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "It concerns one of these entities." })
  declare subjects?: readonly string[] | null;

  @Field(() => [SubjectRoleEnum], {
    nullable: true,
    description: "It concerns a party (of subjects, if given) in one of these roles.",
  })
  declare roles?: readonly SubjectRole[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "A listing on one of these lists, for example us-entity-list.",
  })
  declare lists?: readonly string[] | null;

  @Field(() => [FlagStateEnum], {
    nullable: true,
    description: "In one of these states on validAt; today where none is given.",
  })
  declare states?: readonly FlagState[] | null;

  @Field(() => [RiskTopicEnum], { nullable: true, description: "About one of these." })
  declare topics?: readonly RiskTopic[] | null;
}

@InputType("FlagSelection", {
  description:
    "Which flags count in an exposure question, read on the question's own clocks: all conditions must hold. Without states: OPEN, ESTABLISHED, SUSPENDED. Without lists or ids: no list of class PROCUREMENT_BAN or NETWORK_BAN.",
})
export class FlagSelectionInput {
  @Field(() => [ID], { nullable: true, description: "One of these." })
  declare ids?: readonly string[] | null;

  @Field(() => [FlagKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly FlagKind[] | null;

  @Field(() => [ID], { nullable: true, description: "Brought by one of these public bodies." })
  declare authorities?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "A listing on one of these lists, for example us-entity-list.",
  })
  declare lists?: readonly string[] | null;

  @Field(() => [FlagStateEnum], {
    nullable: true,
    description: "Possibly in one of these states for the target on validAt.",
  })
  declare states?: readonly FlagState[] | null;

  @Field(() => [RiskTopicEnum], { nullable: true, description: "About one of these." })
  declare topics?: readonly RiskTopic[] | null;
}

@ArgsType()
export class FlagsOfArgs extends ListArgs {
  @Field(() => [SubjectRoleEnum], { nullable: true, description: "Only these roles; null: all." })
  declare roles?: readonly SubjectRole[] | null;
}

@Resolver()
export class FlagQueries {
  @Query(() => ProbeType, { nullable: true, description: "A probe; null where there is none." })
  probe(
    @Arg("id", () => ID, { description: "Its id, for example probe:edny-18-cr-457." }) id: string,
    @Ctx() context: GraphContext,
  ) {
    return requireFlag(context.projection, "id", id, "Probe");
  }

  @Query(() => ListingType, { nullable: true, description: "A listing; null where there is none." })
  listing(
    @Arg("id", () => ID, { description: "Its id, for example listing:bis-entity-list-2019-05-16-huawei." })
    id: string,
    @Ctx() context: GraphContext,
  ) {
    return requireFlag(context.projection, "id", id, "Listing");
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

@Resolver(() => EntityType)
export class EntityFlagsResolver {
  @FieldResolver(() => FlagConnection, {
    description: "The flags that concern it, in order of date, in whatever role and state.",
  })
  flags(
    @Root() entity: ResidentEntity,
    @Args(() => FlagsOfArgs) args: FlagsOfArgs,
    @Ctx() context: GraphContext,
  ) {
    return connection(flagsOf(context.scope(args), entity.id, args.roles ?? null), args, (flag) => flag);
  }

  @FieldResolver(() => TimelineConnection, {
    description:
      "Its dated claims, those of its flags and of its decisions, in order of date; denied ones too, as such.",
  })
  async timeline(
    @Root() entity: ResidentEntity,
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: GraphContext,
  ) {
    const scope = context.scope(args);
    const list = await timelineOf(scope, entity.id, context.findStartless);
    return connection(list, args, (item) => ({ item, scope }));
  }
}
