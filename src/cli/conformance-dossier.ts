import { type DossierFolder, memoryFolder } from "../dossier/read/dossier-folder.js";
import type { CaseHolding, ConformanceFile } from "./conformance-cases.js";

export const CONFORMANCE_SLUG = "conformance";
/** Every holding holds on every day that is asked about, and for certain. */
const START = "1990-01-01";

/** Where a case stands: its file and its place in it. */
export interface CasePlace {
  readonly subject: string;
  readonly at: number;
}

/** The id of a party of a case; parties of different cases never meet. */
export function partyId({ subject, at }: CasePlace, name: string): string {
  return `company:${subject}-${at + 1}-${name.toLowerCase()}`;
}

/** All cases as one dossier, so that they go the whole way: read, checked, written, read back. */
export function conformanceDossier(files: readonly ConformanceFile[]): DossierFolder {
  const entities: string[] = [];
  const relations: string[] = [];
  for (const { subject, cases } of files) {
    for (const [at, { holdings }] of cases.entries()) {
      const place = { subject, at };
      const names = [...new Set(holdings.flatMap(({ from, to }) => [from, to]))];
      entities.push(...names.map((name) => `${partyId(place, name)},Company,${name}`));
      relations.push(...holdings.map((holding, number) => relationRow(place, number, holding)));
    }
  }
  return memoryFolder(CONFORMANCE_SLUG, [
    {
      name: "dossier.yml",
      content: `slug: ${CONFORMANCE_SLUG}\ntitle: The worked examples of the method\n`,
    },
    { name: "sources.csv", content: "id,publisher,title\nmethod,The method,Worked examples\n" },
    { name: "entities.csv", content: table("id,kind,name", entities) },
    {
      name: "relations.csv",
      content: table("id,kind,from,to,share,right,basis,start,sources", relations),
    },
  ]);
}

function relationRow(place: CasePlace, number: number, holding: CaseHolding): string {
  const { from, to, kind = "Ownership", share = "", right } = holding;
  const isShare = kind === "Ownership";
  return [
    `${place.subject}-${place.at + 1}-${number + 1}`,
    kind,
    partyId(place, from),
    partyId(place, to),
    isShare ? `"${share}"` : "",
    isShare ? (right ?? "unspecified") : "",
    kind === "Control" ? "stated" : "",
    START,
    "method",
  ].join(",");
}

function table(header: string, rows: readonly string[]): string {
  return `${[header, ...[...rows].sort()].join("\n")}\n`;
}
