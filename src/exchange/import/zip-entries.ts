import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { BOMB, damaged, type InputFile, unpacksTooFar } from "./unreadable-file.js";

export type ZipEntry = Entry;

/** A ZIP that is open: its entries, and the unpacked bytes of one of them as a stream. Nothing goes to disk. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  read(entry: ZipEntry): Promise<Readable>;
  close(): void;
}

const MOST_ENTRIES = 10_000;

const openFile = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** @throws UnreadableFile where it is damaged or unpacks beyond measure. */
export async function openZip(file: InputFile): Promise<OpenZip> {
  const zip = await openFile(file.path, { lazyEntries: true, autoClose: false }).catch((fault: unknown) => {
    throw damaged(file, fault);
  });
  try {
    const entries = await entriesOf(zip);
    const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (size > BOMB.bytes && size > file.bytes * BOMB.times) throw unpacksTooFar(file);
    return { entries, read: promisify(zip.openReadStream.bind(zip)), close: () => zip.close() };
  } catch (fault) {
    zip.close();
    throw fault instanceof Error && fault.name === "Error" && !("file" in fault)
      ? damaged(file, fault)
      : fault;
  }
}

function entriesOf(zip: ZipFile): Promise<readonly ZipEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    zip.on("entry", (entry: ZipEntry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) reject(new Error(`it has more than ${MOST_ENTRIES} entries`));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}
