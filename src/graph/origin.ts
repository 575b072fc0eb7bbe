import type { Projection } from "./projection.js";
import type { Renumbering } from "./renumbering.js";

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
