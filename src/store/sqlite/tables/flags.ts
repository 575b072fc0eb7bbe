import type { Flag, FlagKind, ProbeType, RiskTopic } from "../../../domain/flag.js";
import { decodeList, encodeList, type Table } from "./table.js";

type FlagRow = readonly [
  id: string,
  kind: FlagKind,
  title: string,
  type: ProbeType | null,
  list: string | null,
  authorities: string,
  docket: string | null,
  reference: string | null,
  country: string | null,
  topics: string,
  note: string | null,
  dossiers: string,
];

export const FLAGS: Table<Flag, FlagRow> = {
  name: "flags",
  definition: `create table flags (
  id text not null primary key,
  kind text not null, -- Probe | Listing
  title text not null,
  type text,
  list text,
  authorities text not null, -- JSON list of entities
  docket text,
  reference text,
  country text,
  topics text not null, -- JSON list
  note text,
  dossiers text not null -- JSON list of the dossiers that hold the row; empty: kept only for old claims
) strict, without rowid`,
  columns: [
    "id",
    "kind",
    "title",
    "type",
    "list",
    "authorities",
    "docket",
    "reference",
    "country",
    "topics",
    "note",
    "dossiers",
  ],
  encode(flag) {
    const { id, kind, title, type, list, authorities, docket, reference, country, topics, note } = flag;
    const lists = [encodeList(authorities), encodeList(topics), encodeList(flag.dossiers)] as const;
    return [id, kind, title, type, list, lists[0], docket, reference, country, lists[1], note, lists[2]];
  },
  decode([id, kind, title, type, list, authorities, docket, reference, country, topics, note, dossiers]) {
    return {
      id,
      kind,
      title,
      type,
      list,
      authorities: decodeList<string>(authorities),
      docket,
      reference,
      country,
      topics: decodeList<RiskTopic>(topics),
      note,
      dossiers: decodeList<string>(dossiers),
    };
  },
};
