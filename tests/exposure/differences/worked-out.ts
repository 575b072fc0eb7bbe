import type { ClaimId } from "../../../src/domain/claim.js";
import type {
  ChangedFinding,
  DifferenceOfFindings,
  FindingCause,
} from "../../../src/exposure/differences/difference-of-findings.js";
import { runToCompletion } from "../../../src/graph/run-to-completion.js";

type WithCauses<Part> = Omit<Part, "because"> & { readonly because: readonly ClaimId[] };

/** What differs, with what is otherwise worked out when it is asked for. */
export function workedOut(difference: DifferenceOfFindings): {
  readonly added: readonly WithCauses<FindingCause>[];
  readonly removed: readonly WithCauses<FindingCause>[];
  readonly changed: readonly WithCauses<ChangedFinding>[];
} {
  return {
    added: difference.added.map(withCauses),
    removed: difference.removed.map(withCauses),
    changed: runToCompletion(difference.changed()).map(withCauses),
  };
}

function withCauses<Part extends FindingCause | ChangedFinding>(part: Part): WithCauses<Part> {
  return { ...part, because: runToCompletion(part.because()) };
}
