import { type ComponentChildren, type JSX, render } from "preact";
import { useState } from "preact/hooks";
import type { CitationFormat } from "../api/documents.generated.js";
import { hrefOf, type Place } from "../state/place.js";
import { texts } from "../texts/english.js";
import { Link } from "./link.js";

export interface CiteOptions {
  /** What a snapshot of it is called. */
  readonly title: string;
  readonly scope: { readonly validAt: string; readonly knownAt: string };
  readonly place: Place;
  /** Asks for its citation, in which an address stands; null: it has none, and its link alone is copied. */
  readonly citation: ((format: CitationFormat, address: string) => Promise<string | null | undefined>) | null;
  /** Where its snapshot is; null: it has none. */
  readonly embed: string | null;
  /** Where a card of it is; absent: it has none. */
  readonly card?: string;
}

/** Pixels of a frame for a whole page, and for a card. */
const PAGE = { width: "100%", height: 600 };
const CARD = { width: 400, height: 480 };

/** Buttons that copy a citation or the link, both with both clocks as days, and a link to the snapshot. */
export function CiteBar({ title, scope, place, citation, embed, card }: CiteOptions): JSX.Element {
  const href = hrefOf(place.path, { ...place.values, at: scope.validAt, known: scope.knownAt });
  const address = () => new URL(href, location.href).href;
  const say = texts.cite;
  const [said, setSaid] = useState<{ readonly of: string; readonly words: ComponentChildren }>();
  /** Copies, and shows what was copied, so that a reader sees it and may copy it by hand. */
  const copy = async (text: () => Promise<string | null | undefined>) => {
    const asked = await text().catch(() => null);
    if (asked === null || asked === undefined) return setSaid({ of: href, words: texts.trouble.away });
    const copied = await write(asked);
    const words = (
      <>
        {copied ? say.copied : say.notCopied}
        <code class="block">{asked}</code>
      </>
    );
    setSaid({ of: href, words });
  };
  const button = (name: string, text: () => Promise<string | null | undefined>) => (
    <button type="button" class="quiet small" onClick={() => void copy(text)}>
      {name}
    </button>
  );
  return (
    <div class="cite screen-only">
      <p class="label">{say.title}</p>
      <div class="row">
        {citation !== null && button(say.text, () => citation("TEXT", address()))}
        {citation !== null && button(say.csl, () => citation("CSL_JSON", address()))}
        {button(say.link, async () => address())}
        {embed !== null && (
          <Link class="button quiet small" href={embed} target="_blank">
            {say.embed}
          </Link>
        )}
        {embed !== null && button(say.code, async () => embedCode(embed, title, PAGE))}
        {card !== undefined && button(say.card, async () => embedCode(card, title, CARD))}
      </div>
      <p class="copied small" role="status">
        {said?.of === href && said.words}
      </p>
    </div>
  );
}

/** What puts a snapshot into another one, where it may do nothing but be read. */
function embedCode(path: string, title: string, size: typeof PAGE | typeof CARD): string {
  const frame = (
    <iframe
      src={new URL(path, location.href).href}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      {...size}
      loading="lazy"
    />
  );
  const host = document.createElement("div");
  render(frame, host);
  return host.innerHTML;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
