import type { Source } from "../../../domain/source.js";
import type { Table } from "./table.js";

type SourceRow = readonly [
  id: string,
  dossier: string,
  publisher: string,
  copyOf: string | null,
  title: string,
  url: string | null,
  archivedUrl: string | null,
  published: string | null,
  retrieved: string | null,
  grade: string | null,
  held: number,
];

export const SOURCES: Table<Source, SourceRow> = {
  name: "sources",
  definition: `create table sources (
  id text not null primary key,
  dossier text not null references dossiers (slug),
  publisher text not null, -- who put the page at its address
  copy_of text, -- who published the original, where the page is a copy
  title text not null,
  url text,
  archived_url text,
  published text, -- a date as uncertain as the source gives it: 2019, 2019-04, 2019-04-03, 2019-05/..
  retrieved text,
  grade text, -- Admiralty code
  held integer not null -- 0: dropped, and kept only for old claims that cite it
) strict, without rowid`,
  columns: [
    "id",
    "dossier",
    "publisher",
    "copy_of",
    "title",
    "url",
    "archived_url",
    "published",
    "retrieved",
    "grade",
    "held",
  ],
  encode({ id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade }) {
    return [id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade, 1];
  },
  decode([id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade]) {
    return { id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade };
  },
};
