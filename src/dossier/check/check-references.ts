import { ENTITY_KINDS, type EntityKind } from "../../domain/entity.js";
import { suggestion } from "../../domain/nearest.js";
import { withArticle } from "../../domain/with-article.js";
import type { Problems } from "../read/problem.js";
import type { ReadDossier, ReadTable } from "../read/read-dossier.js";
import type { RuleName } from "../rules.js";
import { entityOf, flagOf, type KnownNouns } from "./known-nouns.js";

/** Says what is wrong with a row. */
export type Complain = (rule: RuleName, message: string) => void;

/** Who may decide: bodies of any kind, not persons, programs or unknown parties. */
const DECIDERS: readonly EntityKind[] = ["University", "Organization", "Company", "PublicBody"];

/**
 * Every entity, flag and decision that a row names exists, and is of a kind that may stand there. The ends of
 * relations have a check of their own.
 */
export function checkReferences(
  dossiers: readonly ReadDossier[],
  known: KnownNouns,
  problems: Problems,
): void {
  for (const dossier of dossiers) {
    const at = <T>(table: ReadTable<T>, check: (record: T, complain: Complain) => void) => {
      for (const [index, record] of table.records.entries()) {
        check(record, (rule, message) => problems.add(rule, table.file, table.lines[index] ?? 1, message));
      }
    };
    const decisions = dossier.unreadable.has("decisions") ? null : dossier.declared.decisions;
    at(dossier.flags, (flag, complain) => {
      for (const id of flag.authorities) needEntity("authority", id, ["PublicBody"], known, complain);
    });
    at(dossier.subjects, (subject, complain) => {
      needFlag("flag", subject.flag, known, complain);
      needEntity("entity", subject.entity, null, known, complain);
    });
    at(dossier.events, (event, complain) => needFlag("flag", event.flag, known, complain));
    at(dossier.decisions, (decision, complain) => {
      needEntity("by", decision.by, DECIDERS, known, complain);
      for (const id of decision.counterparties) needEntity("counterparties", id, null, known, complain);
    });
    at(dossier.policies, (policy, complain) =>
      needEntity("university", policy.university, ["University"], known, complain),
    );
    at(dossier.responses, (response, complain) => {
      needEntity("by", response.by, null, known, complain);
      if (!response.to.startsWith("claim:")) needFlag("to", response.to, known, complain);
      else if (decisions !== null) needDecision(response.to, dossier.slug, decisions, complain);
    });
  }
}

/** Names an entity that is not known, or whose kind is not among `kinds`. */
export function needEntity(
  column: string,
  id: string,
  kinds: readonly EntityKind[] | null,
  known: KnownNouns,
  complain: Complain,
): void {
  if (id === "") return;
  const entity = entityOf(known, id);
  if (entity !== null) {
    if (kinds === null || kinds.includes(entity.kind)) return;
    complain(
      "entity",
      `${column}: "${id}" is ${withArticle(entity.kind)}, and only ${kinds.join(", ")} may stand here: correct it`,
    );
    return;
  }
  if (known.excuses("entities", id)) return;
  const near = suggestion(id, known.entities.keys());
  const prefixes = Object.values(ENTITY_KINDS).map(({ prefix }) => `${prefix}:`);
  const ill = !prefixes.some((prefix) => id.startsWith(prefix));
  const remedy = ill
    ? `: an entity's id begins with one of ${prefixes.join(" ")}`
    : ": add it to an entities.csv";
  complain("entity", `${column}: no entity "${id}" is known${near === "" ? remedy : near}`);
}

function needFlag(column: string, id: string, known: KnownNouns, complain: Complain): void {
  if (id === "" || flagOf(known, id) !== null || known.excuses("flags", id)) return;
  const near = suggestion(id, known.flags.keys());
  complain("flag", `${column}: no flag "${id}" is known${near === "" ? ": add it to a flags.csv" : near}`);
}

function needDecision(id: string, slug: string, decisions: ReadonlySet<string>, complain: Complain): void {
  const row = id.slice(`claim:${slug}/`.length);
  if (row === "" || decisions.has(row)) return;
  const near = suggestion(row, decisions);
  complain(
    "answered",
    `to: "${row}" is neither a flag nor a row of this dossier's decisions.csv${near === "" ? ": correct it" : near}`,
  );
}
