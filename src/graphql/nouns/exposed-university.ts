import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { ExposureTotal } from "../../exposure/finding.js";
import {
  answerExposedUniversities,
  type ExposedAnswer,
  type ExposedUniversity,
} from "../../questions/exposed-universities.js";
import { exposedList } from "../../questions/lists/finding-lists.js";
import { answerWith, Part, parts } from "../answer.js";
import type { GraphContext } from "../context.js";
import { UniversityType } from "./entity.js";
import { ExposedUniversitiesArgs, exposureOptions } from "./exposure-arguments.js";
import { ExposureTotalType, FindingType } from "./finding.js";
import { connection, connectionOf } from "./page.js";
import { SearchScopeType } from "./scope.js";

@ObjectType("ExposedUniversity", {
  description: "A university that is exposed to the target asked about.",
  simpleResolvers: true,
})
export class ExposedUniversityType {
  @Field(() => [ExposureTotalType], {
    description:
      "Over distinct transactions, each once under its strongest timing. A system repeats the money of its campuses: to add universities up, take ownTotals.",
  })
  declare totals: readonly ExposureTotal[];

  @Field(() => [ExposureTotalType], {
    description:
      "Over those of its transactions that stand in no entry of a part of it (of several universities none of which is a part of the other: in the entry of the one whose id comes first). The ownTotals of all entries count each transaction once.",
  })
  declare ownTotals: readonly ExposureTotal[];
}

/** A page with the answer that it was cut from. */
interface FoundPage {
  readonly found: ExposedAnswer;
}

@Resolver(() => ExposedUniversityType)
export class ExposedUniversityResolver {
  @FieldResolver(() => UniversityType, { description: "The university." })
  university(@Root() { part }: Part<ExposedUniversity>, @Ctx() context: GraphContext) {
    return context.entityById(part.university);
  }

  @FieldResolver(() => [UniversityType], {
    description:
      "The other universities of the whole list, not of this page, whose entries count some transaction of this one's too: a system its campuses', by id. Empty: what it received stands in no other entry.",
  })
  countedIn(@Root() { part }: Part<ExposedUniversity>, @Ctx() context: GraphContext) {
    return part.countedIn.map((id) => context.entityById(id));
  }

  @FieldResolver(() => [FindingType], { description: "Its findings to the target, in their order." })
  findings(@Root() { part, answer }: Part<ExposedUniversity>) {
    return parts(part.findings, answer);
  }
}

export const ExposedUniversityConnection = connectionOf(
  "ExposedUniversity",
  () => ExposedUniversityType,
  "exposed universities",
);

@Resolver(() => ExposedUniversityConnection)
export class ExposedUniversitiesResolver {
  @Query(() => ExposedUniversityConnection, {
    nullable: true,
    description:
      "Which universities are exposed to a target, the most exposed first: finding by finding the same as asking each of them with the target named. Null where there is no such target.",
  })
  async exposedUniversities(
    @Args(() => ExposedUniversitiesArgs) args: ExposedUniversitiesArgs,
    @Ctx() context: GraphContext,
  ) {
    const { to, ...options } = args;
    const found = await answerExposedUniversities(context.graph, { to, ...exposureOptions(options) });
    const page = connection(
      exposedList(found.exposed),
      args,
      (each) =>
        new Part(
          each,
          answerWith(found.scope, (finding) => each.details(finding)),
        ),
    );
    return Object.defineProperty(page, "found", { value: found });
  }

  @FieldResolver(() => SearchScopeType, { description: "What was searched." })
  scope(@Root() { found }: FoundPage) {
    return found.scope;
  }

  @FieldResolver(() => [ExposureTotalType], {
    description:
      "Over the transactions of all universities of the list, not of this page, each once: the sum of their ownTotals. One entry for each currency.",
  })
  totals(@Root() { found }: FoundPage) {
    return found.totals();
  }
}
