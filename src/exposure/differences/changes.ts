import type { View } from "../../graph/view.js";
import type { Exposures } from "../finding.js";
import { exposuresInSteps } from "../findings/find-exposures.js";
import type { ExposureTermsOf } from "../question.js";
import { type DifferenceOfFindings, differenceOfFindings } from "./difference-of-findings.js";

/** A question with the view of its own clocks. */
export interface Moment {
  readonly view: View;
  readonly terms: ExposureTermsOf;
}

export interface Changes extends DifferenceOfFindings {
  readonly before: Exposures;
  readonly after: Exposures;
}

/**
 * What changed for a question between two moments (validAt, knownAt), each change with the claims that caused it: what
 * became known, was corrected or retracted, or began or ended in between. In steps, as `exposuresInSteps`.
 */
export function* changes(before: Moment, after: Moment): Generator<void, Changes> {
  const earlier = yield* exposuresInSteps(before.view, before.terms);
  yield;
  const later = yield* exposuresInSteps(after.view, after.terms);
  yield;
  return {
    before: earlier,
    after: later,
    ...differenceOfFindings(
      { ...before, findings: earlier.findings },
      { ...after, findings: later.findings },
    ),
  };
}
