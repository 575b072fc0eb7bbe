import type { Coverage, Dossier } from "../../../domain/dossier.js";
import { plain, type Shape } from "./shape.js";

type DossierCells = readonly [
  slug: string,
  title: string,
  publisher: string | null,
  description: string | null,
  coverage: string | null,
  licence: string | null,
  lastChecked: string | null,
  lists: readonly string[],
];

/** `(:Dossier {slug, …})`; `lists` holds `us-entity-list=partial`. */
export const DOSSIER_SHAPE: Shape<Dossier, DossierCells> = {
  leading: 0,
  properties: [
    plain("slug"),
    plain("title"),
    plain("publisher"),
    plain("description"),
    plain("coverage"),
    plain("licence"),
    plain("lastChecked"),
    plain("lists"),
  ],
  encode({ slug, title, publisher, description, coverage, licence, lastChecked, lists }) {
    const pairs = Object.entries(lists).map(([list, extent]) => `${list}=${extent}`);
    return [slug, title, publisher, description, coverage, licence, lastChecked, pairs];
  },
  decode([slug, title, publisher, description, coverage, licence, lastChecked, pairs]) {
    const lists = Object.fromEntries(pairs.map(splitPair)) as Record<string, Coverage>;
    return { slug, title, publisher, description, coverage, licence, lastChecked, lists };
  },
};

/** `scheme=value` at its first `=`. */
export function splitPair(pair: string): [string, string] {
  const middle = pair.indexOf("=");
  return [pair.slice(0, middle), pair.slice(middle + 1)];
}
