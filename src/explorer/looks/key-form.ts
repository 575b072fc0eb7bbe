import { currentKey, KEY_PATTERN } from "../state/key.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** That the server asks for a key, and a field for it; `use` is called with what was entered. */
export function keyForm(use: (key: string) => void): Markup {
  const say = texts.key;
  return h(
    "section",
    { class: "notice" },
    h("h1", { tabindex: "-1" }, say.title),
    h("p", { role: "alert" }, currentKey() === null ? say.needed : say.unknown),
    h(
      "form",
      {
        class: "row",
        onsubmit: (event: Event) => {
          event.preventDefault();
          const field = (event.currentTarget as Element).querySelector("input") as HTMLInputElement;
          use(field.value.trim());
        },
      },
      h("label", { for: "key" }, say.label),
      h("input", {
        id: "key",
        type: "password",
        autocomplete: "off",
        required: true,
        pattern: `\\s*${KEY_PATTERN}\\s*`,
        title: say.form,
        "aria-describedby": "key-help",
      }),
      h("button", { type: "submit" }, say.use),
    ),
    h("p", { id: "key-help", class: "small soft" }, say.help),
  );
}
