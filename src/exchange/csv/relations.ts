import type { FlagSubject } from "../../domain/flag.js";
import type { Relation } from "../../domain/relation.js";
import { isKnown, percent } from "../../domain/share.js";
import { claimText } from "../../explain/claim-text.js";
import { graphNames } from "../../questions/resident/graph-names.js";
import { type Exported, entityName, flagOutcome, licencesOf, responsesText } from "../exported.js";
import { relationsOf } from "../pages.js";
import { type CellValue, type CsvColumns, headerLine, rowLine } from "./csv-table.js";
import { ANSWER_COLUMNS } from "./scope-columns.js";

interface EndFlag {
  readonly flag: string;
  /** The role of each end that is a subject of it: "from: listed". */
  readonly roles: readonly string[];
}

interface RelationRow {
  readonly answer: Exported;
  readonly claim: Relation;
  /** Of both ends: each flag with its subjects among them. */
  readonly flags: readonly EndFlag[];
}

/** One row a relation: both ends filled in, everything that the claim states, and the flags of both ends. */
export const RELATION_COLUMNS: CsvColumns<RelationRow> = {
  ...ANSWER_COLUMNS,
  claim: ({ claim }) => claim.id,
  kind: ({ claim }) => claim.kind,
  ...endColumns("from"),
  ...endColumns("to"),
  status: ({ claim }) => claim.status,
  start: ({ claim }) => claim.start,
  end: ({ claim }) => claim.end,
  share_percent_min: ({ claim: { share } }) =>
    share === null || !isKnown(share) ? null : Number(percent(share.min)),
  share_percent_max: ({ claim: { share } }) =>
    share === null || !isKnown(share) ? null : Number(percent(share.max)),
  right_or_basis: ({ claim }) => claim.right ?? claim.basis,
  form_or_role: ({ claim }) => claim.form ?? claim.role,
  amount_min: ({ claim }) => claim.amount?.min ?? null,
  amount_max: ({ claim }) => (claim.amount === null ? null : (claim.amount.max ?? "..")),
  amount_qualifier: ({ claim }) => claim.amountQualifier,
  amount_per: ({ claim }) => claim.amountPer,
  currency: ({ claim }) => claim.currency,
  payment: ({ claim }) => claim.payment,
  decided_by: ({ claim }) => claim.decidedBy,
  text: ({ answer, claim }) => claimText(claim, graphNames(answer.projection, answer.scope.knownAt)),
  caveat: ({ claim }) => claim.caveat,
  flags: ({ flags }) => flags.map(({ flag }) => flag).join("; "),
  flag_roles: ({ flags }) => flags.map(({ roles }) => roles.join(", ")).join("; "),
  flag_titles: ({ answer, flags }) =>
    flags.map(({ flag }) => answer.projection.flags.get(flag)?.flag.title ?? flag).join("; "),
  flag_outcomes: ({ answer, flags }) => flags.map(({ flag }) => flagOutcome(answer, flag)).join("; "),
  responses: ({ answer, flags }) =>
    responsesText(
      answer,
      flags.map(({ flag }) => flag),
    ),
  publisher: ({ answer, claim }) => sourceOf(answer, claim)?.publisher ?? null,
  copy_of: ({ answer, claim }) => sourceOf(answer, claim)?.copyOf ?? null,
  source_title: ({ answer, claim }) => sourceOf(answer, claim)?.title ?? null,
  source_address: ({ answer, claim }) => sourceOf(answer, claim)?.url ?? null,
  archived_address: ({ answer, claim }) => sourceOf(answer, claim)?.archivedUrl ?? null,
  published: ({ answer, claim }) => sourceOf(answer, claim)?.published ?? null,
  quote: ({ claim }) => claim.quote,
  locator: ({ claim }) => claim.locator,
  note: ({ claim }) => claim.note,
  dossier: ({ claim }) => claim.dossier,
  licence: ({ answer, claim }) => licencesOf(answer, [claim.dossier]),
};

function endColumns(end: "from" | "to"): CsvColumns<RelationRow> {
  const at = ({ answer, claim }: RelationRow) => {
    const { entities } = answer.projection;
    return entities.at(entities.indexOf(claim[end]));
  };
  const columns: Record<string, (row: RelationRow) => CellValue> = {
    [end]: ({ claim }) => claim[end],
    [`${end}_name`]: ({ answer, claim }) => entityName(answer, claim[end]),
    [`${end}_kind`]: (row) => at(row).kind,
    [`${end}_country`]: (row) => at(row).country,
  };
  return columns;
}

function sourceOf({ projection }: Exported, { sources }: Relation) {
  return projection.sources.get(sources[0] ?? "");
}

/** The relations of a part of the graph as lines of CSV, by claim id. */
export async function* relationLines(answer: Exported): AsyncGenerator<string> {
  yield headerLine(RELATION_COLUMNS);
  const subjectsOf = new Map<string, FlagSubject[]>();
  for (const { subjects } of answer.flags)
    for (const subject of subjects)
      subjectsOf.set(subject.entity, [...(subjectsOf.get(subject.entity) ?? []), subject]);
  for await (const claim of relationsOf(answer)) {
    yield rowLine(RELATION_COLUMNS, { answer, claim, flags: flagsOfEnds(claim, subjectsOf) });
  }
}

/** The flags of `from`, then those of `to`, each once. */
function flagsOfEnds(
  claim: Relation,
  subjectsOf: ReadonlyMap<string, readonly FlagSubject[]>,
): readonly EndFlag[] {
  const rolesOf = new Map<string, Set<string>>();
  for (const end of ["from", "to"] as const) {
    for (const { flag, role } of subjectsOf.get(claim[end]) ?? []) {
      const roles = rolesOf.get(flag) ?? new Set();
      rolesOf.set(flag, roles.add(`${end}: ${role}`));
    }
  }
  return [...rolesOf].map(([flag, roles]) => ({ flag, roles: [...roles] }));
}
