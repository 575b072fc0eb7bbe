import { dayText } from "../looks/day.js";
import { type Child, h, type Markup } from "../looks/markup.js";
import { STYLED } from "../pictures/palette.js";
import type { Picture } from "../pictures/picture.js";
import { texts } from "../texts/english.js";
import type { FrozenBody } from "./frozen-terms.js";

export interface FrozenPictureOptions {
  readonly picture: Picture;
  /** What stands between the picture and its table. */
  readonly more?: Child;
  /** Where the living picture is. */
  readonly address: string;
  /** The day on which it was frozen, as ISO text. */
  readonly today: string;
}

/** Pixels: as wide as a column of an article is, mostly. */
const WIDTH = 800;

/** A picture as one page: the drawing, what was answered, where it comes from, and the same as a table. */
export function frozenPicture({ picture, more, address, today }: FrozenPictureOptions): FrozenBody {
  const { title, description, notes, caption, data } = picture;
  const { height, body } = picture.draw(WIDTH, STYLED);
  return {
    title,
    body: h(
      "main",
      { class: "stack frozen" },
      h("h1", {}, title),
      h(
        "figure",
        { class: "stack tight" },
        h(
          "div",
          { class: "scroll", tabindex: "0", role: "group", "aria-label": description },
          h(
            "svg",
            {
              class: "frozen-drawing",
              viewBox: `0 0 ${WIDTH} ${height}`,
              width: WIDTH,
              height,
              role: "img",
              "aria-label": `${title}. ${description}`,
            },
            body,
          ),
        ),
        notes.map((note) => h("p", { class: "small" }, note)),
        h(
          "figcaption",
          { class: "small soft" },
          caption.map((line) => h("p", {}, line)),
        ),
      ),
      more,
      h("section", {}, h("h2", {}, texts.pictures.table), table(data, title)),
      h(
        "footer",
        { class: "small soft" },
        h("p", {}, texts.shell.footer),
        h(
          "p",
          {},
          texts.cite.frozenOn(dayText(today)),
          " ",
          h("a", { href: address, rel: "noopener" }, address),
        ),
      ),
    ),
  };
}

function table(data: Picture["data"], title: string): Markup {
  const places = data.inPage ?? data.columns.map((_, at) => at);
  const columns = places.map((at) => data.columns[at] ?? "");
  const rows = data.rows.map((cells) =>
    places.map((at) => (data.inWords ? data.inWords(cells[at] ?? null, at) : (cells[at] ?? null))),
  );
  const isNumber = columns.map((_, at) => rows.some((cells) => typeof cells[at] === "number"));
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    h(
      "table",
      { class: "folding" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((name, at) => h("th", { scope: "col", class: isNumber[at] ? "number" : null }, name)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((cells) =>
          h(
            "tr",
            {},
            cells.map((cell, at) =>
              h(
                at === 0 ? "th" : "td",
                {
                  scope: at === 0 ? "row" : null,
                  class: isNumber[at] ? "number" : null,
                  "data-label": columns[at],
                },
                typeof cell === "number" ? texts.pictures.number(cell) : cell,
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
