import type { JSX } from "preact";
import { parseDay } from "../../domain/day.js";
import { LISTS } from "../../domain/lists.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { FlagState, WholeFlagFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { ClaimText } from "./claim.js";
import { Heading } from "./heading.js";
import { CitedWords } from "./sources.js";

export interface FlagInAnswer {
  readonly flag: WholeFlagFragment;
  /** Where it stands for the one concerned; null: it has no state on that day. */
  readonly state: FlagState | null;
  /** How the finding stands to it, or in which role; one short phrase each. */
  readonly phrases: readonly (JSX.Element | string)[];
}

export interface FlagsOptions {
  /** The day asked about: what happened later is marked so. */
  readonly validAt: string;
  /** The level of a flag's heading, one below what stands above. */
  readonly level: number;
}

/** Probes and listings, each beside what was answered to it: never one without the other. */
export function FlagsAndReplies({
  flags,
  options,
}: {
  readonly flags: readonly FlagInAnswer[];
  readonly options: FlagsOptions;
}): JSX.Element {
  return (
    <div class="stack">
      {flags.map((one) => (
        <FlagAndReplies flagInAnswer={one} {...options} />
      ))}
    </div>
  );
}

function FlagAndReplies({
  flagInAnswer: { flag, state, phrases },
  validAt,
  level,
}: FlagsOptions & { readonly flagInAnswer: FlagInAnswer }): JSX.Element {
  return (
    <article class="flag">
      <Heading level={level} class="flag-title">
        {flag.title}
      </Heading>
      <p class="row small">
        <span class="tag">{kindOf(flag)}</span>
        {state !== null && <span class={`tag state-${state.toLowerCase()}`}>{texts.flagState[state]}</span>}
        {phrases.map((phrase) => (
          <span>{phrase}</span>
        ))}
      </p>
      <div class="beside">
        <section aria-label={texts.open.about(texts.open.says, flag.title)}>
          <p class="label">{texts.open.says}</p>
          <ol class="plain events">
            {flag.events.map((event) => (
              <li key={event.id}>
                {isLater(event.date, validAt) && <LaterTag />}
                <ClaimText claim={event} />
              </li>
            ))}
          </ol>
          <p class="outcome">
            <strong>{texts.open.outcome}: </strong>
            {flag.outcomeText}
          </p>
        </section>
        <section class="replies" aria-label={texts.open.about(texts.open.replies, flag.title)}>
          <p class="label">{texts.open.replies}</p>
          {flag.whole.length === 0 ? (
            <p class="soft">{texts.open.noReply}</p>
          ) : (
            <ol class="plain events">
              {flag.whole.map((reply) => (
                <li key={reply.id}>
                  {isLater(reply.date, validAt) && <LaterTag />}
                  <p class="sentence">{reply.text}</p>
                  {reply.quote !== null && !isQuoted(reply) && <blockquote>“{reply.quote}”</blockquote>}
                  <CitedWords citations={reply.citations} />
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </article>
  );
}

function isLater(date: string | null, day: string): boolean {
  return date !== null && parseUncertainDate(date).earliest > parseDay(day);
}

function LaterTag(): JSX.Element {
  return <p class="small soft">{texts.open.later}</p>;
}

function isQuoted(reply: WholeFlagFragment["whole"][number]): boolean {
  return reply.citations.some(({ quote }) => quote === reply.quote);
}

/** "Probe, E.D.N.Y. 18-cr-457" or "Listing, Entity List". */
export function kindOf(flag: WholeFlagFragment): string {
  const more = "list" in flag ? (LISTS[flag.list]?.name ?? flag.list) : flag.docket;
  return more === null ? texts.flagKind[flag.kind] : `${texts.flagKind[flag.kind]}, ${more}`;
}
