import { likelyName, readsOf, unknownNames } from "../state/names-in-address.js";
import { changed, hrefOf, type Place } from "../state/place.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** Which names of an address were not understood, each with the ways on; null: all were. */
export function unknownNote(place: Place): Markup | null {
  const reads = readsOf(place.path);
  const unknown = unknownNames(place.values, reads);
  if (unknown.length === 0) return null;
  return h(
    "div",
    { class: "banner" },
    unknown.map((name) => {
      const likely = likelyName(
        name,
        reads.filter((one) => place.values[one] === undefined),
      );
      const without = changed(place, { [name]: null });
      const meant = likely === null ? null : changed(without, { [likely]: place.values[name] ?? null });
      return h(
        "p",
        {},
        texts.trouble.leftOut(name),
        " ",
        meant !== null && [
          h("a", { href: hrefOf(meant.path, meant.values) }, texts.trouble.meant(likely ?? "")),
          " · ",
        ],
        h("a", { href: hrefOf(without.path, without.values) }, texts.trouble.goOn),
      );
    }),
  );
}
