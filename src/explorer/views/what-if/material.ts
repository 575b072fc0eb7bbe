import type { StruckFragment, WhatIfMaterialQuery } from "../../api/documents.generated.js";

type Report = NonNullable<WhatIfMaterialQuery["exposure"]>;

/** What may be supposed otherwise about a university's findings, each once, in the order in which findings rest on it. */
export interface Material {
  readonly claims: readonly StruckFragment[];
  readonly sources: readonly { readonly id: string; readonly publisher: string; readonly title: string }[];
  /** Those of the claims that say a share. */
  readonly shares: readonly Extract<StruckFragment, { readonly share: unknown }>[];
  readonly listings: readonly { readonly id: string; readonly title: string }[];
}

/** Gathers it from the proofs and the dealings of all findings. */
export function materialOf(report: Report): Material {
  const findings = report.findings.nodes;
  const counterparties = findings.flatMap((finding) => finding.counterparties);
  const claims = once(
    counterparties.flatMap(({ path, transactions }) => [
      ...transactions.map(({ relation }) => relation),
      ...path.steps.map(({ relation }) => relation),
    ]),
  );
  const flags = findings.flatMap((finding) => finding.flags.map(({ flag }) => flag));
  return {
    claims,
    sources: once(claims.flatMap(({ citations }) => citations.map(({ source }) => source))),
    shares: claims.filter((claim) => "share" in claim),
    listings: once(flags.filter(({ kind }) => kind === "LISTING")),
  };
}

function once<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
