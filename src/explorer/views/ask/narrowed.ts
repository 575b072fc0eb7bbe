import type { WhyNotQuery } from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { claimText } from "../../looks/claim.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

/** That the address narrows the question, and the way back to all of it. */
export function onlyNote(
  words: string,
  what: Child,
  all: string,
  { place, without }: { readonly place: Place; readonly without: "flag" | "target" },
): Markup {
  return h(
    "p",
    { class: "row only" },
    words,
    " ",
    what,
    h("a", { class: "button quiet small", ...linkTo(place, { [without]: null, open: null }) }, all),
  );
}

/** Why nothing was found on the party asked about. */
export function whyNotCard({ entity, whyNot }: WhyNotQuery): Child {
  if (whyNot === null || whyNot.found) return null;
  return card(
    texts.ask.whyNot(entity?.name ?? ""),
    h("p", { class: "prose" }, whyNot.explanation),
    whyNot.missing.length > 0 && [
      h("p", { class: "label" }, texts.ask.missing),
      h(
        "ul",
        {},
        whyNot.missing.map((sentence) => h("li", {}, sentence)),
      ),
    ],
    [...whyNot.denied, ...whyNot.successions].map((claim) => claimText(claim)),
  );
}
