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
