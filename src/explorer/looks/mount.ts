import { withClocks } from "../state/clocks.js";
import { placeOf } from "../state/place.js";
import { keepDrafts } from "./keep-drafts.js";
import { keepField } from "./keep-field.js";
import type { Child, Markup } from "./markup.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Puts markup into an element in place of what stood there. Links keep the clocks of the page. What had the focus keeps it, what was typed and not yet
 * handed in stays in its field, and what was unfolded stays so, where an element of the same id comes back.
 */
export function mount(host: Element, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const id = focused !== null && host.contains(focused) ? focused.id : "";
  const unfolded = [...host.querySelectorAll("details[id][open]")].map((element) => element.id);
  const made: (() => void)[] = [];
  const nodes = children.flatMap((child) => nodesOf(child, isSvg(host), made));
  const giveDrafts = keepDrafts(host);
  const isKept = keepField(host, nodes);
  if (!isKept) host.replaceChildren(...nodes);
  giveDrafts(host);
  for (const one of unfolded) document.getElementById(one)?.setAttribute("open", "");
  if (id !== "" && !isKept) refocus(id);
  for (const ready of made) ready();
}

/** Without a jump: the page scrolls only where the element would not be seen. */
function refocus(id: string): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

function isSvg(host: Element): boolean {
  return host.namespaceURI === SVG;
}

function nodesOf(child: Child, inSvg: boolean, made: (() => void)[]): Node[] {
  if (child === null || child === undefined || child === false) return [];
  if (typeof child === "string" || typeof child === "number") return [document.createTextNode(String(child))];
  if (Array.isArray(child)) return child.flatMap((one: Child) => nodesOf(one, inSvg, made));
  return [elementOf(child as Markup, inSvg, made)];
}

function elementOf({ tag, attributes, children }: Markup, inSvg: boolean, made: (() => void)[]): Element {
  const svg = inSvg || tag === "svg";
  const element = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value, made);
  if (element instanceof HTMLAnchorElement) keepClocks(element);
  element.append(...children.flatMap((child) => nodesOf(child, svg && tag !== "foreignObject", made)));
  return element;
}

/** A link that says from where it changes an address (`linkTo`), or leads to today, has the clocks that it means. */
export function keepClocks(link: HTMLAnchorElement): void {
  const href = link.getAttribute("href");
  if (href === null || "from" in link.dataset || "today" in link.dataset) return;
  link.setAttribute("href", withClocks(href, placeOf(new URL(location.href))));
}

function set(element: Element, name: string, value: unknown, made: (() => void)[]): void {
  if (value === false || value === null || value === undefined) return;
  if (typeof value !== "function") element.setAttribute(name, value === true ? "" : String(value));
  else if (name === "ready") made.push(() => value(element));
  else element.addEventListener(name.replace(/^on/, ""), value as EventListener);
}
