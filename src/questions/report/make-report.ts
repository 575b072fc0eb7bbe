import { createHash } from "node:crypto";
import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { FlagId } from "../../domain/flag.js";
import { claimText } from "../../explain/claim-text.js";
import type { AnswerToCite } from "../../explain/copy-citation.js";
import { strongestProofsFirst } from "../../explain/dealings.js";
import { findingText } from "../../explain/finding-text.js";
import { GroupStory, type GroupToTell } from "../../explain/group-story.js";
import { groupText } from "../../explain/group-text.js";
import { groupHeadline } from "../../explain/headline.js";
import { type ReportToTell, reportHeadline, summaryText } from "../../explain/summary-text.js";
import type { Exposures, ExposureTotal, Finding, TransactionTiming } from "../../exposure/finding.js";
import { deniedClaims } from "../../exposure/findings/denied-claims.js";
import { type ExposureGroup, exposureGroups, groupOf } from "../../exposure/findings/exposure-groups.js";
import { type OwnFlag, ownFlags } from "../../exposure/findings/own-flags.js";
import type { ExposureTermsOf } from "../../exposure/question.js";
import { criticalClaims, restsOn } from "../../exposure/reasons/critical-claims.js";
import { findingPaths } from "../../exposure/reasons/finding-paths.js";
import { partyOfId } from "../../exposure/transactions/search.js";
import { DistinctTransactions, inDateOrder, totalsOf } from "../../exposure/transactions/totals.js";
import { flagsFor } from "../../graph/flags/counted-flags.js";
import { lazy } from "../../graph/lazy.js";
import type { Path } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import type { IntegratedShare } from "../../ownership/integrated-ownership/integrated-ownership.js";
import type { ExposureQuestion } from "../arguments/exposure-terms.js";
import { inTurns } from "../in-turns.js";
import { badLimit, MOST_PATHS } from "../paths.js";
import { graphNames } from "../resident/graph-names.js";
import { decisionCoverages, flagToTell, groupToTell, repliesTo } from "./descriptions.js";
import type {
  Explanation,
  ExposureReport,
  FindingDetails,
  GroupTexts,
  LoadClaims,
  SearchScope,
} from "./exposure-report.js";
import { findingShares, transactionShare } from "./finding-shares.js";
import { exposureScope } from "./search-scope.js";

/** The report of an exposure question: what was found, and on demand what costs more. */
export function exposureReport(
  view: View,
  question: ExposureQuestion,
  terms: ExposureTermsOf,
  exposures: Exposures,
): ExposureReport {
  return new Report(view, question, terms, exposures);
}

class Report implements ExposureReport {
  readonly university: EntityId;
  readonly scope: SearchScope;
  readonly findings: readonly Finding[];
  private readonly view: View;
  private readonly terms: ExposureTermsOf;
  private knownTransactions: Promise<readonly TransactionTiming[]> | null = null;
  private knownOwn: readonly OwnFlag[] | null = null;
  private knownDenied: readonly ClaimId[] | null = null;
  private knownGroups: Promise<readonly ExposureGroup[]> | null = null;

  constructor(view: View, question: ExposureQuestion, terms: ExposureTermsOf, exposures: Exposures) {
    this.university = exposures.university;
    this.scope = exposureScope(view.projection, question, terms, exposures);
    this.findings = exposures.findings;
    this.view = view;
    this.terms = terms;
  }

  transactions(): Promise<readonly TransactionTiming[]> {
    this.knownTransactions ??= inTurns(transactionsOf(this.findings));
    return this.knownTransactions;
  }

  async totals(): Promise<readonly ExposureTotal[]> {
    return totalsOf(await this.transactions());
  }

  get ownFlags(): readonly FlagId[] {
    return this.own.map(({ flag }) => flag.record.flag.id);
  }

  private get own(): readonly OwnFlag[] {
    this.knownOwn ??= ownFlags(this.view, this.terms);
    return this.knownOwn;
  }

  get denied(): readonly ClaimId[] {
    this.knownDenied ??= deniedClaims(this.view, this.terms);
    return this.knownDenied;
  }

  groups(): Promise<readonly ExposureGroup[]> {
    this.knownGroups ??= this.grouped();
    return this.knownGroups;
  }

  private async grouped(): Promise<readonly ExposureGroup[]> {
    // They read the timings of all transactions, which are made in turns here.
    await this.transactions();
    return inTurns(exposureGroups(this.view, this.findings));
  }

  async headline(loadClaims: LoadClaims): Promise<string> {
    // Of the first group; its claims alone are loaded.
    return reportHeadline(await this.told(loadClaims, (await this.groups()).slice(0, 1)));
  }

  async summary(loadClaims: LoadClaims): Promise<string> {
    return inTurns(summaryText(await this.told(loadClaims, await this.groups())));
  }

  groupTexts({ group, findings, repeats }: ExposureGroup): GroupTexts {
    const some = { university: this.university, group, findings, repeats };
    let known: Promise<GroupToTell> | null = null;
    const told = (loadClaims: LoadClaims) => {
      known ??= groupToTell(this.view, this.terms, some, loadClaims);
      return known;
    };
    let explained: Promise<Explanation> | null = null;
    return {
      headline: async (loadClaims) => groupHeadline(new GroupStory(await told(loadClaims))),
      explanation: (loadClaims) => {
        explained ??= told(loadClaims).then(groupText);
        return explained;
      },
      proof: async (loadClaims) => {
        const [first] = await proofsOf(this.view, this.terms, findings, loadClaims);
        return first ?? (findings[0] as Finding).path;
      },
      citation: async (loadClaims) => {
        const group = await told(loadClaims);
        const { text, citations } = groupText(group);
        const headline = groupHeadline(new GroupStory(group));
        return { ...this.toCite([group], citations), headline, paragraph: text };
      },
    };
  }

  async citation(loadClaims: LoadClaims): Promise<AnswerToCite> {
    const told = await this.told(loadClaims, await this.groups());
    const groups = told.groups.map((story) => story.told);
    const citations = groups.flatMap((group) => groupText(group).citations);
    const texts = { headline: reportHeadline(told), paragraph: await inTurns(summaryText(told)) };
    const distinct = [...new Map(citations.map((each) => [each.source, each])).values()];
    return { ...this.toCite(groups, distinct), ...texts };
  }

  /** The clocks, the sources and the university's own decisions about the parties of some groups. */
  private toCite(groups: readonly GroupToTell[], citations: Explanation["citations"]) {
    const { terms, view } = this;
    const { sources, version } = view.projection;
    const covering = groups.flatMap(({ covered, decisions, names }) =>
      covered.flatMap(({ decision: id }) => {
        const decision = decisions.get(id);
        return decision === undefined ? [] : [claimText(decision, names)];
      }),
    );
    return {
      validAt: terms.validAt,
      knownAt: terms.knownAt,
      graphVersion: version,
      sources: citations.flatMap(({ source }) => sources.get(source) ?? []),
      decisions: [...new Set(covering)],
    };
  }

  /** Everything that the texts of the report need about some of its groups. */
  private async told(loadClaims: LoadClaims, some: readonly ExposureGroup[]): Promise<ReportToTell> {
    const { university, view, terms } = this;
    const { projection } = view;
    await inTurns(findingPathsOf(some));
    const groups = await Promise.all(
      some.map(({ group, findings, repeats }) =>
        groupToTell(view, terms, { university, group, findings, repeats }, loadClaims),
      ),
    );
    return {
      university,
      groups: await inTurns(storiesOf(groups)),
      targets: terms.targets,
      ownFlags: this.own.map(({ party, flag }) => flagToTell(view, flag, projection.entities.id(party))),
      denied: await loadClaims(this.denied),
      validAt: terms.validAt,
      knownAt: terms.knownAt,
      checked: this.scope.checked,
      names: graphNames(projection, terms.knownAt),
    };
  }

  details(finding: Finding): FindingDetails {
    return findingDetails(this.view, this.terms, finding);
  }

  transactionShare(transaction: TransactionTiming, precision?: number): Promise<IntegratedShare> {
    return transactionShare(this.view, transaction, precision);
  }
}

/** In steps, a group each. */
function* storiesOf(groups: readonly GroupToTell[]): Generator<void, readonly GroupStory[]> {
  const stories: GroupStory[] = [];
  for (const group of groups) {
    yield;
    stories.push(new GroupStory(group));
  }
  return stories;
}

/** What is asked of one finding beside its core. */
export function findingDetails(view: View, terms: ExposureTermsOf, finding: Finding): FindingDetails {
  const { projection } = view;
  const flags = () => flagsFor(view, terms.flags).of(partyOfId(view, finding.target, "target"));
  let explained: Promise<Explanation> | null = null;
  const rests = lazy(() => inTurns(restsOn(view, terms, finding)));
  const decisions = lazy(() => decisionCoverages(view, finding.university, [finding]));
  return {
    id: () =>
      createHash("sha256")
        .update(JSON.stringify([projection.version, terms, finding.key]))
        .digest("hex")
        .slice(0, 24),
    targetGroup: lazy(() => inTurns(groupOf(view, finding))),
    restsOn: rests,
    criticalClaims: lazy(() => inTurns(criticalClaims(view, terms, finding))),
    paths: async (limit, loadClaims) => {
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PATHS) throw badLimit(limit);
      return (await proofsOf(view, terms, [finding], loadClaims)).slice(0, limit);
    },
    decisions,
    responses: () => {
      const to = [...flags().map((flag) => flag.record.flag.id), ...decisions().map((each) => each.decision)];
      return repliesTo(view, to).map((response) => response.id);
    },
    explanation: (loadClaims) => {
      const { university, target } = finding;
      const alone = { university, group: target, findings: [finding], repeats: [] };
      explained ??= groupToTell(view, terms, alone, loadClaims).then(findingText);
      return explained;
    },
    ...findingShares(view, finding),
  };
}

/** The proofs of some findings, the shortest of each, with the strongest first. */
async function proofsOf(
  view: View,
  terms: ExposureTermsOf,
  findings: readonly Finding[],
  loadClaims: LoadClaims,
): Promise<readonly Path[]> {
  const paths: Path[] = [];
  for (const finding of findings)
    paths.push(...(await inTurns(findingPaths(view, terms, finding, MOST_PATHS))));
  const ids = [...new Set(paths.flatMap(({ steps }) => steps.map(({ relation }) => relation)))];
  const claims = new Map((await loadClaims(ids)).map((claim) => [claim.id, claim]));
  return strongestProofsFirst(paths, claims, graphNames(view.projection, terms.knownAt));
}

/** The distinct transactions of findings, in order of date: timed when a finding's counterparties are first read. */
function* transactionsOf(findings: readonly Finding[]): Generator<void, readonly TransactionTiming[]> {
  const distinct = new DistinctTransactions<TransactionTiming>();
  for (const { counterparties } of findings) {
    for (const { transactions } of counterparties) distinct.add(transactions);
    yield;
  }
  return inDateOrder(distinct.all);
}

/** The path of a finding is made when it is first read. */
function* findingPathsOf(groups: readonly ExposureGroup[]): Generator<void, void> {
  for (const { findings } of groups) for (const finding of findings) if (finding.path) yield;
}
