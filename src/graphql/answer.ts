import type { AnswerToCite } from "../explain/copy-citation.js";
import type { CounterpartyFinding, Finding, TransactionTiming } from "../exposure/finding.js";
import type { ExposureGroup } from "../exposure/findings/exposure-groups.js";
import type { Path } from "../graph/paths/path.js";
import type { Projection } from "../graph/projection.js";
import type { IntegratedShare } from "../ownership/integrated-ownership/integrated-ownership.js";
import type {
  Explanation,
  ExposureReport,
  FindingDetails,
  GroupTexts,
} from "../questions/report/exposure-report.js";
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
 * A record with the answer beside it. What the engine computes on demand is no such record: a copy would have nothing of
 * it. That has a class of its own below, and no heir: an object of which others inherit is slow to make and to read. The
 * answer comes before the spread: what is added behind one gives each object a hidden class of its own (Node 20).
 */
export function partOf<Part extends object, Whole extends Moment>(
  answer: Whole,
  part: Part,
): PartOfAnswer<Part, Whole> {
  return { answer, ...part };
}

/** A report with what its parts need of it. */
export interface AnsweredReport {
  readonly answer: Answer;
  readonly report: ExposureReport;
}

/** A finding of an answer; what its fields share is made once. */
export class AnsweredFinding implements Finding {
  readonly answer: Answer;
  readonly #finding: Finding;
  #details: FindingDetails | null = null;
  #explanation: Promise<Explanation> | null = null;

  constructor(answer: Answer, finding: Finding) {
    this.answer = answer;
    this.#finding = finding;
  }

  details(): FindingDetails {
    this.#details ??= this.answer.details(this.#finding);
    return this.#details;
  }

  explanation(context: GraphContext): Promise<Explanation> {
    this.#explanation ??= this.details().explanation(context.claimsKnownIn(this.answer));
    return this.#explanation;
  }

  get key(): Finding["key"] {
    return this.#finding.key;
  }

  get channel(): Finding["channel"] {
    return this.#finding.channel;
  }

  get university(): Finding["university"] {
    return this.#finding.university;
  }

  get target(): Finding["target"] {
    return this.#finding.target;
  }

  get counterparties(): Finding["counterparties"] {
    return this.#finding.counterparties;
  }

  get flags(): Finding["flags"] {
    return this.#finding.flags;
  }

  get timing(): Finding["timing"] {
    return this.#finding.timing;
  }

  get restsOnUnstatedEnd(): Finding["restsOnUnstatedEnd"] {
    return this.#finding.restsOnUnstatedEnd;
  }

  get totals(): Finding["totals"] {
    return this.#finding.totals;
  }

  get control(): Finding["control"] {
    return this.#finding.control;
  }

  get path(): Finding["path"] {
    return this.#finding.path;
  }

  get hops(): Finding["hops"] {
    return this.#finding.hops;
  }

  get transactionCount(): Finding["transactionCount"] {
    return this.#finding.transactionCount;
  }
}

/** A group of an answer; what its texts need is gathered once. */
export class AnsweredGroup implements ExposureGroup {
  readonly answer: Answer;
  readonly #group: ExposureGroup;
  readonly #texts: GroupTexts;
  #explanation: Promise<Explanation> | null = null;

  constructor(answer: Answer, group: ExposureGroup, texts: GroupTexts) {
    this.answer = answer;
    this.#group = group;
    this.#texts = texts;
  }

  headline(context: GraphContext): Promise<string> {
    return this.#texts.headline(context.claimsKnownIn(this.answer));
  }

  explanation(context: GraphContext): Promise<Explanation> {
    this.#explanation ??= this.#texts.explanation(context.claimsKnownIn(this.answer));
    return this.#explanation;
  }

  proof(context: GraphContext): Promise<Path> {
    return this.#texts.proof(context.claimsKnownIn(this.answer));
  }

  citation(context: GraphContext): Promise<AnswerToCite> {
    return this.#texts.citation(context.claimsKnownIn(this.answer));
  }

  get group(): ExposureGroup["group"] {
    return this.#group.group;
  }

  get timing(): ExposureGroup["timing"] {
    return this.#group.timing;
  }

  get control(): ExposureGroup["control"] {
    return this.#group.control;
  }

  get totals(): ExposureGroup["totals"] {
    return this.#group.totals;
  }

  get findings(): ExposureGroup["findings"] {
    return this.#group.findings;
  }

  get repeats(): ExposureGroup["repeats"] {
    return this.#group.repeats;
  }
}

export function answeredFinding(answer: Answer, finding: Finding): AnsweredFinding {
  return new AnsweredFinding(answer, finding);
}

/** A path as known in an answer. */
export function pathIn<Whole extends Moment>(answer: Whole, path: Path): PartOfAnswer<Path, Whole> {
  return new PathIn(answer, path);
}

/** Its steps may be made when they are asked for. */
class PathIn<Whole extends Moment> implements Path {
  readonly answer: Whole;
  readonly hops: number;
  readonly #path: Path;

  constructor(answer: Whole, path: Path) {
    this.answer = answer;
    this.hops = path.hops;
    this.#path = path;
  }

  get steps(): Path["steps"] {
    return this.#path.steps;
  }
}

/** A counterparty of a finding; its path may be made when it is asked for. */
export class AnsweredCounterparty implements CounterpartyFinding {
  readonly answer: FindingMoment;
  readonly counterparty: CounterpartyFinding["counterparty"];
  readonly asOf: CounterpartyFinding["asOf"];
  readonly transactions: CounterpartyFinding["transactions"];
  readonly control: CounterpartyFinding["control"];
  readonly #found: CounterpartyFinding;

  constructor(answer: FindingMoment, found: CounterpartyFinding) {
    this.answer = answer;
    this.counterparty = found.counterparty;
    this.asOf = found.asOf;
    this.transactions = found.transactions;
    this.control = found.control;
    this.#found = found;
  }

  get path(): CounterpartyFinding["path"] {
    return this.#found.path;
  }
}
