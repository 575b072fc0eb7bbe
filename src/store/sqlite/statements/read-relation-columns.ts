import type { RelationColumns } from "../../graph-store.js";
import type { Connection } from "../connection.js";

const PAGE_SIZE = 10_000;

/**
 * Which relations are there, as columns, by (id, revision)? One page. SQLite packs each column into a JSON list:
 * reading it costs half of reading rows. Amounts travel as text, because SQLite's JSON keeps 15 digits only.
 * Parameters: id and revision of the last relation of the page before.
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
  json_group_array(decided) as "decided",
  json_group_array(start_earliest) as "startEarliest",
  json_group_array(start_latest) as "startLatest",
  json_group_array(end_earliest) as "endEarliest",
  json_group_array(end_latest) as "endLatest",
  json_group_array(recorded_day) as "recorded",
  json_group_array(retracted_day) as "retracted",
  json_group_array(undated) as "undated"
from (select * from relations where (id, revision) > (?, ?) order by id, revision limit ${PAGE_SIZE})`;

type PackedPage = { readonly [column in keyof Omit<RelationColumns, "ends">]: string };

export function* readRelationColumns(connection: Connection): Generator<RelationColumns> {
  let last: [string, number] = ["", -1];
  for (;;) {
    const packed = connection.first<PackedPage>(TEXT, last);
    const page = packed && unpack(packed);
    const id = page?.id.at(-1);
    const revision = page?.revision.at(-1);
    if (page === undefined || id === undefined || revision === undefined) return;
    yield page;
    if (page.id.length < PAGE_SIZE) return;
    last = [id, revision];
  }
}

function unpack(packed: PackedPage): RelationColumns {
  const from = texts(packed.from);
  const to = texts(packed.to);
  return {
    ends: [...from, ...to],
    id: texts(packed.id),
    revision: numbers(packed.revision),
    kind: texts(packed.kind),
    from: from.map((_, at) => at),
    to: to.map((_, at) => from.length + at),
    status: texts(packed.status),
    shareMin: numbersOrNull(packed.shareMin),
    shareMax: numbersOrNull(packed.shareMax),
    exclusive: numbers(packed.exclusive),
    right: textsOrNull(packed.right),
    amountMin: textsOrNull(packed.amountMin).map(amount),
    amountMax: textsOrNull(packed.amountMax).map(amount),
    currency: textsOrNull(packed.currency),
    decided: numbers(packed.decided),
    startEarliest: numbers(packed.startEarliest),
    startLatest: numbers(packed.startLatest),
    endEarliest: numbers(packed.endEarliest),
    endLatest: numbers(packed.endLatest),
    recorded: numbers(packed.recorded),
    retracted: numbers(packed.retracted),
    undated: numbers(packed.undated),
  };
}

const texts = (list: string) => JSON.parse(list) as string[];
const numbers = (list: string) => JSON.parse(list) as number[];
const textsOrNull = (list: string) => JSON.parse(list) as (string | null)[];
const numbersOrNull = (list: string) => JSON.parse(list) as (number | null)[];
const amount = (text: string | null) => (text === null ? null : Number(text));
