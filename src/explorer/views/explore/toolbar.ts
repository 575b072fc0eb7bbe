import { h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";

export interface Tools {
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  readonly tidy: () => void;
  readonly anew: () => void;
}

/** A button for everything that a gesture does on the canvas as a whole. */
export function toolbar({ canUndo, undo, fit, zoom, tidy, anew }: Tools): Markup {
  const say = texts.explore.tools;
  return h(
    "div",
    { class: "tools row", role: "group", "aria-label": say.label },
    button("undo", say.undo, undo, !canUndo),
    button("fit", say.fit, fit),
    button("nearer", say.nearer, () => zoom(1.4)),
    button("farther", say.farther, () => zoom(1 / 1.4)),
    button("tidy", say.tidy, tidy),
    button("anew", say.anew, anew),
  );
}

function button(id: string, name: string, onclick: () => void, disabled = false): Markup {
  return h("button", { id, type: "button", class: "quiet small", onclick, disabled }, name);
}
