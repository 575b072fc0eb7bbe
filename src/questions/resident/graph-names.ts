import type { Day } from "../../domain/day.js";
import { mayBePublishedBy } from "../../domain/source.js";
import { type Names, shortName } from "../../exposure/explain/names.js";
import type { Projection } from "../../projection/projection.js";
import { claimKnownOn } from "./resident-claim.js";

/** What ids stand for, for texts, as known on a day. */
export function graphNames(projection: Projection, knownAt: Day): Names {
  const { entities, flags, sources } = projection;
  const at = (id: string) => {
    const index = entities.indexOf(id);
    return index < 0 ? null : entities.at(index);
  };
  return {
    entity: (id) => {
      const index = entities.indexOf(id);
      return index < 0 ? null : entities.name(index);
    },
    short: (id) => {
      const entity = at(id);
      return entity === null ? null : shortName(entity);
    },
    about: at,
    flag: (id) => flags.get(id)?.flag ?? null,
    decision: (id) => {
      const claim = claimKnownOn(projection, id, knownAt);
      return claim?.record === "decision" ? claim : null;
    },
    source: (id) => {
      const source = sources.get(id);
      return source && mayBePublishedBy(source, knownAt) ? source : null;
    },
  };
}
