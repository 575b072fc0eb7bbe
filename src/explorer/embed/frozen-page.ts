import { type Child, h, type Markup } from "../looks/markup.js";
import { escapeText, toHtml } from "../looks/to-html.js";

export interface FrozenPage {
  readonly title: string;
  readonly body: Markup;
  /** The styles of the pages, as text. */
  readonly styles: string;
  /** The policy of the page, which it also carries itself, for when no server sends it. */
  readonly policy: string;
}

/**
 * One HTML file that needs nothing beside it: its styles inside, no script at all and a policy against any, every text
 * escaped. Links into these pages become text, since they lead nowhere without the server; everything is unfolded.
 */
export function frozenPage({ title, body, styles, policy }: FrozenPage): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${escapeText(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${styles}</style>`,
    "</head>",
    `<body>${toHtml(frozen(body))}</body>`,
    "</html>",
  ].join("\n");
}

function frozen(child: Child): Child {
  if (Array.isArray(child)) return child.map(frozen);
  if (child === null || typeof child !== "object") return child;
  const { tag, attributes, children } = child as Markup;
  const inside = children.map(frozen);
  if (tag === "details") return h(tag, { ...attributes, open: true }, ...inside);
  if (tag === "a" && String(attributes.href).startsWith("/")) return h("span", {}, ...inside);
  return h(tag, attributes, ...inside);
}
