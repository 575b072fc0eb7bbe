import type { RelationColumns } from "../graph-store.js";
import type { Connection } from "./connection.js";

/** What SQLite makes of a page, and what is read from that, stays in the processor's cache. */
const PAGE_SIZE = 1_000;

/** Where does a page end? At the id of its last claim; no row: the rest is shorter. Parameter: the last id of the page before. */
const END = `select id as "last" from relations where id > ? order by id limit 1 offset ${PAGE_SIZE - 1}`;

/**
 * Which relations are there, as columns, by id, all revisions of a claim on one page? SQLite packs each column into a
 * JSON list: reading it costs half of reading rows. Amounts travel as text, because SQLite's JSON keeps 15 digits only.
 * Parameters: the last id of the page before, and of this one; null: to the end (a blob comes after every text). Bounds
 * rather than a limit, for which SQLite would carry every cell through a subquery.
 */
const TEXT = `select
  json_group_array(id) as "id",
  json_group_array(revision) as "revision",
  json_group_array(kind) as "kind",
  json_group_array(from_id) as "from",
  json_group_array(to_id) as "to",
  json_group_array(status) as "status",
  json_group_array(cast(round(share_min * 1e9) as integer)) as "shareMin",
  json_group_array(cast(round(share_max * 1e9) as integer)) as "shareMax",
  json_group_array(coalesce(share_exclusive, 0)) as "exclusive",
  json_group_array(share_right) as "right",
  json_group_array(case when amount is not null then format('%!.17g', amount) end) as "amountMin",
  json_group_array(case when amount_max is not null then format('%!.17g', amount_max) end) as "amountMax",
  json_group_array(currency) as "currency",
  json_group_array(amount_qualifier) as "amountQualifier",
  json_group_array(amount_per) as "amountPer",
  json_group_array(case kind when 'Funding' then coalesce(payment, 'paid') end) as "payment",
  json_group_array(decided) as "decided",
  json_group_array(start_earliest) as "startEarliest",
  json_group_array(start_latest) as "startLatest",
  json_group_array(end_earliest) as "endEarliest",
  json_group_array(end_latest) as "endLatest",
  json_group_array(recorded_day) as "recorded",
  json_group_array(retracted_day) as "retracted",
  json_group_array(undated) as "undated"
from relations where id > ? and id <= coalesce(?, x'')`;

type PackedColumn = keyof Omit<RelationColumns, "ends">;
type PackedPage = { readonly [column in PackedColumn]: string };

export function* readRelationColumns(connection: Connection): Generator<RelationColumns> {
  const unpack = unpacking();
  for (let after: string | null = ""; after !== null; ) {
    const end: string | null = connection.first<{ last: string }>(END, [after])?.last ?? null;
    const packed = connection.first<PackedPage>(TEXT, [after, end]);
    const page = packed && unpack(packed);
    if (page !== undefined && page.id.length > 0) yield page;
    after = end;
  }
}

/** Makes pages of what SQLite packs. Many columns are on one page what they were on the page before. */
function unpacking(): (packed: PackedPage) => RelationColumns {
  const lists = new Map<PackedColumn, ReturnType<typeof repeatedList>>();
  return (packed) => {
    const column = <T>(name: PackedColumn): readonly T[] => {
      const list = lists.get(name) ?? repeatedList();
      lists.set(name, list);
      return list(packed[name]) as readonly T[];
    };
    const from = column<string>("from");
    const to = column<string>("to");
    return {
      ends: [...from, ...to],
      id: column("id"),
      revision: column("revision"),
      kind: column("kind"),
      from: from.map((_, at) => at),
      to: to.map((_, at) => from.length + at),
      status: column("status"),
      shareMin: column("shareMin"),
      shareMax: column("shareMax"),
      exclusive: column("exclusive"),
      right: column("right"),
      amountMin: column<string | null>("amountMin").map(amount),
      amountMax: column<string | null>("amountMax").map(amount),
      currency: column("currency"),
      amountQualifier: column("amountQualifier"),
      amountPer: column("amountPer"),
      payment: column("payment"),
      decided: column("decided"),
      startEarliest: column("startEarliest"),
      startLatest: column("startLatest"),
      endEarliest: column("endEarliest"),
      endLatest: column("endLatest"),
      recorded: column("recorded"),
      retracted: column("retracted"),
      undated: column("undated"),
    };
  };
}

function amount(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** For a column whose neighbouring cells are mostly equal: they are parsed once and become one list. */
function repeatedList<T>(): (cell: string) => readonly T[] {
  let last = "[]";
  let list: readonly T[] = [];
  return (cell) => {
    if (cell !== last) list = JSON.parse(cell) as T[];
    last = cell;
    return list;
  };
}
