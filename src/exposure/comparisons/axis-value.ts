import type { EntityId } from "../../domain/entity.js";

/** One value of a dimension by which something is grouped: of entities their id, else a word of its own. */
export interface AxisValue {
  readonly dimension: string;
  readonly key: string;
  readonly entity: EntityId | null;
}

/** By the first key that differs. */
export function axisOrder(a: readonly AxisValue[], b: readonly AxisValue[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const [left, right] = [a[at]?.key ?? "", b[at]?.key ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
