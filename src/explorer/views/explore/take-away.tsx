import type { JSX } from "preact";
import { printDay, today } from "../../../domain/day.js";
import type { Picture } from "../../charts/picture.js";
import { TakeBar } from "../../charts/take-bar.js";
import { CiteBar } from "../../components/cite-bar.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { canvasPicture } from "./canvas-picture.js";
import type { Shown } from "./shown.js";

/** The picture of what is shown. */
export function pictureOf({ scene, drawing, places, asked, answered }: Shown): Picture {
  const { steps, day, knownAt } = asked;
  return canvasPicture({ steps, scene, drawing, places, day, knownAt, notes: answered });
}

/** How the canvas is taken away: as a picture, as data, as a snapshot, as a citation, as a link. */
export function TakeAway({ shown }: { readonly shown: Shown }): JSX.Element {
  const { asked, scene } = shown;
  const validAt = printDay(asked.day);
  const knownAt = asked.knownAt ?? printDay(today());
  const { steps, without, ended } = asked.place.values;
  const title = texts.views.explore;
  return (
    <>
      <h2>{texts.pictures.take}</h2>
      <TakeBar
        id="canvas"
        title={title}
        picture={() => pictureOf(shown)}
        embed={hrefOf("/embed/explore", { steps, without, ended, at: validAt, known: knownAt })}
      />
      <CiteBar
        title={[...scene.entities.values()]
          .slice(0, 3)
          .map(({ name }) => name)
          .join(", ")}
        scope={{ validAt, knownAt }}
        place={asked.place}
        citation={null}
        embed={null}
      />
    </>
  );
}
