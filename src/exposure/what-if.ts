import { type SupposedRecords, supposedProjection } from "../projection/suppose.js";
import { type Suppositions, View } from "../projection/view.js";
import { type DifferenceOfFindings, differenceOfFindings } from "./difference-of-findings.js";
import { findExposures } from "./find-exposures.js";
import type { Exposures } from "./finding.js";
import type { ExposureTermsOf } from "./question.js";

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
  return isEmpty && projection === view.projection ? view : View.of(projection, view.terms, beside);
}

/** A question asked on two views, and what differs. An empty scenario is the baseline itself. */
export function whatIf(view: View, terms: ExposureTermsOf, scenario: LookedUpScenario): WhatIf {
  const supposed = supposedView(view, scenario);
  const before = findExposures(view, terms);
  const after = supposed === view ? before : findExposures(supposed, terms);
  const difference = differenceOfFindings(
    { view, terms, findings: before.findings },
    { view: supposed, terms, findings: after.findings },
  );
  return {
    view: supposed,
    before,
    after,
    added: difference.added,
    removed: difference.removed,
    get changed() {
      return difference.changed;
    },
  };
}
