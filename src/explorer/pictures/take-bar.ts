import { h, type Markup } from "../looks/markup.js";
import { texts } from "../texts/english.js";
import { saveCsv, savePng, saveSvg } from "./download.js";
import type { Picture } from "./picture.js";

export interface TakeBarOptions {
  /** Makes the picture when it is asked for. */
  readonly picture: () => Picture | Promise<Picture>;
  /** Stands in the names of the buttons: several pictures may be on a page. */
  readonly title: string;
  readonly id: string;
  /** Where its frozen page is; null: it has none. */
  readonly embed: string | null;
}

/** Buttons by which a picture and its data are taken away. */
export function takeBar({ picture, title, id, embed }: TakeBarOptions): Markup {
  const say = texts.pictures;
  const button = (
    kind: string,
    name: string,
    label: string,
    take: (picture: Picture) => void | Promise<void>,
  ) =>
    h(
      "button",
      {
        type: "button",
        id: `${id}-${kind}`,
        class: "quiet small",
        "aria-label": label,
        onclick: async () => take(await picture()),
      },
      name,
    );
  return h(
    "div",
    { class: "take row screen-only" },
    button("svg", say.svg, say.svgOf(title), saveSvg),
    button("png", say.png, say.pngOf(title), savePng),
    button("csv", say.csv, say.csvOf(title), saveCsv),
    button("alt", say.alt, say.altOf(title), copyDescription),
    embed !== null &&
      h(
        "a",
        {
          class: "button quiet small",
          id: `${id}-embed`,
          href: embed,
          target: "_blank",
          "aria-label": say.embedOf(title),
        },
        say.embed,
      ),
    h("span", { class: "small soft", role: "status", id: `${id}-taken` }),
  );

  async function copyDescription({ title: name, description, notes }: Picture): Promise<void> {
    const words = [`${name}.`, description, ...notes].join(" ");
    const said = document.getElementById(`${id}-taken`);
    try {
      await navigator.clipboard.writeText(words);
      if (said !== null) said.textContent = say.altCopied;
    } catch {
      if (said !== null) said.textContent = words;
    }
  }
}
