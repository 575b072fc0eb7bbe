import type { Entity } from "../../domain/entity.js";
import { namedEntities } from "../../domain/named-entities.js";
import type { Problems } from "../read/problem.js";
import { claimsOf, type ReadDossier } from "../read/read-dossier.js";
import { namesPublicRole } from "./public-role.js";

/**
 * Every entity is there for a claim, or carries an identifier; every person has a public role: a Post, or a summary
 * that names the office or the court paper. Warnings. With `closed` dossiers only.
 */
export function checkUse(dossiers: readonly ReadDossier[], problems: Problems): void {
  const used = usedEntities(dossiers);
  const officers = new Set(
    dossiers.flatMap(({ relations }) =>
      [...relations.ofKind("Post")].filter(({ role }) => role !== null).map(({ from }) => from),
    ),
  );
  const seen = new Set<string>();
  for (const { entities } of dossiers) {
    for (const [at, entity] of entities.records.entries()) {
      if (seen.has(entity.id)) continue;
      seen.add(entity.id);
      const warn = (rule: "unused" | "publicRole", message: string) =>
        problems.add(rule, entities.file, entities.lines[at] ?? 1, message);
      if (!used.has(entity.id) && entity.identifiers.length === 0) {
        warn(
          "unused",
          `no claim names "${entity.id}", and it carries no identifier: add a claim or remove the row`,
        );
      }
      if (entity.kind === "Person" && !officers.has(entity.id)) {
        const problem = roleProblem(entity);
        if (problem !== null) warn("publicRole", problem);
      }
    }
  }
}

/** What is missing in the note on a person who has no Post; null where it names an office or a court paper. */
function roleProblem({ id, summary }: Entity): string | null {
  if (summary === null)
    return `nothing tells the public role of "${id}": add a Post, or a summary that names the office or paper`;
  if (namesPublicRole(summary)) return null;
  return `summary: names neither an office nor a court paper of "${id}": say in which public role the person stands here, add a Post, or remove the row`;
}

function usedEntities(dossiers: readonly ReadDossier[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const dossier of dossiers) {
    for (const { authorities } of dossier.flags.records) for (const id of authorities) used.add(id);
    for (const claim of claimsOf(dossier)) for (const id of namedEntities(claim)) used.add(id);
  }
  return used;
}
