import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { PageContext } from "../components/page-context.js";

export interface SnapshotPage {
  readonly title: string;
  readonly body: JSX.Element;
  /** The styles of the pages, as text. */
  readonly styles: string;
  /** The policy of the page, which it also carries itself, for when no server sends it. */
  readonly policy: string;
}

/**
 * One HTML file that needs nothing beside it: its styles inside, no script at all and a policy against any, every text
 * escaped. Links into these pages become text, since they lead nowhere without the server; everything is unfolded.
 */
export function snapshotPage({ title, body, styles, policy }: SnapshotPage): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    renderToString(<meta http-equiv="content-security-policy" content={policy} />),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    renderToString(<title>{title}</title>),
    // As it is: an escaped sign would be another style.
    `<style>${styles}</style>`,
    "</head>",
    renderToString(
      <body>
        <PageContext.Provider value={{ place: null, isSnapshot: true }}>{body}</PageContext.Provider>
      </body>,
    ),
    "</html>",
  ].join("\n");
}
