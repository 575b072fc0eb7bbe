import { BYTE_ORDER_MARK, csvLine } from "../../exchange/csv/csv-table.js";
import type { PictureData } from "./picture.js";

/** What a picture shows as a CSV file. */
export function csvOf({ columns, rows }: PictureData): string {
  return BYTE_ORDER_MARK + [columns, ...rows].map(csvLine).join("");
}
