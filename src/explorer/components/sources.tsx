import type { JSX } from "preact";
import { copyWords, highestGradeFirst, originalPublisher } from "../../explain/source-text.js";
import type { CitedFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { Link } from "./link.js";

/** A source with its day, marked where it was published after the day of knowing asked for. */
export type CitedSource = Pick<CitedFragment, "source" | "isLater">;

/**
 * Whose a source is, its title, as a link where it is on the web, its date and grade, and the site at whose address a copy
 * of it stands.
 */
export function SourceLink({ source, isLater }: CitedSource): JSX.Element {
  const { published, grade } = source;
  const copy = copyWords(source);
  const title = <cite>{source.title}</cite>;
  const address = webAddress(source.url) ?? webAddress(source.archivedUrl);
  return (
    <span class="source">
      <span class="publisher">{originalPublisher(source)}</span>,{" "}
      {address === null ? (
        title
      ) : (
        <Link href={address} rel="noopener noreferrer" target="_blank">
          {title}
        </Link>
      )}
      {published !== null && `, ${texts.published(published)}`}
      {grade !== null && <span class="soft">{`, ${texts.open.grade(grade)}`}</span>}
      {copy !== null && ` (${copy})`}
      {webAddress(source.archivedUrl) !== null && address !== source.archivedUrl && (
        <>
          {" "}
          (
          <Link href={source.archivedUrl ?? ""} rel="noopener noreferrer" target="_blank">
            {texts.open.archived}
          </Link>
          )
        </>
      )}
      {isLater && <span class="later">{` (${texts.publishedLater})`}</span>}
    </span>
  );
}

/** The source of the highest grade; null where there is none. */
export function StrongestSource({
  citations,
}: {
  readonly citations: readonly CitedSource[];
}): JSX.Element | null {
  const [strongest] = highestGradeFirst(citations, ({ source }) => source);
  return strongest === undefined ? null : <SourceLink {...strongest} />;
}

/** An address that a browser may open from a page: of the web, nothing that could run. */
export function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

/** The words that a claim relies on, each with its source; sources without words after those with, the higher grade first. */
export function CitedWords({ citations }: { readonly citations: readonly CitedFragment[] }): JSX.Element {
  const quoted = citations.filter(({ quote }) => quote !== null);
  const bare = highestGradeFirst(
    citations.filter(({ quote }) => quote === null),
    ({ source }) => source,
  );
  return (
    <div class="cited">
      {quoted.map((citation) => (
        <figure class="quote">
          <blockquote>“{citation.quote}”</blockquote>
          <figcaption>
            <SourceLink {...citation} />
            {citation.locator !== null && `, ${citation.locator}`}
          </figcaption>
        </figure>
      ))}
      {bare.length > 0 && (
        <p class="small soft">
          {bare.map((citation, at) => [at === 0 ? "" : "; ", <SourceLink {...citation} />])}
        </p>
      )}
    </div>
  );
}
