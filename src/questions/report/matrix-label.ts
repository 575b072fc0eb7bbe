import type { AxisValue } from "../../exposure/comparisons/axis-value.js";
import type { MatrixLine } from "../../exposure/comparisons/exposure-matrix.js";

/** A value of a dimension with its name for readers; in a matrix also its total and, of a university, what its line repeats. */
export interface MatrixLabel extends AxisValue, Partial<Omit<MatrixLine, keyof AxisValue>> {
  readonly label: string;
}
