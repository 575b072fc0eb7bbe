import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { badInput } from "../../domain/errors.js";
import type { DossierFolder } from "../../dossier/read/dossier-folder.js";
import { collectProblems } from "../../dossier/read/problem.js";
import { readText } from "../../dossier/read/read-text.js";
import { BOMB, damaged, type InputFile, UnreadableFile, unpacksTooFar } from "./unreadable-file.js";
import { openZip, type ZipEntry } from "./zip-entries.js";

/** Told of every piece of a file that has been read. */
export type OnBytes = (count: number) => void;

/** Looks at a file: its size, its sum, how it is packed. @throws BAD_USER_INPUT where it is no file. */
export async function inspectFile(path: string, onBytes: OnBytes = () => {}): Promise<InputFile> {
  const found = await stat(path).catch((fault: NodeJS.ErrnoException) => {
    throw badInput(
      `"${path}" ${fault.code === "ENOENT" ? "does not exist" : `cannot be read (${fault.code})`}: name a file`,
    );
  });
  if (!found.isFile()) throw badInput(`"${path}" is no file: name a file`);
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    hash.update(piece as Buffer);
    onBytes((piece as Buffer).length);
  }
  return {
    path: path.replaceAll("\\", "/"),
    name: basename(path),
    bytes: found.size,
    sha256: hash.digest("hex"),
    modified: found.mtime.toISOString().slice(0, 10),
    packing: await packingOf(path),
  };
}

const PIECE = 1 << 18;

async function packingOf(path: string): Promise<InputFile["packing"]> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const begins = (...bytes: number[]) =>
      bytesRead >= bytes.length && bytes.every((byte, at) => buffer[at] === byte);
    return begins(0x1f, 0x8b) ? "gzip" : begins(0x50, 0x4b, 3, 4) ? "zip" : "none";
  } finally {
    await file.close();
  }
}

/**
 * The text of a file in pieces, with `\n` line ends; gzip, and a ZIP of one file, are unpacked as they are read.
 * @throws UnreadableFile where it is damaged, unpacks beyond measure or is no UTF-8.
 */
export async function* textOf(file: InputFile, onBytes: OnBytes): AsyncGenerator<string> {
  const problems = collectProblems();
  const folder: DossierFolder = {
    path: "",
    files: [file.path],
    unread: new Map(),
    bytes: file.bytes,
    open: () => bytesOf(file, onBytes),
  };
  const reading = readText(folder, file.path, problems);
  yield* reading.pieces;
  if (reading.isWhole()) return;
  // The reader names single characters too; what ended the text is the last that it met.
  const fault = problems
    .list()
    .filter(({ severity }) => severity === "error")
    .at(-1);
  throw new UnreadableFile(file.path, fault?.line ?? null, fault?.message ?? "could not be read to its end");
}

async function* bytesOf(file: InputFile, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  if (file.packing === "zip") {
    const zip = await openZip(file);
    try {
      yield* unpacked(file, await zip.read(onlyEntry(file, zip.entries)), onBytes);
    } finally {
      zip.close();
    }
    return;
  }
  const raw = createReadStream(file.path, { highWaterMark: PIECE });
  raw.on("data", (piece) => onBytes(piece.length));
  if (file.packing === "none") yield* raw as AsyncIterable<Uint8Array>;
  else yield* unpacked(file, raw.pipe(createGunzip({ chunkSize: PIECE })), () => {}, raw);
}

function onlyEntry(file: InputFile, entries: readonly ZipEntry[]): ZipEntry {
  const [only, second] = entries.filter(({ fileName }) => !/(^|\/)(\.|__MACOSX)|\/$/.test(fileName));
  if (only !== undefined && second === undefined) return only;
  throw new UnreadableFile(
    file.path,
    null,
    `holds ${only === undefined ? "no file" : "several files"}: give a ZIP of one file`,
  );
}

/** Pieces of an unpacked stream. @throws UnreadableFile where it is damaged or unpacks beyond measure. */
export async function* unpacked(
  file: InputFile,
  stream: Readable,
  onBytes: OnBytes,
  raw: Readable = stream,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      total += piece.length;
      if (total > BOMB.bytes && total > file.bytes * BOMB.times) throw unpacksTooFar(file);
      onBytes(piece.length);
      yield piece;
    }
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw fault;
    throw damaged(file, fault);
  } finally {
    raw.destroy();
  }
}
