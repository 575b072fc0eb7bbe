import type { JSX } from "preact";
import { parseDay } from "../../../domain/day.js";
import { parseUncertainDate } from "../../../domain/uncertain-date.js";
import type { AskUniversityQuery } from "../../api/documents.generated.js";
import { Details } from "../../components/details.js";
import { CitedWords } from "../../components/sources.js";
import { texts } from "../../texts/english.js";

type Decision = NonNullable<AskUniversityQuery["university"]>["decisions"]["nodes"][number];

/** Those that may have begun by a day: what begins later does not exist for the question. */
export function decidedBy(decisions: readonly Decision[], validAt: string): readonly Decision[] {
  const day = parseDay(validAt);
  return decisions.filter(({ start }) => start === null || parseUncertainDate(start).earliest <= day);
}

/** What the university itself decided, with what was answered and the words of the sources. */
export function OwnDecisions({ decisions }: { readonly decisions: readonly Decision[] }): JSX.Element {
  return (
    <ul class="plain stack tight">
      {decisions.map(({ id, text, responses, citations }) => (
        <li key={id}>
          <p>{[text, ...responses.map((reply) => reply.text)].join(" ")}</p>
          <Details class="sources">
            <summary>{texts.open.sources(citations.length)}</summary>
            <CitedWords citations={citations} />
          </Details>
        </li>
      ))}
    </ul>
  );
}
