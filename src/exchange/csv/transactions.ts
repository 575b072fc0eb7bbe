import type { Claim } from "../../domain/record.js";
import type { Relation } from "../../domain/relation.js";
import type { Source } from "../../domain/source.js";
import { UniversityRows } from "../../exposure/comparisons/university-rows.js";
import type { Finding, FlagTiming, TransactionTiming } from "../../exposure/finding.js";
import { distinctTransactions } from "../../exposure/transactions/totals.js";
import {
  claimsById,
  type Exported,
  entityName,
  flagOutcome,
  licencesOf,
  responsesText,
} from "../exported.js";
import { type CsvColumns, headerLine, rowLine } from "./csv-table.js";
import { SCOPE_COLUMNS } from "./scope-columns.js";

interface TransactionRow {
  readonly answer: Exported;
  /** In whose row it is told: of those whose row counts it the one whose own it is. */
  readonly university: string;
  /** All whose row counts it, by id. */
  readonly universities: readonly string[];
  readonly transaction: TransactionTiming;
  /** The findings in which it stands. */
  readonly findings: readonly Finding[];
  readonly claim: Relation;
  readonly source: Source | undefined;
}

/** One row a transaction: whose rows count it, both ends, amount, dates, timing, and the words and address that it rests on. */
export const TRANSACTION_COLUMNS: CsvColumns<TransactionRow> = {
  ...SCOPE_COLUMNS,
  universities: ({ universities }) => universities.join("; "),
  counted_in: ({ university, universities }) => universities.filter((each) => each !== university).join("; "),
  claim: ({ claim }) => claim.id,
  kind: ({ claim }) => claim.kind,
  form_or_role: ({ claim }) => claim.form ?? claim.role,
  from: ({ claim }) => claim.from,
  from_name: ({ answer, claim }) => entityName(answer, claim.from),
  to: ({ claim }) => claim.to,
  to_name: ({ answer, claim }) => entityName(answer, claim.to),
  amount_min: ({ claim }) => claim.amount?.min ?? null,
  amount_max: ({ claim }) => (claim.amount === null ? null : (claim.amount.max ?? "..")),
  amount_qualifier: ({ claim }) => claim.amountQualifier,
  amount_per: ({ claim }) => claim.amountPer,
  currency: ({ claim }) => claim.currency,
  payment: ({ claim }) => claim.payment,
  start: ({ claim }) => claim.start,
  end: ({ claim }) => claim.end,
  status: ({ claim }) => claim.status,
  channels: ({ findings }) => distinct(findings.map(({ channel }) => channel)),
  targets: ({ findings }) => distinct(findings.map(({ target }) => target)),
  target_names: ({ answer, findings }) => distinct(findings.map(({ target }) => entityName(answer, target))),
  counterparty: ({ transaction }) => transaction.counterparty,
  counterparty_name: ({ answer, transaction }) => entityName(answer, transaction.counterparty),
  timing: ({ transaction }) => transaction.timing,
  days: ({ transaction }) => transaction.days,
  flag: ({ transaction }) => transaction.flag,
  flag_role: ({ transaction }) => timingOf(transaction)?.role ?? null,
  flag_title: ({ answer, transaction: { flag } }) => titleOf(answer, flag),
  flag_state: ({ transaction }) => timingOf(transaction)?.state ?? null,
  flag_outcome: ({ answer, transaction: { flag } }) => (flag === null ? null : flagOutcome(answer, flag)),
  decision: ({ transaction }) => transaction.afterDecision?.decision ?? null,
  after_decision: ({ transaction }) => transaction.afterDecision?.covers ?? null,
  responses: ({ answer, transaction }) =>
    responsesText(answer, [transaction.flag, transaction.afterDecision?.decision ?? null]),
  publisher: ({ source }) => source?.publisher ?? null,
  copy_of: ({ source }) => source?.copyOf ?? null,
  source_title: ({ source }) => source?.title ?? null,
  source_address: ({ source }) => source?.url ?? null,
  archived_address: ({ source }) => source?.archivedUrl ?? null,
  published: ({ source }) => source?.published ?? null,
  quote: ({ claim }) => claim.quote,
  locator: ({ claim }) => claim.locator,
  caveat: ({ claim }) => claim.caveat,
  dossier: ({ claim }) => claim.dossier,
  licence: ({ answer, claim }) => licencesOf(answer, [claim.dossier]),
};

/**
 * The transactions of an answer as lines of CSV, each once, in the order of the findings. One that a system and its campus
 * both count stands in the campus's row.
 */
export async function* transactionLines(answer: Exported): AsyncGenerator<string> {
  yield headerLine(TRANSACTION_COLUMNS);
  const rows = universityRows(answer);
  for (const { university, findings } of answer.universities) {
    const transactions = rows.own(university);
    const claims = await claimsById(
      answer,
      transactions.map(({ relation }) => relation),
    );
    const standing = findingsByTransaction(findings);
    for (const transaction of transactions) {
      const claim = claims.get(transaction.relation);
      if (!isRelation(claim)) continue;
      const source = answer.projection.sources.get(claim.sources[0] ?? "");
      const row = {
        answer,
        university,
        universities: rows.countedFor(transaction.relation),
        transaction,
        claim,
        source,
        findings: standing.get(transaction.relation) ?? [],
      };
      yield rowLine(TRANSACTION_COLUMNS, row);
    }
  }
}

/** The distinct transactions of each university of an answer, and which of them others count too. */
export function universityRows({ view, universities }: Exported): UniversityRows<TransactionTiming> {
  const rows = universities.map(({ university, findings }) => {
    const all = findings.flatMap((finding) => finding.counterparties.flatMap((each) => each.transactions));
    return { university, transactions: distinctTransactions(all) };
  });
  return new UniversityRows(view, rows);
}

/** How it stands to the flag that gives its timing. */
function timingOf({ byFlag, flag: wanted }: TransactionTiming): FlagTiming | undefined {
  return byFlag.find(({ flag }) => flag === wanted);
}

function isRelation(claim: Claim | undefined): claim is Relation {
  return claim?.record === "relation";
}

function findingsByTransaction(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const standing = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const { relation } of finding.counterparties.flatMap((each) => each.transactions)) {
      const known = standing.get(relation);
      if (known === undefined) standing.set(relation, [finding]);
      else if (!known.includes(finding)) known.push(finding);
    }
  }
  return standing;
}

function titleOf({ projection }: Exported, flag: string | null): string | null {
  return flag === null ? null : (projection.flags.get(flag)?.flag.title ?? null);
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join("; ");
}
