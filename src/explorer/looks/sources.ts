import { copyWords, originalPublisher, originalsFirst } from "../../explain/source-text.js";
import type { CitedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** A source with its day, marked where it was published after the day of knowing asked for. */
export type CitedSource = Pick<CitedFragment, "source" | "isLater">;

/**
 * Whose a source is, its title, as a link where it is on the web, its date and grade, and the site at whose address a copy
 * of it stands.
 */
export function sourceLink({ source, isLater }: CitedSource): Markup {
  const { published, grade } = source;
  const copy = copyWords(source);
  const title = h("cite", {}, source.title);
  const address = webAddress(source.url) ?? webAddress(source.archivedUrl);
  return h(
    "span",
    { class: "source" },
    h("span", { class: "publisher" }, originalPublisher(source)),
    ", ",
    address === null ? title : h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title),
    published !== null && `, ${texts.published(published)}`,
    grade !== null && h("span", { class: "soft" }, `, ${texts.open.grade(grade)}`),
    copy !== null && ` (${copy})`,
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

/** The words that a claim relies on, each with its source; sources without words after those with, of these copies last. */
export function citedWords(citations: readonly CitedFragment[]): Markup {
  const quoted = citations.filter(({ quote }) => quote !== null);
  const bare = originalsFirst(
    citations.filter(({ quote }) => quote === null),
    ({ source }) => source,
  );
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
