import { chooseTheme, theme } from "../state/theme.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** The page around every view: skip link, name, navigation, ground, a place for alerts, the view, a last line. */
export function frame(views: readonly { readonly path: string; readonly name: string }[]): Markup[] {
  return [
    h("a", { class: "skip", href: "#content" }, texts.shell.skip),
    h(
      "header",
      { class: "top" },
      h("a", { class: "brand", href: "/" }, texts.product),
      h(
        "nav",
        { "aria-label": texts.shell.navigation },
        h("ul", {}, ...views.map(({ path, name }) => h("li", {}, h("a", { href: path }, name)))),
      ),
      themeButton(),
    ),
    h("div", { id: "alerts", role: "alert" }),
    h("main", { id: "content", tabindex: "-1" }),
    h(
      "footer",
      { class: "bottom" },
      h("p", {}, texts.shell.footer),
      h("p", { id: "key-kept" }),
      h("p", {}, h("a", { href: "/graphql", target: "_top" }, texts.shell.api)),
    ),
  ];
}

function themeButton(): Markup {
  const dress = (button: HTMLButtonElement) => {
    const other = theme() === "dark" ? "light" : "dark";
    button.textContent = texts.shell[other];
    button.setAttribute("aria-label", other === "dark" ? texts.shell.toDark : texts.shell.toLight);
  };
  return h("button", {
    id: "theme",
    class: "quiet",
    type: "button",
    ready: dress,
    onclick: (event: Event) => {
      chooseTheme(theme() === "dark" ? "light" : "dark");
      dress(event.currentTarget as HTMLButtonElement);
    },
  });
}
