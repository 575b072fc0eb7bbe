import type { Day } from "../../domain/day.js";
import type { Dossier } from "../../domain/dossier.js";
import type { EntityId } from "../../domain/entity.js";
import type { Flag } from "../../domain/flag.js";
import type { Source } from "../../domain/source.js";
import type { ResidentEntity } from "../../graph/entity-table.js";
import type { Projection } from "../../graph/projection.js";
import { claimEverKnownBy, type ResidentClaim } from "./resident-claim.js";
import { residentEntity } from "./resident-entity.js";

/** Anything with an id. */
export type GraphNode = ResidentEntity | Flag | ResidentClaim | Source;

/** Whatever has this id, as known on a day; null where nothing has. */
export function nodeById(projection: Projection, id: string, knownAt: Day): GraphNode | null {
  if (id.startsWith("claim:")) return claimEverKnownBy(projection, id, knownAt);
  if (id.startsWith("source:")) return projection.sources.get(id) ?? null;
  return projection.flags.get(id)?.flag ?? entityById(projection, id);
}

export function entityById(projection: Projection, id: EntityId): ResidentEntity | null {
  const index = projection.entities.indexOf(id);
  return index < 0 ? null : residentEntity(projection.entities, index, id);
}

export function dossierBySlug(projection: Projection, slug: string): Dossier | null {
  return projection.dossiers.find((dossier) => dossier.slug === slug) ?? null;
}

const CLAIM_KINDS = {
  subject: "FlagSubject",
  event: "FlagEvent",
  response: "Response",
  decision: "Decision",
  policy: "ReviewPolicy",
} as const;

/** What a node is, in the model's words: "University", "Funding", "Probe", "FlagEvent", "Source". */
export function kindOfNode(node: GraphNode): string {
  if ("record" in node) return node.record === "relation" ? node.kind : CLAIM_KINDS[node.record];
  return "kind" in node ? node.kind : "Source";
}
