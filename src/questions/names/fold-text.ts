/**
 * A text as it is compared: letters and digits only, without case and diacritics, words parted by one space.
 * "Universität Zürich" is "universitat zurich".
 */
export function foldText(text: string): string {
  const plain = text.toLowerCase();
  if (/^[a-z0-9 ]*$/.test(plain)) return plain.trim().replace(/ +/g, " ");
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
