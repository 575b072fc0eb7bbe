import { Field, InterfaceType, ObjectType } from "type-graphql";
import { ENTITY_KINDS, type EntityKind, type Identifier } from "../../domain/entity.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import { kindOfNode } from "../../questions/resident/look-up.js";
import { connectionOf } from "../connection-of.js";
import { EntityKindEnum } from "./enums.js";
import { NodeType } from "./node.type.js";
import { CountryCodeScalar } from "./scalars.js";

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

@ObjectType("University", {
  implements: EntityType,
  description: ENTITY_KINDS.University.description,
  simpleResolvers: true,
})
export class UniversityType extends EntityType {}

@ObjectType("Company", {
  implements: EntityType,
  description: ENTITY_KINDS.Company.description,
  simpleResolvers: true,
})
export class CompanyType extends EntityType {}

@ObjectType("Organization", {
  implements: EntityType,
  description: ENTITY_KINDS.Organization.description,
  simpleResolvers: true,
})
export class OrganizationType extends EntityType {}

@ObjectType("PublicBody", {
  implements: EntityType,
  description: ENTITY_KINDS.PublicBody.description,
  simpleResolvers: true,
})
export class PublicBodyType extends EntityType {}

@ObjectType("Program", {
  implements: EntityType,
  description: ENTITY_KINDS.Program.description,
  simpleResolvers: true,
})
export class ProgramType extends EntityType {}

@ObjectType("Person", {
  implements: EntityType,
  description: ENTITY_KINDS.Person.description,
  simpleResolvers: true,
})
export class PersonType extends EntityType {}

@ObjectType("Arrangement", {
  implements: EntityType,
  description: ENTITY_KINDS.Arrangement.description,
  simpleResolvers: true,
})
export class ArrangementType extends EntityType {}

@ObjectType("UnknownParty", {
  implements: EntityType,
  description: ENTITY_KINDS.UnknownParty.description,
  simpleResolvers: true,
})
export class UnknownPartyType extends EntityType {}

export const EntityConnection = connectionOf("Entity", () => EntityType as never, "entities");
export const UniversityConnection = connectionOf("University", () => UniversityType, "universities");
export const CompanyConnection = connectionOf("Company", () => CompanyType, "companies");
export const ProgramConnection = connectionOf("Program", () => ProgramType, "programs");
