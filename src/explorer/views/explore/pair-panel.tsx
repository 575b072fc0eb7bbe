import type { JSX } from "preact";
import type { ClaimedFragment } from "../../api/documents.generated.js";
import { ClaimText } from "../../components/claim.js";
import { FlagBriefs } from "../../components/flag-briefs.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { AllegedIn } from "./allegations.js";
import { markOf } from "./lines.js";
import { readingOn } from "./reading.js";
import type { SceneRelation } from "./scene.js";
import { nameOf, type Shown } from "./shown.js";

/** What was asked about two entities; null while it is asked. */
export interface AskedPair {
  readonly claims: ReadonlyMap<string, ClaimedFragment>;
  /** Where what is alleged between them was alleged. */
  readonly flags: readonly AllegedIn[];
}

/** Relations between two entities, in order of date, whichever way they point. */
export function relationsBetween(shown: Shown, a: string, b: string): readonly SceneRelation[] {
  return shown.scene.relations
    .filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
    .toSorted((x, y) => x.span.startLatest - y.span.startLatest);
}

/** What is said between two entities: every sentence with its words and source, and why its line looks as it does. */
export function PairPanel({
  shown,
  pair: [a, b],
  asked,
}: {
  readonly shown: Shown;
  readonly pair: readonly [string, string];
  readonly asked: AskedPair | null;
}): JSX.Element {
  const say = exploreTexts.panel;
  const relations = relationsBetween(shown, a, b);
  return (
    <>
      <div class="row">
        <h2 id="selected" tabIndex={-1}>
          {say.between(nameOf(shown, a), nameOf(shown, b))}
        </h2>
        <button type="button" class="quiet small" id="let-go" onClick={() => shown.select()}>
          {say.close}
        </button>
      </div>
      <p class="small soft">{say.claims(relations.length)}</p>
      <ol class="plain events claims">
        {relations.map((relation) => {
          const claim = asked?.claims.get(relation.id);
          const why = whyDrawn(relation, shown.asked.day);
          return (
            <li key={relation.id}>
              {claim === undefined ? <p class="sentence">{relation.text}</p> : <ClaimText claim={claim} />}
              {why !== null && <p class="small soft">{why}</p>}
            </li>
          );
        })}
      </ol>
      {asked === null && <p class="small soft">{texts.shell.loading}</p>}
      {asked !== null && <FlagBriefs flags={asked.flags} title={say.alleged} />}
    </>
  );
}

/** Why a relation is drawn otherwise than in full, or not at all; null: it is drawn in full. */
export function whyDrawn(relation: SceneRelation, day: number): string | null {
  const say = exploreTexts.panel.why;
  if (relation.status === "DENIED") return say.denied;
  const mark = markOf(relation, day);
  if (mark === null) return say.later;
  if (mark === "ended" || mark === "alleged") return say[mark];
  if (mark === "certain") return null;
  return readingOn(relation.span, day) === "possible" ? say.uncertainDay : say.uncertainShare;
}
