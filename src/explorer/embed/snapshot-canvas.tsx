import type { JSX } from "preact";
import { printDay } from "../../domain/day.js";
import { type ClaimedFragment, exploreClaimsQuestion } from "../api/documents.generated.js";
import { ClaimText } from "../components/claim.js";
import { KnownNote } from "../components/known-note.js";
import { BadPlace } from "../state/bad-place.js";
import { hrefOf } from "../state/place.js";
import { explore as exploreTexts } from "../texts/explore.js";
import { allegationNotes, allegedIn } from "../views/explore/allegations.js";
import { canvasPicture } from "../views/explore/canvas-picture.js";
import { explorePlaceOf } from "../views/explore/explore-place.js";
import { GraphReader } from "../views/explore/graph-reader.js";
import { layOut } from "../views/explore/layout.js";
import { drawingOf } from "../views/explore/lines.js";
import { replay } from "../views/explore/replay.js";
import { snapshotPicture } from "./snapshot-picture.js";
import type { Asker, SnapshotBody, SnapshotTerms } from "./snapshot-terms.js";

const AT_ONCE = 200;
/** The server lays the picture out itself, so it is bounded; more could not be read on one page either. */
const MOST_ENTITIES = 200;
const MOST_STEPS = 60;
const MOST_TIDIED = 3;

/** The canvas of an address as one page, with the words and the source of every statement on it. */
export async function snapshotCanvas({ ask, values, origin, today }: SnapshotTerms): Promise<SnapshotBody> {
  const asked = explorePlaceOf({ path: "/explore", values });
  const { steps, knownAt, day } = asked;
  const tidied = steps.filter(({ act }) => act === "tidy").length;
  if (steps.length > MOST_STEPS || tidied > MOST_TIDIED)
    throw new BadPlace(exploreTexts.tooManySteps(tidied > MOST_TIDIED ? MOST_TIDIED : MOST_STEPS));
  const scene = await replay(steps, new GraphReader(ask), { knownAt, most: MOST_ENTITIES });
  const drawing = drawingOf(scene, asked);
  const relations = drawing.lines.flatMap((line) => line.relations);
  const notes = allegationNotes(relations, await allegedIn(ask, relations, { knownAt }));
  const claims = await claimsOf(
    ask,
    relations.map(({ id }) => id),
    knownAt,
  );
  const picture = canvasPicture({ steps, scene, drawing, places: layOut(scene), day, knownAt, notes });
  const living = { ...values, at: values.at ?? printDay(day), known: values.known ?? today };
  return snapshotPicture({
    picture,
    more: [<KnownNote knownAt={knownAt} now={today} />, <Statements claims={claims} />],
    address: `${origin}${hrefOf("/explore", living)}`,
    today,
  });
}

/** Claims with their words and sources, in the order of the ids. */
async function claimsOf(
  ask: Asker,
  ids: readonly string[],
  knownAt: string | null,
): Promise<readonly ClaimedFragment[]> {
  const claims: ClaimedFragment[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { nodes } = await ask(exploreClaimsQuestion, { ids: ids.slice(from, from + AT_ONCE), knownAt });
    claims.push(...nodes.flatMap((node) => (node && "text" in node ? [node] : [])));
  }
  return claims;
}

function Statements({ claims }: { readonly claims: readonly ClaimedFragment[] }): JSX.Element {
  return (
    <section>
      <h2>{exploreTexts.picture.words}</h2>
      <ol class="plain events">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimText claim={claim} />
          </li>
        ))}
      </ol>
    </section>
  );
}
