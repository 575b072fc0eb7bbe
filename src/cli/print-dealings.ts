import type { ClaimId } from "../domain/claim.js";
import type { Claim } from "../domain/record.js";
import type { Relation } from "../domain/relation.js";
import { onDate, untilDate } from "../explain/date-words.js";
import type { Names } from "../explain/names.js";
import { moneyWords } from "../explain/number-words.js";
import { originalPublisher } from "../explain/source-text.js";
import type { TransactionTiming } from "../exposure/finding.js";
import type { Projection } from "../graph/projection.js";
import { citedSources } from "./cited-words.js";
import { print } from "./output.js";
import { type Column, grouped, tableLines } from "./table.js";
import { lowerWords } from "./words.js";

interface Row {
  readonly relation: Relation;
  readonly timing: TransactionTiming;
}

/** Dealings as a table, each once: when, who paid whom how much, how firmly it is known, how it stands in time, whose word. */
export function printDealings(
  projection: Projection,
  timings: readonly TransactionTiming[],
  {
    claims,
    names,
    knownAt,
  }: {
    readonly claims: ReadonlyMap<ClaimId, Claim>;
    readonly names: Names;
    readonly knownAt: number;
  },
): void {
  const rows = timings.flatMap((timing): Row[] => {
    const relation = claims.get(timing.relation);
    return relation?.record === "relation" ? [{ relation, timing }] : [];
  });
  const called = (id: string) => names.short(id) ?? names.entity(id) ?? id;
  const columns: Column<Row>[] = [
    { title: "date", cell: ({ relation }) => dateCell(relation) },
    { title: "payer", cell: ({ relation }) => called(relation.from), atMost: 28 },
    { title: "recipient", cell: ({ relation }) => called(relation.to), atMost: 28 },
    { title: "amount", cell: ({ relation }) => amountCell(relation), right: true, atMost: 36 },
    { title: "status", cell: ({ relation }) => statusCell(relation) },
    { title: "timing", cell: timingCell },
    { title: "source", cell: ({ relation }) => sourceCell(projection, relation, knownAt), atMost: 48 },
  ];
  tableLines(columns, rows).forEach(print);
}

/** `2017-12-20`, `2016`; anything less certain in words: `by 4 April 2019`, `2016 until 11 October 2019`. */
function dateCell({ start, end }: Relation): string {
  const from = start === null ? null : /[/]/.test(start) ? onDate(start) : start;
  const first = start?.replace(/^\.\.\//, "");
  if (end === null || first === end.replace(/\/\.\.$/, "")) return from ?? "not known";
  return [from, untilDate(end)].filter((part) => part !== null).join(" ");
}

function amountCell({ kind, amount, amountQualifier, amountPer }: Relation): string {
  if (kind === "Funding") return moneyWords(amount, { amountQualifier, amountPer, inFull: true });
  return kind === "Collaboration" ? "joint work" : "program";
}

function statusCell({ status, payment }: Relation): string {
  return payment === "committed" ? `${status}, promised` : status;
}

/** `400 days before`, `at least 116 days before` of a period or an uncertain day, `concurrent`, `no flag`. */
function timingCell({ relation, timing: { timing, days, lastStated } }: Row): string {
  const unstated = lastStated === undefined ? "" : " (end not stated)";
  const { startEarliest, startLatest } = relation.clock;
  const least = relation.end === null && startEarliest === startLatest ? "" : "at least ";
  const count = days === null ? "" : `${least}${grouped(days)} ${days === 1 ? "day" : "days"} `;
  return `${count}${lowerWords(timing)}${unstated}`;
}

function sourceCell(projection: Projection, relation: Relation, knownAt: number): string {
  const told = citedSources(projection, relation, knownAt).map((source) => {
    const grade = source.grade === null ? "" : ` (${source.grade})`;
    return `${originalPublisher(source)}${grade}`;
  });
  return [...new Set(told)].join("; ");
}
