import type { JSX } from "preact";
import type { FlaggedFragment } from "../api/documents.generated.js";
import { hrefOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { Details } from "./details.js";
import { Link } from "./link.js";

/** Probes and listings in short, folded under a title; null: there are none. */
export function FlagBriefs({
  flags,
  title,
  id = "flags",
}: {
  readonly flags: readonly FlaggedFragment[];
  readonly title: string;
  readonly id?: string;
}): JSX.Element | null {
  if (flags.length === 0) return null;
  return (
    <Details class="flags" id={id}>
      <summary>{title}</summary>
      <FlagList flags={flags} />
    </Details>
  );
}

/** Probes and listings in short, none without what came of it and what was answered. */
export function FlagList({ flags }: { readonly flags: readonly FlaggedFragment[] }): JSX.Element {
  const say = texts.briefs;
  return (
    <ul class="plain events small">
      {flags.map((flag) => {
        const { id, title: name, state, responses } = flag;
        return (
          <li key={flag.id}>
            <Link href={hrefOf("/", { flag: id })}>{name}</Link>{" "}
            {state !== null && (
              <span class={`tag state-${state.toLowerCase()}`}>{texts.flagState[state]}</span>
            )}
            <p>
              <strong>{`${say.outcome}: `}</strong>
              {flag.outcomeText}
            </p>
            <p class="replied">
              <strong>{`${say.answered}: `}</strong>
              {responses.length === 0 ? say.noAnswer : responses.map(({ text }) => text).join(" ")}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
