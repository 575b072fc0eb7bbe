import type { Coverage, Dossier } from "../../../domain/dossier.js";
import type { Table } from "./table.js";

type DossierRow = readonly [
  slug: string,
  title: string,
  publisher: string | null,
  description: string | null,
  coverage: string | null,
  licence: string | null,
  lastChecked: string | null,
  lists: string,
  held: number,
];

export const DOSSIERS: Table<Dossier, DossierRow> = {
  name: "dossiers",
  definition: `create table dossiers (
  slug text not null primary key,
  title text not null,
  publisher text,
  description text,
  coverage text,
  licence text,
  last_checked text,
  lists text not null, -- JSON object: list -> complete | partial
  held integer not null -- 0: dropped, and kept only for its old claims
) strict, without rowid`,
  columns: [
    "slug",
    "title",
    "publisher",
    "description",
    "coverage",
    "licence",
    "last_checked",
    "lists",
    "held",
  ],
  encode(dossier) {
    const { slug, title, publisher, description, coverage, licence, lastChecked, lists } = dossier;
    return [slug, title, publisher, description, coverage, licence, lastChecked, JSON.stringify(lists), 1];
  },
  decode([slug, title, publisher, description, coverage, licence, lastChecked, cell]) {
    const lists = JSON.parse(cell) as Record<string, Coverage>;
    return { slug, title, publisher, description, coverage, licence, lastChecked, lists };
  },
};
