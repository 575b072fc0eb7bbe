/** A kind with its indefinite article, as it is said: "a University", "an Organization", "an UnknownParty". */
export function withArticle(kind: string): string {
  return `${/^(?:[AEIO]|Un(?!iv))/.test(kind) ? "an" : "a"} ${kind}`;
}
