import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import {
  answerExposedUniversities,
  type ExposedAnswer,
  type ExposedUniversity,
} from "../../questions/exposed-universities.js";
import { exposedList } from "../../questions/lists/finding-lists.js";
import type { SearchScope } from "../../questions/report/exposure-report.js";
import { type Answer, answeredFinding } from "../answer.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { UniversityType } from "../types/entity.type.js";
import {
  ExposedUniversityConnection,
  ExposedUniversityType,
  ExposureTotalType,
  SearchScopeType,
} from "../types/exposure.type.js";
import { ExposedUniversitiesArgs, exposureOptions } from "../types/exposure-args.type.js";
import { FindingType } from "../types/finding.type.js";

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
    const page = connection(exposedList(found.exposed), args, (each) => exposedUniversity(each, found.scope));
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

/** A page with the answer that it was cut from. */
interface FoundPage {
  readonly found: ExposedAnswer;
}

/** What its fields need: the university, and the answer to which its findings belong. */
interface AnsweredUniversity {
  readonly answer: Answer;
  readonly exposed: ExposedUniversity;
}

function exposedUniversity(exposed: ExposedUniversity, { knownAt }: SearchScope): AnsweredUniversity {
  return { answer: { knownAt, details: (finding) => exposed.details(finding) }, exposed };
}

@Resolver(() => ExposedUniversityType)
export class ExposedUniversityResolver {
  @FieldResolver(() => UniversityType, { description: "The university." })
  university(@Root() { exposed }: AnsweredUniversity, @Ctx() context: GraphContext) {
    return context.entityById(exposed.university);
  }

  @FieldResolver()
  totals(@Root() { exposed }: AnsweredUniversity): ExposedUniversityType["totals"] {
    return exposed.totals;
  }

  @FieldResolver(() => [UniversityType], {
    description:
      "The other universities of the whole list, not of this page, whose entries count some transaction of this one's too: a system its campuses', by id. Empty: what it received stands in no other entry.",
  })
  countedIn(@Root() { exposed }: AnsweredUniversity, @Ctx() context: GraphContext) {
    return exposed.countedIn.map((id) => context.entityById(id));
  }

  @FieldResolver()
  ownTotals(@Root() { exposed }: AnsweredUniversity): ExposedUniversityType["ownTotals"] {
    return exposed.ownTotals;
  }

  @FieldResolver(() => [FindingType], { description: "Its findings to the target, in their order." })
  findings(@Root() { exposed, answer }: AnsweredUniversity) {
    return exposed.findings.map((finding) => answeredFinding(answer, finding));
  }
}
