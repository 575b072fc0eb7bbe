import type { CitedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** A source with its day, marked where it was published after the day of knowing asked for. */
export type CitedSource = Pick<CitedFragment, "source" | "isLater">;

/** A link to a source where it is on the web, its title where it is not. Addresses of other kinds are shown as text. */
export function sourceLink({ source, isLater }: CitedSource): Markup {
  const title = h("cite", {}, source.title);
  const address = webAddress(source.url) ?? webAddress(source.archivedUrl);
  return h(
    "span",
    { class: "source" },
    h("span", { class: "publisher" }, source.publisher),
    source.published === null ? "" : `, ${texts.published(source.published)}`,
    ": ",
    address === null ? title : h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title),
    webAddress(source.archivedUrl) !== null &&
      address !== source.archivedUrl && [
        " (",
        h(
          "a",
          { href: source.archivedUrl ?? "", rel: "noopener noreferrer", target: "_blank" },
          texts.open.archived,
        ),
        ")",
      ],
    isLater && h("span", { class: "later" }, ` (${texts.publishedLater})`),
  );
}

/** An address that a browser may open from a page: of the web, nothing that could run. */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

/** The words that a claim relies on, each with its source; sources without words after those with. */
export function citedWords(citations: readonly CitedFragment[]): Markup {
  const quoted = citations.filter(({ quote }) => quote !== null);
  const bare = citations.filter(({ quote }) => quote === null);
  return h(
    "div",
    { class: "cited" },
    quoted.map((citation) =>
      h(
        "figure",
        { class: "quote" },
        h("blockquote", {}, "“", citation.quote, "”"),
        h("figcaption", {}, sourceLink(citation), citation.locator !== null && `, ${citation.locator}`),
      ),
    ),
    bare.length > 0 &&
      h(
        "p",
        { class: "small soft" },
        bare.map((citation, at) => [at === 0 ? "" : "; ", sourceLink(citation)]),
      ),
  );
}
