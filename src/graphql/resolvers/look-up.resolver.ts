import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { badInput } from "../../domain/errors.js";
import { requireDossier, requireEntity, requireFlag, requireNode } from "../../questions/asked/known-ids.js";
import { MAX_PAGE_SIZE } from "../../questions/keyset.js";
import type { GraphContext } from "../context.js";
import { CompanyType, EntityType, ProgramType, UniversityType } from "../types/entity.type.js";
import { ListingType, ProbeType } from "../types/flag.type.js";
import { NodeType } from "../types/node.type.js";
import { DossierType } from "../types/source.type.js";

const ENTITY_ID = "Its id, for example company:huawei-technologies; search finds it.";

@Resolver()
export class LookUpResolver {
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
      throw badInput(`ids: ${ids.length} were given: ask for ${MAX_PAGE_SIZE} at a time`);
    return ids.map((id) => {
      try {
        return requireNode(context.projection, "ids", id, context.today);
      } catch (fault) {
        return fault;
      }
    });
  }

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

  @Query(() => DossierType, { nullable: true, description: "A dossier; null where there is none." })
  dossier(
    @Arg("slug", () => String, { description: "Its short name, for example mit-2019." }) slug: string,
    @Ctx() context: GraphContext,
  ) {
    return requireDossier(context.projection, "slug", slug);
  }
}
