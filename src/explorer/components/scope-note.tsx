import type { JSX } from "preact";
import { parseDay } from "../../domain/day.js";
import { checkedText } from "../../explain/checked-text.js";
import type { ScopeFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { Details } from "./details.js";
import { KnownNote } from "./known-note.js";

/** What was searched: both clocks, the graph's version, the dossiers, and where the search stopped short. Warnings stand open. */
export function ScopeNote({ scope }: { readonly scope: ScopeFragment }): JSX.Element {
  return (
    <Details class="scope" id="scope" open={scope.warnings.length > 0}>
      <summary>{texts.ask.searched}</summary>
      <p>
        {texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt))}{" "}
        {texts.scope.version(scope.graphVersion)} {texts.scope.dossiers(scope.dossiers.length)}{" "}
        {checkedSentence(scope.checked)}
      </p>
      {scope.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      <KnownNote knownAt={scope.knownAt} />
      {scope.truncated.length > 0 && <p>{texts.scope.truncated}</p>}
      {scope.truncated.length > 0 && (
        <ul>
          {scope.truncated.map(({ reason, at }) => (
            <li>
              {at?.name}
              {at && ": "}
              {texts.scope.reasons[reason]}
            </li>
          ))}
        </ul>
      )}
      <ul class="columns">
        {scope.dossiers.map(({ title, lastChecked }) => (
          <li>
            {title}
            {lastChecked !== null && (
              <span class="soft">{` (${texts.scope.checked(dayText(lastChecked))})`}</span>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function checkedSentence(checked: ScopeFragment["checked"]): string | null {
  return checked && checkedText({ earliest: parseDay(checked.earliest), latest: parseDay(checked.latest) });
}
