import type { Claim } from "../../domain/record.js";
import type { Collection } from "../../dossier/count/collection.js";
import { claimsBy, yearOf } from "../../dossier/count/count-claims.js";
import { markdownTable } from "./markdown-table.js";
import { recordColumns } from "./record-columns.js";

type CountedYear = readonly [year: string, claims: readonly Claim[]];

/** Claims by the year in which they begin, and by kind of record. */
export function yearSection({ claims }: Collection): readonly string[] {
  const rows: CountedYear[] = [
    ...claimsBy(claims, (claim) => [yearOf(claim) ?? []].flat()),
    ["not given", claims.filter((claim) => yearOf(claim) === null)],
  ];
  return [
    "## By year",
    "",
    'A claim stands under the year of the last possible day of its start or date: "by April 2019" under 2019;',
    "of its first possible day where it is open to the right.",
    "",
    ...markdownTable(
      [{ title: "year", cell: ([year]) => year }, ...recordColumns(([, group]: CountedYear) => group)],
      rows,
    ),
  ];
}
