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

const LARGEST = 1e15;

/** An amount in digits with at most four decimals; empty for empty, null for what is none. `(250)` is -250. */
export function readAmount(cell: string): number | "" | null {
  if (cell === "") return "";
  const bare = cell.replace(/[$,\s]/g, "").replace(/^\((.+)\)$/, "-$1");
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(bare)) return null;
  const amount = Math.round(Number(bare) * 10_000) / 10_000;
  return Math.abs(amount) > LARGEST ? null : amount;
}

/** OPEIDs have eight digits; a spreadsheet drops the zeros that they begin with. */
export function readOpeid(cell: string): string {
  return /^\d{1,7}$/.test(cell) ? cell.padStart(8, "0") : cell;
}

/** Names that name no giver. */
const NAMELESS =
  /^["'\s]*(anon(ymous|\.)?( ?(donor|individual|foundation|gift))?|(confidential|individual|private|unnamed|undisclosed) ?(donor|individual|entity|source)?|individual|multiple individuals|donor|requested anonymity|unknown|undisclosed|not (disclosed|available|provided)|n\/?a|none|various)s?["'\s]*(# ?\d*|\d+)?["'\s]*$/i;

/** Whether a name names no giver: "Anonymous", "Anon. Donor #4". */
export function isNameless(name: string): boolean {
  return NAMELESS.test(name);
}

/** Forms of legal persons that trade, as a word of their names. */
const LEGAL_FORM =
  /(?:^|[\s,.(])(?:co|corp|corporation|company|inc|incorporated|ltd|limited|llc|llp|plc|pte|pty|gmbh|ag|kg|kgaa|se|s\.?a|s\.?p\.?a|s\.?r\.?l|sarl|sas|bv|b\.v|nv|n\.v|ab|a\/s|aps|asa|oyj?|kk|k\.k|sdn|bhd|jsc|pjsc|ojsc|ooo|zao|oao|pvt|ltda)(?=$|[\s,.)])/i;

/** Whether a name has the form of a company's. */
export function hasLegalForm(name: string): boolean {
  return LEGAL_FORM.test(name);
}
