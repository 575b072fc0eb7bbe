import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** That the server is away, what happens next, and a button that does it now. */
export function banner(what: string, next: string, retry: () => void): Markup {
  return h(
    "div",
    { class: "banner" },
    h("p", {}, h("strong", {}, what), " ", h("span", { "aria-hidden": "true" }, next)),
    h("button", { id: "retry", type: "button", onclick: retry }, texts.trouble.retry),
  );
}
