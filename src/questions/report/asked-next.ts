import { lazy } from "../../graph/lazy.js";

/**
 * Of things that are asked for one after the other, in their order as a rule, those that will probably be asked for after
 * one: as many as were asked for already, so that what is done for them in vain is never more than what was asked for.
 */
export function askedNext<Thing>(things: readonly Thing[]): (thing: Thing) => readonly Thing[] {
  const places = lazy(() => new Map(things.map((thing, place) => [thing, place])));
  const asked = new Set<Thing>();
  return (thing) => {
    asked.add(thing);
    const after = (places().get(thing) ?? things.length) + 1;
    return things.slice(after, after + asked.size);
  };
}
