import type { Day } from "../../domain/day.js";
import type { Dossier } from "../../domain/dossier.js";
import { ENTITY_KIND_NAMES, type EntityId, type EntityKind } from "../../domain/entity.js";
import { ExposureError } from "../../domain/errors.js";
import type { Flag, FlagKind } from "../../domain/flag.js";
import type { Source } from "../../domain/source.js";
import { withArticle } from "../../domain/with-article.js";
import type { ResidentEntity } from "../../projection/entity-table.js";
import type { Projection } from "../../projection/projection.js";
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

/**
 * Refuses an id in an argument that names something of another kind; nothing happens where the graph has no such id.
 * @throws WRONG_KIND; the message names the argument, the id and what is wanted there.
 */
export function refuseOtherKind(projection: Projection, argument: string, id: string, wanted: string): void {
  const node = nodeById(projection, id, Number.MAX_SAFE_INTEGER);
  if (node === null) return;
  throw new ExposureError(
    "WRONG_KIND",
    `${argument}: "${id}" is ${withArticle(kindOfNode(node))}: give the id of ${wanted}`,
  );
}

/**
 * An entity asked for as one of some kinds; null where the graph has no such id.
 * @throws WRONG_KIND for an id of another kind.
 */
export function entityOfKind(
  projection: Projection,
  id: EntityId,
  kinds: readonly EntityKind[] = ENTITY_KIND_NAMES,
): ResidentEntity | null {
  return nodeOfKind(projection, id, kinds) as ResidentEntity | null;
}

/** A flag asked for as a kind; null where the graph has no such id. @throws WRONG_KIND for an id of another kind. */
export function flagOfKind(projection: Projection, id: string, kind: FlagKind): Flag | null {
  return nodeOfKind(projection, id, [kind]) as Flag | null;
}

export function dossierBySlug(projection: Projection, slug: string): Dossier | null {
  return projection.dossiers.find((dossier) => dossier.slug === slug) ?? null;
}

function nodeOfKind(projection: Projection, id: string, kinds: readonly string[]): GraphNode | null {
  const node = nodeById(projection, id, Number.MAX_SAFE_INTEGER);
  if (node === null) return null;
  const kind = kindOfNode(node);
  if (kinds.includes(kind)) return node;
  throw new ExposureError(
    "WRONG_KIND",
    `"${id}" is ${withArticle(kind)}: ask node(id: "${id}"), or give the id of ${kinds.length === 1 ? withArticle(`${kinds[0]}`) : "an entity"}`,
  );
}
