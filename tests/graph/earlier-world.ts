import { NEVER } from "../../src/domain/day.js";
import type { Claim } from "../../src/domain/record.js";
import type { World } from "../exposure/naive/world.js";

/**
 * A world as it may have been some loads before: some claims are not there yet, of others only the first revisions, and
 * what the last of them was replaced by has not happened. `picks` says how many revisions of each claim are there.
 */
export function earlierWorld(world: World, picks: readonly number[]): World {
  const ids = [...new Set(world.claims.map((claim) => claim.id))].sort();
  const claims = ids.flatMap((id, at): Claim[] => {
    const revisions = world.claims.filter((claim) => claim.id === id).sort((a, b) => a.revision - b.revision);
    const pick = picks[at % picks.length] ?? 0;
    const there = pick % 3 === 0 ? revisions : revisions.slice(0, pick % (revisions.length + 1));
    const last = there.at(-1);
    if (last === undefined || (there.length === revisions.length && pick % 2 === 0)) return there;
    const standing = { ...last, retracted: null, clock: { ...last.clock, retracted: NEVER } };
    return [...there.slice(0, -1), standing];
  });
  const named = JSON.stringify(claims);
  return {
    entities: world.entities.filter(({ id }) => named.includes(`"${id}"`)),
    flags: world.flags.filter(({ id }) => named.includes(`"${id}"`)),
    claims,
  };
}
