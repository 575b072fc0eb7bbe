import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { answerExposedUniversities, type ExposedUniversity } from "../../questions/exposed-universities.js";
import { exposedList } from "../../questions/lists/finding-lists.js";
import type { SearchScope } from "../../questions/report/exposure-report.js";
import { type Answer, answeredFinding } from "../answer.js";
import { connection } from "../connection.js";
import type { GraphContext } from "../context.js";
import { UniversityType } from "../types/entity.type.js";
import {
  ExposedUniversityConnection,
  ExposedUniversityType,
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
    if (!found) return null;
    const page = connection(exposedList(found.exposed), args, (each) => exposedUniversity(each, found.scope));
    return Object.defineProperty(page, "scope", { value: found.scope });
  }

  @FieldResolver(() => SearchScopeType, { description: "What was searched." })
  scope(@Root() { scope }: { readonly scope: SearchScope }) {
    return scope;
  }
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

  @FieldResolver(() => [FindingType], { description: "Its findings to the target, in their order." })
  findings(@Root() { exposed, answer }: AnsweredUniversity) {
    return exposed.findings.map((finding) => answeredFinding(answer, finding));
  }
}
