import type { Decision } from "../../domain/act.js";
import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { Flag, FlagId } from "../../domain/flag.js";
import type { Source } from "../../domain/source.js";

/** What the ids in a claim stand for: all that a text needs beside the claim. An unknown id is null. */
export interface Names {
  entity(id: EntityId): string | null;
  flag(id: FlagId): Pick<Flag, "title"> | null;
  /** The decision that a response answers. */
  decision(id: ClaimId): Pick<Decision, "by" | "start"> | null;
  /** Null also where it was not published yet. */
  source(id: string): Pick<Source, "published"> | null;
}
