import type { ClaimedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { citedWords } from "./sources.js";

/** A claim: its sentence, on what kind of word it rests, whose words, and what a reader should know beside it. */
export function claimText(claim: ClaimedFragment): Markup {
  return h(
    "div",
    { class: "claim" },
    h("p", { class: "sentence" }, claim.text, " ", statusTag(claim.status)),
    citedWords(claim.citations),
    claim.note !== null && h("p", { class: "small soft" }, claim.note),
  );
}

/** On what kind of word a claim rests, as a tag; each kind is drawn otherwise. */
export function statusTag(status: ClaimedFragment["status"]): Markup {
  return h("span", { class: `tag status-${status.toLowerCase()}` }, texts.status[status]);
}
