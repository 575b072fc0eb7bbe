import type { Child, Markup } from "./markup.js";

/** Elements that HTML writes without an end. */
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "wbr", "col"]);

/** Writes markup as HTML: every text and every value escaped, listeners left out. */
export function toHtml(child: Child): string {
  if (child === null || child === undefined || child === false) return "";
  if (typeof child === "string" || typeof child === "number") return escapeText(String(child));
  if (Array.isArray(child)) return child.map(toHtml).join("");
  const { tag, attributes, children } = child as Markup;
  const open = `<${tag}${Object.entries(attributes).map(attribute).join("")}>`;
  return VOID.has(tag) ? open : `${open}${children.map(toHtml).join("")}</${tag}>`;
}

function attribute([name, value]: [string, unknown]): string {
  if (value === false || value === null || value === undefined || typeof value === "function") return "";
  return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
}

/** Text as HTML shows it literally, in elements and in quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
