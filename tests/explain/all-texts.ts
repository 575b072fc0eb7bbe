/**
 * Every text of the program over a graph: the reports of all universities at some pairs of days, every claim, and the
 * other questions about those whom the reports name.
 */
import { parseDay } from "../../src/domain/day.js";
import type { EntityId } from "../../src/domain/entity.js";
import type { Claim } from "../../src/domain/record.js";
import { claimText } from "../../src/explain/claim-text.js";
import { cameText, changedText, wentText } from "../../src/explain/difference-text.js";
import { integratedText } from "../../src/explain/integrated-text.js";
import { pathText } from "../../src/explain/path-text.js";
import { restsOnText } from "../../src/explain/rule-text.js";
import { scopeText } from "../../src/explain/scope-text.js";
import { timelineText } from "../../src/explain/timeline-text.js";
import { coverageText } from "../../src/explain/transaction-text.js";
import { FUNDING_DIMENSIONS } from "../../src/exposure/comparisons/funding-totals.js";
import { MATRIX_AXES } from "../../src/exposure/comparisons/matrix-entries.js";
import type { Finding } from "../../src/exposure/finding.js";
import type { Path } from "../../src/graph/paths/path.js";
import type { Projection } from "../../src/graph/projection.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { REGIMES } from "../../src/ownership/rules/regimes.js";
import { answerChanges } from "../../src/questions/changes.js";
import { answerControl } from "../../src/questions/control.js";
import { answerElevatedRiskReview } from "../../src/questions/elevated-risk-review.js";
import { answerExposure } from "../../src/questions/exposure.js";
import { answerExposureMatrix } from "../../src/questions/exposure-matrix.js";
import { listFundingTotals } from "../../src/questions/funding-totals.js";
import { answerIntegratedOwnership } from "../../src/questions/integrated-ownership.js";
import { ListScope } from "../../src/questions/lists/list-scope.js";
import { claimOfItem, replyBeside, timelineOf } from "../../src/questions/lists/timeline.js";
import { answerOwnership } from "../../src/questions/ownership.js";
import { answerOwnershipRule } from "../../src/questions/ownership-rule.js";
import { answerPaths } from "../../src/questions/paths.js";
import { claimsBecause } from "../../src/questions/report/exposure-difference.js";
import type { ExposureReport, LoadClaims } from "../../src/questions/report/exposure-report.js";
import { graphNames } from "../../src/questions/resident/graph-names.js";
import { actsAndFlagClaims, claimsAsKnown } from "../../src/questions/resident/resident-records.js";
import { answerWhatIf } from "../../src/questions/what-if.js";
import { answerWhyNot } from "../../src/questions/why-not.js";

/** When it is asked: on the eve and with hindsight, between, and today. */
export const MOMENTS = [
  ["2019-04-04", "2019-04-04"],
  ["2019-04-04", "2026-11-24"],
  ["2021-06-01", "2026-11-24"],
  ["2026-11-24", "2026-11-24"],
].map(([validAt = "", knownAt = ""]) => ({ validAt: parseDay(validAt), knownAt: parseDay(knownAt) }));

const NOW = { validAt: parseDay("2026-11-24"), knownAt: parseDay("2026-11-24") };

/** Texts by what prints them, in the order in which a reader meets them. */
export type Texts = ReadonlyMap<string, readonly string[]>;

export async function allTexts(graph: ResidentGraph): Promise<Texts> {
  const projection = await graph.current();
  const all = new Collected();
  const world = await worldOf(graph, projection);
  for (const moment of MOMENTS) {
    for (const university of world.universities) {
      const report = await answerExposure(graph, { university, ...moment });
      if (report !== null) await tellReport(all, graph, report);
    }
  }
  await tellClaims(all, graph, world);
  await tellDecisions(all, graph, world);
  await tellReviews(all, graph, world);
  await tellWhyNot(all, graph, world);
  await tellDifferences(all, graph, world);
  await tellOwners(all, graph, world);
  await tellPaths(all, graph, world);
  await tellPayerGroups(all, graph, world);
  await tellLabels(all, graph, world);
  return all.texts;
}

class Collected {
  readonly texts = new Map<string, string[]>();

  add(section: string, ...texts: readonly string[]): void {
    const known = this.texts.get(section);
    if (known) known.push(...texts);
    else this.texts.set(section, [...texts]);
  }
}

interface World {
  readonly projection: Projection;
  readonly claims: readonly Claim[];
  readonly universities: readonly EntityId[];
  /** Universities with the target groups on which they have findings today. */
  readonly pairs: readonly (readonly [EntityId, EntityId])[];
  readonly targets: readonly EntityId[];
  readonly findings: readonly Finding[];
  readonly load: LoadClaims;
}

async function worldOf(graph: ResidentGraph, projection: Projection): Promise<World> {
  const { entities, relations } = projection;
  const numbers = [...Array(entities.count).keys()];
  const universities = numbers
    .filter((at) => entities.kindOf(at) === "University")
    .map((at) => entities.id(at));
  const load: LoadClaims = async (ids) => [...(await claimsAsKnown(graph.store, ids, NOW.knownAt)).values()];
  const relationIds = [...Array(relations.count).keys()].map((at) => relations.id(at));
  const acts = actsAndFlagClaims(projection).map(({ id }) => id);
  const pairs: [EntityId, EntityId][] = [];
  const findings: Finding[] = [];
  for (const university of universities) {
    const report = await answerExposure(graph, { university, ...NOW });
    pairs.push(
      ...((await report?.groups()) ?? []).map(({ group }): [EntityId, EntityId] => [university, group]),
    );
    findings.push(...(report?.findings ?? []));
  }
  const targets = [...new Set([...pairs.map(([, group]) => group), ...findings.map(({ target }) => target)])];
  return {
    ...{ projection, universities, pairs, findings, load, targets: targets.sort() },
    claims: await load([...new Set([...relationIds, ...acts])]),
  };
}

function loadFor(graph: ResidentGraph, report: ExposureReport): LoadClaims {
  return async (ids) => {
    const claims = await claimsAsKnown(graph.store, ids, report.scope.knownAt);
    return ids.flatMap((id) => claims.get(id) ?? []);
  };
}

async function tellReport(all: Collected, graph: ResidentGraph, report: ExposureReport): Promise<void> {
  const load = loadFor(graph, report);
  all.add("scopes", scopeText({ ...report.scope, dossiers: report.scope.dossiers.length }));
  all.add("headlines of reports", await report.headline(load));
  all.add("summaries of reports", await report.summary(load));
  for (const group of await report.groups()) {
    const texts = report.groupTexts(group);
    all.add("headlines of groups", await texts.headline(load));
    all.add("groups", (await texts.explanation(load)).text);
  }
  for (const finding of report.findings)
    all.add("findings", (await report.details(finding).explanation(load)).text);
}

async function tellClaims(
  all: Collected,
  graph: ResidentGraph,
  { projection, claims }: World,
): Promise<void> {
  const names = graphNames(projection, NOW.knownAt);
  all.add("claims", ...claims.map((claim) => claimText(claim, names)));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const scope = new ListScope(graph, projection, NOW, NOW.validAt);
  for (let entity = 0; entity < projection.entities.count; entity += 1) {
    const { items } = await timelineOf(scope, projection.entities.id(entity), async () => new Set());
    for (const item of items) {
      const claim = claimOfItem(scope, item);
      const full = byId.get(claim.id);
      if (full) all.add("timelines", timelineText(full, replyBeside(scope, claim), names));
    }
  }
}

async function tellDecisions(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection } = world;
  const names = graphNames(projection, NOW.knownAt);
  for (const university of withFindings(world)) {
    const report = await answerExposure(graph, { university, ...NOW });
    const coverages = (await report?.transactions())?.flatMap(({ afterDecision, counterparty }) =>
      afterDecision === null
        ? []
        : [{ ...afterDecision, counterparties: [counterparty], ofTransaction: true }],
    );
    const ofFindings = report?.findings.flatMap((finding) =>
      report
        .details(finding)
        .decisions()
        .map((each) => ({
          ...each,
          counterparties: finding.counterparties.map(({ counterparty }) => counterparty),
          ofTransaction: false,
        })),
    );
    for (const each of [...(coverages ?? []), ...(ofFindings ?? [])]) {
      const decision = projection.decisions.find(({ id }) => id === each.decision);
      if (decision) all.add("what decisions cover", coverageText({ ...each, decision }, names));
    }
  }
}

async function tellReviews(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection, pairs, targets } = world;
  const withPolicy = [...new Set(projection.policies.map(({ university }) => university))];
  const asked = [
    ...pairs,
    ...withPolicy.flatMap((university) => targets.map((target) => [university, target] as const)),
  ];
  for (const [university, counterparty] of distinctPairs(asked)) {
    const review = await answerElevatedRiskReview(graph, { university, counterparty, ...NOW });
    if (review === null) continue;
    all.add("reviews", review.summary);
    all.add("policies of reviews", ...review.policies.map(({ explanation }) => explanation));
    all.add("criteria of reviews", ...review.criteria.map(({ explanation }) => explanation));
  }
}

function distinctPairs(
  pairs: readonly (readonly [EntityId, EntityId])[],
): readonly (readonly [EntityId, EntityId])[] {
  return [...new Map(pairs.map((pair) => [pair.join(" "), pair])).values()].filter(([a, b]) => a !== b);
}

/** Universities that have findings today, by id. */
function withFindings({ pairs }: World): readonly EntityId[] {
  return [...new Set(pairs.map(([university]) => university))];
}

/** Targets that are asked after where there is no finding: each university is asked after every other one. */
const ASKED_AFTER = [
  "company:huawei-technologies",
  "company:zte",
  "company:hikvision",
  "company:sensetime-group",
  "company:saudi-aramco",
  "company:futurewei",
] as const;

async function tellWhyNot(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const asking = withFindings(world);
  const others = world.universities.filter((university) => !asking.includes(university)).slice(0, 3);
  for (const [at, university] of [...asking, ...others].entries()) {
    const targets = ASKED_AFTER.filter((_, target) => (at + target) % 2 === 0);
    for (const target of targets) {
      const answer = await answerWhyNot(graph, { university, target, ...NOW });
      if (answer !== null) all.add("why not", answer.explanation, ...answer.missing);
    }
  }
}

async function tellDifferences(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection, load } = world;
  const names = graphNames(projection, NOW.knownAt);
  const since = MOMENTS[0] ?? NOW;
  // What differs is told in the same words for all: every sixth university shows them.
  for (const university of withFindings(world).filter((_, at) => at % 6 === 0)) {
    const earlier = { sinceKnownAt: since.knownAt, sinceValidAt: since.validAt };
    const { added, removed, ...later } = await answerChanges(graph, { university, ...NOW, ...earlier });
    const changed = await later.changed();
    const causes = await Promise.all([...added, ...removed, ...changed].map(claimsBecause));
    const because = await load([...new Set(causes.flat())]);
    all.add(
      "changes",
      ...added.map(({ finding }) => cameText(finding, names)),
      ...removed.map(({ finding }) => wentText(finding, names)),
      ...changed.map((each) => changedText(each.before, each.after, each.what, names)),
      ...because.map((claim) => claimText(claim, names)),
    );
    const report = await answerExposure(graph, { university, ...NOW });
    const finding = report?.findings[0];
    if (!report || !finding) continue;
    const [claim] = await report.details(finding).criticalClaims();
    const scenarios = [
      ...(claim === undefined ? [] : [{ rejectClaims: [claim] }]),
      { delist: [finding.target] },
    ];
    for (const scenario of scenarios) {
      const difference = await answerWhatIf(graph, { university, ...NOW, scenario });
      if (difference) all.add("what if", await difference.after.summary(loadFor(graph, difference.after)));
    }
  }
  for (const scenario of SCENARIOS) {
    const difference = await answerWhatIf(graph, { university: "university:mit", ...NOW, scenario });
    if (difference) all.add("what if", await difference.after.summary(loadFor(graph, difference.after)));
  }
}

const SCENARIOS = [
  { list: ["company:saudi-aramco", "company:futurewei"] },
  { same: [["company:zte", "company:huawei-technologies"]] },
  { thresholds: [{ regime: "OFAC_50", threshold: 0.25, inclusive: true } as const] },
  { delist: ["listing:bis-entity-list-2019-05-16-huawei"] },
];

async function tellOwners(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection, claims, targets, load } = world;
  const names = graphNames(projection, NOW.knownAt);
  const owned = claims.flatMap((claim) =>
    claim.record === "relation" && ["Ownership", "Control", "Affiliation", "PartOf"].includes(claim.kind)
      ? [[claim.from, claim.to] as const]
      : [],
  );
  const held = new Set(
    claims.flatMap((claim) => (claim.record === "relation" && claim.kind === "Ownership" ? [claim.to] : [])),
  );
  for (const [controller, company] of distinctPairs(owned)) {
    const answer = await answerControl(graph, { controller, company, ...NOW });
    if (answer === null) continue;
    const proof = await load((await answer.proof()).map(({ relation }) => relation));
    all.add(
      "control",
      await answer.explanation(),
      restsOnText(proof, NOW.validAt, names),
      ...answer.problems(),
    );
    if (!held.has(company)) continue;
    const integrated = await answerIntegratedOwnership(graph, { owner: controller, company, ...NOW });
    if (integrated) all.add("integrated ownership", integratedText(integrated, names));
  }
  for (const company of [...new Set([...held, ...targets])].sort()) {
    for (const regime of REGIMES) {
      const answer = await answerOwnershipRule(graph, { company, regime, ...NOW });
      if (answer) all.add("ownership rules", await answer.explanation(), ...answer.problems());
    }
    const ownership = await answerOwnership(graph, { of: company, ...NOW });
    all.add("ownership", ...(ownership?.problems ?? []));
  }
}

async function tellPaths(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection, findings, claims } = world;
  const names = graphNames(projection, NOW.knownAt);
  const kinds = new Map(
    claims.flatMap((claim) => (claim.record === "relation" ? [[claim.id, claim.kind]] : [])),
  );
  const told = ({ steps }: Path) =>
    pathText(
      steps.map((step) => ({ ...step, kind: kinds.get(step.relation) ?? "Link" })),
      names,
    );
  all.add("paths", ...findings.map(({ path }) => told(path)));
  for (const from of new Set(findings.map(({ university }) => university))) {
    const answer = await answerPaths(graph, { from, to: "company:zte", ...NOW });
    all.add("paths", ...(answer?.paths ?? []).map(told));
  }
}

async function tellPayerGroups(all: Collected, graph: ResidentGraph, { projection }: World): Promise<void> {
  for (const moment of MOMENTS) {
    const totals = await listFundingTotals(new ListScope(graph, projection, moment, NOW.validAt), {
      groupBy: ["PAYER_GROUP"],
    });
    const groups = await totals.payerGroups();
    const told = groups.filter(({ payers, outside }) => payers.length > 1 || outside.length > 0);
    all.add(
      "payer groups",
      ...told.flatMap(({ text, outside }) => [text, ...outside.map((left) => left.text)]),
    );
  }
}

async function tellLabels(all: Collected, graph: ResidentGraph, world: World): Promise<void> {
  const { projection } = world;
  const universities = withFindings(world).slice(0, 20);
  const scope = new ListScope(graph, projection, NOW, NOW.validAt);
  for (const dimension of FUNDING_DIMENSIONS) {
    const { items } = await listFundingTotals(scope, { groupBy: [dimension] });
    all.add("labels", ...items.flatMap(({ keys }) => keys.map(({ label }) => label)));
  }
  for (const rows of MATRIX_AXES) {
    const columns = rows === "YEAR" ? "UNIVERSITY" : "YEAR";
    const asked = { rows, columns, measure: "TRANSACTIONS", universities } as const;
    const matrix = await answerExposureMatrix(graph, { ...asked, ...NOW });
    all.add("labels", ...[...matrix.rows, ...matrix.columns].map(({ label }) => label));
  }
}
