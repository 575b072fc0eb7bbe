import type { JSX } from "preact";
import type { DealtFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { ClaimText } from "./claim.js";
import { TimingText } from "./timing-mark.js";

/**
 * What passed between a university and others: each dealing with its words, how it stands in time, and a mark where it
 * came after the university's own decision.
 */
export function Dealings({ dealt }: { readonly dealt: readonly DealtFragment[] }): JSX.Element {
  return (
    <ol class="plain dealings">
      {dealt.map((one) => (
        <li
          key={one.relation.id}
          class={one.afterDecision === null ? "" : `decided covers-${one.afterDecision.covers.toLowerCase()}`}
        >
          <ClaimText claim={one.relation} />
          <p class="row small">
            <TimingText timing={one.timing} words={one.timingText} />
          </p>
          {one.afterDecision !== null && (
            <p class="mark-decision small">
              <strong>{texts.open.afterVerdict[one.afterDecision.covers]}. </strong>
              {one.afterDecision.decision.text} {one.afterDecision.explanation}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
