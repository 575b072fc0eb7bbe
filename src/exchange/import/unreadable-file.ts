/** A file as it was given, looked at once before it is read. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The day on which it was last written, as the disk has it. */
  readonly modified: string;
  readonly packing: "none" | "gzip" | "zip";
}

/** A file that is not of the format, or is damaged: nothing of it is taken. */
export class UnreadableFile extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly fault: string,
  ) {
    super(`${file}${line === null ? "" : `:${line}`}: ${fault}`);
  }
}

/** A file that unpacks to more than this many bytes, and to more than so many times its size, is no honest one. */
export const BOMB = { bytes: 100_000_000, times: 250 };

/** What is said of a file whose unpacking failed. */
export function damaged(file: InputFile, fault: unknown): UnreadableFile {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new UnreadableFile(file.path, null, `is cut short or damaged (${reason}): fetch it again`);
}

/** What is said of a file that unpacks beyond measure. */
export function unpacksTooFar(file: InputFile): UnreadableFile {
  return new UnreadableFile(
    file.path,
    null,
    `unpacks to more than ${BOMB.times} times its size: no published file does, and it was not read`,
  );
}
