import type { Collection } from "../../dossier/collection.js";
import { claimsBy } from "../../dossier/count-claims.js";
import { newestSource } from "../../dossier/count-sources.js";
import { grouped } from "../table.js";
import { markdownTable, markdownText } from "./markdown-table.js";
import { recordColumns } from "./record-columns.js";

/** Claims by dossier and kind of record, with the newest source of each. */
export function dossierSection({
  dossiers,
  claims,
  entities,
  flags,
  publications,
}: Collection): readonly string[] {
  const bySlug = new Map(claimsBy(claims, ({ dossier }) => [dossier]));
  const of = (slug: string) => bySlug.get(slug) ?? [];
  return [
    "## By dossier",
    "",
    `${dossiers.length} dossiers with ${grouped(claims.length)} claims, ${grouped(entities.size)} entities, ` +
      `${grouped(flags.size)} flags (probes and listings) and ${grouped(publications.length)} sources.`,
    "",
    ...markdownTable(
      [
        { title: "dossier", cell: ({ slug }) => slug },
        ...recordColumns(({ slug }: (typeof dossiers)[number]) => of(slug)),
        { title: "sources", cell: ({ sources }) => sources.records.length, number: true },
        { title: "newest source", cell: (each) => newestWords(each) },
      ],
      dossiers,
    ),
  ];
}

function newestWords(dossier: Collection["dossiers"][number]): string {
  const newest = newestSource(dossier);
  return newest === null ? "none with a date" : `${newest.published}, ${markdownText(newest.publisher)}`;
}
