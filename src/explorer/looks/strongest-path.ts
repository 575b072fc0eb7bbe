import { NEVER } from "../../domain/day.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import { gradeRank } from "../../exposure/explain/attribution.js";
import type { ClaimStatus, WalkFragment } from "../api/documents.generated.js";

type Claim = WalkFragment["steps"][number]["relation"];

const STATUSES: readonly ClaimStatus[] = ["CONFIRMED", "REPORTED", "ALLEGED", "DENIED"];

/**
 * Proofs with the strongest first: confirmed before reported, money before other dealings, the better source of its best
 * claim, then the newest; equal ones in the order of the API.
 */
export function strongestFirst(paths: readonly WalkFragment[]): readonly WalkFragment[] {
  const ranked = paths.map((path) => ({ path, rank: rankOf(path.steps.map(({ relation }) => relation)) }));
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ path }) => path);
}

/** The less, the stronger, from the first number on. */
function rankOf(claims: readonly Claim[]): readonly number[] {
  const money = claims.filter(({ kind }) => kind === "FUNDING");
  const dealings = money.length > 0 ? money : claims.slice(0, 1);
  return [
    Math.max(...claims.map(({ status }) => STATUSES.indexOf(status))),
    money.length > 0 ? 0 : 1,
    Math.min(...dealings.flatMap(({ citations }) => citations.map(({ source }) => gradeRank(source.grade)))),
    Math.min(...dealings.map(({ start }) => (start === null ? NEVER : -parseUncertainDate(start).latest))),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, place) => rank !== b[place]);
  return at < 0 ? 0 : (a[at] as number) < (b[at] as number) ? -1 : 1;
}
