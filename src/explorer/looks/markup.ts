/**
 * What a page shows, as plain data: the same value becomes elements in a browser (mount.ts) and text in a frozen page
 * (to-html.ts). A string is always text, never markup, whatever it contains.
 */
export interface Markup {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

export type Child = Markup | string | number | false | null | undefined | readonly Child[];

/** What an element listens to (or `ready`); frozen pages leave it out. */
export type Listener = (eventOrElement: never) => void;

/**
 * Attributes by their HTML names; `false`, null and undefined leave one out, `true` writes it empty. A name that begins
 * with `on` is a listener. `ready` is called with the element once it stands in the page.
 */
export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | Listener;
}

/** `h("p", { class: "note" }, "text")`. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  return { tag, attributes, children };
}
