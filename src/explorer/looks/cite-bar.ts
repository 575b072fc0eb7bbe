import { type Cited, citationBibtex, citationCsl, citationText } from "../state/citation.js";
import { hrefOf, type Place } from "../state/place.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { h, type Markup } from "./markup.js";
import { mount } from "./mount.js";
import { toHtml } from "./to-html.js";

export interface CiteOptions {
  /** What is cited, in a sentence or a title. */
  readonly title: string;
  readonly scope: { readonly validAt: string; readonly knownAt: string; readonly graphVersion: string };
  readonly place: Place;
  /** Where its frozen page is; null: it has none. */
  readonly embed: string | null;
}

/** Buttons that copy a citation or the link, both with both clocks as days, and a link to the frozen page. */
export function citeBar({ title, scope, place, embed }: CiteOptions): Markup {
  const href = hrefOf(place.path, { ...place.values, at: scope.validAt, known: scope.knownAt });
  const cited = (): Cited => ({
    title,
    container: texts.product,
    graphVersion: scope.graphVersion,
    validAt: scope.validAt,
    knownAt: scope.knownAt,
    address: new URL(href, location.href).href,
    accessed: new Date().toISOString().slice(0, 10),
    clocks: texts.clocks.atTime(dayText(scope.validAt), dayText(scope.knownAt)),
  });
  const say = texts.cite;
  return h(
    "div",
    { class: "cite screen-only" },
    h("p", { class: "label" }, say.title),
    h(
      "div",
      { class: "row" },
      button(say.text, () => citationText(cited(), say)),
      button(say.bibtex, () => citationBibtex(cited())),
      button(say.csl, () => citationCsl(cited())),
      button(say.link, () => cited().address),
      embed !== null && [
        h("a", { class: "button quiet small", href: embed, target: "_blank" }, say.embed),
        button(say.code, () => embedCode(new URL(embed, location.href).href, title)),
      ],
    ),
    h("p", { class: "copied small", role: "status" }),
  );
}

function button(name: string, text: () => string): Markup {
  return h(
    "button",
    { type: "button", class: "quiet small", onclick: (event: Event) => void copy(event, text()) },
    name,
  );
}

/** What puts a frozen page into another one, where it may do nothing but be read. */
function embedCode(address: string, title: string): string {
  const frame = h("iframe", {
    src: address,
    title,
    sandbox: "allow-popups",
    width: "100%",
    height: 600,
    loading: "lazy",
  });
  return toHtml(frame);
}

/** Copies, and shows what was copied, so that a reader sees it and may copy it by hand. */
async function copy(event: Event, text: string): Promise<void> {
  const bar = (event.currentTarget as HTMLElement).closest(".cite");
  const said = bar?.querySelector(".copied");
  if (!said) return;
  const copied = await write(text);
  mount(said, copied ? texts.cite.copied : texts.cite.notCopied, h("code", { class: "block" }, text));
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
