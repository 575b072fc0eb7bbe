/**
 * The same text with letters of its own. A cell that was cut out of a file keeps all of the piece that it was read with;
 * who keeps few cells of many pieces would keep the file.
 */
export function detachedText(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
