import { enumName } from "../../domain/enum-name.js";
import { RELATION_KIND_NAMES, RELATION_KINDS, type RelationKindRow } from "../../domain/relation-kinds.js";
import type { RelationKind } from "./documents.generated.js";

type Named = RelationKindRow & { readonly name: (typeof RELATION_KIND_NAMES)[number] };

/** The domain's table of kinds, by the names of the API. */
export const KINDS = Object.fromEntries(
  RELATION_KIND_NAMES.map((name) => [enumName(name), { ...RELATION_KINDS[name], name }]),
) as unknown as Readonly<Record<RelationKind, Named>>;

/** In the order in which kinds take turns, and stand in lists. */
export const KIND_ORDER = (Object.keys(KINDS) as RelationKind[]).sort(
  (a, b) => KINDS[a].order - KINDS[b].order,
) as readonly RelationKind[];

/** What a relation is about; a canvas gives each a colour of its own. */
export type RelationFamily = "money" | "research" | "ownership" | "other";

export const FAMILY_OF = Object.fromEntries(
  KIND_ORDER.map((kind) => [kind, familyOf(KINDS[kind])]),
) as Readonly<Record<RelationKind, RelationFamily>>;

function familyOf({ carriesMoney, isTie, inProof }: RelationKindRow): RelationFamily {
  if (carriesMoney) return "money";
  if (isTie) return "research";
  return inProof === "chain" || inProof === "identity" ? "ownership" : "other";
}
