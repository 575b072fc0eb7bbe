import type { TotalFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { type Child, h } from "./markup.js";
import { sumLines } from "./sums.js";
import { timingMark } from "./timing-mark.js";

/** Totals as a short list; null where there is no money at all. */
export function sumList(totals: readonly TotalFragment[]): Child {
  const lines = sumLines(totals);
  if (lines.length === 0) return null;
  return h(
    "ul",
    { class: "plain sums" },
    lines.map(({ amount, timing }) =>
      h(
        "li",
        {},
        timing !== null && timingMark(timing),
        h(
          "span",
          {},
          h("span", { class: "amount" }, amount),
          timing !== null && ` ${texts.timingShort[timing]}`,
        ),
      ),
    ),
  );
}
