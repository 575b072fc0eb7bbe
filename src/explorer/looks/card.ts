import { type Child, h, type Markup } from "./markup.js";

/** A part of a page on a card, under its title. */
export function card(title: Child, ...children: readonly Child[]): Markup {
  return h("section", { class: "card stack tight" }, h("h2", {}, title), ...children);
}
