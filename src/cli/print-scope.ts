import { scopeText } from "../explain/scope-text.js";
import type { SearchScope } from "../questions/report/exposure-report.js";
import { print } from "./output.js";
import { counted, lowerWords, wrapped } from "./words.js";

/** What was searched in one short line, so that an empty answer reads as "nothing within this scope". */
export function printScope(scope: SearchScope, { saysChecked = true } = {}): void {
  const checked = saysChecked ? scope.checked : null;
  print(wrapped(scopeText({ ...scope, checked, dossiers: scope.dossiers.length })));
  for (const warning of scope.warnings) print(wrapped(`Warning: ${warning}`));
  for (const { at, reason, skippedRelations } of scope.truncated) {
    const left =
      skippedRelations === null ? "" : `, ${counted(skippedRelations, "claim", "claims")} not followed`;
    print(`Stopped short${at === null ? "" : ` at ${at}`}: ${lowerWords(reason)}${left}.`);
  }
}
