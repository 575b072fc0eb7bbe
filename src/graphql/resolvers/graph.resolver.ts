import { Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { checkedDays, type Dossier } from "../../domain/dossier.js";
import { entityCounts, relationCounts, relationsKnownOn } from "../../questions/graph-info.js";
import type { List } from "../../questions/keyset.js";
import type { ListScope } from "../../questions/lists/list-scope.js";
import { type FundingTotal, totalsByCurrency } from "../../questions/report/funding-total.js";
import type { MatrixLabel } from "../../questions/report/matrix-label.js";
import type { GraphContext } from "../context.js";
import { MatrixTotalType } from "../types/comparison.type.js";
import { EntityType, UniversityType } from "../types/entity.type.js";
import { FundingTotalType, MatrixLabelType } from "../types/funding-total.type.js";
import { CheckedDaysType, EntityCountType, GraphInfoType, RelationCountType } from "../types/graph.type.js";
import { LimitsType } from "../types/limits.type.js";
import { FundingConnection } from "../types/relation.type.js";
import { DateTimeScalar } from "../types/scalars.js";
import { DossierType, ListCoverageType } from "../types/source.type.js";

@Resolver(() => GraphInfoType)
export class GraphResolver {
  @Query(() => GraphInfoType, { nullable: true, description: "What the graph holds." })
  graph() {
    return {};
  }

  @FieldResolver(() => String, {
    description: 'Rises by one with each load; "0" where nothing was loaded yet.',
  })
  version(@Ctx() context: GraphContext) {
    return context.projection.version;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When it was loaded last; null where nothing was loaded yet.",
  })
  changedAt(@Ctx() context: GraphContext) {
    return context.projection.changedAt;
  }

  @FieldResolver(() => CheckedDaysType, {
    nullable: true,
    description: "When its dossiers were last checked; null where none of them says.",
  })
  checked(@Ctx() context: GraphContext) {
    return checkedDays(context.projection.dossiers);
  }

  @FieldResolver(() => [EntityCountType], {
    description: "Entities by kind; kinds without any are left out.",
  })
  entities(@Ctx() context: GraphContext) {
    return entityCounts(context.projection);
  }

  @FieldResolver(() => [RelationCountType], {
    description: "Relations known today by kind, whatever their status; kinds without any are left out.",
  })
  relations(@Ctx() context: GraphContext) {
    return relationCounts(context.projection, relationsKnownOn(context.projection, context.today));
  }

  @FieldResolver(() => Int, { description: "Probes and listings." })
  flags(@Ctx() context: GraphContext) {
    return context.projection.flags.size;
  }

  @FieldResolver(() => Int, { description: "Sources that claims cite." })
  sources(@Ctx() context: GraphContext) {
    return context.projection.sources.size;
  }

  @FieldResolver(() => [DossierType], { description: "The dossiers, by slug." })
  dossiers(@Ctx() context: GraphContext) {
    return context.projection.dossiers;
  }

  @FieldResolver(() => String, { description: "The store's engine and its version." })
  engine(@Ctx() context: GraphContext) {
    return context.graph.store.engine;
  }

  @FieldResolver(() => LimitsType, { description: "How much one request may ask for." })
  limits(@Ctx() context: GraphContext) {
    return context.limits;
  }
}

@Resolver(() => DossierType)
export class DossierResolver {
  @FieldResolver(() => String, { description: "Who publishes the dossier; empty where it does not say." })
  publisher(@Root() dossier: Dossier) {
    return dossier.publisher ?? "";
  }

  @FieldResolver(() => Int, { description: "How many claims of every sort it holds that are known today." })
  claims(@Root() dossier: Dossier, @Ctx() context: GraphContext) {
    return context.claimsByDossier().get(dossier.slug) ?? 0;
  }

  @FieldResolver(() => [ListCoverageType], { description: "The lists of which it holds entries, by name." })
  lists(@Root() { lists }: Dossier) {
    return Object.keys(lists)
      .sort()
      .map((list) => ({ list, complete: lists[list] === "complete" }));
  }
}

@Resolver(() => FundingConnection)
export class FundingConnectionResolver {
  @FieldResolver(() => [FundingTotalType], {
    description:
      "Sums over the whole list, not this page: confirmed and reported fundings, one entry for each currency, by its code.",
  })
  totals(@Root() { list, scope }: { list: List<number>; scope: ListScope }) {
    return totalsByCurrency(scope, list.items);
  }
}

@Resolver(() => FundingTotalType)
export class FundingTotalResolver {
  @FieldResolver(() => [MatrixLabelType], {
    description: "What the sum is for; the currency is always part of it.",
  })
  keys(@Root() { keys }: FundingTotal) {
    return keys;
  }
}

@Resolver(() => MatrixLabelType)
export class MatrixLabelResolver {
  @FieldResolver(() => EntityType, {
    nullable: true,
    description: "The entity, where the value is one; null otherwise.",
  })
  entity(@Root() label: { entity: string | null }, @Ctx() context: GraphContext) {
    return label.entity === null ? null : context.entityById(label.entity);
  }

  @FieldResolver(() => MatrixTotalType, {
    nullable: true,
    description:
      "Of a row or a column of a matrix: everything in it, what lies beyond the limit of the other axis too, each finding and transaction once. Null for a key of other sums.",
  })
  total(@Root() { total }: MatrixLabel) {
    return total ?? null;
  }

  @FieldResolver(() => [UniversityType], {
    nullable: true,
    description:
      "Of a university in a matrix: the other universities asked about, shown or not, whose lines count some transaction of this one's too, by id. Null for any other value.",
  })
  countedIn(@Root() { countedIn }: MatrixLabel, @Ctx() context: GraphContext) {
    return countedIn?.map((id) => context.entityById(id)) ?? null;
  }
}
