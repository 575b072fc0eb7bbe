/** What XML 1.0 cannot hold, however it is written: control characters, halves of surrogate pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not pass
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // In an attribute a reader would turn these into spaces.
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** A text as it may stand in an element or an attribute of XML; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string | number): string {
  if (typeof text === "number") return String(text);
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"'\n\r\t]/g, (character) => ESCAPED[character] ?? "");
}
