import { type DossierFolder, placeOf } from "./dossier-folder.js";
import type { Problems } from "./problem.js";

const BYTE_ORDER_MARK = "\u{feff}";
/**
 * Characters that no text of ours holds: those of control, those that turn the direction of what follows, and the one that
 * stands for what was lost. A carriage return counts once those before a line feed are gone.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
const FOREIGN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/;

/** The text of a file in pieces, with `\n` line ends. */
export interface TextReading {
  readonly pieces: AsyncIterable<string>;
  /** After reading: whether it could be read to its end. */
  isWhole(): boolean;
}

/**
 * Reads a file as UTF-8. A byte order mark and CR LF are tolerated and named; the first byte that is not UTF-8 ends
 * the text with an error that names its line, and line ends of CR alone end it at once.
 */
export function readText(folder: DossierFolder, file: string, problems: Problems): TextReading {
  const place = placeOf(folder, file);
  let whole = true;
  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const state = { line: 1, carriageReturns: false, pending: "", first: true };
    for await (const bytes of folder.open(file)) {
      const text = decode(decoder, bytes);
      if (text === null) {
        whole = false;
        return problems.add("encoding", place, ...wrongEncoding(bytes, state.line, state.first));
      }
      if (state.first && text.includes("\r") && !text.includes("\n")) {
        whole = false;
        return problems.add("lineEnds", place, 1, "has CR line ends: save the file with LF");
      }
      yield tidy(text, place, state, problems);
      state.first = false;
    }
    if (decode(decoder, null) === null) {
      whole = false;
      return problems.add("encoding", place, ...wrongEncoding(new Uint8Array(), state.line, false));
    }
    if (state.pending !== "") yield state.pending;
  }
  return { pieces: pieces(), isWhole: () => whole };
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function wrongEncoding(bytes: Uint8Array, lineBefore: number, first: boolean): [number, string] {
  const wide =
    first && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  if (wide) return [1, "is UTF-16, not UTF-8: save the file as UTF-8"];
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const before = lossy.slice(0, Math.max(0, lossy.indexOf("\u{fffd}")));
  return [
    lineBefore + countLines(before),
    "holds bytes that are not UTF-8 (the rest of the file was not read): save the file as UTF-8",
  ];
}

interface TidyState {
  line: number;
  carriageReturns: boolean;
  pending: string;
  first: boolean;
}

function tidy(piece: string, place: string, state: TidyState, problems: Problems): string {
  let text = state.pending + piece;
  state.pending = "";
  if (state.first && text.startsWith(BYTE_ORDER_MARK)) {
    problems.add(
      "savedOtherwise",
      place,
      1,
      "begins with a byte order mark: save the file as UTF-8 without one",
    );
    text = text.slice(1);
  }
  if (text.endsWith("\r")) {
    state.pending = "\r";
    text = text.slice(0, -1);
  }
  if (text.includes("\r\n")) {
    if (!state.carriageReturns) {
      problems.add("savedOtherwise", place, state.line, "has CR LF line ends: save the file with LF");
    }
    state.carriageReturns = true;
    text = text.replaceAll("\r\n", "\n");
  }
  if (FOREIGN.test(text)) nameForeign(text, place, state.line, problems);
  state.line += countLines(text);
  return text;
}

function nameForeign(text: string, place: string, firstLine: number, problems: Problems): void {
  for (const [index, line] of text.split("\n").entries()) {
    const code = foreignCharacter(line);
    if (code === null) continue;
    problems.add(
      "encoding",
      place,
      firstLine + index,
      `holds the character ${code}, which no text has: remove it`,
    );
  }
}

/** The first character of a text that no text of ours holds, as U+0007; null where it has none. */
export function foreignCharacter(text: string): string | null {
  // Half of a character cannot come from UTF-8, but from an escape in YAML.
  const found = FOREIGN.exec(text)?.[0] ?? /\p{Surrogate}/u.exec(text)?.[0];
  if (found === undefined) return null;
  return `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
