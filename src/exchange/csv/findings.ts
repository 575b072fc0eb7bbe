import type { Claim } from "../../domain/record.js";
import { RELATION_KINDS } from "../../domain/relation-kinds.js";
import type { UniversityRows } from "../../exposure/comparisons/university-rows.js";
import type { ExposureTotal, Finding, RestsOn, TransactionTiming } from "../../exposure/finding.js";
import type { Path } from "../../graph/paths/path.js";
import type { Explanation, FindingDetails } from "../../questions/report/exposure-report.js";
import {
  claimsById,
  type Exported,
  entityName,
  flagOutcome,
  licencesOf,
  responsesText,
} from "../exported.js";
import { type CellValue, type CsvColumns, headerLine, rowLine } from "./csv-table.js";
import { SCOPE_COLUMNS } from "./scope-columns.js";
import { universityRows } from "./transactions.js";

interface FindingRow {
  readonly answer: Exported;
  readonly university: string;
  /** The other universities whose rows count some of its transactions, by id. */
  readonly countedIn: readonly string[];
  readonly finding: Finding;
  readonly details: FindingDetails;
  /** The group of its target. */
  readonly group: string;
  /** Of one currency; undefined where the finding has no money. */
  readonly total: ExposureTotal | undefined;
  readonly explanation: Explanation;
  /** Its strongest. */
  readonly restsOn: RestsOn;
  readonly proof: Path;
  readonly claims: ReadonlyMap<string, Claim>;
}

const MONEY = {
  concurrent: "concurrent",
  possibly_concurrent: "possiblyConcurrent",
  after: "after",
  before: "before",
  undated: "undated",
  without_flag: "withoutFlag",
  committed: "committed",
  after_decision: "afterDecision",
} as const satisfies Record<string, keyof ExposureTotal>;

/** One row a finding and currency: both ends, channel, timing, money by timing, path, explanation and sources. */
export const FINDING_COLUMNS: CsvColumns<FindingRow> = {
  ...SCOPE_COLUMNS,
  counted_in: ({ countedIn }) => countedIn.join("; "),
  key: ({ finding }) => finding.key,
  channel: ({ finding }) => finding.channel,
  target: ({ finding }) => finding.target,
  target_name: ({ answer, finding }) => entityName(answer, finding.target),
  target_group: ({ group }) => group,
  target_group_name: ({ answer, group }) => entityName(answer, group),
  timing: ({ finding }) => finding.timing,
  rests_on_unstated_end: ({ finding }) => String(finding.restsOnUnstatedEnd),
  rests_on: ({ restsOn }) => restsOn,
  control: ({ finding }) => finding.control,
  hops: ({ proof }) => proof.hops,
  path: ({ answer, proof, claims }) => pathText(answer, proof, claims),
  path_claims: ({ proof }) => proof.steps.map(({ relation }) => relation).join("; "),
  counterparties: ({ finding }) => finding.counterparties.map(({ counterparty }) => counterparty).join("; "),
  transactions: ({ finding }) => finding.transactionCount,
  currency: ({ total }) => total?.currency ?? null,
  ...moneyColumns(),
  unknown_amounts: ({ total }) => total?.unknownAmounts ?? null,
  approximate_amounts: ({ total }) => total?.approximate ?? null,
  flags: ({ finding }) => finding.flags.map(({ flag }) => flag).join("; "),
  flag_roles: ({ finding }) => finding.flags.map(({ role }) => role).join("; "),
  flag_titles: ({ answer, finding }) =>
    finding.flags.map(({ flag }) => answer.projection.flags.get(flag)?.flag.title ?? flag).join("; "),
  flag_states: ({ finding }) => finding.flags.map(({ state }) => state).join("; "),
  flag_outcomes: ({ answer, finding }) =>
    finding.flags.map(({ flag }) => flagOutcome(answer, flag)).join("; "),
  responses: ({ answer, finding, details }) =>
    responsesText(answer, [
      ...finding.flags.map(({ flag }) => flag),
      ...details.decisions().map(({ decision }) => decision),
    ]),
  explanation: ({ explanation }) => explanation.text,
  source_addresses: ({ answer, explanation }) =>
    explanation.citations
      .map(({ source }, at) => `[${at + 1}] ${answer.projection.sources.get(source)?.url ?? source}`)
      .join(" | "),
  quotes: ({ explanation }) =>
    explanation.citations
      .flatMap(({ quote }, at) => (quote === null ? [] : [`[${at + 1}] "${quote}"`]))
      .join(" | "),
  licences: ({ answer, claims }) =>
    licencesOf(
      answer,
      [...claims.values()].map(({ dossier }) => dossier),
    ),
};

function moneyColumns(): CsvColumns<FindingRow> {
  const columns: Record<string, (row: FindingRow) => CellValue> = {};
  for (const [name, key] of Object.entries(MONEY)) {
    columns[`${name}_min`] = ({ total }) => total?.[key].min ?? null;
    columns[`${name}_max`] = ({ total }) => (total === undefined ? null : (total[key].max ?? ".."));
  }
  return columns;
}

/** The findings of an answer as lines of CSV, in their order. */
export async function* findingLines(answer: Exported): AsyncGenerator<string> {
  yield headerLine(FINDING_COLUMNS);
  const rows = universityRows(answer);
  for (const each of answer.universities) {
    const { university } = each;
    for (const finding of each.findings) {
      const details = each.details(finding);
      const explanation = await details.explanation(answer.loadClaims);
      const [proof = finding.path] = await details.paths(1, answer.loadClaims);
      const claims = await claimsById(answer, claimIds(finding, proof));
      const group = await details.targetGroup();
      const restsOn = await details.restsOn();
      const countedIn = othersCounting(rows, finding);
      const totals = finding.totals.length === 0 ? [undefined] : finding.totals;
      for (const total of totals) {
        const found = { university, countedIn, finding, details, group, restsOn, explanation, proof, claims };
        yield rowLine(FINDING_COLUMNS, { answer, ...found, total });
      }
    }
  }
}

function claimIds(finding: Finding, proof: Path): readonly string[] {
  const transactions = finding.counterparties.flatMap((each) => each.transactions);
  return [...proof.steps, ...transactions].map(({ relation }) => relation);
}

function othersCounting(
  rows: UniversityRows<TransactionTiming>,
  { university, counterparties }: Finding,
): readonly string[] {
  const transactions = counterparties.flatMap((each) => each.transactions);
  const all = new Set(transactions.flatMap(({ relation }) => rows.countedFor(relation)));
  all.delete(university);
  return [...all].sort();
}

/** `MIT <-FUNDED- Huawei`: the path as its claims point. */
function pathText(answer: Exported, path: Path, claims: ReadonlyMap<string, Claim>): string {
  const first = path.steps[0];
  if (first === undefined) return "";
  const steps = path.steps.map(({ to, relation, forward }) => {
    const claim = claims.get(relation);
    const verb = claim?.record === "relation" ? RELATION_KINDS[claim.kind].verb : "";
    return `${forward ? `-${verb}->` : `<-${verb}-`} ${entityName(answer, to)}`;
  });
  return [entityName(answer, first.from), ...steps].join(" ");
}
