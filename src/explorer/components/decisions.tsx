import type { JSX } from "preact";
import type { WholeFindingFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { CitedWords } from "./sources.js";

type Coverage = WholeFindingFragment["decisions"][number];

/** Decisions, each with whether it speaks of the counterparty, why, and its words. */
export function DecisionList({ decisions }: { readonly decisions: readonly Coverage[] }): JSX.Element {
  return (
    <ol class="plain stack tight">
      {decisions.map(({ decision, covers, explanation }) => (
        <li key={decision.id}>
          <p class="sentence">
            {decision.text} <span class="tag">{texts.open.covers[covers]}</span>
          </p>
          <p class="small soft">{explanation}</p>
          <CitedWords citations={decision.citations} />
        </li>
      ))}
    </ol>
  );
}
