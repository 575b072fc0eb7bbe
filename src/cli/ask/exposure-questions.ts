import { parseCountry } from "../../domain/countries.js";
import { badInput } from "../../domain/errors.js";
import { NO_CURRENCY, parseCurrency } from "../../domain/money.js";
import { parseShare } from "../../domain/share.js";
import { MATRIX_AXES } from "../../exposure/comparisons/matrix-entries.js";
import { MATRIX_MEASURES } from "../../exposure/comparisons/matrix-measure.js";
import { REGIMES } from "../../ownership/rules/regimes.js";
import { day, manyValues, oneOf, oneValue, repeated, wholeNumber } from "../options.js";
import { print } from "../output.js";
import type { Column } from "../table.js";
import { amountText, counted, currencyText, lowerWords, wrapped } from "../words.js";
import {
  moneyColumns,
  printDealings,
  printFinding,
  printScope,
  printSources,
  printTable,
  printTotals,
  type Told,
  timingWords,
} from "./print.js";
import { answered, type Question } from "./question.js";
import {
  type AskChangesQuery,
  type AskExposedQuery,
  type AskExposureQuery,
  type AskMatrixQuery,
  type AskReviewQuery,
  type AskSharedQuery,
  type AskWhatIfQuery,
  type AskWhyNotQuery,
  askChangesQuestion,
  askExposedQuestion,
  askExposureQuestion,
  askMatrixQuestion,
  askReviewQuestion,
  askSharedQuestion,
  askWhatIfQuestion,
  askWhyNotQuestion,
  type DifferenceToldFragment,
  type LabelFragment,
  type TotalFragment,
} from "./questions.generated.js";

const UNIVERSITY = "its id, e.g. university:mit";
const TARGETS = manyValues(["--targets <ids>", "targets"], "only these targets");

export const exposure: Question<AskExposureQuery> = {
  usage: "exposure <university>",
  summary: "what a university is exposed to",
  description:
    "What a university is exposed to: through which channel, to whom, how much, when, on whose word.",
  examples: ["exposure-graph ask exposure university:mit --valid-at 2019-04-04"],
  arguments: { university: UNIVERSITY },
  options: [manyValues(["--targets <ids>", "targets"], "only these targets (default: every flagged party)")],
  narrowed: true,
  verbose: true,
  document: askExposureQuestion,
  list: ["exposure", "groups"],
  print: ([answer], { verbose }) => {
    const report = answered(answer?.exposure ?? null);
    print(wrapped(report.headline));
    print(`\n${wrapped(report.summary)}`);
    for (const { group, explanation, citations, transactions, findings, repeats } of report.groups.nodes) {
      print(`\n${group.name}\n`);
      print(`${wrapped(explanation)}\n`);
      printDealings(transactions);
      if (transactions.length > 0) print("");
      printSources(citations, { quotes: verbose === true });
      for (const finding of verbose === true ? [...findings, ...repeats] : []) {
        print("");
        printFinding(finding);
      }
    }
    print("");
    // The summary says when the collection was last checked.
    printScope(report.scope, { saysChecked: false });
  },
};

type Exposed = NonNullable<AskExposedQuery["exposedUniversities"]>["nodes"][number];

/** A university has a row for each currency. */
interface ExposedRow {
  readonly exposed: Exposed;
  readonly total: TotalFragment | undefined;
  readonly first: boolean;
}

const once = (cell: (exposed: Exposed) => string) => (row: ExposedRow) =>
  row.first ? cell(row.exposed) : "";

const EXPOSED_COLUMNS: readonly Column<ExposedRow>[] = [
  { title: "university", cell: once(({ university }) => university.name), atMost: 40 },
  {
    title: "channels",
    cell: once(({ findings }) => findings.map(({ channel }) => channel.toLowerCase()).join(", ")),
  },
  {
    title: "strongest timing",
    cell: once(({ findings: [finding] }) => (finding ? timingWords(finding) : "")),
  },
  {
    title: "counted in another row too",
    cell: once(({ countedIn }) => countedIn.map(({ name }) => name).join(", ")),
    atMost: 44,
    optional: true,
  },
  { title: "currency", cell: ({ total }) => (total === undefined ? "" : currencyText(total)) },
  ...moneyColumns<ExposedRow>(({ total }) => total),
];

export const exposed: Question<AskExposedQuery> = {
  usage: "exposed <target>",
  summary: "which universities are exposed to a target",
  description: "Which universities are exposed to a target, the most exposed first.",
  examples: ["exposure-graph ask exposed company:huawei-technologies"],
  arguments: { to: "its id, e.g. company:huawei-technologies" },
  narrowed: true,
  verbose: true,
  document: askExposedQuestion,
  list: ["exposedUniversities"],
  print: ([answer], { to, verbose }) => {
    const { nodes, totals, scope } = answered(answer?.exposedUniversities ?? null);
    print(
      `Exposed to ${answer?.target?.name} (${to}): ${counted(nodes.length, "university", "universities")}`,
    );
    print(
      "A system repeats the money of its campuses: rows that are counted in another are not to be added.\n",
    );
    const rows = nodes.flatMap((each): ExposedRow[] => {
      const own = each.totals.length === 0 ? [undefined] : each.totals;
      return own.map((total, at) => ({ exposed: each, total, first: at === 0 }));
    });
    printTable(rows, EXPOSED_COLUMNS);
    print("\nAll of them, each gift once:");
    printTotals(totals);
    for (const { university, findings } of verbose === true ? nodes : []) {
      print(`\n${university.name}`);
      findings.forEach((finding: Told) => {
        printFinding(finding);
      });
    }
    print("");
    printScope(scope);
  },
};

export const whyNot: Question<AskWhyNotQuery> = {
  usage: "why-not <university> <target>",
  summary: "why a university has no finding on a target",
  description: "Why a university has no finding on a target: which channel came nearest and what is missing.",
  examples: ["exposure-graph ask why-not university:mit company:zte"],
  arguments: { university: UNIVERSITY, target: "an entity's id, e.g. company:zte" },
  narrowed: true,
  document: askWhyNotQuestion,
  print: ([answer]) => print(wrapped(answered(answer?.whyNot ?? null).explanation)),
};

function printDifference({ before, after, added, removed, changed }: DifferenceToldFragment): void {
  print(wrapped(after.summary));
  const count = counted(before.findings.totalCount, "finding", "findings");
  print(`\n${count} before, ${after.findings.totalCount} after.`);
  const differences = [...added, ...removed, ...changed];
  for (const { text, because } of differences) {
    print(`\n${wrapped(text, "  ")}`);
    for (const claim of because) print(`  ${wrapped(`because of ${claim.id}: ${claim.text}`, "    ")}`);
  }
  if (differences.length === 0) print("\nNothing differs.");
  print("");
  printScope(after.scope);
}

export const whatIf: Question<AskWhatIfQuery> = {
  usage: "what-if <university>",
  summary: "what a university would be exposed to if something were otherwise",
  description:
    "What a university would be exposed to if something were otherwise, against the answer as it is. Nothing is written.",
  examples: ["exposure-graph ask what-if university:mit --reject claim:mit-2019/mit-ownership-megvii"],
  arguments: { university: UNIVERSITY },
  options: [
    manyValues(["--reject <claims>", "scenario.rejectClaims"], "claims that do not exist"),
    manyValues(["--reject-sources <sources>", "scenario.rejectSources"], "sources that are not believed"),
    repeated(
      ["--share <claim=percent>", "scenario.shares"],
      "another share in an Ownership, e.g. claim:x/y=60 or claim:x/y=[25,50]; may be repeated",
      shareOf,
    ),
    manyValues(["--list <ids>", "scenario.list"], "entities that are listed from --valid-at on"),
    manyValues(["--delist <ids>", "scenario.delist"], "entities of which no listing counts, or listings"),
    repeated(
      ["--same <ids>", "scenario.same"],
      "entities that are one party, separated by commas; may be repeated",
      (text) => text.split(",").map((id) => id.trim()),
    ),
    repeated(
      ["--threshold <rule>", "scenario.thresholds"],
      "another threshold of a rule, e.g. OFAC_50>=25 or UK_50>25; may be repeated",
      thresholdOf,
    ),
    TARGETS,
  ],
  narrowed: true,
  more: (given) => ({ scenario: {}, ...given }),
  document: askWhatIfQuestion,
  print: ([answer]) => printDifference(answered(answer?.whatIf ?? null)),
};

function shareOf(text: string) {
  const equals = text.lastIndexOf("=");
  if (equals > 0) return { claim: text.slice(0, equals), ...parseShare(text.slice(equals + 1)) };
  throw badInput("is not a share", {
    value: text,
    remedy: "write it as claim:x/y=60 or claim:x/y=[25,50]",
  });
}

function thresholdOf(text: string) {
  const [, name = "", sign = "", percent = ""] = /^(\w+)(>=?)(\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  const regime = REGIMES.find((each) => each === name.toUpperCase());
  if (regime) return { regime, threshold: Number(percent) / 100, inclusive: sign === ">=" };
  throw badInput("is not a threshold", {
    value: text,
    remedy: `write one of ${REGIMES.join(", ")} with >= or >, e.g. OFAC_50>=25`,
  });
}

export const changes: Question<AskChangesQuery> = {
  usage: "changes <university>",
  summary: "what changed for a university between two moments",
  description: "What changed for a university between two moments, each change with its claims.",
  examples: [
    "exposure-graph ask changes university:mit --since-known-at 2018-12-31 --since-valid-at 2018-12-31",
  ],
  arguments: { university: UNIVERSITY },
  options: [
    oneValue(
      ["--since-known-at <day>", "sinceKnownAt"],
      "the earlier day of knowledge",
      day,
    ).makeOptionMandatory(),
    oneValue(
      ["--since-valid-at <day>", "sinceValidAt"],
      "the earlier day asked about (default: the later one)",
      day,
    ),
    TARGETS,
  ],
  narrowed: true,
  document: askChangesQuestion,
  print: ([answer]) => printDifference(answered(answer?.changes ?? null)),
};

export const review: Question<AskReviewQuery> = {
  usage: "review <university> <counterparty>",
  summary: "a counterparty, as a university's own review policies ask",
  description:
    "What a university's own review policies ask about a counterparty, and what is on record. It advises nothing.",
  examples: ["exposure-graph ask review university:mit company:saudi-aramco"],
  arguments: { university: UNIVERSITY, counterparty: "an entity's id, e.g. company:saudi-aramco" },
  document: askReviewQuestion,
  print: ([answer]) => {
    const { summary, criteria, scope } = answered(answer?.elevatedRiskReview ?? null);
    print(wrapped(summary));
    for (const { criterion, explanation } of criteria)
      print(`\n${lowerWords(criterion)}\n  ${wrapped(explanation, "  ")}`);
    print("");
    printScope(scope);
  },
};

type SharedTarget = NonNullable<AskSharedQuery["sharedExposures"]>["shared"][number];

/** A finding on a shared target. */
interface SharedRow {
  readonly shared: SharedTarget;
  readonly finding: SharedTarget["findings"][number];
  readonly first: boolean;
}

const SHARED_COLUMNS: readonly Column<SharedRow>[] = [
  { title: "target", cell: ({ shared, first }) => (first ? shared.target.name : ""), atMost: 40 },
  { title: "university", cell: ({ finding }) => finding.university.name, atMost: 40 },
  {
    title: "counted for another too",
    cell: ({ shared, finding }) =>
      shared.entries
        .filter(({ university }) => university.id === finding.university.id)
        .flatMap(({ countedIn }) => countedIn.map(({ name }) => name))
        .join(", "),
    atMost: 44,
    optional: true,
  },
  { title: "channel", cell: ({ finding }) => finding.channel.toLowerCase() },
  { title: "timing", cell: ({ finding }) => timingWords(finding) },
];

export const shared: Question<AskSharedQuery> = {
  usage: "shared <universities...>",
  summary: "the targets that several universities share",
  description: "The targets on which at least two of some universities have findings.",
  examples: ["exposure-graph ask shared university:mit university:caltech"],
  arguments: { universities: "their ids" },
  options: [TARGETS],
  narrowed: true,
  document: askSharedQuestion,
  print: ([answer]) => {
    const { shared: targets, scope } = answered(answer?.sharedExposures ?? null);
    if (targets.length === 0) print("No target is shared by two of them.");
    const rows = targets.flatMap((target) =>
      target.findings.map((finding, at) => ({ shared: target, finding, first: at === 0 })),
    );
    printTable(rows, SHARED_COLUMNS);
    print("");
    printScope(scope);
  },
};

export const matrix: Question<AskMatrixQuery> = {
  usage: "matrix",
  summary: "findings of many universities in rows and columns",
  description: `Findings laid out in rows and columns. Axes: ${MATRIX_AXES.join(", ").toLowerCase()}.`,
  examples: [
    "exposure-graph ask matrix --rows university --columns year --targets company:huawei-technologies",
  ],
  options: [
    oneValue(["--rows <axis>", "rows"], "what makes a row", oneOf(MATRIX_AXES)).default("UNIVERSITY"),
    oneValue(["--columns <axis>", "columns"], "what makes a column", oneOf(MATRIX_AXES)).default("YEAR"),
    oneValue(
      ["--measure <measure>", "measure"],
      `what the cells hold: ${MATRIX_MEASURES.join(", ").toLowerCase()}`,
      oneOf(MATRIX_MEASURES),
    ).default("GROSS"),
    oneValue(["--currency <code>", "currency"], "the currency of sums (default: USD)", parseCurrency),
    oneValue(["--limit <number>", "limit"], "rows and columns at most (default: 50)", wholeNumber),
    manyValues(["--universities <ids>", "universities"], "only these universities"),
    TARGETS,
    manyValues(["--countries <codes>", "countries"], "only payers of these countries", parseCountry),
    oneValue(["--from <day>", "from"], "may have begun on this day or later", day),
    oneValue(["--to <day>", "to"], "may have begun by this day", day),
  ],
  narrowed: true,
  document: askMatrixQuestion,
  print: ([answer]) => printMatrix(answered(answer?.exposureMatrix ?? null)),
};

function printMatrix({
  scope,
  rows,
  columns,
  cells,
  currency,
}: NonNullable<AskMatrixQuery["exposureMatrix"]>): void {
  if (cells.length === 0) print("Nothing to lay out.");
  const isUnnamed = currency === NO_CURRENCY;
  const unit = isUnnamed ? "currencies that no source names" : currency;
  if (unit !== null) print(`Sums in ${unit}; in each cell a transaction counts once.`);
  if (cells.length > 0)
    print(
      "The last row counts everything in its column once, also what other rows repeat or are too many for.\n",
    );
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const table: readonly Column<number>[] = [
    { title: "", cell: (row) => rows[row]?.label ?? "all, each once", atMost: 40 },
    ...columns.map(({ label, total }, column) => ({
      title: label,
      cell: (row: number) => {
        const measured = row === rows.length ? total : at.get(`${row} ${column}`);
        return measured ? measuredText(measured, isUnnamed) : "";
      },
      right: true as const,
      atMost: 24,
    })),
    {
      title: "counted in another row too",
      cell: (row) => rows[row]?.countedIn?.map(({ name }) => name).join(", ") ?? "",
      atMost: 44,
      optional: true,
    },
  ];
  if (cells.length > 0)
    printTable(
      [...rows, null].map((_, row) => row),
      table,
    );
  print("");
  printScope(scope);
}

/** A sum, and beside it what was promised and is not shown to have been paid. */
function measuredText(
  measured: Pick<NonNullable<LabelFragment["total"]>, "min" | "max" | "committed">,
  isUnnamed: boolean,
): string {
  const promised = measured.committed === null ? "" : amountText(measured.committed);
  const paid = amountText(measured);
  if (promised !== "") return `${paid === "" ? "" : `${paid} and `}${promised} promised`;
  return paid || (isUnnamed ? "unknown amount" : "0");
}
