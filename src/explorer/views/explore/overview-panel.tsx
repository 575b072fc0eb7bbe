import type { JSX } from "preact";
import type { LineMark } from "../../charts/network-terms.js";
import { sentence } from "../../components/sentence.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { Legend } from "./marks.js";
import type { Shown } from "./shown.js";

const MARKS: readonly LineMark[] = ["certain", "uncertain", "alleged", "ended"];

/** Where nothing is selected: the ways that were found, what a step could not do, and how the canvas is read. */
export function OverviewPanel({ shown }: { readonly shown: Shown }): JSX.Element {
  const { scene, drawing } = shown;
  const say = exploreTexts.panel;
  const ways = scene.ways.flatMap((one) => one.ways);
  const families = [...new Set(drawing.lines.map(({ family }) => family))].sort();
  const marks = MARKS.filter((mark) => drawing.lines.some((line) => line.mark === mark));
  return (
    <>
      <h2 id="selected" tabIndex={-1}>
        {say.overview}
      </h2>
      {scene.entities.size === 0 && <p>{exploreTexts.canvas.empty}</p>}
      {scene.notes.map(({ text }) => (
        <p class="note">{text}</p>
      ))}
      {ways.length > 0 && (
        <>
          <h3>{say.ways(ways.length)}</h3>
          <ol class="ways">
            {ways.map(({ text }) => (
              <li>{sentence(text)}</li>
            ))}
          </ol>
        </>
      )}
      {scene.entities.size > 0 && <Legend families={families} marks={marks} />}
    </>
  );
}
