import type { CitationFormat } from "../api/documents.generated.js";
import { hrefOf, type Place } from "../state/place.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { mount } from "./mount.js";
import { toHtml } from "./to-html.js";

export interface CiteOptions {
  /** What a frozen page of it is called. */
  readonly title: string;
  readonly scope: { readonly validAt: string; readonly knownAt: string };
  readonly place: Place;
  /** Asks for its citation, in which an address stands; null: it has none, and its link alone is copied. */
  readonly citation: ((format: CitationFormat, address: string) => Promise<string | null | undefined>) | null;
  /** Where its frozen page is; null: it has none. */
  readonly embed: string | null;
}

/** Buttons that copy a citation or the link, both with both clocks as days, and a link to the frozen page. */
export function citeBar({ title, scope, place, citation, embed }: CiteOptions): Markup {
  const href = hrefOf(place.path, { ...place.values, at: scope.validAt, known: scope.knownAt });
  const address = () => new URL(href, location.href).href;
  const say = texts.cite;
  return h(
    "div",
    { class: "cite screen-only" },
    h("p", { class: "label" }, say.title),
    h(
      "div",
      { class: "row" },
      citation !== null && [
        button(say.text, () => citation("TEXT", address())),
        button(say.csl, () => citation("CSL_JSON", address())),
      ],
      button(say.link, async () => address()),
      embed !== null && [
        h("a", { class: "button quiet small", href: embed, target: "_blank" }, say.embed),
        button(say.code, async () => embedCode(new URL(embed, location.href).href, title)),
      ],
    ),
    h("p", { class: "copied small", role: "status" }),
  );
}

function button(name: string, text: () => Promise<string | null | undefined>): Markup {
  return h(
    "button",
    { type: "button", class: "quiet small", onclick: (event: Event) => void copy(event, text) },
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
async function copy(event: Event, text: () => Promise<string | null | undefined>): Promise<void> {
  const bar = (event.currentTarget as HTMLElement).closest(".cite");
  const said = bar?.querySelector(".copied");
  if (!said) return;
  const asked = await text().catch(() => null);
  if (asked === null || asked === undefined) return mount(said, texts.trouble.away);
  const copied = await write(asked);
  mount(said, copied ? texts.cite.copied : texts.cite.notCopied, h("code", { class: "block" }, asked));
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
