import { untilDay } from "../../graph/days/clock.js";
import type { CountedFlags } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import type { ExposureTerms } from "../question.js";
import { decisionsOf } from "../transactions/after-decision.js";
import type { Asked } from "../transactions/search.js";

/** A university that stands alone, without parts, a whole or programs that matter. */
export function askedAlone(view: View, university: number, terms: ExposureTerms, flags: CountedFlags): Asked {
  return {
    view,
    terms,
    institution: {
      university,
      parts: new Map([[university, [{ hops: 0, holding: untilDay(terms.validAt) }]]]),
      own: new Set([university]),
    },
    decisions: decisionsOf(view, university),
    flags,
  };
}
