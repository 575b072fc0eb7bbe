import { parseDay } from "../../domain/day.js";
import { checkedText } from "../../explain/checked-text.js";
import type { ScopeFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { knownNote } from "./known-note.js";
import { h, type Markup } from "./markup.js";

/** What was searched: both clocks, the graph's version, the dossiers, and where the search stopped short. Warnings stand open. */
export function scopeNote(scope: ScopeFragment): Markup {
  return h(
    "details",
    { class: "scope", id: "scope", open: scope.warnings.length > 0 },
    h("summary", {}, texts.ask.searched),
    h(
      "p",
      {},
      texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt)),
      " ",
      texts.scope.version(scope.graphVersion),
      " ",
      texts.scope.dossiers(scope.dossiers.length),
      " ",
      checkedSentence(scope.checked),
    ),
    scope.warnings.map((warning) => h("p", {}, warning)),
    knownNote(scope.knownAt),
    scope.truncated.length > 0 && h("p", {}, texts.scope.truncated),
    scope.truncated.length > 0 &&
      h(
        "ul",
        {},
        scope.truncated.map(({ reason, at }) =>
          h("li", {}, at?.name, at && ": ", texts.scope.reasons[reason]),
        ),
      ),
    h(
      "ul",
      { class: "columns" },
      scope.dossiers.map(({ title, lastChecked }) =>
        h(
          "li",
          {},
          title,
          lastChecked !== null &&
            h("span", { class: "soft" }, ` (${texts.scope.checked(dayText(lastChecked))})`),
        ),
      ),
    ),
  );
}

function checkedSentence(checked: ScopeFragment["checked"]): string | null {
  return checked && checkedText({ earliest: parseDay(checked.earliest), latest: parseDay(checked.latest) });
}
