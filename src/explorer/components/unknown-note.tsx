import type { JSX } from "preact";
import { likelyName, readsOf, unknownNames } from "../state/names-in-address.js";
import { changed, hrefOf, type Place } from "../state/place.js";
import { texts } from "../texts/english.js";
import { Link } from "./link.js";

/** Which names of an address were not understood, each with the ways on; null: all were. */
export function UnknownNote({ place }: { readonly place: Place }): JSX.Element | null {
  const reads = readsOf(place.path);
  const unknown = unknownNames(place.values, reads);
  if (unknown.length === 0) return null;
  return (
    <div class="banner">
      {unknown.map((name) => {
        const likely = likelyName(
          name,
          reads.filter((one) => place.values[one] === undefined),
        );
        const without = changed(place, { [name]: null });
        const meant = likely === null ? null : changed(without, { [likely]: place.values[name] ?? null });
        return (
          <p key={name}>
            {texts.trouble.leftOut(name)}{" "}
            {meant !== null && (
              <>
                <Link href={hrefOf(meant.path, meant.values)}>{texts.trouble.meant(likely ?? "")}</Link> ·{" "}
              </>
            )}
            <Link href={hrefOf(without.path, without.values)}>{texts.trouble.goOn}</Link>
          </p>
        );
      })}
    </div>
  );
}
