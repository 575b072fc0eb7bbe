import type { EntityKind } from "../../domain/entity.js";
import type { Relation } from "../../domain/relation.js";
import { RELATION_KINDS, type RelationKindRow } from "../../domain/relation-kinds.js";
import { withArticle } from "../../domain/with-article.js";
import type { Problems } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";
import { type Complain, needEntity } from "./check-references.js";
import { entityOf, type KnownNouns } from "./known-nouns.js";

type Joined = Pick<Relation, "kind" | "from" | "to">;

/** The ends of every relation are known, and of kinds that may stand there by the table of relation kinds. */
export function checkRelationEnds(
  dossiers: readonly ReadDossier[],
  known: KnownNouns,
  problems: Problems,
): void {
  for (const { relations } of dossiers) {
    for (let at = 0; at < relations.length; at += 1) {
      const joined = {
        kind: relations.kind(at),
        from: relations.cell(at, "from"),
        to: relations.cell(at, "to"),
      };
      const from = entityOf(known, joined.from);
      const to = entityOf(known, joined.to);
      const complain: Complain = (rule, message) =>
        problems.add(rule, relations.file, relations.line(at), message);
      if (from === null) needEntity("from", joined.from, null, known, complain);
      if (to === null) needEntity("to", joined.to, null, known, complain);
      if (from !== null && to !== null)
        for (const message of wrongEnds(joined, from.kind, to.kind)) complain("ends", message);
    }
  }
}

function wrongEnds(relation: Joined, from: EntityKind, to: EntityKind): readonly string[] {
  const row: RelationKindRow = RELATION_KINDS[relation.kind];
  const messages = [...wrongEnd("from", relation, from, row.from), ...wrongEnd("to", relation, to, row.to)];
  if (messages.length > 0) return messages;
  if (row.sameKind && from !== to) {
    return [
      `kind: ${relation.kind} joins equal kinds, and this is ${withArticle(from)} and ${withArticle(to)}: correct an end or the kind`,
    ];
  }
  if (row.programToProgram && (from === "Program") !== (to === "Program")) {
    return [
      `kind: ${relation.kind} joins a Program to a Program only, and this is ${withArticle(from)} and ${withArticle(to)}: correct it`,
    ];
  }
  if (relation.from === relation.to && relation.kind !== "Ownership") {
    return [`to: is the same entity as from, "${relation.to}": correct one of them`];
  }
  return [];
}

function wrongEnd(
  column: "from" | "to",
  relation: Joined,
  kind: EntityKind,
  allowed: readonly EntityKind[],
): readonly string[] {
  if (allowed.includes(kind)) return [];
  const role = column === "from" ? "runs from" : "runs to";
  return [
    `${column}: "${relation[column]}" is ${withArticle(kind)}, and ${relation.kind} ${role} ${allowed.join(", ")}: correct the end or the kind`,
  ];
}
