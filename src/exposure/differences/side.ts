import type { View } from "../../graph/view.js";
import type { Finding } from "../finding.js";
import type { ExposureTermsOf } from "../question.js";

/** One of two answers that are compared: the same question on another view or on other days. */
export interface Side {
  readonly view: View;
  readonly terms: ExposureTermsOf;
  readonly findings: readonly Finding[];
}
