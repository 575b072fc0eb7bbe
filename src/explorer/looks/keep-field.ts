/**
 * Puts new nodes into a host around the field that has the focus, which stays the element it is: what is half typed, or
 * being dragged, would be lost with it, and another answer may come meanwhile. A search box stays whole, with what it
 * offers. False, and nothing is done, where no such field has the focus or the new nodes have none in its place.
 */
export function keepField(host: Element, fresh: readonly Node[]): boolean {
  const field = document.activeElement;
  if (field === null || !field.matches(KEPT) || field.id === "" || !host.contains(field)) return false;
  const root = document.createElement("div");
  root.append(...fresh);
  const successor = root.querySelector(`#${CSS.escape(field.id)}`);
  const [kept, replaced] = [upTo(host, field), successor === null ? [] : upTo(root, successor)];
  const fits =
    kept.length === replaced.length && kept.every(({ tagName }, at) => tagName === replaced[at]?.tagName);
  if (!fits) {
    // They belong to the caller, outside of this root.
    root.replaceChildren();
    return false;
  }
  for (const [at, element] of kept.entries()) {
    const other = replaced[at] as Element;
    putAround(element, other);
    // Any write to the field, the same value too, ends the number that is being typed.
    if (at < kept.length - 1) giveAttributes(element, other);
  }
  return true;
}

const KEPT = "input:is([type=date], [type=text], [type=number], [type=range]), textarea";

/** A field, or the search box that it belongs to, and what it stands in, without the root; the outermost first. */
function upTo(root: Element, field: Element): readonly Element[] {
  const path: Element[] = [];
  let one: Element | null = field.closest(".search") ?? field;
  for (; one !== null && one !== root; one = one.parentElement) path.unshift(one);
  return path;
}

/** Gives an element the neighbours of another. */
function putAround(element: Element, other: Element): void {
  while (element.previousSibling) element.previousSibling.remove();
  while (element.nextSibling) element.nextSibling.remove();
  const siblings = [...(other.parentNode?.childNodes ?? [])];
  const at = siblings.indexOf(other);
  element.before(...siblings.slice(0, at));
  element.after(...siblings.slice(at + 1));
}

function giveAttributes(element: Element, other: Element): void {
  for (const { name } of [...element.attributes])
    if (!other.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of [...other.attributes]) element.setAttribute(name, value);
}
