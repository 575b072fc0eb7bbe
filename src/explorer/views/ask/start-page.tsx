import type { JSX } from "preact";
import { ask } from "../../api/ask.js";
import { type StartQuery, startQuestion } from "../../api/documents.generated.js";
import { Card } from "../../components/card.js";
import { dayText } from "../../components/day.js";
import { FlagList } from "../../components/flag-briefs.js";
import { Link } from "../../components/link.js";
import { clocksOf } from "../../state/clocks.js";
import { readsOf } from "../../state/names-in-address.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { start as startTexts } from "../../texts/start.js";
import { STORY } from "./story.js";

const say = startTexts;

/** Whether an address asks nothing yet: it names no more than the clocks. */
export function asksNothing({ path, values }: Place): boolean {
  return readsOf(path).every((name) => name === "at" || name === "known" || values[name] === undefined);
}

/** What the start page tells of the graph. */
export function startOf(place: Place, signal: AbortSignal): Promise<StartQuery> {
  return ask(startQuestion, { ...clocksOf(place), letter: STORY.letter }, signal);
}

interface StartPageProps {
  readonly place: Place;
  /** Null while it is asked. */
  readonly start: StartQuery | null;
}

/** What this is and is not, three stories to begin with, what is new, how to read it. */
export function StartPage({ place, start }: StartPageProps): JSX.Element {
  return (
    <div class="stack start">
      <header class="lead">
        <h1 tabIndex={-1}>{say.what}</h1>
        <p class="prose">{say.whatNot}</p>
        {start !== null && <Checked start={start} />}
      </header>
      <section class="stack tight" aria-labelledby="stories">
        <h2 id="stories">{say.stories}</h2>
        {start === null ? <p class="soft">{texts.shell.loading}</p> : <Stories place={place} start={start} />}
      </section>
      <div class="opening">
        <Card title={say.read}>
          <ul class="stack tight">
            {say.readings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>
            <Link href="/about">{say.more}</Link>
          </p>
        </Card>
        {start?.flags != null && start.flags.nodes.length > 0 && (
          <Card title={say.newest}>
            <p class="small soft">{say.newestHelp}</p>
            <FlagList flags={start.flags.nodes.toReversed()} />
          </Card>
        )}
      </div>
    </div>
  );
}

function Checked({ start: { graph } }: { readonly start: StartQuery }): JSX.Element | null {
  if (graph === null) return null;
  const universities = graph.entities.find(({ kind }) => kind === "UNIVERSITY")?.count ?? 0;
  return (
    <p class="small soft">
      {say.holds(universities, graph.sources, graph.flags)}
      {graph.checked !== null &&
        ` ${say.checked(dayText(graph.checked.earliest), dayText(graph.checked.latest))}`}
    </p>
  );
}

interface StoriesProps {
  readonly place: Place;
  readonly start: StartQuery;
}

/** Answers as the API words them, each with the day that it is told of. */
function Stories({ place, start: { mit, berkeley, caltech } }: StoriesProps): JSX.Element {
  const letter = { at: STORY.letter, known: place.values.known };
  const stories = [
    { name: say.mit(dayText(STORY.letter)), told: mit, values: { university: STORY.university, ...letter } },
    { name: say.berkeley, told: berkeley, values: { university: "university:uc-berkeley" } },
    { name: say.caltech, told: caltech, values: { university: "university:caltech" } },
  ];
  return (
    <ul class="plain stories">
      {stories.map(({ name, told, values }) => (
        <li key={name} class="card stack tight">
          <h3>
            <Link href={hrefOf("/", values)}>{name}</Link>
          </h3>
          {told !== null && <p>{told.headline}</p>}
        </li>
      ))}
    </ul>
  );
}
