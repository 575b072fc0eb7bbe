import type { ExposureTotal, Finding } from "../exposure/finding.js";
import type { Projection } from "../projection/projection.js";
import type { Explanation } from "../questions/report/exposure-report.js";
import { print } from "./output.js";
import { type Column, grouped, tableLines } from "./table.js";
import { amountText, currencyText, lowerWords, nameOf, TIMING_COLUMNS, wrapped } from "./words.js";

/** Totals by currency, each gift in one column of timing. */
export function printTotals(totals: readonly ExposureTotal[]): void {
  const columns: Column<ExposureTotal>[] = [
    { title: "currency", cell: currencyText },
    ...moneyColumns<ExposureTotal>((total) => total),
    { title: "transactions", cell: ({ transactions }) => grouped(transactions), right: true },
    {
      title: "without amount",
      cell: ({ unknownAmounts }) => String(unknownAmounts || ""),
      right: true,
      optional: true,
    },
  ];
  tableLines(columns, totals).forEach(print);
}

/** Columns of money by timing. */
export function moneyColumns<Row>(totalOf: (row: Row) => ExposureTotal | undefined): Column<Row>[] {
  return TIMING_COLUMNS.map(([key, title]) => ({
    title,
    cell: (row) => {
      const total = totalOf(row);
      return total === undefined ? "" : amountText(total[key]);
    },
    right: true,
    optional: true,
  }));
}

/** A row of the table of findings: one for each currency, the finding itself told in the first. */
interface FindingRow {
  readonly number: number;
  readonly finding: Finding;
  readonly total: ExposureTotal | undefined;
  readonly first: boolean;
}

/** Findings as a table, numbered as their explanations are. */
export function printFindings(projection: Projection, findings: readonly Finding[], from = 1): void {
  const rows = findings.flatMap((finding, at): FindingRow[] => {
    const totals = finding.totals.length === 0 ? [undefined] : finding.totals;
    return totals.map((total, index) => ({ number: from + at, finding, total, first: index === 0 }));
  });
  const once = (cell: (row: FindingRow) => string) => (row: FindingRow) => (row.first ? cell(row) : "");
  const columns: Column<FindingRow>[] = [
    { title: "no", cell: once(({ number }) => String(number)), right: true },
    { title: "channel", cell: once(({ finding }) => finding.channel.toLowerCase()) },
    { title: "target", cell: once(({ finding }) => nameOf(projection, finding.target)), atMost: 44 },
    { title: "timing", cell: once(({ finding }) => timingWords(finding)) },
    { title: "control", cell: once(({ finding }) => lowerWords(finding.control)) },
    { title: "transactions", cell: once(({ finding }) => String(finding.transactionCount)), right: true },
    { title: "currency", cell: ({ total }) => (total === undefined ? "" : currencyText(total)) },
    ...moneyColumns<FindingRow>(({ total }) => total),
  ];
  tableLines(columns, rows).forEach(print);
}

/** A finding's timing; one that only an unstated end makes possible says so. */
export function timingWords({ timing, restsOnUnstatedEnd }: Finding): string {
  if (timing === "NO_FLAG") return "no listing or probe on record";
  return lowerWords(timing) + (restsOnUnstatedEnd ? " (end not stated)" : "");
}

/** The paragraph of a finding with its numbered sources. */
export function printExplanation({ sources }: Projection, number: number, explanation: Explanation): void {
  print(`${number}. ${wrapped(explanation.text, "   ")}`);
  for (const [at, { source, quote, locator }] of explanation.citations.entries()) {
    const found = sources.get(source);
    const words = quote === null ? "" : ` "${quote}"`;
    const place = locator === null ? "" : ` (${locator})`;
    const where =
      found === undefined
        ? source
        : `${found.publisher}, ${found.title}${found.url === null ? "" : `, ${found.url}`}`;
    print(`   [${at + 1}] ${wrapped(`${where}${words}${place}`, "       ")}`);
  }
}
