import { type Child, h, type Markup } from "../looks/markup.js";
import { mount } from "../looks/mount.js";
import { texts } from "../texts/english.js";
import { STYLED } from "./palette.js";
import type { Picture } from "./picture.js";
import { takeBar } from "./take-bar.js";

export interface FigureOptions {
  readonly picture: Picture;
  /** Of its drawing; a narrower page scrolls it. */
  readonly minWidth?: number;
  /** Its parts answer for themselves: then it is a group of them, not one image. */
  readonly isGroup?: boolean;
  /** What belongs to it above the drawing: how it is laid out. */
  readonly controls?: Child;
  /** What an opened part of it holds. */
  readonly opened?: Child;
  /** What belongs to it at its end: the equal table. */
  readonly below?: Child;
  readonly embed: string | null;
  /** What stands in the place of a picture that shows nothing, of its notes and its table. */
  readonly empty: string;
}

const LONG = 200;

/** A picture in a page, drawn as wide as it has room and again when that changes, with all that must stand by it. */
export function figure({
  picture,
  minWidth = 0,
  isGroup = false,
  controls,
  opened,
  below,
  embed,
  empty,
}: FigureOptions): Markup {
  const { name, title, notes, caption } = picture;
  const isEmpty = picture.data.rows.length === 0;
  return h(
    "figure",
    { class: "picture card stack tight", id: `picture-${name}`, "aria-labelledby": `${name}-heading` },
    h("h2", { id: `${name}-heading` }, title),
    controls,
    isEmpty
      ? h("p", {}, empty)
      : h("div", {
          class: "drawing scroll",
          ready: (element: HTMLElement) => keepDrawn(element, { picture, minWidth, isGroup }),
        }),
    opened,
    !isEmpty && notes.map((note) => h("p", { class: "small" }, note)),
    h("figcaption", { class: "small soft" }, captionParts(caption)),
    !isEmpty && [takeBar({ id: name, title, picture: () => picture, embed }), below],
  );
}

/** The last line, clocks and version, in sight; the sources before it folded, where they are many. */
function captionParts(caption: readonly string[]): Child {
  const sources = caption.slice(0, -1);
  const isLong = sources.join(" ").length > LONG;
  return [
    isLong
      ? h(
          "details",
          {},
          h("summary", {}, texts.pictures.sources),
          sources.map((line) => h("p", {}, line)),
        )
      : sources.map((line) => h("p", {}, line)),
    h("p", {}, caption.at(-1)),
  ];
}

interface Kept {
  readonly picture: Picture;
  readonly minWidth: number;
  readonly isGroup: boolean;
}

function keepDrawn(element: HTMLElement, kept: Kept): void {
  let drawnAt = 0;
  const draw = () => {
    const width = Math.max(kept.minWidth, Math.floor(element.clientWidth));
    if (width === drawnAt || width === 0) return;
    drawnAt = width;
    mount(element, svg(kept, width));
    // Where it is wider than the page, it is scrolled by the keyboard as well.
    if (width > element.clientWidth && !kept.isGroup) {
      element.tabIndex = 0;
      element.setAttribute("role", "region");
      element.setAttribute("aria-label", kept.picture.title);
    }
  };
  draw();
  const observer = new ResizeObserver(() => {
    if (element.isConnected) draw();
    else observer.disconnect();
  });
  observer.observe(element);
}

function svg({ picture, isGroup }: Kept, width: number): Markup {
  const { height, body } = picture.draw(width, STYLED);
  return h(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: isGroup ? "group" : "img",
      "aria-label": `${picture.title}. ${picture.description}`,
    },
    body,
  );
}
