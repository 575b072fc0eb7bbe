import { dayOf, printDay } from "../../domain/day.js";

/** Day 0 of spreadsheets, 1899-12-30, as days before 1970. */
const EPOCH = -25_569;
/** The last day that a spreadsheet knows, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * A day as `YYYY-MM-DD` from a spreadsheet's number, `YYYY-MM-DD` or `M/D/YYYY`; empty for empty, null for what is no day.
 */
export function readDay(cell: string): string | null {
  if (cell === "") return "";
  if (/^\d+(\.\d+)?$/.test(cell)) {
    const serial = Math.floor(Number(cell));
    return serial >= 1 && serial <= LAST_SERIAL ? printDay(serial + EPOCH) : null;
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/.exec(cell);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const [year, month, day] = iso?.slice(1) ?? [american?.[3], american?.[1], american?.[2]];
  const found = year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
  return found === null ? null : printDay(found);
}

/** The day after. */
export function nextDay(day: string): string {
  return printDay((dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))) ?? 0) + 1);
}
