import { StringDecoder } from "node:string_decoder";
import { Parser } from "htmlparser2";
import { type OnBytes, unpacked } from "./input-file.js";
import type { TableRow } from "./table-row.js";
import { type InputFile, UnreadableFile } from "./unreadable-file.js";
import { type OpenZip, openZip } from "./zip-entries.js";

const MOST_LETTERS_OF_CELL = 1 << 20;
const MOST_COLUMNS = 16_384;
/** A workbook keeps its texts once, in a table that must be held while its cells are read. */
const MOST_LETTERS_OF_TEXTS = 1 << 28;

/** Between the epochs 1899-12-30 and 1904-01-01 of a workbook's days. */
const DAYS_OF_1904 = 1462;

/** The rows of a workbook's first sheet, read as they are unpacked. */
export async function* xlsxRows(file: InputFile, onBytes: OnBytes): AsyncGenerator<readonly TableRow[]> {
  const zip = await openZip(file);
  try {
    const { sheet, is1904 } = await firstSheet(zip, file);
    if (is1904)
      throw new UnreadableFile(
        file.path,
        null,
        `counts days from 1904, which is ${DAYS_OF_1904} days off: save it with the epoch 1900`,
      );
    const texts = await sharedTexts(zip, file);
    const reader = sheetReader(texts);
    const size = entryOf(zip, file, sheet).uncompressedSize;
    let told = 0;
    let read = 0;
    for await (const text of entryText(zip, file, sheet, (count) => {
      read += count;
      // The file's own bytes: of what they unpack to, as large a part has been read.
      const reached = Math.floor((read / Math.max(1, size)) * file.bytes);
      onBytes(reached - told);
      told = reached;
    })) {
      reader.push(text);
      yield reader.take();
    }
    reader.end();
    yield reader.take();
  } finally {
    zip.close();
  }
}

function entryOf(zip: OpenZip, file: InputFile, name: string) {
  const entry = zip.entries.find(({ fileName }) => fileName === name);
  if (entry !== undefined) return entry;
  throw new UnreadableFile(file.path, null, `is no workbook: it lacks ${name}`);
}

async function* entryText(
  zip: OpenZip,
  file: InputFile,
  name: string,
  onBytes: OnBytes = () => {},
): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  const stream = await zip.read(entryOf(zip, file, name));
  for await (const bytes of unpacked(file, stream, onBytes)) yield decoder.write(Buffer.from(bytes));
  yield decoder.end();
}

async function firstSheet(zip: OpenZip, file: InputFile) {
  let relation = "";
  let is1904 = false;
  await parse(entryText(zip, file, "xl/workbook.xml"), (name, { date1904, ...attributes }) => {
    if (name === "workbookPr") is1904 = date1904 === "1" || date1904 === "true";
    if (name === "sheet" && relation === "") relation = attributes["r:id"] ?? "";
  });
  let target = "";
  await parse(entryText(zip, file, "xl/_rels/workbook.xml.rels"), (name, attributes) => {
    if (name === "Relationship" && attributes.Id === relation) target = attributes.Target ?? "";
  });
  const sheet = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  return { sheet, is1904 };
}

async function parse(
  text: AsyncIterable<string>,
  onTag: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const parser = new Parser(
    { onopentag: (name, attributes) => onTag(localName(name), attributes) },
    { xmlMode: true },
  );
  for await (const piece of text) parser.write(piece);
  parser.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The texts that cells refer to by number. */
async function sharedTexts(zip: OpenZip, file: InputFile): Promise<readonly string[]> {
  const name = "xl/sharedStrings.xml";
  if (!zip.entries.some(({ fileName }) => fileName === name)) return [];
  const texts: string[] = [];
  let text = "";
  let letters = 0;
  let isText = false;
  let isReading = false;
  const parser = new Parser(
    {
      onopentagname(tag) {
        const local = localName(tag);
        if (local === "si") text = "";
        if (local === "rPh") isReading = true;
        isText = local === "t" && !isReading;
      },
      ontext(piece) {
        if (isText && text.length <= MOST_LETTERS_OF_CELL) text += piece;
      },
      onclosetag(tag) {
        const local = localName(tag);
        if (local === "t") isText = false;
        if (local === "rPh") isReading = false;
        if (local === "si") {
          texts.push(text);
          letters += text.length;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of entryText(zip, file, name)) {
    parser.write(piece);
    if (letters > MOST_LETTERS_OF_TEXTS)
      throw new UnreadableFile(file.path, null, "has more text than is read of a workbook: save it as CSV");
  }
  parser.end();
  return texts;
}

/** Takes the text of a sheet in pieces, and hands on its rows. */
function sheetReader(texts: readonly string[]) {
  let rows: TableRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let fault: string | null = null;
  let column = -1;
  let type = "";
  let value = "";
  let isValue = false;
  const endCell = () => {
    const text = type === "s" && value !== "" ? (texts[Number(value)] ?? "") : value;
    if (text.length > MOST_LETTERS_OF_CELL) fault ??= "a cell holds more than a million letters";
    else if (column >= MOST_COLUMNS) fault ??= `has more than ${MOST_COLUMNS} columns`;
    else if (text !== "") {
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const local = localName(tag);
        if (local === "row") {
          line = Number(attributes.r ?? line + 1);
          cells = [];
          fault = null;
          column = -1;
        } else if (local === "c") {
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          type = attributes.t ?? "n";
          value = "";
        } else isValue = local === "v" || local === "t";
      },
      ontext(piece) {
        if (isValue && value.length <= MOST_LETTERS_OF_CELL) value += piece;
      },
      onclosetag(tag) {
        const local = localName(tag);
        if (local === "v" || local === "t") isValue = false;
        else if (local === "c") endCell();
        else if (local === "row") {
          if (fault !== null) rows.push({ line, fault });
          else if (cells.length > 0) rows.push({ line, cells });
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    push: (text: string) => parser.write(text),
    end: () => parser.end(),
    take(): readonly TableRow[] {
      const some = rows;
      rows = [];
      return some;
    },
  };
}

/** `C5` is the third column: 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
    if (column > MOST_COLUMNS) return MOST_COLUMNS;
  }
  return column - 1;
}
