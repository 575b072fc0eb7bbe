import type { JSX } from "preact";
import type { FlaggedFragment } from "../../api/documents.generated.js";
import { Link } from "../../components/link.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";

/** Flags of the university itself on a day: state, outcome and replies in a few lines each. */
export function OwnFlags({ flags }: { readonly flags: readonly FlaggedFragment[] }): JSX.Element {
  return (
    <ul class="plain stack tight">
      {flags.map((flag) => (
        <li key={flag.id}>
          <p>
            <Link href={hrefOf("/", { flag: flag.id })}>{flag.title}</Link>
            {flag.state !== null && (
              <>
                {" "}
                <span class="tag">{texts.flagState[flag.state]}</span>
              </>
            )}
          </p>
          <p class="small">
            <strong>{texts.open.outcome}: </strong>
            {flag.outcomeText}
          </p>
          <p class="small">
            <strong>{texts.open.replies}: </strong>
            {flag.responses.length === 0
              ? texts.open.noReply
              : flag.responses.map(({ text }) => text).join(" ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
