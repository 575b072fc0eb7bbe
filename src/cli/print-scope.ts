import { checkedText } from "../exposure/explain/checked-text.js";
import type { SearchScope } from "../questions/report/exposure-report.js";
import { print } from "./output.js";
import { counted, dayText, lowerWords, wrapped } from "./words.js";

/** What was searched, so that an empty answer reads as "nothing within this scope". */
export function printScope(scope: SearchScope): void {
  const { validAt, knownAt, statuses, dossiers, graphVersion, exploredEntities, exploredRelations } = scope;
  const parts = [
    `Searched: valid at ${dayText(validAt) ?? "any day"}, as known on ${dayText(knownAt) ?? "any day"}`,
    `claims that are ${statuses.join(" or ")}`,
    ...flagWords(scope),
    `${counted(dossiers.length, "dossier", "dossiers")} of graph version ${graphVersion}`,
    `${counted(exploredEntities, "entity", "entities")} and ${counted(exploredRelations, "relation", "relations")} looked at`,
    ...(scope.maxHops === null ? [] : [`paths of ${counted(scope.maxHops, "claim", "claims")} at most`]),
  ];
  print(wrapped(`${parts.join("; ")}.`));
  const checked = checkedText(scope.checked);
  if (checked !== null) print(checked);
  for (const { at, reason, skippedRelations } of scope.truncated) {
    const left =
      skippedRelations === null ? "" : `, ${counted(skippedRelations, "claim", "claims")} not followed`;
    print(`Stopped short${at === null ? "" : ` at ${at}`}: ${lowerWords(reason)}${left}.`);
  }
}

/** A reader is told what is left out unless asked for; questions without channels have no flags that count. */
function flagWords({ flags, channels }: SearchScope): readonly string[] {
  if (channels === null) return [];
  if (flags !== null) return [`${counted(flags.length, "probe or listing", "probes and listings")} chosen`];
  return [
    "probes and listings that are open, established or suspended, without bans of a state's own purchases and networks",
  ];
}
