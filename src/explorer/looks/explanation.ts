import type { CitedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { type Child, h, type Markup } from "./markup.js";
import { sourceLink } from "./sources.js";

/**
 * A paragraph of the API with its numbered citations: each number leads to the source below, and all sources stand
 * under it in one list. `prefix` keeps the anchors of several paragraphs apart.
 */
export function explanation(text: string, citations: readonly CitedFragment[], prefix: string): Markup {
  return h(
    "div",
    { class: "explanation" },
    h("p", { class: "prose" }, linked(text, prefix)),
    citations.length > 0 &&
      h(
        "details",
        { class: "sources" },
        h("summary", {}, texts.open.sources(citations.length)),
        h(
          "ol",
          {},
          citations.map(({ source, isLater, quote, locator }, at) =>
            h(
              "li",
              { id: `${prefix}-${at + 1}`, tabindex: "-1" },
              sourceLink({ source, isLater }),
              locator !== null && `, ${locator}`,
              quote !== null && h("q", { class: "small" }, quote),
            ),
          ),
        ),
      ),
  );
}

/** "[1–3, 5]" with a link at each number; its signs are text, so that they are copied with the paragraph. */
function linked(text: string, prefix: string): Child[] {
  return text
    .split(/ ?(\[\d[\d–, ]*\])/)
    .map((part, at) =>
      at % 2 === 0 ? part : h("span", { class: "ref" }, "\u00a0", part.split(/(\d+)/).map(number(prefix))),
    );
}

function number(prefix: string) {
  return (part: string, at: number): Child =>
    at % 2 === 0 ? part : h("a", { class: "ref-number", href: `#${prefix}-${part}` }, part);
}
