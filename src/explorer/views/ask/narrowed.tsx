import type { ComponentChildren, JSX } from "preact";
import type { WhyNotQuery } from "../../api/documents.generated.js";
import { Card } from "../../components/card.js";
import { ClaimText } from "../../components/claim.js";
import { Link } from "../../components/link.js";
import { linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

/** That the address narrows the question, and the way back to all of it. */
export function OnlyNote({
  words,
  what,
  all,
  place,
  without,
}: { readonly place: Place; readonly without: "flag" | "target" } & {
  readonly words: string;
  readonly what: ComponentChildren;
  readonly all: string;
}): JSX.Element {
  return (
    <p class="row only">
      {words} {what}
      <Link class="button quiet small" {...linkTo(place, { [without]: null, open: null })}>
        {all}
      </Link>
    </p>
  );
}

/** Why nothing was found on the party asked about. */
export function WhyNotCard({
  asked: { entity, whyNot },
}: {
  readonly asked: WhyNotQuery;
}): ComponentChildren {
  if (whyNot === null || whyNot.found) return null;
  return (
    <Card title={texts.ask.whyNot(entity?.name ?? "")}>
      <p class="prose">{whyNot.explanation}</p>
      {whyNot.missing.length > 0 && (
        <>
          <p class="label">{texts.ask.missing}</p>
          <ul>
            {whyNot.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {[...whyNot.denied, ...whyNot.successions].map((claim) => (
        <ClaimText key={claim.id} claim={claim} />
      ))}
    </Card>
  );
}
