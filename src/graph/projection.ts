import type { Decision, ReviewPolicy } from "../domain/act.js";
import type { Dossier } from "../domain/dossier.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "../domain/flag.js";
import type { Source } from "../domain/source.js";
import type { EntityTable } from "./entity-table.js";
import type { RelationTable } from "./relation-table.js";
import type { Renumbering } from "./renumbering.js";

/**
 * The whole graph resident in memory, as of one version, immutable. Entities and relations are numbers (indices into
 * typed arrays); flags, their subjects and events, responses, decisions and policies are few and stay objects. All
 * revisions of a claim are there: a View says which exist for a question.
 */
export interface Projection {
  /** GraphVersion.n as text, and the instant of the change. */
  readonly version: string;
  readonly changedAt: string | null;
  readonly entities: EntityTable;
  readonly relations: RelationTable;
  /** Relation numbers of the decided Identities, all revisions. */
  readonly decidedIdentities: readonly number[];
  readonly dossiers: readonly Dossier[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly flags: ReadonlyMap<string, FlagRecord>;
  /** Subject rows by entity index: every flag that concerns the entity, whatever the role. */
  readonly subjectsOf: ReadonlyMap<number, readonly FlagSubject[]>;
  readonly decisions: readonly Decision[];
  readonly policies: readonly ReviewPolicy[];
  readonly responses: readonly Response[];
}

/** A flag with everything that claims say of it, all revisions, ordered by (id, revision). */
export interface FlagRecord {
  readonly flag: Flag;
  readonly subjects: readonly FlagSubject[];
  readonly events: readonly FlagEvent[];
  readonly responses: readonly Response[];
}

/** How a projection was made from that of an earlier version. */
export interface Origin {
  readonly earlier: Projection;
  /** How its relations are numbered, after the earlier numbers. */
  readonly numbers: Renumbering;
  /** The numbers of the relations that were not there before, in order. */
  readonly fresh: readonly number[];
}

interface KnownOrigin extends Omit<Origin, "earlier"> {
  /** Weak: a version without readers is let go. */
  readonly earlier: WeakRef<Projection>;
}

const ORIGINS = new WeakMap<Projection, KnownOrigin>();

export function noteOrigin(later: Projection, { earlier, ...origin }: Origin): void {
  ORIGINS.set(later, { ...origin, earlier: new WeakRef(earlier) });
}

/** What a projection was refreshed from, for work that can be carried over; null: it was built, or that one is gone. */
export function originOf(projection: Projection): Origin | null {
  const known = ORIGINS.get(projection);
  const earlier = known?.earlier.deref();
  return known && earlier ? { ...known, earlier } : null;
}
