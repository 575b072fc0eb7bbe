import type { Day } from "../domain/day.js";
import type { Finding, TransactionTiming } from "../exposure/finding.js";
import type { ExposureGroup } from "../exposure/findings/exposure-groups.js";
import type { Projection } from "../graph/projection.js";
import type { IntegratedShare } from "../ownership/integrated-ownership/integrated-ownership.js";
import type { ExposureReport, FindingDetails, GroupTexts } from "../questions/report/exposure-report.js";

/** The answer to which a part belongs: on which day its claims are read, and in which version of the graph. */
export interface Moment {
  readonly knownAt: Day;
  /** Absent: the version that the operation is answered from. */
  readonly version?: Projection | undefined;
}

/** The answer to an exposure question: what else can be asked of its findings. */
export interface Answer extends Moment {
  details(finding: Finding): FindingDetails;
}

/** What a transaction needs of its answer. */
export interface TransactionMoment extends Moment {
  transactionShare(transaction: TransactionTiming, precision?: number): Promise<IntegratedShare>;
}

/** What a counterparty needs of its finding. */
export interface FindingMoment extends TransactionMoment {
  readonly details: FindingDetails;
}

/** What a report's own parts need of it. */
export interface ReportAnswer extends Answer, TransactionMoment {
  texts(group: ExposureGroup): GroupTexts;
}

/**
 * A part of an answer as the method made it, beside the answer: ids in it are read on the answer's clock. Fields without a
 * resolver are read from the part (`fieldOfPart`). It is not copied, because much of it is computed when it is first read.
 */
export class Part<Value extends object, Whole = Answer> {
  readonly part: Value;
  readonly answer: Whole;

  constructor(part: Value, answer: Whole) {
    this.part = part;
    this.answer = answer;
  }
}

export function parts<Value extends object, Whole>(
  values: readonly Value[],
  answer: Whole,
): readonly Part<Value, Whole>[] {
  return values.map((value) => new Part(value, answer));
}

/** An answer that makes what is asked of a finding once. */
export function answerWith(
  { knownAt, version }: Moment,
  details: (finding: Finding) => FindingDetails,
): Answer {
  return { knownAt, version, details: onceForEach(details) };
}

/** A report with what its parts need; `version`: the one that it was made from, where that is an earlier one. */
export function reportPart(report: ExposureReport, version?: Projection): Part<ExposureReport, ReportAnswer> {
  const { knownAt } = report.scope;
  return new Part(report, {
    ...answerWith({ knownAt, version }, (finding) => report.details(finding)),
    texts: onceForEach((group) => report.groupTexts(group)),
    transactionShare: (transaction, precision) => report.transactionShare(transaction, precision),
  });
}

function onceForEach<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
