import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import { claimText } from "../explain/claim-text.js";
import type { Projection } from "../graph/projection.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { citedWords } from "./cited-words.js";
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
    const { quote, where } = citedWords(projection, claim, knownAt);
    const words = [claimText(claim, names), quote && `"${quote}"`, where && `(${where})`];
    print(`   ${wrapped(words.filter((part) => part).join(" "), "   ")}`);
  }
}
