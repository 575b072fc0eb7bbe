import { h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";

export interface Tools {
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Moves the view by pixels. */
  readonly pan: (dx: number, dy: number) => void;
  readonly tidy: () => void;
  readonly anew: () => void;
}

/** A button for everything that a gesture does on the canvas as a whole. */
export function toolbar({ canUndo, undo, fit, zoom, pan, tidy, anew }: Tools): Markup {
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
    arrows("view", say.move, (dx, dy) => pan(dx * PAN, dy * PAN)),
  );
}

const PAN = 120;

/** Four buttons for what dragging does. */
export function arrows(id: string, label: string, move: (dx: -1 | 0 | 1, dy: -1 | 0 | 1) => void): Markup {
  const say = texts.explore.tools.directions;
  const one = (name: keyof typeof say, sign: string, dx: -1 | 0 | 1, dy: -1 | 0 | 1) =>
    h(
      "button",
      {
        id: `${id}-${name}`,
        type: "button",
        class: "quiet small arrow-button",
        "aria-label": `${label}: ${say[name]}`,
        onclick: () => move(dx, dy),
      },
      h("span", { "aria-hidden": "true" }, sign),
    );
  return h(
    "span",
    { class: "row tight", role: "group", "aria-label": label },
    one("left", "←", -1, 0),
    one("up", "↑", 0, -1),
    one("down", "↓", 0, 1),
    one("right", "→", 1, 0),
  );
}

function button(id: string, name: string, onclick: () => void, disabled = false): Markup {
  return h("button", { id, type: "button", class: "quiet small", onclick, disabled }, name);
}
