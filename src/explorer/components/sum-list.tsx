import type { ComponentChildren } from "preact";
import type { TotalFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { sumLines } from "./sums.js";
import { TimingMark } from "./timing-mark.js";

/** Totals as a short list; null where there is no money at all. */
export function sumList(totals: readonly TotalFragment[]): ComponentChildren {
  const lines = sumLines(totals);
  if (lines.length === 0) return null;
  return (
    <ul class="plain sums">
      {lines.map(({ amount, timing }) => (
        <li>
          {timing !== null && <TimingMark timing={timing} />}
          <span>
            <span class="amount">{amount}</span>
            {timing !== null && ` ${texts.timingShort[timing]}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
