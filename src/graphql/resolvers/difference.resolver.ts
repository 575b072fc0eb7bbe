import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { ClaimId } from "../../domain/claim.js";
import { cameText, changedText, wentText } from "../../explain/difference-text.js";
import type { ChangedFinding, FindingCause } from "../../exposure/differences/difference-of-findings.js";
import type { Finding } from "../../exposure/finding.js";
import { answerChanges } from "../../questions/changes.js";
import type { ExposureChange } from "../../questions/exposure-changed.js";
import { answerWhatIf, type ExposureDifference } from "../../questions/what-if.js";
import { type Answer, answeredFinding, answerOf } from "../answer.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "../types/claim.type.js";
import {
  ChangedFindingType,
  ChangesArgs,
  ExposureDifferenceType,
  FindingCauseType,
  WhatIfArgs,
} from "../types/difference.type.js";
import { ExposureReportType } from "../types/exposure.type.js";
import { exposureOptions } from "../types/exposure-args.type.js";
import { FindingType } from "../types/finding.type.js";
import { scenarioOf } from "../types/scenario.type.js";

@Resolver(() => ExposureDifferenceType)
export class ExposureDifferenceResolver {
  @Query(() => ExposureDifferenceType, {
    nullable: true,
    description:
      "What a university would be exposed to if something were otherwise, against the answer as it is. Nothing is written. Null where there is no such university.",
  })
  whatIf(@Args(() => WhatIfArgs) args: WhatIfArgs, @Ctx() context: GraphContext) {
    const { university, scenario, ...options } = args;
    const question = { university, scenario: scenarioOf(scenario), ...exposureOptions(options) };
    return answerWhatIf(context.graph, question);
  }

  @Query(() => ExposureDifferenceType, {
    nullable: true,
    description:
      "What changed for a university between two moments, each change with the claims that caused it. Null where there is no such university.",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() context: GraphContext) {
    const { university, sinceKnownAt, sinceValidAt, ...options } = args;
    const since = { sinceKnownAt, ...(sinceValidAt != null && { sinceValidAt }) };
    return answerChanges(context.graph, { university, ...since, ...exposureOptions(options) });
  }

  @FieldResolver(() => ExposureReportType, { description: "The answer as it is, or as it was." })
  before(@Root() difference: AnyDifference) {
    return { answer: answerTo(difference, "before"), report: difference.before };
  }

  @FieldResolver(() => ExposureReportType, {
    description:
      "The answer as it would be, or as it is; of a scenario every text says first what is supposed.",
  })
  after(@Root() difference: AnyDifference) {
    return { answer: answerTo(difference, "after"), report: difference.after };
  }

  @FieldResolver(() => [FindingCauseType], { description: "Findings that only `after` has, in its order." })
  added(@Root() difference: AnyDifference) {
    return difference.added.map((cause) => within(difference, cause, "after"));
  }

  @FieldResolver(() => [FindingCauseType], { description: "Findings that only `before` has, in its order." })
  removed(@Root() difference: AnyDifference) {
    return difference.removed.map((cause) => within(difference, cause, "before"));
  }

  @FieldResolver(() => [ChangedFindingType], {
    description: "Findings of both in which something differs, in the order of `after`.",
  })
  changed(@Root() difference: AnyDifference) {
    return difference.changed.map((change) => within(difference, change, null));
  }
}

/** Of two questions on one version of the graph, or of one question on two. */
type AnyDifference = ExposureDifference & Partial<Pick<ExposureChange, "earlier">>;

/** What the parts of one of the two answers need: what was is read as it stood in the earlier version. */
function answerTo(difference: AnyDifference, side: "before" | "after"): Answer {
  return answerOf(difference[side], side === "before" ? difference.earlier : undefined);
}

interface OfDifference {
  readonly difference: AnyDifference;
  /** Which of the two answers has it; null: both. */
  readonly side: "before" | "after" | null;
}

/** A part that still knows its whole; it inherits, so that what is computed on demand stays uncomputed. */
function within<Part extends object>(
  difference: AnyDifference,
  part: Part,
  side: OfDifference["side"],
): Part & OfDifference {
  return Object.create(part, { difference: { value: difference }, side: { value: side } }) as Part &
    OfDifference;
}

@Resolver(() => FindingCauseType)
export class FindingCauseResolver {
  @FieldResolver(() => String, { description: "That the finding was added or removed, in a sentence." })
  text(@Root() { finding, side }: FindingCause & OfDifference, @Ctx() context: GraphContext) {
    return side === "before" ? wentText(finding, context.names) : cameText(finding, context.names);
  }

  @FieldResolver(() => FindingType, { description: "The finding." })
  finding(@Root() { finding, side, difference }: FindingCause & OfDifference) {
    return findingOf(difference, side ?? "after", finding);
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The claims that make the difference, by id; empty where a supposed listing or sameness alone does.",
  })
  because(@Root() { because, difference }: FindingCause & OfDifference, @Ctx() context: GraphContext) {
    return claimsOf(difference, because, context);
  }
}

@Resolver(() => ChangedFindingType)
export class ChangedFindingResolver {
  @FieldResolver(() => String, { description: "In what the finding changed, in a sentence or two." })
  text(@Root() { before, after, what }: ChangedFinding, @Ctx() context: GraphContext) {
    return changedText(before, after, what, context.names);
  }

  @FieldResolver(() => FindingType, { description: "The finding in the first answer." })
  before(@Root() { before, difference }: ChangedFinding & OfDifference) {
    return findingOf(difference, "before", before);
  }

  @FieldResolver(() => FindingType, { description: "The finding in the second answer." })
  after(@Root() { after, difference }: ChangedFinding & OfDifference) {
    return findingOf(difference, "after", after);
  }

  @FieldResolver(() => [ClaimType], {
    description:
      "The claims that make the difference, by id; empty where a supposed listing or sameness alone does.",
  })
  because(@Root() { because, difference }: ChangedFinding & OfDifference, @Ctx() context: GraphContext) {
    return claimsOf(difference, because, context);
  }
}

function findingOf(difference: AnyDifference, side: "before" | "after", finding: Finding) {
  return answeredFinding(answerTo(difference, side), finding);
}

/** Claims as known in the later answer, else as they were last known. */
function claimsOf(difference: AnyDifference, because: readonly ClaimId[], context: GraphContext) {
  const { knownAt } = difference.after.scope;
  return because.map((id) => context.claimEverKnown(id, { knownAt }));
}
