import { basename, resolve } from "node:path";
import { stringify } from "yaml";
import { badInput } from "../../domain/errors.js";
import { SLUG } from "../../dossier/read/settings.js";
import { DossierWriter } from "./dossier-writer.js";
import { earlierImport, importMark } from "./earlier-import.js";
import type { ImportFormat, SourcedFile } from "./import-format.js";
import { IMPORT_FORMATS, type ImportFormatName } from "./import-formats.js";
import type { ImportReport } from "./import-report.js";
import { ImportSink, type Narrowing } from "./import-sink.js";
import { inspectFile } from "./input-file.js";
import type { InputFile } from "./unreadable-file.js";

export interface ImportOptions extends Narrowing {
  /** Where the dossier goes; null counts only. */
  readonly out: string | null;
  /** When the files were published, an uncertain date. */
  readonly published?: string;
  /** Where they were published. */
  readonly url?: string;
  /** How many bytes were read, of how many: each file is read twice, first for its sum. */
  readonly onRead?: (done: number, total: number) => void;
}

/**
 * Reads files of a format into a dossier.
 * @throws BAD_USER_INPUT where a file or folder cannot be used; UnreadableFile where a file is not of the format, and
 * nothing is written.
 */
export async function importFiles(
  name: ImportFormatName,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const format: ImportFormat = IMPORT_FORMATS[name];
  const { out, onRead } = options;
  const slug = out === null ? name : slugOf(out);
  const earlier = out === null ? null : await earlierImport(out, name);
  let done = 0;
  let total = 0;
  const onBytes = (count: number) => {
    done += count;
    if (total > 0) onRead?.(done, total);
  };
  const files: SourcedFile[] = [];
  for (const path of paths) files.push(sourced(await inspectFile(path)));
  nameTwice(files);
  total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const writer = new DossierWriter(out, earlier);
  const sink = new ImportSink(writer, slug, options);
  try {
    await format.read(files, sink, onBytes);
    const rows = { ...writer.counts };
    const sources = files.map((file) => sourceRow(file, format, options));
    await writer.finish(sources, settings(name, slug, format, files, rows, options));
    return {
      records: sink.records,
      leftOut: sink.leftOut,
      skipped: sink.skippedBy.total,
      reasons: sink.skippedBy.list(),
      noted: sink.notedBy.list(),
      notTaken: [...sink.notTaken],
      rows,
      entities: sink.kinds,
      unchanged: writer.unchanged,
    };
  } catch (fault) {
    await writer.abandon();
    throw fault;
  }
}

/** @throws BAD_USER_INPUT where the folder's name cannot be a dossier's. */
function slugOf(folder: string): string {
  const name = basename(resolve(folder));
  if (SLUG.test(name)) return name;
  throw badInput("cannot be the name of a dossier", {
    value: name,
    remedy: "use small letters, digits and -, as in section-117-2025",
  });
}

function sourced(file: InputFile): SourcedFile {
  return { ...file, source: `file-${file.sha256.slice(0, 12)}` };
}

function nameTwice(files: readonly SourcedFile[]): void {
  for (const [at, { path, sha256 }] of files.entries()) {
    const same = files.slice(0, at).find((other) => other.sha256 === sha256);
    if (same !== undefined) throw badInput(`"${path}" is the same file as "${same.path}": name it once`);
  }
}

function sourceRow(
  { source, name, sha256, modified }: SourcedFile,
  { fileTitle, dossier }: ImportFormat,
  { published, url }: ImportOptions,
) {
  return {
    id: source,
    publisher: dossier.publisher,
    title: `${fileTitle}, file ${name.replace(/[\s\p{C}]+/gu, " ")}, SHA-256 ${sha256}`,
    url: url ?? "",
    published: published ?? "",
    retrieved: modified,
  };
}

function settings(
  name: ImportFormatName,
  slug: string,
  { dossier }: ImportFormat,
  files: readonly SourcedFile[],
  rows: Readonly<Record<string, number>>,
  { since, countries, only }: Narrowing,
): string {
  const narrowed = [
    since === undefined ? "" : ` Records before ${since} were left out.`,
    countries === undefined ? "" : ` Only records about ${countries.join(", ")} are here.`,
    only === undefined
      ? ""
      : ` Only records in which a name holds ${only.map((text) => `"${text}"`).join(" or ")} are here.`,
  ].join("");
  const said = stringify(
    {
      slug,
      ...dossier,
      coverage: dossier.coverage + narrowed,
      last_checked: files
        .map(({ modified }) => modified)
        .sort()
        .at(-1),
      assertions: Object.entries(rows)
        .filter(([table]) => table !== "entities" && table !== "sources")
        .map(([of, is]) => ({ count: "rows", of, is })),
    },
    { lineWidth: 0 },
  );
  return `${importMark(name)}\n${said}`;
}
