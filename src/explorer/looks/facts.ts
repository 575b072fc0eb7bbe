import { type Child, h, type Markup } from "./markup.js";

/** Labelled values side by side, as many as the width takes; those that are null are left out. */
export function facts(values: Readonly<Record<string, Child>>, kind = "facts"): Markup {
  return h(
    "dl",
    { class: kind },
    Object.entries(values).map(
      ([label, value]) =>
        value !== null &&
        value !== undefined &&
        value !== false &&
        h("div", {}, h("dt", {}, label), h("dd", {}, value)),
    ),
  );
}
