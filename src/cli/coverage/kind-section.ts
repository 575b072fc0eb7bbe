import { CLAIM_STATUSES } from "../../domain/claim.js";
import { ENTITY_KIND_NAMES } from "../../domain/entity.js";
import { FLAG_KINDS } from "../../domain/flag.js";
import type { Collection } from "../../dossier/count/collection.js";
import { claimsBy, countStatuses, kindOf, RECORDS } from "../../dossier/count/count-claims.js";
import { lowerWords } from "../words.js";
import { markdownTable } from "./markdown-table.js";
import { RECORD_WORDS } from "./record-columns.js";

/** Claims by kind and status, and the nouns by kind. */
export function kindSection({ claims, entities, flags }: Collection): readonly string[] {
  const groups = RECORDS.flatMap((record) =>
    claimsBy(
      claims.filter((claim) => claim.record === record),
      (claim) => [kindOf(claim)],
    ).map(([kind, group]) => ({ record, kind, counts: countStatuses(group) })),
  );
  const all = { record: null, kind: "all", counts: countStatuses(claims) };
  const nouns = [
    ...ENTITY_KIND_NAMES.map((kind) => [kind, [...entities.values()]] as const),
    ...Object.keys(FLAG_KINDS).map((kind) => [kind, [...flags.values()]] as const),
  ].map(([kind, all]) => [kind, all.filter((noun) => noun.kind === kind).length] as const);
  return [
    "## By kind and status",
    "",
    "`denied` are claims of which the source states that it was not so; they never count in a finding.",
    "",
    ...markdownTable<(typeof groups)[number] | typeof all>(
      [
        { title: "", cell: ({ record }) => (record === null ? "" : RECORD_WORDS[record]) },
        { title: "kind", cell: ({ record, kind }) => (record === "relation" ? kind : lowerWords(kind)) },
        ...([...CLAIM_STATUSES, "total"] as const).map((status) => ({
          title: status,
          cell: ({ counts }: (typeof groups)[number] | typeof all) => counts[status],
          number: true as const,
        })),
      ],
      [...groups, all],
    ),
    "",
    ...markdownTable(
      [
        { title: "entities and flags", cell: ([kind]) => kind },
        { title: "count", cell: ([, count]) => count, number: true },
      ],
      nouns,
    ),
  ];
}
