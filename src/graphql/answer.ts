import type { Finding, TransactionTiming } from "../exposure/finding.js";
import type { IntegratedShare } from "../exposure/integrated-ownership.js";
import type { Projection } from "../projection/projection.js";
import type { Explanation, ExposureReport, FindingDetails } from "../questions/exposure-report.js";
import type { GraphContext } from "./context.js";
import type { Moment } from "./moment.js";

/** The answer to an exposure question: what else can be asked of its findings. */
export interface Answer extends Moment {
  details(finding: Finding): FindingDetails;
}

/** What a transaction needs of its answer. */
export interface TransactionMoment extends Moment {
  transactionShare(transaction: TransactionTiming): IntegratedShare;
}

/** What a counterparty needs of its finding. */
export interface FindingMoment extends TransactionMoment {
  details(): FindingDetails;
}

export function momentOf(finding: AnsweredFinding): FindingMoment {
  return {
    knownAt: finding.answer.knownAt,
    version: finding.answer.version,
    details: () => finding.details(),
    transactionShare: (transaction) => finding.details().transactionShare(transaction),
  };
}

/** What the parts of a report need of it; `version`: the one that it was made from, where that is an earlier one. */
export function answerOf(report: ExposureReport, version?: Projection): Answer {
  return { knownAt: report.scope.knownAt, version, details: (finding) => report.details(finding) };
}

/** A part of an answer that still knows its answer: ids in it are read on the answer's clock. */
export type PartOfAnswer<Part, Whole = Answer> = Part & { readonly answer: Whole };

/**
 * The part itself, with the answer beside it. It inherits from the part instead of copying it: what the engine computes
 * on demand stays uncomputed.
 */
export function partOf<Part extends object, Whole extends Moment>(
  answer: Whole,
  part: Part,
): PartOfAnswer<Part, Whole> {
  return Object.create(part, { answer: { value: answer } }) as PartOfAnswer<Part, Whole>;
}

/** A finding of an answer; what its fields share is made once. */
export type AnsweredFinding = PartOfAnswer<Finding> & {
  details(): FindingDetails;
  explanation(context: GraphContext): Promise<Explanation>;
};

export function answeredFinding(answer: Answer, finding: Finding): AnsweredFinding {
  let details: FindingDetails | null = null;
  let explanation: Promise<Explanation> | null = null;
  const detailed = () => {
    details ??= answer.details(finding);
    return details;
  };
  const explained = (context: GraphContext) => {
    explanation ??= detailed().explanation(context.claimsKnownIn(answer));
    return explanation;
  };
  return Object.create(finding, {
    answer: { value: answer },
    details: { value: detailed },
    explanation: { value: explained },
  }) as AnsweredFinding;
}
