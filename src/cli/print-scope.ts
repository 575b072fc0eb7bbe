import type { SearchScope } from "../questions/exposure-report.js";
import { print } from "./output.js";
import { grouped } from "./table.js";
import { dayText, lowerWords, wrapped } from "./words.js";

/** What was searched, so that an empty answer reads as "nothing within this scope". */
export function printScope(scope: SearchScope): void {
  const { validAt, knownAt, statuses, dossiers, graphVersion, exploredEntities, exploredRelations } = scope;
  const parts = [
    `Searched: valid at ${dayText(validAt) ?? "any day"}, as known on ${dayText(knownAt) ?? "any day"}`,
    `claims that are ${statuses.join(" or ")}`,
    `${dossiers.length} dossiers of graph version ${graphVersion}`,
    `${grouped(exploredEntities)} entities and ${grouped(exploredRelations)} relations looked at`,
    ...(scope.maxHops === null ? [] : [`paths of ${scope.maxHops} claims at most`]),
  ];
  print(wrapped(`${parts.join("; ")}.`));
  for (const { at, reason, skippedRelations } of scope.truncated) {
    const left = skippedRelations === null ? "" : `, ${grouped(skippedRelations)} claims not followed`;
    print(`Stopped short${at === null ? "" : ` at ${at}`}: ${lowerWords(reason)}${left}.`);
  }
}
