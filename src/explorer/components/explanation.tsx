import type { ComponentChildren, JSX } from "preact";
import type { CitedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { Details } from "./details.js";
import { Link } from "./link.js";
import { SourceLink } from "./sources.js";

/**
 * A paragraph of the API with its numbered citations: each number leads to the source below, and all sources stand
 * under it in one list. `prefix` keeps the anchors of several paragraphs apart.
 */
export function Explanation({
  text,
  citations,
  prefix,
}: {
  readonly text: string;
  readonly citations: readonly CitedFragment[];
  readonly prefix: string;
}): JSX.Element {
  return (
    <div class="explanation">
      <p class="prose">
        <Linked text={text} prefix={prefix} />
      </p>
      {citations.length > 0 && (
        <Details class="sources">
          <summary>{texts.open.sources(citations.length)}</summary>
          <ol>
            {citations.map(({ source, isLater, quote, locator }, at) => (
              <li id={`${prefix}-${at + 1}`} tabIndex={-1}>
                <SourceLink source={source} isLater={isLater} />
                {locator !== null && `, ${locator}`}
                {quote !== null && <q class="small">{quote}</q>}
              </li>
            ))}
          </ol>
        </Details>
      )}
    </div>
  );
}

/** "[1–3, 5]" with a link at each number; its signs are text, so that they are copied with the paragraph. */
function Linked({ text, prefix }: { readonly text: string; readonly prefix: string }): ComponentChildren {
  return text.split(/ ?(\[\d[\d–, ]*\])/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span class="ref">
        {"\u00a0"}
        {part.split(/(\d+)/).map(number(prefix))}
      </span>
    ),
  );
}

function number(prefix: string) {
  return (part: string, at: number): ComponentChildren =>
    at % 2 === 0 ? (
      part
    ) : (
      <Link class="ref-number" href={`#${prefix}-${part}`}>
        {part}
      </Link>
    );
}
