import type { Day } from "../domain/day.js";
import type { Projection } from "../graph/projection.js";

/** The answer to which a part belongs: on which day its claims are read, and in which version of the graph. */
export interface Moment {
  readonly knownAt: Day;
  /** Absent: the version that the operation is answered from. */
  readonly version?: Projection | undefined;
}
