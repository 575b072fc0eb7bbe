import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** What is wrong with an address or a question, and the ways on. */
export function notice(title: string, message: string, goOn: string | null): Markup {
  return h(
    "section",
    { class: "notice" },
    h("h1", { tabindex: "-1" }, title),
    h("p", { role: "alert" }, message),
    h(
      "p",
      { class: "row" },
      goOn !== null && h("a", { class: "button", href: goOn }, texts.trouble.goOn),
      h("a", { class: "button quiet", href: "/", "data-today": true }, texts.trouble.start),
    ),
  );
}
