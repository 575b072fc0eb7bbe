import type { AxisValue } from "../../exposure/comparisons/axis-value.js";

/** A value of a dimension with its name for readers. */
export interface MatrixLabel extends AxisValue {
  readonly label: string;
}
