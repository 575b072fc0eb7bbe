import type { Collection } from "../../dossier/count/collection.js";
import { claimsBy } from "../../dossier/count/count-claims.js";
import { newestSource } from "../../dossier/count/count-sources.js";
import { counted } from "../words.js";
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
    `${counted(dossiers.length, "dossier", "dossiers")} with ${counted(claims.length, "claim", "claims")}, ` +
      `${counted(entities.size, "entity", "entities")}, ${counted(flags.size, "flag", "flags")} (probes and listings) ` +
      `and ${counted(publications.length, "source", "sources")}.`,
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
