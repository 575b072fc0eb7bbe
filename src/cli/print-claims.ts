import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import { claimText } from "../exposure/explain/claim-text.js";
import type { Projection } from "../projection/projection.js";
import { graphNames } from "../questions/graph-names.js";
import { print } from "./output.js";
import { wrapped } from "./words.js";

/** Prints claims, each as a sentence with its words and where they stand, indented; in the order of the ids. */
export function printClaims(
  projection: Projection,
  ids: readonly ClaimId[],
  claims: ReadonlyMap<ClaimId, Claim>,
  knownAt: Day,
): void {
  const names = graphNames(projection, knownAt);
  for (const id of ids) {
    const claim = claims.get(id);
    if (claim === undefined) continue;
    const source = projection.sources.get(claim.sources[0] ?? "");
    const quote = claim.quote === null ? "" : ` "${claim.quote}"`;
    const where =
      source === undefined ? "" : ` (${source.publisher}${source.url === null ? "" : `, ${source.url}`})`;
    print(`   ${wrapped(`${claimText(claim, names)}${quote}${where}`, "   ")}`);
  }
}
