import type { Collection } from "../../dossier/count/collection.js";
import { countGrades, countPublishers, type SourceCounts } from "../../dossier/count/count-sources.js";
import { markdownTable, markdownText } from "./markdown-table.js";

/** Sources by grade and by publisher. */
export function sourceSection(collection: Collection): readonly string[] {
  const publishers = countPublishers(collection);
  const often = publishers.filter(({ publications }) => publications > 1);
  const once = publishers.filter(({ publications }) => publications === 1);
  const counts = [
    {
      title: "sources",
      cell: ({ publications }: SourceCounts) => publications,
      number: true as const,
    },
    {
      title: "claims that cite them",
      cell: ({ claims }: SourceCounts) => claims,
      number: true as const,
    },
  ];
  return [
    "## By grade and publisher of the sources",
    "",
    "Grades are Admiralty codes, a letter for the source and a number for the text (see the README of this folder).",
    "A source that several dossiers cite counts once. A claim counts in every row of which it cites a source.",
    "",
    ...markdownTable(
      [{ title: "grade", cell: ({ key }) => key ?? "none" }, ...counts],
      countGrades(collection),
    ),
    "",
    ...markdownTable([{ title: "publisher", cell: ({ key }) => markdownText(key ?? "") }, ...counts], often),
    "",
    `With one source each, the most cited first: ${once.map(({ key }) => markdownText(key ?? "")).join("; ")}.`,
  ];
}
