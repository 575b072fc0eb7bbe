import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Link } from "../components/link.js";
import { texts } from "../texts/english.js";
import { saveCsv, savePng, saveSvg } from "./download.js";
import type { Picture } from "./picture.js";

export interface TakeBarOptions {
  /** Makes the picture when it is asked for. */
  readonly picture: () => Picture | Promise<Picture>;
  /** Stands in the names of the buttons: several pictures may be on a page. */
  readonly title: string;
  readonly id: string;
  /** Where its snapshot is; null: it has none. */
  readonly embed: string | null;
}

/** Buttons by which a picture and its data are taken away. */
export function TakeBar({ picture, title, id, embed }: TakeBarOptions): JSX.Element {
  const say = texts.pictures;
  const [taken, setTaken] = useState("");
  const copyDescription = async ({ title: name, description, notes }: Picture) => {
    const words = [`${name}.`, description, ...notes].join(" ");
    try {
      await navigator.clipboard.writeText(words);
      setTaken(say.altCopied);
    } catch {
      setTaken(words);
    }
  };
  const button = (
    kind: string,
    name: string,
    label: string,
    take: (picture: Picture) => void | Promise<void>,
  ) => (
    <button
      type="button"
      id={`${id}-${kind}`}
      class="quiet small"
      aria-label={label}
      onClick={async () => take(await picture())}
    >
      {name}
    </button>
  );
  return (
    <div class="take row screen-only">
      {button("svg", say.svg, say.svgOf(title), saveSvg)}
      {button("png", say.png, say.pngOf(title), savePng)}
      {button("csv", say.csv, say.csvOf(title), saveCsv)}
      {button("alt", say.alt, say.altOf(title), copyDescription)}
      {embed !== null && (
        <Link
          class="button quiet small"
          id={`${id}-embed`}
          href={embed}
          target="_blank"
          aria-label={say.embedOf(title)}
        >
          {say.embed}
        </Link>
      )}
      <span class="small soft" role="status" id={`${id}-taken`}>
        {taken}
      </span>
    </div>
  );
}
