import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { pathText } from "../../explain/path-text.js";
import type { Path } from "../../graph/paths/path.js";
import { answerControl, type ControlAnswer } from "../../questions/control.js";
import { answerPaths, type PathsAnswer } from "../../questions/paths.js";
import { type PartOfAnswer, pathIn } from "../answer.js";
import type { GraphContext } from "../context.js";
import type { Moment } from "../moment.js";
import { stepNodes } from "../step-nodes.js";
import { SearchScopeType } from "../types/exposure.type.js";
import { ControlArgs, given, PathsArgs } from "../types/exposure-args.type.js";
import { ControlAnswerType, PathAnswerType, PathStepType, PathType } from "../types/path.type.js";
import { ShareType } from "../types/quantity.type.js";

@Resolver()
export class PathsResolver {
  @Query(() => PathAnswerType, {
    nullable: true,
    description:
      "How two entities are connected: the shortest loopless paths over claims that may hold on validAt. Null where one of them is not there.",
  })
  paths(@Args(() => PathsArgs) args: PathsArgs, @Ctx() context: GraphContext) {
    return answerPaths(context.graph, given(args));
  }
}

@Resolver(() => PathAnswerType)
export class PathAnswerResolver {
  @FieldResolver(() => SearchScopeType, { description: "What was searched." })
  scope(@Root() { scope }: PathsAnswer) {
    return scope;
  }

  @FieldResolver(() => [PathType], {
    description: "The shortest first, then by the sequence of claim ids; empty: none within the limits.",
  })
  paths(@Root() { paths, scope }: PathsAnswer) {
    return paths.map((path) => pathIn(scope, path));
  }
}

@Resolver(() => PathType)
export class PathResolver {
  @FieldResolver(() => [PathStepType], { description: "The claims in their order." })
  steps(@Root() path: PartOfAnswer<Path, Moment>, @Ctx() context: GraphContext) {
    return stepNodes(path.steps, path.answer, context);
  }

  @FieldResolver(() => String, { description: "The path as one sentence." })
  text(@Root() path: PartOfAnswer<Path, Moment>, @Ctx() context: GraphContext) {
    const steps = path.steps.map(({ from, to, relation, forward }) => ({
      from,
      to,
      forward,
      kind: context.relationById(relation, path.answer).kind,
    }));
    return pathText(steps, context.names);
  }
}

@Resolver(() => ControlAnswerType)
export class ControlAnswerResolver {
  @Query(() => ControlAnswerType, {
    nullable: true,
    description: "Whether one entity controls a company on a day. Null where one of them is not there.",
  })
  control(@Args(() => ControlArgs) args: ControlArgs, @Ctx() context: GraphContext) {
    return answerControl(context.graph, given(args));
  }

  @FieldResolver(() => ShareType, {
    description: "The votes that it holds, alone and through what it controls.",
  })
  votes(@Root() { votes }: ControlAnswer) {
    return votes;
  }

  @FieldResolver(() => String, { description: "Why, in a sentence or two." })
  explanation(@Root() answer: ControlAnswer) {
    return answer.explanation();
  }

  @FieldResolver(() => [PathStepType], {
    description:
      "The claims that the verdict rests on, from the controller down; for NO what was counted and does not suffice. Empty where nothing was.",
  })
  proof(@Root() answer: ControlAnswer, @Ctx() context: GraphContext) {
    return stepNodes(answer.proof(), answer, context);
  }

  @FieldResolver(() => [String], {
    description: "Contradictions among the votes that were read, each as a clause; nothing is normalised.",
  })
  problems(@Root() answer: ControlAnswer) {
    return answer.problems();
  }
}
