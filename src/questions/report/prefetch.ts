import { lazy } from "../../graph/lazy.js";

/**
 * Which things to prefetch with one, where they are asked for one after the other and mostly in order: as many of those after
 * it as were asked for already, so that what is worked out in vain is never more than what was asked for.
 */
export function prefetching<Thing>(things: readonly Thing[]): (thing: Thing) => readonly Thing[] {
  const places = lazy(() => new Map(things.map((thing, place) => [thing, place])));
  const asked = new Set<Thing>();
  return (thing) => {
    asked.add(thing);
    const after = (places().get(thing) ?? things.length) + 1;
    return things.slice(after, after + asked.size);
  };
}
