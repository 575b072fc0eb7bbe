import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import { badInput, ExposureError } from "../../domain/errors.js";
import type { Change, GraphReader, StoredClaim } from "../../store/graph-store.js";
import { endBy, endsAhead } from "../compare/claims-difference.js";

/** What it takes to retract a claim, against one version of the graph. */
export interface Retraction {
  readonly version: number;
  readonly before: readonly StoredClaim[];
  readonly changes: readonly Change[];
}

const LONGEST_REASON = 2_000;

/**
 * Works out what ends a claim on a day: from then on it is not known any more; what was known before stays readable.
 * It is marked as an editor's, so that the next load of the same row leaves it so.
 * @throws NOT_FOUND, WRONG_KIND for an id of no claim; CONFLICT where the claim is retracted already; BAD_USER_INPUT
 * for a reason that says nothing or says too much.
 */
export async function retraction(
  store: GraphReader,
  { id, reason, day }: { readonly id: ClaimId; readonly reason: string; readonly day: Day },
): Promise<Retraction> {
  if (reason.trim() === "" || reason.length > LONGEST_REASON) {
    throw badInput(`${reason.length} letters`, {
      argument: "reason",
      remedy: `say in 1 to ${LONGEST_REASON} why the claim falls`,
    });
  }
  if (!id.startsWith("claim:")) {
    throw new ExposureError("WRONG_KIND", "is no id of a claim", {
      argument: "id",
      value: id,
      remedy: "give one that begins with claim:",
    });
  }
  const { n } = await store.version();
  const before = n === 0 ? [] : await store.claims([id]);
  if (before.length === 0) {
    throw new ExposureError("NOT_FOUND", "is not in the graph", {
      argument: "id",
      value: id,
      remedy: "look its id up in an answer",
    });
  }
  // One that a clock which ran ahead has ended is ended again, on the right day.
  const changes = before
    .filter((stored) => stored.until === null || endsAhead(stored, day + 1))
    .flatMap((stored) => endBy(stored, day))
    .map((change) => ({ ...change, byEditor: true }) as const);
  if (changes.length === 0 || before.every(({ claim }) => claim.clock.retracted <= day)) {
    throw new ExposureError(
      "CONFLICT",
      `${id} is retracted already, since ${before.at(-1)?.claim.retracted}`,
    );
  }
  return { version: n, before, changes };
}
