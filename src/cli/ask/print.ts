import type { ClaimStatus } from "../../domain/claim.js";
import { parseDay } from "../../domain/day.js";
import { printShare } from "../../domain/share.js";
import { onDate, untilDate } from "../../explain/date-words.js";
import { moneyWords } from "../../explain/number-words.js";
import { scopeText } from "../../explain/scope-text.js";
import { highestGradeFirst, originalPublisher, sourceText } from "../../explain/source-text.js";
import { print } from "../output.js";
import { type Column, grouped, tableLines } from "../table.js";
import { amountText, counted, currencyText, lowerWords, wrapped } from "../words.js";
import type {
  CitedFragment,
  ClaimedFragment,
  DealingFragment,
  FindingLineFragment,
  FindingToldFragment,
  HeldFragment,
  ScopeFragment,
  TotalFragment,
} from "./questions.generated.js";

/** What several answers have in common, as lines. */

/** Rows as a table. */
export function printTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
  tableLines(columns, rows).forEach(print);
}

/** What was searched in one short line, so that an empty answer reads as "nothing within this scope". */
export function printScope(scope: ScopeFragment, { saysChecked = true } = {}): void {
  const checked = saysChecked && scope.checked;
  const told = {
    validAt: parseDay(scope.validAt),
    knownAt: parseDay(scope.knownAt),
    statuses: scope.statuses.map((status) => status.toLowerCase() as ClaimStatus),
    dossiers: scope.dossiers.length,
    checked: checked ? { earliest: parseDay(checked.earliest), latest: parseDay(checked.latest) } : null,
  };
  print(wrapped(scopeText(told)));
  for (const warning of scope.warnings) print(wrapped(`Warning: ${warning}`));
  for (const { at, reason, skippedRelations } of scope.truncated) {
    const left =
      skippedRelations === null ? "" : `, ${counted(skippedRelations, "claim", "claims")} not followed`;
    print(`Stopped short${at === null ? "" : ` at ${at.id}`}: ${lowerWords(reason)}${left}.`);
  }
}

/** What of a claim's sources is cited: the highest grade; null where it has none. */
function bestCited(citations: readonly CitedFragment[]): CitedFragment | null {
  return highestGradeFirst(citations, ({ source }) => source)[0] ?? null;
}

/** The same and, unless that is only a copy, the one that its words are from. */
function citedOf(citations: readonly CitedFragment[]): readonly CitedFragment[] {
  const best = bestCited(citations);
  if (best === null) return [];
  const quoted = citations.find(({ quote, isLater }) => quote !== null && !isLater);
  return quoted && quoted !== best && quoted.source.copyOf === null ? [best, quoted] : [best];
}

/** A claim's words, and where they stand; each empty where there is none. */
export function wordsOf({ citations }: Pick<ClaimedFragment, "citations">): { quote: string; where: string } {
  const best = bestCited(citations);
  if (best === null) return { quote: "", where: "" };
  const { source, isLater, quote } = best;
  const where = [
    sourceText(source),
    ...(isLater && source.published !== null ? [`published only later, ${onDate(source.published)}`] : []),
    ...(source.url === null ? [] : [source.url]),
  ];
  return { quote: quote === null ? "" : `"${quote}"`, where: where.join(", ") };
}

/** Claims, each as a sentence with its words and where they stand, indented. */
export function printClaims(claims: readonly ClaimedFragment[]): void {
  for (const claim of claims) {
    const { quote, where } = wordsOf(claim);
    const words = [claim.text, quote, where && `(${where})`];
    print(`   ${wrapped(words.filter((part) => part).join(" "), "   ")}`);
  }
}

/**
 * What the numbers of a paragraph cite: publisher, title, date and grade, then the address; numbers that follow one another
 * and cite one source in one entry. `quotes`: each number with the words relied on and where they stand.
 */
export function printSources(
  citations: readonly CitedFragment[],
  { quotes = false, indent = "" }: { readonly quotes?: boolean; readonly indent?: string } = {},
): void {
  const entries: { readonly first: number; readonly cited: CitedFragment[] }[] = [];
  for (const [at, citation] of citations.entries()) {
    const before = entries.at(-1);
    if (before?.cited[0]?.source.id === citation.source.id) before.cited.push(citation);
    else entries.push({ first: at + 1, cited: [citation] });
  }
  for (const { first, cited } of entries) {
    const [{ source } = { source: null }] = cited;
    if (source === null) continue;
    const number = cited.length === 1 ? `[${first}] ` : `[${first}–${first + cited.length - 1}] `;
    const inner = indent + " ".repeat(number.length);
    print(`${indent}${number}${wrapped(sourceText(source), inner)}`);
    for (const { quote, locator } of quotes ? cited : [])
      if (quote !== null)
        print(`${inner}${wrapped(`"${quote}"${locator === null ? "" : ` (${locator})`}`, inner)}`);
    if (source.url) print(`${inner}${source.url}`);
  }
}

/** The columns in which money stands by its timing, with the words for each. */
const TIMING_COLUMNS = [
  ["concurrent", "concurrent"],
  ["possiblyConcurrent", "possibly"],
  ["after", "after"],
  ["before", "before"],
  ["undated", "undated"],
  ["withoutFlag", "no listing or probe on record"],
  ["committed", "promised, payment not shown"],
  ["afterDecision", "after own decision"],
] as const satisfies readonly (readonly [keyof TotalFragment, string])[];

/** Columns of money by timing. */
export function moneyColumns<Row>(totalOf: (row: Row) => TotalFragment | undefined): Column<Row>[] {
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

/** Totals by currency, each gift in one column of timing. */
export function printTotals(totals: readonly TotalFragment[]): void {
  const count = (title: string, of: (total: TotalFragment) => number): Column<TotalFragment> => ({
    title,
    cell: (total) => (of(total) === 0 ? "" : grouped(of(total))),
    right: true,
    optional: true,
  });
  printTable(totals, [
    { title: "currency", cell: currencyText },
    ...moneyColumns<TotalFragment>((total) => total),
    count("fundings", ({ transactions }) => transactions),
    count("not known", ({ unknownAmounts }) => unknownAmounts),
    count("about", ({ approximate }) => approximate),
  ]);
}

/** A finding's timing; one that only an unstated end makes possible says so. */
export function timingWords({
  timing,
  restsOnUnstatedEnd,
}: Pick<FindingLineFragment, "timing" | "restsOnUnstatedEnd">): string {
  if (timing === "NO_FLAG") return "no listing or probe on record";
  return lowerWords(timing) + (restsOnUnstatedEnd ? " (end not stated)" : "");
}

/** A finding, with its paragraph where that was asked for. */
export type Told = FindingLineFragment & Partial<Pick<FindingToldFragment, "explanation" | "citations">>;

/** What a finding says of itself: its channel, its timing and who controls whom in a line, then its paragraph with its sources. */
export function printFinding({
  channel,
  target,
  control,
  explanation = "",
  citations = [],
  ...finding
}: Told): void {
  const words = [channel.toLowerCase(), timingWords(finding), `control: ${lowerWords(control)}`];
  print(`   ${target.name} (${words.join(", ")})`);
  print(`   ${wrapped(explanation, "   ")}`);
  printSources(citations, { quotes: true, indent: "   " });
}

/** A share in per cent, as dossiers write it: `51`, `[0,49]`; in words where nothing is known or held. */
export function shareCell(share: HeldFragment | null): string {
  if (share === null) return "";
  return share.isKnown ? printShare(share) : "not known";
}

/** Dealings as a table, each once: when, who paid whom how much, how firmly it is known, how it stands in time, whose word. */
export function printDealings(dealings: readonly DealingFragment[]): void {
  printTable(dealings, [
    { title: "date", cell: ({ relation }) => dateCell(relation) },
    { title: "payer", cell: ({ relation }) => relation.from.shortName, atMost: 28 },
    { title: "recipient", cell: ({ relation }) => relation.to.shortName, atMost: 28 },
    { title: "amount", cell: ({ relation }) => amountCell(relation), right: true, atMost: 36 },
    { title: "status", cell: ({ relation }) => statusCell(relation) },
    { title: "timing", cell: timingCell },
    { title: "source", cell: ({ relation }) => sourceCell(relation), atMost: 48 },
  ]);
}

type Relation = DealingFragment["relation"];

/** `2017-12-20`, `2016`; anything less certain in words: `by 4 April 2019`, `2016 until 11 October 2019`. */
function dateCell({ start, end }: Relation): string {
  const from = start === null ? null : /[/]/.test(start) ? onDate(start) : start;
  const first = start?.replace(/^\.\.\//, "");
  if (end === null || first === end.replace(/\/\.\.$/, "")) return from ?? "not known";
  return [from, untilDate(end)].filter((part) => part !== null).join(" ");
}

function amountCell(relation: Relation): string {
  if (!("amount" in relation)) return relation.kind === "COLLABORATION" ? "joint work" : "program";
  const { amount, amountQualifier, amountPer } = relation;
  return moneyWords(amount, {
    amountQualifier: amountQualifier === null ? null : AMOUNT_QUALIFIERS[amountQualifier],
    amountPer: amountPer === null ? null : "year",
    inFull: true,
  });
}

const AMOUNT_QUALIFIERS = { ABOUT: "about", AT_LEAST: "at_least", UP_TO: "up_to" } as const;

function statusCell(relation: Relation): string {
  const promised = "payment" in relation && relation.payment === "COMMITTED" ? ", promised" : "";
  return `${relation.status.toLowerCase()}${promised}`;
}

/** `400 days before`, `at least 116 days before` of a period or an uncertain day, `concurrent`, `no flag`. */
function timingCell({ relation: { start, end }, timing, days, restsOnUnstatedEnd }: DealingFragment): string {
  const least = end === null && /^\d{4}-\d{2}-\d{2}$/.test(start ?? "") ? "" : "at least ";
  const count = days === null ? "" : `${least}${grouped(days)} ${days === 1 ? "day" : "days"} `;
  return `${count}${lowerWords(timing)}${restsOnUnstatedEnd ? " (end not stated)" : ""}`;
}

function sourceCell({ citations }: Relation): string {
  const told = citedOf(citations).map(({ source }) => {
    const grade = source.grade === null ? "" : ` (${source.grade})`;
    return `${originalPublisher(source)}${grade}`;
  });
  return [...new Set(told)].join("; ");
}
