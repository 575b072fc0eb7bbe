import type { ImportSink } from "./import-sink.js";
import type { OnBytes } from "./input-file.js";
import type { InputFile } from "./unreadable-file.js";

/** What a dossier made of such files says of itself. */
export interface ImportedDossier {
  readonly title: string;
  readonly publisher: string;
  readonly description: string;
  readonly coverage: string;
  readonly licence: string;
}

/** A format of public files that can be read. */
export interface ImportFormat {
  /** One line for `--help`. */
  readonly description: string;
  readonly dossier: ImportedDossier;
  /** What a file of it is, as the title of a source. */
  readonly fileTitle: string;
  /** Reads files, hands their records on. @throws UnreadableFile where one is not of the format. */
  read(files: readonly SourcedFile[], sink: ImportSink, onBytes: OnBytes): Promise<void>;
}

/** A file with the row of sources.csv that its claims cite. */
export interface SourcedFile extends InputFile {
  readonly source: string;
}
