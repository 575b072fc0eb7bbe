import { carriedOver, hrefOf, type Place, placeOf } from "../state/place.js";
import { VIEWS } from "./views.js";

/** Where a click on a link leads within these pages; null: it is the browser's to follow, or leads nowhere else. */
export function followedLink(link: HTMLAnchorElement, event: MouseEvent, now: Place): URL | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!plain || event.defaultPrevented || link.target !== "" || link.hasAttribute("download")) return null;
  const address = new URL(link.href, location.href);
  if (address.origin !== location.origin || !VIEWS.some(({ path }) => path === address.pathname)) return null;
  const isHere = address.pathname + address.search === location.pathname + location.search;
  if (address.hash !== "" && isHere) return null;
  return fromNow(address, link.dataset.from, now);
}

/** The same from where the reader is by now: what the link stands on may be older. */
function fromNow(address: URL, from: string | undefined, now: Place): URL {
  if (from === undefined) return address;
  const there = carriedOver({ from: placeOf(new URL(from, location.href)), to: placeOf(address), now });
  return new URL(hrefOf(there.path, there.values), location.href);
}
