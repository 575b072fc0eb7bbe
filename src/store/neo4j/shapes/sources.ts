import type { Source } from "../../../domain/source.js";
import { plain, type Shape } from "./shape.js";

type SourceCells = readonly [
  id: string,
  dossier: string,
  publisher: string,
  copyOf: string | null,
  title: string,
  url: string | null,
  archivedUrl: string | null,
  published: string | null,
  retrieved: string | null,
  grade: string | null,
];

/** `(:Source {id, …})`. */
export const SOURCE_SHAPE: Shape<Source, SourceCells> = {
  leading: 0,
  properties: [
    plain("id"),
    plain("dossier"),
    plain("publisher"),
    plain("copyOf"),
    plain("title"),
    plain("url"),
    plain("archivedUrl"),
    plain("published"),
    plain("retrieved"),
    plain("grade"),
  ],
  encode({ id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade }) {
    return [id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade];
  },
  decode([id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade]) {
    return { id, dossier, publisher, copyOf, title, url, archivedUrl, published, retrieved, grade };
  },
};
