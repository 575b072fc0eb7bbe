import type { EntityId } from "../../domain/entity.js";
import { percent } from "../../domain/share.js";
import type { Names } from "./names.js";

/** The data problem of a company whose known shares (a fraction) are more than the whole, as a clause. */
export function overfullText(company: EntityId, known: number, names: Names): string {
  return `a data problem: the known shares of ${names.entity(company) ?? company} add up to ${percent(known)} per cent`;
}
