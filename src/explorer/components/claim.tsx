import type { JSX } from "preact";
import type { ClaimedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { CitedWords } from "./sources.js";

/** A claim: its sentence, on what kind of word it rests, whose words, and what a reader should know beside it. */
export function ClaimText({ claim }: { readonly claim: ClaimedFragment }): JSX.Element {
  return (
    <div class="claim">
      <p class="sentence">
        {claim.text} <StatusTag status={claim.status} />
      </p>
      <CitedWords citations={claim.citations} />
      {claim.note !== null && <p class="small soft">{claim.note}</p>}
    </div>
  );
}

/** On what kind of word a claim rests, as a tag; each kind is drawn otherwise. */
export function StatusTag({ status }: { readonly status: ClaimedFragment["status"] }): JSX.Element {
  return <span class={`tag status-${status.toLowerCase()}`}>{texts.status[status]}</span>;
}
