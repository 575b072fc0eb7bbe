/** A folder of a dossier's files, on disk or in memory. */
export interface DossierFolder {
  /** How problems name it, e.g. `seed/dossiers/mit-2019`. */
  readonly path: string;
  /** The names of its files. */
  readonly files: readonly string[];
  /** What stands under the name of one of a dossier's own files and is not read, with what is wrong with it. */
  readonly unread: ReadonlyMap<string, string>;
  /** How many bytes a dossier's own files hold, for progress. */
  readonly bytes: number;
  /** The bytes of one of them, in pieces. */
  open(file: string): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file that stands in memory: of a test, or sent by an editor. */
export interface NamedContent {
  readonly name: string;
  readonly content: string;
}

/** A dossier's folder in memory. An empty path names the files alone. */
export function memoryFolder(path: string, files: readonly NamedContent[]): DossierFolder {
  const contents = new Map(files.map(({ name, content }) => [name, Buffer.from(content, "utf8")]));
  return {
    path,
    files: [...contents.keys()],
    unread: new Map(),
    bytes: [...contents.values()].reduce((sum, { length }) => sum + length, 0),
    open: (file) => [contents.get(file) ?? new Uint8Array()],
  };
}

/** The place of a file as problems name it. */
export function placeOf(folder: DossierFolder, file: string): string {
  return folder.path === "" ? file : `${folder.path}/${file}`;
}

/** The same folder, telling how many bytes of it are read as they are. */
export function counting(folder: DossierFolder, onBytes: (count: number) => void): DossierFolder {
  async function* open(file: string): AsyncGenerator<Uint8Array> {
    for await (const piece of folder.open(file)) {
      yield piece;
      onBytes(piece.length);
    }
  }
  return { ...folder, open };
}
