import type { ComponentChildren, JSX } from "preact";
import { STYLED } from "../charts/palette.js";
import type { Picture } from "../charts/picture.js";
import { texts } from "../texts/english.js";
import { SnapshotFooter } from "./snapshot-footer.js";
import type { SnapshotBody } from "./snapshot-terms.js";

export interface SnapshotPictureOptions {
  readonly picture: Picture;
  /** What stands between the picture and its table. */
  readonly more?: ComponentChildren;
  /** Where the living picture is. */
  readonly address: string;
  /** The day on which it was taken, as ISO text. */
  readonly today: string;
}

/** Pixels: as wide as a column of an article is, mostly. */
const WIDTH = 800;

/** A picture as one page: the drawing, what was answered, where it comes from, and the same as a table. */
export function snapshotPicture({ picture, more, address, today }: SnapshotPictureOptions): SnapshotBody {
  const { title, description, notes, caption, data } = picture;
  const { height, body } = picture.draw(WIDTH, STYLED);
  return {
    title,
    body: (
      <main class="stack">
        <h1>{title}</h1>
        <figure class="stack tight">
          <div class="scroll" tabIndex={0} role="group" aria-label={description}>
            <svg
              class="snapshot-drawing"
              viewBox={`0 0 ${WIDTH} ${height}`}
              width={WIDTH}
              height={height}
              role="img"
              aria-label={`${title}. ${description}`}
            >
              {body}
            </svg>
          </div>
          {notes.map((note) => (
            <p class="small">{note}</p>
          ))}
          <figcaption class="small soft">
            {caption.map((line) => (
              <p>{line}</p>
            ))}
          </figcaption>
        </figure>
        {more}
        <section>
          <h2>{texts.pictures.table}</h2>
          <Table data={data} title={title} />
        </section>
        <SnapshotFooter address={address} taken={today} />
      </main>
    ),
  };
}

function Table({ data, title }: { readonly data: Picture["data"]; readonly title: string }): JSX.Element {
  const places = data.inPage ?? data.columns.map((_, at) => at);
  const columns = places.map((at) => data.columns[at] ?? "");
  const rows = data.rows.map((cells) =>
    places.map((at) => (data.inWords ? data.inWords(cells[at] ?? null, at) : (cells[at] ?? null))),
  );
  const isNumber = columns.map((_, at) => rows.some((cells) => typeof cells[at] === "number"));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="folding">
        <thead>
          <tr>
            {columns.map((name, at) => (
              <th scope="col" class={isNumber[at] ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, at) => {
                const Tag = at === 0 ? "th" : "td";
                return (
                  <Tag
                    scope={at === 0 ? "row" : undefined}
                    class={isNumber[at] ? "number" : undefined}
                    data-label={columns[at]}
                  >
                    {typeof cell === "number" ? texts.pictures.number(cell) : cell}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
