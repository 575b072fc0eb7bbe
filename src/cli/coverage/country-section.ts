import { FLAG_KINDS } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { Collection } from "../../dossier/count/collection.js";
import { claimsBy, countriesOf } from "../../dossier/count/count-claims.js";
import { compareText } from "../../dossier/read/problem.js";
import { markdownTable } from "./markdown-table.js";

/** Nouns by country, and the claims that touch it: the most touched first. */
export function countrySection(collection: Collection): readonly string[] {
  const { claims, entities, flags } = collection;
  const byCountry = new Map<string | null, readonly Claim[]>([
    ...claimsBy(claims, (claim) => countriesOf(claim, collection)),
    [null, claims.filter((claim) => countriesOf(claim, collection).length === 0)],
  ]);
  const of = (country: string | null) => byCountry.get(country) ?? [];
  const nouns = [...entities.values(), ...flags.values()];
  const count = (country: string | null, kind: (kind: string) => boolean) =>
    nouns.filter((noun) => noun.country === country && kind(noun.kind)).length;
  const countries = [...new Set(nouns.map(({ country }) => country))].sort(
    (a, b) =>
      Number(a === null) - Number(b === null) || of(b).length - of(a).length || compareText(a ?? "", b ?? ""),
  );
  return [
    "## By country",
    "",
    "Codes of ISO 3166-1. A claim stands under each country of the entities that it names, an event under that of its",
    "flag, so the rows are not to be added. The last row: no source gives a country.",
    "",
    ...markdownTable<string | null>(
      [
        { title: "country", cell: (country) => country ?? "not given" },
        { title: "universities", cell: (at) => count(at, (kind) => kind === "University"), number: true },
        { title: "companies", cell: (at) => count(at, (kind) => kind === "Company"), number: true },
        { title: "other entities", cell: (at) => count(at, isOther), number: true },
        { title: "flags", cell: (at) => count(at, (kind) => kind in FLAG_KINDS), number: true },
        { title: "claims", cell: (at) => of(at).length, number: true },
      ],
      countries,
    ),
  ];
}

function isOther(kind: string): boolean {
  return kind !== "University" && kind !== "Company" && !(kind in FLAG_KINDS);
}
