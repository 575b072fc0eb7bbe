import type { DrawnFragment, PartyFragment } from "../../../../src/explorer/api/documents.generated.js";
import { spanOf } from "../../../../src/explorer/views/explore/reading.js";
import type { SceneRelation } from "../../../../src/explorer/views/explore/scene.js";

/** A party as the API gives it. */
export function party(id: string, more: Partial<PartyFragment> = {}): PartyFragment {
  const kind = id.startsWith("university:") ? "UNIVERSITY" : "COMPANY";
  return { id, kind, name: id, shortName: id, country: null, founded: null, dissolved: null, ...more };
}

/** A relation as the API gives it; a Funding of 2017 from company:a to university:u where nothing else is said. */
export function relation(more: Partial<DrawnFragment> & { readonly share?: object } = {}): DrawnFragment {
  return {
    id: "claim:d/r",
    kind: "FUNDING",
    status: "CONFIRMED",
    text: "a gave money to u.",
    start: "2017",
    end: null,
    from: party("company:a"),
    to: party("university:u"),
    citations: [{ source: { id: "source:d/s", publisher: "P", published: "2019-04-04", retrieved: null } }],
    dossier: { title: "D" },
    ...more,
  } as DrawnFragment;
}

/** The same on a canvas. */
export function sceneRelation(
  more: Parameters<typeof relation>[0] = {},
  isShareCertain = true,
): SceneRelation {
  const { from, to, dossier, citations, ...rest } = relation(more);
  return {
    ...rest,
    from: from.id,
    to: to.id,
    span: spanOf({ ...rest, from, to, dossier, citations } as DrawnFragment),
    isShareCertain,
    publishers: ["P"],
    sources: ["source:d/s"],
    dossier: dossier.title,
  };
}
