import { FUNDING, type RelationArrays } from "./relation-table.js";
import type { Splice } from "./splice.js";
import { internedAfter } from "./string-interner.js";

type Amounts = Pick<RelationArrays, "amountMin" | "amountMax" | "amountCurrency" | "currencies">;

export interface SplicedAmounts {
  readonly columns: Amounts;
  /** `shareMin` of what comes, with the places of its amounts among all. */
  readonly shareMin: Int32Array;
}

/**
 * The amounts of a table with those of what comes: they stand where those of the same revisions stood, and new ones after
 * all others. Where nothing of them changes the columns are the same.
 */
export function splicedAmounts(
  earlier: RelationArrays,
  coming: RelationArrays,
  splices: readonly Splice[],
): SplicedAmounts {
  const { texts: currencies, numbers } = internedAfter(earlier.currencies, coming.currencies);
  const shareMin = coming.shareMin.slice();
  const moves: { readonly from: number; readonly to: number }[] = [];
  let count = earlier.amountMin.length;
  let next = 0;
  for (const { at, goes, comes } of splices)
    for (let nth = 0; nth < comes; nth += 1, next += 1) {
      if (coming.kind[next] !== FUNDING) continue;
      const to = nth < goes ? (earlier.shareMin[at + nth] as number) : count++;
      moves.push({ from: coming.shareMin[next] as number, to });
      shareMin[next] = to;
    }
  const currencyOf = (from: number) => numbers[coming.amountCurrency[from] as number] as number;
  const { amountMin, amountMax, amountCurrency } = earlier;
  const isSame = moves.every(
    ({ from, to }) =>
      Object.is(amountMin[to], coming.amountMin[from]) &&
      Object.is(amountMax[to], coming.amountMax[from]) &&
      amountCurrency[to] === currencyOf(from),
  );
  if (isSame) return { shareMin, columns: { amountMin, amountMax, amountCurrency, currencies } };
  const columns = {
    amountMin: lengthened(amountMin, new Float64Array(count)),
    amountMax: lengthened(amountMax, new Float64Array(count)),
    amountCurrency: lengthened(amountCurrency, new Uint16Array(count)),
    currencies,
  };
  for (const { from, to } of moves) {
    columns.amountMin[to] = coming.amountMin[from] as number;
    columns.amountMax[to] = coming.amountMax[from] as number;
    columns.amountCurrency[to] = currencyOf(from);
  }
  return { shareMin, columns };
}

function lengthened<C extends Float64Array | Uint16Array>(column: C, longer: C): C {
  longer.set(column);
  return longer;
}
