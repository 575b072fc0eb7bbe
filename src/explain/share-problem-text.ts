import type { EntityId } from "../domain/entity.js";
import { percent } from "../domain/share.js";
import { calledIn } from "./claim-text.js";
import type { Names } from "./names.js";

/** The data problem of a company whose known shares (a fraction) are more than the whole, as a clause. */
export function overfullText(company: EntityId, known: number, names: Names): string {
  return `the shares of ${calledIn(names)(company)} that the sources give add up to ${percent(known)} per cent, so one of them is wrong or out of date`;
}
