import type { ExposureTotal, Finding } from "../exposure/finding.js";
import type { Projection } from "../graph/projection.js";
import type { FindingDetails, LoadClaims } from "../questions/report/exposure-report.js";
import { print } from "./output.js";
import { printSources } from "./print-sources.js";
import { type Column, grouped, tableLines } from "./table.js";
import { amountText, currencyText, lowerWords, nameOf, TIMING_COLUMNS, wrapped } from "./words.js";

/** Totals by currency, each gift in one column of timing. */
export function printTotals(totals: readonly ExposureTotal[]): void {
  const count = (title: string, of: (total: ExposureTotal) => number): Column<ExposureTotal> => ({
    title,
    cell: (total) => (of(total) === 0 ? "" : grouped(of(total))),
    right: true,
    optional: true,
  });
  const columns: Column<ExposureTotal>[] = [
    { title: "currency", cell: currencyText },
    ...moneyColumns<ExposureTotal>((total) => total),
    count("fundings", ({ transactions }) => transactions),
    count("not known", ({ unknownAmounts }) => unknownAmounts),
    count("about", ({ approximate }) => approximate),
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

/** A finding's timing; one that only an unstated end makes possible says so. */
export function timingWords({ timing, restsOnUnstatedEnd }: Finding): string {
  if (timing === "NO_FLAG") return "no listing or probe on record";
  return lowerWords(timing) + (restsOnUnstatedEnd ? " (end not stated)" : "");
}

/** What a finding says of itself: its channel, its timing and who controls whom in a line, then its paragraph with its sources. */
export async function printFinding(
  projection: Projection,
  finding: Finding,
  details: FindingDetails,
  loadClaims: LoadClaims,
): Promise<void> {
  const { channel, target, control } = finding;
  const words = [channel.toLowerCase(), timingWords(finding), `control: ${lowerWords(control)}`];
  print(`   ${nameOf(projection, target)} (${words.join(", ")})`);
  const { text, citations } = await details.explanation(loadClaims);
  print(`   ${wrapped(text, "   ")}`);
  printSources(projection, citations, { quotes: true, indent: "   " });
}
