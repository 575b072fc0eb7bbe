import type { Source } from "../domain/source.js";
import { calendarWords } from "./date-words.js";

/** What a source's line says of it. */
export type SourceToTell = Pick<
  Source,
  "publisher" | "copyOf" | "title" | "published" | "grade" | "url" | "archivedUrl"
>;

/**
 * A source in one line: whose it is, its title, when it came, its grade, and the site at whose address a copy stands: `The
 * Australian, "Huawei's reach", July 2018, grade C3 (copy at newsbite.mooo.com)`. Its address is no part of the line.
 */
export function sourceText(source: SourceToTell): string {
  const { title, published, grade } = source;
  const parts = [
    originalPublisher(source),
    `"${title.replaceAll('"', "'")}"`,
    ...(published === null ? [] : [publishedWords(published)]),
    ...(grade === null ? [] : [`grade ${grade}`]),
  ];
  const copy = copyWords(source);
  return `${parts.join(", ")}${copy === null ? "" : ` (${copy})`}`;
}

/** "copy at newsbite.mooo.com"; null for an original. */
export function copyWords({ publisher, copyOf }: Pick<Source, "publisher" | "copyOf">): string | null {
  if (copyOf === null) return null;
  return `copy at ${siteName(publisher)}`;
}

function siteName(name: string): string {
  return isUnnamedSite(name) ? UNNAMED_SITE : name;
}

/** Whose a source is: of a copy the original's publisher. */
export function originalPublisher({ publisher, copyOf }: Pick<Source, "publisher" | "copyOf">): string {
  return siteName(copyOf ?? publisher);
}

/** A date of publication: "July 2018", "2019"; of a span its sides. */
function publishedWords(published: string): string {
  const [from = "", to] = published.split("/");
  if (to === undefined) return calendarWords(from);
  if (from === "..") return `by ${calendarWords(to)}`;
  return to === ".." ? `${calendarWords(from)} or later` : `${calendarWords(from)} to ${calendarWords(to)}`;
}

/** Sources of one claim in the order in which they are cited: by grade; equal ones keep theirs, the one quoted first. */
export function highestGradeFirst<Item>(
  items: readonly Item[],
  sourceOf: (item: Item) => Pick<Source, "grade"> | null,
): readonly Item[] {
  const rank = (item: Item) => gradeRank(sourceOf(item)?.grade ?? null);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/** The order of a grade of the Admiralty code, A1 first; no grade last. */
export function gradeRank(grade: string | null): number {
  if (grade === null) return 99;
  return (grade.charCodeAt(0) - "A".charCodeAt(0)) * 10 + Number(grade.charAt(1) || 9);
}

/** What a site is called that has no name but its address. */
export const UNNAMED_SITE = "an unnamed site";

export function isUnnamedSite(publisher: string): boolean {
  return /^[\d.:[\]]+$/.test(publisher);
}
