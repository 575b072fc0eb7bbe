import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
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
import {
  ENTITY_KIND_NAMES,
  ENTITY_KINDS,
  type EntityKind,
  IDENTIFIER_SCHEMES,
  type Identifier,
} from "../../domain/entity.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { requireEntity } from "../../questions/arguments/known-ids.js";
import { type EntityFilter, type EntityOrder, listEntities } from "../../questions/lists/entity-list.js";
import type { ListClocks } from "../../questions/lists/list-scope.js";
import { type Neighbours, neighboursOf } from "../../questions/lists/neighbourhood.js";
import { kindOfNode } from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";
import { EntityKindEnum, EntityOrderByEnum, OrderDirectionEnum } from "./enums.js";
import { NodeType } from "./node.js";
import { connection, connectionOf, HoldingArgs, ListArgs } from "./page.js";
import { CountryCodeScalar, UncertainDateScalar } from "./scalars.js";

@ObjectType("Identifier", {
  description: "A registry's number for an entity; never used as an id.",
  simpleResolvers: true,
})
export class IdentifierType implements Identifier {
  @Field(() => String, {
    description:
      "The registry: ror, lei, wikidata, grid, isni, opencorporates, uscc, cik, isin, ticker or opeid.",
  })
  declare scheme: string;

  @Field(() => String, { description: "The number as the registry writes it." })
  declare value: string;
}

@Resolver(() => IdentifierType)
export class IdentifierResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "Where the number can be looked up; null where the registry has no such page.",
  })
  url(@Root() { scheme, value }: Identifier): string | null {
    return IDENTIFIER_SCHEMES[scheme]?.replace("$", encodeURIComponent(value)) ?? null;
  }
}

@InterfaceType("Entity", {
  implements: NodeType,
  description:
    "A noun of the graph: who or what claims speak of. It makes no claim by itself. Names, country and identifiers are kept as last loaded, whatever knownAt. Entities that a decided Identity makes one party share their lists.",
  resolveType: kindOfNode,
})
export abstract class EntityType
  extends NodeType
  implements Omit<ResidentEntity, "short" | "identifiers" | "dossiers">
{
  @Field(() => EntityKindEnum, { description: "What it is." })
  declare kind: EntityKind;

  @Field(() => String, { description: "The name by which texts call it." })
  declare name: string;

  @Field(() => [String], {
    description: "Other names, in other languages and older ones too; empty where none is known.",
  })
  declare aliases: readonly string[];

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "Where it is established; null where no source says.",
  })
  declare country: string | null;

  @Field(() => [IdentifierType], { description: "Its numbers in registries; empty where none is known." })
  declare identifiers: readonly Identifier[];
}

/** The type of a kind. Kinds differ only in what can be asked of them. */
function typeOfKind(kind: EntityKind): ClassType<EntityType> {
  @ObjectType(kind, {
    implements: EntityType,
    description: ENTITY_KINDS[kind].description,
    simpleResolvers: true,
  })
  class KindType extends EntityType {}
  return KindType;
}

export const {
  University: UniversityType,
  Company: CompanyType,
  Program: ProgramType,
  PublicBody: PublicBodyType,
} = Object.fromEntries(ENTITY_KIND_NAMES.map((kind) => [kind, typeOfKind(kind)])) as Record<
  EntityKind,
  ClassType<EntityType>
>;

@Resolver(() => EntityType)
export class EntityResolver {
  @FieldResolver(() => String, {
    description:
      "The short name by which texts call it once its name is said; the name where it has no other.",
  })
  shortName(@Root() entity: ResidentEntity) {
    return entity.short ?? entity.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "State, province or place; null where no source says.",
  })
  async region(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).region;
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "When it was founded; null where no source says.",
  })
  async founded(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).founded;
  }

  @FieldResolver(() => UncertainDateScalar, {
    nullable: true,
    description: "The last day on which it was there; null where it still is, as far as known.",
  })
  async dissolved(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).dissolved;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Its address on the web; null where not noted.",
  })
  async website(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).website;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "A line for readers; null where there is none.",
  })
  async summary(@Root() entity: ResidentEntity, @Ctx() context: GraphContext) {
    return (await context.fullEntity(entity)).summary;
  }
}

/** A short list of neighbours, whole. */
function neighbours(context: GraphContext, entity: ResidentEntity, clocks: ListClocks, asked: Neighbours) {
  const { items } = neighboursOf(context.scope(clocks), entity.id, asked);
  return items.map((number) => context.entityAt(number));
}

/** A page of neighbours. */
function neighbourPage(context: GraphContext, entity: ResidentEntity, args: ListArgs, asked: Neighbours) {
  const list = neighboursOf(context.scope(args), entity.id, asked);
  return connection(list, args, (number) => context.entityAt(number));
}

const WHOLES: Neighbours = { kinds: ["PartOf"], direction: "outgoing", of: null, onTheDay: true };

const PARTS: Neighbours = { kinds: ["PartOf"], direction: "incoming", of: null, onTheDay: true };

const PROGRAMS: Neighbours = {
  kinds: ["Participation", "Backing"],
  direction: "outgoing",
  of: ["Program"],
  onTheDay: false,
};

const RECIPIENTS: Neighbours = {
  kinds: ["Funding"],
  direction: "outgoing",
  of: ["University"],
  onTheDay: false,
};

const BACKERS: Neighbours = { kinds: ["Backing"], direction: "incoming", of: null, onTheDay: true };

const PARTICIPANTS: Neighbours = {
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

export const EntityConnection = connectionOf("Entity", () => EntityType as never, "entities");

export const UniversityConnection = connectionOf("University", () => UniversityType, "universities");

export const CompanyConnection = connectionOf("Company", () => CompanyType, "companies");

export const ProgramConnection = connectionOf("Program", () => ProgramType, "programs");

@InputType("IdentifierFilter", { description: "A registry's number." })
export class IdentifierFilterInput {
  @Field(() => String, { description: "The registry, for example ror." })
  declare scheme: string;

  @Field(() => String, { description: "The number as the graph writes it." })
  declare value: string;
}

@InputType("EntityFilter", {
  description: "Which entities: all conditions must hold, absent and null ones hold.",
})
export class EntityFilterInput implements EntityFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Every word stands in one of its names, as a word or its beginning; case and accents do not matter.",
  })
  declare text?: string | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "It is established in one of these." })
  declare countries?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether some flag names it as respondent, listed or covered affiliate.",
  })
  declare flagged?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether some confirmed or reported claim says that it is owned or controlled.",
  })
  declare isSubsidiary?: boolean | null;

  @Field(() => [String], { nullable: true, description: "One of these dossiers holds its row." })
  declare dossiers?: readonly string[] | null;

  @Field(() => IdentifierFilterInput, { nullable: true, description: "It has this identifier." })
  declare identifier?: IdentifierFilterInput | null;
}

@InputType("EntityOrder", { description: "How entities are sorted; the id decides between equals." })
export class EntityOrderInput implements EntityOrder {
  @Field(() => EntityOrderByEnum, { description: "By what." })
  declare by: EntityOrder["by"];

  @Field(() => OrderDirectionEnum, { description: "Which way." })
  declare direction: EntityOrder["direction"];
}

@ArgsType()
class EntityListArgs extends ListArgs {
  @Field(() => EntityFilterInput, { nullable: true, description: "Which; null: all." })
  declare filter?: EntityFilterInput | null;

  @Field(() => EntityOrderInput, { nullable: true, description: "In which order; null: by id." })
  declare orderBy?: EntityOrderInput | null;
}

function entityPage(context: GraphContext, kind: EntityKind, args: EntityListArgs) {
  const list = listEntities(context.scope(args), kind, args.filter ?? {}, args.orderBy ?? null);
  return connection(list, args, (number) => context.entityAt(number));
}

@Resolver()
export class EntityListQueries {
  @Query(() => UniversityConnection, { nullable: true, description: "Universities." })
  universities(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "University", args);
  }

  @Query(() => CompanyConnection, { nullable: true, description: "Companies, subsidiaries among them." })
  companies(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "Company", args);
  }

  @Query(() => ProgramConnection, { nullable: true, description: "Programs." })
  programs(@Args(() => EntityListArgs) args: EntityListArgs, @Ctx() context: GraphContext) {
    return entityPage(context, "Program", args);
  }
}

const ENTITY_ID = "Its id, for example company:huawei-technologies; search finds it.";

@Resolver()
export class EntityQueries {
  @Query(() => EntityType, {
    nullable: true,
    description: "An entity of any kind; null where there is none.",
  })
  entity(@Arg("id", () => ID, { description: ENTITY_ID }) id: string, @Ctx() context: GraphContext) {
    return requireEntity(context.projection, "id", id);
  }

  @Query(() => UniversityType, { nullable: true, description: "A university; null where there is none." })
  university(@Arg("id", () => ID, { description: ENTITY_ID }) id: string, @Ctx() context: GraphContext) {
    return requireEntity(context.projection, "id", id, ["University"]);
  }

  @Query(() => CompanyType, { nullable: true, description: "A company; null where there is none." })
  company(@Arg("id", () => ID, { description: ENTITY_ID }) id: string, @Ctx() context: GraphContext) {
    return requireEntity(context.projection, "id", id, ["Company"]);
  }

  @Query(() => ProgramType, { nullable: true, description: "A program; null where there is none." })
  program(@Arg("id", () => ID, { description: ENTITY_ID }) id: string, @Ctx() context: GraphContext) {
    return requireEntity(context.projection, "id", id, ["Program"]);
  }
}
