import { h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";

export interface FrameEvents {
  readonly onkeydown: (event: KeyboardEvent) => void;
  readonly onfocus: () => void;
  readonly onblur: () => void;
}

/** The places of the page, drawn once; each part is put into its own. */
export function sheetFrame(canvas: FrameEvents): Markup {
  const say = texts.explore;
  return h(
    "div",
    { class: "explore" },
    h(
      "div",
      { class: "head" },
      h("h1", { tabindex: "-1" }, texts.views.explore),
      h("p", { class: "soft" }, say.lead),
    ),
    h("div", { id: "seek", class: "seek screen-only" }),
    h(
      "div",
      { class: "bench" },
      h(
        "section",
        { class: "board", "aria-label": say.canvas.name },
        h("div", { id: "tools", class: "screen-only" }),
        h("div", {
          id: "canvas",
          class: "screen-only",
          tabindex: "0",
          role: "application",
          "aria-roledescription": say.canvas.name,
          "aria-label": say.canvas.name,
          "aria-describedby": "canvas-keys",
          ...canvas,
        }),
        h("div", { id: "print-picture", class: "print-only" }),
        h("p", { id: "canvas-said", class: "hidden", role: "status" }),
        h("div", { id: "hidden-note" }),
        h(
          "details",
          { class: "small screen-only" },
          h("summary", {}, say.tools.keys),
          h("p", { id: "canvas-keys", class: "soft" }, say.canvas.keys),
        ),
      ),
      h("aside", { id: "panel", class: "panel stack", "aria-label": say.panel.label }),
      h("div", { id: "clocks", class: "clocks-wide screen-only" }),
    ),
    h("div", { id: "filters", class: "screen-only" }),
    h("div", { id: "take", class: "stack tight screen-only" }),
    h("div", { id: "tables" }),
  );
}
