import { type SupposedRecords, supposedProjection } from "../../graph/suppose.js";
import type { Suppositions, View } from "../../graph/view.js";
import type { Exposures } from "../finding.js";
import { exposuresInSteps } from "../findings/find-exposures.js";
import type { ExposureTermsOf } from "../question.js";
import { type DifferenceOfFindings, differenceOfFindings } from "./difference-of-findings.js";

/** A scenario whose ids have been looked up: what it changes of the records, and what it supposes beside them. */
export interface LookedUpScenario {
  readonly records: SupposedRecords;
  readonly beside: Suppositions;
}

export interface WhatIf extends DifferenceOfFindings {
  readonly view: View;
  readonly before: Exposures;
  readonly after: Exposures;
}

/** The view of a scenario: a second one beside the baseline's. Nothing is written; what does not change is shared. */
export function supposedView(view: View, { records, beside }: LookedUpScenario): View {
  const isEmpty = beside.rejected.length === 0 && beside.same.length === 0 && beside.thresholds.size === 0;
  const projection = supposedProjection(view.projection, records);
  return isEmpty && projection === view.projection ? view : view.supposing(projection, beside);
}

/**
 * A question asked on two views, and what differs; in steps, as `exposuresInSteps`. An empty scenario is the baseline
 * itself.
 */
export function* whatIf(
  view: View,
  terms: ExposureTermsOf,
  scenario: LookedUpScenario,
): Generator<void, WhatIf> {
  const supposed = supposedView(view, scenario);
  yield;
  const before = yield* exposuresInSteps(view, terms);
  yield;
  const after = supposed === view ? before : yield* exposuresInSteps(supposed, terms);
  yield;
  return {
    view: supposed,
    before,
    after,
    ...differenceOfFindings(
      { view, terms, findings: before.findings },
      { view: supposed, terms, findings: after.findings },
    ),
  };
}
