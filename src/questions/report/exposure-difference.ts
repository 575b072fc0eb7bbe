import type { ClaimId } from "../../domain/claim.js";
import type {
  ChangedFinding,
  DifferenceOfFindings,
  FindingCause,
} from "../../exposure/differences/difference-of-findings.js";
import { lazy } from "../../graph/lazy.js";
import { inTurns } from "../in-turns.js";
import type { ExposureReport } from "./exposure-report.js";

/** Two answers and what differs. The causes are empty where nothing but a supposed listing or sameness makes it so. */
export interface ExposureDifference {
  readonly before: ExposureReport;
  readonly after: ExposureReport;
  readonly added: readonly FindingCause[];
  readonly removed: readonly FindingCause[];
  /** Worked out when it is first asked for. */
  readonly changed: () => Promise<readonly ChangedFinding[]>;
}

/** Two reports with what differs between their findings. */
export function exposureDifference(
  before: ExposureReport,
  after: ExposureReport,
  { added, removed, changed }: DifferenceOfFindings,
): ExposureDifference {
  return { before, after, added, removed, changed: lazy(() => inTurns(changed())) };
}

/** The claims that make a difference, by id. */
export function claimsBecause({ because }: FindingCause | ChangedFinding): Promise<readonly ClaimId[]> {
  return inTurns(because());
}
