import type { Entity, EntityKind, Identifier } from "../../../domain/entity.js";
import { decodeList, encodeList, repeatedList, type Table } from "./table.js";

type EntityRow = readonly [
  id: string,
  kind: EntityKind,
  name: string,
  short: string | null,
  aliases: string,
  country: string | null,
  region: string | null,
  founded: string | null,
  dissolved: string | null,
  identifiers: string,
  website: string | null,
  summary: string | null,
  dossiers: string,
];

const decodeDossiers = repeatedList<string>();

export const ENTITIES: Table<Entity, EntityRow> = {
  name: "entities",
  definition: `create table entities (
  id text not null primary key,
  kind text not null,
  name text not null,
  short text, -- the short name that an editor chose
  aliases text not null, -- JSON list
  country text,
  region text,
  founded text,
  dissolved text,
  identifiers text not null, -- JSON list of {scheme, value}
  website text,
  summary text,
  dossiers text not null -- JSON list of the dossiers that hold the row; empty: kept only for old claims
) strict, without rowid`,
  columns: [
    "id",
    "kind",
    "name",
    "short",
    "aliases",
    "country",
    "region",
    "founded",
    "dissolved",
    "identifiers",
    "website",
    "summary",
    "dossiers",
  ],
  encode(entity) {
    const { id, kind, name, short, aliases, country, region, founded, dissolved } = entity;
    const { identifiers, website, summary } = entity;
    const lists = [encodeList(aliases), encodeList(identifiers), encodeList(entity.dossiers)] as const;
    return [
      id,
      kind,
      name,
      short,
      lists[0],
      country,
      region,
      founded,
      dissolved,
      lists[1],
      website,
      summary,
      lists[2],
    ];
  },
  decode([
    id,
    kind,
    name,
    short,
    aliases,
    country,
    region,
    founded,
    dissolved,
    identifiers,
    website,
    summary,
    dossiers,
  ]) {
    return {
      id,
      kind,
      name,
      short,
      aliases: decodeList<string>(aliases),
      country,
      region,
      founded,
      dissolved,
      identifiers: decodeList<Identifier>(identifiers),
      website,
      summary,
      dossiers: decodeDossiers(dossiers),
    };
  },
};
